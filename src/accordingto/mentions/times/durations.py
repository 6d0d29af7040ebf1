"""Durations and sets: three weeks, the past few days, a 48-hour deadline; daily, every Monday, five litres a day."""

from __future__ import annotations

import re
from datetime import date

from accordingto.mentions.times.calendar import shift
from accordingto.mentions.times.grammar import Here, Matched, Piece, Rule, Sense
from accordingto.mentions.times.words import Words
from accordingto.model import TimeKind

_AGED = frozenset(("old", "olds", "age"))


_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}
"""Half a unit, written behind so many whole ones."""


def count_of(matched: Matched, name: str) -> float | None:
    """How many a group of words says; ``None`` for several, a few, dozens; of a range its first number."""
    if not matched.has(name):
        return 1
    words, total, part, tens = matched.words, 0.0, 0.0, False
    for at in matched.range(name):
        word, worth = words.lower[at], words.worths[at]
        if word in ("couple", "pair"):
            return 2
        if word in (
            "several",
            "few",
            "many",
            "some",
            "numerous",
            "countless",
            "various",
            "multiple",
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "tens",
        ):
            return None
        if (
            word in ("to", "or")
            or (word[0] in "-‐‑–—" and not tens)
            or (word == "and" and part < 20 and total + part < 100 and tens is False and part)
        ):
            if words.lower[min(at + 2, len(words) - 1)] == "half":
                return total + part + 0.5
            break
        if word == "half":
            part += 0.5
        elif word in ("hundred", "thousand", "dozen"):
            part = max(part, 1) * int(worth)
        elif word not in ("a", "an", "the", "of", "and") and word[0] not in "-‐‑–—":
            part += float(worth)
            tens = isinstance(worth, int) and worth >= 20 and worth % 10 == 0 and word.isalpha()
    return total + part or 1


def iso_duration(count: float | None, unit: str) -> str:
    """The ISO 8601 value of so many units; X where they are not counted."""
    halved = _HALVES.get(unit)
    if halved and count is not None and count % 1 == 0.5 and count > 1:
        return iso_duration(count - 0.5, unit) + halved
    times = 2 if unit == "2W" else 1
    number = "X" if count is None else f"{count * times:g}"
    letters = unit.removeprefix("2").removeprefix("T")
    return f"P{'T' if unit.startswith('T') else ''}{number}{letters}"


def duration(matched: Matched, here: Here) -> Sense | list[Piece] | None:
    """``three weeks``, ``a year``, ``two to three days``; ``a day`` after something counted is a rate."""
    if _age(matched) or (matched.after()[:1] in ("-", "‑") and matched.after(1) in ("ago", "earlier", "end")):
        return None
    unit, first = matched.string("unit") if matched.lower("unit") != "second" else "TS", matched.lower("count")
    plural = matched.words.lower[matched.range("unit").start].endswith("s")
    if first in ("a", "an") and len(matched.range("count")) == 1:
        if plural or matched.lower("unit") == "second" or (unit == "Q" and matched.after() == "of"):
            return None
        if _rate(matched.words, matched.first, here) and matched.after() not in (
            "after",
            "before",
            "later",
            "earlier",
            "ago",
            "or",
        ):
            return Sense(TimeKind.SET, iso_duration(1, unit))
    elif matched.lower("unit") == "second" or (not plural and unit == "Q"):
        return None
    count = count_of(matched, "count")
    if unit == "Q":
        return None  # a share, or part of a town
    sense = Sense(TimeKind.DURATION, iso_duration(count, unit))
    counted = matched.words.worths[matched.first + 1]
    if (
        first in ("a", "an")
        and not plural
        and len(matched.range("count")) > 1
        and isinstance(counted, int)
        and counted > 1
    ):
        return [Piece(matched.first + 1, matched.last, sense, "duration")]  # "a three hour meeting"
    return sense


def _rate(words: Words, first: int, here: Here) -> bool:
    """Whether what stands before is a thing counted: "five litres", "90,000 marks", "twice"."""
    if first == 0 or words.lower[first - 1] in here.beside["before_length"] or not words.lower[first - 1].isalnum():
        return words.text[max(0, words.starts[first] - 2) : words.starts[first]].strip().endswith("%")
    if words.lower[first - 1] in ("once", "twice", "times"):
        return True
    near = words.lower[max(0, first - 5) : first]
    return any(re.match(r"[\d$£€]", word) for word in near) or bool(here.beside["counting"].intersection(near))


def _age(matched: Matched) -> bool:
    """Whether it is the age of somebody: ``12 years old``, ``aged 12 years``; "footage two days old" is none."""
    if matched.string("unit") != "Y" and matched.before() != "aged":
        return False
    return (
        matched.after() in _AGED
        or (matched.after()[:1] in ("-", "‑", "–") and matched.after(1) in _AGED)
        or (matched.after() == "of" and matched.after(1) == "age")
        or matched.before() == "aged"
    )


def compound(matched: Matched, _: Here) -> Sense | list[Piece] | None:
    """``48-hour``, ``three-week``, ``seven-month-long``; not ``40-year-old``."""
    unit = matched.string("unit")
    if unit == "Q" or (unit == "Y" and (_age(matched) or matched.words.lower[matched.last - 1] in _AGED)):
        return None
    sense = Sense(TimeKind.DURATION, iso_duration(count_of(matched, "count"), unit))
    article = matched.lower("count") in ("a", "an") and len(matched.range("count")) > 1 and not matched.has("period")
    return [Piece(matched.first + 1, matched.last, sense, "duration")] if article else sense


def bare(matched: Matched, here: Here) -> Sense | None:
    """``weeks``, ``for years``: more than one, no telling how many."""
    word = matched.lower("unit")
    if not word.endswith("s") or word in ("hrs", "yrs", "mins", "quarters", "seconds") or _age(matched):
        return None
    if matched.before().isdigit() or matched.before() in here.beside["counting"] | here.beside["no_length"]:
        return None
    if matched.before() in ("the", "of", "-", "’s", "'s", "his", "her", "their", "our", "my") and word in (
        "days",
        "hours",
        "years",
        "minutes",
    ):
        return None
    return Sense(TimeKind.DURATION, iso_duration(None, matched.string("unit")))


def halves(matched: Matched, _: Here) -> Sense | None:
    """``half an hour``, ``an hour and a half``."""
    unit = matched.string("unit")
    if matched.has("more"):
        return Sense(TimeKind.DURATION, iso_duration(1.5, unit))
    value = {"TH": "PT30M", "Y": "P6M", "TM": "PT30S", "D": "PT12H", "DE": "P5Y", "CE": "P50Y"}.get(unit)
    return Sense(TimeKind.DURATION, value or iso_duration(0.5, unit))


_QUARTERS = {"TH": (15, "PT{}M"), "Y": (3, "P{}M"), "CE": (25, "P{}Y")}
"""What a quarter of a unit is."""


def quarters(matched: Matched, _: Here) -> Sense | None:
    """``a quarter of an hour``, ``three quarters of an hour``, ``a quarter of a century``."""
    size, value = _QUARTERS.get(matched.string("unit"), (0, ""))
    count = count_of(matched, "count")
    return Sense(TimeKind.DURATION, value.format(int(size * count))) if size and count else None


def lasting(matched: Matched, here: Here) -> Sense | None:
    """``the past three months``, ``the next 48 hours``, ``the first two years``, ``recent weeks``."""
    unit, count = matched.string("unit"), count_of(matched, "count") if matched.has("count") else None
    if matched.lower("unit") == "second" or (
        not matched.words.lower[matched.range("unit").start].endswith("s") and matched.lower("rel") != "recent"
    ):
        return None
    if unit == "Q" and not matched.has("rel"):
        return None
    if count is None and matched.lower("rel") in ("coming", "upcoming"):
        return Sense(TimeKind.DATE, "FUTURE_REF")
    if _verb(matched, here):
        return None
    value = iso_duration(count, unit)
    if not matched.has("rel"):
        return Sense(TimeKind.DURATION, value)
    start, end = _reach(matched, here, unit, count)
    return Sense(TimeKind.DURATION, value, anchor=_counted_from(matched, here), start=start, end=end)


def _verb(matched: Matched, here: Here) -> bool:
    """Whether "last" is what something is expected to do."""
    return (
        matched.lower("rel") == "last"
        and matched.words.lower[matched.first] == "last"
        and matched.before() in here.beside["before_verb"]
    )


def _counted_from(matched: Matched, here: Here) -> str | None:
    return (
        here.anchor
        if here.day and matched.lower("rel") in ("last", "past", "next", "coming", "upcoming", "recent")
        else None
    )


def _reach(matched: Matched, here: Here, unit: str, count: float | None) -> tuple[date | None, date | None]:
    """The days that a counted stretch beside the anchor covers."""
    if _counted_from(matched, here) is None or here.day is None:
        return None, None
    back = matched.lower("rel") in ("last", "past", "recent")
    other = None if count is None or count != int(count) else shift(here.day, unit, -int(count) if back else int(count))
    return (other, here.day) if back else (here.day, other)


def whole(matched: Matched, _: Here) -> Sense | None:
    """``all day``, ``all week``."""
    if matched.lower("whole") != "all":
        return None
    return Sense(TimeKind.DURATION, iso_duration(1, matched.string("unit")))


def adverb(matched: Matched, _: Here) -> Sense | None:
    """``daily``, ``every three weeks``; a capitalised one inside a sentence is a name."""
    at = matched.first
    if matched.words.capital(at) and at and matched.before().isalpha():
        return None
    if matched.words.capital(at) and matched.words.capital(at + 1):
        return None
    return Sense(TimeKind.SET, matched.string("set"))


def every_unit(matched: Matched, _: Here) -> Sense | None:
    """``every year``, ``each of the three months``, ``every two days``."""
    if matched.string("unit") == "Q":
        return None  # of a town as often as of a year
    count = count_of(matched, "count") if matched.has("count") else 2 if matched.lower("other") == "other" else 1
    return Sense(
        TimeKind.SET, iso_duration(count, matched.string("unit") if matched.lower("unit") != "second" else "TS")
    )


def every_named(matched: Matched, _: Here) -> Sense | None:
    """``every Monday``, ``each July``, ``every summer``, ``every night``, ``Mondays``."""
    if matched.has("wd"):
        part = matched.string("part") if matched.has("part") else ""
        return Sense(TimeKind.SET, f"XXXX-WXX-{matched.number('wd')}" + (f"T{part}" if part else ""))
    if matched.has("mon"):
        return Sense(TimeKind.SET, f"XXXX-{matched.number('mon'):02d}")
    if matched.has("season"):
        return Sense(TimeKind.SET, f"XXXX-{matched.string('season')}")
    if matched.has("weekend"):
        return Sense(TimeKind.SET, "XXXX-WXX-WE")
    return Sense(TimeKind.SET, f"XXXX-XX-XXT{matched.string('part')}")


RULES = (
    Rule("duration", "count=RANGE SORTS unit=UNITS", duration),
    Rule("duration", "count=RANGE HYPHEN unit=UNIT (HYPHEN LONG)? (HYPHEN OLD)? period=PERIOD?", compound),
    Rule("duration", "unit=UNIT", bare),
    Rule("duration", "half=HALFYEAR A unit=UNIT", halves),
    Rule("duration", "A unit=UNIT more=(AND A HALFYEAR)", halves),
    Rule("duration", "(A|count=NUMBERWORD)? QUARTERUNIT OF A unit=UNIT", quarters),
    Rule("duration", "THE? rel=(LAST|PREVIOUS|NEXT|COMING|FOLLOWING|ORD|RECENT|LATEST|THESE) count=RANGE? SORTS unit=UNITS", lasting),
    Rule("duration", "THE count=RANGE SORTS unit=UNITS", lasting),
    Rule("duration", "whole=WHOLE unit=UNIT", whole),
    Rule("set", "set=SET", adverb),
    Rule("set", "(EVERY|PER) other=SORT? count=RANGE? unit=UNITS", every_unit),
    Rule("set", "EVERY (wd=WDAY part=PART?|mon=MON|season=ANYSEASON|weekend=WEEKEND)", every_named),
    Rule("set", "EVERY part=PART", every_named),
    Rule("set", "wd=WEEKDAYS part=PART?", every_named),
)  # fmt: skip
