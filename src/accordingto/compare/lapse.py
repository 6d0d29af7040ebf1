"""Whether what differs between two statements differs because time has passed, or because an outlet takes its word back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from accordingto.compare.accounts import before, outlet_of
from accordingto.compare.lineage import WITHDRAWN_WITHIN
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.compare.speakers import same_voice
from accordingto.mentions.quantities import quantities
from accordingto.model import Difference, Relation, RelationKind, Slot, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

CHANGEABLE = frozenset([Slot.NUMBER, Slot.CONTROL, Slot.POLARITY, Slot.TIME, Slot.PLACE])
"""What may be otherwise later. Who did a thing stays who did it."""

BESIDES = frozenset([Slot.CERTAINTY, Slot.QUOTE])
"""What may differ beside it and tells nothing of time."""

_INSTEAD = re.compile(
    r"\b(?:not|instead of|rather than)\s+(?:the\s+)?(?=([\w.,-]+(?:\s+(?:and\s+)?[\w-]+){0,3}))", re.IGNORECASE
)
"""What a correction names as what is not so: "not the 28,500", "instead of the 31"."""

BESIDE = 2
"""Sentences before and behind a statement in which its own voice may say that it was wrong before."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """Tells contradictions from updates and withdrawals, by what reports say and when they were published."""

    words: Comparison

    def kind(self, a: Said, b: Said, found: Relation, *, same_source: bool) -> RelationKind:
        """The kind of a relation, b being the later statement, once time is looked at.

        Args:
            a: The earlier statement.
            b: The later one.
            found: How they compare.
            same_source: Whether b's report, or the one that it has it from, is of a's outlet, or b's voice is a's.
        """
        if found.kind not in (RelationKind.CONTRADICTS, RelationKind.NARROWS) or not found.differences:
            return found.kind
        if a.report == b.report or before(a.account.report, b.account.report) is False:
            return found.kind
        if self._withdraws(a, b, found, same_source=same_source):
            return RelationKind.WITHDRAWS
        if _changeable(found) and self._later(a, b, found, same_source=same_source):
            return RelationKind.UPDATES
        return found.kind

    def _withdraws(self, a: Said, b: Said, found: Relation, *, same_source: bool) -> bool:
        """Whether b takes back what a said, and not only what somebody else did."""
        put_right = self._put_right(b, found)
        if put_right is not None:
            return put_right and (same_source or self.owns_up(b) or self._owns_up_beside(b))
        if not same_source or self._only_finer(found):
            return False
        if self.owns_up(b) or (self.gives_notice(b) and not self._of_another(a, b)):
            return True
        return _changeable(found) and not self._laps(a, b) and self._owns_up_beside(b)

    def gives_notice(self, one: Said) -> bool:
        """Whether a report begins by saying that it corrects or withdraws an earlier one."""
        headline = one.text.partition("\n")[0]
        return says(headline, self.words.owning) or bool(
            self.words.credits.withdrawing.search(one.text, 0, WITHDRAWN_WITHIN)
        )

    def owns_up(self, one: Said) -> bool:
        """Whether a sentence says that something was wrong."""
        return holds(one, self.words.correcting) or holds(one, self.words.owning)

    def _owns_up_beside(self, one: Said) -> bool:
        """Whether a sentence, or one beside it, says that there was a mistake."""
        return says(sentences_beside(one), self.words.owning)

    def _of_another(self, a: Said, b: Said) -> bool:
        """Whether a correction of some fact is none of these, for another voice says it: what is annulled is so for everybody."""
        if not self.words.credits.correcting.search(b.text, 0, WITHDRAWN_WITHIN):
            return False
        ours, theirs = a.statement.voices, b.statement.voices
        return bool(ours and theirs) and same_voice(ours[-1], theirs[-1]) is False

    def _only_finer(self, found: Relation) -> bool:
        """Whether b's number lies in a's bounds: "at least three", "four"."""
        if found.kind is not RelationKind.NARROWS:
            return False
        numbers = [
            (self._bounds(d.a_value), self._bounds(d.b_value)) for d in found.differences if d.slot is Slot.NUMBER
        ]
        return bool(numbers) and all(
            one and other and one[0] <= other[0] and other[1] <= one[1] for one, other in numbers
        )

    def _later(self, a: Said, b: Said, found: Relation, *, same_source: bool) -> bool:
        """Whether b speaks of a later state: it says so, or the same outlet gives another number on another day."""
        if any(difference.slot is Slot.CONTROL for difference in found.differences):
            return _day_after(a, b) and not self._still(b)
        if self._laps(a, b) and (self._changes(found) != {0} if same_source else self._goes_on(b, found)):
            return True
        numbers = {difference.slot for difference in found.differences} - BESIDES - {Slot.TIME} == {Slot.NUMBER}
        if found.kind is not RelationKind.CONTRADICTS or not numbers:
            return False
        if self._still(b) and (_day_after(a, b) or -1 in self._changes(found)):
            return True
        return same_house(a, b) and _day_after(a, b)

    def _laps(self, a: Said, b: Said) -> bool:
        """Whether b has a word of change that a has not."""
        return bool(phrases_in(b, self.words.lapsing) - phrases_in(a, self.words.lapsing))

    def _goes_on(self, b: Said, found: Relation) -> bool:
        """Whether what b says has changed can have changed from what another source said: a toll that rises was lower before."""
        slots = {difference.slot for difference in found.differences} - BESIDES
        if Slot.POLARITY in slots:
            return holds(b, self.words.handing)
        if Slot.NUMBER not in slots:
            return True
        changes = self._changes(found)
        return (1 in changes and holds(b, self.words.rising)) or (-1 in changes and holds(b, self.words.falling))

    def _changes(self, found: Relation) -> set[int]:
        return changes_in(found.differences, self.words)

    def _put_right(self, b: Said, found: Relation) -> bool | None:
        """Whether b names what a said as what is not so ("sixteen, not 18"); ``None`` where it names no number so."""
        sentence = b.sentence
        instead = {self._size(m[1]) for m in _INSTEAD.finditer(b.text, sentence.start, sentence.end)} - {None}
        if not instead:
            return None
        return any(self._size(d.a_value) in instead for d in found.differences if d.slot is Slot.NUMBER)

    def _size(self, words: str | None) -> float | None:
        """The first number in some words, whatever bounds it."""
        bounds = self._bounds(words)
        return None if bounds is None else bounds[0] if bounds[0] > -inf else bounds[1]

    def _bounds(self, words: str | None) -> tuple[float, float] | None:
        return _bounds_in(words, self.words)

    def _still(self, one: Said) -> bool:
        return holds(one, self.words.lasting)


def changes_in(differences: Iterable[Difference], words: Comparison) -> set[int]:
    """Whether the second numbers of differences are higher (1) or lower (-1) than the first, or only their bounds differ (0)."""
    changes = set()
    for difference in differences:
        one, other = _bounds_in(difference.a_value, words), _bounds_in(difference.b_value, words)
        if difference.slot is Slot.NUMBER and one and other:
            low, high = (x if abs(x) < inf else y for x, y in (one, other))
            changes.add((high > low) - (high < low))
    return changes


def _bounds_in(text: str | None, words: Comparison) -> tuple[float, float] | None:
    """The bounds of the first number in some words."""
    for one in quantities(text or "", words.quantities):
        return -inf if one.low is None else one.low, inf if one.high is None else one.high
    return None


def _changeable(found: Relation) -> bool:
    """Whether time may have made all that differs; who holds a place may be another, for it may have changed hands.

    When a thing was done is no state: of another day alone nothing has changed.
    """
    slots = {difference.slot for difference in found.differences} - BESIDES
    return bool(slots) and slots != {Slot.TIME} and (slots <= CHANGEABLE or Slot.CONTROL in slots)


def sentences_beside(one: Said) -> str:
    """The sentences of a statement and those just before and behind it, one a line; none where sentences are not known."""
    at = [i for i, sentence in enumerate(one.cut) if any(sentence.overlaps(part) for part in one.parts)]
    near = one.cut[max(0, at[0] - BESIDE) : at[-1] + BESIDE + 1] if at else ()
    return "\n".join(sentence.of(one.text) for sentence in near)


def holds(one: Said, phrases: frozenset[str]) -> bool:
    """Whether the sentence of a statement says one of some phrases."""
    return says(one.sentence.of(one.text), phrases)


def says(text: str, phrases: frozenset[str]) -> bool:
    """Whether a text holds one of some phrases, as whole words in any case."""
    found = _plain(text)
    return any(f" {phrase} " in found for phrase in phrases)


def phrases_in(one: Said, phrases: frozenset[str]) -> set[str]:
    """Those of some phrases that the sentence of a statement holds."""
    found = _plain(one.sentence.of(one.text))
    return {phrase for phrase in phrases if f" {phrase} " in found}


def _plain(text: str) -> str:
    """A text in lower case without marks, with one space around each word."""
    return f" {' '.join(re.sub(r'([,.;:!?()“”]|--)', ' ', text.lower()).split())} "


def _day_after(a: Said, b: Said) -> bool:
    """Whether b is of a later day than a: by the days that the statements name, else by those of publication."""
    one, other = _day(a), _day(b)
    return bool(one and other and one < other)


def _day(one: Said) -> str | None:
    """The last day that a statement's sentence names, else that of publication."""
    sentence = one.sentence
    named = [
        t.end for t in one.account.times if t.end and any(sentence.overlaps(span) for span in spans_of(t.evidence))
    ]
    if named:
        return max(named)
    return one.account.report.published.value.date if one.account.report.published else None


def same_house(a: Said, b: Said) -> bool:
    """Whether two statements stand in reports of one outlet."""
    return same_outlet(outlet_of(a.account), outlet_of(b.account))
