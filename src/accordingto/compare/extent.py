"""How much of a place is meant: the whole town against one school of it, the entire valley against two of its districts."""

from __future__ import annotations

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.sides import Side
from accordingto.model import Slot, Span


def extent_findings(a: Side, b: Side) -> list[Finding]:
    """One side says a thing of the whole of a place, the other of a part of such a place."""
    for one, other in ((a, b), (b, a)):
        whole, part = _whole(one), _part(other)
        if whole and part and not _whole(other) and not one.first(other.frame.words.compared.places_in_places):
            ours, theirs = (whole, part) if one is a else (part, whole)
            return [finding(Slot.PLACE, Weight.APART, (a.said, (ours,)), (b.said, (theirs,)))]
    return []


def part_below(body: Side, head: Side) -> list[Finding]:
    """A part of a place that the body names, and the headline above it leaves out."""
    part = _part(body)
    if part is None or _part(head) or body.said.report != head.said.report or not head.said.headline:
        return []
    return [finding(Slot.PLACE, Weight.FINER, (body.said, (part,)), (head.said, head.said.parts))]


def _whole(side: Side) -> Span | None:
    return side.first(side.frame.words.compared.whole_places)


def _part(side: Side) -> Span | None:
    return side.first(side.frame.words.compared.places_in_places)
