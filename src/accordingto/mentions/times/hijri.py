"""Days of the Hijri calendar, by the Umm al-Qura calendar of Saudi Arabia as `hijridate` has it (1924 to 2077)."""

from __future__ import annotations

from datetime import date, timedelta

RAMADAN, SHAWWAL, DHU_AL_HIJJAH = 9, 10, 12


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one; ``None`` where there is none, or outside the calendar's years.

    Where the month is begun by sighting the moon, the day may be one off.
    """
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def month_of(year: int, month: int) -> tuple[date, date] | None:
    """The first and the last day of a Hijri month."""
    first = gregorian(year, month, 1)
    after = gregorian(*((year, month + 1) if month < 12 else (year + 1, 1)), 1)
    return (first, after - timedelta(days=1)) if first and after else None


def year_of(day: date) -> int | None:
    """The Hijri year that a Gregorian day lies in."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
