"""Turns: when a host may be asked again, by whichever of the threads and processes that share a gate."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

POLL = 0.05
"""Seconds after which a host that somebody else is asking is looked at again."""


class NotYet(Exception):
    """A host that may not be asked for a while, longer than it is worth standing in line; ``at`` is when, in seconds of Unix time."""

    def __init__(self, host: str, at: float) -> None:
        super().__init__(f"{host} may not be asked yet")
        self.at = at


class Gate(Protocol):
    """Who may ask which host when. Times are seconds of Unix time."""

    def enter(self, host: str, *, now: float, until: float, together: int) -> float:
        """Take a turn at a host, which counts as over at ``until`` even if nobody says so.

        Returns:
            0.0 where the turn is taken, else the seconds to wait before trying again.
        """

    def leave(self, host: str, *, not_before: float) -> None:
        """End a turn; nobody takes the next one before ``not_before``, nor before what was said earlier."""


@dataclass
class Clock:
    """Time, and waiting for it; a test has one of its own."""

    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


@dataclass
class MemoryGate:
    """A gate for the threads of one process."""

    _next: dict[str, float] = field(default_factory=dict)
    _inside: dict[str, int] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def enter(self, host: str, *, now: float, until: float, together: int) -> float:  # noqa: ARG002
        """As `Gate`; a turn here is over only when it is left, since all who take one die together."""
        with self._lock:
            wait = self._next.get(host, 0.0) - now
            if wait > 0:
                return wait
            if self._inside.get(host, 0) >= together:
                return POLL
            self._inside[host] = self._inside.get(host, 0) + 1
            return 0.0

    def leave(self, host: str, *, not_before: float) -> None:
        """As `Gate`."""
        with self._lock:
            self._inside[host] -= 1
            self._next[host] = max(self._next.get(host, 0.0), not_before)


@dataclass
class Turn:
    """One turn; whoever has it may put off the next one further."""

    not_before: float


@dataclass
class Turns:
    """Waits for turns at a gate.

    Attributes:
        gate: shared by all who must not ask a host together.
        clock: tells time and waits.
        together: requests that may be under way at one host.
        longest: seconds that one turn may take at most; a turn that a killed process left open is over then.
        patience: seconds that are waited for; longer ones raise `NotYet`.
    """

    gate: Gate
    clock: Clock
    together: int
    longest: float
    patience: float

    @contextmanager
    def turn(self, host: str, delay: float) -> Iterator[Turn]:
        """A turn at a host; after it the host is left alone for ``delay`` seconds.

        Raises:
            NotYet: where it would take longer than ``patience``.
        """
        start = self.clock.now()
        while True:
            now = self.clock.now()
            wait = self.gate.enter(host, now=now, until=now + self.longest, together=self.together)
            if wait <= 0:
                break
            if now - start + wait > self.patience:
                raise NotYet(host, now + wait)
            self.clock.sleep(wait)
        taken = Turn(0.0)
        try:
            yield taken
        finally:
            self.gate.leave(host, not_before=max(taken.not_before, self.clock.now() + delay))
