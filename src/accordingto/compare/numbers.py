"""The number slot: quantities with their bounds, and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.compare.said import Said
from accordingto.mentions.quantities import LONGEST_BEFORE
from accordingto.mentions.quantities import quantities as read_quantities
from accordingto.model import Span, Spans

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_UNCOMPARED = ("quantities:share", "quantities:vague")
"""Half of a town and dozens of men are no numbers to set against numbers."""
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
    """The numbers in some spans of a text; a bound may stand right before a span."""
    found: list[Quantity] = []
    for part in parts:
        shift = max(0, part.start - LONGEST_BEFORE)
        for one in read_quantities(text[shift : part.end], words.quantities):
            span = Span(one.span.start + shift, one.span.end + shift)
            if span.end > part.start and one.by not in _UNCOMPARED:
                counted = frozenset(canon.all_of(_counted(text, Span(part.start, part.end), span.end, words)))
                low, high = -inf if one.low is None else one.low, inf if one.high is None else one.high
                found.append(Quantity(span, low, high, one.approximate, counted))
    return found


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
