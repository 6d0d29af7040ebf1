"""Whether two statements on one thing exclude each other, and in which slot: what `accordingto.compare.excluding` learns.

Two statements of one matter exclude each other where their relation is `contradicts`, `updates` or `withdraws`. The figures are those
of telling so, and the share of right slots among pairs that do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from accordingto.compare.excluding import DIFFERING, features
from accordingto.compare.said import Said
from accordingto.compare.slots import findings
from accordingto.compare.travel import ready
from accordingto.evaluate.travel import likeness
from accordingto.model import hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from evals.travel.predicted import readings
from evals.travel.story import At, Story
from training.learner import Answers, Question, Rows

EXCLUSIVE = ("contradicts", "updates", "withdraws")
SETTINGS = {
    "learning_rate": 0.08,
    "num_leaves": 8,
    "max_depth": 4,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.5,
    "lambda_l2": 10.0,
}
HEADER = """# Weights by which two statements on one thing {what}: boosted trees over what their slots tell.
#
# schema   labels; features: names in `accordingto.compare.excluding`; trees: the label each speaks for, and node by node the feature,
#          the threshold (left where not greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/excluding.py on {{rows}} pairs of the stories of evals/travel that are not held back.
# licence  Apache-2.0, as the program.
"""


class Places:
    """The statements of a story by where the gold has them."""

    def __init__(self, said: Mapping[str, Sequence[Said]], docs: Mapping[str, str]) -> None:
        self._at = [
            ((docs[one.report], hull(one.statement.content).start, hull(one.statement.content).end), one)
            for some in said.values()
            for one in some
        ]

    def statement(self, at: At) -> Said | None:
        """The statement that lies over a place best."""
        like = [likeness(at, place) for place, _ in self._at]
        best = max(range(len(like)), key=lambda i: (like[i], -i), default=-1)
        return self._at[best][1] if best >= 0 and like[best] else None


def _pairs_of(story: Story) -> tuple[list[str], list[list[float]], list[tuple[str, str | None]]]:
    """The features and gold relations of a story's accounts."""
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    places, order = Places(made.said, docs), [*made.said]
    names, table, told = list[str](), list[list[float]](), list[tuple[str, str | None]]()
    for account, a, b in story.accounts:
        one, other = places.statement(a), places.statement(b)
        if one is None or other is None or one.id == other.id:
            continue
        if order.index(other.report) < order.index(one.report):
            one, other = other, one
        sides = made.frame.side(one), made.frame.side(other)
        given = features(*sides, findings(*sides))
        names = [*given]
        table.append([float(value) for value in given.values()])
        told.append((account["relation"], account.get("slot")))
    return names, table, told


def exclusive(story: Story) -> Rows:
    """All accounts of a story: 1 where the two exclude each other."""
    names, table, told = _pairs_of(story)
    label = np.array([relation in EXCLUSIVE for relation, _ in told], float)
    return Rows(story.name, story.held_back, names, np.array(table), label)


def slots(story: Story) -> Rows:
    """Those that do: the number of the slot."""
    names, table, told = _pairs_of(story)
    kept = [i for i, (relation, slot) in enumerate(told) if relation in EXCLUSIVE and slot in DIFFERING]
    label = np.array([DIFFERING.index(told[i][1]) for i in kept], float)  # type: ignore[arg-type]
    return Rows(story.name, story.held_back, names, np.array([table[i] for i in kept]), label)


def excluding_figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """Precision, recall and F1 of stories open and held back."""
    found: dict[str, float] = {}
    for group, held in (("open", False), ("held back", True)):
        some = [i for i, one in enumerate(corpus) if one.held_back is held]
        gold = np.concatenate([corpus[i].label for i in some]) > 0
        own = np.concatenate([given[i] for i in some]) > 0.5
        hits = float((gold & own).sum())
        precision, recall = hits / max(1, own.sum()), hits / max(1, gold.sum())
        found |= {f"precision, {group}": precision, f"recall, {group}": recall}
        found[f"F1, {group}"] = 2 * precision * recall / max(1e-9, precision + recall)
    return {name: round(value, 4) for name, value in found.items()}


def slot_figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """The share of right slots."""
    found: dict[str, float] = {}
    for group, held in (("open", False), ("held back", True)):
        right = [
            given[i].argmax(1) == one.label for i, one in enumerate(corpus) if one.held_back is held and len(one.label)
        ]
        found[group] = round(float(np.concatenate(right).mean()), 4)
    return found


EXCLUDING = Question(
    name="excluding",
    labels=("EXCLUSIVE",),
    rounds=150,
    settings={**SETTINGS, "objective": "binary"},
    header=HEADER.format(what="exclude each other"),
    rows=exclusive,
    figures=excluding_figures,
    level=True,
    lessons=False,  # with them nothing is better on stories held back
)
DIFFER = Question(
    name="differing",
    labels=tuple(slot.value for slot in DIFFERING),
    rounds=80,
    settings={**SETTINGS, "objective": "multiclass", "num_class": len(DIFFERING)},
    header=HEADER.format(what="differ in one slot rather than another"),
    rows=slots,
    figures=slot_figures,
    level=True,
    lessons=False,  # with them nothing is better on stories held back
)
