from __future__ import annotations

import numpy as np
import pytest

from accordingto.compare.excluding import DIFFERING, features, likeliest_difference
from accordingto.compare.slots import findings, relation
from accordingto.model import Relation, RelationKind, Slot, text_of
from tests.compare.words import WORDS, frame_of, saying


def compared(a: str, b: str, *, on_one_thing: bool) -> Relation:
    frame = frame_of(a, b)
    return relation(saying(a, frame), saying(b, frame), 1.0, frame, on_one_thing=on_one_thing)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Divers of the coast guard cut the cable", "An anchor tore it in the storm"),
        ("The mill will grind again within a week", "The stones are cracked and cannot be replaced before the spring"),
        ("The school was used as a store for rockets", "There was nothing in the building but benches and books"),
    ],
)
def test_what_no_slot_sees_apart_is_weighed_where_both_are_on_one_thing(a: str, b: str) -> None:
    assert compared(a, b, on_one_thing=False).kind is not RelationKind.CONTRADICTS
    found = compared(a, b, on_one_thing=True)
    assert found.kind is RelationKind.CONTRADICTS
    first = found.differences[0]
    assert first.slot in DIFFERING
    frame = frame_of(a, b)
    for words, passage, value in ((a, first.a, first.a_value), (b, first.b, first.b_value)):
        assert passage.spans, "both sides are shown"
        assert value == text_of(saying(words, frame).text, passage.spans)


def test_the_same_in_other_words_stays_the_same() -> None:
    a, b = "The convoy reached the camp with eighteen lorries", "Eighteen lorries of the convoy got to the camp"
    assert compared(a, b, on_one_thing=True).kind is not RelationKind.CONTRADICTS


def test_what_is_only_told_more_exactly_is_not_weighed_again() -> None:
    a, b = "At least twelve people were killed in the market", "Fourteen people were killed in the market"
    for known in (False, True):
        assert compared(a, b, on_one_thing=known).kind is RelationKind.NARROWS


def test_what_tells_is_the_same_whichever_comes_first() -> None:
    a, b = "The army took the mill on Monday", "Nobody from the army was near the mill before Tuesday"
    frame = frame_of(a, b)
    one, other = (frame.side(saying(words, frame)) for words in (a, b))
    given, turned = features(one, other, findings(one, other)), features(other, one, findings(other, one))
    assert given == turned
    assert {*WORDS.learnt.excluding.features, *WORDS.learnt.differing.features} <= given.keys()


def test_one_row_is_answered_as_a_table_is() -> None:
    trees = WORDS.learnt.differing
    rows = [{name: float(i * n % 4) for n, name in enumerate(trees.features)} for i in range(5)]
    table = trees.sums(np.array([[row[name] for name in trees.features] for row in rows]))
    for row, sums in zip(rows, table, strict=True):
        assert trees.scores(row) == pytest.approx(dict(zip(trees.labels, sums, strict=True)))
    assert {Slot(label) for label in trees.labels} == {*DIFFERING}


def test_a_negation_is_shown_where_only_one_side_has_one() -> None:
    missing, taken = "No soldier was unaccounted for", "Three officers were taken alive"
    for b, ours, theirs in (
        (taken, "No", taken),
        (f"{taken} and will not come home before spring", missing, f"{taken} and will not come home before spring"),
    ):
        frame = frame_of(missing, b)
        found = likeliest_difference(saying(missing, frame), saying(b, frame), frame)
        assert (found.slot, found.a_value, found.b_value) == (Slot.POLARITY, ours, theirs)
