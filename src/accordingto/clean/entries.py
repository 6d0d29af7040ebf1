"""The entries of a live blog: every block of one bears the entry's time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from accordingto.clean.dates import find_dates
from accordingto.model import Block, BlockKind, Moment
from accordingto.resources.cleaning import CleanRules

ENTRY = frozenset({"text:entry-time", "html:entry-time"})
"""Rules that cut the time stamp off an entry."""
AGE = "text:entry-age"
"""The rule for a stamp that says only how long ago: its entry has no time that could be known."""
STAMPS = ENTRY | {AGE}
PAST_MIDNIGHT = "-past-midnight"
"""Behind the rule of a stamp whose day nobody states: the clock ran past midnight between two entries."""
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d\d)(?:\s?([ap])\.?\s?m\b\.?)?(?:\s*\(?([A-Z]{2,4})\b)?", re.I)
_DAY = 24 * 60
_OUTSIDE = frozenset({BlockKind.BOILERPLATE, BlockKind.RELATED})


@dataclass(frozen=True, slots=True)
class _Told:
    """A stamp's moment, and whether its day was told by the clock running past midnight."""

    moment: Moment
    inferred: bool


def timed(
    blocks: Sequence[Block],
    text: str,
    published: Moment | None,
    rules: CleanRules,
    *,
    updated: Moment | None = None,
) -> tuple[Block, ...]:
    """Give the blocks after a time stamp the time it states, on the day that it or a date line above it states.

    Where neither does, it is the day of publication or the one it ran on from, which the stamp's ``by`` then says. Blocks that
    have a time already keep it. Where no day is known, a clock time alone is no moment, and an age alone never is.
    """
    stamps = [block for block in blocks if block.by in STAMPS and block.at is None]
    if not any(stamp.by in ENTRY for stamp in stamps):
        return tuple(blocks)
    days = _stated_days(blocks, stamps, text, rules)
    first = _day_of(published)
    found = _moments(stamps, days, text, (first, _day_of(updated) or first), rules)
    told = dict(zip([s.span for s in stamps], found, strict=True))
    made: list[Block] = []
    current: Moment | None = None
    for block in blocks:
        by = block.by
        if block.span in told:
            one = told[block.span]
            current = one.moment if one else None
            by += PAST_MIDNIGHT if one and one.inferred else ""
        free = block.at is None and block.kind not in _OUTSIDE and not _head_of_day(block)
        made.append(replace(block, by=by, at=current if current and free else block.at))
    return tuple(made)


def _head_of_day(block: Block) -> bool:
    """A date line between entries: it belongs to none of them."""
    return block.kind is BlockKind.DATELINE and block.by == "text:date-line"


def _stated_days(blocks: Sequence[Block], stamps: Sequence[Block], text: str, rules: CleanRules) -> list[date | None]:
    """The day that stands above each stamp on a line of its own, below the stamp before; ``None`` where none does.

    What stands above the first stamp may be when the report was published, so that another such line has to follow.
    """
    days: list[date | None] = []
    heads = [(b.span.start, _day(b, text, rules)) for b in blocks if _head_of_day(b)]
    last = -1
    for stamp in stamps:
        between = [day for start, day in heads if last < start < stamp.span.start and day]
        days.append(between[-1] if between else None)
        last = stamp.span.start
    return days if any(days[1:]) else [None] * len(days)


def _day(block: Block, text: str, rules: CleanRules) -> date | None:
    found = find_dates(block.span.of(text), rules)
    stated = next((one.moment.date for one in found if one.moment and one.moment.date), None)
    return date.fromisoformat(stated) if stated and _valid(stated) else None


def _valid(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _day_of(moment: Moment | None) -> date | None:
    return date.fromisoformat(moment.date) if moment and moment.date and _valid(moment.date) else None


def _moments(
    stamps: Sequence[Block],
    days: Sequence[date | None],
    text: str,
    bounds: tuple[date | None, date | None],
    rules: CleanRules,
) -> list[_Told | None]:
    """The moment of each stamp: the day moves on where the clock runs past midnight between two entries.

    Live blogs mostly run from the newest entry to the oldest; this one runs the way in which
    less time passes between its entries. Its newest entry is of the last of ``bounds``, its oldest of the first.
    """
    whole = [_whole(stamp, text, rules) for stamp in stamps]
    read = [_CLOCK.search(block.span.of(text)) if block.by in ENTRY else None for block in stamps]
    clocks = [_minutes(match) for match in read if match]
    steps = [b - a for a, b in pairwise(clocks)]
    newest_first = sum(-step % _DAY for step in steps) <= sum(step % _DAY for step in steps)
    found: list[_Told | None] = []
    day, last, inferred = bounds[newest_first], None, False
    for full, match, stated in zip(whole, read, days, strict=True):
        if full is not None:
            found.append(_Told(full, inferred=False))
            day, last, inferred = date.fromisoformat(full.local[:10]), None, False
            continue
        if stated is not None:
            day, last, inferred = stated, None, False
        if match is None or day is None:
            found.append(None)
            continue
        minutes = _minutes(match)
        if last is not None and minutes != last and (minutes > last) == newest_first:
            day += timedelta(days=-1 if newest_first else 1)
            inferred = True
        last = minutes
        clock = f"{minutes // 60:02d}:{minutes % 60:02d}"
        found.append(_Told(Moment(f"{day.isoformat()}T{clock}", rules.zones.get((match[4] or "").lower())), inferred))
    return found


def _whole(stamp: Block, text: str, rules: CleanRules) -> Moment | None:
    """The moment of a stamp that states its day as well."""
    found = find_dates(stamp.span.of(text), rules) if stamp.by in ENTRY else []
    return next(
        (one.moment for one in found if one.moment and len(one.moment.local) > 10 and _valid(one.moment.local[:10])),
        None,
    )


def _minutes(match: re.Match[str]) -> int:
    """Minutes since midnight."""
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return min(23, hour) * 60 + min(59, int(match[2]))
