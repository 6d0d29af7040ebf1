import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.mentions.quantities import quantities
from accordingto.resources.quantities import open_quantity_words

WORDS = open_quantity_words()


def read(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(q.span.of(text), q.low, q.high) for q in quantities(text, WORDS)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,160", 1160, 1160),
        ("140\u00a0000", 140000, 140000),
        ("12.5", 12.5, 12.5),
        ("2½", 2.5, 2.5),
        ("twenty-one", 21, 21),
        ("twenty\u2011one", 21, 21),
        ("Forty", 40, 40),
        ("a hundred and fifty", 150, 150),
        ("two hundred and fifty thousand", 250000, 250000),
        ("twenty-one thousand three hundred and two", 21302, 21302),
        ("one and a half million", 1.5e6, 1.5e6),
        ("1.2m", 1.2e6, 1.2e6),
        ("12k", 12000, 12000),
        ("a dozen", 12, 12),
        ("two dozen", 24, 24),
        ("half a dozen", 6, 6),
        ("half a million", 5e5, 5e5),
        ("48–60", 48, 60),
        ("between 48 and 60", 48, 60),
        ("between nine and 12", 9, 12),
        ("from 12 to 15", 12, 15),
        ("15,000 to 20,000", 15000, 20000),
        ("5 to 6 million", 5e6, 6e6),
        ("12 or 13", 12, 13),
        ("at least 12", 12, None),
        ("no fewer than 12", 12, None),
        ("a minimum of 12", 12, None),
        ("12-plus", 12, None),
        ("12 or more", 12, None),
        ("more than 12", 13, None),
        ("over 12", 13, None),
        ("more than a dozen", 13, None),
        ("fewer than 1,000", None, 999),
        ("under 50", None, 49),
        ("up to 12", None, 12),
        ("no more than 300", None, 300),
        ("as many as 12", None, 12),
        ("up to some 60", None, 60),
        ("about 12", 12, 12),
        ("nearly 5,000", 5000, 5000),
        ("an estimated 22,000", 22000, 22000),
        ("12-odd", 12, 12),
        ("several", 3, None),
        ("a few", 3, None),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("several hundred", 300, None),
        ("several dozen", 36, None),
        ("tens of thousands", 20000, None),
        ("hundreds of thousands", 200000, None),
        ("at least one", 1, None),
        ("one", 1, 1),
    ],
)
def test_a_number_is_read_with_its_bounds(text: str, low: float | None, high: float | None) -> None:
    """The span is the number with its bound: not the words around it."""
    assert read(f"They saw {text} boats there") == [(text, low, high)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "measure"),
    [
        ("80 percent of it", "80 percent", 80, 80, "%"),
        ("12.5% of it", "12.5%", 12.5, 12.5, "%"),
        ("30 to 40 per cent", "30 to 40 per cent", 30, 40, "%"),
        ("between a third and 40 percent", "between a third and 40 percent", 33, 40, "%"),
        ("about two thirds of it", "about two thirds", 67, 67, "%"),
        ("a third, at most.", "a third, at most", None, 33, "%"),
        ("half of the town", "half", 50, 50, "%"),
        ("more than half the town", "more than half", 51, None, "%"),
        ("$1.2m in aid", "$1.2m", 1.2e6, 1.2e6, "USD"),
        ("US$3 million", "US$3 million", 3e6, 3e6, "USD"),
        ("€5–6 million", "€5–6 million", 5e6, 6e6, "EUR"),
        ("between $5m and $6m", "between $5m and $6m", 5e6, 6e6, "USD"),
        ("up to 500 roubles", "up to 500", None, 500, "RUB"),
        ("3 million Syrian pounds", "3 million", 3e6, 3e6, "SYP"),
        ("90,000 marks a day", "90,000", 90000, 90000, "marks"),
        ("tens of millions of dollars", "tens of millions", 2e7, None, "USD"),
        ("about 18\u00a0km away", "about 18", 18, 18, "km"),
        ("more than 2 tonnes of flour", "more than 2", 3, None, "tonnes"),
        ("a 48-hour pause", "48", 48, 48, "hour"),
    ],
)
def test_a_quantity_has_a_measure(text: str, span: str, low: float | None, high: float | None, measure: str) -> None:
    (found,) = quantities(text, WORDS)
    assert (found.span.of(text), found.low, found.high, found.measure) == (span, low, high, measure)


@pytest.mark.parametrize(
    "text",
    [
        "on 14 November",
        "on 3 and 4 May",
        "between February 16 and 24",
        "the nights of March 17, 18 and 19",
        "22 MARCH",
        "in 2023 the war went on",
        "between 2011 and 2015",
        "at 09:40, at 6:15 am, at 7pm, at 0417 GMT, at five o’clock, at four in the afternoon",
        "2023-05-04 and 4/5/2023 and 04.05.2023",
        "the 4th Mountain Division",
        "along the M5 with T-72 tanks, S-300 missiles and an F-16",
        "a man aged 34, a 12-year-old, some as young as 14, a girl of nine, boys 16 years old",
        "Leyla Orsan, 34, said",
        "children under five",
        "Resolution 2254 and Unit 8",
        "call +44 20 7946 0018 or 020 7946 0018",
        "one of the largest, one day, no one, the one",
        "three times as high, at 14 C, along Interstate 64",
        "call 910-432-3383",
        "the second half, a third man, the other half of it",
        "a few, few came",
    ],
)
def test_what_dates_or_names_is_no_quantity(text: str) -> None:
    assert [found for found in read(text) if found[0] != "a few"] == []


def test_a_change_is_no_range() -> None:
    assert [found[1] for found in read("The toll rose from 12 to 15")] == [12, 15]


def test_over_of_a_verb_is_no_bound() -> None:
    assert read("They would hand over 60 soldiers and about 20 police") == [("60", 60, 60), ("about 20", 20, 20)]


def test_a_total_and_its_part_are_two() -> None:
    assert read("12 dead, five of them children") == [("12", 12, 12), ("five", 5, 5)]


@given(
    st.text(alphabet="ab 0123456789,.-–:%$\u00a0\n")
    | st.lists(
        st.sampled_from(
            [*WORDS.words, "at least", "and", "a", "of", "between", "to", "12", "3,000", "-", ",", "%", "$", "May"]
        )
    ).map(" ".join)
)
def test_quantities_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = quantities(text, WORDS)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(q.span.end <= len(text) and (q.low is not None or q.high is not None) for q in found)


@given(st.integers(0, 10**9).filter(lambda n: not 1900 <= n < 2100), st.sampled_from(["", "at least ", "about "]))
def test_any_integer_is_read_back(number: int, bound: str) -> None:
    text = f"The mayor counted {bound}{number:,} boats"
    assert read(text) == [(f"{bound}{number:,}", number, None if bound == "at least " else number)]


@pytest.mark.parametrize("figure", ["²³", "①", "9" * 16, "9" * 5000, "1," + ",".join(["000"] * 200)])
def test_what_is_no_number_of_things_is_left(figure: str) -> None:
    assert read(f"The mayor counted {figure} boats") == []


def test_figures_of_other_scripts_are_numbers() -> None:
    assert read("The mayor counted ٧٧ boats") == [("٧٧", 77, 77)]


def test_half_a_megabyte_takes_as_long_as_its_tenths() -> None:
    """Lists of number words must not make it rescan."""
    sentence = "At least 31 people had been killed by nightfall, eleven of them civilians, the monitor said on 3 May. "

    def taken(times: int) -> float:
        began = time.process_time()
        assert len(quantities(sentence * times, WORDS)) == 2 * times
        return time.process_time() - began

    taken(50)
    assert taken(5000) < 4 * sum(taken(500) for _ in range(10))
