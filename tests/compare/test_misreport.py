"""What was changed on the way from a named source, weighed by all that speaks for it."""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest

from accordingto.compare.misreport import CHANGED, SLOTS, of_slot
from accordingto.compare.travel import travel
from accordingto.model import Mismatch, Slot
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.learnt import with_trees
from accordingto.resources.trees import Trees
from tests.compare.build import AGENCY, PERSON, Voice, account
from tests.compare.words import WORDS

WIRE: Voice = ("Northwire", AGENCY, "Northwire", "reported")
FERRO: Voice = ("Kamal Ferro", PERSON, "Kamal Ferro", "said")
LORRIES = "Forty lorries with flour reached Lubnik on Monday"
FERRY = "The ferry across the Asur did not run"


def wire(lorries: str = LORRIES, hour: int = 9) -> Reading:
    return account(
        f"Flour for Lubnik\n\nSELMAR, May 3 (Northwire) – {lorries}, Kamal Ferro said.\n\n{FERRY}, he said.",
        "Northwire",
        f"2023-05-03T{hour:02}:00+03:00",
        (lorries, [FERRO]),
        (FERRY, [FERRO]),
    )


def paper(content: str, voice: Voice = WIRE) -> Reading:
    return account(
        f"Bread again\n\n{content}, {voice[0]} {voice[3]}.", "Gulf Ledger", "2023-05-04T12:00+03:00", (content, [voice])
    )


def found(*readings: Reading, trees: Trees | None = None) -> list[Mismatch]:
    words = WORDS if trees is None else replace(WORDS, learnt=with_trees(WORDS.learnt, {"misreporting": trees}))
    return [*travel(readings, words=words, vectors=sentence_vectors).mismatches]


def likely(changed: float, feature: str = "slot.number") -> Trees:
    """Trees that give a likelihood where a number is over one half, and next to none elsewhere."""
    nodes, left = np.array([[0, 0, 0]]), np.array([[1, 1, 2]])
    value = np.array([[0.0, -20.0, log(changed / (1 - changed))]])
    return Trees(
        ("CHANGED",),
        (feature,),
        np.zeros(1, int),
        nodes,
        np.full((1, 3), 0.5),
        left,
        np.array([[2, 1, 2]]),
        value,
        1,
        "",
    )


def differences(some: list[Mismatch]) -> list[tuple[Slot, str, str]]:
    return [(d.slot, d.a_value, d.b_value) for one in some for d in one.differences]


def test_a_number_that_was_changed_is_told_and_a_faithful_rewording_is_not() -> None:
    changed = found(wire(), paper("Ninety lorries with flour reached Lubnik on Monday"))
    assert differences(changed) == [(Slot.NUMBER, "Forty", "Ninety")]
    assert found(wire(), paper("Forty lorries with flour got to Lubnik on Monday")) == []


def test_a_slot_counts_as_changed_from_the_threshold_on() -> None:
    reports = wire(), paper("Forty lorries with flour got to Lubnik on Monday")
    assert found(*reports, trees=likely(CHANGED - 0.01)) == []
    [one] = found(*reports, trees=likely(CHANGED + 0.01))
    assert differences([one]) == [  # the number is the same, and shows nothing
        (Slot.NUMBER, LORRIES, "Forty lorries with flour got to Lubnik on Monday")
    ]
    assert one.score == pytest.approx(CHANGED + 0.01, abs=0.001)


@pytest.mark.parametrize("slot", [slot for slot in SLOTS if slot is not Slot.ACTOR])
def test_where_nothing_fills_a_slot_both_statements_stand(slot: Slot) -> None:
    open_, closed = "The flour market has opened again", "The flour market has begun to sell again"
    [one] = found(wire(open_), paper(closed), trees=likely(0.9, f"slot.{slot}"))
    assert differences([one]) == [(slot, open_, closed)]


def test_what_is_too_short_to_be_likely_of_anything_is_held_against_nothing() -> None:
    assert found(wire(), paper("He left"), trees=likely(0.9)) == []


def test_a_statement_that_no_credit_stands_over_is_held_against_its_source_unless_somebody_else_says_it() -> None:
    def told(voice: Voice) -> list[str]:
        text = f"Bread\n\nBakers wait, Northwire reported.\n\n{LORRIES}, {voice[0]} {voice[3]}.\n\nThe ovens are cold."
        made = account(text, "Gulf Ledger", "2023-05-04T12:00+03:00", ("Bakers wait", [WIRE]), (LORRIES, [voice]))
        return [b for _, _, b in differences(found(wire(), made, trees=likely(0.9))) if b == LORRIES]

    assert told(FERRO) == [LORRIES]
    assert told(("Lina Sarraf", PERSON, "Lina Sarraf", "said")) == []


def test_the_words_of_the_rules_stay_where_they_found_the_difference() -> None:
    reports = wire(), paper("Ninety lorries with flour reached Lubnik on Monday")
    [one] = found(*reports, trees=likely(0.9, "own.rule"))
    assert differences([one]) == [(Slot.NUMBER, "Forty", "Ninety")]
    assert found(*reports, trees=likely(CHANGED / 2, "own.rule")) == []


def test_nothing_is_held_against_an_outlet_that_is_not_named() -> None:
    reports = wire(), paper("Ninety lorries with flour reached Lubnik on Monday", FERRO)
    assert found(*reports, trees=likely(0.9)) == []


def test_of_two_reports_of_the_named_outlet_each_slot_is_told_once() -> None:
    later = wire("Fifty lorries with flour reached Lubnik on Monday", hour=20)
    ninety = paper("Ninety lorries with flour reached Lubnik on Monday")
    assert [one.differences[0].slot for one in found(wire(), later, ninety, trees=likely(0.9))] == [Slot.NUMBER]
    [one] = found(wire(), later, ninety, trees=likely(0.9, "told.share"))[:1]
    assert one.score == pytest.approx(0.9, abs=0.001)


def test_a_slot_is_asked_of_by_what_was_found_in_it() -> None:
    given = {name: 0.0 for slot in SLOTS for name in (f"rule.{slot}", f"rule.first.{slot}", f"apart.found.{slot}")}
    given |= {f"differing.{slot}": 0.25 for slot in SLOTS} | {"rule.place": 1.0}
    place, certainty = (of_slot(given, slot) for slot in (Slot.PLACE, Slot.CERTAINTY))
    assert (place["slot.place"], place["own.rule"], place["own.differing"]) == (1.0, 1.0, 0.25)
    assert (certainty["slot.place"], certainty["own.rule"], certainty["own.differing"]) == (0.0, 0.0, 0.0)
