import builtins
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.evaluate.matching import assign, chars, iou, need_scipy
from accordingto.model import UsageError

TEXTS = st.text(max_size=40)
SETS = st.frozensets(st.integers(0, 30))


@given(text=TEXTS, data=st.data())
def test_chars_are_the_letters_and_digits_inside(text: str, data: st.DataObject) -> None:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = data.draw(st.lists(ends, max_size=4))
    inside = {i for a, b in spans for i in range(a, b)}
    assert chars(text, spans) == {i for i in inside if text[i].isalnum()}


def test_chars_of_no_spans_are_none() -> None:
    assert chars("words", None) == chars("words", []) == frozenset()


@given(a=SETS, b=SETS)
def test_iou_is_symmetric_and_one_only_for_equals(a: frozenset[int], b: frozenset[int]) -> None:
    assert iou(a, b) == iou(b, a)
    assert 0 <= iou(a, b) <= 1
    assert (iou(a, b) == 1) == (a == b and bool(a))


@given(st.lists(st.lists(st.floats(0, 1), min_size=3, max_size=3), max_size=5))
def test_matching_is_one_to_one_and_above_the_floor(likeness: list[list[float]]) -> None:
    pairs = assign(likeness, floor=0.5)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(likeness[i][j] >= 0.5 for i, j in pairs)


def test_matching_takes_the_greatest_sum_not_the_greatest_pair() -> None:
    assert sorted(assign([[0.9, 0.8], [0.8, 0.1]], floor=0.0)) == [(0, 1), (1, 0)]


def test_missing_scipy_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"pip install 'accordingto\[evaluate\]'"):
        need_scipy()
