"""Forgetting a report: everything of it goes, and hashes stay behind so that it is not taken in again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, select

from accordingto.model import Capture, Forgotten, NotKept, Report
from accordingto.store import hooks
from accordingto.store.packing import digest
from accordingto.store.schema import metadata
from accordingto.store.schema.keeping import checkpoints, failures, tombstones
from accordingto.store.schema.records import captures, report_captures, reports, sightings, works
from accordingto.store.schema.releasing import audit_items
from accordingto.store.schema.reviewing import reviews
from accordingto.store.syncing import parted
from accordingto.store.writer import ignoring

BYTES, REPORT = "bytes", "report"
_HELD = select(tombstones.c.at).where(tombstones.c.digest.in_(bindparam("digests", expanding=True)))


@dataclass(frozen=True, slots=True)
class Gone:
    """What was forgotten with a report."""

    report: str
    captures: int
    """How many captures went with it."""
    containers: tuple[str, ...]
    """Where the files were seen that its bytes were cut from: they are kept, for other reports, and still hold it."""


def forget(connection: Connection, report_id: str, *, at: str, reason: str | None) -> Gone:
    """Delete a report, what was read from it, its bytes where no other report has them, and where they were seen.

    Args:
        connection: inside one transaction.
        report_id: the report.
        at: now, ISO 8601.
        reason: why; stays in the tombstone.

    Raises:
        UsageError: where there is no such report.
    """
    row = connection.execute(
        select(reports.c.key, reports.c.work_key, reports.c.text_sha256).where(reports.c.id == report_id)
    ).first()
    if row is None:
        raise NotKept(f"there is no report {report_id} in this store; accordingto reports lists what there is")
    own = _own_captures(connection, row.key)
    containers = _containers(connection, own)
    with _thoroughly(connection):
        hooks.forget(connection, row.key)
    connection.execute(delete(reports).where(reports.c.key == row.key))
    marks = [(REPORT, report_id), *((BYTES, _delete(connection, key)) for key in own)]
    made = [{"digest": hash_, "what": what, "at": at, "reason": reason} for what, hash_ in marks]
    connection.execute(ignoring(connection, tombstones), made)
    _tidy(connection, row.work_key, row.text_sha256)
    return Gone(report_id, len(own), containers)


def forget_sources(connection: Connection, named: Callable[[str], bool]) -> None:
    """Delete how far sources were taken, and what failed in them, where their name tells something that must go.

    What is taken from them again is kept out by its own hash.
    """
    with _thoroughly(connection):
        for table, name in ((checkpoints, checkpoints.c.source), (failures, failures.c.place)):
            found = [row[0] for row in connection.execute(select(table.c.key, name)) if named(row[1])]
            for part in parted(found):
                connection.execute(delete(table).where(table.c.key.in_(part)))


@contextmanager
def _thoroughly(connection: Connection) -> Iterator[None]:
    """Have SQLite overwrite what is deleted inside: in pages that come free, and in the indexes of words, which only mark it else.

    Before its version 3.42 an index has to be written anew for that, which takes a minute for some million statements.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5(%'").scalars().all()
    marks = sqlite3.sqlite_version_info < (3, 42)
    for name in found if not marks else ():
        connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('secure-delete', 1)")
    yield
    for name in found if marks else ():
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")


def refuse(connection: Connection, capture: Capture, report: Report) -> None:
    """Stop what was forgotten from being kept again.

    Raises:
        Forgotten: where these bytes, or this text at this address, were forgotten.
    """
    at = connection.scalar(_HELD, {"digests": [capture.sha256, report.id]})
    if at is not None:
        raise Forgotten(f"it was forgotten on {at[:10]}, and is not taken in again")


def forgotten(connection: Connection, sha256: str) -> bool:
    """Whether bytes of this hash were forgotten."""
    return connection.scalar(_HELD, {"digests": [sha256]}) is not None


def _own_captures(connection: Connection, report: int) -> list[int]:
    """Keys of the captures that gave this report and no other."""
    mine = set(connection.scalars(select(report_captures.c.capture_key).where(report_captures.c.report_key == report)))
    mine |= set(connection.scalars(select(reports.c.capture_key).where(reports.c.key == report)))
    shared = select(report_captures.c.capture_key).where(report_captures.c.report_key != report)
    others = select(reports.c.capture_key).where(reports.c.key != report)
    held = set(connection.scalars(shared.where(report_captures.c.capture_key.in_(mine))))
    held |= set(connection.scalars(others.where(reports.c.capture_key.in_(mine))))
    held |= set(connection.scalars(select(sightings.c.container_key).where(sightings.c.container_key.in_(mine))))
    return sorted(mine - held)


def _containers(connection: Connection, own: Iterable[int]) -> tuple[str, ...]:
    cut_from = select(sightings.c.container_key).where(sightings.c.capture_key.in_(list(own)))
    places = select(sightings.c.place).where(sightings.c.capture_key.in_(cut_from)).distinct()
    return tuple(sorted(connection.scalars(places)))


def _delete(connection: Connection, capture: int) -> str:
    """Delete a capture with its sightings, and failures at the same places; gives its hash."""
    hash_: str = connection.scalars(select(captures.c.sha256).where(captures.c.key == capture)).one()
    places = connection.scalars(select(sightings.c.place).where(sightings.c.capture_key == capture)).all()
    connection.execute(delete(failures).where(failures.c.digest.in_([digest(place) for place in places])))
    connection.execute(delete(captures).where(captures.c.key == capture))
    return hash_


def _tidy(connection: Connection, work: int | None, text_sha256: str) -> None:
    """Delete an address that no report has any more, and what people decided on a text that is not here any more: it quotes it."""
    if work is not None and not connection.scalar(
        select(func.count()).select_from(reports).where(reports.c.work_key == work)
    ):
        connection.execute(delete(works).where(works.c.key == work))
    if not connection.scalar(select(func.count()).select_from(reports).where(reports.c.text_sha256 == text_sha256)):
        connection.execute(delete(reviews).where(reviews.c.text_sha256 == text_sha256))
        connection.execute(delete(audit_items).where(audit_items.c.text_sha256 == text_sha256))
    _vectors(connection)


def _vectors(connection: Connection) -> None:
    """Delete what contents meant that no statement has any more."""
    tied, vectors = metadata.tables.get("statement_vectors"), metadata.tables.get("vectors")
    if tied is not None and vectors is not None:
        used = select(tied.c.vector_key).where(tied.c.vector_key == vectors.c.key)
        connection.execute(delete(vectors).where(~used.exists()))
