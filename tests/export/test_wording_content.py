"""Times, bounds and victims in words."""

from __future__ import annotations

import dataclasses

import pytest

from accordingto.export.wording_content import (
    anchor_text,
    estimate_amount,
    name_of_part,
    names,
    place_text,
    range_text,
    spots,
    time_text,
    victims_text,
    where_text,
)
from accordingto.model import Bounds, Harm, Implied, Time, Victims
from accordingto.resources.countries import country_name
from tests.export.claimed import claimed


@pytest.mark.parametrize(
    ("value", "start", "end", "said"),
    [
        ("2023-03-12", "2023-03-12", "2023-03-12", "12 March 2023"),
        ("2023-03", "2023-03-01", "2023-03-31", "March 2023"),
        ("2023-02", "2023-02-01", "2023-02-28", "February 2023"),
        ("2023", "2023-01-01", "2023-12-31", "2023"),
        ("202", "2020-01-01", "2029-12-31", "2020–2029"),
        ("2023-W10", "2023-03-06", "2023-03-12", "6–12 March 2023"),
        ("2023-W09", "2023-02-27", "2023-03-05", "27 February – 5 March 2023"),
        ("2022-WI", "2022-12-01", "2023-02-28", "1 December 2022 – 28 February 2023"),
        ("2023-03-12TNI", "2023-03-12", "2023-03-12", "12 March 2023, night"),
        ("2023-03-12T04:17", "2023-03-12", "2023-03-12", "12 March 2023, 04:17"),
        ("P2W", None, None, "2 weeks"),
        ("P1D", None, None, "1 day"),
        ("PXM", None, None, "some months"),
        ("PT2H", None, None, "2 hours"),
        ("P2.5Y", None, None, "2.5 years"),
        ("P1Y6M", None, None, "P1Y6M"),
        ("PAST_REF", None, None, "in the past"),
        ("TNI", None, None, "night"),
        ("XXXX-WXX-2", None, None, "XXXX-WXX-2"),
        ("2023-03-12", "2023-03-12", None, "since 12 March 2023"),
        ("2023-03-12", None, "2023-03-12", "until 12 March 2023"),
    ],
)
def test_times(value: str, start: str | None, end: str | None, said: str) -> None:
    assert time_text(Time(value, start, end, None, Implied("test"), "test")) == said


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (None, ""),
        ("published", "counted from publication"),
        ("time-1", "counted from another time"),
        ("x", "counted from x"),
    ],
)
def test_anchors(anchor: str | None, said: str) -> None:
    assert anchor_text(Time("2023", None, None, anchor, Implied("test"), "test")) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (12, 12, "12"),
        (12, 15, "12–15"),
        (12, None, "at least 12"),
        (None, 999, "at most 999"),
        (0.5, 1250, "0.5–1,250"),
    ],
)
def test_bounds(low: float | None, high: float | None, said: str) -> None:
    assert range_text(low, high) == said


def harmed(
    harm: Harm, low: int, *, who: str | None = None, part: bool = False, civilians: bool | None = None
) -> Victims:
    return Victims(harm, Bounds(low, low, Implied("test")), who, civilians, part)


def test_victims() -> None:
    both = [
        harmed(Harm.KILLED, 12),
        harmed(Harm.INJURED, 20, civilians=True),
        harmed(Harm.KILLED, 5, who="children", part=True),
    ]
    assert victims_text(both) == "killed 12, of them 5 children; injured 20 civilians"
    assert victims_text([harmed(Harm.KILLED, 5, who="children", part=True)]) == "killed 5 children"
    assert victims_text([]) == ""


def test_parts_that_have_no_total_are_all_told() -> None:
    parts = [harmed(Harm.KILLED, 5, who="children", part=True), harmed(Harm.KILLED, 2, who="women", part=True)]
    assert victims_text(parts) == "killed 5 children; killed 2 women"


def test_estimates() -> None:
    fighters = claimed().estimates[3]
    assert estimate_amount(fighters) == "at most 999 fighters"
    assert estimate_amount(dataclasses.replace(fighters, low=900)) == "about 900–999 fighters"
    money = dataclasses.replace(fighters, unit="USD", low=40_500_000.0, high=None, approximate=False)
    assert estimate_amount(money) == "at least 40.5 million USD"


def test_bounds_are_put_as_the_report_puts_them() -> None:
    assert range_text(12_000_001, None, words="More than 12 million people") == "more than 12,000,000"
    assert range_text(61, None, words="over 60 strikes") == "more than 60"
    assert range_text(31, None, words="at least 31 people") == "at least 31"
    assert range_text(None, 999, words="fewer than 1,000") == "less than 1,000"
    assert range_text(None, 999) == "at most 999"


def test_of_a_place_the_reports_own_words_come_first() -> None:
    whole = claimed()
    part = whole.events[0].places[0]
    place = dataclasses.replace(whole.places_by_id[part.place or ""], name="Manşar")
    renamed = dataclasses.replace(whole, places=tuple(place if p.id == place.id else p for p in whole.places))
    assert spots([part], renamed) == ["Manshar (Manşar)"]


def test_countries_are_called_by_name_where_their_code_is_known() -> None:
    assert (country_name("SD"), country_name("Orvenia"), country_name("ZZ")) == ("Sudan", "Orvenia", "ZZ")


def test_names_keep_the_reports_words() -> None:
    whole = claimed()
    assert name_of_part(whole.events[1].actors[0], whole) == "Kharan Front"
    assert name_of_part(whole.control[0].holders[0], whole) == "Kharan Front (“Front”)"
    assert name_of_part(whole.estimates[3].places[0], whole) == "west of the Asur"


def test_a_place_in_a_role_is_never_called_after_somebody_that_its_words_name() -> None:
    whole = claimed()
    half = dataclasses.replace(whole.control[0].holders[0], words="the half that the Front holds")
    assert spots([half], whole) == ["the half that the Front holds"]
    assert names([half], whole) == ["Kharan Front (“the half that the Front holds”)"]


def test_places() -> None:
    manshar, _, hadra, dorva, asur = claimed().places
    assert (place_text(manshar), where_text(manshar)) == ("Manshar, Kharan, Orvenia", "35.250, 38.500")
    assert where_text(hadra) == "35.500, 39.000 (middle of the area)"
    assert where_text(dorva) == "not resolved"
    assert where_text(asur) == "no point: an area relative to it"
