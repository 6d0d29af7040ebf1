"""What is to be decided next: records that somebody has not decided on, in an order that puts the doubtful first.

Pages go by key: each gives where the next begins, so that the last page costs what the first does. Only the latest edition of a report
is asked about.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, Table, cast, exists, literal, select, tuple_

from accordingto.model import RelationKind, Spans, UsageError
from accordingto.model.review import DECIDING, LAYERS, Action, Duty, State
from accordingto.model.spans import spans as spans_from
from accordingto.store import blinding, leases
from accordingto.store.collected import in_any_case
from accordingto.store.packing import digest
from accordingto.store.schema import metadata
from accordingto.store.schema.claims import control, estimates, events, statements
from accordingto.store.schema.records import reports, successions
from accordingto.store.schema.releasing import audit_items, audits
from accordingto.store.schema.reviewing import assignments, reviews, standing_reviews
from accordingto.store.schema.travel import relations
from accordingto.store.syncing import parted

_After = tuple[float, int] | None

LIMIT = 20
MOST = 500
"""Records of a page."""
AGAINST = 200
"""Contradicting statements looked up at a time: some pages of them."""
TRIES = 5
"""Pages that are looked through at most for records that nobody else holds; with more coders than that at once, a page may be short."""


class Order(StrEnum):
    """What comes first."""

    SCORE = "score"
    """What the program is least sure of."""
    CONTRADICTIONS = "contradictions"
    """Statements that contradict another, the latest stories first."""
    UNNAMED = "unnamed"
    """Statements whose innermost voice nobody can tell from the report."""
    MISSING = "missing"
    """Statements put forward by somebody in which neither event nor number nor control was read."""
    TEXT = "text"
    """Report by report, in reading order."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What is asked for."""

    by: str
    """Who decides: what they decided on is left out."""
    order: Order = Order.SCORE
    layer: str = "statements"
    case: str | None = None
    """Only of reports in this collection."""
    batch: str | None = None
    """Only of reports assigned to them in this batch, and not done. Then nothing is kept from others."""
    report: str | None = None
    """Only of this report."""
    limit: int = LIMIT
    after: str | None = None
    """Where the page begins: `Page.next` of the one before."""
    fresh: bool = False
    """Only what nobody has decided on; without it, what whoever asks has not."""
    lease: float | None = None
    """Seconds for which what is given is kept from the queues of others; it keeps nobody from deciding."""
    audit: str | None = None
    """Only records that were drawn into this random sample."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record to decide on."""

    report: str
    text_sha256: str
    layer: str
    spans: Spans
    record: str
    """Id of the record."""
    words: str
    """What it is about: the words of the content, the trigger, the number or the toponym."""
    score: float
    order: Order
    """Why it is asked about."""
    outlet: str | None
    title: str | None
    decided: int
    """How many others have decided on it, as far as the one who asks may see."""
    according: str | None
    """The voices below the outlet of the statement that it is or stands in, outermost first: empty for the outlet's own, ``None`` where a
    place stands in none."""
    act: str | None
    """What the innermost of them does."""
    tag: int | None
    """Key of the latest decision on it: the ``saw`` of the next one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a queue."""

    items: tuple[Item, ...]
    next: str | None
    """What ``after`` of the next page is; ``None`` where there is none."""


_WORDS = {"statements": "content", "events": "trigger", "estimates": "words", "control": "trigger", "places": "toponym"}


def page(connection: Connection, asked: Queue) -> Page:
    """A page of a queue.

    Args:
        connection: a transaction; one that writes where ``lease`` is asked for.
        asked: what is asked for.

    Raises:
        UsageError: where there is no such layer, or the order is none of it.
    """
    _check(asked)
    found, after, ended = _free(connection, asked, _place(asked.after))
    if asked.lease is not None and asked.batch is None:
        names = {leases.name(row.text_sha256, asked.layer, row.spans): row for row in found}
        got = leases.take(connection, names, holder=asked.by, seconds=asked.lease)
        found = [row for name, row in names.items() if name in got]
    return Page(_items(connection, asked, found), None if ended else json.dumps(after))


def _free(connection: Connection, asked: Queue, after: _After) -> tuple[list[Any], _After, bool]:
    """Rows that nobody else was given, the place of the last that was looked at, and whether there are no more."""
    found: dict[str, Any] = {}
    for _ in range(TRIES):
        rows, last, ended = _rows(connection, asked, after)
        named = [leases.name(row.text_sha256, asked.layer, row.spans) for row in rows]
        taken = set() if asked.batch is not None else leases.held(connection, named, but=asked.by)
        for row, name in zip(rows, named, strict=True):
            after = (row.first, row.key)
            if name not in taken:  # several reports may have one text
                found.setdefault(name, row)
            if len(found) == asked.limit:
                return list(found.values()), after, False
        after = last
        if ended:
            return list(found.values()), after, True
    return list(found.values()), after, False


def _rows(connection: Connection, asked: Queue, after: _After) -> tuple[list[Any], _After, bool]:
    """The next rows, where to go on after them, and whether there are no more."""
    query = _query(asked, after).limit(asked.limit)
    if asked.order is not Order.CONTRADICTIONS:
        rows = list(connection.execute(query).all())
        return rows, (rows[-1].first, rows[-1].key) if rows else after, len(rows) < asked.limit
    keys = _contradicting(connection, after)
    rows = list(connection.execute(query.where(statements.c.key.in_(keys))).all())
    if len(rows) == asked.limit:
        return rows, (0.0, rows[-1].key), False
    return rows, (0.0, keys[-1]) if keys else after, len(keys) < AGAINST


def _contradicting(connection: Connection, after: _After) -> list[int]:
    """Keys of statements that contradict another, the latest first: some at a time, for there may be very many.

    Each side is asked for by itself and by its index; of both together those that come first are surely among them.
    """
    keys: set[int] = set()
    for side in (relations.c.a_key, relations.c.b_key):
        query = select(side).distinct().where(relations.c.kind == RelationKind.CONTRADICTS)
        query = query if after is None else query.where(side < after[1])
        keys |= set(connection.scalars(query.order_by(side.desc()).limit(AGAINST)))
    return sorted(keys, reverse=True)[:AGAINST]


def _check(asked: Queue) -> None:
    if asked.layer not in LAYERS:
        raise UsageError(f"records of {asked.layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    if asked.layer != "statements" and asked.order not in (Order.SCORE, Order.TEXT):
        raise UsageError(f"the order {asked.order} is of statements; of {asked.layer} there are score and text")
    if not 1 <= asked.limit <= MOST:
        raise UsageError(f"a page has 1 to {MOST} records")


def _place(written: str | None) -> _After:
    """Where a page begins.

    Raises:
        UsageError: where that is none.
    """
    if written is None:
        return None
    try:
        first, key = json.loads(written)
        return float(first), int(key)
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"{written!r} is not where a page of the queue begins; take it from the page before"
        ) from error


def _query(asked: Queue, after: _After) -> Select[Any]:
    table = metadata.tables[asked.layer]
    by_score = asked.order is Order.SCORE
    first = table.c.score if by_score else literal(0.0)
    backwards = asked.order is Order.CONTRADICTIONS
    spans = spans_of_row(table)
    query = (
        select(
            first.label("first"),
            table.c.key,
            table.c.id.label("record"),
            table.c[_WORDS[asked.layer]].label("words"),
            table.c.score,
            spans.label("spans"),
            reports.c.id.label("report"),
            *(reports.c[name] for name in ("text_sha256", "outlet", "title")),
        )
        .select_from(table.join(reports, reports.c.key == table.c.report_key))
        .where(~exists().where(successions.c.previous_key == reports.c.key), ~_decided(asked, spans))
        .where(*_narrowed(asked, spans), *_meant(asked.order, table))
        .order_by(*([table.c.score] if by_score else []), table.c.key.desc() if backwards else table.c.key)
    )
    if after is None:
        return query
    if by_score:
        return query.where(tuple_(table.c.score, table.c.key) > tuple_(*map(literal, after)))
    return query.where(table.c.key < after[1] if backwards else table.c.key > after[1])


def spans_of_row(table: Table) -> ColumnElement[str]:
    """The spans of a row as ``reviews.spans`` has them."""
    if table.name != "places":
        return table.c.spans
    start, end = cast(table.c.start, String), cast(table.c.end, String)
    return literal("[[").concat(start).concat(",").concat(end).concat("]]")


def _decided(asked: Queue, spans: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether whoever asks has decided on a record; asked for what is fresh, whether anybody has."""
    stands = standing_reviews.c.review_key == reviews.c.key
    query = select(reviews.c.key).join(standing_reviews, stands)
    mine = [] if asked.fresh and asked.batch is None else [reviews.c.by == asked.by]
    return query.where(
        reviews.c.text_sha256 == reports.c.text_sha256,
        reviews.c.layer == asked.layer,
        reviews.c.spans == spans,
        reviews.c.decision.in_(sorted(DECIDING)),
        *mine,
    ).exists()


def _narrowed(asked: Queue, spans: ColumnElement[str]) -> Iterator[ColumnElement[bool]]:
    if asked.audit is not None:
        own = select(audits.c.key).where(audits.c.digest == digest(asked.audit)).scalar_subquery()
        drawn = select(audit_items.c.text_sha256).where(
            audit_items.c.audit_key == own, audit_items.c.layer == asked.layer
        )
        yield reports.c.text_sha256.in_(drawn)
        yield drawn.where(audit_items.c.text_sha256 == reports.c.text_sha256, audit_items.c.spans == spans).exists()
    if asked.report is not None:
        yield reports.c.id == asked.report
    if asked.case is not None:
        yield reports.c.key.in_(in_any_case(asked.case))
    if asked.batch is not None:
        mine = select(assignments.c.report_key).where(
            assignments.c.batch == asked.batch,
            assignments.c.coder == asked.by,
            assignments.c.state == State.OPEN,
            assignments.c.kind == Duty.CODE,
        )
        yield reports.c.key.in_(mine)


def _meant(order: Order, table: Table) -> Iterator[ColumnElement[bool]]:
    if table.name == "events":
        yield ~table.c.derived
    if order is Order.UNNAMED:
        yield table.c.unnamed
    if order is Order.MISSING:
        yield table.c.voices > 0
        for claimed in (events, estimates, control):
            yield ~exists().where(claimed.c.statement_key == table.c.key)


def _items(connection: Connection, asked: Queue, rows: Sequence[Any]) -> tuple[Item, ...]:
    held = _reviewed(connection, asked, {row.text_sha256 for row in rows})
    voices = _voices(connection, asked.layer, [row.key for row in rows])
    items = []
    for row in rows:
        there = held.get((row.text_sha256, row.spans), [])
        according, act = voices.get(row.key) or (None, None)
        others = {one.by for one in there if one.by != asked.by and one.standing and one.decision in DECIDING}
        items.append(
            Item(
                row.report,
                row.text_sha256,
                asked.layer,
                spans_from(json.loads(row.spans)),
                row.record,
                row.words,
                row.score,
                asked.order,
                row.outlet,
                row.title,
                len(others),
                according,
                act,
                max((one.key for one in there if one.decision != Action.COMMENT), default=None),
            )
        )
    return tuple(items)


def _voices(connection: Connection, layer: str, keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    """According to whom each of some records is, and what that voice does."""
    table = metadata.tables[layer]
    own = statements.c.key == table.c.statement_key if layer != "statements" else None
    source = table if own is None else table.join(statements, own)
    query = select(table.c.key, statements.c.chain, statements.c.voices, statements.c.act).select_from(source)
    rows = connection.execute(query.where(table.c.key.in_(keys)))
    return {row.key: (row.chain if row.voices else "", row.act) for row in rows}


def _reviewed(connection: Connection, asked: Queue, texts: set[str]) -> dict[tuple[str, str], list[Any]]:
    """Decisions on some texts, by selector, as far as whoever asks may see them."""
    columns = (reviews.c.text_sha256, reviews.c.spans, reviews.c.key, reviews.c.by, reviews.c.decision)
    stands = standing_reviews.c.review_key.is_not(None).label("standing")
    query = select(*columns, stands).outerjoin(standing_reviews, standing_reviews.c.review_key == reviews.c.key)
    found: dict[tuple[str, str], list[Any]] = {}
    for part in parted(sorted(texts)):
        blind = blinding.blind(connection, part, asked.by)
        for row in connection.execute(query.where(reviews.c.text_sha256.in_(part), reviews.c.layer == asked.layer)):
            if row.by == asked.by or row.text_sha256 not in blind:
                found.setdefault((row.text_sha256, row.spans), []).append(row)
    return found
