"""The number slot: quantities with their bounds, and what they count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.compare.said import Said
from accordingto.model import Span, Spans

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES: Mapping[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "dozen": 12,
}
_SCALES: Mapping[str, int] = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_MONTHS = frozenset(
    (
        "january february march april may june july august september october november december jan feb mar apr jun "
        "jul aug sep sept oct nov dec"
    ).split()
)
LONGEST_BOUND = 24
"""Characters before a number in which its bound is sought."""
_COUNTED_WITHIN = 4
"""Words after a number among which the counted noun is sought."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low`` to ``high``, both inclusive; ``about`` where the report hedges; ``counted`` are forms of what follows."""

    span: Span
    low: float
    high: float
    about: bool
    counted: frozenset[str]

    @property
    def bounds(self) -> tuple[float, float, bool]:
        """What is compared."""
        return self.low, self.high, self.about


def quantities(said: Said, canon: Canon, words: Comparison) -> list[Quantity]:
    """The quantities of a content, in order; dates, years, clock times and ordinals are none."""
    return quantities_in(said.text, said.parts, canon, words)


def quantities_in(text: str, parts: Spans, canon: Canon, words: Comparison) -> list[Quantity]:
    """The quantities in some spans of a text."""
    tokens = tokens_of(text, parts)
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        used, value = _number(text, tokens, i)
        if not used or _dated(text, tokens, i, used, value):
            i += 1
            continue
        more, high = _range_end(text, tokens, i, used) or (0, value)
        used += more
        span, low, high, about = _bounded(text, Span(tokens[i].start, tokens[i + used - 1].end), value, high, words)
        counted = frozenset(canon.all_of(_counted(text, tokens, i + used)))
        found.append(Quantity(span, low, high, about, counted))
        i += used
    return found


def _counted(text: str, tokens: list[Token], start: int) -> list[Token]:
    """The words after a number that can name what it counts: up to a mark, a conjunction or the next number."""
    found: list[Token] = []
    for token in tokens[start : start + _COUNTED_WITHIN]:
        gap = text[tokens[start - 1].end if not found else found[-1].end : token.start]
        if re.search(r"[,;.:]", gap) or token.word in ("and", "or", "but") or _plain(token.word) is not None:
            break
        found.append(token)
    return found


def _number(text: str, tokens: list[Token], i: int) -> tuple[int, float]:
    """How many tokens from ``i`` on make one number, and its value; (0, 0) where none starts there."""
    total, current, used = 0.0, 0.0, 0
    while i + used < len(tokens) and (not used or _joined(text, tokens[i + used - 1], tokens[i + used])):
        word = tokens[i + used].word
        plain = _plain(word) if not used else _VALUES.get(word)
        if plain is not None and not (used and word == "dozen"):
            current += plain
        elif (scale := _SCALES.get(word) or (12 if word == "dozen" else 0)) and used:
            current = (current or 1) * scale
            total, current = (total + current, 0.0) if scale > 100 else (total, current)
        else:
            break
        used += 1
    return used, total + current


def _joined(text: str, a: Token, b: Token) -> bool:
    return text[a.end : b.start] in (" ", "-", "\u00a0")


def _plain(word: str) -> float | None:
    if word[0].isdigit():
        digits = re.sub(r"[,\u00a0\u202f ](?=\d{3})", "", word)
        return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None
    return _VALUES.get(word)


def _dated(text: str, tokens: list[Token], i: int, used: int, value: float) -> bool:
    """Whether a number is part of a date, a clock time, an ordinal or a name."""
    start, end = tokens[i].start, tokens[i + used - 1].end
    around = {tokens[j].word for j in (i - 1, i + used) if 0 <= j < len(tokens)}
    glued = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha() or re.match(r":\d", text[end : end + 2])
    year = text[start:end].isdigit() and end - start == 4 and 1900 <= value < 2100
    return bool(around & _MONTHS or glued) or year or text[start - 1 : start] == ":"


def _bounded(text: str, span: Span, low: float, high: float, words: Comparison) -> tuple[Span, float, float, bool]:
    """A number or range with the words before it that bound it: span, low, high, and whether it is hedged."""
    kind, length = _bound_before(text, span.start, words)
    whole = Span(span.start - length, span.end)
    if kind in ("below", "at_most"):
        return whole, -inf, high - 1 if kind == "below" and high == int(high) else high, False
    if kind in ("above", "at_least"):
        return whole, low + 1 if kind == "above" and low == int(low) else low, inf, False
    return whole, low, high, kind == "about"


def _range_end(text: str, tokens: list[Token], i: int, used: int) -> tuple[int, float] | None:
    """The upper end of "20 to 30", "20–30" or "between 20 and 30": tokens used by it, and its value."""
    j = i + used
    if j >= len(tokens):
        return None
    between = i > 0 and tokens[i - 1].word == "between"
    if text[tokens[j - 1].end : tokens[j].start].strip() in ("–", "-") and tokens[j].word[0].isdigit():
        more, value = _number(text, tokens, j)
        return (more, value) if more else None
    if tokens[j].word == "to" or (between and tokens[j].word == "and"):
        more, value = _number(text, tokens, j + 1) if j + 1 < len(tokens) else (0, 0.0)
        return (more + 1, value) if more else None
    return None


def _bound_before(text: str, start: int, words: Comparison) -> tuple[str, int]:
    """The kind of bound that stands right before a number, and its length in characters; ("", 0) where none does."""
    before = text[max(0, start - LONGEST_BOUND) : start].lower()
    found = [
        (len(before) - before.rindex(phrase), kind)
        for kind, phrases in words.bounds.items()
        for phrase in phrases
        if re.search(rf"(?:^|\W){re.escape(phrase)}\s+$", before)
    ]
    length, kind = max(found, default=(0, ""))
    return kind, length


def paired(a: list[Quantity], b: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """Quantities that count the same; where each side has but one, these two."""
    if len(a) == len(b) == 1:
        return [(a[0], b[0])]
    left = list(b)
    found = []
    for one in a:
        other = max(left, key=lambda q: len(q.counted & one.counted), default=None)
        if other is not None and other.counted & one.counted:
            found.append((one, other))
            left.remove(other)
    return found
