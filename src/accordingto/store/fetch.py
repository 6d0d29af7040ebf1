"""Records out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from accordingto.model import Report, Run
from accordingto.pipeline.reading import Reading
from accordingto.store.records import actors_in, unpack_actor, unpack_reading, unpack_report
from accordingto.store.schema.named import actors
from accordingto.store.schema.records import readings, reports, runs


def text_of_row(row: Any) -> str:
    """The archived text of a row of reports, exactly."""
    text: str = row.text if row.text_exact is None else bytes(row.text_exact).decode("utf-8", "surrogatepass")
    return text


def asked() -> Select[Any]:
    """What `reading_of` needs of a report and its reading."""
    return (
        select(
            reports.c.key,
            reports.c.text,
            reports.c.text_exact,
            reports.c.record.label("report"),
            readings.c.record,
            readings.c.place,
            runs.c.version,
            runs.c.extraction,
            runs.c.model_sha256,
            runs.c.lexicons_sha256,
            runs.c.gazetteer_sha256,
        )
        .join(readings, readings.c.report_key == reports.c.key)
        .join(runs, runs.c.key == readings.c.run_key)
    )


def reading_of(connection: Connection, row: Any) -> Reading:
    """The reading of a row of `asked`.

    Raises:
        IntegrityError: where its record is damaged.
    """
    report = unpack_report(row.report, text_of_row(row))
    run = Run(row.version, row.extraction, row.model_sha256, row.lexicons_sha256, row.gazetteer_sha256)
    held = _actors(connection, actors_in(row.record))
    return unpack_reading(row.record, report=report, run=run, where=row.place, actors=held)


def _actors(connection: Connection, digests: Sequence[str]) -> dict[str, Any]:
    if not digests:
        return {}
    wanted = select(actors.c.digest, actors.c.record).where(actors.c.digest.in_(digests))
    return {row.digest: unpack_actor(row.record) for row in connection.execute(wanted)}


def old_reading(connection: Connection, key: int) -> Reading | None:
    """The reading of a report that stands in the store, if there is one."""
    row = connection.execute(asked().where(reports.c.key == key)).first()
    return reading_of(connection, row) if row else None


def reports_of(connection: Connection, ids: Sequence[str]) -> list[Report]:
    """The reports of some ids, those that there are.

    Raises:
        IntegrityError: where a record is damaged.
    """
    query = select(reports.c.text, reports.c.text_exact, reports.c.record).where(reports.c.id.in_(list(ids)))
    return [report_of_row(row) for row in connection.execute(query)]


def report_of_row(row: Any) -> Report:
    """The report of a row with ``text``, ``text_exact`` and ``record``."""
    return unpack_report(row.record, text_of_row(row))
