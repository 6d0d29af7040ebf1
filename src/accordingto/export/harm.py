"""Victims of an event added up: totals by harm, parts of a total never added to it."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.model import Harm, Victims

Range = tuple[int | None, int | None]


def total(victims: Iterable[Victims], harm: Harm, *, civilians: bool = False) -> Range | None:
    """At least and at most how many, both inclusive, ``None`` where open; ``None`` where nothing is told.

    Args:
        victims: of one event.
        harm: what happened to them.
        civilians: only those of whom the report says that they are civilians. Where they are told only as parts of a
            total, the parts count, each as at least so many: whether two parts overlap is not known.
    """
    found = [one for one in victims if one.harm is harm and (one.civilians or not civilians)]
    whole = [one for one in found if not one.part]
    if whole:
        return _sum([(one.count.low, one.count.high) for one in whole])
    if not found or not civilians:
        return None
    return max((one.count.low or 0 for one in found), default=0) or None, None


def _sum(ranges: list[Range]) -> Range:
    """A lower bound adds up from those known; an upper one only where all are."""
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges if high is not None]
    return sum(lows) if lows else None, sum(highs) if len(highs) == len(ranges) else None
