"""How likely statements are about one thing, as it is in a story that nothing was learnt from: for questions that ask it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from accordingto.compare.together import Together, together_of
from accordingto.compare.travel import Ready
from accordingto.resources.learnt import Learnt, open_learnt, with_trees
from evals.travel.story import Story
from training import through, together
from training.corpus import corpus
from training.folds import fold_of
from training.learner import Question, Rows, trees_of
from training.meaning import metric_without_fold

FIRST = (together.QUESTION, through.QUESTION)


def likelihoods(story: Story, made: Ready) -> Together:
    """How likely any two statements of a story are about one thing, by what was learnt without the story's fold."""
    learnt = _learnt(fold_of(story.name))
    return together_of(made.every, made.quotes, made.weights, made.frame, made.meanings, learnt)


@cache
def _learnt(fold: int | None) -> Learnt:
    trees = {
        question.name: trees_of(question, [one for one in rows if fold is None or fold_of(one.story) != fold])
        for question, rows in _corpora()
    }
    return replace(with_trees(open_learnt(), trees), meaning=metric_without_fold(fold))


@cache
def _corpora() -> list[tuple[Question, list[Rows]]]:
    open_ones = [story for story in corpus() if not story.held_back]
    return [(question, [question.rows(story) for story in open_ones]) for question in FIRST]
