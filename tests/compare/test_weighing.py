"""In which relation two statements stand, once all that speaks for it is weighed."""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest

from accordingto.compare.excluding import DOUBTED
from accordingto.compare.relating import APART, RELATIONS, SURELY
from accordingto.compare.travel import travel
from accordingto.model import Relation, RelationKind, Slot
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import Comparison
from accordingto.resources.learnt import with_trees
from accordingto.resources.trees import Trees
from tests.compare.build import ORGANISATION, account
from tests.compare.words import WORDS

LAMP = [("Red Lamp Society", ORGANISATION, "the Red Lamp Society", "said")]
FORTY = "Forty lorries reached Lubnik on Monday"
SAME = "Forty lorries had got to Lubnik on Monday"
OTHER = "Ninety lorries reached Lubnik on Monday"
UNSURE, SURE = (DOUBTED + SURELY) / 2, (1 + SURELY) / 2
"""Likelihoods that two statements exclude each other, where a slot tells as much."""
LEAST = "At least forty lorries reached Lubnik on Monday"


def always(answer: RelationKind) -> Trees:
    """Trees that give one relation whatever they are asked."""
    size = len(RELATIONS)
    nodes, thresholds = np.zeros((size, 1), np.intp), np.zeros((size, 1))
    value = np.array([[float(kind is answer)] for kind in RELATIONS])
    return Trees(RELATIONS, ("days",), np.arange(size), nodes, thresholds, nodes, nodes, value, 1, "")


def likely(excluded: float) -> Trees:
    """Trees that give one likelihood that both cannot be so."""
    nodes, value = np.zeros((1, 1), np.intp), np.array([[log(excluded / (1 - excluded))]])
    return Trees(("EXCLUSIVE",), ("headline",), nodes[0], nodes, value, nodes, nodes, value, 1, "")


def learnt(relation: RelationKind, excluded: float = UNSURE) -> Comparison:
    trees = {"relating": always(relation), "excluding": likely(excluded)}
    return replace(WORDS, learnt=with_trees(WORDS.learnt, trees))


def relations(a: str, b: str, words: Comparison, later: str = "2023-05-02T10:00+00:00") -> list[Relation]:
    """The relations of two statements of one society in two papers."""
    one = account(f"A\n{a}, the Red Lamp Society said.", "Radio Asur", "2023-05-01T10:00+00:00", (a, LAMP))
    other = account(f"B\n{b}, the Red Lamp Society said.", "Gulf Ledger", later, (b, LAMP))
    return [*travel([one, other], words=words, vectors=sentence_vectors).relations]


def kinds(a: str, b: str, words: Comparison, later: str = "2023-05-02T10:00+00:00") -> list[RelationKind]:
    """Their kinds."""
    return [found.kind for found in relations(a, b, words, later)]


@pytest.mark.parametrize("kind", RELATIONS)
def test_the_relation_is_the_one_for_which_most_speaks(kind: RelationKind) -> None:
    assert kinds(FORTY, OTHER, learnt(kind)) == [kind]


@pytest.mark.parametrize("kind", RELATIONS)
def test_what_surely_excludes_each_other_is_in_no_accord(kind: RelationKind) -> None:
    [found] = kinds(FORTY, OTHER, learnt(kind, excluded=SURE))
    assert found is (kind if kind in APART else RelationKind.CONTRADICTS)


def test_nothing_contradicts_where_no_slot_tells_that_both_cannot_be_so() -> None:
    assert kinds(FORTY, SAME, learnt(RelationKind.CONTRADICTS)) != [RelationKind.CONTRADICTS]


def test_nothing_is_told_more_exactly_where_no_slot_differs() -> None:
    assert kinds(FORTY, SAME, learnt(RelationKind.NARROWS)) != [RelationKind.NARROWS]
    [found] = relations(FORTY, OTHER, learnt(RelationKind.NARROWS))
    assert [difference.slot for difference in found.differences] == [Slot.NUMBER]


@pytest.mark.parametrize("kind", [RelationKind.UPDATES, RelationKind.WITHDRAWS])
def test_what_has_lapsed_differs_in_a_slot_with_words_on_both_sides(kind: RelationKind) -> None:
    [found] = relations(FORTY, SAME, learnt(kind))
    assert [difference.a.spans and difference.b.spans for difference in found.differences] != []
    assert all(difference.a_value and difference.b_value for difference in found.differences)


@pytest.mark.parametrize("kind", [RelationKind.REWORDS, RelationKind.AGREES])
def test_what_can_both_be_so_shows_no_difference_in_which_it_could_not(kind: RelationKind) -> None:
    assert relations(FORTY, OTHER, learnt(RelationKind.CONTRADICTS))[0].differences
    assert relations(FORTY, OTHER, learnt(kind))[0].differences == ()


def test_a_headline_does_not_take_back_what_stands_below_it() -> None:
    head, body = "Forty lorries reach Lubnik", FORTY
    one = account(f"{head}\n{body}, the Red Lamp Society said.", "Radio Asur", None, (head, []), (body, LAMP))
    [found] = travel([one], words=learnt(RelationKind.WITHDRAWS), vectors=sentence_vectors).relations
    assert found.kind is not RelationKind.WITHDRAWS


def test_the_same_words_repeat_and_a_bound_dropped_narrows() -> None:
    assert kinds(FORTY, FORTY, WORDS) == [RelationKind.REPEATS]
    assert kinds(LEAST, FORTY, WORDS, "2023-05-01T12:00+00:00") == [RelationKind.NARROWS]
