"""Shares with their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from accordingto.model.review import Action, Review
from accordingto.review.precision import precision, share


@given(st.integers(1, 400).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_the_interval_is_wilson_s_as_scipy_has_it(pair: tuple[int, int]):
    hits, total = pair
    ours, theirs = share(hits, total), binomtest(hits, total).proportion_ci(0.95, "wilson")
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-5)
    assert ours.low <= hits / total <= ours.high


def test_of_nothing_nothing_is_known():
    assert (share(0, 0).value, share(0, 0).low, share(0, 0).high) == (None, 0.0, 1.0)


def made(action: Action, key: int = 1) -> Review:
    return Review(key, action, "0" * 64, "statements", (), "ada", "2024-01-01")


def test_accepted_is_right_corrected_is_there_rejected_is_wrong_and_the_rest_is_open():
    rows = [[made(action)] for action in (Action.ACCEPT, Action.CORRECT, Action.REJECT, Action.COMMENT)]
    found = precision("statements", 1000, [*rows, []])
    assert (found.sampled, found.decided, found.complete) == (5, 3, False)
    assert (found.exact.hits, found.exact.total, found.there.hits) == (1, 3, 2)


def test_of_two_decisions_the_latest_counts():
    found = precision("statements", 9, [[made(Action.ACCEPT), made(Action.REJECT, key=2)]])
    assert found.exact.hits == 0
