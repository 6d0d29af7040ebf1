"""Which reports are in a collection, and in which collections a report is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, select

from accordingto.model import NotKept
from accordingto.store.packing import digest
from accordingto.store.schema.keeping import case_reports, cases

_HELD = case_reports.join(cases, cases.c.key == case_reports.c.case_key)


def case_key(connection: Connection, name: str) -> int:
    """The key of a collection.

    Raises:
        NotKept: where there is none of this name; says how to list them.
    """
    key: int | None = connection.scalar(select(cases.c.key).where(cases.c.digest == digest(name)))
    if key is None:
        raise NotKept(f"there is no collection {name!r} in this store; accordingto reports --by case lists them")
    return key


def in_case(connection: Connection, name: str) -> Select[Any]:
    """Keys of the reports in a collection.

    Raises:
        NotKept: where there is none of this name.
    """
    return select(case_reports.c.report_key).where(case_reports.c.case_key == case_key(connection, name))


def in_any_case(*names: str) -> Select[Any]:
    """Keys of the reports in one of some collections; none where there is no such collection."""
    meant = cases.c.digest.in_([digest(name) for name in names])
    return select(case_reports.c.report_key).select_from(_HELD).where(meant)


def cases_of(connection: Connection, report: int) -> tuple[str, ...]:
    """Names of the collections that a report is in, sorted.

    Args:
        connection: to the store.
        report: its key.
    """
    held = select(cases.c.name).select_from(_HELD).where(case_reports.c.report_key == report)
    return tuple(sorted(connection.scalars(held)))
