"""Who says to have had no part in a thing, against who says that they did it: "had nothing to do with it", "the army's doing"."""

from __future__ import annotations

from accordingto.compare.acting import agent
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.normalise import same_name, tokens_of
from accordingto.compare.sides import Side
from accordingto.model import Slot, Span, spans_of


def disclaimer_findings(a: Side, b: Side) -> list[Finding]:
    """One side clears somebody of a thing, and the other names them for it without a negation."""
    for one, other in ((a, b), (b, a)):
        cleared = _disclaimer(one)
        if cleared is None or _disclaimer(other) or other.negated:
            continue
        named = _named(one, other)
        if named is not None:
            ours, theirs = (cleared, named) if one is a else (named, cleared)
            return [finding(Slot.POLARITY, Weight.APART, (a.said, (ours,)), (b.said, (theirs,)))]
    return []


def _disclaimer(side: Side) -> Span | None:
    return side.first(side.frame.words.compared.disclaiming)


def _named(one: Side, other: Side) -> Span | None:
    """Where the other side names whom this one clears: its subject, or its own voice."""
    who = agent(one)
    names = who.names if who else frozenset()
    if not names and one.said.statement.voices:
        spans = spans_of(one.said.statement.innermost.source.evidence)
        names = frozenset(token.stem for token in tokens_of(one.text, spans) if token.capital) if spans else names
    theirs = (token for token in other.said.tokens if token.capital and any(same_name(token.stem, x) for x in names))
    first = next(theirs, None)
    return Span(first.start, first.end) if first else None
