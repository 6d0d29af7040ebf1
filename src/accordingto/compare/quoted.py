"""Quoted: the words that a report sets in quotation marks against what the named source sets in them.

A quotation may be cut short at either end, and where brackets or dots say so: that is how desks quote. Words put for others, put in, or
left out in the middle make it another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from accordingto.compare.edits import Stretch, alignment
from accordingto.compare.normalise import Token, tokens_of
from accordingto.language.quotation import quotations
from accordingto.language.sentences import sentences
from accordingto.model import Report, Span, Spans

LEAST_EQUAL = 3
"""Equal words from which two quoted sentences may be one."""

EQUAL_SHARE = 0.5
"""And the share of the shorter sentence that they must be."""

_EDITORIAL = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|…|\.\.\.")
"""Words of the outlet inside a quotation, and what marks that something was left out."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence, or a part of one, between quotation marks, without what the outlet put into it."""

    span: Span
    tokens: tuple[Token, ...]
    gaps: tuple[int, ...]
    """Where something is marked as the outlet's, as offsets."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A quoted sentence of the source and what a report made of it."""

    source: Quoted
    report: Quoted


def quoted(report: Report, within: Spans | None = None) -> list[Quoted]:
    """The quoted sentences of a report, or those that touch some spans of it."""
    found = []
    for quotation in quotations(report.text):
        words = report.text[quotation.start : quotation.end]
        for sentence in sentences(words):
            span = Span(quotation.start + sentence.start, quotation.start + sentence.end)
            if within is None or any(span.overlaps(part) for part in within):
                found.append(_quoted(report.text, span))
    return [one for one in found if one.tokens]


def _quoted(text: str, span: Span) -> Quoted:
    marks = [Span(m.start(), m.end()) for m in _EDITORIAL.finditer(text, span.start, span.end)]
    tokens = tuple(t for t in tokens_of(text, (span,)) if not any(m.start <= t.start < m.end for m in marks))
    bare = Span(tokens[0].start, tokens[-1].end) if tokens else span
    return Quoted(bare, tokens, tuple(mark.start for mark in marks))


def altered(ours: Sequence[Quoted], theirs: Sequence[Quoted]) -> Altered | None:
    """The first quoted sentence of a report that its source has in other words; ``None`` where all are as they were said."""
    for one in ours:
        near = [(len(_equal(other, one)), -n, other) for n, other in enumerate(theirs) if _is_one(other, one)]
        if near and all(_changed(other, one) for _, _, other in near):
            return Altered(max(near, key=lambda item: item[:2])[2], one)
    return None


def reworded(ours: Sequence[Quoted], theirs: Callable[[Quoted], Sequence[Quoted]]) -> Altered | None:
    """The first quoted sentence that is known to be of one utterance with some of the source's, in other words than any of them.

    Args:
        ours: The sentences of a report.
        theirs: Gives those of its source that are of one utterance with one of them.
    """
    for one in ours:
        near = [(len(_equal(other, one)), -n, other) for n, other in enumerate(theirs(one))]
        if near and all(_changed(other, one) for _, _, other in near):
            return Altered(max(near, key=lambda item: item[:2])[2], one)
    return None


def _words(one: Quoted) -> list[str]:
    return [token.word for token in one.tokens]


def _equal(a: Quoted, b: Quoted) -> list[int]:
    equal, _ = alignment(_words(a), _words(b))
    return [i for start, end, _, _ in equal for i in range(start, end)]


def _is_one(a: Quoted, b: Quoted) -> bool:
    """Whether two quoted sentences are of one utterance, changed or not."""
    same = len(_equal(a, b))
    return same >= LEAST_EQUAL and same >= EQUAL_SHARE * min(len(a.tokens), len(b.tokens))


def _changed(a: Quoted, b: Quoted) -> bool:
    """Whether words of ``b`` are not those of ``a``, apart from cuts at the ends and marked ones."""
    equal, changed = alignment(_words(a), _words(b))
    return any(_counts(stretch, b, equal) for stretch in changed)


def _counts(stretch: Stretch, b: Quoted, equal: Sequence[Stretch]) -> bool:
    i, j, k, m = stretch
    if k < m:
        return True
    inside = equal[0][0] < i and j < equal[-1][1]
    return inside and not any(_between(b, k, gap) for gap in b.gaps)


def _between(one: Quoted, at: int, offset: int) -> bool:
    """Whether an offset lies between the tokens before and after a place."""
    before = one.tokens[at - 1].end if at else one.span.start
    after = one.tokens[at].start if at < len(one.tokens) else one.span.end
    return before <= offset <= after
