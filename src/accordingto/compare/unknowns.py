"""What a side says nobody knows: "it was not clear who fired"; a side that tells it is more exact, and denies nothing."""

from __future__ import annotations

import re

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.sides import Side
from accordingto.model import Slot, Span

_ASKED = {
    "who": Slot.ACTOR,
    "whom": Slot.ACTOR,
    "whose": Slot.ACTOR,
    "which": Slot.ACTOR,
    "what": Slot.ACTOR,
    "where": Slot.PLACE,
    "when": Slot.TIME,
    "how many": Slot.NUMBER,
    "how much": Slot.NUMBER,
}
_QUESTION = re.compile(rf"[\s,:–—]*(?:\w+\s+){{0,3}}?({'|'.join(_ASKED)})\b", re.IGNORECASE)
"""A few words may stand before it: "not clear from which bank"."""


def question_findings(a: Side, b: Side) -> list[Finding]:
    """One side says that something is not known, and the other, on the same, does not."""
    mine, other = open_question(a), open_question(b)
    if (mine is None) == (other is None):
        return []
    asked = mine or other
    assert asked is not None
    slot, span = asked
    one, told = (a, b) if mine else (b, a)
    if not _answered(one, span, told):
        return []
    ours, theirs = ((span,) if mine else a.said.parts), ((span,) if other else b.said.parts)
    return [finding(slot, Weight.FINER, (a.said, ours), (b.said, theirs))]


def open_question(side: Side) -> tuple[Slot, Span] | None:
    """What a side says is not known, by the slot that would tell it, with its words; ``None`` where it says so of nothing."""
    return side.once(_open_question)


def _open_question(side: Side) -> tuple[Slot, Span] | None:
    unknown = side.first(side.frame.words.compared.unknown)
    part = next((part for part in side.said.parts if unknown and part.start <= unknown.start < part.end), None)
    asked = _QUESTION.match(side.text, unknown.end, part.end) if unknown and part else None
    return (_ASKED[asked[1].lower()], Span(unknown.start, asked.end())) if unknown and asked else None


def _answered(one: Side, span: Span, told: Side) -> bool:
    """Whether the other side has a word of what is asked."""
    return any(told.tells(token) for token in one.content if token.start >= span.end)
