"""Whether what differs between two statements differs because time has passed, or because an outlet takes its word back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import before, outlet_of
from accordingto.compare.lineage import WITHDRAWN_WITHIN
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.mentions.quantities import quantities
from accordingto.model import Relation, RelationKind, Slot, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

CHANGEABLE = frozenset([Slot.NUMBER, Slot.CONTROL, Slot.POLARITY, Slot.TIME, Slot.PLACE])
"""What may be otherwise later. Who did a thing stays who did it."""

BESIDES = frozenset([Slot.CERTAINTY, Slot.QUOTE])
"""What may differ beside it and tells nothing of time."""

_INSTEAD = re.compile(r"\bnot (?:the )?(\d[\d,.]*\d|\d)")
"""What a correction names as what is not so."""


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
        put_right = self._put_right(b, found)
        if same_source and (put_right or (put_right is None and self.takes_back(b))):
            return RelationKind.WITHDRAWS
        if _changeable(found) and self._later(a, b, found):
            return RelationKind.UPDATES
        return found.kind

    def takes_back(self, one: Said) -> bool:
        """Whether a report begins by saying that it corrects or withdraws an earlier one, or a sentence says that it was wrong."""
        return bool(self.words.credits.withdrawing.search(one.text, 0, WITHDRAWN_WITHIN)) or _holds(
            one, self.words.correcting
        )

    def _later(self, a: Said, b: Said, found: Relation) -> bool:
        """Whether b speaks of a later state: it says so, or the same outlet gives another number on another day."""
        if any(difference.slot is Slot.CONTROL for difference in found.differences):
            return _day_after(a, b) and not self._still(b)
        if self.lapsed(b) and not self.lapsed(a):
            return True
        numbers = all(difference.slot is Slot.NUMBER for difference in found.differences)
        if found.kind is not RelationKind.CONTRADICTS or not numbers or not _day_after(a, b):
            return False
        return same_house(a, b) or self._still(b)

    def _put_right(self, b: Said, found: Relation) -> bool | None:
        """Whether b names what a said as what is not so ("sixteen, not 18"); ``None`` where it names no number so."""
        instead = [m for part in b.parts for m in _INSTEAD.finditer(b.text, part.start, part.end)]
        if not instead:
            return None
        named = {self._number(match[1]) for match in instead}
        return any(self._number(d.a_value) in named for d in found.differences if d.slot is Slot.NUMBER)

    def _number(self, words: str) -> float | None:
        numbers = quantities(words, self.words.quantities)
        return next((one.low if one.low is not None else one.high for one in numbers), None)

    def lapsed(self, one: Said) -> bool:
        """Whether a sentence says that things have changed: "has risen to", "now", "no longer"."""
        return _holds(one, self.words.lapsing)

    def _still(self, one: Said) -> bool:
        return _holds(one, self.words.lasting)


def _changeable(found: Relation) -> bool:
    """Whether time may have made all that differs; who holds a place may be another, for it may have changed hands.

    When a thing was done is no state: of another day alone nothing has changed.
    """
    slots = {difference.slot for difference in found.differences} - BESIDES
    return bool(slots) and slots != {Slot.TIME} and (slots <= CHANGEABLE or Slot.CONTROL in slots)


def _holds(one: Said, phrases: frozenset[str]) -> bool:
    found = f" {' '.join(one.sentence.of(one.text).lower().split())} "
    return any(f" {phrase} " in found for phrase in phrases)


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
