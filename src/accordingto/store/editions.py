"""A report's place among others: which edition of which work it is, and which report it takes the place of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select

from accordingto.model import Report
from accordingto.store.addresses import canonical
from accordingto.store.packing import digest
from accordingto.store.schema.records import report_captures, reports, successions, works
from accordingto.store.writer import ensure

EDITION, EXTRACTION = "edition", "extraction"

_CLEANED = (
    select(reports.c.key, reports.c.id, reports.c.edition)
    .join(report_captures, report_captures.c.report_key == reports.c.key)
    .where(
        report_captures.c.capture_key == bindparam("capture"),
        reports.c.extraction != bindparam("extraction"),
        reports.c.text_sha256 != bindparam("text"),
    )
    .order_by(reports.c.key.desc())
    .limit(1)
)
_EDITIONS = (
    select(reports.c.key, reports.c.id, reports.c.text_sha256, reports.c.edition)
    .where(reports.c.work_key == bindparam("work"))
    .order_by(reports.c.edition, reports.c.key)
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a new report stands."""

    work: int | None
    edition: int
    previous: dict[str, tuple[int, str]]
    """Key and id of the report whose place it takes, by the kind of succession."""


def standing(connection: Connection, report: Report, capture: int) -> Standing:
    """Where a report that is not in the store yet stands.

    From the same bytes by another cleaning: an extraction, of the edition that the earlier one is. At the same address with a
    text that was not there: the next edition. With a text that was there (another outlet was given): that edition.
    """
    work, new = _work(connection, report)
    cleaned = _latest_of_capture(connection, report, capture)
    held = _editions(connection, work) if work is not None and not new else []
    same = next((number for _, _, text, number in held if text == report.text_sha256), None)
    if cleaned is not None:
        key, ident, number = cleaned
        return Standing(work, number, {EXTRACTION: (key, ident)})
    if same is not None or not held:
        return Standing(work, same or 1, {})
    key, ident, _, number = held[-1]
    return Standing(work, number + 1, {EDITION: (key, ident)})


def succeed(connection: Connection, report: int, found: Standing) -> None:
    """Note whose place a report takes."""
    rows = [{"report_key": report, "kind": kind, "previous_key": key} for kind, (key, _) in found.previous.items()]
    if rows:
        connection.execute(insert(successions), rows)


def _work(connection: Connection, report: Report) -> tuple[int | None, bool]:
    address = canonical(report.url.value) if report.url else None
    if address is None:
        return None, False
    values = {"digest": digest(address), "address": address}
    return ensure(connection, works, values, unique="digest")


def _latest_of_capture(connection: Connection, report: Report, capture: int) -> tuple[int, str, int] | None:
    """The last report made of the same bytes by another cleaning, where it has another text."""
    given = {"capture": capture, "extraction": report.extraction, "text": report.text_sha256}
    row = connection.execute(_CLEANED, given).first()
    return (row.key, row.id, row.edition) if row else None


def _editions(connection: Connection, work: int) -> list[tuple[int, str, str, int]]:
    return [(row.key, row.id, row.text_sha256, row.edition) for row in connection.execute(_EDITIONS, {"work": work})]
