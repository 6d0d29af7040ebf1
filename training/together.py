"""Whether two statements of a story are about one thing: what `accordingto.compare.together` learns.

Two statements are about one thing where they are members of one matter, and about two where one of them is a member and the other is not
of that matter. The figures are average precisions (mean over stories) of pairs of two reports, beside that of likeness alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.through import Places
from accordingto.compare.together import Features, features, report_numbers, worth_a_look
from accordingto.compare.travel import ready
from accordingto.evaluate.travel import likeness
from accordingto.model import hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from evals.travel.compile import gold_row
from evals.travel.predicted import readings
from evals.travel.story import Story
from training.learner import Question, Rows, answers

HEADER = """# Weights by which two statements of a story are likely about one thing: boosted trees over what they have in common.
#
# schema   labels; features: names in `accordingto.compare.together`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/together.py on {rows} pairs of the stories of evals/travel that are not held back.
# licence  Apache-2.0, as the program.
"""


@dataclass(frozen=True)
class Known:
    """A story with the pairs of which it is known whether they are about one thing."""

    found: Features
    """What any two statements have in common."""
    report: Places
    """The number of each statement's report."""
    i: Places
    """One of each pair."""
    j: Places
    one: NDArray[np.float64]
    """1 where they are about one thing."""

    @property
    def across(self) -> NDArray[np.bool_]:
        """Whether they are of two reports."""
        found: NDArray[np.bool_] = self.report[self.i] != self.report[self.j]
        return found


_KNOWN: dict[str, Known] = {}


def known(story: Story) -> Known:
    """A story with its pairs, made once."""
    if story.name not in _KNOWN:
        _KNOWN[story.name] = _known(story)
    return _KNOWN[story.name]


def _known(story: Story) -> Known:
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    every = made.every
    found = features(every, made.quotes, made.weights, made.frame, made.meanings)
    places = [(docs[one.report], hull(one.parts).start, hull(one.parts).end) for one in every]
    matters: list[set[int]] = [set() for _ in every]
    for number, matter in enumerate(gold_row(story)["origins"]):
        for member in matter["members"]:
            like = [likeness(tuple(member), place) for place in places]
            if max(like):
                matters[like.index(max(like))].add(number)
    pairs = np.array([(i, j) for i in range(len(every)) for j in range(i) if matters[i] or matters[j]], np.intp)
    one = np.array([bool(matters[i] & matters[j]) for i, j in pairs.tolist()], float)
    return Known(found, report_numbers(every), pairs[:, 0], pairs[:, 1], one)


def pairs_of(story: Story) -> Rows:
    """The pairs of a story that get a first look."""
    pairs = known(story)
    kept = worth_a_look(pairs.found)[pairs.i, pairs.j]
    i, j, one = pairs.i[kept], pairs.j[kept], pairs.one[kept]
    table = np.stack([values[i, j] for values in pairs.found.values()], axis=1)
    beside = {"across": pairs.across[kept], "unseen": int(pairs.one.sum() - one.sum())}
    return Rows(story.name, story.held_back, [*pairs.found], table, one, beside)


def figures(corpus: Sequence[Rows], question: Question) -> Mapping[str, float]:
    """Average precision by likeness alone and by the trees, of stories open and held back."""
    found: dict[str, list[float]] = {}
    for story, given in zip(corpus, answers(question, corpus), strict=True):
        group, across = "held back" if story.held_back else "open", story.beside["across"]
        for name, scores in (("likeness", story.table[:, story.names.index("alike")]), ("learnt", given)):
            precision = average_precision(story.label[across], scores[across], story.beside["unseen"])
            found.setdefault(f"{name}, {group}", []).append(precision)
    return {name: round(float(np.mean(values)), 4) for name, values in found.items()}


def average_precision(one: NDArray[np.float64], scores: NDArray[np.float64], unseen: int) -> float:
    """The mean of the precisions at each pair that is about one thing; those that were not looked at count as never found."""
    order = np.argsort(-scores, kind="stable")
    hits = one[order]
    precisions = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precisions[hits > 0].sum() / max(1.0, hits.sum() + unseen))


QUESTION = Question(
    name="together",
    labels=("ONE THING",),
    rounds=150,
    settings={
        "objective": "binary",
        "learning_rate": 0.06,
        "num_leaves": 8,
        "max_depth": 3,
        "min_data_in_leaf": 150,
        "feature_fraction": 0.6,
        "lambda_l2": 20.0,
    },
    header=HEADER,
    rows=pairs_of,
    figures=figures,
)
