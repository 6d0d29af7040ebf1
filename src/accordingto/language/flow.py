"""The running text of a report: its reading blocks one after the other, with a map back to the archived text.

Related links, credits and boilerplate are left out, so that a quotation interrupted by a "Read:" line runs on; captions come
last, so that they interrupt nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from accordingto.model import Block, BlockKind, Report, Span

RUNNING = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """``text`` is read; ``starts[i]`` is where ``blocks[i]`` begins in it."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]
    _places: tuple[tuple[int, int], ...] = field(init=False, repr=False, compare=False)
    """Where each block begins in the archived text, and its index, in the order of that text."""

    def __post_init__(self) -> None:
        places = sorted((block.span.start, index) for index, block in enumerate(self.blocks))
        object.__setattr__(self, "_places", tuple(places))

    def block_at(self, offset: int) -> Block:
        """The block that an offset of the flow lies in (or stands just behind)."""
        return self.blocks[max(0, bisect_right(self.starts, offset) - 1)]

    def archived(self, start: int, end: int) -> tuple[Span, ...]:
        """Where ``[start, end)`` of the flow lies in the archived text: a span a block."""
        found = []
        first = max(0, bisect_right(self.starts, start) - 1)
        for index in range(first, len(self.blocks)):
            at, span = self.starts[index], self.blocks[index].span
            if at >= end:
                break
            shift = span.start - at
            a, b = max(start + shift, span.start), min(end + shift, span.end)
            if a < b:
                found.append(Span(a, b))
        return tuple(found)

    def running(self, span: Span) -> Span | None:
        """Where a span of the archived text lies in the flow; ``None`` where its block is not in it."""
        before = bisect_right(self._places, (span.start, len(self.blocks)))
        if not before:
            return None
        begin, index = self._places[before - 1]
        if span.end > self.blocks[index].span.end:
            return None
        shift = self.starts[index] - begin
        return Span(span.start + shift, span.end + shift)


def flow_of(report: Report) -> Flow:
    """The running text of a report."""
    chosen = report.of_kind(*RUNNING) + report.of_kind(BlockKind.CAPTION)
    starts, parts, at = [], [], 0
    for block in chosen:
        starts.append(at)
        part = block.span.of(report.text)
        parts.append(part)
        at += len(part) + len(_GAP)
    return Flow(_GAP.join(parts), chosen, tuple(starts))
