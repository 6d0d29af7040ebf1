"""People's decisions on records, and what carries them to what another run reads.

A review points at no row but at what it is about: the hash of a text, a layer, and spans of that text. **It is carried** to every record of
the same layer with the same spans in any report of the same text, whatever run made it and whatever else it says. Where the reports of
the text have been read and none has such a record, it is **orphaned**: it stays, and is listed. Reviews are only ever added; one that
takes back or changes another names it in ``supersedes``, and then only the later one is carried.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from accordingto.model import Spans, UsageError
from accordingto.store.project import pairs
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import reviews, standing_reviews

LAYERS = ("statements", "events", "estimates", "control", "places")
"""Layers whose records can be reviewed."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A decision, and the records of the store that it is carried to."""

    key: int
    text_sha256: str
    layer: str
    spans: tuple[tuple[int, int], ...]
    decision: str
    by: str
    at: str
    note: str | None
    records: tuple[tuple[str, str], ...]
    """(id of the report, id of the record), in the order of keeping; empty where the review is orphaned."""


def review(
    connection: Connection,
    *,
    text_sha256: str,
    layer: str,
    spans: Spans,
    decision: str,
    by: str,
    at: str,
    note: str | None = None,
    supersedes: int | None = None,
) -> int:
    """Add a decision.

    Args:
        connection: a transaction that writes.
        text_sha256: hash of the text.
        layer: one of `LAYERS`.
        spans: of the record in the text: a statement's content, an event's trigger, an estimate's quantity, a toponym.
        decision: what was decided.
        by: who decided.
        at: when, ISO 8601.
        note: why.
        supersedes: key of an earlier review that this one takes the place of.

    Returns:
        The key of the review.

    Raises:
        UsageError: where there is no such layer, or no review to take the place of.
    """
    if layer not in LAYERS:
        raise UsageError(f"records of {layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    if supersedes is not None:
        earlier = select(reviews.c.key).where(reviews.c.key == supersedes, reviews.c.text_sha256 == text_sha256)
        if connection.scalar(earlier) is None:
            raise UsageError(f"there is no review {supersedes} of this text")
    values = {
        "text_sha256": text_sha256,
        "layer": layer,
        "spans": pairs(spans),
        "decision": decision,
        "by": by,
        "at": at,
    }
    made = connection.execute(insert(reviews).values(**values, note=note, supersedes=supersedes))
    key = int(made.inserted_primary_key[0])  # type: ignore[index]
    connection.execute(delete(standing_reviews).where(standing_reviews.c.review_key == supersedes))
    connection.execute(insert(standing_reviews).values(review_key=key))
    return key


def carried(connection: Connection) -> Iterator[Reviewed]:
    """Every decision that stands, with the records that it is carried to."""
    later = reviews.alias()
    standing = select(reviews).where(~select(later.c.key).where(later.c.supersedes == reviews.c.key).exists())
    for row in connection.execute(standing.order_by(reviews.c.key)).all():
        yield Reviewed(
            key=row.key,
            text_sha256=row.text_sha256,
            layer=row.layer,
            spans=tuple((start, end) for start, end in json.loads(row.spans)),
            decision=row.decision,
            by=row.by,
            at=row.at,
            note=row.note,
            records=_records(connection, row.text_sha256, row.layer, row.spans),
        )


def orphaned(connection: Connection) -> Iterator[Reviewed]:
    """Decisions that stand and are carried to nothing."""
    return (one for one in carried(connection) if not one.records)


def _records(connection: Connection, text_sha256: str, layer: str, spans: str) -> tuple[tuple[str, str], ...]:
    table = metadata.tables[layer]
    if layer == "places":
        ((start, end),) = json.loads(spans)
        here = (table.c.start == start) & (table.c.end == end)
    else:
        here = table.c.spans == spans
    asked = (
        select(reports.c.id.label("report"), table.c.id)
        .join(reports, reports.c.key == table.c.report_key)
        .where(reports.c.text_sha256 == text_sha256, here)
        .order_by(table.c.key)
    )
    return tuple((row.report, row.id) for row in connection.execute(asked))
