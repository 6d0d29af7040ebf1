"""`Time`: a time expression resolved against a stated anchor."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 value with the interval it covers.

    ``start`` and ``end`` are ISO days, inclusive; ``None`` where open. ``anchor`` says what a relative expression was resolved
    against (``published``), ``None`` where it needed no anchor.
    """

    value: str
    start: str | None
    end: str | None
    anchor: str | None
    evidence: Evidence
    by: str
