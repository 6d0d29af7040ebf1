"""What people decided, in an export: the records that count, and for each who decided that it does.

An adjudicator counts over a coder, a coder over the program; what was rejected is not there. See `accordingto.review.apply`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from accordingto.model import Statement
from accordingto.model.review import GroupReview
from accordingto.review.apply import Applied, Judged, applied
from accordingto.store.exporting import Shelved, Told

MACHINE, CODER, ADJUDICATOR = "machine", "coder", "adjudicator"


def made_by(reviews: Sequence[GroupReview]) -> str:
    """Who made a matter or a quotation what it is: ``machine``, ``coder`` or ``adjudicator``."""
    if not reviews:
        return MACHINE
    return ADJUDICATOR if any(one.settles for one in reviews) else CODER


def made_text(reviews: Sequence[GroupReview]) -> str:
    """The same in words: ``decided by a coder: merge``; empty where nobody decided."""
    if not reviews:
        return ""
    who = "an adjudicator" if made_by(reviews) == ADJUDICATOR else "a coder"
    return f"decided by {who}: {', '.join(one.action for one in reviews)}"


def group_decisions(reviews: Sequence[GroupReview]) -> list[dict[str, Any]]:
    """What people decided on a matter or a quotation, the first first, without their names."""
    return [
        {
            "action": one.action,
            "by": made_by([one]),
            "at": one.at,
            "ids": list(one.ids),
            "target": one.target,
            "members": list(one.members),
        }
        for one in reviews
    ]


@dataclass(frozen=True, slots=True)
class Settled:
    """What people decided on the records of a report; names of coders are nobody's business in an export."""

    by: Mapping[str, Judged] = field(default_factory=dict)
    """Records that count, by id, that somebody decided on or that coders do not agree on."""
    rejected: frozenset[str] = frozenset()
    """Ids of statements that the program reads and that do not count."""

    def decided_by(self, record: str) -> str:
        """Who decided that a record counts: ``machine``, ``coder`` or ``adjudicator``."""
        one = self.by.get(record)
        if one is None or one.decided is None:
            return MACHINE
        return ADJUDICATOR if one.decided.settles else CODER

    def decision(self, record: str) -> str | None:
        """What they decided: accept, correct or add."""
        one = self.by.get(record)
        return one.decided.action if one and one.decided else None

    def disputed(self, record: str) -> bool:
        """Whether coders say different things of it, and nobody has settled it."""
        one = self.by.get(record)
        return one is not None and one.disputed


def settled(shelf: Shelved) -> tuple[Shelved, Settled]:
    """The report with the records that count, and what was decided on them.

    Statements keep what the store knows of them: a corrected one tells of the matters of the one that it was, and is meant where
    that was.
    """
    if not shelf.decisions:
        return shelf, Settled()
    made = applied(shelf.reading, shelf.decisions)
    names = _names(shelf, made)
    matters: dict[str, tuple[Told, ...]] = {
        new: shelf.matters[old] for old, new in names.items() if old in shelf.matters
    }
    chosen = None if shelf.chosen is None else frozenset(names[old] for old in shelf.chosen if old in names)
    there = {one.record.id: one for one in made.judged if not one.rejected and (one.decided or one.disputed)}
    gone = frozenset(one.id for one in shelf.reading.statements if one.id not in names)
    return replace(shelf, reading=made.reading, matters=matters, chosen=chosen), Settled(there, gone)


def _names(shelf: Shelved, made: Applied) -> dict[str, str]:
    """The id of each statement that the program reads and that counts, and the id that it has now."""
    at = {one.content: one.id for one in shelf.reading.statements}
    found = [one for one in made.judged if isinstance(one.record, Statement) and not one.rejected]
    return {at[one.selector]: one.record.id for one in found if one.selector in at}
