"""What the indexes of words are given for statements and reports, made from their rows alone.

A document has words (fields of names that a phrase does not run across) and *labels*: words that no text can hold, since each begins
with a sign, and that stand for what a search is narrowed by. So words and filters are one expression for the database to
intersect, and a filter costs little however common what it is combined with.

=====  ==============================================================================
sign   what the word after it tells
=====  ==============================================================================
``¤``  a fact as one word: ``¤act·deny``, ``¤y2017``, ``¤m201712``, ``¤d20171228``
``§``  a word of the name of a voice, or ``§·id`` for its actor of the registry
``†``  the same of whoever takes part or is named in the content
``‡``  the same of a place, with what it lies in
``¶``  a word of the outlet's name
=====  ==============================================================================
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from accordingto.language.terms import LONGEST, words
from accordingto.store.packing import digest

VERSION = 1
"""Raised when documents come out differently, so that they are made anew."""
FACT, SOURCE, ACTOR, PLACE, OUTLET = "¤", "§", "†", "‡", "¶"
EVERY = f"{FACT}all"
"""What every document has: a search for what lacks a word starts from it."""
GAP = "·"
"""Stands between names, so that no phrase runs from one into the next."""
MOST_BYTES = 600_000
"""Of the words of one document: PostgreSQL takes no more than 1 MB with their places. Words behind that are not found."""
MOST_NAMES, MOST_WORDS = 500, 30
"""Names of one kind in a document, and words of a name, for the same reason; a news report comes nowhere near."""
Names = Iterable[str | None]


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed of one row; every field is a list of names, and a name a list of words."""

    key: int
    main: list[list[str]]
    """The content of a statement; title and text of a report have a field each: ``second`` is the text."""
    second: list[list[str]]
    """The names of a statement's voices."""
    labels: list[list[str]] = field(default_factory=list)


def statement_document(key: int, row: Any, about: Labels) -> Document:
    """The document of a statement.

    Args:
        key: of the row.
        row: its ``content``, ``act``, ``factuality``.
        about: its names and the facts of its report.
    """
    facts = [fact("act", row.act), fact("commitment", row.factuality)]
    return Document(key, [capped(words(row.content))], _named("", about.voices), [[EVERY, *facts], *about.all()])


def report_document(key: int, title: str | None, text: str, about: Labels) -> Document:
    """The document of a report."""
    return Document(key, [words(title or "")], [capped(words(text))], [[EVERY], *about.all()])


@dataclass(slots=True)
class Labels:
    """What a document may be narrowed by."""

    outlet: str | None = None
    published: str | None = None
    """ISO 8601 as far as known."""
    cases: Names = ()
    voices: list[str] = field(default_factory=list)
    voice_ids: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    actor_ids: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    place_ids: list[str] = field(default_factory=list)

    def all(self) -> list[list[str]]:
        """As names of labels."""
        facts = [*days(self.published), *(fact("case", case) for case in self.cases if case)]
        return [
            facts,
            *_named(OUTLET, [self.outlet]),
            *_named(SOURCE, self.voices),
            [ident(SOURCE, name) for name in dict.fromkeys(self.voice_ids)],
            *_named(ACTOR, self.actors),
            [ident(ACTOR, name) for name in dict.fromkeys(self.actor_ids)],
            *_named(PLACE, self.places),
            [ident(PLACE, name) for name in dict.fromkeys(self.place_ids)],
        ]


def _named(sign: str, names: Names) -> list[list[str]]:
    """Each name once, as its words."""
    found = dict.fromkeys(tuple(words(name)[:MOST_WORDS]) for name in names if name)
    return [[sign + word for word in name] for name in found if name][:MOST_NAMES]


def fact(name: str, value: str) -> str:
    """A fact as one word."""
    return f"{FACT}{name}{GAP}{plain(value)}"


def ident(sign: str, name: str) -> str:
    """An id as one word."""
    return f"{sign}{GAP}{plain(name)}"


def plain(value: str) -> str:
    """A value as letters that no database cuts apart: other ASCII than letters and digits by its number, what is long by its hash."""
    lowered = value.casefold()
    if len(lowered) > LONGEST:
        return digest(lowered)
    if lowered.isalnum():
        return lowered
    return "".join(c if c.isalnum() else f"{GAP}{ord(c):x}" for c in lowered)


def days(published: str | None) -> list[str]:
    """A day as labels of its year, month and day; where only the year or month is known, also a label that says so."""
    if not published:
        return []
    year, month, day = published[:4], published[:7].replace("-", ""), published[:10].replace("-", "")
    if len(published) >= 10:
        return [f"{FACT}y{year}", f"{FACT}m{month}", f"{FACT}d{day}"]
    if len(published) >= 7:
        return [f"{FACT}y{year}", f"{FACT}m{month}", f"{FACT}u{month}"]
    return [f"{FACT}y{year}", f"{FACT}v{year}"]


def capped(found: list[str]) -> list[str]:
    """The first words of a text, as many as an index takes."""
    size = 0
    for at, word in enumerate(found):
        size += len(word.encode("utf-8", "replace")) + 8
        if size > MOST_BYTES:
            return found[:at]
    return found


def joined(names: list[list[str]]) -> str:
    """Names as FTS5 is given them."""
    return f" {GAP} ".join(" ".join(name) for name in names if name)


MOST_PLACE = 16_383
"""The highest place that PostgreSQL knows: in longer texts words behind it are found, but not as phrases."""
MOST_PLACES = 255
_JUMP = 8


def tsvector(document: Document) -> str:
    """A document as PostgreSQL is given it: words with places and weights, a gap between names; labels first, where places count."""
    places: dict[str, list[str]] = {}
    at = 0
    for weight, names in (("", document.labels), ("A", document.main), ("B", document.second)):
        for name in names:
            at += _JUMP
            for word in name:
                at += 1
                held = places.setdefault(word, [])
                if len(held) < MOST_PLACES:
                    held.append(f"{min(at, MOST_PLACE)}{weight}")
    return " ".join(
        "'" + word.replace("\\", "\\\\").replace("'", "''") + "':" + ",".join(held) for word, held in places.items()
    )
