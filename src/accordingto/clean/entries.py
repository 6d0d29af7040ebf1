"""The entries of a live blog: every block of one bears the entry's time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from accordingto.model import Block, BlockKind, Moment
from accordingto.resources.cleaning import CleanRules

ENTRY = frozenset({"text:entry-time", "html:entry-time"})
"""Rules that cut the time stamp off an entry."""
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)(?:\s?([ap])\.?\s?m\b\.?)?(?:\s*\(?([A-Z]{2,4})\b)?", re.I)
_DAY = 24 * 60
_OUTSIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.RELATED})


def timed(
    blocks: Sequence[Block],
    text: str,
    published: Moment | None,
    rules: CleanRules,
    *,
    updated: Moment | None = None,
) -> tuple[Block, ...]:
    """Give the blocks after a time stamp the time it states, on the day of publication or the one it ran on from.

    Blocks that have a time already keep it. Where the day of publication is not known, a clock time alone is no moment.
    """
    stamps = [block for block in blocks if block.by in ENTRY and block.at is None]
    first = _day(published)
    if not stamps or first is None:
        return tuple(blocks)
    found = _moments(stamps, text, (first, _day(updated) or first), rules)
    moments = dict(zip([s.span for s in stamps], found, strict=True))
    made: list[Block] = []
    current: Moment | None = None
    for block in blocks:
        current = moments.get(block.span, current)
        free = block.at is None and block.kind not in _OUTSIDE
        made.append(replace(block, at=current) if current and free else block)
    return tuple(made)


def _day(moment: Moment | None) -> date | None:
    try:
        return date.fromisoformat(moment.date) if moment and moment.date else None
    except ValueError:  # no day of the calendar
        return None


def _moments(stamps: Sequence[Block], text: str, days: tuple[date, date], rules: CleanRules) -> list[Moment | None]:
    """The moment of each stamp: the day moves on where the clock runs past midnight between two entries.

    Live blogs mostly run from the newest entry to the oldest; this one runs the way in which
    less time passes between its entries. Its newest entry is of the last of ``days``, its oldest of the first.
    """
    read = [_CLOCK.search(block.span.of(text)) for block in stamps]
    clocks = [_minutes(match) for match in read if match]
    steps = [b - a for a, b in pairwise(clocks)]
    newest_first = sum(-step % _DAY for step in steps) <= sum(step % _DAY for step in steps)
    found: list[Moment | None] = []
    day, last = days[newest_first], None
    for match in read:
        if match is None:
            found.append(None)
            continue
        minutes = _minutes(match)
        if last is not None and minutes != last and (minutes > last) == newest_first:
            day += timedelta(days=-1 if newest_first else 1)
        last = minutes
        clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
        found.append(Moment(f"{day.isoformat()}T{clock}", rules.zones.get((match[4] or "").lower())))
    return found


def _minutes(match: re.Match[str]) -> int:
    """Minutes since midnight."""
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return min(23, hour) * 60 + min(59, int(match[2]))
