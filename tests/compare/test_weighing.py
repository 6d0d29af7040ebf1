"""In which relation two statements stand, once all that speaks for it is weighed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from accordingto.compare.accord import ACCORDS
from accordingto.compare.travel import travel
from accordingto.compare.weighing import LAPSES
from accordingto.model import Relation, RelationKind
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
LEAST = "At least forty lorries reached Lubnik on Monday"


def always(labels: int, answer: int) -> Trees:
    """Trees that give one answer whatever they are asked."""
    empty = np.zeros((labels, 1))
    nodes = np.zeros((labels, 1), np.intp)
    value = np.array([[1.0 if label == answer else 0.0] for label in range(labels)])
    names = tuple(str(label) for label in range(labels))
    return Trees(names, ("days",), np.arange(labels), nodes, empty, nodes, nodes, value, 1, "")


def learnt(lapse: RelationKind | None, accord: RelationKind) -> Comparison:
    trees = {"lapse": always(3, LAPSES.index(lapse)), "accord": always(4, ACCORDS.index(accord))}
    return replace(WORDS, learnt=with_trees(WORDS.learnt, trees))


def relations(a: str, b: str, words: Comparison, later: str = "2023-05-02T10:00+00:00") -> list[Relation]:
    """The relations of two statements of one society in two papers."""
    one = account(f"A\n{a}, the Red Lamp Society said.", "Radio Asur", "2023-05-01T10:00+00:00", (a, LAMP))
    other = account(f"B\n{b}, the Red Lamp Society said.", "Gulf Ledger", later, (b, LAMP))
    return [*travel([one, other], words=words, vectors=sentence_vectors).relations]


def kinds(a: str, b: str, words: Comparison, later: str = "2023-05-02T10:00+00:00") -> list[RelationKind]:
    """Their kinds."""
    return [found.kind for found in relations(a, b, words, later)]


@pytest.mark.parametrize("lapse", [RelationKind.UPDATES, RelationKind.WITHDRAWS])
def test_what_has_lapsed_is_asked_first(lapse: RelationKind) -> None:
    assert kinds(FORTY, OTHER, learnt(lapse, RelationKind.AGREES)) == [lapse]
    assert kinds(FORTY, SAME, learnt(lapse, RelationKind.AGREES)) == [lapse]


@pytest.mark.parametrize("accord", ACCORDS)
def test_only_what_can_both_be_so_is_in_accord(accord: RelationKind) -> None:
    assert kinds(LEAST, FORTY, learnt(None, accord)) == [accord]
    assert kinds(FORTY, OTHER, learnt(None, accord)) == [RelationKind.CONTRADICTS]


def test_nothing_is_told_more_exactly_where_no_slot_differs() -> None:
    assert kinds(FORTY, SAME, learnt(None, RelationKind.NARROWS)) != [RelationKind.NARROWS]


def test_what_has_lapsed_differs_in_a_slot_with_words_on_both_sides() -> None:
    [found] = relations(FORTY, SAME, learnt(RelationKind.UPDATES, RelationKind.AGREES))
    assert [difference.a.spans and difference.b.spans for difference in found.differences] != []
    assert all(difference.a_value and difference.b_value for difference in found.differences)


def test_a_headline_does_not_take_back_what_stands_below_it() -> None:
    head, body = "Forty lorries reach Lubnik", FORTY
    one = account(f"{head}\n{body}, the Red Lamp Society said.", "Radio Asur", None, (head, []), (body, LAMP))
    [found] = travel(
        [one], words=learnt(RelationKind.WITHDRAWS, RelationKind.REWORDS), vectors=sentence_vectors
    ).relations
    assert found.kind is RelationKind.REWORDS


def test_the_same_words_repeat_and_a_bound_dropped_narrows() -> None:
    assert kinds(FORTY, FORTY, WORDS) == [RelationKind.REPEATS]
    assert kinds(LEAST, FORTY, WORDS, "2023-05-01T12:00+00:00") == [RelationKind.NARROWS]
