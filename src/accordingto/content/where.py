"""Where what is counted is: the nearest phrase of place that the same statement says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.content.counted import Counted
from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.model import Part, Span, Statement
from accordingto.resources.counting import CountingWords

FURTHEST = 14
"""Words behind a count in which its place is sought."""
_IN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "X")
_JOINING = frozenset("-‑’'")


@dataclass(frozen=True, slots=True)
class Where:
    """A report with its names of places, which the places of counts are read from."""

    scene: Scene
    words: CountingWords
    names: frozenset[str]
    """Last words of names that the report uses as places."""

    def places(self, quantity: Span, found: Counted, statement: Statement) -> tuple[Part, ...]:
        """Where the counted things are: the first phrase of place behind them, else one that opens the sentence."""
        if found.what and found.unit == "%" and self.is_named(found.what):
            return (part_for(found.what, self.scene),)
        sentence = self._claimed(quantity, statement)
        stretches = (self._first(part) for part in self._stretches(quantity, found.what, sentence))
        return next((parts for parts in stretches if parts), ())

    def _claimed(self, quantity: Span, statement: Statement) -> Span:
        """What of the sentence the statement claims: the rest may speak of where somebody spoke."""
        sentence = self.scene.sentence_of(quantity)
        content = (self.scene.running(part) for part in statement.content)
        holding = next((part for part in content if part and part.contains(quantity)), sentence)
        return Span(max(sentence.start, holding.start), min(sentence.end, holding.end))

    def _stretches(self, quantity: Span, what: Span | None, sentence: Span) -> Iterator[range]:
        """The words in which a place is sought, the likeliest first."""
        syntax = self.scene.syntax
        if what:
            yield syntax.inside(what)
        if what and what.end < quantity.start:
            yield syntax.inside(Span(what.end, quantity.start))
        begin = max(quantity.end, what.end if what else 0)
        if begin < sentence.end:
            behind = syntax.inside(Span(begin, sentence.end))
            yield behind[: self._clause_end(behind)]
        if sentence.start < quantity.start:
            opening = syntax.inside(Span(sentence.start, quantity.start))
            if opening and syntax.lower(opening.start) in self.words.locating:
                yield opening

    def _clause_end(self, behind: range) -> int:
        """How many words behind a count still speak of it."""
        syntax = self.scene.syntax
        for number, word in enumerate(behind[:FURTHEST]):
            joins = syntax.pos[word] == "CCONJ" and word + 1 < behind.stop and syntax.pos[word + 1] == "PROPN"
            ends = syntax.pos[word] in ("SCONJ", "CCONJ") or syntax.lower(word) in ("which", "that", "who")
            if (ends and not joins) or syntax.word(word) in ';:“”"':
                return number
        return FURTHEST

    def _first(self, among: range) -> tuple[Part, ...]:
        """The first noun phrase behind a preposition of place that is one, with those that are joined to it."""
        syntax = self.scene.syntax
        for word in among:
            if syntax.lower(word) == "there" and syntax.relations[word] != "expl":
                return (part_for(Span(syntax.starts[word], syntax.ends[word]), self.scene),)
            if syntax.lower(word) not in self.words.locating:
                continue
            relative = word + 1 < among.stop and syntax.lower(word + 1) == "of"
            found = self._phrase(word + 1 + relative, among.stop)
            if found and self.is_place(found):
                first = Span(syntax.starts[word], found.end) if relative else found
                return tuple(part_for(span, self.scene) for span in (first, *self._joined(found, among.stop)))
        return ()

    def _joined(self, place: Span, stop: int) -> Iterator[Span]:
        """The places that a list goes on with: "in Dorva, Manshar and Selmar"."""
        syntax = self.scene.syntax
        word = syntax.inside(place).stop
        while word + 1 < stop and syntax.lower(word) in ("and", ",", "or"):
            found = self._phrase(word + 2 if syntax.lower(word + 1) in ("and", "or") else word + 1, stop)
            if found is None or not self.is_place(found):
                return
            yield found
            word = syntax.inside(found).stop

    def _phrase(self, first: int, stop: int) -> Span | None:
        """The plain noun phrase that begins at a word, its articles included."""
        syntax, word = self.scene.syntax, first
        while word < stop and (syntax.pos[word] in _IN_PHRASE or syntax.word(word) in _JOINING):
            word += 1
        while word > first and syntax.pos[word - 1] not in ("NOUN", "PROPN"):
            word -= 1
        return Span(syntax.starts[first], syntax.ends[word - 1]) if word > first else None

    def is_place(self, phrase: Span) -> bool:
        """Whether a phrase names a place or ends in a noun of places."""
        last = self.scene.syntax.inside(phrase).stop - 1
        return self.scene.syntax.lower(last) in self.words.places or self.is_named(phrase)

    def is_named(self, phrase: Span) -> bool:
        """Whether a phrase names a place."""
        syntax, archived = self.scene.syntax, self.scene.archived([phrase])
        if any(place.span.overlaps(part) and not place.demonym for place in self.scene.places for part in archived):
            return True
        return syntax.word(syntax.inside(phrase).stop - 1) in self.names
