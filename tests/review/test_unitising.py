"""Krippendorff's own example, and what must hold whatever the units."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.review.unitising import Continuum, apart, nominal_alpha, unitising_alpha

LENGTH = 300
C = Continuum(LENGTH, (((75, 145), (220, 250)), ((70, 150), (205, 225), (250, 270))))
K = Continuum(LENGTH, (((30, 90), (150, 200)), ((30, 90), (150, 200))))


def test_the_example_of_content_analysis() -> None:
    """Krippendorff 2004, p. 254: .7286 for c and 1 for k."""
    assert unitising_alpha([C]) == pytest.approx(0.7286, abs=0.0001)
    assert unitising_alpha([K]) == 1.0


def test_where_nobody_has_units_there_is_nothing_to_agree_about() -> None:
    assert unitising_alpha([]) is None
    assert unitising_alpha([Continuum(10, ((), ()))]) is None
    assert unitising_alpha([Continuum(10, (((1, 3),),))]) is None  # one coder alone


def test_chance_is_about_zero() -> None:
    draw = random.Random(5)

    def units() -> list[tuple[int, int]]:
        return apart((at, at + draw.randint(5, 40)) for at in (draw.randrange(960) for _ in range(12)))

    texts = [Continuum(1000, (units(), units())) for _ in range(40)]
    assert abs(unitising_alpha(texts) or 1.0) < 0.1


SPANS = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 20)), min_size=1, max_size=8).map(
    lambda made: apart((start, start + size) for start, size in made)
)


@given(SPANS, SPANS)
def test_who_comes_first_does_not_matter_and_equals_agree(a, b) -> None:
    one, other = unitising_alpha([Continuum(100, (a, b))]), unitising_alpha([Continuum(100, (b, a))])
    assert one == pytest.approx(other)
    assert unitising_alpha([Continuum(100, (a, a))]) in (1.0, None)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)).map(lambda p: (p[0], p[0] + p[1])), max_size=20))
def test_units_apart_cover_the_same_and_do_not_overlap(parts) -> None:
    made = apart(parts)
    assert all(a[1] <= b[0] for a, b in pairwise(made))
    assert {i for a, b in made for i in range(a, b)} == {i for a, b in parts for i in range(a, b)}


def test_nominal_alpha_by_hand() -> None:
    """Krippendorff 2011, A: two observers, binary; .095."""
    one, other = "0100000010", "1110010000"
    assert nominal_alpha(list(zip(one, other, strict=True))) == pytest.approx(0.095, abs=0.001)
    assert nominal_alpha([("a", "a"), ("b", "b")]) == 1.0
    assert nominal_alpha([]) is None
    assert nominal_alpha([("a", "a")] * 3) is None
