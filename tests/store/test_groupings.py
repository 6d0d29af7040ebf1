"""Which actors, quotes and matters are one, as people decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import GroupDecision, GroupKind
from accordingto.store.schema.travel import group_ledger, matters, quote_groups
from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry

MATTER = {"label": "x", "statements": 1, "reports": 1, "outlets": 1, "at_least": 1, "at_most": 1, "echoes": 0}
QUOTE = {"words": "x", "speakers": "[]", "variants": 1, "reports": 1, "score": 1.0, "by": "test"}


@pytest.fixture
def entry(store: Store):
    made = claimed_entry(url="https://ledger.example/a")
    store.put(made)
    with store.writing() as connection:
        for name in ("matter-a", "matter-b", "matter-c"):
            connection.execute(insert(matters).values(id=name, **MATTER))
        for name in ("quote-a", "quote-b"):
            connection.execute(insert(quote_groups).values(id=name, **QUOTE))
        connection.execute(insert(group_ledger).values(id="matter-old", change="ended", at="2023"))
    return made


def merge(*ids: str, by: str = "Nura", kind: GroupKind = GroupKind.MATTERS, **more) -> GroupDecision:
    return GroupDecision("merge", kind, ids, by, **more)


def test_what_was_decided_is_kept_and_taken_back(store: Store, entry) -> None:
    key, others = store.decide_group(merge("matter-b", "matter-a", note="one", role=Role.CODER))
    assert others == ()
    (one,) = store.group_decisions()
    assert (one.key, one.ids, one.target, one.role, one.note) == (
        key,
        ("matter-a", "matter-b"),
        "matter-b",
        "coder",
        "one",
    )
    undone = store.undo_group(key, by="Nura")
    first, second = store.group_decisions(GroupKind.MATTERS)
    assert (first.standing, second.action, second.supersedes, second.key) == (False, "undo", key, undone)
    assert store.group_decisions(GroupKind.QUOTES) == []
    with pytest.raises(UsageError, match="does not stand"):
        store.undo_group(key, by="Nura")
    with pytest.raises(UsageError, match="only one's own"):
        store.undo_group(key, by="Sami")


def test_an_unseen_decision_on_the_same_groups_is_a_conflict_and_both_stay(store: Store, entry) -> None:
    first, _ = store.decide_group(merge("matter-a", "matter-b"))
    split = GroupDecision("split", GroupKind.MATTERS, ("matter-a",), "Sami", members=(entry.reading.statements[0].id,))
    second, others = store.decide_group(split)
    assert [one.key for one in others] == [first]
    assert store.group_decisions()[-1].conflicts == first
    assert all(one.standing for one in store.group_decisions())
    _, same = store.decide_group(merge("matter-b", "matter-a", by="Lio", saw=second))
    assert same == ()
    _, apart = store.decide_group(merge("quote-a", "quote-b", kind=GroupKind.QUOTES, by="Sami"))
    assert apart == ()


def test_the_id_of_a_split_follows_from_who_goes_and_can_be_merged(store: Store, entry) -> None:
    names = tuple(one.id for one in entry.reading.statements[:2])
    split = GroupDecision("split", GroupKind.MATTERS, ("matter-a",), "Nura", members=names)
    store.decide_group(split)
    store.decide_group(replace(split, by="Sami", members=names[::-1]))
    one, other = store.group_decisions()
    assert one.target == other.target
    assert one.target.startswith("matter-")
    store.decide_group(merge(one.target, "matter-c"))
    store.decide_group(merge("matter-old", "matter-c"))


def test_what_is_not_whole_is_refused(store: Store, entry) -> None:
    good = merge("matter-a", "matter-b")
    member = entry.reading.statements[0].id
    for wrong, message in (
        (replace(good, by=""), "needs the name"),
        (replace(good, role=Role.READER), "does not decide"),
        (replace(good, action="rename"), "no decision on groups"),
        (replace(good, ids=("matter-a", "matter-a")), "name two matters"),
        (replace(good, ids=("matter-a", "matter-z")), "no matter matter-z"),
        (replace(good, kind=GroupKind.QUOTES), "no quote matter-a"),
        (replace(good, members=(member,)), "only a split"),
        (replace(good, action="split", members=(member,)), "name one of the matters"),
        (replace(good, action="split", ids=("matter-a",)), "members that go"),
        (replace(good, action="split", ids=("matter-a",), members=("statement-z",)), "no statement statement-z"),
        (replace(good, note="x" * 20_001), "at most 20,000"),
    ):
        with pytest.raises(UsageError, match=message):
            store.decide_group(wrong)


def test_nobody_outside_the_registry_is_tied_together_across_reports(store: Store, entry) -> None:
    other = invented_entry(url="https://post.example/b")
    store.put(other)
    here = [one.id for one in entry.reading.entities]
    there = [one.id for one in other.reading.entities]
    actors = [one.id for one in entry.reading.actors]
    kind = GroupKind.ACTORS
    with pytest.raises(UsageError, match="stay local to their report"):
        store.decide_group(merge(here[0], there[0], kind=kind))
    with pytest.raises(UsageError, match="no actor or entity nobody"):
        store.decide_group(merge(here[0], "nobody", kind=kind))
    store.decide_group(merge(here[0], here[1], kind=kind))
    store.decide_group(merge(actors[0], here[0], there[0], kind=kind))
    store.decide_group(GroupDecision("split", kind, (actors[0],), "Nura", members=(here[0],)))
    assert [one.target for one in store.group_decisions(kind)] == [here[0], actors[0], None]
