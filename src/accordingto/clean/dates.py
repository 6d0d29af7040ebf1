"""Dates and times as report lines state them. English month names and numeric forms; what is ambiguous stays coarse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accordingto.model import Moment
from accordingto.resources.cleaning import CleanRules

_YEAR = r"(?:19|20)\d\d"
_CLOCK = r"(?P<h>2[0-3]|[01]?\d)(?!\d)(?:\s?[:.h]\s?(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
_GAP = r"(?:\s*[,|·•@–—-]\s*|\s+(?:at|um|à)\s+|\s+|T|,\s+at\s+)"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a string: ``[start, end)``, and its `Moment` where a year is stated."""

    start: int
    end: int
    moment: Moment | None


def find_dates(text: str, rules: CleanRules) -> list[Dated]:
    """All dates of a string with the clock time beside each, in order, never overlapping."""
    found: list[Dated] = []
    for match in _date_pattern(rules).finditer(text):
        if found and match.start() < found[-1].end:
            continue
        day = _day(match, rules)
        if day is not None:
            found.append(_with_clock(text, match.start(), match.end(), day, rules))
    return found


@lru_cache(maxsize=4)
def _date_pattern(rules: CleanRules) -> re.Pattern[str]:
    month = "|".join(sorted(rules.months, key=len, reverse=True))
    weekday = "|".join(sorted(rules.weekdays, key=len, reverse=True))
    nth = r"(?:st|nd|rd|th)?"
    forms = (
        rf"(?P<iy>{_YEAR})[-/.](?P<im>\d\d?)[-/.](?P<id>\d\d?)(?!\d)",
        rf"(?P<ed>\d\d?){nth}\.?\s*(?:of\s+|-)?(?P<em>{month})\b\.?(?:[,\s-]\s*(?P<ey>{_YEAR})\b)?",
        rf"(?P<am>{month})\b\.?\s+(?P<ad>\d\d?){nth}(?![\d:])(?:,?\s+(?P<ay>{_YEAR})\b)?",
        rf"(?P<mm>{month})\.?,?\s+(?P<my>{_YEAR})\b",
        rf"(?P<n1>\d\d?)(?P<sep>[./-])(?P<n2>\d\d?)(?P=sep)(?P<ny>{_YEAR})(?!\d)",
    )
    return re.compile(rf"(?<![\w.])(?:(?:{weekday})\b\.?,?\s+)?(?:{'|'.join(forms)})", re.I)


def _day(match: re.Match[str], rules: CleanRules) -> str | None:
    """``YYYY-MM-DD`` cut at what is certain; an empty string where no year is stated; ``None`` where it is no date."""
    part = match.groupdict()
    if part["iy"]:
        return _iso(part["iy"], part["im"], part["id"])
    if part["em"]:
        return _named(part["ey"], part["em"], part["ed"], rules)
    if part["am"]:
        return _named(part["ay"], part["am"], part["ad"], rules)
    if part["mm"]:
        return f"{part['my']}-{rules.months[part['mm'].lower()]:02d}"
    return _numeric(part["ny"], int(part["n1"]), int(part["n2"]), part["sep"])


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return f"{year}-{int(month):02d}-{int(day):02d}" if valid else None


def _named(year: str | None, month: str, day: str, rules: CleanRules) -> str | None:
    if not 1 <= int(day) <= 31:
        return None
    return _iso(year, rules.months[month.lower()], day) if year else ""


def _numeric(year: str, first: int, second: int, separator: str) -> str | None:
    """Day and month in figures: with slashes either order is in use, so that 03/04 stays a year."""
    if separator == "." or first > 12 or first == second:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    return year if first >= 1 and second >= 1 else None


def _with_clock(text: str, start: int, end: int, day: str, rules: CleanRules) -> Dated:
    after = re.compile(rf"{_GAP}{_CLOCK}", re.I).match(text, end)
    before = None
    if after and _clock(after):
        clock, stop = _clock(after), after.end()
        offset, stop = _offset(text, stop, rules)
        end = stop
    else:
        before = re.search(
            rf"(?<![\w:.]){_CLOCK}(?P<zone>\s+\(?[A-Za-z]{{1,4}}\)?)?(?:\s*[,|·•–—-]\s*|\s+on\s+|\s+)$",
            text[:start],
            re.I,
        )
        clock = _clock(before) if before else None
        offset = rules.zones.get((before["zone"] or "").strip(" ()").lower()) if before and clock else None
        if before and clock:
            start = before.start()
    if not day:
        return Dated(start, end, None)
    local = f"{day}T{clock}" if clock and len(day) == 10 else day
    return Dated(start, end, Moment(local, offset if clock and len(day) == 10 else None))


def _clock(match: re.Match[str]) -> str | None:
    """``HH:MM`` or ``HH:MM:SS``; a bare number is a time only with am or pm."""
    half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
    if match["min"] is None and not half:
        return None
    hour = int(match["h"])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02d}:{match['min'] or '00'}" + (f":{match['s']}" if match["s"] else "")


def _offset(text: str, at: int, rules: CleanRules) -> tuple[str | None, int]:
    """The offset stated right after a clock time and where it ends."""
    numeric = re.compile(r"\s*\(?(?:GMT|UTC)?\s?([+−-])(\d\d?):?(\d\d)?\)?(?![\w-])", re.I).match(text, at)
    if numeric and int(numeric[2]) <= 14:
        sign = "-" if numeric[1] in "−-" else "+"
        return f"{sign}{int(numeric[2]):02d}:{numeric[3] or '00'}", numeric.end()
    named = re.compile(r"\s*\(?([A-Za-z]{1,4})\b\)?").match(text, at)
    if named and (offset := rules.zones.get(named[1].lower())) and (named[1].isupper() or len(named[1]) > 1):
        return offset, named.end()
    return None, at
