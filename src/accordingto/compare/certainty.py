"""The certainty slot: whether a side leaves open what it says, by its words or by its voice's commitment."""

from __future__ import annotations

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.sides import Side
from accordingto.model import Factuality, Slot, Span, spans_of

_OPEN = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.POSSIBLE_NOT, Factuality.PROBABLE_NOT)


def certainty_findings(a: Side, b: Side) -> list[Finding]:
    """One side leaves it open and the other does not."""
    mine, other = hedge(a), hedge(b)
    if (mine is None) == (other is None):
        return []
    ours, theirs = ((mine,) if mine else a.said.parts), ((other,) if other else b.said.parts)
    return [finding(Slot.CERTAINTY, Weight.OTHERWISE, (a.said, ours), (b.said, theirs))]


def hedge(side: Side) -> Span | None:
    """The first words that leave it open; ``None`` where nothing does."""
    said = side.said
    for part in said.parts:
        for found in side.frame.words.hedges.finditer(said.text, part.start, part.end):
            if found[0] != "May" or found.start() == part.start:  # inside a sentence the month
                return Span(found.start(), found.end())
    if said.statement.voices and said.statement.factuality in _OPEN:
        cue = spans_of(said.statement.innermost.cue)
        return cue[0] if cue else None
    return None
