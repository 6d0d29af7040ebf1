"""What the words for somebody hold: names, nouns of a party, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.compare.naming import Naming
from accordingto.compare.normalise import Token
from accordingto.compare.sides import Side
from accordingto.model import MentionKind, Span


def called(side: Side, naming: Naming) -> frozenset[str]:
    """Stems of the names in it: capitals that are no place, day or opening word."""
    tokens = within(side, naming.span.start, naming.span.end)
    return frozenset(t.stem for i, t in enumerate(tokens) if t.capital and not _elsewise(side, t, i))


def nations(side: Side, naming: Naming) -> frozenset[str]:
    """Stems of the adjectives and peoples of states in it."""
    spans = [place.span for place in side.said.account.places if place.demonym]
    tokens = within(side, naming.span.start, naming.span.end)
    return frozenset(t.stem for t in tokens if _overlaps(Span(t.start, t.end), spans))


def registered(side: Side, naming: Naming) -> frozenset[str]:
    """Ids of the actors of the registry that it names; not of those that only hang on a name: "coalition-backed"."""
    account, text = side.said.account, side.text
    actors = {
        entity.id: entity.actor for entity in account.entities if entity.actor and entity.kind is not MentionKind.PLACE
    }
    named = (m for m in account.mentions if m.entity in actors and m.span.overlaps(naming.span))
    found = (actors[m.entity] for m in named if m.entity and text[m.span.end : m.span.end + 1] != "-")
    return frozenset(actor for actor in found if actor)


def within(side: Side, start: int, end: int) -> list[Token]:
    """The words of a side between two offsets."""
    return [token for token in side.said.tokens if start <= token.start and token.end <= end]


def somebody(side: Side, naming: Naming) -> bool:
    """Whether it names somebody: by a name, or a noun of a party."""
    parties = side.frame.words.compared.parties
    tokens = within(side, naming.span.start, naming.span.end)
    return any(
        token.word in parties or (token.capital and not _elsewise(side, token, i)) for i, token in enumerate(tokens)
    )


def proper(side: Side, naming: Naming) -> bool:
    """Whether it holds a name of its own, and not only nouns of a party."""
    tokens = within(side, naming.span.start, naming.span.end)
    parties = side.frame.words.compared.parties
    opening = {part.start for part in side.said.parts} | {side.said.sentence.start}
    return any(t.capital and t.start not in opening and not (t.word in parties and len(tokens) == 1) for t in tokens)


def _elsewise(side: Side, token: Token, place: int) -> bool:
    """Whether a capital is that of a place, a day or the first word of the sentence."""
    span = Span(token.start, token.end)
    first = place == 0 and any(part.start <= token.start <= part.start + 1 for part in side.said.parts)
    opens = first and (_common(side, token.word) or not (_known(side, span) or _inside(side, span.of(side.text))))
    return opens or _overlaps(span, _places(side)) or _overlaps(span, (when.span for when in side.times))


def _inside(side: Side, word: str) -> bool:
    """Whether the report writes a word with a capital inside a sentence."""
    return re.search(rf"[a-z,] {re.escape(word)}\b", side.text) is not None


def _common(side: Side, word: str) -> bool:
    """Whether the report writes a word in small letters as well: "the charity"."""
    return re.search(rf"\b{re.escape(word)}\b", side.text) is not None


def _known(side: Side, span: Span) -> bool:
    return any(m.span.overlaps(span) and m.kind is not MentionKind.PLACE for m in side.said.account.mentions)


def _places(side: Side) -> list[Span]:
    return [place.span for place in side.said.account.places if not place.demonym]


def _overlaps(span: Span, spans: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in spans)
