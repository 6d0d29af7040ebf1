"""What `accordingto.pipeline.watch` talks to: a frontier keeps what is to be fetched, and survives being killed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from accordingto.capture.feeds import Feed
from accordingto.capture.web.manners import Kind
from accordingto.capture.web.robots import RobotsShelf
from accordingto.capture.web.turns import Gate


class State(StrEnum):
    """How far something is. Feeds are always waiting."""

    WAITING = "waiting"
    """To be asked for, or being asked for."""
    FETCHED = "fetched"
    """Its bytes are being read and kept."""
    DONE = "done"
    MOVED = "moved"
    """It redirects to another address, which waits in its place."""
    FAILED = "failed"
    FORBIDDEN = "forbidden"
    """robots.txt forbids it, or it is an address that is never asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A feed that somebody watches."""

    url: str
    """As `web_address` gives it."""
    every: float
    """Seconds between two looks at it; its own wishes only ever make that longer."""
    outlet: str | None = None
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """Something to ask for, taken on by this program until it is settled or its lease runs out."""

    key: int
    kind: Kind
    url: str
    address: str
    tries: int
    """How often in a row it was asked for in vain."""
    hops: int = 0
    """How many redirects led to it."""
    etag: str | None = None
    last_modified: str | None = None
    outlet: str | None = None
    """Of a page: who published it, as whoever watches says, else as the feed does."""
    cases: tuple[str, ...] = ()
    title: str | None = None
    every: float = 0.0
    """Of a feed."""
    depth: int = 0
    """Of a feed: how many indexes of sitemaps stand above it."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a job."""

    key: int
    state: State
    now: float
    """Seconds of Unix time, as all times here."""
    next_at: float = 0.0
    """When it is to be asked for again, if it waits."""
    tries: int = 0
    message: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    asked: bool = True
    """Whether it was asked for."""


class Frontier(Gate, RobotsShelf, Protocol):
    """Keeps what is to be fetched. Each call is one transaction; several programs may share what lies behind."""

    def watch(self, feeds: Sequence[Wanted], *, now: float) -> None:
        """Set which feeds this program watches; only these and what they list are claimed."""

    def claim(self, *, now: float, until: float, together: int, since: float | None = None) -> Job | None:
        """Take on something that may be asked for now, until it is settled or ``until`` has come.

        Args:
            now: the time.
            until: the end of the lease.
            together: things of one host that may be asked for at once.
            since: where given, feeds that were looked at since then are left alone, other than to try them again.
        """

    def renew(self, *, until: float) -> None:
        """Extend the leases of all that this program has taken on."""

    def fetched(self, job: Job) -> None:
        """Note that a page's bytes are here: its host may be asked for the next one, and nobody else takes this one on."""

    def listed(self, job: Job, feed: Feed, settled: Settled) -> int:
        """Take in what a feed lists, and settle it; gives how many pages are to be fetched that were not before."""

    def moved(self, job: Job, url: str, *, now: float) -> None:
        """Settle a page that redirects: where it leads is to be fetched in its place.

        Raises:
            NotFetched: where it leads back to itself.
        """

    def settle(self, settled: Settled) -> None:
        """Note what became of a job."""

    def due(self, *, since: float | None = None) -> float | None:
        """When the next thing may be asked for, turns and leases considered; ``None`` where nothing waits."""

    def states(self) -> dict[State, int]:
        """How many pages of the watched feeds are in each state."""

    def release(self) -> None:
        """Let go of all that this program has taken on and not settled."""
