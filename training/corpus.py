"""The stories that are learnt from: those of `evals/travel` that are not held back, and lessons.

Lessons (``lessons/stories``) are stories of the same kind, written and annotated by the same guidelines. Nothing is measured on them, so
that there can be more of them than one has time to measure on. ``python -m evals.travel.compile --folder training/lessons`` checks them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from evals.travel.compile import stories
from evals.travel.story import Story

LESSONS = Path(__file__).parent / "lessons"


@cache
def lessons() -> list[Story]:
    """All lessons, by name."""
    return stories(LESSONS)


@cache
def corpus() -> list[Story]:
    """All stories: those that are measured on, held back or not, and the lessons."""
    return [*stories(), *lessons()]
