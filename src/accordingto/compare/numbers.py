"""The number slot: quantities with their bounds, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.compare.said import Said
from accordingto.mentions.quantities import LONGEST_BEFORE
from accordingto.mentions.quantities import quantities as read_quantities
from accordingto.model import Span, Spans

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_VAGUE = "quantities:vague"
_MANY, _AT_LARGE = 20, 0.75
"""From which number on one that is told at large is compared, and which share of it may be meant: "dozens" may be 18."""
_UNCOMPARED = ("quantities:share", _VAGUE)
"""Half of a town and dozens of men are no numbers to set against numbers."""
_COUNTED_WITHIN = 4
"""Words after a number among which the counted noun is sought."""


_BEFORE, _AFTER = 6, 6
"""Words of the clause around a number that tell what it counts, on either side."""
_BEFORE_WORTH, _FADING = 0.55, 0.6
"""What stands before a number tells less than what follows it, and each further word less than the one before: chosen on
VitaminC, whose counts are cases, deaths, copies and seats named on either side."""
_ORDINAL = re.compile(r"(?<![\w.,])(\d{1,3})(?:st|nd|rd|th)\b")

_OFTEN = re.compile(r"\b(?:times|twice|thrice)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\btimes\b(?!\s+(?:as|more|less|higher|lower|larger|bigger|greater|smaller|the|that|over|its|their)\b)",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(?:twice|thrice)\b(?!\s+(?:as|the|that|over|its|their)\b)", re.IGNORECASE)
_ADVERBS = {"twice": 2, "thrice": 3}
TURNS, ALONE = frozenset(["time"]), frozenset(["alone"])
"""What a number counts that tells how often, and one that says of somebody that there was no other."""


class Stand(StrEnum):
    """How the other side's quantity stands to this side's."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    """Its bounds hold those of this side."""
    BELOW = "below"
    ABOVE = "above"
    LAPS = "laps"


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low`` to ``high``, both inclusive, in the smallest unit of its kind; ``about`` where the report hedges.

    ``counted`` are forms of what follows.
    """

    span: Span
    low: float
    high: float
    about: bool
    counted: frozenset[str]
    around: Mapping[str, float] = field(default_factory=dict)
    """Stems of the words around it in its clause, the nearer the more they tell, 0–1."""
    measure: str | None = None
    """Kind of unit: ``share``, ``money``, ``distance``, ``duration``, ``mass``; ``None`` for a count."""

    @property
    def bounds(self) -> tuple[float, float, bool]:
        """What is compared."""
        return self.low, self.high, self.about

    @property
    def size(self) -> float:
        """The number that is named."""
        return self.low if self.low > -inf else self.high


def stand(mine: Quantity, other: Quantity) -> Stand:
    """How the other side's quantity stands to mine."""
    if (other.low, other.high) == (mine.low, mine.high):
        return Stand.SAME
    if mine.low <= other.low and other.high <= mine.high:
        return Stand.WITHIN
    if other.low <= mine.low and mine.high <= other.high:
        return Stand.AROUND
    if other.high < mine.low:
        return Stand.BELOW
    return Stand.ABOVE if other.low > mine.high else Stand.LAPS


def quantities(said: Said, canon: Canon, words: Comparison) -> list[Quantity]:
    """The quantities of a content, in order; dates, years, clock times and ordinals are none."""
    return quantities_in(said.text, said.parts, canon, words, said.tokens)


def quantities_in(
    text: str, parts: Spans, canon: Canon, words: Comparison, tokens: Sequence[Token] | None = None
) -> list[Quantity]:
    """The numbers in some spans of a text, whose tokens may be given; a bound may stand right before a span."""
    found: list[Quantity] = []
    for part in parts:
        shift = _opening(text, part)
        clauses: list[list[Token]] | None = None
        for one in read_quantities(text[shift : part.end], words.quantities):
            span = Span(one.span.start + shift, one.span.end + shift)
            if span.end <= part.start or one.by in _UNCOMPARED:
                continue
            if clauses is None:
                clauses = _clauses(text, part, tokens_of(text, (part,)) if tokens is None else tokens)
            counted = frozenset(canon.all_of(_counted(text, Span(part.start, part.end), span.end, words)))
            low, high = -inf if one.low is None else one.low, inf if one.high is None else one.high
            around = _around(span, clauses, words)
            kind = words.quantities.kind_of(one.measure)
            unit = words.compared.units.get((one.measure or "").lower(), 1.0)
            found.append(Quantity(span, low * unit, high * unit, one.approximate, counted, around, kind))
    return found


def _opening(text: str, part: Span) -> int:
    """Where the words begin that may bound a number of a span: on its own line, for a headline or a dateline bounds nothing."""
    return max(part.start - LONGEST_BEFORE, text.rfind("\n", 0, part.start) + 1)


def often(said: Said, words: Comparison) -> list[Quantity]:
    """How often a thing was done: "44 times", "at least three times", "twice"; nothing that is so many times another thing."""
    found: list[Quantity] = []
    for part in said.parts:
        if not _OFTEN.search(said.text, part.start, part.end):
            continue
        shift = _opening(said.text, part)
        text = _TIMES.sub("turns", said.text[shift : part.end])
        clauses = _clauses(said.text, part, said.tokens)
        for one in read_quantities(text, words.quantities):
            span = Span(one.span.start + shift, one.span.end + shift)
            if span.end > part.start and one.by not in _UNCOMPARED and text.startswith("turns", one.span.end + 1):
                low, high = -inf if one.low is None else one.low, inf if one.high is None else one.high
                found.append(Quantity(span, low, high, one.approximate, TURNS, _around(span, clauses, words)))
        for match in _TWICE.finditer(said.text, part.start, part.end):
            span, number = Span(match.start(), match.end()), _ADVERBS[match[0].lower()]
            found.append(Quantity(span, number, number, False, TURNS, _around(span, clauses, words)))
    return sorted(found, key=lambda one: one.span)


def singly(said: Said, alone: re.Pattern[str], words: Comparison) -> list[Quantity]:
    """Where it is said that there was one only: "he was alone", "by himself"."""
    found: list[Quantity] = []
    for part in said.parts:
        for match in alone.finditer(said.text, part.start, part.end):
            clauses = _clauses(said.text, part, said.tokens)
            span = Span(match.start(), match.end())
            found.append(Quantity(span, 1, 1, False, ALONE, _around(span, clauses, words)))
    return found


def loosely(said: Said, words: Comparison) -> list[Quantity]:
    """Numbers that are only told at large: "dozens", "thousands", "half", with bounds that leave room; several and few are none."""
    found: list[Quantity] = []
    for part in said.parts:
        shift, clauses = _opening(said.text, part), _clauses(said.text, part, said.tokens)
        for one in read_quantities(said.text[shift : part.end], words.quantities):
            span = Span(one.span.start + shift, one.span.end + shift)
            if span.end <= part.start or one.by not in _UNCOMPARED or one.low is None or one.low < _MANY:
                continue
            kind, around = words.quantities.kind_of(one.measure), _around(span, clauses, words)
            high = inf if one.by == _VAGUE or one.high is None else one.high
            low = one.low * _AT_LARGE if one.by == _VAGUE else one.low
            found.append(Quantity(span, low, high, True, frozenset(), around, kind))
    return found


def _clauses(text: str, part: Span, tokens: Iterable[Token]) -> list[list[Token]]:
    """The tokens of a span, cut where a sentence or a semicolon ends."""
    clauses: list[list[Token]] = [[]]
    for token in (token for token in tokens if part.start <= token.start < part.end):
        last = clauses[-1][-1] if clauses[-1] else None
        if last is not None and re.search(r"[.;!?]\s", text[last.end : token.start]):
            clauses.append([])
        clauses[-1].append(token)
    return clauses


def _around(span: Span, clauses: Iterable[list[Token]], words: Comparison) -> dict[str, float]:
    """The stems around a number in its clause, with what they tell of it."""
    clause = next((c for c in clauses if c and c[0].start <= span.start < c[-1].end), [])
    after = [token for token in clause if token.start >= span.end][:_AFTER]
    before = [token for token in clause if token.end <= span.start][-_BEFORE:][::-1]
    found: dict[str, float] = {}
    for stretch, worth in ((after, 1.0), (before, _BEFORE_WORTH)):
        for distance, token in enumerate(stretch):
            if token.word not in words.function_words:
                found[token.stem] = max(found.get(token.stem, 0.0), worth / (1 + distance * _FADING))
    return found


def ordinals_in(tokens: Iterable[Token], text: str, words: Comparison) -> frozenset[int]:
    """The places in an order that are named: "third", "21st"."""
    told = {number for token in tokens if (number := words.compared.ordinals.get(token.word))}
    figures = (_ORDINAL.match(text, token.start) for token in tokens if token.word[0].isdigit())
    return frozenset(told | {int(match[1]) for match in figures if match})


def _counted(text: str, part: Span, start: int, words: Comparison) -> list[Token]:
    """The words after a number that can name what it counts: up to a mark, a conjunction or the next number."""
    found: list[Token] = []
    rest = (Span(start, part.end),) if start < part.end else ()
    for token in tokens_of(text, rest)[:_COUNTED_WITHIN]:
        gap = text[found[-1].end if found else start : token.start]
        number = token.word[0].isdigit() or token.word in words.quantities.words
        if re.search(r"[,;.:]", gap) or token.word in ("and", "or", "but") or number:
            break
        found.append(token)
    return found
