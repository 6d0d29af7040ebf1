"""Names are found by whole words; times by the days that they share."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.export.layers import Layer
from accordingto.export.select import Wanted, holds, overlaps, select
from accordingto.model import Act, Implied, PlaceKind, Time
from accordingto.model.days import first_day, last_day
from accordingto.resources.gazetteer.gazetteer import Hit
from accordingto.resources.gazetteer.index import Entry, Role
from accordingto.resources.gazetteer.known import known_places
from tests.export.claimed import claimed


@pytest.mark.parametrize(
    ("name", "asked", "found"),
    [
        ("the Kharan Front", "front", True),
        ("the Kharan Front", "the\u00a0kharan", True),
        ("the Kharan Front", "the Front", False),
        ("Khan Sheikhoun", "sheik", False),
        ("‘Ayn ‘Īsá", "Ayn Isa", True),
        ("Sana'a", "Sana’a", True),
        ("al-Nusra", "nusra", True),
        ("الجبهة", "الجبهة", True),
        ("KF", "kf", True),
        ("KF", "…", False),
    ],
)
def test_names(name: str, asked: str, found: bool) -> None:
    assert holds(name, asked) is found


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.text(), st.text())
def test_a_word_is_found_wherever_it_stands(word: str, before: str, after: str) -> None:
    assert holds(f"{before} {word} {after}", word) or not holds(word, word)


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-03-13", "2023-03-13", "2023-03-13"),
        ("2023-03-13T14:07", "2023-03-13", "2023-03-13"),
    ],
)
def test_days(iso: str, first: str, last: str) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)


def time(start: str | None, end: str | None) -> Time:
    return Time("2023", start, end, None, Implied("test"), "test")


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "found"),
    [
        ("2023-03-01", "2023-03-31", "2023-03-31", None, True),
        ("2023-03-01", "2023-03-31", "2023-04", None, False),
        ("2023-03-01", "2023-03-31", None, "2023-03-01", True),
        ("2023-03-01", "2023-03-31", None, "2023-02", False),
        ("2023-03-01", None, "2030", None, True),
        (None, "2023-03-31", None, "1990", True),
        (None, "2023-03-31", "2024", None, False),
    ],
)
def test_overlap(start: str | None, end: str | None, since: str | None, until: str | None, found: bool) -> None:
    assert overlaps(time(start, end), Wanted(since=since, until=until)) is found


class Atlas:
    """A gazetteer of three places under names that the report does not use."""

    def find(self, name: str) -> tuple[Hit, ...]:
        found = {
            "Orvenska": ("country:ov", "Orvenia", PlaceKind.COUNTRY, Role.OTHER),
            "Orvenian": ("country:ov", "Orvenia", PlaceKind.COUNTRY, Role.DEMONYM),
            "Karan Province": ("unit:1", "Kharan", PlaceKind.ADMIN1, Role.OTHER),
            "Mansar": ("world:manshar", "Manshar", PlaceKind.SETTLEMENT, Role.TRANSLITERATION),
        }.get(name)
        if not found:
            return ()
        key, known, kind, role = found
        return (Hit(Entry(key, known, kind, "OV", None, None, None, None, 0, None, "atlas"), role, 1.0, 0),)


@pytest.mark.parametrize(("name", "count"), [("Orvenska", 3), ("Orvenian", 0), ("Karan Province", 2), ("Mansar", 2)])
def test_a_place_is_found_by_any_name_that_the_gazetteer_has_for_it_or_for_what_it_lies_in(
    name: str, count: int
) -> None:
    whole = claimed()
    coded = tuple(dataclasses.replace(p, country="OV") if p.country else p for p in whole.places)
    asked = Wanted(places=(name,), known=known_places([name], Atlas()))  # type: ignore[arg-type]
    assert len(select(dataclasses.replace(whole, places=coded), Layer.EVENTS, asked)[0].events) == count


def test_a_duration_is_no_time_to_compare_with() -> None:
    whole = claimed()
    event = dataclasses.replace(whole.events[1], time=time(None, None))
    found, untimed = select(dataclasses.replace(whole, events=(event,)), Layer.EVENTS, Wanted(since="2020"))
    assert (found.events, untimed) == ((), 1)


def test_adjectives_are_left_out_of_places_unless_asked_for() -> None:
    whole = claimed()
    whole = dataclasses.replace(whole, places=tuple(dataclasses.replace(p, demonym=True) for p in whole.places))
    assert not select(whole, Layer.PLACES, Wanted())[0].places
    assert len(select(whole, Layer.PLACES, Wanted(demonyms=True))[0].places) == 5


def test_only_the_layer_asked_for_shrinks() -> None:
    found, _ = select(claimed(), Layer.EVENTS, Wanted(actors=("nobody",)))
    assert (len(found.events), len(found.places), len(found.statements)) == (0, 5, 6)


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(actors=("al-jabha",)), 1),
        (Wanted(actors=("army",)), 0),
        (Wanted(acts=frozenset({Act.STATE})), 1),
        (Wanted(acts=frozenset({Act.DENY})), 0),
        (Wanted(sources=("monitor",)), 1),
        (Wanted(places=("manshar",)), 1),
        (Wanted(places=("dorva",)), 0),
        (Wanted(since="2023-03-12", until="2023-03-12"), 1),
        (Wanted(since="2024"), 0),
    ],
)
def test_an_actor_is_told_by_the_statements_that_name_it(wanted: Wanted, count: int) -> None:
    assert len(select(claimed(), Layer.ACTORS, wanted)[0].actors) == count
