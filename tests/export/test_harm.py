"""Totals of victims: parts are never added to what they are parts of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.harm import total
from accordingto.model import Bounds, Harm, Implied, Victims


def killed(low: int | None, high: int | None, *, civilians: bool | None = None, part: bool = False) -> Victims:
    return Victims(Harm.KILLED, Bounds(low, high, Implied("test")), civilians=civilians, part=part)


def test_parts_are_not_added() -> None:
    found = [killed(12, 12), killed(5, 5, civilians=True, part=True)]
    assert total(found, Harm.KILLED) == (12, 12)
    assert total(found, Harm.KILLED, civilians=True) == (5, None)


def test_counts_add_up_and_an_open_end_stays_open() -> None:
    found = [killed(3, 3), killed(2, None, civilians=True)]
    assert total(found, Harm.KILLED) == (5, None)
    assert total(found, Harm.KILLED, civilians=True) == (2, None)
    assert total([killed(None, 9)], Harm.KILLED) == (None, 9)


def test_what_is_not_told_is_not_zero() -> None:
    assert total([killed(3, 3)], Harm.INJURED) is None
    assert total([killed(3, 3)], Harm.KILLED, civilians=True) is None


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1))
def test_the_total_of_closed_counts_lies_between_the_sums(pairs: list[tuple[int, int]]) -> None:
    found = [killed(min(pair), max(pair)) for pair in pairs]
    assert total(found, Harm.KILLED) == (sum(map(min, pairs)), sum(map(max, pairs)))
