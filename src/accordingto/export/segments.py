"""Highlights that cross and nest: the text is cut at every edge, and each piece lists the statements that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from accordingto.model import Span, Statement, spans_of


class Role(StrEnum):
    """What a stretch is to a statement."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    EDITORIAL = "words of the outlet"
    EVENT = "event"
    ESTIMATE = "estimate"
    CONTROL = "control"
    PLACE = "place"
    TIME = "time"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch that plays a role in the statement of a number; ``part`` counts the spans of one content from 0.

    The number is 0 where the stretch plays its role in the report, whoever says so: a place, a time, an actor.
    """

    span: Span
    number: int
    role: Role
    part: int = 0
    note: str = ""
    """What it stands for."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text that no edge cuts: the marks that cover it, and the contents that begin with it."""

    span: Span
    marks: tuple[Mark, ...]
    begins: tuple[Mark, ...]

    def numbers(self, role: Role) -> tuple[int, ...]:
        """The statements to which the piece plays a role, ascending; 0 is the report."""
        return tuple(sorted({mark.number for mark in self.marks if mark.role is role}))

    def notes(self, role: Role) -> tuple[str, ...]:
        """What the piece stands for in a role, each once."""
        return tuple(dict.fromkeys(mark.note for mark in self.marks if mark.role is role and mark.note))


def marks_of(number: int, statement: Statement) -> list[Mark]:
    """The marks of one statement: its content, the outlet's brackets in it, and each lower voice's source and cue."""
    found = {Mark(span, number, Role.CONTENT, part) for part, span in enumerate(statement.content)}
    found.update(Mark(span, number, Role.EDITORIAL) for span in statement.editorial)
    for link in statement.voices:
        found.update(Mark(span, number, Role.SOURCE) for span in spans_of(link.source.evidence))
        found.update(Mark(span, number, Role.CUE) for span in spans_of(link.cue))
    return sorted(found)


def segments(length: int, marks: Iterable[Mark], cuts: Sequence[int] = ()) -> list[Segment]:
    """Cut ``[0, length)`` at the edges of all marks and at ``cuts``.

    Args:
        length: of the text, in code points.
        marks: in any order; what lies beyond the text is left out.
        cuts: further offsets to cut at, such as the edges of blocks.

    Returns:
        Segments in text order; joined they are the text.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in set(marks):
        if mark.span.end <= length:
            opening.setdefault(mark.span.start, []).append(mark)
            closing.setdefault(mark.span.end, []).append(mark)
    edges = sorted({0, length, *opening, *closing, *(cut for cut in cuts if 0 < cut < length)})
    active: set[Mark] = set()
    made = []
    for start, end in pairwise(edges):
        active.difference_update(closing.get(start, ()))
        fresh = opening.get(start, ())
        active.update(fresh)
        begins = tuple(sorted(mark for mark in fresh if mark.role is Role.CONTENT))
        made.append(Segment(Span(start, end), tuple(sorted(active)), begins))
    return made
