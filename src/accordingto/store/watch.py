"""The frontier of `accordingto watch` in the store: what `accordingto.pipeline.frontier` asks for, each call one transaction.

A page's capture, its report and that it is done are one transaction: the watcher gives `Settled` with the entry, and the store
calls `saw` while it writes it.
"""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection

from accordingto.capture.feeds import Feed
from accordingto.capture.web.robots import RobotsCopy
from accordingto.pipeline.frontier import Job, Settled, State, Wanted
from accordingto.store import hosts
from accordingto.store.claiming import Watched, claim, due, recover, release, renew, states
from accordingto.store.finding import listed, moved, named, settle
from accordingto.store.store import Store

T = TypeVar("T")
RECOVER = 1.0
"""Seconds between two looks for pages that a killed program had fetched."""


def saw(connection: Connection, report: int, given: Settled) -> None:
    """Settle the page that a report was read from, in the transaction that keeps the report."""
    settle(connection, given, report=report)


class StoreFrontier:
    """A frontier in a store. It implements `accordingto.pipeline.frontier.Frontier`; threads may share it.

    Args:
        store: one of its own, which nothing else writes through.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.holder = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
        self._watched = Watched(())
        self._recover_at = 0.0
        # SQLite has one writer; threads that wait for each other here are woken at once, those that wait in it sleep a while.
        self._writing = Lock()

    def watch(self, feeds: Sequence[Wanted], *, now: float) -> None:
        """Set which feeds are watched; see `Frontier`."""
        self._watched = Watched(tuple(self._write(lambda connection: named(connection, feeds, now))))

    def claim(self, *, now: float, until: float, together: int, since: float | None = None) -> Job | None:
        """Take on something that may be asked for now; see `Frontier`."""
        if now >= self._recover_at:
            self._recover_at = now + RECOVER
            self._write(lambda connection: recover(connection, now))
        return self._write(
            lambda connection: claim(
                connection, self._watched, self.holder, now=now, until=until, together=together, since=since
            )
        )

    def renew(self, *, until: float) -> None:
        """Extend the leases of all that this program has taken on."""
        self._write(lambda connection: renew(connection, self.holder, until))

    def release(self) -> None:
        """Let go of all that this program has taken on and not settled."""
        self._write(lambda connection: release(connection, self.holder))

    def fetched(self, job: Job) -> None:
        """Note that a page's bytes are here."""
        self._write(lambda connection: settle(connection, Settled(job.key, State.FETCHED, 0.0, tries=job.tries)))

    def listed(self, job: Job, feed: Feed, settled: Settled) -> int:
        """Take in what a feed lists, and settle it; see `Frontier`."""
        return self._write(lambda connection: listed(connection, job, feed, settled))

    def moved(self, job: Job, url: str, *, now: float) -> None:
        """Settle a page that redirects; see `Frontier`."""
        self._write(lambda connection: moved(connection, job, url, now))

    def settle(self, settled: Settled) -> None:
        """Note what became of a job."""
        self._write(lambda connection: settle(connection, settled))

    def due(self, *, since: float | None = None) -> float | None:
        """When the next thing may be asked for; see `Frontier`."""
        with self._store.looking() as connection:
            return due(connection, self._watched, since)

    def states(self) -> dict[State, int]:
        """How many pages of the watched feeds are in each state."""
        with self._store.looking() as connection:
            return states(connection, self._watched)

    def enter(self, host: str, *, now: float, until: float, together: int) -> float:
        """Take a turn at a host; see `accordingto.capture.web.turns.Gate`."""
        return self._write(lambda connection: hosts.enter(connection, host, self.holder, now, until, together))

    def leave(self, host: str, *, not_before: float) -> None:
        """End a turn; see `accordingto.capture.web.turns.Gate`."""
        self._write(lambda connection: hosts.leave(connection, host, self.holder, not_before))

    def robots(self, origin: str) -> RobotsCopy | None:
        """The copy of an origin's robots.txt."""
        with self._store.looking() as connection:
            return hosts.robots(connection, origin)

    def keep_robots(self, copy: RobotsCopy) -> None:
        """Keep a copy of a robots.txt."""
        self._write(lambda connection: hosts.keep_robots(connection, copy))

    def _write(self, work: Callable[[Connection], T]) -> T:
        with self._writing:
            return self._store.transact(work)
