"""Events of single sentences, whose syntax is given by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.content.events import events
from accordingto.content.scene import Scene
from accordingto.model import Aux, Event, Harm, Stated, spans_of, text_of
from accordingto.resources.events import open_codebook
from tests.content.events import sentences as s
from tests.content.marked import scene_of

BOOK = open_codebook()


def found(marked: str, *places: str) -> list[Event]:
    return [event for event in events(scene_of(marked, places=places), BOOK) if not event.derived]


def told(event: Event, scene: Scene) -> tuple[str, str, str | None, list[str], list[str], list[str]]:
    parts = [[part.words for part in role] for role in (event.actors, event.recipients, event.places)]
    return text_of(scene.report.text, event.trigger), event.type, event.mode, *parts


@pytest.mark.parametrize(
    ("marked", "places", "expected"),
    [
        (
            s.SHELLED,
            ["Dorva"],
            ("shelled", "ASSAULT", "heavy-weapons", ["Rebels"], ["the market", "people"], ["Dorva"]),
        ),
        (s.OPENED_FIRE, [], ("opened fire", "ASSAULT", "firearms", ["Soldiers"], ["protesters"], [])),
        (s.LOOTING, [], ("looting", "COERCE", "seize", ["The army"], ["shops"], [])),
        (s.ABDUCTED, ["Manshar"], ("abducted", "ASSAULT", "abduct", ["gunmen"], ["nurses"], ["Manshar"])),
        (s.STRIKE_ON, [], ("air strike", "ASSAULT", "aerial", ["Veshkari"], ["a clinic", "villagers"], ["a clinic"])),
        (s.ARRESTED, [], ("arrested", "COERCE", "arrest", ["The guards"], ["him"], [])),
        (s.HELD, [], ("held", "COERCE", "arrest", ["The council"], ["people"], [])),
        (s.WALKED_OUT, [], ("walked out", "SANCTION", "discontinue", ["Delegates"], [], [])),
        (s.FLED, ["Dorva"], ("fled", "SANCTION", "expel", [], ["people"], ["Dorva"])),
        (s.TOLD_TO_LEAVE, [], ("leave", "SANCTION", "expel", [], ["us"], [])),
        (s.SHELLING_BY, ["Dorva"], ("shelling", "ASSAULT", "heavy-weapons", ["the Front"], ["a teacher"], ["Dorva"])),
        (s.LAUNCHED, [], ("launched an offensive", "ASSAULT", None, ["The Front"], ["the army"], [])),
        (s.LAID_DOWN, [], ("laid down their arms", "RETREAT", "disarm", ["Fighters"], [], [])),
        (s.AGREEMENT, [], ("reached an agreement", "AGREE", None, ["The two sides"], [], [])),
    ],
)
def test_trigger_type_mode_and_roles(marked: str, places: list[str], expected: tuple[object, ...]) -> None:
    scene = scene_of(marked, places=places)
    first = next(event for event in events(scene, BOOK) if not event.derived)
    assert told(first, scene) == expected


def test_casualties_belong_to_the_deed_of_their_sentence_and_parts_are_not_added() -> None:
    (event,) = found(s.SHELLED, "Dorva")
    total, part = event.victims
    assert (total.harm, total.count.low, total.count.high, total.part) == (Harm.KILLED, 12, None, False)
    assert (part.count.low, part.who, part.civilians, part.part) == (3, "children", True, True)


def test_one_person_counts_as_one() -> None:
    (event,) = found(s.SHELLING_BY, "Dorva")
    assert (event.victims[0].count.low, event.victims[0].count.high) == (1, 1)


def test_the_displaced_are_counted() -> None:
    (event,) = found(s.FLED)
    assert event.victims[0].harm is Harm.DISPLACED
    assert event.victims[0].count.low == 4000


def test_to_hold_talks_is_to_consult_and_to_sign_a_form_is_no_support() -> None:
    assert [event.type for event in found(s.HELD_TALKS)] == ["CONSULT"]
    assert found(s.SIGNED_FORM) == []


def test_a_noun_that_qualifies_another_names_no_happening() -> None:
    assert found(s.INQUIRY) == []


@pytest.mark.parametrize(
    ("marked", "aux"),
    [(s.WILL_VISIT, Aux.FUTURE), (s.NO_STRIKE, Aux.NEGATED), (s.SHELLED, None), (s.LAUNCHED, None)],
)
def test_status(marked: str, aux: Aux | None) -> None:
    assert found(marked)[0].aux is aux


def test_an_event_stands_under_the_statement_that_claims_it() -> None:
    scene = scene_of("He|PRON|nsubj|said said|VERB " + s.OPENED_FIRE, source="He", content="Soldiers opened fire")
    assert [event.statement for event in events(scene, BOOK) if not event.derived] == ["s1"]


def test_a_deed_under_a_word_of_blame_is_kept_and_the_blame_is_derived() -> None:
    made = events(scene_of(s.LOOTING), BOOK)
    assert [(event.type, event.derived) for event in made] == [("ACCUSE", True), ("COERCE", False)]


def test_ids_do_not_depend_on_the_run() -> None:
    assert found(s.SHELLED)[0].id == found(s.SHELLED)[0].id


WORDS = [
    "Rebels",
    "shelled",
    "the",
    "town",
    "12",
    "dead",
    "by",
    "attack",
    "of",
    ",",
    "“",
    "and",
    "leave",
    "dozens",
    "air",
    "strike",
    "who",
]
POS = ["NOUN", "VERB", "DET", "PROPN", "NUM", "ADJ", "ADP", "PUNCT", "AUX", "PRON"]
RELATIONS = [
    "nsubj",
    "dobj",
    "conj",
    "prep",
    "pobj",
    "relcl",
    "acl",
    "nsubjpass",
    "appos",
    "compound",
    "det",
    "nummod",
    "xcomp",
    "amod",
    "poss",
]
TOKEN = st.tuples(st.sampled_from(WORDS), st.sampled_from(POS), st.sampled_from(RELATIONS), st.integers(0, 13))


@given(st.lists(TOKEN, min_size=1, max_size=14))
def test_whatever_the_words_and_arcs_evidence_lies_in_the_text(tokens: list[tuple[str, str, str, int]]) -> None:
    plain = scene_of(" ".join(f"{word}|{pos}" for word, pos, _, _ in tokens))
    heads = [(head + i) % len(tokens) for i, (_, _, _, head) in enumerate(tokens)]
    syntax = replace(plain.syntax, heads=heads, relations=[relation for _, _, relation, _ in tokens])
    scene = replace(plain, syntax=syntax)
    for event in events(scene, BOOK):
        assert all(span.end <= len(scene.report.text) for span in event.trigger)
        for part in (*event.actors, *event.recipients, *event.places):
            assert isinstance(part.evidence, Stated)
            assert text_of(scene.report.text, spans_of(part.evidence)) == part.words


def test_a_clause_of_its_own_is_not_negated_by_the_one_before_it() -> None:
    (event,) = found(s.JOINED_CLAUSE)
    assert event.aux is None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (s.DOZENS, [(24, None)]),
        (s.BOTH_COUNTED, [(23, "soldiers"), (17, "villagers")]),
        (s.OF_THEM, [(60, None)]),
    ],
)
def test_who_was_killed_is_told_once_and_without_the_count(marked: str, expected: list[tuple[int, str | None]]) -> None:
    (event,) = found(marked)
    assert [(one.count.low, one.who) for one in event.victims] == expected


def test_what_is_given_is_not_who_is_given_it() -> None:
    (event,) = found(s.SENT_MONEY)
    assert (event.type, event.recipients) == ("AID", ())
