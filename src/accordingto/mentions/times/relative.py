"""Dates by their distance: yesterday, last month, the following day, two weeks ago, a year earlier, now, recently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from accordingto.mentions.times.calendar import at_grain, grain_of, interval, shift
from accordingto.mentions.times.durations import count_of
from accordingto.mentions.times.grammar import Here, Matched, Piece, Rule, Sense
from accordingto.model import TimeKind

MEMORY = 150
"""Words over which "the following day" reaches back for the day it follows: about a paragraph or two."""
SAME_MATTER = 120
"""Words within which "a year earlier" keeps to the quarter or month just named (TimeBank, even documents)."""
BESIDE = 8
"""Words within which "the third day" is the day just named, not counted from it."""
SAME_MONTH = 20
"""Words within which it keeps to a month just named."""
_VAGUE = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_MENTIONED = frozenset(("previous", "preceding", "prior", "following", "ensuing", "subsequent", "same", "that"))


def mentioned(
    here: Here, first: int, grains: str, reach: int = MEMORY, *, compared: bool = True, over: bool = False
) -> int | None:
    """Index of the nearest date before word ``first`` whose grain is among ``grains``.

    Without ``compared``, dates that are themselves a year before another are passed over; with ``over`` those that have not ended
    by the anchor's day.
    """
    for index in range(len(here.earlier) - 1, -1, -1):
        piece = here.earlier[index]
        if first - piece.last > reach:
            return None
        if over and not _over(here, piece):
            continue
        if (grain_of(piece.sense.value) or "-") in grains.split() and (compared or piece.rule != "ago"):
            return index
    return None


def moved(here: Here, unit: str, count: int, *, _: Sense | None = None) -> Sense | None:
    """The unit that lies ``count`` units from the anchor's."""
    if unit not in _VAGUE:
        return None
    if here.day is None:
        return Sense(TimeKind.DATE, _VAGUE[unit])
    day = shift(here.day.replace(day=1) if unit in ("M", "Q", "Y") else here.day, unit, count)
    return Sense(TimeKind.DATE, at_grain(day, unit), anchor=here.anchor) if day else None


def day_reference(matched: Matched, here: Here) -> Sense | None:
    """``yesterday``, ``today``, ``tomorrow``."""
    if matched.words.capital(matched.first) and matched.words.capital(matched.first - 1) and matched.before().isalpha():
        return None  # a title: Derbazin Today
    return moved(here, "D", matched.number("day"))


def day_beyond(matched: Matched, here: Here) -> Sense | None:
    """``the day before yesterday``, ``the day after tomorrow``."""
    return moved(here, "D", matched.number("day") + matched.number("way"))


def day_next_to(matched: Matched, here: Here) -> Sense | None:
    """``the day before``, ``the day after``, closing a clause: counted from the day just named."""
    index = mentioned(here, matched.first, "D")
    if index is None or matched.lower("unit") != "day" or not _closed(matched):
        return None
    day = date.fromisoformat(here.earlier[index].sense.value[:10]) + timedelta(days=matched.number("way"))
    return Sense(TimeKind.DATE, day.isoformat(), anchor="expression", of=index)


def weekday(matched: Matched, here: Here) -> Sense | None:
    """A weekday: the nearest behind the anchor, itself included, or ahead of it where the clause looks there."""
    number, word = matched.number("wd"), matched.lower("rel")
    if (
        matched.lower("wd") in ("sun", "sat", "mon", "wed", "fri")
        and matched.before() != "on"
        and matched.words.lower[matched.last - 1] != "."
    ):
        return None
    if here.day is None:
        return Sense(TimeKind.DATE, f"XXXX-WXX-{number}")
    back = (here.day.isoweekday() - number) % 7
    if word in ("next", "coming", "upcoming"):
        days = 7 - back
    elif word in ("last", "past", "previous"):
        days = -(back or 7)
    elif word == "this":
        days = (7 - back) % 7 if here.direction(matched.first, matched.last) >= 0 else -back
    elif word in ("that", "following", "same") or matched.lower("det") == "following":
        return _weekday_mentioned(matched, here, number)
    else:
        ahead = here.direction(matched.first, matched.last) > 0
        owned = (
            matched.after() in ("'s", "’s") and matched.before() != "of"
        )  # "Wednesday's ruling" is over, "ahead of Sunday's vote" not
        days = 7 - back if back and ahead and not owned else -back
    return Sense(TimeKind.DATE, (here.day + timedelta(days=days)).isoformat(), anchor=here.anchor)


def _weekday_mentioned(matched: Matched, here: Here, number: int) -> Sense | None:
    index = mentioned(here, matched.first, "D")
    if index is None or here.day is None:
        return Sense(TimeKind.DATE, f"XXXX-WXX-{number}")
    day = date.fromisoformat(here.earlier[index].sense.value[:10])
    ahead = (number - day.isoweekday()) % 7 or (7 if matched.lower("rel") == "following" else 0)
    return Sense(TimeKind.DATE, (day + timedelta(days=ahead)).isoformat(), anchor="expression", of=index)


def attributive_to(matched: Matched, here: Here) -> bool:
    """Whether a noun follows: "a morning show", "a Wednesday meeting"."""
    return matched.after()[:1].isalpha() and matched.after() not in here.beside["after_day"] | here.beside["after_side"]


def some_weekday(matched: Matched, here: Here) -> Sense | list[Piece] | None:
    """``a Wednesday``: one of them, no telling which; "a Wednesday meeting" is that of the nearest one."""
    if attributive_to(matched, here):
        sense = weekday(matched, here)
        return [Piece(matched.first + 1, matched.last, sense, "weekday")] if sense else None
    return Sense(TimeKind.DATE, f"XXXX-WXX-{matched.number('wd')}")


def weekend(matched: Matched, here: Here) -> Sense | None:
    """``the weekend``: the last one that has begun, or the next where the clause looks ahead."""
    if here.day is None:
        return Sense(TimeKind.DATE, "XXXX-WXX-WE")
    word, looks = matched.lower("rel"), here.direction(matched.first, matched.last)
    saturday = here.day - timedelta(days=(here.day.isoweekday() - 6) % 7)
    inside = here.day.isoweekday() >= 6
    if word in ("next", "coming", "following", "upcoming") or (
        word in ("the", "this", "") and looks > 0 and not inside
    ):
        saturday += timedelta(days=7)
    elif word in ("last", "past", "previous") and inside:
        saturday -= timedelta(days=7)
    return Sense(TimeKind.DATE, at_grain(saturday, "W") + "-WE", anchor=here.anchor)


def unit_beside(matched: Matched, here: Here) -> Sense | None:
    """``last week``, ``this month``, ``next year``, ``the following day``, ``that year``."""
    unit, word, rel = matched.string("unit"), matched.lower("rel"), matched.number("rel")
    if matched.words.lower[matched.range("unit").start].endswith("s") or unit.startswith("T") or unit == "ML":
        return None
    if matched.after() == "of" and _month_behind(matched):
        return None  # "the last week of October" is of October
    sure = word in _MENTIONED or (matched.has("the") and word == "next" and unit == "D")
    if unit == "D" and not sure:
        return Sense(TimeKind.DATE, "PRESENT_REF") if word == "this" and matched.after() == "and" else None
    if sure:
        return _beside_mentioned(matched, here, unit, rel)
    if word == "latest" or (unit == "Q" and word == "current"):
        return _latest(matched, here, unit)
    if unit == "Q" and matched.after() == "of":
        return None
    if (
        (unit in ("DE", "CE") and rel)
        or (word == "past" and unit in ("W", "M", "Q"))
        or (word == "last" and matched.has("the") and unit in ("W", "M"))
    ):
        start, end = _lasting(here, unit, rel)
        return Sense(TimeKind.DURATION, f"P1{unit}", anchor=here.anchor if start else None, start=start, end=end)
    return moved(here, unit, rel)


def _month_behind(matched: Matched) -> bool:
    """Whether "of" and a month or year follow."""
    at = matched.last + 1
    if at >= len(matched.words) or matched.words.worths[at] in (0, ""):
        return False
    return matched.words.capital(at) or matched.words.lower[at].isdigit()


def _lasting(here: Here, unit: str, rel: int) -> tuple[date | None, date | None]:
    if here.day is None or not rel:
        return None, None
    other = shift(here.day, unit, rel)
    return (other, here.day) if rel < 0 else (here.day, other)


def _beside_mentioned(matched: Matched, here: Here, unit: str, rel: int) -> Sense | None:
    grains = {"D": "D", "W": "D W", "M": "D M", "Q": "D M Q", "Y": "D M Q H S Y"}.get(unit, "Y")
    index = mentioned(here, matched.first, grains)
    if index is None:
        return moved(here, unit, rel) if unit != "D" or rel or here.day is None else None
    covered = interval(here.earlier[index].sense.value)
    day = shift(covered[0].replace(day=1) if unit in ("M", "Q", "Y") else covered[0], unit, rel) if covered else None
    return Sense(TimeKind.DATE, at_grain(day, unit), anchor="expression", of=index) if day else None


def _latest(matched: Matched, here: Here, unit: str) -> Sense | None:
    """``the latest quarter``: the one just named, or the last that is over."""
    index = mentioned(here, matched.first, unit, compared=False, over=True)
    if matched.lower("rel") == "latest" and index is not None:
        return Sense(TimeKind.DATE, here.earlier[index].sense.value, anchor="expression", of=index)
    return moved(here, unit, -1 if matched.lower("rel") == "latest" else 0)


def _over(here: Here, piece: Piece) -> bool:
    covered = interval(piece.sense.value)
    return here.day is None or (covered is not None and covered[1] < here.day)


def the_unit(matched: Matched, here: Here) -> Sense | None:
    """``the year``, ``the month``, ``the week``, ``the quarter``: that of the anchor, unless it is one "ended June 30"."""
    unit = matched.string("unit")
    if unit not in ("W", "M", "Y", "Q") or matched.words.lower[matched.range("unit").start].endswith("s"):
        return None
    if matched.after() in ("ended", "ending") and unit == "Y":
        return Sense(TimeKind.DURATION, "P1Y")
    if (
        (matched.after() == "of" and unit != "Q")
        or matched.after() in ("-", "when", "that", "after", "before")
        or (matched.before() in ("of", "one") and matched.before(2) in ("one", "time"))
    ):
        return None
    return _latest_or_this(matched, here, unit)


def _latest_or_this(matched: Matched, here: Here, unit: str) -> Sense | None:
    """A year, month or week is the anchor's; a quarter the one just named, else the one just over: that is what is reported."""
    index = mentioned(here, matched.first, unit, compared=False, over=True) if unit == "Q" else None
    if unit == "Q" and index is None and matched.after() == "of":
        return None
    if matched.before() == "within":
        return Sense(TimeKind.DURATION, f"P1{unit}")
    if index is not None:
        return Sense(TimeKind.DATE, here.earlier[index].sense.value, anchor="expression", of=index)
    ahead = here.direction(matched.first, matched.last) > 0
    return moved(here, unit, -1 if unit == "Q" and not ahead else 0)


def latest_period(matched: Matched, here: Here) -> Sense | None:
    """``the latest period``, ``the 1988 quarter``, ``the year-ago period``: the quarter or year just named, in its year."""
    index = mentioned(here, matched.first, "Q M Y", SAME_MATTER, compared=False)
    if matched.has("year"):
        value = here.earlier[index].sense.value if index is not None else ""
        tail = value[4:] if value[4:5] == "-" else ""
        return Sense(TimeKind.DATE, f"{matched.number('year'):04d}{tail}", of=index if tail else None)
    if index is None:
        return None
    return Sense(TimeKind.DATE, here.earlier[index].sense.value, anchor="expression", of=index)


def year_before(matched: Matched, here: Here) -> Sense | None:
    """``a year ago``, ``year-earlier``: a year back, of the quarter or month that is being compared if one was just named."""
    index = mentioned(here, matched.first, "Q M", SAME_MATTER, compared=False)
    latest = here.earlier[-1].sense if here.earlier else None
    if latest and latest.kind is TimeKind.DURATION and latest.value.endswith("M") and latest.value[1:-1].isdigit():
        index = None  # so many months are compared with as many
    if (
        index is not None
        and grain_of(here.earlier[index].sense.value) in ("Q", "M")
        and _compared(here, index, matched)
    ):
        value = here.earlier[index].sense.value
        return Sense(TimeKind.DATE, f"{int(value[:4]) - 1:04d}{value[4:]}", anchor="expression", of=index)
    return moved(here, "Y", -1)


def _compared(here: Here, index: int, matched: Matched) -> bool:
    """Whether nothing but its own kind and days stands between the period and the comparison."""
    value = here.earlier[index].sense.value
    return value[4:6] == "-Q" or matched.first - here.earlier[index].last <= SAME_MONTH


def units_ago(matched: Matched, here: Here) -> Sense | None:
    """``two weeks ago``, ``three days earlier``, ``a month later``."""
    count, unit, word = count_of(matched, "count"), matched.string("unit"), matched.lower("word")
    back = word in ("ago", "earlier", "before", "beforehand", "previously")
    if word in ("before", "beforehand", "after", "afterward", "afterwards", "thereafter") and not _closed(matched):
        return None
    if unit == "Y" and count == 1 and word in ("ago", "earlier"):
        return year_before(matched, here)
    if count is None:
        return (
            Sense(TimeKind.DATE, "PAST_REF")
            if back
            else Sense(TimeKind.DATE, "FUTURE_REF")
            if word == "hence"
            else _unknown(unit)
        )
    if word in ("ago", "hence", "now"):
        return _distant(here, unit, -count if word == "ago" else count)
    return _from_mentioned(matched, here, unit, -count if back else count)


def vaguely_ago(matched: Matched, _: Here) -> Sense | None:
    """``months ago``: some time back."""
    return Sense(TimeKind.DATE, "PAST_REF") if matched.lower("unit").endswith("s") else None


def _closed(matched: Matched) -> bool:
    return not (matched.after() and (matched.after()[0].isalnum() or matched.after()[0] in "'’\"“"))


def _unknown(unit: str) -> Sense | None:
    return Sense(TimeKind.DATE, _VAGUE[unit]) if unit in _VAGUE else None


def _distant(here: Here, unit: str, count: float) -> Sense | None:
    """So many units from the anchor: a day for days and weeks, else the month, year or decade."""
    if unit.startswith("T"):
        return Sense(TimeKind.TIME, "PAST_REF" if count < 0 else "FUTURE_REF")
    if count != int(count):
        unit, count = ("M", count * 12) if unit == "Y" else (unit, round(count))
    if here.day is None:
        return _unknown("D" if unit in ("W", "2W") else unit)
    day = shift(here.day, unit, int(count))
    grain = {"W": "D", "2W": "D"}.get(unit, unit)
    return Sense(TimeKind.DATE, at_grain(day, grain), anchor=here.anchor) if day else None


def _from_mentioned(matched: Matched, here: Here, unit: str, count: float) -> Sense | None:
    grains = {"D": "D", "W": "D", "2W": "D", "M": "D M", "Y": "D M Q S Y"}.get(unit)
    index = mentioned(here, matched.first, grains) if grains else None
    if index is None:
        return _distant(here, unit, count) if count < 0 else _unknown("D" if unit in ("W", "2W") else unit)
    covered = interval(here.earlier[index].sense.value)
    day = shift(covered[0], unit, int(count)) if covered and count == int(count) else None
    if day is None:
        return None
    grain = {"W": "D", "2W": "D"}.get(unit, unit)
    return Sense(TimeKind.DATE, at_grain(day, grain), anchor="expression", of=index)


def nth_day(matched: Matched, here: Here) -> Sense | None:
    """``the 9th``: a day of the month named before, or of the anchor's."""
    index = mentioned(here, matched.first, "D M", 40)
    number = matched.number("nth")
    if (
        matched.after()
        and matched.after()[0].isalpha()
        and matched.after() not in ("and", "in", "at", "when", "to", "or", "but", "after", "before", "of")
    ):
        return None
    if index is None or not 1 <= number <= 31:
        return None
    value = here.earlier[index].sense.value[:7]
    try:
        return Sense(
            TimeKind.DATE, date.fromisoformat(f"{value}-{number:02d}").isoformat(), anchor="expression", of=index
        )
    except ValueError:
        return None


def year_end(matched: Matched, here: Here) -> Sense | None:
    """``year-end``, ``the year’s end``."""
    sense = moved(here, matched.string("unit"), 0)
    return replace(sense, mod="END") if sense and matched.lower("edge") == "end" else None


def nth_of_days(matched: Matched, here: Here) -> Sense | None:
    """``the third day``: the day named beside it, or so many days from the one named before."""
    index = mentioned(here, matched.first, "D", 40)
    number = sum(int(matched.words.worths[at]) for at in matched.range("nth"))
    if (
        index is None
        or matched.string("unit") != "D"
        or matched.lower("unit") != "day"
        or number < 2
        or matched.after() == "-"
    ):
        return None
    beside = matched.first - here.earlier[index].last < BESIDE
    day = date.fromisoformat(here.earlier[index].sense.value[:10]) + timedelta(days=0 if beside else number - 1)
    return Sense(TimeKind.DATE, day.isoformat(), anchor="expression", of=index)


RULES = (
    Rule("day", "day=DAYREF", day_reference),
    Rule("day", "THE BASEUNIT way=(BEFORE|AFTER) day=DAYREF", day_beyond),
    Rule("day", "THE unit=BASEUNIT way=(BEFORE|AFTER)", day_next_to),
    Rule("weekday", "THISVERY? rel=(LAST|PREVIOUS|THIS|NEXT|COMING|THAT|FOLLOWING|SAME)? wd=WDAY", weekday),
    Rule("weekday", "THE rel=(PREVIOUS|FOLLOWING|SAME|COMING|LAST|NEXT) wd=WDAY", weekday),
    Rule("weekday", "wd=WDAY rel=(LAST|NEXT) BASEUNIT", weekday),
    Rule("weekday", "A wd=WDAY", some_weekday),
    Rule("weekend", "(THE|THISVERY)? rel=(LAST|PREVIOUS|THIS|NEXT|COMING|FOLLOWING|THE) WEEKEND", weekend),
    Rule("unit", "(the=THE|THISVERY)? rel=(RELATIVE|CURRENT|SAME|THAT|LATEST) (WHOLE|FISCAL)* unit=UNIT", unit_beside),
    Rule("unit", "the=THE (WHOLE|FISCAL)? unit=UNIT", the_unit),
    Rule("period", "THE (LATEST|year=YEAR|SAME|CURRENT) (PERIOD|QUARTERUNIT)", latest_period),
    Rule("ago", "YEARUNIT HYPHEN (AGO|EARLIER)", year_before),
    Rule("ago", "THE YEARUNIT HYPHEN (AGO|EARLIER) (ORD? HYPHEN? QUARTERUNIT|PERIOD)", year_before),
    Rule("ago", "count=RANGE SORTS unit=UNITS (AND SO)? word=(AGO|EARLIER|LATER|HENCE|BEFORE|AFTER)", units_ago),
    Rule("ago", "unit=UNIT word=AGO", vaguely_ago),
    Rule("ago", "count=RANGE SORTS unit=UNITS FROM word=REF", units_ago),
    Rule("unit", "THE? unit=YEARUNIT (HYPHEN|POSS)? edge=EDGE", year_end),
    Rule("nth", "THE? nth=ORD unit=BASEUNIT", nth_of_days),
    Rule("nth", "THE nth=ORDINALDIGITS", nth_day),
)  # fmt: skip
