from __future__ import annotations

import numpy as np

from accordingto.compare.accounts import by_report, canonical_order
from accordingto.compare.thresholds import DEFAULTS
from accordingto.compare.together import (
    Together,
    by_words,
    features,
    first_look,
    report_numbers,
    second_look,
    together_of,
    worth_another,
)
from accordingto.compare.travel import ready, travel
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from accordingto.resources.learnt import Learnt
from accordingto.resources.trees import Trees
from tests.compare.build import account
from tests.compare.words import WORDS

CLAIM = "The army shelled the mill of Lubnik on Monday"
DENIAL = "Nobody from the army had shelled the mill of Lubnik"
ASIDE = "The mill has belonged to the Karout family since 1911"
WIRE = account(f"Mill hit\n{CLAIM}.\n{ASIDE}.", "Northwire", "2023-05-15T10:00+00:00", (CLAIM, []), (ASIDE, []))
PAPER = account(
    f"Army denies\n{DENIAL}.\nSchools open.", "Gulf Ledger", "2023-05-16", (DENIAL, []), ("Schools open.", [])
)


def likely(learnt: Learnt | None = None) -> Together:
    made = ready([WIRE, PAPER], words=WORDS, vectors=sentence_vectors)
    return together_of(made.every, made.quotes, made.weights, made.frame, made.meanings, learnt or WORDS.learnt)


def test_a_claim_and_its_denial_are_likelier_about_one_thing_than_what_stands_beside_them() -> None:
    found = likely()
    claim, aside, denial = (
        next(one for one in found.every if one.content == words) for words in (CLAIM, ASIDE, DENIAL)
    )
    assert found.pair(claim, denial) > DEFAULTS.matter_similarity > found.pair(aside, denial)
    assert found.pair(claim, denial) == found.pair(denial, claim)
    assert found.pair(claim, claim) == 1


def test_what_was_not_looked_at_is_about_nothing() -> None:
    found = likely()
    made = ready([WIRE, PAPER], words=WORDS, vectors=None)
    none = by_words({}, made.weights, WORDS)
    assert none.among(found.every[:2]).tolist() == [[0.0, 0.0], [0.0, 0.0]]
    assert none.pair(*found.every[:2]) == 0


def test_every_number_that_the_trees_ask_for_is_made_and_is_symmetric() -> None:
    made = ready([WIRE, PAPER], words=WORDS, vectors=None)
    found = features(made.every, made.quotes, made.weights, made.frame, made.meanings, WORDS.learnt.meaning)
    assert set(open_comparison().learnt.together.features) <= found.keys()
    likely = first_look(found, lambda given: given["words"])
    i, j = worth_another(likely)
    assert len(i)
    given = second_look(found, likely, report_numbers(made.every), i, j)
    assert set(open_comparison().learnt.through.features) <= given.keys()
    turned = second_look(found, likely, report_numbers(made.every), j, i)
    assert all(np.array_equal(values, turned[name]) for name, values in given.items())
    for name, values in found.items():
        assert values.shape == (len(made.every),) * 2, name
        assert np.array_equal(values, values.T), name


def test_trees_add_up_what_each_says_of_a_row() -> None:
    trees = Trees(
        labels=("so", "not"),
        features=("x", "y"),
        label=np.array([0, 1, 0]),
        feature=np.array([[0, 0, 0], [1, 0, 0], [1, 0, 0]]),
        threshold=np.array([[1.5, 0, 0], [0.0, 0, 0], [9.0, 0, 0]]),
        left=np.array([[1, 1, 2], [1, 1, 2], [1, 1, 2]]),
        right=np.array([[2, 1, 2], [2, 1, 2], [2, 1, 2]]),
        value=np.array([[0, 1.0, -1.0], [0, 0.25, 0.75], [0, 0.5, 4.0]]),
        depth=1,
        sha256="",
    )
    assert trees.sums(np.array([[1.0, 0.0], [2.0, 10.0]])).tolist() == [[1.5, 0.25], [3.0, 0.75]]


def test_the_way_of_a_story_does_not_depend_on_the_order_in_which_its_reports_are_given() -> None:
    one, other = (travel(given, words=WORDS) for given in ([WIRE, PAPER], [PAPER, WIRE]))
    assert one == other
    assert [*by_report(canonical_order([PAPER, WIRE]))] == [WIRE.report.id, PAPER.report.id]
