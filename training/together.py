"""Learn how much tells that two statements of a story are about one thing: ``python -m training.together``.

What is learnt from are the stories of `evals/travel` that are not held back: two statements are about one thing where they are members
of one matter, and about two where one of them is a member and the other is not of that matter. What is learnt are boosted trees over
the features of `accordingto.compare.together`. The figures printed are average precisions (mean over stories) of pairs of two reports:
for each story of the trees that were learnt from all others but those held back, beside that of likeness alone.

Needs lightgbm, of the dependency group ``train``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray

from accordingto.compare.together import features, worth_a_look
from accordingto.compare.travel import ready
from accordingto.evaluate.travel import likeness
from accordingto.model import hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from accordingto.resources.trees import TOGETHER, Trees, open_trees
from evals.travel.compile import gold_row, stories
from evals.travel.predicted import readings
from evals.travel.story import Story
from training.trees import toml

LABELS = ("ONE THING",)
ROUNDS = 60
SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.12,
    "num_leaves": 8,
    "max_depth": 3,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 20.0,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
HEADER = """# Weights by which two statements of a story are likely about one thing: boosted trees over what they have in common.
#
# schema   labels; features: names in `accordingto.compare.together`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/together.py on {rows} pairs of the stories of evals/travel that are not held back.
# licence  Apache-2.0, as the program.
"""


class Pairs(NamedTuple):
    """The pairs of a story of which it is known whether they are about one thing."""

    story: str
    held_back: bool
    names: list[str]
    table: NDArray[np.float64]
    one: NDArray[np.float64]
    """1 where they are."""
    across: NDArray[np.bool_]
    """Whether they are of two reports."""
    unseen: int
    """Pairs about one thing that are not looked at."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=TOGETHER)
    parser.add_argument("--check", action="store_true", help="only print the figures")
    args = parser.parse_args()
    corpus = [pairs_of(story) for story in stories()]
    sys.stdout.write(json.dumps(figures(corpus)) + "\n")
    if not args.check:
        args.out.write_text(written(corpus), encoding="utf-8")


def pairs_of(story: Story) -> Pairs:
    """The pairs of a story."""
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    every = made.every
    found = features(every, made.quotes, made.weights, made.frame, made.meanings)
    looked = worth_a_look(found)
    places = [(docs[one.report], hull(one.parts).start, hull(one.parts).end) for one in every]
    matters: list[set[int]] = [set() for _ in every]
    for number, matter in enumerate(gold_row(story)["origins"]):
        for member in matter["members"]:
            like = [likeness(tuple(member), place) for place in places]
            if max(like):
                matters[like.index(max(like))].add(number)
    pairs = [(i, j) for i in range(len(every)) for j in range(i) if matters[i] or matters[j]]
    kept = [(i, j) for i, j in pairs if looked[i, j]]
    one = np.array([bool(matters[i] & matters[j]) for i, j in kept], float)
    across = np.array([every[i].report != every[j].report for i, j in kept], bool)
    names = list(found)
    table = np.array([[found[name][i, j] for name in names] for i, j in kept])
    unseen = sum(bool(matters[i] & matters[j]) for i, j in pairs if not looked[i, j])
    return Pairs(story.name, story.held_back, names, table, one, across, unseen)


def learnt(corpus: Sequence[Pairs]) -> lightgbm.Booster:
    """Trees of some stories."""
    data = lightgbm.Dataset(np.concatenate([one.table for one in corpus]), np.concatenate([one.one for one in corpus]))
    return lightgbm.train(SETTINGS, data, ROUNDS)


def without(corpus: Sequence[Pairs], story: str) -> list[Pairs]:
    """What may be learnt from where a story is to be judged: all that are not held back, but for that one."""
    return [one for one in corpus if not one.held_back and one.story != story]


def written(corpus: Sequence[Pairs], story: str = "") -> str:
    """The file of trees, learnt without a story."""
    some = without(corpus, story)
    rows = sum(len(one.one) for one in some)
    return toml(learnt(some), corpus[0].names, LABELS, SETTINGS["max_depth"], HEADER.format(rows=rows))


def trees_without(corpus: Sequence[Pairs], story: str, folder: Path) -> Trees:
    """The trees that were learnt without a story, as the package opens them."""
    path = folder / f"{story}.toml"
    path.write_text(written(corpus, story), encoding="utf-8")
    return open_trees(path, "a file of weights")


def figures(corpus: Sequence[Pairs]) -> dict[str, float]:
    """Average precision by likeness alone and by the trees, of stories open and held back."""
    found: dict[str, list[float]] = {}
    for story in corpus:
        group = "held back" if story.held_back else "open"
        given = learnt(without(corpus, story.story)).predict(story.table)
        for name, scores in (("likeness", story.table[:, story.names.index("alike")]), ("learnt", given)):
            precision = average_precision(story.one[story.across], scores[story.across], story.unseen)
            found.setdefault(f"{name}, {group}", []).append(precision)
    return {name: round(float(np.mean(values)), 4) for name, values in found.items()}


def average_precision(one: NDArray[np.float64], scores: NDArray[np.float64], unseen: int) -> float:
    """The mean of the precisions at each pair that is about one thing; those that were not looked at count as never found."""
    order = np.argsort(-scores, kind="stable")
    hits = one[order]
    precisions = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precisions[hits > 0].sum() / max(1.0, hits.sum() + unseen))


if __name__ == "__main__":
    main()
