"""A story as it is exported, made by hand, and the same with other words in it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, TypeVar

from accordingto.export.bare import Carried, bare, bare_story, bare_travel
from accordingto.export.deciding import settled
from accordingto.export.exporting import Item, Journey
from accordingto.model import Actor, Run, Span
from accordingto.model.review import Review
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.store.exporting import Shelved
from tests.compare import crossing
from tests.store.test_travel import made

T = TypeVar("T")
READINGS = tuple(crossing.readings())
TRAVEL = made(READINGS).travel
STORY = Story(
    "story-1",
    TRAVEL.reports,
    "Coalition to leave Front alone",
    "2023-11-14",
    "2023-11-16",
    ("Asur",),
    ("Kharan Front",),
)
CAPTURED = "c" * 64


def shelved(reading: Reading) -> Shelved:
    return Shelved(reading, 1, True, CAPTURED, "text/html", ("crossing",), STORY.id, STORY.title)


def journey(carried: Carried = Carried.QUOTES, *, change: Callable[[str], str] | None = None) -> Journey:
    """The sample story as an export gives it; ``change`` is done to every text in it first."""
    readings, travel, story = READINGS, TRAVEL, STORY
    if change is not None:
        readings, travel, story = (changed(one, change) for one in (readings, travel, story))
    if carried is not Carried.HASHES:
        return Journey(story, travel, tuple(Item(shelved(one), one) for one in readings))
    items = tuple(Item(dataclasses.replace(shelved(bare(one)), story_title=None), one) for one in readings)
    return Journey(bare_story(story), bare_travel(travel), items)


def item(
    reading: Reading,
    carried: Carried = Carried.QUOTES,
    change: Callable[[str], str] | None = None,
    decisions: Sequence[Review] = (),
) -> Item:
    """One report as an export gives it."""
    whole = changed(reading, change) if change else reading
    shelf, decided = settled(
        dataclasses.replace(shelved(whole), story=None, story_title=None, decisions=tuple(decisions))
    )
    shown = bare(shelf.reading) if carried is Carried.HASHES else shelf.reading
    return Item(dataclasses.replace(shelf, reading=shown), whole, decided)


def changed(record: T, change: Callable[[str], str]) -> T:
    """A record with something done to every text in it, however deep; ids, runs and the registry stay."""
    return _changed(record, change)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, Enum | Span | Run | Actor):
        return value
    if isinstance(value, str):
        return (
            value
            if value.partition("-")[0] in ("report", "statement", "matter", "quote", "occasion")
            else change(value)
        )
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: _changed(getattr(value, one.name), change) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value


MARKERS = {
    "coalition": "zzmarkerx",
    "Thackley": "Zzmarker",
    "general": "zzmarks",
    "Northwire": "Zzmarkwir",
    "Front": "Zzmrk",
}
"""Words of the sample story by what stands in their place, as long as they."""


def marked(words: str) -> str:
    """Words of which most sentences have one that no word of ours is."""
    for word, marker in MARKERS.items():
        words = words.replace(word, marker)
    return words
