"""Two wordings aligned word by word."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.wordwise import changes

FUNCTION = frozenset("the a we and will of to".split())
ROW = st.lists(st.sampled_from("the we keep talking day each every and".split()), max_size=9)


def shown(a: str, b: str) -> list[tuple[str, str]]:
    ours, theirs = a.split(), b.split()
    return [(" ".join(ours[i:j]), " ".join(theirs[k:m])) for i, j, k, m in changes(ours, theirs, FUNCTION)]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("we will keep talking", "we will keep talking", []),
        ("we will keep talking every day", "we shall go on talking each day", [("will keep", "shall go on"), ("every", "each")]),
        (
            "we will blow up nothing and we will give up nothing",
            "we will blow up everything and surrender nothing",
            [("nothing and we will give up", "everything and surrender")],
        ),
        ("no plans to work in areas of the government", "no plans to work", [("in areas of the government", "")]),
        ("talking", "we keep talking", [("", "we keep")]),
        ("seize the town", "enter the village", [("seize the town", "enter the village")]),
        ("", "talking", [("", "talking")]),
    ],
)  # fmt: skip
def test_as_much_as_can_be_stands_beside_its_like(a: str, b: str, found: list[tuple[str, str]]) -> None:
    assert shown(a, b) == found


@given(a=ROW, b=ROW)
def test_what_is_not_changed_is_equal_and_changes_are_in_order(a: list[str], b: list[str]) -> None:
    at, other = 0, 0
    for i, j, k, m in changes(a, b, FUNCTION):
        assert a[at:i] == b[other:k]
        assert (i, k) <= (j, m)
        assert (i, k) != (j, m)
        at, other = j, m
    assert a[at:] == b[other:]


@given(a=ROW, b=ROW)
def test_no_other_alignment_is_worth_more(a: list[str], b: list[str]) -> None:
    def worth(stretches: list[tuple[int, int, int, int]]) -> float:
        changed = {x for i, j, _, _ in stretches for x in range(i, j)}
        kept = sum(0.5 if word in FUNCTION else 1 for x, word in enumerate(a) if x not in changed)
        return kept - 0.6 * len(stretches)

    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()

    assert worth(changes(a, b, FUNCTION)) >= worth([code[1:] for code in codes if code[0] != "equal"]) - 1e-9
