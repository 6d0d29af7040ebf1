"""Who holds which place. Syntax is given by hand, once as it should be and once without arcs; places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.content.control import controls
from accordingto.model import Aux, Control, Inherited, Span, spans_of
from accordingto.resources.control import open_control_words
from tests.content.marked import scene_of

WORDS = open_control_words()
Told = tuple[str, bool, str, str]


def found(marked: str, **given: object) -> list[Control]:
    return list(controls(scene_of(marked, **given), WORDS))  # type: ignore[arg-type]


def told(marked: str) -> list[Told]:
    """Status, whether asserted, places, holders."""
    return [
        (c.status.value, c.asserted, "+".join(p.words for p in c.places), "+".join(p.words for p in c.holders))
        for c in found(marked)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "The|DET|det|army army|NOUN|nsubj|captured captured|VERB Dorva|PROPN|dobj|captured from|ADP|prep|captured "
            "the|DET|det|Front Front|PROPN|pobj|from",
            [("gains", True, "Dorva", "The army"), ("loses", True, "Dorva", "the Front")],
        ),
        (
            "Dorva|PROPN|nsubjpass|retaken was|AUX|auxpass|retaken retaken|VERB by|ADP|agent|retaken rebels|NOUN|pobj|by",
            [("gains", True, "Dorva", "rebels")],
        ),
        (
            "Dorva|PROPN|nsubj|fell fell|VERB to|ADP|prep|fell the|DET|det|army army|NOUN|pobj|to",
            [("gains", True, "Dorva", "the army")],
        ),
        ("Dorva|PROPN|nsubj|fell fell|VERB on|ADP Friday|PROPN", [("loses", True, "Dorva", "")]),
        (
            "They|PRON|nsubj|lost lost|VERB Dorva|PROPN|dobj|lost to|ADP|prep|lost rebels|NOUN|pobj|to",
            [("loses", True, "Dorva", "They"), ("gains", True, "Dorva", "rebels")],
        ),
        (
            "Guards|NOUN|nsubj|handed handed|VERB Dorva|PROPN|dobj|handed to|ADP|prep|handed the|DET|det|army army|NOUN|pobj|to",
            [("loses", True, "Dorva", "Guards"), ("gains", True, "Dorva", "the army")],
        ),
        (
            "Troops|NOUN|nsubj|withdrew withdrew|VERB from|ADP|prep|withdrew Dorva|PROPN|pobj|from",
            [("withdraws", True, "Dorva", "Troops")],
        ),
        (
            "The|DET|det|army army|NOUN|nsubj|drove drove|VERB rebels|NOUN|dobj|drove out|ADP|prep|drove of|ADP|prep|out "
            "Dorva|PROPN|pobj|of",
            [("loses", True, "Dorva", "rebels")],
        ),
        (
            "The|DET|det|army army|NOUN|nsubj|encircled has|AUX|aux|encircled encircled|VERB Dorva|PROPN|dobj|encircled",
            [("besieges", True, "Dorva", "The army")],
        ),
        (
            "Soldiers|NOUN|nsubj|are are|AUX inside|ADP|prep|are Dorva|PROPN|pobj|inside",
            [("contests", True, "Dorva", "Soldiers")],
        ),
        (
            "Rebels|NOUN|nsubj|fight fight|VERB for|ADP|prep|fight Dorva|PROPN|pobj|for",
            [("contests", True, "Dorva", "Rebels")],
        ),
        (
            "Dorva|PROPN ,|PUNCT which|PRON|dobj|holds the|DET|det|Front Front|PROPN|nsubj|holds holds|VERB|relcl|Dorva",
            [("holds", True, "Dorva", "the Front")],
        ),
        (
            "villages|NOUN it|PRON|nsubj|controls controls|VERB|relcl|villages",
            [("holds", False, "villages", "it")],
        ),
        (
            "Dorva|PROPN ,|PUNCT held|VERB|acl|Dorva by|ADP|agent|held rebels|NOUN|pobj|by",
            [("holds", False, "Dorva", "rebels")],
        ),
        (
            "the|DET|det|town town|NOUN|nsubj|fell of|ADP|prep|town Dorva|PROPN|pobj|of fell|VERB",
            [("loses", True, "Dorva", "")],
        ),
    ],
)
def test_verbs(marked: str, expected: list[Told]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Front|PROPN ~-|PUNCT ~held|VERB|amod|Dorva Dorva|PROPN", [("holds", False, "Dorva", "Front")]),
        (
            "the|DET rebel|NOUN ~-|PUNCT ~held|VERB|amod|town town|NOUN of|ADP Dorva|PROPN",
            [("holds", False, "Dorva", "rebel")],
        ),
        ("government|NOUN controlled|VERB|amod|areas areas|NOUN", [("holds", False, "areas", "government")]),
        ("besieged|ADJ Dorva|PROPN", [("besieges", False, "Dorva", "")]),
        (
            "the|DET capture|NOUN of|ADP|prep|capture Dorva|PROPN|pobj|of by|ADP|prep|capture rebels|NOUN|pobj|by",
            [("gains", False, "Dorva", "rebels")],
        ),
        ("the|DET fall|NOUN of|ADP Dorva|PROPN", [("loses", False, "Dorva", "")]),
        (
            "the|DET fall|NOUN of|ADP Dorva|PROPN to|ADP rebels|NOUN",
            [("loses", False, "Dorva", ""), ("gains", False, "Dorva", "rebels")],
        ),
        ("the|DET siege|NOUN of|ADP Dorva|PROPN", [("besieges", False, "Dorva", "")]),
        ("areas|NOUN under|ADP their|PRON control|NOUN", [("holds", False, "areas", "their")]),
        (
            "Dorva|PROPN|nsubj|is is|AUX under|ADP|prep|is the|DET control|NOUN|pobj|under of|ADP|prep|control rebels|NOUN|pobj|of",
            [("holds", True, "Dorva", "rebels")],
        ),
        (
            "Dorva|PROPN|nsubj|came came|VERB under|ADP|prep|came army|NOUN control|NOUN|pobj|under",
            [("gains", True, "Dorva", "army")],
        ),
        (
            "Rebels|NOUN|nsubj|took took|VERB control|NOUN|dobj|took of|ADP|prep|control Dorva|PROPN|pobj|of",
            [("gains", True, "Dorva", "Rebels")],
        ),
        (
            "Rebels|NOUN|nsubj|lost lost|VERB control|NOUN|dobj|lost of|ADP|prep|control Dorva|PROPN|pobj|of",
            [("loses", True, "Dorva", "Rebels")],
        ),
        (
            "Dorva|PROPN|nsubj|is is|AUX in|ADP|prep|is rebel|NOUN hands|NOUN|pobj|in",
            [("holds", True, "Dorva", "rebel")],
        ),
    ],
)
def test_nouns_and_modifiers(marked: str, expected: list[Told]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "The|DET army|NOUN captured|VERB Dorva|PROPN",
        "Dorva|PROPN captured|VERB after|ADP two|NUM weeks|NOUN",
        "rebels|NOUN withdrew|VERB from|ADP Dorva|PROPN",
    ],
)
def test_without_arcs_the_nearest_words_tell(marked: str) -> None:
    assert [c.places[0].words for c in found(marked)] == ["Dorva"]


@pytest.mark.parametrize(
    "marked",
    [
        "They|PRON|nsubj|captured captured|VERB three|NUM|nummod|soldiers soldiers|NOUN|dobj|captured",
        "The|DET raid|NOUN|nsubj|took took|VERB place|NOUN|dobj|took",
        "Families|NOUN|nsubj|left left|VERB Dorva|PROPN|dobj|left",
        "They|PRON|nsubj|held held|VERB talks|NOUN|dobj|held in|ADP Dorva|PROPN",
        "Troops|NOUN|nsubj|entered entered|VERB Dorva|PROPN|dobj|entered",
        "Prices|NOUN|nsubj|fell fell|VERB in|ADP Dorva|PROPN",
    ],
)
def test_what_is_no_control(marked: str) -> None:
    assert found(marked) == []


@pytest.mark.parametrize(
    ("before", "aux"),
    [
        ("has|AUX|aux|captured", None),
        ("did|AUX|aux|captured not|PART|neg|captured", Aux.NEGATED),
        ("will|AUX|aux|captured", Aux.FUTURE),
        ("may|AUX|aux|captured", Aux.HYPOTHETICAL),
    ],
)
def test_what_did_not_happen_says_so(before: str, aux: Aux | None) -> None:
    (record,) = found(f"Selmar|PROPN|nsubj|captured {before} captured|VERB the|DET|det|hill hill|NOUN|dobj|captured")
    assert record.aux is aux


def test_joined_places_are_apart() -> None:
    (record,) = found(
        "It|PRON|nsubj|took took|VERB Dorva|PROPN|dobj|took and|CCONJ|cc|Dorva two|NUM|nummod|hamlets hamlets|NOUN|conj|Dorva"
    )
    assert [p.words for p in record.places] == ["Dorva", "two hamlets"]


def test_the_siege_is_that_of_the_nearest_besieged_place() -> None:
    first, second = found("besieged|ADJ Dorva|PROPN waited|VERB ~.|PUNCT The|DET siege|NOUN went|VERB on|ADP")
    assert second.places[0].words == "Dorva"
    assert second.places[0].evidence == Inherited(first.id, "control:the-siege", spans_of(first.places[0].evidence))


def test_a_name_located_once_is_a_place_all_through() -> None:
    record = found(
        "In|ADP Kamal|PROPN rain|NOUN fell|VERB ~.|PUNCT Rebels|NOUN|nsubj|took took|VERB Kamal|PROPN|dobj|took"
    )
    assert [c.places[0].words for c in record] == ["Kamal"]


ANY = (
    "army|NOUN Dorva|PROPN|dobj|took took|VERB held|VERB|acl|army besieged|ADJ control|NOUN of|ADP under|ADP the|DET by|ADP|agent|held "
    "fell|VERB to|ADP ~-|PUNCT siege|NOUN ’|PART s|PART which|PRON|nsubj|held inside|ADP is|AUX handed|VERB over|ADP , hands|NOUN in|ADP "
    "from|ADP rebels|NOUN|nsubj|took most|ADJ|dobj|took capture|NOUN it|PRON"
).split()


@given(st.lists(st.sampled_from(ANY), min_size=1, max_size=12))
def test_records_hold_whatever_the_words(words: list[str]) -> None:
    scene = scene_of(" ".join(words))
    whole = Span(0, len(scene.report.text))
    for record in controls(scene, WORDS):
        assert record.places
        spans = [s for part in (*record.places, *record.holders) for s in spans_of(part.evidence)]
        assert all(whole.contains(span) for span in (*record.trigger, *spans))


def test_a_relative_pronoun_stands_for_its_noun_even_with_a_wrong_arc() -> None:
    (record,) = found(
        "Dorva|PROPN ,|PUNCT which|PRON|nsubjpass|under has|AUX been|AUX|relcl|Dorva under|VERB siege|NOUN"
    )
    assert (record.status.value, record.places[0].words) == ("besieges", "Dorva")
