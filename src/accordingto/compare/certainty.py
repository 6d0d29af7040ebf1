"""The certainty slot: whether a side leaves open what it says, by its words or by its voice's commitment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.normalise import Token
from accordingto.compare.sides import Side
from accordingto.model import Factuality, Slot, Span, spans_of

_OPEN = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.POSSIBLE_NOT, Factuality.PROBABLE_NOT)
_ABLE = re.compile(r"could (?:not|hardly|never|only|no longer|see|hear|be (?:seen|heard))\b|may (?:not|only)\b", re.I)
"""What nobody could do, or may not, is not left open."""
_JOINS = ("and", "that")

COVERED = 0.75
"""Share of the content words of the clause that is left open, and of that against it, from which only the hedge is missing."""

IN_ORDER = 0.6
"""Share of all words of the two that must be equal and in order, small ones too."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that leave open what a clause says."""

    span: Span
    clause: tuple[Token, ...]
    """The tokens of the clause, without it."""


def certainty_findings(a: Side, b: Side) -> list[Finding]:
    """One side leaves it open and the other does not; where they are else alike, that says it more exactly."""
    mine, other = _on_both(a, b), _on_both(b, a)
    if (mine is None) == (other is None):
        return []
    hedge, open_side, plain = (mine, a, b) if mine else (other, b, a)
    assert hedge is not None
    weight = Weight.FINER if _alike(hedge, open_side, plain) else Weight.OTHERWISE
    ours, theirs = ((mine.span,) if mine else a.said.parts), ((other.span,) if other else b.said.parts)
    return [finding(Slot.CERTAINTY, weight, (a.said, ours), (b.said, theirs))]


def _on_both(one: Side, other: Side) -> Hedge | None:
    """The first hedge of a side in a clause that shares words with the other side."""
    return next((hedge for hedge in hedges(one) if _shared(hedge.clause, one, other)), None)


def hedges(side: Side) -> list[Hedge]:
    """The words of a side that leave something open, in order; its cue where its voice does so."""
    return side.once(_hedges)


def _hedges(side: Side) -> list[Hedge]:
    said = side.said
    found = [
        Hedge(Span(match.start(), match.end()), clause_around(side, Span(match.start(), match.end()), part))
        for part in said.parts
        for match in side.frame.words.hedges.finditer(said.text, part.start, part.end)
        if (match[0] != "May" or match.start() == part.start) and not _ABLE.match(said.text, match.start())
    ]
    if not found and said.statement.voices and said.statement.factuality in _OPEN:
        cue = spans_of(said.statement.innermost.cue)
        return [Hedge(cue[0], said.tokens)] if cue else []
    return found


def clause_around(side: Side, span: Span, part: Span) -> tuple[Token, ...]:
    """The tokens of the clause around some words, without them: up to a mark or a word that breaks clauses, on either side."""
    before: list[Token] = []
    after: list[Token] = []
    for token in (t for t in side.said.tokens if part.start <= t.start < part.end):
        gap = side.text[max(part.start, token.start - 3) : token.start]
        breaks = token.word in side.frame.words.clause_breaks or token.word in _JOINS or re.search("[,;:–—.]| -", gap)
        if breaks and token.start <= span.start:
            before = []
        elif breaks and after:
            break
        if not span.start <= token.start < span.end:
            (before if token.start < span.start else after).append(token)
    return (*before, *after)


def _content(tokens: Sequence[Token], side: Side) -> list[Token]:
    function = side.frame.words.function_words
    return [token for token in tokens if token.word not in function]


def _shared(tokens: Sequence[Token], one: Side, other: Side) -> list[Token]:
    """The words of content among some that the other side has, or that stand for one of its words."""
    rows = kin_of(one.frame.words)
    return [
        token
        for token in _content(tokens, one)
        if token.stem in other.stems or (not token.capital and rows.get(token.stem, frozenset()) & other.kin)
    ]


def _alike(hedge: Hedge, one: Side, other: Side) -> bool:
    """Whether the clause that is left open and the one of the other side that shares most with it have nearly all words in common."""
    clause = _content(hedge.clause, one)
    shared = [token for token in clause if token.stem in other.stems]
    if not shared or len(shared) < COVERED * len(clause):
        return False
    stems = {token.stem for token in shared}
    first = next(token for token in other.said.tokens if token.stem in stems)
    part = next(part for part in other.said.parts if part.start <= first.start < part.end)
    plain = (first, *clause_around(other, Span(first.start, first.end), part))
    theirs = [token.stem for token in _content(plain, other)]
    if sum(stem in one.stems for stem in theirs) < COVERED * len(theirs):
        return False
    told = [token.stem for token in sorted(plain, key=lambda token: token.start)]
    matcher = SequenceMatcher(None, [token.stem for token in hedge.clause], told, autojunk=False)
    return matcher.ratio() >= IN_ORDER
