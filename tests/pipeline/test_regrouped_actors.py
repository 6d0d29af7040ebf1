"""Which actors are one, and who somebody in a report is, as people decide."""

from __future__ import annotations

from accordingto.model.people import Role
from accordingto.model.review import GroupKind, GroupReview
from accordingto.pipeline.regrouped_actors import actor_groups

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
