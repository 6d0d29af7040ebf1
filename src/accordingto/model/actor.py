"""`Actor`: somebody the registry knows, across reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Canonical name, the names outlets use, and kind. Facts in the registry carry a reference each."""

    id: str
    name: str
    kind: str
    """``state``, ``force``, ``armed-group``, ``coalition``, ``agency``, ``outlet``, ``organisation``, ``office`` or ``person``."""
    aliases: tuple[str, ...] = ()
    reference: str | None = None
