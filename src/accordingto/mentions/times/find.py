"""Finding time expressions: rules are tried where one can begin, neighbours are joined, times of day are given their day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from accordingto.mentions.times import clock, dates, durations, feasts, references, relative
from accordingto.mentions.times.calendar import interval
from accordingto.mentions.times.direction import direction
from accordingto.mentions.times.grammar import Grammar, Here, Matched, Piece, compiled
from accordingto.mentions.times.joining import joined, settled, widened
from accordingto.mentions.times.names import named
from accordingto.mentions.times.words import Alphabet, Words, words_of
from accordingto.model import Span, TimeKind
from accordingto.resources.times import TimeWords

ANCHORS = range(1600, 2300)
"""Years that a report can be published in; away from the calendar's ends nothing that is counted from them leaves it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression in a text, resolved.

    ``start`` and ``end`` are ISO days, inclusive, ``None`` where open or not on the calendar. ``anchor`` is ``published``,
    ``entry``, ``dateline``, ``saying``, ``expression`` (then ``of`` is the index of the expression among those found) or ``None``.
    """

    span: Span
    kind: TimeKind
    value: str
    mod: str | None
    start: str | None
    end: str | None
    anchor: str | None
    of: int | None
    by: str


@lru_cache(maxsize=2)
def grammar_of(lexicon: TimeWords) -> Grammar:
    """The rules compiled for a lexicon."""
    rules = (*dates.RULES, *feasts.RULES, *clock.RULES, *relative.RULES, *references.RULES, *durations.RULES)
    return compiled(rules, Alphabet.of(lexicon))


def find_times(
    text: str, lexicon: TimeWords, *, published: str | None = None, anchor: str = "published"
) -> tuple[Found, ...]:
    """Find and resolve the time expressions of a plain text.

    Args:
        text: any text; offsets of what is found are code points of it. A blank line ends every expression.
        lexicon: the word lists.
        published: the ISO day (or time) that relative expressions are resolved against. Without a full day they get the least
            committed value ("XXXX-WXX-2") and no interval. Days are local to the place of publication: a missing offset changes
            no value; `instants` widens by what the zones of the earth differ.
        anchor: what that day is: ``published``, or ``entry`` of a live blog, ``dateline``, ``saying``.

    Returns:
        The expressions in text order; they never overlap.
    """
    grammar = grammar_of(lexicon)
    words = words_of(text, lexicon, grammar.alphabet)
    return tuple(_found(words, piece) for piece in pieces_of(words, grammar, lexicon, _day(published), anchor))


def pieces_of(words: Words, grammar: Grammar, lexicon: TimeWords, day: date | None, anchor: str) -> list[Piece]:
    """The resolved pieces of classed words."""
    found: list[Piece] = []

    def look(first: int, last: int) -> int:
        return direction(words, first, last, lexicon)

    here = Here(words, day, anchor, found, lexicon.beside, look)
    at = 0
    while match := grammar.anywhere.search(words.classes, at):
        pieces = _first_sense(words, grammar, match.start(), here)
        if not pieces or named(words, pieces[0], lexicon):
            at = match.start() + 1
            continue
        while found and found[-1].last > pieces[0].first:
            found.pop()
        for piece in pieces:
            found.append(widened(words, piece, here, grammar.alphabet))
            joined(words, found, grammar.alphabet)
        at = max(found[-1].last, match.start() + 1)
    return settled(words, found, here)


def _first_sense(words: Words, grammar: Grammar, first: int, here: Here) -> list[Piece]:
    for rule, match in grammar.at(words, first):
        sense = rule.build(Matched(words, match), here)
        if isinstance(sense, list) and sense:
            return sense
        if sense is not None and not isinstance(sense, list):
            return [Piece(first, match.end(), sense, rule.name)]
    return []


def _found(words: Words, piece: Piece) -> Found:
    sense = piece.sense
    covered = interval(sense.value)
    start, end = (sense.start, sense.end) if sense.start or sense.end else covered or (None, None)
    return Found(
        span=words.span(piece.first, piece.last),
        kind=sense.kind,
        value=sense.value,
        mod=sense.mod,
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        anchor=sense.anchor,
        of=sense.of if sense.anchor == "expression" else None,
        by=f"times:{piece.rule}",
    )


def _day(published: str | None) -> date | None:
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day and day.year in ANCHORS else None
