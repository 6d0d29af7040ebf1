"""What became of the items of a source, counted."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field

from accordingto.model import AccordingtoError
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Taken

NAMED = 3
"""Failures of a kind that are named in a summary; all stand in the store."""


@dataclass
class Tally:
    """Counts of what was taken in so far."""

    kept: Counter[Kept] = field(default_factory=Counter)
    failures: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """Kind of error → (where, message) of the first few."""
    failed: Counter[str] = field(default_factory=Counter)
    """By kind of error."""
    skipped: Counter[str] = field(default_factory=Counter)
    """By reason."""
    statements: int = 0
    at: str = ""
    """Where the last item was."""
    began: float = field(default_factory=time.monotonic)

    def add(self, taken: Taken) -> None:
        """Count one item."""
        self.at = taken.where
        self.statements += taken.statements or 0
        if taken.error is not None:
            self.fail(taken.where, taken.error)
        elif taken.skipped is not None:
            self.skipped[taken.skipped] += 1
        elif taken.kept is not None:
            self.kept[taken.kept] += 1

    def fail(self, where: str, error: AccordingtoError) -> None:
        """Count something that could not be read."""
        kind = type(error).__name__
        self.failed[kind] += 1
        named = self.failures.setdefault(kind, [])
        if len(named) < NAMED:
            named.append((where, str(error)))

    @property
    def items(self) -> int:
        """How many reports, and failures to be one, there were."""
        return self.kept.total() + self.failed.total()

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.began

    @property
    def rate(self) -> float:
        """Items a second."""
        return self.items / max(self.seconds, 1e-3)
