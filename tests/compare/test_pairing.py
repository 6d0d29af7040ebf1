"""Which statements are set against each other."""

from __future__ import annotations

from accordingto.compare.travel import travel
from accordingto.model import RelationKind
from accordingto.pipeline.travel import sentence_vectors
from tests.compare.build import ORGANISATION, PERSON, account
from tests.compare.words import WORDS

LAMP = [("Red Lamp Society", ORGANISATION, "the Red Lamp Society", "said")]
FERRO = [("Kamal Ferro", PERSON, "Kamal Ferro", "said")]


BRIDGES = "Two bridges over the Asur were destroyed on Monday"
BOTH = "Both bridges across the Asur were gone by Monday evening"


def test_what_is_said_of_itself_elsewhere_agrees_and_from_one_place_is_reworded() -> None:
    one = account(f"A\n{BRIDGES}, the Red Lamp Society said.", "Radio Asur", "2023-05-01T10:00+00:00", (BRIDGES, LAMP))
    same = account(f"B\n{BOTH}, the Red Lamp Society said.", "Gulf Ledger", "2023-05-01T12:00+00:00", (BOTH, LAMP))
    other = account(f"C\n{BOTH}, Kamal Ferro said.", "Ishrat Daily", "2023-05-01T14:00+00:00", (BOTH, FERRO))
    [found] = travel([one, same], words=WORDS, vectors=sentence_vectors).relations
    assert found.kind is RelationKind.REWORDS
    [found] = travel([one, other], words=WORDS, vectors=sentence_vectors).relations
    assert found.kind is RelationKind.AGREES


def test_a_headline_is_set_against_its_own_body() -> None:
    head, body = "At least 30 killed in Lubnik", "At least 12 people were killed in Lubnik"
    one = account(f"{head}\n{body}, the Red Lamp Society said.", "Radio Asur", None, (head, []), (body, LAMP))
    [found] = travel([one], words=WORDS, vectors=sentence_vectors).relations
    assert [one.by_id[found.a].content, one.by_id[found.b].content] == [
        one.statements[1].content,
        one.statements[0].content,
    ]
    assert found.kind is RelationKind.NARROWS
