"""One side of a comparison: a statement with all that its slots are compared by, each read once and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from accordingto.compare.kindred import rows_of
from accordingto.compare.normalise import Canon, Token
from accordingto.compare.numbers import Quantity, ordinals_in, quantities
from accordingto.compare.polarity import Seen, negators_among, seen
from accordingto.compare.said import Said
from accordingto.compare.timing import When, times_in
from accordingto.model import Place, Span, Spans

if TYPE_CHECKING:
    from accordingto.compare.finding import Finding
    from accordingto.compare.wording import Wording
    from accordingto.resources.comparison import Comparison


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Frame:
    """What every comparison of a handful of reports shares."""

    canon: Canon
    words: Comparison
    abbreviations: Mapping[str, frozenset[str]]
    places: Mapping[str, Place] = field(default_factory=dict)
    """Narrow places that any of the reports names, by their toponyms."""
    found: dict[tuple[str, Spans, str, Spans, bool], list[Finding]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What two statements differ in, by their ids and parts: several stations ask for the same pair, some for a clause of one, and
    of some it is known that they are about one thing."""
    _sides: dict[str, Side] = field(default_factory=dict, compare=False, repr=False)

    def side(self, said: Said) -> Side:
        """A statement as a side, the same for every comparison: what its slots hold is read once."""
        found = self._sides.get(said.id)
        if found is None or found.said is not said:
            found = self._sides[said.id] = Side(said, self)
        return found


@dataclass(frozen=True, eq=False)
class Side:
    """A statement and what is read from its proposition."""

    said: Said
    frame: Frame

    @property
    def text(self) -> str:
        """The whole archived text."""
        return self.said.text

    @cached_property
    def content(self) -> tuple[Token, ...]:
        """The tokens with content of their own; numbers in figures are compared as numbers."""
        function = self.frame.words.function_words
        return tuple(t for t in self.said.tokens if t.word not in function and not t.word[0].isdigit())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all tokens."""
        return frozenset(token.stem for token in self.said.tokens)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in lower case."""
        return frozenset(token.word for token in self.said.tokens)

    @cached_property
    def seen(self) -> Sequence[Seen]:
        """Its content words, each with the negators in force where it stands."""
        return seen(self.said, self.frame.canon, self.frame.words)

    @cached_property
    def made(self) -> dict[Callable[[Side], Any], Any]:
        """What `once` has made."""
        return {}

    def once(self, make: Callable[[Side], T]) -> T:
        """What a slot reads from this side, made when it is first asked for."""
        if make not in self.made:
            self.made[make] = make(self)
        found: T = self.made[make]
        return found

    @cached_property
    def laid(self) -> dict[Side, Wording]:
        """Its words beside those of other sides, as far as that was asked for (`accordingto.compare.wording`)."""
        return {}

    @cached_property
    def stated(self) -> dict[re.Pattern[str], Span | None]:
        """Where patterns that were sought stand first; ``None`` for those that stand nowhere."""
        return {}

    def first(self, pattern: re.Pattern[str]) -> Span | None:
        """Where a pattern stands first in the proposition, sought once."""
        if pattern not in self.stated:
            found = (match for part in self.said.parts if (match := pattern.search(self.text, part.start, part.end)))
            self.stated[pattern] = next((Span(match.start(), match.end()) for match in found), None)
        return self.stated[pattern]

    @cached_property
    def kin(self) -> frozenset[int]:
        """The rows of kindred words that its words stand in."""
        return rows_of(self.stems, self.frame.words)

    def tells(self, token: Token) -> bool:
        """Whether it has a word of another side, or one that can stand for it."""
        return token.stem in self.stems or bool(rows_of((token.stem,), self.frame.words) & self.kin)

    @cached_property
    def negated(self) -> bool:
        """Whether any word of the proposition negates."""
        return bool(negators_among(self.said.tokens, self.text, self.frame.words))

    @cached_property
    def times(self) -> tuple[When, ...]:
        """The dates and times of the proposition."""
        return tuple(times_in(self.said, self.frame.words))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of the proposition that are not part of a date."""
        found = quantities(self.said, self.frame.canon, self.frame.words)
        return tuple(q for q in found if not any(_inside(q, time) for time in self.times))

    @cached_property
    def ordinals(self) -> frozenset[int]:
        """Places in an order: "third", "21st"."""
        return ordinals_in(self.said.tokens, self.text, self.frame.words)


def _inside(quantity: Quantity, time: When) -> bool:
    return time.span.start <= quantity.span.start and quantity.span.end <= time.span.end
