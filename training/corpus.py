"""The stories that are learnt from: those of `evals/travel` that are not held back, and lessons.

Lessons (``lessons/stories``) are stories of the same kind, written and annotated by the same guidelines. Nothing is measured on them, so
that there can be more of them than one has time to measure on. ``python -m evals.travel.compile --folder training/lessons`` checks them.
Drills (``drills/stories``) are more of the same, of which only `training.misreporting` learns.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from evals.travel.compile import stories
from evals.travel.story import Story

LESSONS = Path(__file__).parent / "lessons"
DRILLS = Path(__file__).parent / "drills"


@cache
def lessons() -> list[Story]:
    """All lessons, by name."""
    return stories(LESSONS)


@cache
def drills() -> list[Story]:
    """All drills, by name."""
    return stories(DRILLS)


@cache
def corpus() -> list[Story]:
    """All stories: those that are measured on, held back or not, and the lessons."""
    return [*stories(), *lessons()]
