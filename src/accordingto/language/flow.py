"""The running text of a report: its reading blocks one after the other, with a map back to the archived text.

Related links, credits and boilerplate are left out, so that a quotation interrupted by a "Read:" line runs on; captions come
last, so that they interrupt nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from accordingto.model import Block, BlockKind, Report, Span

RUNNING = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """``text`` is read; ``starts[i]`` is where ``blocks[i]`` begins in it."""

    text: str
    blocks: tuple[Block, ...]
    starts: tuple[int, ...]

    def block_at(self, offset: int) -> Block:
        """The block that an offset of the flow lies in (or stands just behind)."""
        return self.blocks[max(0, bisect_right(self.starts, offset) - 1)]

    def archived(self, start: int, end: int) -> tuple[Span, ...]:
        """Where ``[start, end)`` of the flow lies in the archived text: a span a block."""
        found = []
        first = max(0, bisect_right(self.starts, start) - 1)
        for at, block in zip(self.starts[first:], self.blocks[first:], strict=True):
            if at >= end:
                break
            a, b = max(start, at), min(end, at + len(block.span))
            if a < b:
                shift = block.span.start - at
                found.append(Span(a + shift, b + shift))
        return tuple(found)

    def running(self, span: Span) -> Span | None:
        """Where a span of the archived text lies in the flow; ``None`` where its block is not in it."""
        for at, block in zip(self.starts, self.blocks, strict=True):
            if block.span.contains(span):
                shift = at - block.span.start
                return Span(span.start + shift, span.end + shift)
        return None


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
