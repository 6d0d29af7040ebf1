"""Whether two statements of a story are about one thing: what `accordingto.compare.together` learns.

Two statements are about one thing where they are members of one matter, and about two where one of them is a member and the other is not
of that matter. One to three reports in a row are learnt from as stories of their own. The figures are average precisions
(mean over stories) of pairs of two reports, beside that of likeness alone. The metric on meanings was learnt without the story's fold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.candidates import weights_of
from accordingto.compare.through import Places
from accordingto.compare.together import Features, Given, features, report_numbers, told_enough, worth_a_look
from accordingto.compare.travel import Ready
from accordingto.resources.metric import Metric
from evals.travel.story import Story
from training.learner import Answers, Question, Rows
from training.meaning import average_precision, metric_without, told

HEADER = """# Weights by which two statements of a story are likely about one thing: boosted trees over what they have in common.
#
# schema   labels; features: names in `accordingto.compare.together`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/together.py on {rows} pairs of the stories of training/corpus.py that are not held back.
# licence  Apache-2.0, as the program.
"""


SIZES = (1, 2, 3)
"""Numbers of reports in a row that are learnt from as stories of their own: most stories have few."""


@dataclass(frozen=True)
class Known:
    """A story, or some of its reports, with the pairs of which it is known whether they are about one thing."""

    found: Features
    """What any two statements have in common."""
    report: Places
    """The number of each statement's report."""
    i: Places
    """One of each pair."""
    j: Places
    one: NDArray[np.float64]
    """1 where they are about one thing."""
    whole: bool
    """Whether it is a whole story; only such are judged."""

    @property
    def judged(self) -> NDArray[np.bool_]:
        """Whether the figures are of a pair: of two reports of a whole story."""
        found: NDArray[np.bool_] = (self.report[self.i] != self.report[self.j]) & self.whole
        return found


_KNOWN: dict[str, list[Known]] = {}


def known(story: Story) -> list[Known]:
    """A story with its pairs, and parts of it; made once."""
    if story.name not in _KNOWN:
        _KNOWN[story.name] = _known(story)
    return _KNOWN[story.name]


def _known(story: Story) -> list[Known]:
    made, matters = told(story)
    metric = metric_without(story.name)
    reports = [*made.said]
    some = [reports] + [reports[n : n + size] for size in SIZES for n in range(len(reports) - size + 1)]
    parts = [_part(made, part, matters, metric, whole=part is reports) for part in some]
    return [one for one in parts if len(one.one)]


def _part(
    made: Ready, reports: Sequence[str], matters: Mapping[str, frozenset[int]], metric: Metric, *, whole: bool
) -> Known:
    said = {report: made.said[report] for report in reports}
    every = told_enough(said)
    weights = weights_of([one for statements in said.values() for one in statements])
    found = features(every, made.quotes, weights, made.frame, made.meanings, metric) if every else {}
    about = [matters[one.id] for one in every]
    pairs = [(i, j) for i in range(len(every)) for j in range(i) if about[i] or about[j]]
    i, j = np.array(pairs, np.intp).reshape(-1, 2).T
    one = np.array([bool(about[a] & about[b]) for a, b in pairs], float)
    return Known(found, report_numbers(every), i, j, one, whole)


def pairs_of(story: Story) -> Rows:
    """The pairs of a story that get a first look."""
    looks = []
    for part in known(story):
        kept = worth_a_look(part.found)[part.i, part.j]
        looks.append(({name: values[part.i, part.j][kept] for name, values in part.found.items()}, kept))
    return rows_of(story, looks)


def rows_of(story: Story, looks: Sequence[tuple[Given, NDArray[np.bool_]]]) -> Rows:
    """The rows of a story: for each part what there is to tell of the pairs that are looked at, and which these are."""
    parts = known(story)
    names = [*looks[0][0]]
    table = np.concatenate([np.stack([given[name] for name in names], axis=1) for given, _ in looks])
    one, judged = (
        np.concatenate([values[kept] for values, (_, kept) in zip(found, looks, strict=True)])
        for found in ([part.one for part in parts], [part.judged for part in parts])
    )
    unseen = sum(int(part.one[~kept].sum()) for part, (_, kept) in zip(parts, looks, strict=True) if part.whole)
    return Rows(story.name, story.held_back, names, table, one, {"judged": judged, "unseen": unseen})


def figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """Average precision by likeness alone and by the trees, of stories open and held back."""
    return precisions(corpus, given, {"alike": "likeness"}, "learnt")


def precisions(corpus: Sequence[Rows], answered: Answers, before: Mapping[str, str], after: str) -> Mapping[str, float]:
    """Average precisions, of stories open and held back.

    Args:
        corpus: All stories.
        answered: What each was answered by what was learnt without it.
        before: Features by which alone the pairs are ranked beside that, and what to call that.
        after: What to call the ranks by what was learnt without the story.
    """
    found: dict[str, list[float]] = {}
    for story, given in zip(corpus, answered, strict=True):
        group, judged = "held back" if story.held_back else "open", story.beside["judged"]
        ranks = {called: story.table[:, story.names.index(name)] for name, called in before.items()}
        for name, scores in {**ranks, after: given}.items():
            precision = average_precision(story.label[judged], scores[judged], story.beside["unseen"])
            found.setdefault(f"{name}, {group}", []).append(precision)
    return {name: round(float(np.mean(values)), 4) for name, values in found.items()}


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
