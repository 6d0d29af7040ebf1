"""Reports that are coded: everything of some layers is decided, and nothing was missed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from accordingto.model import UsageError
from accordingto.model.people import Role
from accordingto.model.review import LAYERS, REPORT, Action, Decided, Decision, Record, Review, selected
from accordingto.store import reviewed, reviews
from accordingto.store.disputing import disputes
from accordingto.store.fetch import old_reading
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.reviewing import reviews as kept
from accordingto.store.schema.reviewing import standing_reviews


@dataclass(frozen=True, slots=True)
class Coded:
    """That a report is coded."""

    report: str
    by: str
    role: Role | None = None
    layers: tuple[str, ...] = tuple(LAYERS)
    rest: Action | None = None
    """What is decided of records that are not decided on: accept or reject; without it there must be none."""
    batch: str | None = None


def coded(connection: Connection, asked: Coded) -> Decided:
    """Keep that a report is coded, after the decisions on what was left.

    Raises:
        UsageError: where there is no such report, it is not read, or something is not decided on.
    """
    row = connection.execute(select(reports.c.key, reports.c.text_sha256).where(reports.c.id == asked.report)).first()
    if row is None:
        raise UsageError(f"there is no report {asked.report} in this store; accordingto reports lists what there is")
    if asked.rest not in (None, Action.ACCEPT, Action.REJECT):
        raise UsageError(f"what is left is accepted or rejected, not {asked.rest}")
    if unknown := [name for name in asked.layers if name not in LAYERS]:
        raise UsageError(f"records of {unknown[0]} cannot be reviewed; those of {', '.join(LAYERS)} can")
    reviews.lock(connection, row.text_sha256)
    held = reviews.of_text(connection, row.text_sha256, viewer=asked.by)
    left = _left(connection, row.key, held, asked)
    if left and asked.rest is None:
        raise UsageError(
            f"{len(left)} records of {', '.join(sorted({layer for layer, _ in left}))} are not decided on yet; "
            "decide on them, or say what is to be done with the rest: accept or reject"
        )
    latest = {(one.layer, one.spans): one.key for one in held}
    for layer, record in left:
        _rest(connection, row.text_sha256, layer, record, asked, latest.get((layer, selected(record))))
    before = {name for one in held if _codes(one, asked.by) for name in one.layers}
    layers = tuple(name for name in LAYERS if name in before or name in asked.layers)
    whole = Decision(Action.CODED, row.text_sha256, REPORT, (), asked.by, asked.role, layers=layers, batch=asked.batch)
    return reviews.decide(connection, whole)


def _codes(one: Review, by: str) -> bool:
    """Whether somebody says by it that a text is coded."""
    return one.standing and one.by == by and one.action == Action.CODED


def _left(connection: Connection, key: int, held: list[Review], asked: Coded) -> list[tuple[str, Record]]:
    """Records that are not decided on by whoever says that all is; whoever settles need not repeat what coders agree on.

    Raises:
        UsageError: where the report is not read, or whoever settles has left something that coders decided differently.
    """
    reading = old_reading(connection, key)
    if reading is None:
        raise UsageError(f"{asked.report} is kept unread; accordingto process reads it")
    settles = asked.role is not None and asked.role.settles
    if settles and (open_ := [layer for layer, _ in disputes(held) if layer in asked.layers]):
        what = ", ".join(sorted(set(open_)))
        raise UsageError(
            f"{len(open_)} records of {what} are disputed: coders decided differently; decide on each of them"
        )
    done = {(one.layer, one.spans) for one in held if one.standing and one.decides and (settles or one.by == asked.by)}
    return [
        (layer, record)
        for layer in asked.layers
        for record in reviewed.records_of(reading, layer)
        if (layer, selected(record)) not in done
    ]


def _rest(connection: Connection, text_sha256: str, layer: str, record: Record, asked: Coded, saw: int | None) -> None:
    action = asked.rest or Action.ACCEPT
    value = record if action is Action.ACCEPT else None
    spans = selected(record)
    one = Decision(action, text_sha256, layer, spans, asked.by, asked.role, value=value, saw=saw, batch=asked.batch)
    reviews.decide(connection, one)


def coded_reports(connection: Connection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Ids of reports that somebody has coded and the layers that were, by the first who did; of one text the latest report."""
    query = (
        select(kept.c.text_sha256, kept.c.value)
        .join(standing_reviews, standing_reviews.c.review_key == kept.c.key)
        .where(kept.c.decision == Action.CODED)
        .order_by(kept.c.key)
    )
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.text_sha256, set()).update(json.loads(row.value) if row.value else LAYERS)
    for text, layers in found.items():
        last = select(func.max(reports.c.key)).join(readings, readings.c.report_key == reports.c.key)
        key = connection.scalar(last.where(reports.c.text_sha256 == text))
        if key is not None:
            name: str = connection.scalars(select(reports.c.id).where(reports.c.key == key)).one()
            yield name, tuple(layer for layer in LAYERS if layer in layers)
