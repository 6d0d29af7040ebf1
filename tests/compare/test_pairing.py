"""Which statements are set against each other."""

from __future__ import annotations

from accordingto.compare.travel import travel
from accordingto.model import RelationKind
from tests.compare.build import ORGANISATION, OUTLET, PERSON, account
from tests.compare.words import WORDS

LAMP = [("Red Lamp Society", ORGANISATION, "the Red Lamp Society", "said")]
FERRO = [("Kamal Ferro", PERSON, "Kamal Ferro", "said")]


def test_same_words_of_two_origins_agree_and_of_one_repeat() -> None:
    words = "Two bridges over the Asur were destroyed on Monday"
    one = account(f"A\n{words}, the Red Lamp Society said.", "Radio Asur", "2023-05-01T10:00+00:00", (words, LAMP))
    same = account(f"B\n{words}, the Red Lamp Society said.", "Gulf Ledger", "2023-05-01T12:00+00:00", (words, LAMP))
    other = account(f"C\n{words}, Kamal Ferro said.", "Ishrat Daily", "2023-05-01T14:00+00:00", (words, FERRO))
    found = travel([one, same, other], words=WORDS)
    at = {
        reading.statements[0].id: reading.report.outlet.value for reading in (one, same, other) if reading.report.outlet
    }
    assert {(at[r.a], at[r.b]): r.kind for r in found.relations} == {
        ("Radio Asur", "Gulf Ledger"): RelationKind.REPEATS,
        ("Radio Asur", "Ishrat Daily"): RelationKind.AGREES,
        ("Gulf Ledger", "Ishrat Daily"): RelationKind.AGREES,
    }


def test_who_has_other_things_from_a_report_and_hears_the_same_elsewhere_agrees_with_it() -> None:
    words, flour = "Two bridges over the Asur were destroyed on Monday", "flour had run out in Lubnik"
    one = account(f"A\n{words}, the Red Lamp Society said.", "Radio Asur", "2023-05-01T10:00+00:00", (words, LAMP))
    other = account(
        f"B\n{words}, Kamal Ferro said.\nRadio Asur reported that {flour}.",
        "Ishrat Daily",
        "2023-05-01T14:00+00:00",
        (words, FERRO),
        (flour, [("Radio Asur", OUTLET, "Radio Asur", "reported")]),
    )
    found = travel([one, other], words=WORDS)
    assert [(edge.source, edge.target) for edge in found.lineage] == [(other.report.id, one.report.id)]
    assert [relation.kind for relation in found.relations] == [RelationKind.AGREES]


def test_a_headline_is_set_against_its_own_body() -> None:
    head, body = "At least 30 killed in Lubnik", "At least 12 people were killed in Lubnik"
    one = account(f"{head}\n{body}, the Red Lamp Society said.", "Radio Asur", None, (head, []), (body, LAMP))
    [found] = travel([one], words=WORDS).relations
    assert [one.by_id[found.a].content, one.by_id[found.b].content] == [
        one.statements[1].content,
        one.statements[0].content,
    ]
    assert found.kind is RelationKind.NARROWS
