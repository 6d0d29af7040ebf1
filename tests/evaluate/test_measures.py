from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure, with_intervals


def hits(counts: Counts) -> list[Measure]:
    return [measures.share("hits", counts["hits"], counts["all"]), measures.share("rare", counts["x"], counts["rare"])]


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(tp: int, more: int, less: int) -> None:
    measure = measures.f1("f", tp, tp + more, tp + less)
    assert measure.precision is not None
    assert measure.recall is not None
    low, high = sorted((measure.precision, measure.recall))
    assert low - 1e-9 <= measure.value <= high + 1e-9


def test_nothing_found_and_nothing_there_is_zero() -> None:
    assert measures.f1("f", 0, 0, 0).value == 0.0
    assert measures.share("s", 0, 0).value == 0.0
    assert measures.harmonic("h", 0.0, 0.0, 0).value == 0.0


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=12))
def test_an_interval_lies_within_what_documents_reach(documents: list[tuple[int, int]]) -> None:
    counts = [Counter({"hits": good, "all": good + bad}) for good, bad in documents]
    measure = with_intervals(counts, hits, draws=40)[0]
    if measure.interval:
        shares = [100 * good / (good + bad) for good, bad in documents if good + bad]
        assert min(shares) - 1e-9 <= measure.interval[0] <= measure.interval[1] <= max(shares) + 1e-9


def test_the_same_seed_gives_the_same_interval_and_another_one_another() -> None:
    counts = [Counter({"hits": i * i % 97, "all": 97 + i}) for i in range(20)]
    first, again, other = (with_intervals(counts, hits, seed=seed)[0].interval for seed in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize("kwargs", [{"draws": 0}, {"draws": 9}])
def test_no_interval_without_draws_or_without_gold(kwargs: Any) -> None:
    found = with_intervals([Counter({"hits": 1, "all": 2})], hits, **kwargs)
    assert found[1].interval is None
    assert (found[0].interval is None) == (kwargs["draws"] == 0)
