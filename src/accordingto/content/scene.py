"""The scene of a report: its running text with everything found in it so far, which the extractors of content read.

Extractors work on offsets of the running text (``flow.text``), so that sentences and syntax fit; `Scene.archived` maps what they
find back to the archived text, which all records point into.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.language.flow import Flow
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

    def __post_init__(self) -> None:
        found = ((s, tuple(r for r in map(self.flow.running, s.content) if r)) for s in self.statements)
        object.__setattr__(self, "held", tuple(Held(s, content) for s, content in found if content))
        named = {self.flow.running(place.span) for place in self.places if not place.demonym}
        object.__setattr__(self, "toponyms", tuple(sorted(span for span in named if span)))
        object.__setattr__(self, "_starts", tuple(sentence.start for sentence in self.sentences))

    def statement_at(self, span: Span) -> Statement | None:
        """The statement whose content holds a span of the running text; of several, the one with the shortest content."""
        holding = [h for h in self.held if any(part.contains(span) for part in h.content)]
        return min(holding, key=lambda h: sum(map(len, h.content))).statement if holding else None

    def statement_near(self, span: Span) -> Statement | None:
        """The statement that holds a span; where none does, the nearest one of its sentence.

        Contents end early now and then; what the rest of a sentence claims is still claimed by its last speaker.
        """
        sentence = self.sentence_of(span)
        beside = [(part, h) for h in self.held for part in h.content if part.overlaps(sentence)]
        nearest = min(beside, key=lambda pair: (_apart(pair[0], span), pair[0].start > span.start), default=None)
        return self.statement_at(span) or (nearest[1].statement if nearest else None)

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
