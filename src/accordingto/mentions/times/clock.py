"""Times of day: clock times, mornings and nights, noon, tonight, overnight. Those without a day are given one afterwards."""

from __future__ import annotations

import re
from datetime import date, timedelta

from accordingto.mentions.times.dates import ordinal
from accordingto.mentions.times.durations import count_of
from accordingto.mentions.times.grammar import Here, Matched, Piece, Rule, Sense
from accordingto.mentions.times.relative import attributive_to, mentioned, weekday
from accordingto.model import TimeKind

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d(?::\d\d)?)?|\d{3,4}")


def floating(value: str, mod: str | None = None) -> Sense:
    """A time of day that has no day yet."""
    return Sense(TimeKind.TIME, f"T{value}", mod, floating=True)


def clock(matched: Matched, here: Here) -> Sense | None:
    """``7:40``, ``8:15 in the morning``, ``3am``, ``10.30 p.m.``, ``0130 GMT``; bare figures need "at" or "by" before them."""
    if matched.has("bare") and not _bare(matched, here):
        return None
    if not _CLOCK.fullmatch(matched.lower("clock")):
        return None
    hour, minute = _figures(matched.lower("clock"))
    half = int(matched.worth("half")) if matched.has("half") else None
    return _reading(hour, minute, half, matched.string("part") if matched.has("part") else None)


def _bare(matched: Matched, here: Here) -> bool:
    """Whether "7.40" is a time of day by what stands around it: a decimal fraction looks the same."""
    usual = here.beside["before_clock"] if matched.lower("clock").index(".") == 2 else ("at",)
    return matched.before() in usual and not attributive_to(matched, here)


def _figures(word: str) -> tuple[int, int]:
    """Hour and minute of ``7:40``, ``7.40``, ``0740``, ``7``; both too large where it is no time."""
    parts = word.replace(".", ":").split(":")
    if len(parts) > 1:
        return int(parts[0]), int(parts[1])
    return divmod(int(word), 100) if len(word) > 2 else (int(word), 0)


def _reading(hour: int, minute: int, half: int | None, part: str | None) -> Sense | None:
    """A time of day from the hour, with am or pm, or the part of the day that it lies in."""
    if half is not None or part is not None:
        if not 1 <= hour <= 12:
            return None if half is not None else floating(f"{hour:02d}:{minute:02d}")
        late = half == 12 or part in ("AF", "EV") or (part == "NI" and 6 <= hour < 12)
        hour = hour % 12 + (12 if late else 0)
    return floating(f"{hour:02d}:{minute:02d}") if hour <= 24 and minute <= 59 else None


def clock_range(matched: Matched, _: Here) -> list[Piece] | None:
    """``between 2 and 4 a.m.``, ``from seven to eight in the morning``: two times that share what tells the half of the day."""
    half = int(matched.worth("half")) if matched.has("half") else None
    part = matched.string("part") if matched.has("part") else None
    found = []
    for name, last in (("first", None), ("second", matched.last)):
        at = matched.range(name)
        word = matched.lower(name)
        hour, minute = _figures(word) if word[0].isdigit() else (int(matched.worth(name)), 0)
        sense = _reading(hour, minute, half, part)
        if sense is None:
            return None
        found.append(Piece(at.start, last or at.stop, sense, "clock"))
    return found


QUARTER = 15


def spelt_hour(matched: Matched, _: Here) -> Sense | None:
    """``four o’clock``, ``four in the afternoon``, ``half past four``, ``ten to six``, ``a quarter past nine``."""
    hour = count_of(matched, "hour")
    if hour is None or hour != int(hour) or not 1 <= hour <= 12:
        return None
    minute = _minutes(matched)
    if matched.has("to"):
        hour, minute = (hour - 2) % 12 + 1, 60 - minute
    return _reading(int(hour), minute, None, matched.string("part") if matched.has("part") else None)


def _minutes(matched: Matched) -> int:
    """The minutes before or after a spelt hour; a quarter is no number of them but fifteen."""
    if matched.has("halfpast"):
        return 30
    if not matched.has("minutes"):
        return 0
    start, end = matched.match.span("minutes")
    return QUARTER if "quarter" in matched.words.lower[start:end] else int(count_of(matched, "minutes") or 0)


def point(matched: Matched, here: Here) -> Sense | None:
    """``noon``, ``midnight``; one that is ahead ends its day."""
    value = matched.string("point")
    if value == "00:00" and here.direction(matched.first, matched.last) > 0:
        value = "24:00"
    return floating(value)


def light(matched: Matched, _: Here) -> Sense | None:
    """``first light``, ``last light``."""
    return (
        floating({"first": "MO", "last": "EV"}[matched.lower("which")])
        if matched.lower("which") in ("first", "last")
        else None
    )


def part(matched: Matched, here: Here) -> Sense | None:
    """``dawn``, ``night``, ``the early morning``, ``mid-afternoon``, ``all afternoon``."""
    word = matched.lower("part")
    name = matched.words.capital(matched.first)
    if name and (
        matched.words.capital(matched.last) or (matched.before().isalpha() and matched.words.capital(matched.first - 1))
    ):
        return None
    if (
        matched.after() == "-"
        and word in ("night", "evening", "morning")
        and matched.words.lower[matched.last - 1] != "late"
    ):
        return None
    plain = matched.last - matched.first == 1
    if matched.before() == "good" or (
        plain and word in ("morning", "afternoon", "evening") and attributive_to(matched, here)
    ):
        return None
    if matched.before() == "at" and word == "night" and plain:
        return Sense(TimeKind.TIME, "TNI")  # any night
    mod = matched.string("mod") if matched.has("mod") else None
    return floating(matched.string("part"), mod)


def part_beside(matched: Matched, here: Here) -> Sense | None:
    """``this morning``, ``last night``, ``yesterday evening``, ``tomorrow night``, ``that night``."""
    days = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(matched.lower("rel"), 0)
    if matched.has("day"):
        days = matched.number("day")
    if matched.lower("rel") in ("that", "same", "following", "previous", "next", "those"):
        return floating(matched.string("part"))
    mod = matched.string("mod") if matched.has("mod") else None
    return _on(here, days, matched.string("part"), mod)


def _on(here: Here, days: int, letters: str, mod: str | None = None) -> Sense:
    if here.day is None:
        return Sense(TimeKind.TIME, f"XXXX-XX-XXT{letters}", mod)
    return Sense(TimeKind.TIME, f"{(here.day + timedelta(days=days)).isoformat()}T{letters}", mod, here.anchor)


def part_of_weekday(matched: Matched, here: Here) -> Sense | None:
    """``Thursday morning``, ``late on Tuesday``."""
    day = weekday(matched, here)
    if day is None:
        return None
    letters = matched.string("part") if matched.has("part") else {"early": "MO", "late": "EV"}[matched.lower("edge")]
    mod = matched.string("mod") if matched.has("mod") else None
    return Sense(TimeKind.TIME, f"{day.value}T{letters}", mod, day.anchor, day.of)


def attributive(matched: Matched, here: Here) -> Sense | list[Piece] | None:
    """``a Sunday night vigil``: without the article."""
    sense = part_of_weekday(matched, here)
    return [Piece(matched.first + 1, matched.last, sense, "part")] if sense else None


def early_hours(matched: Matched, here: Here) -> Sense | None:
    """``the early hours of Sunday``, ``the early hours``: before the morning is out."""
    if matched.lower("hours") != "hours":
        return None
    day = weekday(matched, here) if matched.has("wd") else None
    return Sense(TimeKind.TIME, f"{day.value}TMO", "START", day.anchor, day.of) if day else floating("MO", "START")


def tonight(_: Matched, here: Here) -> Sense | None:
    """``tonight``."""
    return _on(here, 0, "NI")


def overnight(matched: Matched, _: Here) -> Sense | None:
    """``overnight``: the night that ends on the anchor's day, so that it bears the date of the day before."""
    if matched.after() in ("trading", "rate", "rates", "loans"):
        return None
    return floating("NI")


def nth_night(matched: Matched, here: Here) -> Sense | None:
    """``the third night``: so many days from the one named before."""
    index, number = mentioned(here, matched.first, "D"), ordinal(matched, "nth")
    if index is None:
        return floating(matched.string("part"))
    day = date.fromisoformat(here.earlier[index].sense.value[:10]) + timedelta(days=max(0, number - 1))
    return Sense(TimeKind.TIME, f"{day.isoformat()}T{matched.string('part')}", anchor="expression", of=index)


RULES = (
    Rule("clock", "clock=CLOCK half=MERIDIEM? OPEN? ZONE?", clock),
    Rule("clock", "clock=(CLOCK|D12) (IN|AT) THE part=PART", clock),
    Rule("clock", "clock=(D12|DOTTED) half=MERIDIEM ZONE?", clock),
    Rule("clock", "clock=(YEAR|NUMBER) ZONE", clock),
    Rule("clock", "bare=(clock=DOTTED)", clock),
    Rule("clock", "first=HOUR DASH second=HOUR (half=MERIDIEM ZONE?|ATPART)", clock_range),
    Rule("hour", "hour=(D12|NUMBERWORD) OCLOCK (IN THE part=PART)?", spelt_hour),
    Rule("hour", "(halfpast=HALFYEAR|minutes=(QUARTERUNIT|NUMBERWORD)) (LAST|to=TO) hour=(D12|NUMBERWORD) ATPART?", spelt_hour),
    Rule("hour", "hour=NUMBERWORD (IN|AT) THE part=PART", spelt_hour),
    Rule("light", "which=(ORD|LAST) LIGHT", light),
    Rule("point", "point=POINT", point),
    Rule("part", "THE? (mod=SOONER)? part=PART", part),
    Rule("part", "WHOLE part=PART", part),
    Rule("part", "SOONER HYPHEN part=PART", part),
    Rule("part", "mod=(EARLIER|LATER|EARLY|LATE)? rel=(THIS|LAST|THAT|NEXT|PREVIOUS|SAME|FOLLOWING) part=PART", part_beside),
    Rule("part", "THE rel=(PREVIOUS|FOLLOWING|SAME|NEXT|LAST) part=PART", part_beside),
    Rule("part", "mod=(EARLY|LATE|MID HYPHEN?)? day=DAYREF (EARLY|LATE)? part=PART", part_beside),
    Rule("part", "mod=(EARLY|LATE)? rel=(LAST|THIS|NEXT|COMING|THAT|FOLLOWING)? wd=WDAY (EARLY|LATE)? part=PART", part_of_weekday),
    Rule("part", "A wd=WDAY part=PART", attributive),
    Rule("part", "edge=(EARLY|LATE) ON rel=(LAST|NEXT)? wd=WDAY", part_of_weekday),
    Rule("part", "THE? EARLY hours=BASEUNIT (OF rel=(LAST|THIS)? wd=WDAY part=PART?)?", early_hours),
    Rule("tonight", "TONIGHT", tonight),
    Rule("overnight", "OVERNIGHT", overnight),
    Rule("part", "THE nth=ORD part=PART", nth_night),
)  # fmt: skip
