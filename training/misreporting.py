"""Whether a report changed a slot of what it has from a source that it names: what `accordingto.compare.misreport` learns.

It is learnt from drills alone (`training.corpus.drills`), of which nothing else was learnt, so that what earlier questions answer of them
is what they answer of a story that nobody has seen. A row is a statement, a report of the source that it names, and a slot. The figures are
F1 over all that the stories tell to be changed, what no row stands for as well, of the rules alone and of what was learnt: of drills
by what was learnt on the other four fifths of them, of the stories of `evals/travel` by all. A statement that is held against two reports
counts twice here; the program keeps the likelier.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from lightgbm import Booster
from numpy.typing import NDArray

from accordingto.compare.mismatches import held_against
from accordingto.compare.misreport import CHANGED, SLOTS, Held, of_slot
from accordingto.compare.together import together_of
from accordingto.compare.travel import Ready, ready
from accordingto.evaluate.travel import MEET, likeness
from accordingto.model import Slot
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from accordingto.resources.learnt import open_learnt
from evals.travel.predicted import readings
from evals.travel.story import Story
from training.corpus import drills
from training.folds import FOLDS
from training.learner import Answers, Question, Rows, learnt
from training.learner import written as file_of_trees
from training.occasion import place_of

HEADER = """# Weights by which a report likely changed a slot of what it has from a source that it names: boosted trees.
#
# schema   labels; features: names in `accordingto.compare.misreport`; trees: node by node the feature, the threshold (left where not
#          greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/misreporting.py on {rows} slots of statements of the stories in training/drills.
# licence  Apache-2.0, as the program.
"""


def rows_of(story: Story) -> Rows:
    """The slots of a story's statements that are held against a source."""
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    held = _held(made)
    places = [place_of(one.said, docs) for one in held]
    changed: list[set[Slot]] = [set() for _ in held]
    missed = 0
    for mismatch, at in story.mismatches:
        like = [
            likeness(at, place) if docs[one.source.report] == mismatch["source_doc"] else 0.0
            for one, place in zip(held, places, strict=True)
        ]
        best, slot = max(like, default=0.0), Slot(mismatch["slot"])
        if best < MEET or slot in changed[like.index(best)]:
            missed += 1
        else:
            changed[like.index(best)].add(slot)
    given = [of_slot(one.traits, slot) for one in held for slot in SLOTS]
    names = [*given[0]] if given else []
    table = np.array([[one[name] for name in names] for one in given]).reshape(len(given), len(names))
    label = np.array([slot in some for some in changed for slot in SLOTS], float)
    return Rows(story.name, story.held_back, names, table, label, {"missed": missed})


def _held(made: Ready) -> list[Held]:
    """The statements of a story that are held against a source, each against a report of it once."""
    together = together_of(made.every, made.quotes, made.weights, made.frame, made.meanings, open_learnt())
    kept: dict[tuple[str, str], Held] = {}
    for one in held_against(made, together):
        kept.setdefault((one.said.id, one.source.report), one)
    return [*kept.values()]


def _f1(corpus: Sequence[Rows], given: Answers) -> float:
    wanted = sum(one.label.sum() + one.beside["missed"] for one in corpus)
    own = sum(answer.sum() for answer in given)
    right = sum(answer @ one.label for answer, one in zip(given, corpus, strict=True))
    return round(100 * float(2 * right / max(1, wanted + own)), 1)


def figures(corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """F1 of the rules and of what was learnt, in per cent."""
    rules = [one.table[:, one.names.index("own.rule.first")] if len(one.label) else one.label for one in corpus]
    return {"rules": _f1(corpus, rules), "learnt": _f1(corpus, [(one >= CHANGED).astype(float) for one in given])}


QUESTION = Question(
    name="misreporting",
    labels=("CHANGED",),
    rounds=250,
    settings={
        "objective": "binary",
        "learning_rate": 0.06,
        "num_leaves": 12,
        "max_depth": 4,
        "min_data_in_leaf": 20,
        "feature_fraction": 0.3,
        "lambda_l2": 10.0,
    },
    header=HEADER,
    rows=rows_of,
    figures=figures,
)


def taught() -> list[Rows]:
    """What all drills have to say."""
    return [rows_of(story) for story in drills()]


def figures_of(found: Sequence[Story], some: Sequence[Rows]) -> dict[str, float]:
    """The figures of drills, left out with their fold, and of the stories that are measured on.

    Args:
        found: The stories that are measured on.
        some: What the drills have to say.
    """
    without = [_learnt([one for n, one in enumerate(some) if n % FOLDS != fold]) for fold in range(FOLDS)]
    groups = {"drills": (some, [_answers(without[n % FOLDS], one) for n, one in enumerate(some)])}
    whole, measured = _learnt(some), [rows_of(story) for story in found]
    for group, held_back in (("open", False), ("held back", True)):
        own = [one for one in measured if one.held_back is held_back]
        groups[group] = own, [_answers(whole, one) for one in own]
    return {
        f"{name}, {group}": value
        for group, (rows, given) in groups.items()
        for name, value in figures(rows, given).items()
    }


def written(some: Sequence[Rows]) -> str:
    """The file of what is learnt from what drills have to say."""
    return file_of_trees(QUESTION, _with_rows(some))


def _learnt(some: Sequence[Rows]) -> Booster:
    return learnt(QUESTION, _with_rows(some))


def _answers(trees: Booster, one: Rows) -> NDArray[np.float64]:
    return np.asarray(trees.predict(one.table)) if len(one.label) else one.label


def _with_rows(some: Sequence[Rows]) -> list[Rows]:
    """Those in which anything is held against a source."""
    return [one for one in some if len(one.label)]
