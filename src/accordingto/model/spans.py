"""Spans: half-open stretches of a report's archived text, in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accordingto.model.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``[start, end)``, never empty.

    Raises:
        SpanError: where ``start`` is negative or not before ``end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""One or more spans in text order: contents, cues and sources may be discontinuous."""


def spans(pairs: Iterable[tuple[int, int] | list[int]]) -> Spans:
    """Build `Spans` from pairs, in text order.

    Raises:
        SpanError: where there is none, or one is malformed.
    """
    made = tuple(sorted(Span(start, end) for start, end in pairs))
    if not made:
        raise SpanError("evidence needs at least one span")
    return made


def hull(parts: Spans) -> Span:
    """The smallest span that covers all."""
    return Span(min(s.start for s in parts), max(s.end for s in parts))


def text_of(text: str, parts: Spans, *, joiner: str = " … ") -> str:
    """The characters of all parts, gaps marked."""
    return joiner.join(span.of(text) for span in parts)


def overlap(a: Spans, b: Spans) -> int:
    """How many characters the two cover in common."""
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def length(parts: Spans) -> int:
    """How many characters the parts cover."""
    return sum(len(span) for span in parts)
