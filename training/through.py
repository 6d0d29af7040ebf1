"""The same at a second look, by what either statement is to all others of the story: what `accordingto.compare.through` learns.

It learns from likelihoods of the first look by trees that were learnt without the story and the others of its fold (stacking). The
figures are average precisions as in `training.together`, beside those of the first look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import lightgbm
import numpy as np
from numpy.typing import NDArray

from accordingto.compare.through import Vector
from accordingto.compare.together import Given, first_look, second_look, worth_another
from evals.travel.story import Story
from training import together
from training.corpus import corpus
from training.folds import fold_of
from training.learner import Answers, Question, Rows, learnt, without
from training.together import known, precisions, rows_of

HEADER = """# Weights by which two statements of a story are likely about one thing, once either is held against all others: boosted trees.
#
# schema   labels; features: names in `accordingto.compare.through` and `accordingto.compare.together`; trees: node by node the feature,
#          the threshold (left where not greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/through.py on {rows} pairs of the stories of training/corpus.py that are not held back.
# licence  Apache-2.0, as the program.
"""


@cache
def _corpus() -> list[Rows]:
    """What there is to learn the first look from, by story."""
    return [together.pairs_of(story) for story in corpus()]


@cache
def _first(fold: int | None) -> lightgbm.Booster:
    """The trees of the first look that were learnt without a fold."""
    some = [one for one in without(_corpus(), "") if fold is None or fold_of(one.story) != fold]
    return learnt(together.QUESTION, some)


def pairs_of(story: Story) -> Rows:
    """The pairs of a story that get a second look."""
    trees = _first(fold_of(story.name))

    def ask(given: Given) -> Vector:
        return np.round(np.asarray(trees.predict(np.stack([*given.values()], axis=1))), 6)

    looks = []
    for part in known(story):
        likely = first_look(part.found, ask)
        again = np.zeros(likely.shape, bool)
        again[worth_another(likely)] = True
        kept: NDArray[np.bool_] = (again | again.T)[part.i, part.j]
        looks.append((second_look(part.found, likely, part.report, part.i[kept], part.j[kept]), kept))
    return rows_of(story, looks)


def figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """Average precision at the first look and at the second, of stories open and held back."""
    return precisions(corpus, given, {"likely": "first look"}, "second look")


QUESTION = Question(
    name="through",
    labels=("ONE THING",),
    rounds=100,
    settings=together.QUESTION.settings,
    header=HEADER,
    rows=pairs_of,
    figures=figures,
)
