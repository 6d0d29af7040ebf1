"""What decisions are made on: the text of a hash, and the record that was read at some spans of it."""

from __future__ import annotations

import json

from sqlalchemy import ColumnElement, Connection, select

from accordingto.model import Spans, UsageError
from accordingto.model.review import LAYERS, REPORT, Record, selected
from accordingto.pipeline.reading import Reading
from accordingto.store.fetch import old_reading, text_of_row
from accordingto.store.project import pairs
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports


def text_of(connection: Connection, text_sha256: str) -> str:
    """The text of a hash.

    Raises:
        UsageError: where no report has it.
    """
    query = select(reports.c.text, reports.c.text_exact).where(reports.c.text_sha256 == text_sha256).limit(1)
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"no report in this store has the text {text_sha256[:12]}…; it may have been forgotten")
    return text_of_row(row)


def ids_at(connection: Connection, text_sha256: str, layer: str, spans: str) -> tuple[tuple[str, str], ...]:
    """(id of the report, id of the record) of each record at some spans of a text, in the order of keeping.

    Args:
        connection: a transaction.
        text_sha256: the text.
        layer: the layer.
        spans: as ``reviews.spans`` has them.
    """
    if layer == REPORT or layer not in LAYERS:
        return ()
    table = metadata.tables[layer]
    query = (
        select(reports.c.id.label("report"), table.c.id)
        .join(reports, reports.c.key == table.c.report_key)
        .where(reports.c.text_sha256 == text_sha256, here(layer, spans))
        .order_by(table.c.key)
    )
    return tuple((row.report, row.id) for row in connection.execute(query))


def here(layer: str, spans: str) -> ColumnElement[bool]:
    """Whether a row of a layer stands at some spans."""
    table = metadata.tables[layer]
    if layer == "events":
        return (table.c.spans == spans) & ~table.c.derived  # what only repeats an act is not decided on
    if layer != "places":
        return table.c.spans == spans
    held = json.loads(spans)
    start, end = held[0] if len(held) == 1 else (-1, -1)
    return (table.c.start == start) & (table.c.end == end)


def id_at(connection: Connection, text_sha256: str, layer: str, spans: Spans) -> str | None:
    """Id of the record that was read at some spans of a text."""
    found = ids_at(connection, text_sha256, layer, pairs(spans) or "[]")
    return found[0][1] if found else None


def record_at(connection: Connection, text_sha256: str, layer: str, spans: Spans) -> Record | None:
    """The record that was read at some spans of a text; where several reports have the text, of the latest that was kept.

    Raises:
        IntegrityError: where the reading is damaged.
    """
    query = select(reports.c.key).where(reports.c.text_sha256 == text_sha256).order_by(reports.c.key.desc())
    for key in connection.scalars(query).all():
        reading = old_reading(connection, key)
        if reading is not None:
            return at(reading, layer, spans)
    return None


def at(reading: Reading, layer: str, spans: Spans) -> Record | None:
    """The record of a reading at some spans."""
    return next((record for record in records_of(reading, layer) if selected(record) == spans), None)


def records_of(reading: Reading, layer: str) -> tuple[Record, ...]:
    """The records of a layer that people decide on: events that only repeat an act are none, they follow from the statement."""
    if layer == "events":
        return tuple(event for event in reading.events if not event.derived)
    records: tuple[Record, ...] = getattr(reading, layer)
    return records
