"""What two statements are to each other, by the slots in which they differ and by how much of their words is the same.

Whether what differs only differs because time has passed, or because it was taken back, is `accordingto.compare.lapse`'s business.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from accordingto.compare.finding import Finding, Weight
from accordingto.compare.normalise import Token
from accordingto.compare.sides import Side
from accordingto.model import Form, RelationKind, Slot, spans_of

SAME_WORDS = 0.85
"""Share of equal content words, in order, from which a statement repeats another but for one or two small ones; below it re-words.
On the stories of evals/travel."""

WHOLE, LEAST_CUT = 0.9, 5
"""Share of the shorter one's words that must stand in the longer one, in one run, and least number of them, for it to be cut short."""


def kind_of(a: Side, b: Side, found: Sequence[Finding]) -> RelationKind:
    """The kind of relation of two sides.

    Args:
        a: the earlier, or that of the body.
        b: the other.
        found: what they differ in.
    """
    weights = {one.weight for one in found}
    if Weight.APART in weights:
        return RelationKind.CONTRADICTS
    if Weight.FINER in weights:
        return RelationKind.NARROWS
    same = _same_words(a, b, found)
    if same and not found:
        return RelationKind.REPEATS
    return RelationKind.REWORDS


def _same_words(a: Side, b: Side, found: Sequence[Finding]) -> bool:
    """Whether both have the same words in the same order but for a few, those in which they differ left out."""
    ours, theirs = (_words(side, found, first) for side, first in ((a, True), (b, False)))
    if not ours or not theirs:
        return False
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return matcher.ratio() >= SAME_WORDS or _cut_short(a, b)


def _cut_short(a: Side, b: Side) -> bool:
    """Whether nearly all words of the shorter stand in the longer in one run; quotations are cut to another effect."""
    if Form.DIRECT in (a.said.statement.form, b.said.statement.form):
        return False
    ours, theirs = ([token.word for token in side.said.tokens] for side in (a, b))
    short = min(len(ours), len(theirs))
    block = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    return short >= LEAST_CUT and block.size >= WHOLE * short


def _words(side: Side, found: Sequence[Finding], first: bool) -> list[str]:
    function = side.frame.words.function_words
    return [token.stem for token in _beside(side, found, first) if token.word not in function]


def _beside(side: Side, found: Sequence[Finding], first: bool) -> list[Token]:
    """The tokens that are neither the cue nor a hedge in which the two differ."""
    hedged = [
        span
        for one in found
        if one.slot is Slot.CERTAINTY
        for span in (one.difference.a if first else one.difference.b).spans
        if span not in side.said.parts
    ]
    out = {*hedged, *spans_of(side.said.statement.innermost.cue)}
    return [token for token in side.said.tokens if not any(s.start <= token.start < s.end for s in out)]
