"""Questions that comparing answers by boosted trees, learnt on the stories of `training.corpus` that are not held back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import lightgbm
import numpy as np
from numpy.typing import NDArray

from accordingto.resources.trees import Trees, open_trees
from evals.travel.story import Story
from training.corpus import lessons
from training.folds import FOLDS, fold_of
from training.trees import toml

T = TypeVar("T")

SETTINGS: Mapping[str, Any] = {
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
"""Of every question, beside its own."""


Answers = Sequence[NDArray[np.float64]]
"""For each story the probabilities of its rows, a column for each label where there are several."""


@dataclass(frozen=True)
class Rows:
    """What one story has to say to a question."""

    story: str
    held_back: bool
    names: Sequence[str]
    """Of the features."""
    table: NDArray[np.float64]
    """Rows × features."""
    label: NDArray[np.float64]
    """The number of the label of each row; of one label 1 where it holds."""
    beside: Mapping[str, Any] = field(default_factory=dict)
    """What the figures need besides."""


@dataclass(frozen=True)
class Question:
    """How a question is learnt."""

    name: str
    """That of the field in `accordingto.resources.learnt.Learnt`."""
    labels: tuple[str, ...]
    rounds: int
    settings: Mapping[str, Any]
    header: str
    """What the file begins with; ``{rows}`` stands for their number."""
    rows: Callable[[Story], Rows]
    figures: Callable[[Sequence[Rows], Answers], Mapping[str, float]]
    """Figures of the stories that are measured on, and the answers to each by what was learnt without it."""
    level: bool = False
    """Whether a row counts for less in a story that has many: for one through the root of their number."""
    lessons: bool = True
    """Whether lessons are learnt from as well."""
    alike: bool = False
    """Whether rows of lessons weigh so that each label has the share of them that it has of the rows of other stories."""
    favour: tuple[float, ...] = ()
    """What each label is given before anything is asked, on the scale of logarithms of odds; without it nothing."""

    def taught(self) -> list[Rows]:
        """What lessons have to say to it."""
        return [self.rows(story) for story in lessons()] if self.lessons else []


def without(corpus: Sequence[Rows], story: str) -> list[Rows]:
    """What may be learnt from where a story is to be judged: all that are not held back, but for that one."""
    return [one for one in corpus if not one.held_back and one.story != story and len(one.label)]


def each_without(
    measured: Sequence[Rows], taught: Sequence[Rows], make: Callable[[Sequence[Rows]], T], *, folds: bool = False
) -> list[T]:
    """For each story that is measured on what is made of all that may be learnt from but for it: of all those held back the same, once.

    Args:
        measured: The stories that are measured on.
        taught: The lessons.
        make: Makes it.
        folds: Whether a story is left out with all others of its fold, so that it is made only once for each fold.
    """
    corpus = [*measured, *taught]
    of_all = make(without(corpus, ""))
    if not folds:
        return [of_all if one.held_back else make(without(corpus, one.story)) for one in measured]
    without_fold = {
        fold: make([one for one in without(corpus, "") if fold_of(one.story) != fold]) for fold in range(FOLDS)
    }
    return [of_all if (fold := fold_of(one.story)) is None else without_fold[fold] for one in measured]


def learnt(question: Question, corpus: Sequence[Rows]) -> lightgbm.Booster:
    """The trees of some stories."""
    label = np.concatenate([one.label for one in corpus])
    data = lightgbm.Dataset(np.concatenate([one.table for one in corpus]), label, weight=_weight(question, corpus))
    return lightgbm.train({**SETTINGS, **question.settings}, data, question.rounds)


def _weight(question: Question, corpus: Sequence[Rows]) -> NDArray[np.float64] | None:
    """How much each row counts; ``None`` where all count alike."""
    if not question.level and not question.alike:
        return None
    power = -0.5 if question.level else 0.0
    level = np.concatenate([np.full(len(one.label), float(len(one.label)) ** power) for one in corpus])
    return level * _alike(question, corpus) if question.alike else level


def _alike(question: Question, corpus: Sequence[Rows]) -> NDArray[np.float64]:
    """What makes the shares of the labels among the rows of lessons those that they have among others; 1 for these."""
    names = {story.name for story in lessons()}
    lesson = np.concatenate([np.full(len(one.label), one.story in names) for one in corpus])
    label = np.concatenate([one.label for one in corpus]).astype(int)
    wanted, own = (
        np.bincount(label[part], minlength=len(question.labels)) / max(1, part.sum()) for part in (~lesson, lesson)
    )
    return np.where(lesson, (wanted / np.maximum(1e-9, own))[label], 1.0)


def written(question: Question, some: Sequence[Rows]) -> str:
    """The file of trees that are learnt from some stories."""
    header = question.header.format(rows=sum(len(one.label) for one in some))
    made = learnt(question, some)
    return toml(
        made, list(some[0].names), question.labels, int(question.settings["max_depth"]), header, question.favour
    )


def trees_of(question: Question, some: Sequence[Rows]) -> Trees:
    """The trees that are learnt from some stories, as the package opens them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{question.name}.toml"
        path.write_text(written(question, some), encoding="utf-8")
        return open_trees(path, "a file of weights")


def answers(question: Question, measured: Sequence[Rows], taught: Sequence[Rows]) -> Answers:
    """For each story that is measured on what the trees say that were learnt without it."""
    made = each_without(measured, taught, partial(learnt, question))
    return [np.asarray(trees.predict(one.table)) for trees, one in zip(made, measured, strict=True)]
