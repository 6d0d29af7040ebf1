"""`Time`: a time expression resolved against a stated anchor (TIMEX3, ISO-TimeML)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.evidence import Evidence


class TimeKind(StrEnum):
    """The TIMEX3 type."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 value with the interval it covers.

    ``start`` and ``end`` are ISO days, inclusive; ``None`` where open or not on the calendar. ``anchor`` says what a relative
    expression was resolved against (``published``, ``dateline``, ``entry`` of a live blog, ``saying`` that is reported, or
    ``time-…``, the id of another expression), ``None`` where it needed no anchor.
    """

    value: str
    start: str | None
    end: str | None
    anchor: str | None
    evidence: Evidence
    by: str
    kind: TimeKind = TimeKind.DATE
    mod: str | None = None
    """TIMEX3 ``mod``: ``START``, ``MID``, ``END``, ``APPROX``, ``BEFORE``, ``AFTER``, ``LESS_THAN``, ``MORE_THAN`` …"""
    id: str | None = None
    """Of the expression in the text; ``None`` for a time that another record only repeats."""
