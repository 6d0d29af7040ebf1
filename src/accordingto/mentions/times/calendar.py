"""Days, months, weeks, seasons and TIMEX3 values: arithmetic, and the interval of days that a value covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season. A winter is named after the year that its December lies in."""
EASTMOST, WESTMOST = timedelta(hours=14), timedelta(hours=-12)
"""Offsets of the first and the last place on earth to begin a day."""
_VALUE = re.compile(
    r"(?:FY)?(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T.*)?)?))?|(?P<decade>\d{3})|(?P<century>\d\d)"
)
_DAYS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}


def shift(day: date, unit: str, count: int) -> date | None:
    """A day moved by a number of units; days that a month lacks become its last. ``None`` beyond the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * count)
        if unit not in _MONTHS:
            return day
        year, month = divmod(day.year * 12 + day.month - 1 + _MONTHS[unit] * count, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def at_grain(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit that a day lies in: its week, month, quarter, year, decade, century."""
    if unit in ("W", "2W"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}"
    cut = {"M": 7, "Y": 4, "DE": 3, "CE": 2}.get(unit)
    if cut:
        return day.isoformat()[:cut]
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return day.isoformat()


def grain_of(value: str) -> str | None:
    """The unit of a value on the calendar; ``None`` where it is not on it."""
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    for name, unit in (("day", "D"), ("month", "M"), ("weekend", "WE"), ("week", "W"), ("quarter", "Q"), ("half", "H"),
                       ("season", "S"), ("year", "Y"), ("decade", "DE")):  # fmt: skip
        if match[name]:
            return unit
    return "CE"


def interval(value: str) -> tuple[date, date] | None:
    """The first and the last day that a TIMEX3 value covers; ``None`` where it is not on the calendar."""
    match = _VALUE.fullmatch(value)
    try:
        return _interval(match) if match else None
    except ValueError:
        return None


def _interval(match: re.Match[str]) -> tuple[date, date]:
    if match["century"]:
        return date(max(1, int(match["century"]) * 100), 1, 1), date(int(match["century"]) * 100 + 99, 12, 31)
    if match["decade"]:
        return date(int(match["decade"]) * 10, 1, 1), date(int(match["decade"]) * 10 + 9, 12, 31)
    year = int(match["year"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["weekend"]))
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return _months(year, SEASONS[match["season"]], 3)
    return _months(year, 1, 12)


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date]:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    years, last = divmod(month + count - 2, 12)
    return first, date(year + years, last + 1, monthrange(year + years, last + 1)[1])


def season_of(day: date) -> tuple[int, str]:
    """The year and TimeML letters of the season that a day lies in."""
    names = ("WI", "SP", "SU", "FA")
    name = names[day.month % 12 // 3]
    return (day.year - 1 if day.month < 3 else day.year), name


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def nowruz(year: int) -> date:
    """1 Farvardin that falls in a Gregorian year, by the 33-year cycle of the Iranian calendar, which holds from 1900 to 2087."""
    leap = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
    day = date(1975, 3, 21)  # 1 Farvardin 1354
    persian = 1354
    while persian < year - 621:
        day += timedelta(days=366 if persian % 33 in leap else 365)
        persian += 1
    while persian > year - 621:
        persian -= 1
        day -= timedelta(days=366 if persian % 33 in leap else 365)
    return day


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November, as the United States keep it."""
    first = date(year, 11, 1)
    return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)


def instants(first: date, last: date, offset: str | None) -> tuple[datetime, datetime]:
    """The universal instants between which days of a place begin and end.

    Days of a report are those of the place of its publication. Only where they are compared across places does the offset
    matter: without one, the days may lie anywhere between the zones of the earth, so that the interval is wider by up to 14 hours
    before and 12 hours behind.

    Args:
        first: a day.
        last: the same or a later day, inclusive.
        offset: ``+03:00`` form, or ``None`` where none was stated.

    Raises:
        ValueError: where the offset is none.
    """
    east, west = (_offset(offset), _offset(offset)) if offset else (EASTMOST, WESTMOST)
    begin = datetime.combine(first, time(), UTC) - east
    return begin, datetime.combine(last, time(), UTC) + timedelta(days=1) - west


def _offset(offset: str) -> timedelta:
    found = datetime.fromisoformat(f"2000-01-01T00:00{offset}").utcoffset()
    if found is None:
        raise ValueError(f"{offset!r} is no offset; write +03:00")
    return found
