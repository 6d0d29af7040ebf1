"""Feasts and the Hijri calendar: Christmas, Easter, New Year's Eve, Nowruz, Ramadan, the two Eids, ``7 Ramadan 1444``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from accordingto.mentions.times import hijri
from accordingto.mentions.times.calendar import easter, nowruz, thanksgiving
from accordingto.mentions.times.grammar import Here, Matched, Rule, Sense
from accordingto.model import TimeKind

_MOVING: dict[str, Callable[[int], date]] = {"easter": easter, "nowruz": nowruz, "thanksgiving": thanksgiving}
_MONTHS = {("rabi", 1): 3, ("rabi", 2): 4, ("jumada", 1): 5, ("jumada", 2): 6}
Stretch = tuple[date, date]


def feast(matched: Matched, here: Here) -> Sense | None:
    """``Christmas``, ``Christmas Eve``, ``Easter 2022``, ``Nowruz``: the day."""
    name, before = matched.string("feast"), -1 if matched.has("eve") else 0
    if matched.has("day") and matched.lower("day") != "day":
        return None

    def of_year(year: int) -> Stretch:
        day = _MOVING[name](year) if name in _MOVING else date.fromisoformat(f"{year:04d}-{name}")
        day += timedelta(days=before + (1 if matched.has("monday") else 0))
        return day, day

    if matched.words.text[matched.words.starts[matched.first]].islower():
        return None
    return _nearest(matched, here, _years(matched, here), of_year, name if name[0].isdigit() and not before else None)


def new_year(matched: Matched, here: Here) -> Sense | None:
    """``New Year’s Day``, ``New Year’s Eve``."""
    month, day = (12, 31) if matched.has("eve") else (1, 1)
    return _nearest(
        matched, here, _years(matched, here), lambda year: (date(year, month, day),) * 2, f"{month:02d}-{day:02d}"
    )


def ramadan(matched: Matched, here: Here) -> Sense | None:
    """``Ramadan``, ``Ramadan 1444``, ``Ramadan 2023``: the month, as an interval of days."""
    if matched.has("year") and matched.number("year") > 1800:
        return _nearest(matched, here, _years(matched, here), _in_gregorian(hijri.RAMADAN, None))
    return _nearest(matched, here, _hijri_years(matched, here), lambda year: hijri.month_of(year, hijri.RAMADAN))


def eid(matched: Matched, here: Here) -> Sense | None:
    """``Eid al-Fitr``, ``Eid al-Adha``: the first day."""
    month, day = (int(part) for part in matched.string("eid").split("-"))
    if matched.has("year") and matched.number("year") > 1800:
        return _nearest(matched, here, _years(matched, here), _in_gregorian(month, day))
    return _nearest(matched, here, _hijri_years(matched, here), lambda year: _day(year, month, day))


def hijri_day(matched: Matched, here: Here) -> Sense | None:
    """``7 Ramadan 1444``, ``1 Muharram 1445 AH``; without a year the nearest one."""
    month = _hijri_month(matched)
    if month is None:
        return None
    if matched.has("day"):
        day = matched.number("day")
        return _nearest(matched, here, _hijri_years(matched, here), lambda year: _day(year, month, day))
    return (
        _nearest(matched, here, _hijri_years(matched, here), lambda year: hijri.month_of(year, month))
        if matched.has("year")
        else None
    )


def _hijri_month(matched: Matched) -> int | None:
    if matched.has("rabi"):
        second = any(
            matched.words.lower[at] in ("second", "thani", "akhir", "akhira", "ii", "2")
            for at in range(matched.first, matched.last)
        )
        return matched.number("rabi") + second
    return matched.number("month")


def _day(year: int, month: int, day: int) -> Stretch | None:
    found = hijri.gregorian(year, month, day)
    return (found, found) if found else None


def _in_gregorian(month: int, day: int | None) -> Callable[[int], Stretch | None]:
    """The feast that begins inside a Gregorian year."""

    def of_year(year: int) -> Stretch | None:
        first = hijri.year_of(date(year, 1, 1))
        for candidate in (first, first + 1) if first else ():
            found = _day(candidate, month, day) if day else hijri.month_of(candidate, month)
            if found and found[0].year == year:
                return found
        return None

    return of_year


def _years(matched: Matched, here: Here) -> Iterable[int]:
    if matched.has("year"):
        return (matched.number("year"),)
    if here.day is None:
        return ()
    shift = matched.number("rel") if matched.has("rel") and matched.lower("rel") == "this" else None
    return (here.day.year,) if shift == 0 else (here.day.year - 1, here.day.year, here.day.year + 1)


def _hijri_years(matched: Matched, here: Here) -> Iterable[int]:
    if matched.has("year"):
        return (matched.number("year"),)
    current = hijri.year_of(here.day) if here.day else None
    return (current - 1, current, current + 1) if current else ()


def _nearest(
    matched: Matched,
    here: Here,
    years: Iterable[int],
    of_year: Callable[[int], Stretch | None],
    yearless: str | None = None,
) -> Sense | None:
    """The feast of a stated year, or the one nearest to the anchor in the direction of the clause; one begun counts as here."""
    found = [stretch for year in years if (stretch := of_year(year))]
    if not found:
        return Sense(TimeKind.DATE, f"XXXX-{yearless}") if yearless else None
    if matched.has("year") or here.day is None:
        return _sense(found[0], None)
    today, looks = here.day, _looks(matched, here)
    begun = [s for s in found if s[0] <= today]
    coming = [s for s in found if s[0] > today]
    if looks < 0 and begun:
        return _sense(begun[-1], here.anchor)
    if looks > 0 and coming and not (begun and begun[-1][1] >= today):
        return _sense(coming[0], here.anchor)
    nearest = min(
        found, key=lambda s: 0 if s[0] <= today <= s[1] else min(abs((s[0] - today).days), abs((today - s[1]).days))
    )
    return _sense(nearest, here.anchor)


def _looks(matched: Matched, here: Here) -> int:
    word = matched.lower("rel") if "rel" in matched.match.groupdict() else ""
    if word in ("last", "previous", "past"):
        return -1
    if word in ("next", "coming", "upcoming"):
        return 1
    return here.direction(matched.first, matched.last)


def _sense(stretch: Stretch, anchor: str | None) -> Sense:
    """A day is its own value; a month of the Hijri calendar is written as an ISO 8601 interval."""
    first, last = stretch
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Sense(TimeKind.DATE, value, anchor=anchor, start=first, end=last)


RULES = (
    Rule("feast", "rel=(LAST|THIS|NEXT|COMING)? feast=FEAST (eve=EVE|day=BASEUNIT|monday=WEEKDAY)? (COMMA? year=YEAR)?", feast),
    Rule("feast", "rel=(LAST|THIS|NEXT|COMING)? feast=FEAST", feast),
    Rule("feast", "rel=(LAST|THIS|NEXT)? NEW YEARUNIT POSS? (eve=EVE|BASEUNIT) (COMMA? year=YEAR)?", new_year),
    Rule("hijri", "rel=(LAST|THIS|NEXT|COMING)? ramadan=RAMADAN (year=YEAR AH?)?", ramadan),
    Rule("hijri", "rel=(LAST|THIS|NEXT|COMING)? (EID (HYPHEN|AL)* eid=ALFITR) (year=YEAR)?", eid),
    Rule("hijri", "day=DAYNUM OF? month=(RAMADAN|HIJRI) (COMMA? year=YEAR AH?)?", hijri_day),
    Rule("hijri", "month=HIJRI year=YEAR AH?", hijri_day),
    Rule("hijri", "day=DAYNUM? rabi=RABI (AL|HYPHEN|OTHER|ORDINAL|SECOND|D12){0,4} year=YEAR AH?", hijri_day),
    Rule("hijri", "day=DAYNUM? DHU (AL|HYPHEN)* month=QADAH (COMMA? year=YEAR AH?)?", hijri_day),
)  # fmt: skip
