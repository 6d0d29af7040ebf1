"""What the readers of control hand on before it becomes a record."""

from __future__ import annotations

from typing import NamedTuple

from accordingto.model import ControlStatus, Span


class Found(NamedTuple):
    """One reading of a trigger; spans are of the running text."""

    trigger: tuple[int, int]
    """First and last word."""
    status: ControlStatus
    asserted: bool
    places: tuple[Span, ...]
    holders: tuple[Span, ...]
    rule: str
    verb: int
    """The word whose auxiliaries tell whether it happened."""
