"""Rechecking people's decisions: each can be read, points into its text, and stands exactly where the decisions say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, exists, select

from accordingto.model import AccordingtoError, check_spans
from accordingto.model.review import spans_in
from accordingto.store import reviewed
from accordingto.store.reviews import asked_reviews, review_of
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import reviews
from accordingto.store.standing import standing


def misreviewed(connection: Connection, key: int) -> Iterator[str]:
    """What is wrong with a decision, in words; nothing where all is well."""
    row = connection.execute(asked_reviews().where(reviews.c.key == key)).first()
    if row is None:  # forgotten meanwhile
        return
    yield from _read(connection, row)
    same = select(reviews.c.key, reviews.c.decision, reviews.c.by, reviews.c.supersedes).where(
        reviews.c.text_sha256 == row.text_sha256, reviews.c.layer == row.layer, reviews.c.spans == row.spans
    )
    stands = key in standing(connection.execute(same).all())
    if stands != bool(row.standing):
        yield f"decision {key} of {row.by} {'stands' if stands else 'does not stand'}, and the store says otherwise"


def _read(connection: Connection, row: Any) -> Iterator[str]:
    if not connection.scalar(select(exists().where(reports.c.text_sha256 == row.text_sha256))):
        yield f"decision {row.key} is on a text that no report has"
        return
    try:
        review = review_of(row)
        check_spans((*review.spans, *spans_in(review.value)), reviewed.text_of(connection, row.text_sha256))
    except AccordingtoError as error:
        yield f"decision {row.key}: {error}"
    except Exception as error:  # a value that is not JSON any more: anything may be in it
        yield f"decision {row.key} cannot be read: {type(error).__name__}: {error}"
