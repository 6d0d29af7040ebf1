"""Dates and times as report lines state them, by the month names of the lexicon and in figures of any script.

What is ambiguous stays coarse: 03/04/2023 is a year. Years of other calendars than the Gregorian are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from accordingto.model import Moment
from accordingto.resources.cleaning import CleanRules

_YEAR = r"(?:(?:19|20)[0-9]{2}|(?:١٩|٢٠)[٠-٩]{2}|(?:۱۹|۲۰)[۰-۹]{2})"
_CLOCK = r"(?P<h>2[0-3]|[01]?\d)(?!\d)(?:\s?[:.h時시]\s?(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
_ERA = r"(?:\s?(?:г|год|года|р|року|م)(?!\w)\.?)?"
"""What may follow a year: "year", "of the common era"."""
_EDGE = "[\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
"""Marks of direction, which may stand anywhere in a line of mixed scripts."""


PLANET = "Mars"
"""No month: those languages in which it is one write it small."""


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
    month, first = _names(rules.months), _names(rules.month_first)
    weekday = _names(rules.weekdays)
    nth = r"(?:st|nd|rd|th|er|re|º|ª)?"
    link = rf"(?:(?:{rules.date_links})\s+|-)?"
    forms = (
        rf"(?P<iy>{_YEAR})[-/.](?P<im>\d\d?)[-/.](?P<id>\d\d?)(?!\d)",
        rf"(?P<ed>\d\d?){nth}\.?\s*{link}(?P<em>{month})(?!\w)\.?(?:\s?/\s?(?:{month})(?!\w))?(?:[,\s-]\s*{link}(?P<ey>{_YEAR})(?!\d){_ERA})?",
        rf"(?P<am>{first})\b\.?\s+(?P<ad>\d\d?){nth}(?![\d:])(?:,?\s+(?P<ay>{_YEAR})(?!\d))?",
        rf"(?P<mm>{month})(?!\w)\.?,?\s+{link}(?P<my>{_YEAR})(?!\d)",
        rf"(?P<n1>\d\d?)(?P<sep>[./-])(?P<n2>\d\d?)(?P=sep)(?P<ny>{_YEAR})(?!\d)",
        rf"(?P<cy>{_YEAR})\s?[年년]\s?(?P<cm>\d\d?)\s?[月월]\s?(?P<cd>\d\d?)\s?[日일]",
    )
    return re.compile(rf"(?<![\w.])(?:(?:{weekday})(?!\w)\.?[,،]?\s+)?{_EDGE}(?:{'|'.join(forms)})", re.I)


def _names(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len, reverse=True))


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
        return f"{int(part['my'])}-{_month(part['mm'], rules):02d}"
    if part["cy"]:
        return _iso(part["cy"], part["cm"], part["cd"])
    return _numeric(part["ny"], int(part["n1"]), int(part["n2"]), part["sep"])


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return f"{int(year)}-{int(month):02d}-{int(day):02d}" if valid else None


def _month(name: str, rules: CleanRules) -> int:
    """The number of a month; letters whose small form has several characters are looked up as they are."""
    key = " ".join(name.split())
    return rules.months.get(key.lower()) or rules.months[key.casefold().replace("i̇", "i")]


def _named(year: str | None, month: str, day: str, rules: CleanRules) -> str | None:
    if not 1 <= int(day) <= 31 or month == PLANET:
        return None
    return _iso(year, _month(month, rules), day) if year else ""


def _numeric(year: str, first: int, second: int, separator: str) -> str | None:
    """Day and month in figures: with slashes either order is in use, so that 03/04 stays a year."""
    if separator == "." or first > 12 or first == second:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    return str(int(year)) if first >= 1 and second >= 1 else None


def _with_clock(text: str, start: int, end: int, day: str, rules: CleanRules) -> Dated:
    gap = rf"{_EDGE}(?:\s*[,،|·•@–—-]\s*(?:(?:{rules.before_clock})\s+)?|\s+(?:{rules.before_clock})\s+|\s+|T)"
    after = re.compile(rf"{gap}{_CLOCK}", re.I).match(text, end)
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
    return f"{hour:02d}:{int(match['min'] or 0):02d}" + (f":{int(match['s']):02d}" if match["s"] else "")


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
