"""Two sides of which one names something only to say that it is not so: "beside the school", "in the yard, not beside the school"."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.contrast import Contrast, contrasts
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.normalise import Token
from accordingto.compare.polarity import Seen
from accordingto.compare.sides import Side
from accordingto.model import Slot, Span

_SLOTS = {
    "by": Slot.ACTOR,
    **dict.fromkeys(("in", "at", "near", "beside", "to", "outside", "inside", "on", "behind"), Slot.PLACE),
}
"""What a phrase tells by the preposition that opens it."""


def contrast_findings(a: Side, b: Side) -> list[Finding]:
    """What one side sets off as not so, and the other says."""
    for one, other in ((a, b), (b, a)):
        for contrast in contrasts_of(one):
            said = _said(contrast, one, other)
            if said and _on_one_thing(contrast, one, other) and not _meant(contrast, one, other):
                spans = (contrast.span, said) if one is a else (said, contrast.span)
                slot = _SLOTS.get(contrast.denied[0].word, Slot.POLARITY)
                return [finding(slot, Weight.APART, (a.said, spans[:1]), (b.said, spans[1:]))]
    return []


def tellings(a: Side, b: Side) -> tuple[Sequence[Seen], Sequence[Seen]]:
    """The words of two sides but for what one sets off as not so where the other says what is so in its place."""
    return _telling(a, b), _telling(b, a)


def _telling(one: Side, other: Side) -> Sequence[Seen]:
    apart = [c.span for c in contrasts_of(one) if _meant(c, one, other) and not _said(c, one, other)]
    return [x for x in one.seen if not any(span.overlaps(x.at) for span in apart)] if apart else one.seen


def contrasts_of(side: Side) -> list[Contrast]:
    """The phrases of a side that are set off as not so."""
    return side.once(_contrasts)


def _contrasts(side: Side) -> list[Contrast]:
    return contrasts(side.said.tokens, side.text, side.frame.words)


def _said(contrast: Contrast, one: Side, other: Side) -> Span | None:
    """Where the other side says what a phrase denies: a name in it, where it has one, and its last word; ``None`` for numbers."""
    denied = [token for token in contrast.denied if one.frame.canon.of(token)]
    numbers = one.frame.words.quantities.words
    if any(token.word[0].isdigit() or token.word in numbers for token in contrast.denied):
        return None
    names = [_plainly(token, one, other) for token in denied if token.capital]
    head = [_plainly(token, one, other) for token in denied if not token.capital][-1:]
    found = [span for span in (*names, *head) if span]
    return found[0] if found and (any(names) or not names) and all(head) else None


def _on_one_thing(contrast: Contrast, one: Side, other: Side) -> bool:
    """Whether the other side has a word of what stands before the phrase."""
    told = [token for token in contrast.before if one.frame.canon.of(token)]
    return any(_plainly(token, one, other) for token in told)


def _meant(contrast: Contrast, one: Side, other: Side) -> bool:
    """Whether the other side has what stands where the phrase would stand: a name in it, or its last word."""
    told = [token for token in contrast.instead if one.frame.canon.of(token)]
    told = [token for token in told if token.capital] or told[-1:]
    return any(_plainly(token, one, other) for token in told)


def _plainly(token: Token, one: Side, other: Side) -> Span | None:
    """Where the other side says a word, or one that can stand for it, and does not negate it."""
    form, rows = one.frame.canon.of(token), kin_of(one.frame.words).get(token.stem, frozenset())
    like = (x for x in other.seen if x.form == form or (not token.capital and x.kin & rows))
    return next((x.at for x in like if not x.turned_round), None)
