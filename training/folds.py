"""Folds of the stories that are not held back.

What one question asks by what another has learnt, it must not ask by what was learnt from the story itself: it would trust it more
than it may in a story that nobody has seen (stacking).
"""

from __future__ import annotations

from functools import cache

from evals.travel.story import Story
from training.corpus import corpus

FOLDS = 5


@cache
def _names() -> list[str]:
    return [story.name for story in corpus() if not story.held_back]


def fold_of(name: str) -> int | None:
    """The fold of a story; none of one that is held back."""
    return _names().index(name) % FOLDS if name in _names() else None


def without_fold(fold: int | None) -> list[Story]:
    """What may be learnt from where a fold is to be answered: all stories that are not held back, but for those of it."""
    return [story for story in corpus() if not story.held_back and (fold is None or fold_of(story.name) != fold)]
