"""Recognition on the invented world: no name is in a gazetteer, and the entity head is a stub or silent."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.mentions.places import toponyms
from accordingto.model import PlaceKind, Span
from accordingto.resources.gazetteer.gazetteer import Gazetteer, open_gazetteer
from accordingto.resources.places import open_place_words

WORDS = open_place_words()


@dataclass(frozen=True)
class Name:
    span: Span
    kind: str
    score: float = 0.9


def found(text: str, *named: Name, gazetteer: Gazetteer | None = None) -> list[str]:
    return [one.name for one in toponyms(text, named, gazetteer or Gazetteer([]), WORDS)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on the town of Derbazin. Derbazin was quiet by night.", ["Derbazin", "Derbazin"]),
        ("Troops entered Tell Harun, and residents fled to Kafr Mizar.", ["Tell Harun", "Kafr Mizar"]),
        ("RUSAFI, March 9 (Northwire) – The army is in the streets of Rusafi.", ["RUSAFI", "Rusafi"]),
        ("The Orvenian army left. Orvenia’s government said nothing.", ["Orvenia"]),
        ("They crossed the Tarsa\u00a0valley at dawn.", ["Tarsa\u00a0valley"]),
        ("A mine went off near the Gulf of Imbra.", ["Gulf of Imbra"]),
        ("Aid reached ‘Ain Barid, in Orvenia.", ["‘Ain Barid", "Orvenia"]),
    ],
)
def test_names_are_told_by_what_the_text_shows(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "General Nadim Hazrun spoke in the evening. Hazrun said the siege was over.",
        "The Derba National Bank closed its doors.",
        "The raid was first reported by (Northwire).",
        "On Monday, residents of the quarter left in March.",
        "FUF fighters told reporters nothing.",
    ],
)
def test_persons_bodies_and_days_are_no_places(text):
    assert found(text) == []


def test_the_head_is_followed_where_nothing_speaks_against_it():
    text = "Selmar would not say."
    assert found(text, Name(Span(0, 6), "place")) == ["Selmar"]
    assert found(text, Name(Span(0, 6), "person")) == []


def test_the_head_s_words_of_kind_belong_to_no_name():
    text = "Smoke rose over Derbazin town and northern Orvenia."
    assert found(text, Name(Span(16, 29), "place"), Name(Span(34, 50), "place")) == ["Derbazin", "Orvenia"]


def test_what_a_text_shows_outweighs_a_head_that_is_unsure():
    text = "Residents of Rusafi fled. The army is in Rusafi."
    assert found(text, Name(Span(13, 19), "organisation", 0.4)) == ["Rusafi", "Rusafi"]


def test_known_places_are_found_inside_longer_runs_of_capitals():
    shipped = open_gazetteer(own=False)
    assert found("Syria Talks Resume In Geneva", gazetteer=shipped) == ["Syria", "Geneva"]
    assert found("Police in Alexandria, La., said so.", gazetteer=shipped) == ["Alexandria", "La."]


def test_demonyms_are_marked():
    one, other = toponyms("Syrian troops left for Turkey.", (), open_gazetteer(own=False), WORDS)
    assert (one.name, one.demonym, other.name, other.demonym) == ("Syrian", True, "Turkey", False)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They were stopped west of the town of Rusafi.", "west of"),
        ("The camp lies near Rusafi.", "near"),
        ("They met on the outskirts of Rusafi.", "on the outskirts of"),
        ("They wait in Rusafi.", None),
    ],
)
def test_an_area_relative_to_a_place_is_told(text, relation):
    (one,) = toponyms(text, (), Gazetteer([]), WORDS)
    assert one.relation == relation
    if relation:
        assert one.relation_span.of(text).lower() == relation


def test_words_beside_a_name_tell_its_kind():
    (one,) = toponyms("Fighting went on in Derba province.", (), Gazetteer([]), WORDS)
    assert (one.name, one.hint) == ("Derba", PlaceKind.ADMIN1)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aAbB’'-. \u00a0\n,(éŠʿ1", max_size=80))
def test_spans_are_the_names_they_give(text):
    for one in toponyms(text, (), Gazetteer([]), WORDS):
        assert one.span.of(text) == one.name
        assert one.name.strip() == one.name
