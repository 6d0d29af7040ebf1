"""What people decided on statements of many reports, found at once: for pages that show some of each."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import Connection, select

from accordingto.model.review import AFFIRMING, DECIDING, Action, Review
from accordingto.store import blinding
from accordingto.store.fetch import text_of_row
from accordingto.store.reviews import asked_reviews, review_of
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.reviewing import reviews, standing_reviews
from accordingto.store.syncing import parted

_ID = re.compile(r"statement-[0-9a-f]{8,64}")
"""Ids of statements: nothing else is looked for."""


def any_stands(connection: Connection) -> bool:
    """Whether any decision on a record stands in the store: found in no time, so that pages ask nothing more where none does."""
    return connection.scalar(select(standing_reviews.c.review_key).limit(1)) is not None


def on_statements(connection: Connection, ids: Collection[str], *, viewer: str | None) -> dict[str, list[Review]]:
    """The decisions on some statements that stand and that somebody may see, the oldest first, by the ids of the statements.

    Args:
        connection: a transaction.
        ids: of the statements, as the program reads them.
        viewer: who looks; whoever codes a text blind sees only their own on it.
    """
    if not ids or not any_stands(connection):
        return {}
    query = (
        asked_reviews()
        .add_columns(statements.c.id.label("statement"))
        .where(standing_reviews.c.review_key.is_not(None))
        .join(reports, reports.c.text_sha256 == reviews.c.text_sha256)
        .join(statements, (statements.c.report_key == reports.c.key) & (statements.c.spans == reviews.c.spans))
        .where(reviews.c.layer == "statements", reviews.c.decision.in_([one.value for one in DECIDING]))
    )
    found: dict[str, dict[int, Review]] = {}
    for part in parted(sorted(ids)):
        for row in connection.execute(query.where(statements.c.id.in_(part)).order_by(reviews.c.key)):
            found.setdefault(row.statement, {})[row.key] = review_of(row)  # reports of one text share their statements
    return _seen(connection, {name: list(held.values()) for name, held in found.items()}, viewer)


def _seen(connection: Connection, found: dict[str, list[Review]], viewer: str | None) -> dict[str, list[Review]]:
    texts = {one.text_sha256 for held in found.values() for one in held}
    hidden = blinding.blind(connection, texts, viewer) if viewer is not None and texts else set()
    made = {
        name: [one for one in held if one.text_sha256 not in hidden or one.by == viewer] for name, held in found.items()
    }
    return {name: held for name, held in made.items() if held}


def bringing(connection: Connection, statement: str, *, viewer: str | None) -> list[Review]:
    """The decisions that somebody may see by which people have, or had, a statement of an id; the oldest first, also those taken back.

    All decisions are looked through: it is asked only of what the program does not read.

    Args:
        connection: a transaction.
        statement: its id, as it was added, accepted or corrected to.
        viewer: who looks.
    """
    if not _ID.fullmatch(statement):
        return []
    corrected = (reviews.c.decision == Action.CORRECT.value) & reviews.c.value.contains(f'"{statement}"')
    query = asked_reviews().where(
        reviews.c.layer == "statements",
        reviews.c.decision.in_([one.value for one in AFFIRMING]),
        (reviews.c.record == statement) | corrected,
    )
    found = [review_of(row) for row in connection.execute(query.order_by(reviews.c.key))]
    named = [one for one in found if statement in (one.record, one.value.id if one.value else None)]
    return _seen(connection, {statement: named}, viewer).get(statement, [])


def texts_of(connection: Connection, hashes: Collection[str]) -> dict[str, str]:
    """Texts by their hashes."""
    found: dict[str, str] = {}
    for part in parted(sorted(hashes)):
        query = select(reports.c.text_sha256, reports.c.text, reports.c.text_exact)
        for row in connection.execute(query.where(reports.c.text_sha256.in_(part))):
            found.setdefault(row.text_sha256, text_of_row(row))
    return found
