"""The scene of a report: its running text with everything found in it so far, which the extractors of content read.

Extractors work on offsets of the running text (``flow.text``), so that sentences and syntax fit; `Scene.archived` maps what they
find back to the archived text, which all records point into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.language.flow import Flow
from accordingto.language.overlap import SpanIndex
from accordingto.language.sentences import sentence_at
from accordingto.language.syntax import Syntax
from accordingto.model import (
    Actor,
    Entity,
    Evidence,
    Mention,
    Place,
    Quantity,
    Report,
    Span,
    Spans,
    Stated,
    Statement,
    Time,
    spans_of,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A statement and where its content lies in the running text."""

    statement: Statement
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One report as the extractors of content see it.

    Spans of ``quantities`` and ``sentences`` are of the running text; the records (statements, mentions, places, times) point into
    the archived text, as everywhere.
    """

    report: Report
    flow: Flow
    syntax: Syntax
    sentences: tuple[Span, ...]
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    """Of the registry, those that the entities are."""
    held: tuple[Held, ...] = field(init=False)
    toponyms: tuple[Span, ...] = field(init=False)
    """Where places are named in the running text, without demonyms, in order."""
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _parts: tuple[tuple[Span, Held], ...] = field(init=False, repr=False)
    _entities: dict[str, Entity] = field(init=False, repr=False)
    _by_layer: dict[str, SpanIndex] = field(init=False, repr=False)
    """Contents and times by their spans of the running text, mentions and places by those of the archived text."""

    def __post_init__(self) -> None:
        found = ((s, tuple(r for r in map(self.flow.running, s.content) if r)) for s in self.statements)
        held = tuple(Held(s, content) for s, content in found if content)
        parts = tuple((part, h) for h in held for part in h.content)
        named = {self.flow.running(place.span) for place in self.places if not place.demonym}
        indices = {
            "contents": SpanIndex(part for part, _ in parts),
            "times": SpanIndex(map(self.when, self.times)),
            "mentions": SpanIndex(mention.span for mention in self.mentions),
            "places": SpanIndex(place.span for place in self.places),
        }
        made = {
            "held": held,
            "toponyms": tuple(sorted(span for span in named if span)),
            "_starts": tuple(sentence.start for sentence in self.sentences),
            "_parts": parts,
            "_entities": {entity.id: entity for entity in self.entities},
            "_by_layer": indices,
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    def statement_at(self, span: Span) -> Statement | None:
        """The statement whose content holds a span of the running text; of several, the one with the shortest content."""
        holding = [h for part, h in self._contents(span) if part.contains(span)]
        return min(holding, key=lambda h: sum(map(len, h.content))).statement if holding else None

    def statement_near(self, span: Span) -> Statement | None:
        """The statement that holds a span; where none does, the nearest one of its sentence.

        Contents end early now and then; what the rest of a sentence claims is still claimed by its last speaker.
        """
        holding = self.statement_at(span)
        if holding is not None:
            return holding
        beside = self._contents(self.sentence_of(span))
        nearest = min(beside, key=lambda pair: (_apart(pair[0], span), pair[0].start > span.start), default=None)
        return nearest[1].statement if nearest else None

    def _contents(self, span: Span) -> list[tuple[Span, Held]]:
        return [self._parts[index] for index in self._by_layer["contents"].overlapping(span)]

    def when(self, time: Time) -> Span | None:
        """Where a time is told in the running text."""
        spans = spans_of(time.evidence)
        return self.flow.running(spans[0]) if spans else None

    def times_in(self, span: Span) -> list[Time]:
        """The times told in a stretch of the running text, in order."""
        return [self.times[index] for index in self._by_layer["times"].overlapping(span)]

    def mentions_at(self, span: Span) -> list[Mention]:
        """The mentions that overlap a span of the archived text."""
        return [self.mentions[index] for index in self._by_layer["mentions"].overlapping(span)]

    def places_at(self, span: Span) -> list[Place]:
        """The places that overlap a span of the archived text."""
        return [self.places[index] for index in self._by_layer["places"].overlapping(span)]

    def entity(self, ident: str | None) -> Entity | None:
        """The entity with an id."""
        return self._entities.get(ident) if ident else None

    def sentence_of(self, span: Span) -> Span:
        """The sentence that a span of the running text begins in."""
        return self.sentences[sentence_at(self._starts, span.start)]

    def archived(self, parts: Sequence[Span]) -> Spans:
        """Spans of the running text as spans of the archived text."""
        return tuple(span for part in parts for span in self.flow.archived(part.start, part.end))

    def stated(self, *parts: Span) -> Evidence:
        """Evidence from spans of the running text."""
        return Stated(self.archived(parts))

    def running(self, span: Span) -> Span | None:
        """A span of the archived text as one of the running text."""
        return self.flow.running(span)


def _apart(a: Span, b: Span) -> int:
    return max(0, a.start - b.end, b.start - a.end)
