"""What stations talk to that stand above them: a store is handed to `accordingto.pipeline`, which knows only these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from accordingto.model.actor import Actor
from accordingto.model.content import Control, Estimate, Event
from accordingto.model.errors import AccordingtoError
from accordingto.model.mention import Entity, Mention
from accordingto.model.place import Place
from accordingto.model.report import Capture, Report
from accordingto.model.run import Run
from accordingto.model.statement import Statement
from accordingto.model.time import Time


class Records(Protocol):
    """A reading as far as a store needs it: one report and its records."""

    @property
    def report(self) -> Report: ...  # noqa: D102
    @property
    def run(self) -> Run: ...  # noqa: D102
    @property
    def where(self) -> str: ...  # noqa: D102
    @property
    def notes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def statements(self) -> tuple[Statement, ...]: ...  # noqa: D102
    @property
    def mentions(self) -> tuple[Mention, ...]: ...  # noqa: D102
    @property
    def entities(self) -> tuple[Entity, ...]: ...  # noqa: D102
    @property
    def events(self) -> tuple[Event, ...]: ...  # noqa: D102
    @property
    def estimates(self) -> tuple[Estimate, ...]: ...  # noqa: D102
    @property
    def control(self) -> tuple[Control, ...]: ...  # noqa: D102
    @property
    def places(self) -> tuple[Place, ...]: ...  # noqa: D102
    @property
    def times(self) -> tuple[Time, ...]: ...  # noqa: D102
    @property
    def actors(self) -> tuple[Actor, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a source was taken: everything up to and with ``position`` is kept, or has failed and is kept as a failure."""

    source: str
    position: str
    done: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """All that is kept of one report in one transaction."""

    capture: Capture
    report: Report
    reading: Records | None = None
    """``None`` where the report is kept unread, or where the store has its reading already."""
    container: Capture | None = None
    """The capture of the file that ``capture`` was cut from, unless it is kept already."""
    cases: tuple[str, ...] = ()
    """Names of the collections that the report goes into."""
    checkpoint: Checkpoint | None = None
    """Set in the same transaction."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """What else is written in the same transaction, by the name of the module that writes it: ``door``, ``stories``, ``vectors`` …."""


class Kept(StrEnum):
    """What became of an entry."""

    NEW = "new"
    """A report that was not there."""
    EDITION = "edition"
    """A new report that takes the place of one at the same address: the publisher changed it."""
    EXTRACTION = "extraction"
    """A new report that takes the place of one from the same bytes: they were cleaned anew."""
    REREAD = "reread"
    """The report was there and its records have changed."""
    SEEN = "seen"
    """The report was there with the same records; it was seen somewhere else or again."""
    KNOWN = "known"
    """Nothing is new."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `Keeper.put` did."""

    kept: Kept
    report: str
    """Id."""
    previous: str | None = None
    """Id of the report that a new edition or extraction takes the place of."""
    capture_new: bool = False
    sighting_new: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, and why. ``capture`` holds its bytes where there are any."""

    where: str
    error: AccordingtoError
    capture: Capture | None = None
    at: str | None = None
    """When, ISO 8601."""
    container: Capture | None = None
    checkpoint: Checkpoint | None = None


class Keeper(Protocol):
    """What keeps reports. Each call is one transaction; killed at any moment it has happened wholly or not at all."""

    def put(self, entry: Entry) -> Outcome:
        """Keep a report: its capture and sighting, its records, its place among editions, the checkpoint."""

    def fail(self, unread: Unread) -> None:
        """Keep what could not be read, and why."""

    def keep(self, capture: Capture) -> bool:
        """Keep bytes alone: a file that reports are cut from. Gives whether they are new."""

    def current(self, report_id: str, run: Run) -> bool:
        """Whether there is a reading of the report that this run need not make again."""

    def settled(self, capture: Capture, *, outlet: str | None, cases: tuple[str, ...], read: bool) -> str | None:
        """Id of the report that these bytes were taken in as, where taking them in again would change nothing.

        Args:
            capture: bytes, with the sighting that they come with.
            outlet: the outlet's name, where it is given from outside.
            cases: collections that the report is to be in.
            read: whether it is to have been read, by any run.
        """

    def reached(self, source: str) -> Checkpoint | None:
        """How far a source was taken, or ``None``."""

    def reach(self, checkpoint: Checkpoint) -> None:
        """Note how far a source was taken where no report tells: at its end."""

    def stale(self, run: Run) -> Iterator[str]:
        """Ids of the reports that this run should read: never read, or read by a run that differs in what made their records."""


class Shelf(Keeper, Protocol):
    """A keeper that gives back what it keeps, so that it can be worked on anew."""

    def report(self, report_id: str) -> Report:
        """A report.

        Raises:
            UsageError: where there is none of that id.
        """

    def capture(self, report_id: str) -> Capture:
        """The bytes that a report was taken from, with the sighting that gave its address last."""

    def cases_of(self, report_id: str) -> tuple[str, ...]:
        """Names of the collections that a report is in, sorted."""
