"""Titles and appositions of persons as mentions of their own: "the Foreign Secretary, Anna Koldewey", "Koldewey, the spokeswoman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accordingto.language.syntax import Syntax
from accordingto.mentions.context import Context
from accordingto.mentions.spots import Spot
from accordingto.mentions.things import Thing
from accordingto.model import MentionKind, Span

_LEFT = ("det", "amod", "compound", "nmod", "poss", "nummod")
_BESIDE = re.compile(r"[\s\u00a0]*,?[\s\u00a0]*\Z")


def titles(context: Context, things: Sequence[Thing], spots: Sequence[Spot]) -> list[Spot]:
    """Add to each person the titles that the syntax hangs on the name; gives the new spots."""
    if context.syntax is None:
        return []
    taken = {spot.span for spot in spots}
    found = []
    for thing in things:
        for spot in thing.spots if thing.kind is MentionKind.PERSON else ():
            for span in _beside(spot.span, context.syntax, context):
                if span not in taken:
                    taken.add(span)
                    found.append(Spot(span, MentionKind.OFFICE, span.of(context.text), "title", score=spot.score))
                    thing.add(found[-1])
    return found


def _beside(name: Span, syntax: Syntax, context: Context) -> Iterator[Span]:
    words = syntax.inside(name)
    tops = [word for word in words if syntax.heads[word] not in words or syntax.heads[word] == word]
    if len(tops) != 1:
        return
    top = tops[0]
    before = [word for word in syntax.children(top, "compound") if word < words[0]]
    if before and _titled(range(before[0], words[0]), syntax, context):
        yield _tidy(Span(syntax.starts[before[0]], syntax.ends[words[0] - 1]), syntax.text)
    for word in syntax.children(top, "appos"):
        if word > words[-1]:
            yield from _phrase(word, syntax, context, after=name)
    if syntax.relations[top] == "appos" and syntax.heads[top] < words[0]:
        yield from _phrase(syntax.heads[top], syntax, context, before=name)


def _phrase(
    noun: int, syntax: Syntax, context: Context, *, after: Span | None = None, before: Span | None = None
) -> Iterator[Span]:
    """The noun phrase of a title with what stands left of its noun and "of" and "for" right of it."""
    left = [word for word in syntax.children(noun, *_LEFT) if word < noun]
    limit = before.start if before else len(syntax.text)
    right = [
        w for p in syntax.children(noun, "prep") for w in syntax.subtree(p) if p > noun and syntax.ends[w] <= limit
    ]
    span = syntax.span([*left, noun, *right])
    if _titled([noun], syntax, context) and (after is None or span.start >= after.end):
        yield _tidy(span, syntax.text)


def _titled(words: Sequence[int], syntax: Syntax, context: Context) -> bool:
    return any(syntax.lower(word) in context.lexicons.roles["titles"] for word in words)


def _tidy(span: Span, text: str) -> Span:
    words = _BESIDE.sub("", span.of(text))
    return Span(span.start, span.start + max(1, len(words)))
