"""What gathering gives, one thing after the other: `Found`, `Missed`, `Skipped`, `Container`; and its `Options`."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.capture.files import LIMIT
from accordingto.model import AccordingtoError, Capture


@dataclass(frozen=True, slots=True)
class Options:
    """How to gather. Plain values only, so that it can be sent to another process."""

    text_column: str | None = None
    """The column of a table that holds the reports' texts; ``None``: told by the usual names."""
    columns: tuple[tuple[str, str], ...] = ()
    """Other columns of a table, (role, column name); the roles are those of `accordingto.capture.tables.columns.ROLES`."""
    limit: int = LIMIT
    """Bytes of one capture at most."""
    as_list: bool = False
    """Whether the source is a list of paths and addresses, a line each (or parted by NUL), not a report."""
    private_hosts: bool = False
    """Whether addresses in private networks may be fetched."""
    contact: str | None = None
    """An address where whoever runs a site finds out who asks."""


@dataclass(frozen=True, slots=True)
class Found:
    """One capture, and what the source says about it beside its bytes. ``position`` is where `gather` goes on after it."""

    capture: Capture
    position: str
    outlet: str | None = None
    published: str | None = None
    """As the source wrote it: an ISO 8601 date as a rule, but a table's cell may hold anything."""
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that should have been a report and could not be read: a broken row, record or file."""

    where: str
    position: str
    error: AccordingtoError


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that is no report and was not meant to be one: an image in a WARC, a stylesheet beside a saved page."""

    where: str
    position: str
    reason: str
    """A few words that many have in common, to count by: ``status 404``, ``image/png``, ``no text``."""


@dataclass(frozen=True, slots=True)
class Container:
    """A file that the captures after it were cut from (their ``container`` is its id): to be kept, not read."""

    capture: Capture
    position: str


Item = Found | Missed | Skipped | Container
