"""What is done after rules have matched: modifiers around an expression join it, times of day join their day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from accordingto.mentions.times.calendar import grain_of, interval
from accordingto.mentions.times.grammar import Here, Piece, Sense, pattern_of
from accordingto.mentions.times.words import Alphabet, Words
from accordingto.model import TimeKind

DAY_WITHIN = 60
"""Words within which a time of day takes the day named before it."""
_REACH = 5
_LEFT: tuple[tuple[str, frozenset[str], bool], ...] = (
    # what stands before, what it may stand before (kinds), whether the core must begin with a number or article
    ("THE? mod=EDGE OF", frozenset(("DATE",)), False),
    ("THE mod=(LAST|ORD) UNIT OF", frozenset(("DATE",)), False),
    ("mod=(EARLIER|LATER) (IN|ON)?", frozenset(("DATE", "TIME")), False),
    ("THE? mod=(EARLY|LATE|MID HYPHEN?) (IN|ON)?", frozenset(("DATE",)), False),
    ("mod=(NEARLY|ABOUT)", frozenset(("DATE", "TIME", "DURATION")), True),
    ("(NO|AND)? mod=MORE THAN", frozenset(("DURATION", "DATE")), True),
    ("mod=WITHIN", frozenset(("DURATION",)), False),
    ("AT mod=LEAST", frozenset(("DURATION", "DATE")), True),
    ("JUST? mod=OVER", frozenset(("DURATION",)), True),
    ("SHORTLY mod=(BEFORE|AFTER)", frozenset(("TIME",)), False),
    ("UP mod=TO", frozenset(("DURATION",)), True),
)
_EDGES = frozenset(("end", "close", "beginning", "start", "outset", "middle"))
_DAYTIMES = {"early": "TMO", "late": "TEV"}
_MODS = {"to": "EQUAL_OR_LESS", "before": "BEFORE", "after": "AFTER"}


@lru_cache(maxsize=2)
def _patterns(alphabet: Alphabet) -> tuple[tuple[re.Pattern[str], frozenset[str], bool], ...]:
    return tuple((re.compile(pattern_of(p, alphabet) + r"\Z"), kinds, counted) for p, kinds, counted in _LEFT)


@lru_cache(maxsize=2)
def _between(alphabet: Alphabet) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(pattern_of("(ON|COMMA|OF)? THE?", alphabet)),
        re.compile(pattern_of("AND SO", alphabet)),
    )


def widened(words: Words, piece: Piece, here: Here, alphabet: Alphabet) -> Piece:
    """A piece with the modifiers before and behind it: "early", "the end of", "at least", "or so"."""
    piece = _with_left(words, piece, here, alphabet)
    behind = _between(alphabet)[1].match(words.classes, piece.last)
    if behind and words.lower[piece.last] == "or" and piece.sense.kind in (TimeKind.DURATION, TimeKind.DATE):
        return replace(piece, last=behind.end(), sense=replace(piece.sense, mod=piece.sense.mod or "APPROX"))
    return piece


def _with_left(words: Words, piece: Piece, here: Here, alphabet: Alphabet) -> Piece:
    low = max(here.earlier[-1].last if here.earlier else 0, piece.first - _REACH)
    before, counted = words.classes[low : piece.first], _counted(words, piece)
    for pattern, kinds, needs_count in _patterns(alphabet):
        if piece.sense.kind.value not in kinds or (needs_count and not counted):
            continue
        match = pattern.search(before)
        if match and _fits(words, piece, low + match.start("mod")):
            first, at = low + match.start(), low + match.start("mod")
            return replace(piece, first=first, sense=_modified(words, first, at, piece, here))
    return piece


def _counted(words: Words, piece: Piece) -> bool:
    """Whether an expression begins with a number or an article, as "about", "over" and "at least" want it."""
    first = words.lower[piece.first]
    return first not in ("the", "last", "this", "next", "recent", "its", "all", "now") and (
        piece.sense.kind is not TimeKind.DATE or first[0].isdigit() or piece.rule in ("ago", "date", "year")
    )


def _fits(words: Words, piece: Piece, at: int) -> bool:
    """What "late" and "earlier" may stand before: things on the calendar."""
    word = words.lower[at]
    if word in ("earlier", "later"):
        return piece.rule in ("unit", "day", "weekday", "part", "weekend", "month", "season", "year", "date", "tonight")
    if word in ("early", "late", "mid"):
        return piece.rule in ("unit", "weekday", "month", "year", "date", "day", "season", "quarter", "weekend")
    if words.lower[piece.first - 1] == "of" and word not in _EDGES:
        return piece.rule in ("month", "year", "season")
    if word == "within":
        return piece.sense.anchor is None
    if word in ("over", "under"):
        return words.lower[piece.first] not in ("a", "an", "several", "some", "many")
    if word in ("end", "beginning", "start", "middle", "close", "outset"):
        return not words.lower[piece.last - 1].endswith("s") and piece.rule not in ("reference", "adjective", "side")
    return True


def _mod(words: Words, first: int, at: int) -> str:
    """The TIMEX3 ``mod`` of the modifier at word ``at`` of one that begins at ``first``."""
    word, after = words.lower[at], words.lower[at + 1 : at + 3]
    if word in ("more", "less", "fewer") and words.lower[first] == "no":
        return "EQUAL_OR_LESS" if word == "more" else "EQUAL_OR_MORE"
    if after[1:] == ["of"] and word not in _EDGES:  # the last week of May
        return "START" if word == "first" else "END" if word in ("last", "past") else "MID"
    return _MODS.get(word, str(words.worths[at]))


def _modified(words: Words, first: int, at: int, piece: Piece, here: Here) -> Sense:
    """``earlier this month`` ends with the anchor's day, ``later this month`` begins there; ``late on 3 May`` is a time of day."""
    word, sense = words.lower[at], piece.sense
    if word in _DAYTIMES and words.lower[piece.first - 1] == "on" and _is_day(sense):
        return replace(sense, kind=TimeKind.TIME, value=sense.value + _DAYTIMES[word])
    sense = replace(sense, mod=_mod(words, first, at))
    covered = interval(sense.value)
    if here.day is None or covered is None or sense.kind is not TimeKind.DATE or word not in ("earlier", "later"):
        return sense
    if not covered[0] <= here.day <= covered[1]:
        return sense
    start, end = (covered[0], here.day) if word == "earlier" else (here.day, covered[1])
    return replace(sense, start=start, end=end)


def joined(words: Words, found: list[Piece], alphabet: Alphabet) -> None:
    """Join the last two pieces where one is a time of day without a day and the other its day: "dawn on Wednesday"."""
    if len(found) < 2:
        return
    a, b = found[-2], found[-1]
    near, _ = _between(alphabet)
    gap = words.classes[a.last : b.first]
    if a.sense.floating and _is_day(b.sense) and near.fullmatch(gap):
        found[-2:] = [_union(a, b, a, b)]
    elif _is_day(a.sense) and b.sense.floating and not gap:
        found[-2:] = [_union(a, b, b, a)]


def _is_day(sense: Sense) -> bool:
    return sense.kind is TimeKind.DATE and (grain_of(sense.value) == "D" or sense.value.startswith("XXXX-WXX-"))


def _union(a: Piece, b: Piece, time: Piece, day: Piece) -> Piece:
    sense = Sense(
        TimeKind.TIME,
        day.sense.value + time.sense.value,
        time.sense.mod or day.sense.mod,
        day.sense.anchor,
        day.sense.of,
    )
    return Piece(a.first, b.last, sense, time.rule)


def settled(words: Words, found: list[Piece], here: Here) -> list[Piece]:
    """Give times of day the day they lie on: the one named before in the sentence or nearby, else the anchor's."""
    for index, piece in enumerate(found):
        if piece.sense.floating:
            found[index] = replace(piece, sense=_with_day(words, found, index, here))
    return found


def _with_day(words: Words, found: list[Piece], index: int, here: Here) -> Sense:
    piece = found[index]
    if piece.first and words.lower[piece.first - 1].startswith("\n") and words.lower[piece.first][0].isdigit():
        return _on_anchor(piece.sense, here)
    if piece.rule == "overnight":
        return _on_anchor(piece.sense, here, -1 if here.direction(piece.first, piece.last) <= 0 else 0)
    for other in range(index - 1, -1, -1):
        before = found[other]
        if piece.first - before.last > DAY_WITHIN:
            break
        if before.first and words.lower[before.first - 1] in here.beside["bounds"]:
            continue
        if before.sense.kind is TimeKind.SET and piece.first - before.last < 8:
            return replace(piece.sense, floating=False)
        day = before.sense.value[:10]
        if grain_of(day) == "D" and before.sense.kind in (TimeKind.DATE, TimeKind.TIME) and _day(day):
            return replace(piece.sense, value=day + piece.sense.value, anchor="expression", of=other, floating=False)
    return _on_anchor(piece.sense, here)


def _on_anchor(sense: Sense, here: Here, days: int = 0) -> Sense:
    if here.day is None:
        return replace(sense, value="XXXX-XX-XX" + sense.value, floating=False)
    return replace(
        sense, value=(here.day + timedelta(days=days)).isoformat() + sense.value, anchor=here.anchor, floating=False
    )


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
