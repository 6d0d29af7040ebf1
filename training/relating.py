"""In which relation two statements on one thing stand: what `accordingto.compare.relating` learns.

Learnt from are all pairs between which a story tells a relation. What single words tell of them was learnt without the story's fold
(`training/telltale.py`). Pairs of lessons weigh so that each relation has the share of them that it has of those of the open stories. The
figures are F1 of each relation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.relating import RELATIONS
from evals.travel.story import Story
from training.learner import Answers, Question, Rows
from training.relations import pairs_of
from training.telltale import telltale_without

FAVOUR = (-0.4, 0.15, 0.15, -0.4, -0.55, 0.35, 0.0)
"""What each relation is given beforehand, so that those that are rare are told as well: F1 counts for as much of each. Chosen on the open
stories, answered by fold, beside the pairs that are compared there and of no one thing."""

HEADER = """# Weights by which two statements on one thing are told to stand in a relation: boosted trees.
#
# schema   labels; features: names in `accordingto.compare.relating`; trees: the label each speaks for, and node by node the feature, the
#          threshold (left where not greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/relating.py on {rows} pairs of the stories of training/corpus.py that are not held back.
# licence  Apache-2.0, as the program.
"""


def rows_of(story: Story) -> Rows:
    """The pairs of a story: the number of the relation of each."""
    pairs, telltale = pairs_of(story.name), telltale_without(story.name)
    made = [pair.weighing.traits(pair.a, pair.b, telltale) for pair in pairs]
    names = [*made[0]] if made else []
    table = np.array([[given[name] for name in names] for given in made])
    return Rows(
        story.name, story.held_back, names, table, np.array([RELATIONS.index(p.relation) for p in pairs], float)
    )


def figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """F1 of each relation over the stories that are open and those held back."""
    own = [(np.log(found) + FAVOUR).argmax(axis=1) for found in given]
    found: dict[str, float] = {}
    for group, held_back in (("open", False), ("held back", True)):
        some = [n for n, one in enumerate(corpus) if one.held_back is held_back]
        truth, answer = (np.concatenate([rows[n] for n in some]) for rows in ([one.label for one in corpus], own))
        scores = [_f1(truth == number, answer == number) for number in range(len(RELATIONS))]
        found |= {f"{name}, {group}": score for name, score in zip(RELATIONS, scores, strict=True)}
        found[f"mean, {group}"] = round(sum(scores) / len(scores), 4)
    return found


def _f1(truth: NDArray[np.bool_], answer: NDArray[np.bool_]) -> float:
    return round(float(2 * (truth & answer).sum() / max(1, truth.sum() + answer.sum())), 4)


QUESTION = Question(
    name="relating",
    labels=tuple(str(kind) for kind in RELATIONS),
    rounds=200,
    settings={
        "objective": "multiclass",
        "num_class": len(RELATIONS),
        "learning_rate": 0.08,
        "num_leaves": 4,
        "max_depth": 2,
        "min_data_in_leaf": 40,
        "feature_fraction": 0.3,
        "lambda_l2": 10.0,
    },
    header=HEADER,
    rows=rows_of,
    figures=figures,
    level=True,
    alike=True,
    favour=FAVOUR,
)
