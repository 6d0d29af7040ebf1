"""The time slot: when what is said happened, as days of the calendar or as the parts of a date that are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from accordingto.compare.said import Said
from accordingto.mentions.times import find_times
from accordingto.model import Span, Time, TimeKind, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_PARTS = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_BEFORE_DATE = 28
"""Characters before a date in which the word that places things around it is sought."""
_BETWEEN = r"\s+(?:the\s+|early\s+|late\s+|mid-?\s*)?(?:\w+day,?\s+)?$"

Day = tuple[int | None, int | None, int | None]
"""Year, month and day as far as they are told."""


class Bearing(StrEnum):
    """How a date bounds the time of what happened."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"
    TO = "to"
    FROM = "from"


class Fit(StrEnum):
    """How a time of the other side fits a time of this side."""

    SAME = "same"
    WITHIN = "within"
    """It lies in what this side says."""
    LOOSE = "loose"
    """It is told less exactly and may lie in it."""
    EDGE = "edge"
    """It is the very date that this side sets as a bound."""
    APART = "apart"


@dataclass(frozen=True, slots=True)
class When:
    """A date or time of a proposition."""

    span: Span
    day: Day
    bearing: Bearing
    start: str | None = None
    """ISO days, inclusive, where it is resolved."""
    end: str | None = None
    value: str = ""
    """TIMEX3."""
    told_half: bool = True
    """Whether its words say which half of the day an hour is of."""


def times_in(said: Said, words: Comparison) -> list[When]:
    """The dates and times of a proposition: those of the reading where it has them, else those that its words give."""
    known = [time for time in said.account.times if time.kind in _DATED]
    if known:
        inside = [(span, time) for time in known for span in spans_of(time.evidence)[:1] if _in(span, said)]
        return [_of_time(said.text, span, time, words) for span, time in inside if _PARTS.match(time.value)]
    return [*_read(said, words)]


_DATED = (TimeKind.DATE, TimeKind.TIME)


def _in(span: Span, said: Said) -> bool:
    return any(part.start <= span.start and span.end <= part.end for part in said.parts)


def _of_time(text: str, span: Span, time: Time, words: Comparison) -> When:
    told = _HALF.search(span.of(text)) is not None
    return When(span, _day(time.value), _bearing(text, span, words), time.start, time.end, time.value, told)


def _read(said: Said, words: Comparison) -> Iterable[When]:
    moment = said.account.report.published
    day = moment.value.date if moment else None
    for part in said.parts:
        for found in find_times(part.of(said.text), words.times, published=day):
            span = Span(part.start + found.span.start, part.start + found.span.end)
            if found.kind in _DATED and _PARTS.match(found.value):
                told = _HALF.search(span.of(said.text)) is not None
                bearing = _bearing(said.text, span, words)
                yield When(span, _day(found.value), bearing, found.start, found.end, found.value, told)


def _day(value: str) -> Day:
    match = _PARTS.match(value)
    year, month, day = match.groups() if match else (None, None, None)
    return tuple(int(part) if part and part.isdigit() else None for part in (year, month, day))  # type: ignore[return-value]


def _bearing(text: str, span: Span, words: Comparison) -> Bearing:
    before = text[max(0, span.start - _BEFORE_DATE) : span.start].lower()
    for kind, phrases in words.compared.dated.items():
        for phrase in phrases:
            at = before.rfind(phrase)
            if (
                at >= 0
                and (at == 0 or not before[at - 1].isalnum())
                and re.fullmatch(_BETWEEN, before[at + len(phrase) :])
            ):
                return Bearing(kind)
    return Bearing.ON


def order(a: Day, b: Day) -> int:
    """-1, 0 or 1: ``a`` before, not apart from, or after ``b``, as far as both are told."""
    for i, (one, other) in enumerate(zip(a, b, strict=True)):
        if one is None and other is None:
            continue
        if one is None or other is None:
            if i == 0:
                continue
            return 0
        if one != other:
            return -1 if one < other else 1
    return 0


def fit(mine: When, other: When) -> Fit:
    """How the other side's time fits mine."""
    where = order(other.day, mine.day)
    same = other.day == mine.day
    if mine.bearing in (Bearing.BEFORE, Bearing.AFTER):
        right = -1 if mine.bearing is Bearing.BEFORE else 1
        if where == 0:
            return Fit.EDGE if same else Fit.LOOSE
        return Fit.WITHIN if where == right else Fit.APART
    if mine.bearing is Bearing.TO:
        return Fit.APART if where > 0 else Fit.WITHIN
    if mine.bearing is Bearing.FROM:
        return Fit.APART if where < 0 else Fit.WITHIN if where == 0 else Fit.LOOSE
    if where:
        return Fit.APART
    told = [(one, two) for one, two in zip(mine.day, other.day, strict=True) if one is not None]
    return Fit.SAME if all(one == two for one, two in told) else Fit.LOOSE


_BEST = (Fit.SAME, Fit.WITHIN, Fit.LOOSE, Fit.EDGE, Fit.APART)


def best_fit(mine: When, others: Iterable[When]) -> tuple[Fit, When] | None:
    """The other side's time that fits mine best; ``None`` where it has none."""
    fits = [(fit(mine, other), other) for other in others]
    return min(fits, key=lambda pair: _BEST.index(pair[0]), default=None)


NOON = 12
_HALF = re.compile(
    r"morning|afternoon|evening|night|noon|dawn|dusk|sunrise|sunset|\b[ap]\.?m\b|\b(?:0\d|1[3-9]|2\d):\d\d|GMT",
    re.IGNORECASE,
)
"""Words that say of which half of the day an hour is."""
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
_DAY = 24 * 60
_PARTS_OF_DAY = {"MO": (4, 12), "MI": (11, 15), "AF": (12, 19), "EV": (16, 24), "NI": (19, 30)}
"""Hours from and to which a part of the day may be meant; that of a night is of the next day."""
NEAR, AROUND = 75, 180
"""Minutes by which two may differ who tell the time of one thing; and before or after an hour, where they say only that."""


def _minutes(when: When) -> tuple[int, int] | None:
    """From which minute of the day to which; ``None`` where it tells no hour and no part of the day."""
    clock = _CLOCK.search(when.value)
    if clock is None:
        hours = _PARTS_OF_DAY.get(when.value[-2:]) if when.value[-3:-2] == "T" else None
        return (60 * hours[0], 60 * hours[1]) if hours and when.bearing is Bearing.ON else None
    at = 60 * int(clock[1]) + int(clock[2])
    before = AROUND if when.bearing is Bearing.BEFORE else NEAR if when.bearing is Bearing.ON else 0
    after = AROUND if when.bearing is Bearing.AFTER else NEAR if when.bearing is Bearing.ON else 0
    return at - before, at + after


def hours_apart(mine: When, other: When) -> bool:
    """Whether the hours that both tell, or the parts of the day, have nothing in common: at 2:40, before midnight."""
    ours, theirs = _minutes(mine), _minutes(other)
    if ours is None or theirs is None:
        return False
    step = _DAY // 2 if _either_half(mine) or _either_half(other) else _DAY
    return all(ours[1] + n * step < theirs[0] or theirs[1] < ours[0] + n * step for n in range(-2, 3))


def _either_half(when: When) -> bool:
    """Whether an hour may be of the morning or of the afternoon."""
    clock = _CLOCK.search(when.value)
    return clock is not None and int(clock[1]) <= NOON and not when.told_half


def apart(mine: When, other: When) -> bool:
    """Whether no day is common to both, so far as they are told, or no hour; a night belongs to the days on either side of it."""
    if hours_apart(mine, other):
        return True
    if Bearing.ON is not mine.bearing or Bearing.ON is not other.bearing:
        return False
    if mine.start and mine.end and other.start and other.end:
        nights = any("N" in when.value or "DT" in when.value for when in (mine, other))
        first, second = sorted(((mine.start, mine.end), (other.start, other.end)))
        return first[1] < second[0] and not (nights and _next_day(first[1]) >= second[0])
    return order(mine.day, other.day) != 0


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
