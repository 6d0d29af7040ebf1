"""What carries decisions to what another run reads: the stated rule, as a listing.

A decision is carried to every record of its layer with its spans in any report of its text, whatever run made it. Where the reports of
the text have been read and none has such a record, it is **orphaned**: it stays, and is listed. What was accepted, corrected or added
brings its record with it, so that it counts on either way; see `accordingto.review.apply`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from accordingto.model.review import REPORT, Action, Review
from accordingto.store import reviewed
from accordingto.store.project import pairs
from accordingto.store.reviews import asked_reviews, review_of
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.reviewing import reviews, standing_reviews

BATCH = 500
"""Decisions looked at at a time."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A decision that stands, and the records of the store that it is carried to."""

    review: Review
    records: tuple[tuple[str, str], ...]
    """(id of the report, id of the record), in the order of keeping."""
    orphaned: bool
    """Whether its text has been read and there is no such record. What was added was never one of the program's."""


def carried(connection: Connection, *, after: int = 0) -> Iterator[Carried]:
    """Every decision on a record that stands, with the records that it is carried to, in the order of keeping.

    Args:
        connection: a transaction.
        after: key of the last one that was listed.
    """
    while True:
        standing = asked_reviews().where(standing_reviews.c.review_key.is_not(None), reviews.c.key > after)
        rows = connection.execute(standing.where(reviews.c.layer != REPORT).order_by(reviews.c.key).limit(BATCH)).all()
        if not rows:
            return
        yield from (_carried(connection, row) for row in rows)
        after = rows[-1].key


def orphaned(connection: Connection, *, after: int = 0) -> Iterator[Carried]:
    """Decisions that stand and are carried to nothing, though the text has been read."""
    return (one for one in carried(connection, after=after) if one.orphaned)


def _carried(connection: Connection, row: Any) -> Carried:
    review = review_of(row)
    found = reviewed.ids_at(connection, review.text_sha256, review.layer, pairs(review.spans) or "[]")
    lost = not found and review.action not in (Action.ADD, Action.COMMENT)
    return Carried(review, found, lost and _read(connection, review.text_sha256))


def _read(connection: Connection, text_sha256: str) -> bool:
    held = select(readings.c.report_key).join(reports, reports.c.key == readings.c.report_key)
    return connection.scalar(held.where(reports.c.text_sha256 == text_sha256).limit(1)) is not None
