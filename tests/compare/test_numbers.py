from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare.numbers import quantities_in
from accordingto.model import Slot, Span
from tests.compare.words import WORDS, frame_of, slots_between


def bounds(text: str) -> list[tuple[float, float, bool]]:
    return [q.bounds for q in quantities_in(text, (Span(0, len(text)),), frame_of(text).canon, WORDS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fewer than 800 fighters", (-inf, 799, False)),
        ("up to 800 fighters", (-inf, 800, False)),
        ("more than 20 of them", (21, inf, False)),
        ("at least forty dead", (40, inf, False)),
        ("no fewer than 20 men", (20, inf, False)),
        ("about 3,500 people", (3500, 3500, True)),
        ("twenty-six dead", (26, 26, False)),
        ("two hundred and 5 dead", (200, 200, False)),
        ("1.5 million people", (1.5e6, 1.5e6, False)),
        ("between 20 and 26 fighters", (20, 26, False)),
        ("20 to 30 men", (20, 30, False)),
        ("2,500–3,000 men", (2500, 3000, False)),
        ("two dozen men", (24, 24, False)),
    ],
)
def test_a_quantity_has_bounds(text: str, found: tuple[float, float, bool]) -> None:
    assert bounds(text)[0] == found


@pytest.mark.parametrize(
    "text",
    [
        "on 14 November",
        "on March 9 it rained",
        "in 2023 the war went on",
        "at 09:40 on the M5",
        "the 4th Division left",
    ],
)
def test_dates_clock_times_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert bounds(text) == []


@given(st.text(alphabet="ab 0123456789,.-–:fewrthanmo", max_size=60).filter(str.strip))
def test_quantities_lie_in_the_text(text: str) -> None:
    found = quantities_in(text, (Span(0, len(text)),), frame_of(text).canon, WORDS)
    assert all(q.span.end <= len(text) for q in found)


def test_a_dropped_bound_is_a_difference_and_the_same_bound_is_none() -> None:
    a, b = "fewer than 800 fighters are left in Orvenia", "800 fighters are left in Orvenia"
    assert slots_between(a, b) == [(Slot.NUMBER, "fewer than 800", "800")]
    assert slots_between(a, a) == []


def test_numbers_of_different_things_are_not_compared() -> None:
    assert slots_between("the raid killed 12 soldiers and 40 goats", "the raid killed 40 goats and 12 soldiers") == []


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("12 people were killed at the gate", "the shells hit the line, seven of them within minutes", False),
        ("12 people were killed at the gate", "I counted fifteen bodies", True),
        ("12 people were killed at the gate", "the number has risen to 19", True),
        ("eighteen lorries came in", "he saw sixteen", True),
    ],
)
def test_two_numbers_without_a_word_in_common_count_the_same_unless_only_one_is_of_harm(
    a: str, b: str, alike: bool
) -> None:
    assert (Slot.NUMBER in [slot for slot, _, _ in slots_between(a, b)]) is alike
