"""Which actors are one, and who somebody in a report is, as people decide."""

from __future__ import annotations

from dataclasses import replace

from accordingto.model.people import Role
from accordingto.model.review import GroupKind, GroupReview
from accordingto.pipeline.regrouped_actors import actor_groups, with_actors
from tests.store.made import claimed_entry

KNOWN = ("force:a", "force:b", "force:c")


def said(key: int, action: str, ids: tuple[str, ...], members: tuple[str, ...] = (), **more) -> GroupReview:
    target = ids[0] if action == "merge" else None
    more.setdefault("by", "Nura")
    return GroupReview(key, action, GroupKind.ACTORS, ids, at="2023", members=members, target=target, **more)


def test_mergers_of_actors_lead_on_one_after_the_other() -> None:
    made = actor_groups([said(1, "merge", ("force:b", "force:a")), said(2, "merge", ("force:c", "force:b"))], KNOWN)
    assert made.resolve("force:a") == made.resolve("force:b") == "force:c"
    assert made.ids_of("force:c") == ("force:c", "force:a", "force:b")
    assert [one.key for one in made.decided["force:c"]] == [1, 2]


def test_what_two_actors_are_merged_with_does_not_make_them_one() -> None:
    made = actor_groups([said(1, "merge", ("force:a", "entity-1")), said(2, "merge", ("force:b", "entity-1"))], KNOWN)
    assert not made.leads
    assert made.entities == {"entity-1": "force:b"}


def test_an_adjudicator_counts_over_a_later_coder() -> None:
    made = actor_groups(
        [
            said(1, "split", ("force:a",), ("entity-1",), role=Role.ADJUDICATOR),
            said(2, "merge", ("force:a", "entity-1"), role=Role.CODER),
        ],
        KNOWN,
    )
    assert made.entities == {"entity-1": None}


def test_what_does_not_stand_changes_nothing() -> None:
    assert not actor_groups([said(1, "merge", ("force:a", "force:b"), standing=False)], KNOWN)
    assert not actor_groups([said(1, "comment", ("force:a",))], KNOWN)


def test_two_that_a_report_names_are_the_one_that_was_named_first() -> None:
    assert actor_groups([said(1, "merge", ("entity-2", "entity-1"))], KNOWN).same == {"entity-1": "entity-2"}


def test_two_that_a_report_names_are_one_in_its_records_too() -> None:
    reading = claimed_entry(url="https://ledger.example/a").reading
    front = next(one for one in reading.entities if one.actor)
    other = next(one for one in reading.entities if not one.actor and one.kind == front.kind)
    made = with_actors(reading, actor_groups([said(1, "merge", (front.id, other.id))], KNOWN), {})
    assert other.id not in made.entities_by_id
    assert {*front.mentions, *other.mentions} == {*made.entities_by_id[front.id].mentions}
    assert not any(one.entity == other.id for one in made.mentions)
    parts = [
        (old, new)
        for a, b in zip(reading.events, made.events, strict=True)
        for old, new in zip(a.actors, b.actors, strict=True)
    ]
    assert all(new.actor == front.actor for old, new in parts if old.entity in (front.id, other.id))
    assert with_actors(reading, actor_groups([], KNOWN), {}) is reading


def test_an_actor_that_is_one_with_another_is_that_one_in_every_record() -> None:
    reading = claimed_entry(url="https://ledger.example/a").reading
    (actor,) = {one.actor for one in reading.entities if one.actor}
    other = replace(reading.actors_by_id[actor], id="force:a", name="Other Front")
    groups = actor_groups([said(1, "merge", ("force:a", actor))], (*KNOWN, actor))
    made = with_actors(reading, groups, {"force:a": other})
    assert {one.actor for one in made.entities} == {"force:a", None}
    assert made.actors_by_id["force:a"] == other
    parts = [part for one in (*made.events,) for part in (*one.actors, *one.recipients)]
    parts += [part for one in made.control for part in one.holders]
    assert "force:a" in {part.actor for part in parts}
    assert actor not in {part.actor for part in parts}
