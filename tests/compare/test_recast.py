from dataclasses import replace

import pytest

from accordingto.compare.candidates import weights_of
from accordingto.compare.recast import recast
from accordingto.compare.said import said_of
from accordingto.model import Place, PlaceKind, Slot, Span, Stated, Time
from accordingto.pipeline.reading import Reading
from tests.compare.build import account
from tests.compare.words import frame_of

TOWNS = ("Tell Harun", "Qasr Omeyn", "Rusafi")
DAYS = {"on Tuesday": "2023-05-16", "on Wednesday": "2023-05-17"}


def reading(outlet: str, *contents: str) -> Reading:
    text = f"Head\n\n{'. '.join(contents)}."
    made = account(text, outlet, "2023-05-17", *((content, []) for content in contents))
    places = [
        Place(
            f"p{name}",
            Span(text.index(name), text.index(name) + len(name)),
            name,
            _at(text, name),
            1.0,
            "test",
            kind=kind,
        )
        for name, kind in [*((town, PlaceKind.SETTLEMENT) for town in TOWNS), ("Orvenia", PlaceKind.COUNTRY)]
        if name in text
    ]
    times = [Time(day, day, day, None, _at(text, words), "test") for words, day in DAYS.items() if words in text]
    return replace(made, places=tuple(places), times=tuple(times))


def _at(text: str, words: str) -> Stated:
    return Stated((Span(text.index(words), text.index(words) + len(words)),))


def found(report: str, *source: str) -> list[tuple[Slot, str, str]]:
    """What a report made of the first statement of its source."""
    frame = frame_of(report, *source)
    theirs, mine = (said_of(reading(outlet, *said), frame.canon) for outlet, said in (("A", source), ("B", (report,))))
    made = recast(theirs[0], mine[0], theirs, weights_of([*theirs, *mine]), frame)
    return [(difference.slot, difference.a_value, difference.b_value) for difference in made]


def test_a_hedge_that_was_dropped_and_one_that_was_put_in() -> None:
    open_, plain = "The aircraft may have been Veshkari", "The aircraft were Veshkari"
    assert found(plain, open_) == [(Slot.CERTAINTY, "may", plain)]
    assert found(open_, plain) == [(Slot.CERTAINTY, plain, "may")]
    assert found(open_, open_) == []
    assert found("Perhaps the aircraft were Veshkari", open_) == []


def test_what_the_source_says_without_a_hedge_elsewhere_was_not_raised() -> None:
    assert (
        found("The aircraft were Veshkari", "The aircraft may have been Veshkari", "Veshkari aircraft were seen again")
        == []
    )


def test_a_hedge_on_something_else_is_none_on_this() -> None:
    assert found("Six lorries reached Rusafi", "Six lorries reached Rusafi, and rain may fall tomorrow") == []


def test_the_month_of_may_hedges_nothing() -> None:
    assert found("On 16 May the aircraft were Veshkari", "The aircraft were Veshkari") == []


def test_a_place_that_the_source_does_not_name_stands_for_one_that_it_names() -> None:
    source = "The lorries crossed the line at Tell Harun"
    assert found("The lorries crossed the line at Qasr Omeyn", source) == [(Slot.PLACE, "Tell Harun", "Qasr Omeyn")]
    assert found("The lorries crossed the line in Orvenia", source) == []
    assert found("The lorries crossed the line at Qasr Omeyn", source, "They slept at Qasr Omeyn") == []
    assert found("The lorries crossed the line near Qasr Omeyn", source) == []


@pytest.mark.parametrize(
    ("report", "slots"),
    [("Shells fell on Wednesday", [Slot.TIME]), ("Shells fell on Tuesday", []), ("Shells fell", [])],
)
def test_a_day_that_the_source_does_not_give(report: str, slots: list[Slot]) -> None:
    assert [slot for slot, _, _ in found(report, "Shells fell on Tuesday")] == slots
