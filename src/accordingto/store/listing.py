"""What a store holds, to be looked over: counts, reports, failures, and articles with several editions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, distinct, func, or_, select

from accordingto.model import NotKept, UsageError
from accordingto.store.addresses import canonical
from accordingto.store.collected import in_any_case
from accordingto.store.packing import digest
from accordingto.store.schema.door import copy_pairs, copy_reports
from accordingto.store.schema.keeping import case_reports, cases, failures
from accordingto.store.schema.records import captures, readings, report_captures, reports, sightings, successions, works

KINDS = ("exact", "near", "partial", "quotation")
"""Of copies, the nearest first."""
BATCH = 500
"""Rows fetched at a time."""


@dataclass(frozen=True, slots=True)
class Overview:
    """How much a store holds."""

    reports: int
    unread: int
    captures: int
    capture_bytes: int
    """Of the captures as they came, before they were packed."""
    sightings: int
    works_with_editions: int
    failures: int
    first_day: str | None
    last_day: str | None


def overview(connection: Connection) -> Overview:
    """Count what a store holds."""

    def one(query: Any) -> Any:
        return connection.execute(query).one()

    kept, first, last = one(select(func.count(), func.min(reports.c.published_day), func.max(reports.c.published_day)))
    read = one(select(func.count()).select_from(readings))[0]
    seen = one(select(func.count(), func.coalesce(func.sum(captures.c.size), 0)).select_from(captures))
    return Overview(
        reports=kept,
        unread=kept - read,
        captures=seen[0],
        capture_bytes=int(seen[1]),
        sightings=one(select(func.count()).select_from(sightings))[0],
        works_with_editions=one(select(func.count(distinct(reports.c.work_key))).where(reports.c.edition > 1))[0],
        failures=one(select(func.count()).select_from(failures))[0],
        first_day=first,
        last_day=last,
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports are asked for."""

    outlet: str | None = None
    case: str | None = None
    since: str | None = None
    """First day of publication; reports without a day are left out."""
    until: str | None = None
    unread: bool = False
    newest: bool = False
    """Only reports whose place no later edition or extraction has taken."""


_HELD = reports.outerjoin(readings, readings.c.report_key == reports.c.key)


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if wanted.outlet is not None:
        made.append(func.lower(reports.c.outlet) == wanted.outlet.lower())
    if wanted.case is not None:
        made.append(reports.c.key.in_(in_any_case(wanted.case)))
    if wanted.since is not None:
        made.append(reports.c.published_day >= wanted.since)
    if wanted.until is not None:
        made.append(reports.c.published_day <= wanted.until)
    if wanted.unread:
        made.append(readings.c.report_key.is_(None))
    if wanted.newest:
        made.append(reports.c.key.not_in(select(successions.c.previous_key)))
    return made


BY = ("outlet", "case", "day", "language")
"""What reports can be counted by."""


def counts(connection: Connection, by: str, wanted: Wanted) -> list[tuple[str | None, int]]:
    """How many reports there are by outlet, case, day or language: the most first, days in order.

    Args:
        connection: to the store.
        by: one of `BY`.
        wanted: which reports are counted. One that is in several cases counts in each.
    """
    column: Any = {
        "outlet": reports.c.outlet,
        "day": reports.c.published_day,
        "language": reports.c.language,
        "case": cases.c.name,
    }[by]
    held: Any = _HELD
    if by == "case":
        held = held.outerjoin(case_reports, case_reports.c.report_key == reports.c.key)
        held = held.outerjoin(cases, cases.c.key == case_reports.c.case_key)
    count = func.count()
    query = select(column, count).select_from(held).where(*_conditions(wanted)).group_by(column)
    found = [(row[0], int(row[1])) for row in connection.execute(query)]
    if by == "day":
        return sorted(found, key=lambda pair: (pair[0] is None, pair[0] or ""))
    return sorted(found, key=lambda pair: (-pair[1], pair[0] or ""))


def report_rows(connection: Connection, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Each report as a plain row, in the order of keeping; memory does not grow with their number."""
    place = select(sightings.c.place).where(sightings.c.key == reports.c.sighting_key).scalar_subquery()
    columns = (
        reports.c.key,
        reports.c.id,
        reports.c.title,
        reports.c.outlet,
        reports.c.published,
        reports.c.url,
        reports.c.language,
        reports.c.edition,
        reports.c.flags,
        readings.c.report_key.label("read"),
        place.label("where"),
    )
    last = -1
    while True:
        query = select(*columns).select_from(_HELD).where(reports.c.key > last, *_conditions(wanted))
        rows = connection.execute(query.order_by(reports.c.key).limit(BATCH)).all()
        if not rows:
            return
        for row in rows:
            made = dict(row._mapping)
            last = made.pop("key")
            flags = json.loads(made.pop("flags"))
            yield {**made, "flags": flags, "read": made["read"] is not None}


def failure_rows(connection: Connection) -> Iterator[dict[str, Any]]:
    """Each failure as a plain row, by kind of error and place."""
    bytes_kept = failures.c.capture_key.is_not(None).label("bytes_kept")
    columns = (failures.c.place.label("where"), failures.c.error, failures.c.message, failures.c.at, bytes_kept)
    for row in connection.execute(select(*columns).order_by(failures.c.error, failures.c.key)):
        yield {**row._mapping, "bytes_kept": bool(row.bytes_kept)}


@dataclass(frozen=True, slots=True)
class Article:
    """An address under which a report has several editions."""

    key: int
    address: str
    editions: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An edition in the store."""

    report: str
    number: int
    seen: str | None
    """When its bytes were seen first, ISO 8601, where that is known."""


def articles(connection: Connection) -> list[Article]:
    """The articles with several editions, those that changed last first."""
    query = (
        select(works.c.key, works.c.address, func.max(reports.c.edition).label("editions"))
        .join(reports, reports.c.work_key == works.c.key)
        .group_by(works.c.key, works.c.address)
        .having(func.max(reports.c.edition) > 1)
        .order_by(func.max(reports.c.key).desc())
    )
    return [Article(row.key, row.address, row.editions) for row in connection.execute(query)]


def article(connection: Connection, named: str) -> Article:
    """The article of an address, or of the id of one of its editions.

    Raises:
        UsageError: where the store holds none.
    """
    query = select(works.c.key, works.c.address).join(reports, reports.c.work_key == works.c.key)
    address = canonical(named)
    meant = works.c.digest == digest(address) if address is not None else reports.c.id == named
    row = connection.execute(query.where(meant)).first()
    if row is None:
        known = connection.scalar(select(reports.c.key).where(reports.c.id == named))
        if known is not None:
            raise UsageError(f"{named} has no address, and so no other edition is known")
        raise NotKept(f"there is no report at {named} in this store; accordingto reports lists what there is")
    top = connection.scalar(select(func.max(reports.c.edition)).where(reports.c.work_key == row.key))
    return Article(row.key, row.address, int(top or 0))


def editions(connection: Connection, work: int) -> Sequence[Stored]:
    """The editions of an article in order: of each number the report that was made last, where it was cleaned anew."""
    later = successions.alias()
    replaced = select(later.c.report_key).where(later.c.previous_key == reports.c.key, later.c.kind == "extraction")
    query = (
        select(reports.c.key, reports.c.id, reports.c.edition)
        .where(reports.c.work_key == work, ~replaced.exists())
        .order_by(reports.c.edition, reports.c.key)
    )
    found = {row.edition: row for row in connection.execute(query)}
    return [Stored(row.id, number, _seen(connection, row.key)) for number, row in sorted(found.items())]


def _seen(connection: Connection, report: int) -> str | None:
    held = sightings.join(report_captures, report_captures.c.capture_key == sightings.c.capture_key)
    first: str | None = connection.scalar(
        select(func.min(sightings.c.at)).select_from(held).where(report_captures.c.report_key == report)
    )
    return first


def last_key(connection: Connection) -> int:
    """The key of the report that was kept last; 0 where there is none."""
    return int(connection.scalar(select(func.max(reports.c.key))) or 0)


def copies_since(connection: Connection, key: int) -> dict[str, int]:
    """How many reports kept after that of a key are copies of earlier ones, by kind; editions of one article are none.

    A report counts once a kind: it may reprint one report whole and take a part of another.
    """
    new, old, a, b = copy_reports.alias(), copy_reports.alias(), reports.alias(), reports.alias()
    another = or_(a.c.work_key.is_(None), b.c.work_key.is_(None), a.c.work_key != b.c.work_key)
    count = func.count(distinct(new.c.report_key))
    exact = (
        select(count)
        .select_from(new.join(old, and_(old.c.text_key == new.c.text_key, old.c.report_key < new.c.report_key)))
        .join(a, a.c.key == new.c.report_key)
        .join(b, b.c.key == old.c.report_key)
        .where(new.c.report_key > key, another)
    )
    others = (
        select(copy_pairs.c.kind, count)
        .select_from(new.join(copy_pairs, copy_pairs.c.other_key == new.c.text_key))
        .join(old, old.c.text_key == copy_pairs.c.text_key)
        .join(a, a.c.key == new.c.report_key)
        .join(b, b.c.key == old.c.report_key)
        .where(new.c.report_key > key, old.c.report_key < new.c.report_key, another)
        .group_by(copy_pairs.c.kind)
    )
    found = {"exact": connection.scalar(exact) or 0, **{row[0]: int(row[1]) for row in connection.execute(others)}}
    return {kind: found[kind] for kind in KINDS if found.get(kind)}


def case_names(connection: Connection) -> list[str]:
    """Names of all collections, in the order of the alphabet."""
    return sorted(connection.scalars(select(cases.c.name)))
