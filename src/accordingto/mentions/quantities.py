"""Quantities: numbers that count or measure something, with the words that bound them.

Left out are numbers that only name or date: days, years, clock times, ages, ordinals, names ("Resolution 2254", "T-72"). Distances
and lengths of time are quantities with a ``measure``. Bounds are inclusive: "fewer than 1,000" is at most 999.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from accordingto.mentions.numerals import Numeral, numerals
from accordingto.model import Quantity, Span
from accordingto.resources.quantities import QuantityWords

LONGEST_BEFORE = 48
"""Characters before a number in which what bounds it, or makes it a date, is sought."""
LONGEST_AFTER = 40
_DASH = re.compile(r"\s?[–—-]\s?")
_TO = re.compile(r"[ \u00a0](?:to|or)[ \u00a0](?:even[ \u00a0]|perhaps[ \u00a0]|maybe[ \u00a0])?")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
_BETWEEN = re.compile(r"\b(between)[ \u00a0](?:about[ \u00a0]|around[ \u00a0]|some[ \u00a0])?$", re.IGNORECASE)
_FROM = re.compile(r"\b(from)[ \u00a0]$", re.IGNORECASE)
_PER_CENT = re.compile(
    r"[ \u00a0-]?(?:%|per[ \u00a0-]?cent(?:age points?)?\b|percent(?:age points?)?\b)", re.IGNORECASE
)
_UNIT = re.compile(r"(?:[ \u00a0]of[ \u00a0]|[ \u00a0-]?)([^\W\d_]+(?:/h|[²³])?(?:[ \u00a0-][^\W\d_]+)?|km2)")
_WORD_BEFORE = re.compile(r"([\w’']+)[\s“\"‘(]*$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
_CODE = re.compile(r"0\d")
"""Figures that begin with 0 are codes, clock times or telephone numbers."""
_LOW_YEAR, _HIGH_YEAR = 1900, 2100
_WIDEST_OR = 2
""""12 or 13" is a range up to this factor; "three or 400" is none."""
_OLDEST = 110


class _Read(NamedTuple):
    """A number or range with what stands around it worked in."""

    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    share: bool
    money: str | None
    rule: str


def quantities(text: str, lexicon: QuantityWords) -> tuple[Quantity, ...]:
    """The quantities of a text in order; spans are code points of the text.

    Args:
        text: any plain text.
        lexicon: from `accordingto.resources.quantities.open_quantity_words`.
    """
    found: list[Quantity] = []
    for one in _quantities(text, lexicon):
        start = max(one.span.start, found[-1].span.end) if found else one.span.start
        found.append(replace(one, span=Span(start, one.span.end)))
    return tuple(found)


def _quantities(text: str, words: QuantityWords) -> Iterator[Quantity]:
    waiting: Numeral | None = None
    for numeral in numerals(text, words):
        if waiting is not None:
            if joined := _range(text, waiting, numeral, words):
                if not _left_out(text, waiting, numeral, words):
                    yield from _finished(text, joined, words)
                waiting = None
                continue
            yield from _alone(text, waiting, words)
        waiting = numeral
    if waiting is not None:
        yield from _alone(text, waiting, words)


def _alone(text: str, n: Numeral, words: QuantityWords) -> Iterator[Quantity]:
    if not _left_out(text, n, n, words):
        rule = "vague" if n.vague else "share" if n.share else "number"
        yield from _finished(text, _Read(n.start, n.end, n.low, n.high, False, n.share, None, rule), words)


def _range(text: str, a: Numeral, b: Numeral, words: QuantityWords) -> _Read | None:
    """Two numbers as the ends of one range."""
    if b.start - a.end > LONGEST_AFTER or a.vague or b.vague:
        return None
    gap = text[a.end : b.start]
    per_cent, money = _PER_CENT.match(gap), words.money_before.search(gap)
    low = _scaled(a, b)
    gap = gap[per_cent.end() if per_cent else 0 : money.start() if money else len(gap)]
    opened = _opened(text, a, gap, words)
    if opened is None or not low < b.low:
        return None
    share = a.share or bool(per_cent) or b.share
    sign = money or words.money_before.search(text[max(0, a.start - 4) : a.start])
    currency = words.money[sign[1] or sign[2]] if sign else None
    return _Read(opened, b.end, low, b.low, False, share, currency, "range")


def _scaled(a: Numeral, b: Numeral) -> float:
    """The lower end of "5 to 6 million"."""
    return a.low * b.scale if a.scale == 1 and b.scale > 1 and a.low < b.low / b.scale else a.low


def _opened(text: str, a: Numeral, gap: str, words: QuantityWords) -> int | None:
    """Where a range begins whose ends are divided by ``gap``; ``None`` where the two are apart."""
    before = text[max(0, a.start - LONGEST_BEFORE) : a.start]
    money = words.money_before.search(before)
    before = before[: money.start()] if money else before
    start = a.start - (len(money[0]) if money else 0)
    if _DASH.fullmatch(gap):
        return start
    if _AND.fullmatch(gap):
        between = _BETWEEN.search(before)
        return start - (len(before) - between.start()) if between else None
    if not _TO.fullmatch(gap):
        return None
    began = _FROM.search(before)
    if began is None:
        return start
    return None if words.changes.search(before[: began.start()]) else start - (len(before) - began.start())


def _left_out(text: str, a: Numeral, b: Numeral, words: QuantityWords) -> bool:
    """Whether a number, or a range from ``a`` to ``b``, is a date, a time, an age, an ordinal or part of a name."""
    if (
        _is_year(text, a, b, words)
        or _CODE.match(text, a.start)
        or (a.low == 1 and not a.figures and _is_pronoun(text, a, words))
    ):
        return True
    before, after = text[max(0, a.start - LONGEST_BEFORE) : a.start], text[b.end : b.end + LONGEST_AFTER]
    if words.left_out_after.match(after):
        return True
    if words.left_out_before.search(before):
        return True
    apposed = not a.share and a.low < _OLDEST and words.apposed_before.search(before)
    return bool(apposed and words.apposed_after.match(after))


def _is_year(text: str, a: Numeral, b: Numeral, words: QuantityWords) -> bool:
    if not all(n.figures and n.end - n.start == 4 and _LOW_YEAR <= n.low < _HIGH_YEAR for n in (a, b)):
        return False
    before = text[max(0, a.start - LONGEST_BEFORE) : a.start]
    return not (words.before.search(before) or words.money_before.search(before) or _PER_CENT.match(text, b.end))


def _is_pronoun(text: str, n: Numeral, words: QuantityWords) -> bool:
    """Whether "one" counts nothing: "one of the largest", "one day", "the one"."""
    if n.share or n.scale > 1:
        return False
    before = text[max(0, n.start - LONGEST_BEFORE) : n.start]
    word = _WORD_BEFORE.search(before)
    last = word[1].lower() if word else ""
    if words.before.search(before) or last in words.one_counting:
        return False
    after = _WORD_AFTER.match(text, n.end)
    if after is None or after[1][0].isupper() or last in words.one_after:
        return True
    return after[1] in words.one_before and not re.match(r"[ \u00a0]of them\b", text[n.end : n.end + 9])


def _finished(text: str, n: _Read, words: QuantityWords) -> Iterator[Quantity]:
    """A number with the bounds, the currency and the unit that stand around it."""
    n = _bounded_after(text, _bounded_before(text, _priced(text, n, words), words), words)
    measure, end = _measure(text, n, words)
    n = _bounded_after(text, n._replace(end=end), words) if end > n.end else n
    yield Quantity(Span(n.start, n.end), n.low, n.high, f"quantities:{n.rule}", n.approximate, measure)


def _priced(text: str, n: _Read, words: QuantityWords) -> _Read:
    """With the currency sign before it."""
    money = None if n.money else words.money_before.search(text[max(0, n.start - 4) : n.start])
    return n._replace(start=n.start - len(money[0]), money=words.money[money[1] or money[2]]) if money else n


def _measure(text: str, n: _Read, words: QuantityWords) -> tuple[str | None, int]:
    """What it is measured in, and where the quantity ends: a per cent sign belongs to it, a unit does not."""
    if n.money:
        return n.money, n.end
    if per_cent := _PER_CENT.match(text, n.end):
        return "%", per_cent.end()
    if n.share:
        return "%", n.end
    found = _UNIT.match(text, n.end)
    if found is None:
        return None, n.end
    unit = re.sub(r"[\u00a0-]", " ", found[1].lower())
    for name in (unit, unit.partition(" ")[0]):
        if name in words.currencies:
            return words.currencies[name] or name, n.end
        if name in words.kinds:
            return name, n.end
    return None, n.end


def _bounded_before(text: str, n: _Read, words: QuantityWords) -> _Read:
    """With the words before it, of which there may be two: "up to some 60"."""
    for bounded in (False, True):
        before = text[max(0, n.start - LONGEST_BEFORE) : n.start]
        found = words.before.search(before)
        if found is None or (
            found[0].strip().lower() == "over" and (bounded or words.phrasal.search(before[: found.start()]))
        ):
            break
        n = _bound(n._replace(start=n.start - (len(before) - found.start())), found.lastgroup)
    return n


def _bounded_after(text: str, n: _Read, words: QuantityWords) -> _Read:
    found = words.after.match(text, n.end) or words.closing.match(text, n.end)
    return _bound(n._replace(end=found.end()), found.lastgroup) if found else n


def _bound(n: _Read, kind: str | None) -> _Read:
    if kind == "about":
        return n._replace(approximate=True)
    if n.low is None or n.high is None:
        return n
    if kind == "below":
        return n._replace(low=None, high=n.high - 1 if n.high.is_integer() else n.high)
    if kind == "above":
        return n._replace(low=n.low + 1 if n.low.is_integer() else n.low, high=None)
    return n._replace(low=None) if kind == "at_most" else n._replace(high=None) if kind == "at_least" else n
