"""What decisions make of groups."""

from __future__ import annotations

from accordingto.compare.grouped import grouped
from accordingto.model.people import Role
from accordingto.model.review import GroupKind, GroupReview

GROUPS = {"matter-a": ["s1", "s2"], "matter-b": ["s3"], "matter-c": ["s4", "s5"]}


def said(key: int, action: str, ids: tuple[str, ...], members: tuple[str, ...] = (), **more) -> GroupReview:
    target = ids[0] if action == "merge" else "matter-new"
    return GroupReview(
        key, action, GroupKind.MATTERS, ids, "Nura", "2023", members=members, target=more.pop("target", target), **more
    )


def test_a_merger_makes_one_group_and_the_other_id_leads_there() -> None:
    made = grouped(GROUPS, [said(1, "merge", ("matter-b", "matter-a"))])
    assert made.members == {"matter-b": {"s1", "s2", "s3"}, "matter-c": {"s4", "s5"}}
    assert made.resolve("matter-a") == "matter-b"
    assert [one.key for one in made.decided["matter-b"]] == [1]


def test_mergers_go_on_from_each_other() -> None:
    made = grouped(GROUPS, [said(1, "merge", ("matter-b", "matter-a")), said(2, "merge", ("matter-a", "matter-c"))])
    assert made.members == {"matter-b": {"s1", "s2", "s3", "s4", "s5"}}
    assert made.resolve("matter-c") == "matter-b"


def test_a_split_takes_members_out_and_of_actors_leaves_them_alone() -> None:
    made = grouped(GROUPS, [said(1, "split", ("matter-a",), ("s2", "gone"))])
    assert made.members["matter-a"] == {"s1"}
    assert made.members["matter-new"] == {"s2"}
    alone = grouped(GROUPS, [said(1, "split", ("matter-a",), ("s2",), target=None)])
    assert alone.members == {**{k: set(v) for k, v in GROUPS.items()}, "matter-a": {"s1"}}
    whole = grouped(GROUPS, [said(1, "split", ("matter-b",), ("s3",))])
    assert "matter-b" not in whole.members


def test_what_was_undone_or_means_nothing_any_more_changes_nothing() -> None:
    plain = {name: set(members) for name, members in GROUPS.items()}
    assert grouped(GROUPS, [said(1, "merge", ("matter-a", "matter-b"), standing=False)]).members == plain
    assert grouped(GROUPS, [said(1, "merge", ("matter-a", "matter-z"))]).members == plain
    assert grouped(GROUPS, [said(1, "split", ("matter-z",), ("s1",))]).members == plain
    assert grouped(GROUPS, [said(1, "comment", ("matter-a",))]).members == plain


def test_an_adjudicator_comes_last() -> None:
    back = said(1, "split", ("matter-a",), ("s3",), role=Role.ADJUDICATOR)
    made = grouped(GROUPS, [back, said(2, "merge", ("matter-a", "matter-b"))])
    assert made.members["matter-a"] == {"s1", "s2"}
    assert made.members["matter-new"] == {"s3"}
