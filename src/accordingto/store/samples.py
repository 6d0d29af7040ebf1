"""Random samples of records, drawn to be coded by people so that it is known how often the program is right.

What is drawn depends on the seed and on what is read, not on the order in which it came nor on the database: each record has a number,
the hash of the seed and of its selector, and those with the least numbers are the sample.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, exists, insert, select

from accordingto.model import NotKept, UsageError
from accordingto.model.review import LAYERS
from accordingto.store.collected import in_case
from accordingto.store.packing import digest
from accordingto.store.queueing import spans_of_row
from accordingto.store.reviews import asked_reviews, now, review_of
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports, successions
from accordingto.store.schema.releasing import audit_items, audits
from accordingto.store.schema.reviewing import reviews, standing_reviews

SIZE = 200
"""Records of a layer that are drawn: a share near 0.85 is then known to five points either way."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is to be drawn."""

    name: str
    layers: tuple[str, ...] = ("statements",)
    size: int = SIZE
    """Of each layer; where there are fewer, all."""
    seed: int = 1
    case: str | None = None
    """Only of reports in this collection."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample that was drawn."""

    name: str
    id: str
    at: str
    by: str
    seed: int
    size: int
    case: str | None
    population: dict[str, int]
    """Of each layer the records that it was drawn from; reports of one text have theirs once."""


def draw(connection: Connection, asked: Drawing, *, by: str) -> Sample:
    """Draw a sample and keep it.

    Raises:
        UsageError: where there is one of this name, no such layer or collection, or nothing to draw.
    """
    _check(connection, asked)
    drawn = {layer: _drawn(connection, layer, asked) for layer in asked.layers}
    population = {layer: count for layer, (_, count) in drawn.items()}
    if not any(population.values()):
        raise UsageError(f"there is nothing to draw: no {' nor '.join(asked.layers)} are read in this store")
    rows = [row for layer in asked.layers for row in drawn[layer][0]]
    ident = (
        "audit-" + sha256(json.dumps([asked.name, asked.seed, [row[1:4] for row in rows]]).encode()).hexdigest()[:20]
    )
    told = {"layers": list(asked.layers), "size": asked.size, "case": asked.case, "population": population}
    values = {"id": ident, "digest": digest(asked.name), "name": asked.name, "at": now(), "by": by, "seed": asked.seed}
    made = connection.execute(insert(audits).values(**values, record=json.dumps(told)))
    key = made.inserted_primary_key[0]  # type: ignore[index]
    names = ("layer", "text_sha256", "spans", "record", "report")
    items = [dict(zip(names, row[1:], strict=True)) for row in rows]
    connection.execute(
        insert(audit_items), [{"audit_key": key, "ordinal": number, **item} for number, item in enumerate(items)]
    )
    return found(connection, asked.name)


def _check(connection: Connection, asked: Drawing) -> None:
    if not asked.name.strip():
        raise UsageError("a sample needs a name")
    if unknown := [layer for layer in asked.layers if layer not in LAYERS]:
        raise UsageError(f"records of {unknown[0]} cannot be reviewed; those of {', '.join(LAYERS)} can")
    if connection.scalar(select(audits.c.key).where(audits.c.digest == digest(asked.name))) is not None:
        raise UsageError(f"the sample {asked.name} was drawn already; give another one another name")


def _drawn(connection: Connection, layer: str, asked: Drawing) -> tuple[list[tuple[str, ...]], int]:
    """Rows of (number, layer, text, spans, record, report) and how many there were to draw from."""
    seen: set[bytes] = set()

    def numbered() -> Iterator[tuple[str, ...]]:
        for row in connection.execute(_rows(connection, layer, asked.case)):
            number = sha256(f"{asked.seed}|{row.text_sha256}|{layer}|{row.spans}".encode())
            if number.digest()[:8] not in seen:
                seen.add(number.digest()[:8])
                yield (number.hexdigest(), layer, row.text_sha256, row.spans, row.record, row.report)

    return heapq.nsmallest(asked.size, numbered()), len(seen)


def _rows(connection: Connection, layer: str, case: str | None) -> Any:
    table = metadata.tables[layer]
    query = (
        select(
            reports.c.text_sha256,
            spans_of_row(table).label("spans"),
            table.c.id.label("record"),
            reports.c.id.label("report"),
        )
        .select_from(table.join(reports, reports.c.key == table.c.report_key))
        .where(~exists().where(successions.c.previous_key == reports.c.key))
    )
    if layer == "events":
        query = query.where(~table.c.derived)
    if case is None:
        return query
    return query.where(reports.c.key.in_(in_case(connection, case)))


def _sample(row: Any) -> Sample:
    told = json.loads(row.record)
    return Sample(row.name, row.id, row.at, row.by, row.seed, told["size"], told["case"], told["population"])


def found(connection: Connection, name: str) -> Sample:
    """A sample by its name or id.

    Raises:
        NotKept: where there is none.
    """
    row = connection.execute(select(audits).where((audits.c.digest == digest(name)) | (audits.c.id == name))).first()
    if row is None:
        raise NotKept(f"there is no sample {name} in this store; accordingto audit lists those there are")
    return _sample(row)


def listed(connection: Connection) -> list[Sample]:
    """All samples, the oldest first."""
    return [_sample(row) for row in connection.execute(select(audits).order_by(audits.c.key))]


def judged(connection: Connection, name: str) -> dict[str, list[list[Any]]]:
    """Of each layer of a sample, for each record in the order of drawing, the decisions that stand.

    Raises:
        NotKept: where there is no such sample.
    """
    sample = found(connection, name)
    key = connection.scalar(select(audits.c.key).where(audits.c.id == sample.id))
    made: dict[str, list[list[Any]]] = {layer: [] for layer in sample.population}
    for item in connection.execute(
        select(audit_items).where(audit_items.c.audit_key == key).order_by(audit_items.c.ordinal)
    ).all():
        query = asked_reviews().where(
            reviews.c.text_sha256 == item.text_sha256,
            reviews.c.layer == item.layer,
            reviews.c.spans == item.spans,
            standing_reviews.c.review_key.is_not(None),
        )
        made[item.layer].append([review_of(row) for row in connection.execute(query)])
    return made
