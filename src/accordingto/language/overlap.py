"""Which of many spans overlap a given one, without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from accordingto.model import Span


class SpanIndex:
    """Spans to be asked often; where one is ``None``, its place in the order counts, but nothing overlaps it."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        placed = sorted((span.start, span.end, index) for index, span in enumerate(spans) if span)
        self._starts = [start for start, _, _ in placed]
        self._placed = placed
        self._longest = max((end - start for start, end, _ in placed), default=0)

    def overlapping(self, span: Span) -> list[int]:
        """The indices of the spans that share a character with this one, in the order in which they were given."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return sorted(index for _, end, index in self._placed[first:last] if end > span.start)
