"""Rechecking a store: every hash, span, quotation, row and reference in it.

Everything goes by key, one capture or report in memory at a time, so that memory does not grow with the store. A report is checked
in one transaction: it may be verified while others are added.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Table, exists, func, select, text

from accordingto.model import AccordingtoError, Report, content_id, sha256, text_sha256
from accordingto.pipeline.reading import Reading
from accordingto.store import hooks
from accordingto.store.fetch import asked, reading_of, text_of_row
from accordingto.store.packing import digest, unpack, unpack_record
from accordingto.store.project import PROJECTION, block_rows
from accordingto.store.put import report_values
from accordingto.store.quoting import misquoted, uncovered
from accordingto.store.rechecking import differing
from accordingto.store.records import unpack_report
from accordingto.store.review_check import misreviewed
from accordingto.store.schema import metadata
from accordingto.store.schema.named import actors
from accordingto.store.schema.records import blocks, captures, readings, report_captures, reports, sightings, works
from accordingto.store.schema.reviewing import reviews
from accordingto.store.schema.stories import stories
from accordingto.store.store import Store
from accordingto.store.travel_check import travelled

BATCH = 500
Step = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that no longer matches."""

    kind: str
    """``capture``, ``report``, ``block``, ``reading``, ``quotation``, ``row``, ``reference``, ``actor``, ``address``, ``story``,
    ``review`` or ``database``."""
    where: str
    """Id of the capture, report or story, key of the decision, or name of the table."""
    what: str
    """What does not match, in words."""


def total(store: Store) -> int:
    """How many captures and reports there are to check: how often ``step`` of `findings` is called."""
    with store.looking() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) or 0 for table in (captures, reports)]
    return sum(counts)


def findings(store: Store, step: Step = lambda: None) -> Iterator[Finding]:
    """Everything in a store that no longer matches; nothing where all is well.

    Args:
        store: the store; it is only read.
        step: called after each capture and each report.
    """
    with store.looking() as connection:
        yield from _database(connection)
        yield from _references(connection)
    for key in _keys(store, captures):
        with store.looking() as connection:
            yield from _capture(connection, key)
        step()
    yield from _small(store)
    for key in _keys(store, reports):
        with store.looking() as connection:
            yield from _report(connection, key)
        step()
    for key in _keys(store, stories):
        with store.looking() as connection:
            yield from _story(connection, key)
    for key in _keys(store, reviews):
        with store.looking() as connection:
            yield from (Finding("review", str(key), what) for what in misreviewed(connection, key))


def _story(connection: Connection, key: int) -> Iterator[Finding]:
    name = connection.scalar(select(stories.c.id).where(stories.c.key == key)) or ""
    try:
        yield from (Finding("story", name, what) for what in travelled(connection, key))
    except AccordingtoError as error:
        yield Finding("story", name, str(error))
    except Exception as error:  # a record that is not JSON any more: anything may be in it
        yield Finding("story", name, f"what was found in it cannot be read: {type(error).__name__}: {error}")


def _keys(store: Store, table: Table) -> Iterator[int]:
    last = -1
    while True:
        with store.looking() as connection:
            page = select(table.c.key).where(table.c.key > last).order_by(table.c.key).limit(BATCH)
            found = list(connection.scalars(page))
        if not found:
            return
        yield from found
        last = found[-1]


def _database(connection: Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with its file. PostgreSQL checks its pages itself where it was made to (initdb -k)."""
    if connection.dialect.name == "sqlite":
        for (message,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if message != "ok":
                yield Finding("database", "sqlite", message)


def _references(connection: Connection) -> Iterator[Finding]:
    """Rows that refer to rows that are not there. SQLite checks that only for programs that ask it to."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            for reference in column.foreign_keys:
                other = reference.column.table.alias()
                there = exists().where(other.c[reference.column.name] == column)
                lost = select(func.count()).select_from(table).where(column.is_not(None), ~there)
                if count := connection.scalar(lost):
                    what = f"{count} rows refer by {column.name} to rows of {reference.column.table.name} that are not there"
                    yield Finding("reference", table.name, what)


def _capture(connection: Connection, key: int) -> Iterator[Finding]:
    row = connection.execute(select(captures).where(captures.c.key == key)).first()
    if row is None:  # deleted meanwhile
        return
    try:
        data = unpack(row.compression, row.data)
    except AccordingtoError as error:
        yield Finding("capture", row.id, str(error))
        return
    found = sha256(data)
    if found != row.sha256:
        yield Finding("capture", row.id, f"its bytes have the hash {found}, not {row.sha256}")
    if row.id != content_id("capture", row.sha256):
        yield Finding("capture", row.id, "its id is not that of its hash")
    if row.size != len(data):
        yield Finding("capture", row.id, f"it has {len(data)} bytes, not {row.size}")
    seen = connection.execute(select(sightings).where(sightings.c.capture_key == key)).all()
    if not seen:
        yield Finding("capture", row.id, "nothing says where it was seen")
    for sighting in seen:
        if sighting.digest != digest(sighting.place, sighting.at, sighting.url):
            yield Finding("capture", row.id, f"the sighting at {sighting.place} is not what it was")


def _small(store: Store) -> Iterator[Finding]:
    """Rows that reports share."""
    for key in _keys(store, actors):
        with store.looking() as connection:
            row = connection.execute(select(actors).where(actors.c.key == key)).one()
            yield from _actor(row)
    for key in _keys(store, works):
        with store.looking() as connection:
            row = connection.execute(select(works).where(works.c.key == key)).one()
        if row.digest != digest(row.address):
            yield Finding("address", row.address, "it is not what it was")


def _actor(row: Any) -> Iterator[Finding]:
    try:
        plain = unpack_record(row.record)
    except AccordingtoError as error:
        yield Finding("actor", row.id, str(error))
        return
    if digest(sha256(plain)) != row.digest:
        yield Finding("actor", row.id, "its record is not what it was")
    held = json.loads(plain)
    for name in ("id", "name", "kind", "country", "reference"):
        if held.get(name) != getattr(row, name):
            yield Finding(
                "actor", row.id, f"its {name} is {getattr(row, name)!r}, and {held.get(name)!r} in its record"
            )


def _report(connection: Connection, key: int) -> Iterator[Finding]:
    row = connection.execute(select(reports).where(reports.c.key == key)).first()
    if row is None:
        return
    try:
        yield from _text(connection, row)
    except AccordingtoError as error:
        yield Finding("report", row.id, str(error))
        return
    except Exception as error:  # a record that is not JSON any more, a text that is not UTF-8: anything may be in it
        yield Finding("report", row.id, f"its record cannot be read: {type(error).__name__}: {error}")
        return
    held = connection.execute(select(readings).where(readings.c.report_key == key)).first()
    if held is None:
        return
    try:
        yield from _reading(connection, row, held)
    except AccordingtoError as error:
        yield Finding("reading", row.id, str(error))
    except Exception as error:  # as above
        yield Finding("reading", row.id, f"its record cannot be read: {type(error).__name__}: {error}")


def _text(connection: Connection, row: Any) -> Iterator[Finding]:
    exact = text_of_row(row)
    if text_sha256(exact) != row.text_sha256:
        yield Finding("report", row.id, f"its text has the hash {text_sha256(exact)}, not {row.text_sha256}")
    if sha256(unpack_record(row.record)) != row.record_sha256:
        yield Finding("report", row.id, "its record is not what it was")
    report = unpack_report(row.record, exact)
    if (report.id, report.text_sha256) != (row.id, row.text_sha256):
        yield Finding("report", row.id, "its record is that of another report")
    yield from (Finding("report", row.id, what) for what in _columns(report, row))
    yield from (Finding("block", row.id, what) for what in uncovered(report))
    kept = connection.execute(select(blocks).where(blocks.c.report_key == row.key).order_by(blocks.c.position)).all()
    if [tuple(one) for one in kept] != [tuple(one.values()) for one in block_rows(row.key, report)]:
        yield Finding("block", row.id, "the rows of its blocks are not those of its record")
    yield from _source(connection, row, report)


def _columns(report: Report, row: Any) -> Iterator[str]:
    for name, value in report_values(report).items():
        if getattr(row, name) != value:
            yield f"its {name} is {_short(getattr(row, name))}, and {_short(value)} in its record"


def _source(connection: Connection, row: Any, report: Report) -> Iterator[Finding]:
    """The capture that gave the report."""
    given = connection.scalar(select(captures.c.id).where(captures.c.key == row.capture_key))
    if given != report.capture:
        yield Finding("report", row.id, f"it was taken from {report.capture}, and {given} stands for it")
    noted = report_captures.c.report_key == row.key, report_captures.c.capture_key == row.capture_key
    if connection.scalar(select(func.count()).select_from(report_captures).where(*noted)) != 1:
        yield Finding("report", row.id, "its capture is not among those that gave it")


def _reading(connection: Connection, row: Any, held: Any) -> Iterator[Finding]:
    if sha256(unpack_record(held.record)) != held.record_sha256:
        yield Finding("reading", row.id, "its record is not what it was")
    found = connection.execute(asked().where(reports.c.key == row.key)).one()
    reading = reading_of(connection, found)
    yield from _run(connection, reading, row, held)
    yield from (Finding("quotation", row.id, what) for what in misquoted(reading))
    if held.projection == PROJECTION:
        yield from (Finding("row", row.id, what) for what in differing(connection, row.key, reading))
    for module in hooks.modules().values():
        if hasattr(module, "recheck"):
            yield from (Finding("row", row.id, what) for what in module.recheck(connection, row.key, reading))


def _run(connection: Connection, reading: Reading, row: Any, held: Any) -> Iterator[Finding]:
    runs = metadata.tables["runs"]
    name = connection.scalar(select(runs.c.id).where(runs.c.key == held.run_key))
    if name != reading.run.id:
        yield Finding("reading", row.id, f"the run {name} is not what it was: {asdict(reading.run)}")


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 80 else f"{words[:77]}…"
