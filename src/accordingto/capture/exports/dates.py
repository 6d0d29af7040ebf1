"""The date lines of exports: ``July 1, 2019 Monday 9:20 AM GMT``, ``Montag, 11. Januar 2010``, ``4 oktober 2017 woensdag``."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from accordingto.capture.exports.words import ExportWords

MAX_OTHER = 3
"""Words beside date, weekday and time on a date line: ``Late Edition - Final``."""
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})[:.h](\d\d)(?::\d\d)?\s*([ap])?\.?(?:m\b\.?)?\s*(?:\(?([A-Z]{2,4})\)?)?(?!\w)", re.I
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:-|年)(\d\d?)(?:-|月)(\d\d?)日?(?!\d)")
_SMALL = ("de", "of", "at", "the")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def date_of(line: str, words: ExportWords) -> str | None:
    """The date that a line states, ISO 8601 as far as it goes: day, with the time and the offset if they stand there too.

    Returns:
        ``None`` for a line that is no date line: without a year, or with more words than a date line has.
    """
    line = " ".join(line.split())
    if len(line) > 100 or line.endswith((".", "?", "!", ":", ";")):
        return None
    found = _day(line, words)
    if found is None:
        return None
    day, rest = found
    clock = _CLOCK.search(rest)
    if clock:
        rest = rest[: clock.start()] + " " + rest[clock.end() :]
    others = [
        word for word in map(str.casefold, _WORD.findall(rest)) if word not in words.weekdays and word not in _SMALL
    ]
    if len(others) > MAX_OTHER or re.search(r"\d", re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", rest)):
        return None
    return day + _time(clock, words) if len(day) == 10 else day


def _day(line: str, words: ExportWords) -> tuple[str, str] | None:
    """The day and what stands beside it."""
    if iso := _ISO.search(line):
        made = _made(int(iso[1]), int(iso[2]), int(iso[3]))
        return (made, line[: iso.start()] + " " + line[iso.end() :]) if made else None
    for form in _forms(tuple(words.months)):
        if match := form.search(line):
            part = match.groupdict()
            made = _made(int(part["y"]), words.months[part["m"].casefold()], int(part["d"]) if part.get("d") else None)
            return (made, line[: match.start()] + " " + line[match.end() :]) if made else None
    return None


@lru_cache(maxsize=2)
def _forms(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Day month year, month day year, month year."""
    months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    year = r"(?P<y>(?:19|20)\d\d)(?!\d)"
    return (
        re.compile(
            rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<m>{months})\b\.?,?\s+(?:de\s+)?{year}",
            re.I,
        ),
        re.compile(rf"(?<!\w)(?P<m>{months})\b\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+{year}", re.I),
        re.compile(rf"(?<!\w)(?P<m>{months})\b\.?,?\s+{year}", re.I),
    )


def _made(year: int, month: int, day: int | None) -> str | None:
    try:
        return date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None


def _time(clock: re.Match[str] | None, words: ExportWords) -> str:
    """``T09:20+00:00``; without an offset where the zone is not stated or has several meanings."""
    if clock is None:
        return ""
    hour, minute = int(clock[1]), int(clock[2])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"T{hour:02d}:{minute:02d}{words.zones.get((clock[4] or '').lower(), '')}"
