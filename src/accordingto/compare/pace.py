"""Pace: so many in such a time ("two convoys a week"), where a report gives its source's number for another time, or anew for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.compare.said import Said
from accordingto.compare.sides import Frame, Side
from accordingto.model import Difference, Passage, Slot, Span

_EACH = frozenset(["a", "an", "per", "each", "every"])
"""What stands before the time in which there is so much."""

_ONCE = frozenset("about after almost for half in is nearly of over than under was within".split())
"""What stands before these where the time is only a stretch of it: "in a week"."""

_PASSED = frozenset("after ago and before earlier later long old".split())
"""And what follows one: "a week ago", "a year and a half"."""

WITHIN = 8
"""Words before the time among which its number comes."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A number, the unit of the time in which there is so much, and the words of both."""

    low: float
    high: float
    unit: str
    span: Span

    def meets(self, low: float, high: float) -> bool:
        """Whether a number could be its own."""
        return self.low <= high and low <= self.high


def pace_differs(report: Said, theirs: Sequence[Said], frame: Frame) -> tuple[Difference, Said] | None:
    """The first pace of a statement whose number its source gives for another time or for none, with the source's statement.

    Args:
        report: The statement.
        theirs: What it may have been made from, the nearest first.
        frame: What comparisons share.
    """
    mine = _paces(Side(report, frame))
    sides = [Side(source, frame) for source in theirs] if mine else []
    for pace in mine:
        for side in sides:
            others = _paces(side)
            if any(one.unit == pace.unit for one in others):
                return None
            numbers = [q.span for q in side.quantities if q.measure is None and pace.meets(q.low, q.high)]
            if told := [one.span for one in others if pace.meets(one.low, one.high)] or numbers:
                a, b = Passage(side.said.report, (told[0],)), Passage(report.report, (pace.span,))
                difference = Difference(Slot.NUMBER, a, b, told[0].of(side.text), pace.span.of(report.text))
                return difference, side.said
    return None


def _paces(side: Side) -> list[Pace]:
    """The paces of a statement: each number of things that a time follows in its clause."""
    tokens, kinds = side.said.tokens, side.frame.words.quantities.kinds
    found = []
    for i, token in enumerate(tokens[2:], 2):
        following = tokens[i + 1].word if i + 1 < len(tokens) else ""
        each = tokens[i - 1].word in _EACH and tokens[i - 2].word not in _ONCE and following not in _PASSED
        if each and kinds.get(token.word) == "duration":
            first = tokens[max(0, i - WITHIN)].start
            counts = [q for q in side.quantities if q.measure is None and first <= q.span.start < tokens[i - 1].start]
            found += [Pace(q.low, q.high, token.word, Span(q.span.start, token.end)) for q in counts]
    return found
