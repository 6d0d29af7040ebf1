"""What two statements are to each other, by the slots in which they differ and by how much of their words is the same.

Whether what differs only differs because time has passed, or because it was taken back, is `accordingto.compare.lapse`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from accordingto.compare.finding import Finding, Weight
from accordingto.compare.sides import Side
from accordingto.model import RelationKind, Slot, spans_of

SAME_WORDS = 0.85
"""Share of equal content words, in order, from which a statement repeats another but for one or two small ones; below it re-words.
On the stories of evals/travel."""


def kind_of(a: Side, b: Side, found: Sequence[Finding], *, same_origin: bool | None) -> RelationKind:
    """The kind of relation of two sides.

    Args:
        a: the earlier, or that of the body.
        b: the other.
        found: what they differ in.
        same_origin: whether one occasion stands behind both, where it is known.
    """
    weights = {one.weight for one in found}
    if Weight.APART in weights:
        return RelationKind.CONTRADICTS
    if Weight.FINER in weights:
        return RelationKind.NARROWS
    same = _same_words(a, b, found)
    if any(one.slot is Slot.CERTAINTY for one in found) and same:
        return RelationKind.NARROWS
    if same and not found:
        return RelationKind.REPEATS
    return RelationKind.AGREES if same_origin is False else RelationKind.REWORDS


def _same_words(a: Side, b: Side, found: Sequence[Finding]) -> bool:
    """Whether both have the same words in the same order but for a few, those in which they differ left out."""
    ours, theirs = (_words(side, found, first) for side, first in ((a, True), (b, False)))
    return bool(ours and theirs) and SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= SAME_WORDS


def _words(side: Side, found: Sequence[Finding], first: bool) -> list[str]:
    hedged = [
        span
        for one in found
        if one.slot is Slot.CERTAINTY
        for span in (one.difference.a if first else one.difference.b).spans
        if span not in side.said.parts
    ]
    cue = spans_of(side.said.statement.innermost.cue)
    out = {*hedged, *cue}
    kept = (t for t in side.said.tokens if not any(s.start <= t.start < s.end for s in out))
    return [token.stem for token in kept if token.word not in side.frame.words.function_words]
