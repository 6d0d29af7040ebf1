"""The pairs of reports that share something, to be looked over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, column, or_, select, table

from accordingto.model import NotKept
from accordingto.store.addresses import canonical
from accordingto.store.collected import in_case
from accordingto.store.packing import digest
from accordingto.store.schema.door import COPIES
from accordingto.store.schema.records import reports, works

BATCH = 500
"""Rows fetched at a time."""
_VIEW = table("copies_flat", *(column(name) for name, _, _ in COPIES))
COLUMNS = tuple(name for name, _, _ in COPIES if not name.endswith("_key"))
"""What a listing shows of a pair."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which pairs are asked for."""

    report: str | None = None
    """Id or address of a report that is one of the two."""
    kinds: Sequence[str] = ()
    """None for all."""
    case: str | None = None
    """A collection that holds both."""
    editions: bool = False
    """Editions and cleanings of one report too."""


def pair_rows(connection: Connection, sought: Sought) -> Iterator[dict[str, Any]]:
    """Pairs of reports as rows of the view ``copies_flat``, in the order of keeping; memory does not grow with their number.

    Raises:
        UsageError: where the report or the collection that is asked for is not in the store.
    """
    query = select(_VIEW).where(*_conditions(connection, sought)).order_by(_VIEW.c.report_key, _VIEW.c.other_key)
    for row in connection.execution_options(yield_per=BATCH).execute(query):
        found = {name: row._mapping[name] for name in COLUMNS}
        yield found | {"editions": bool(row.editions)}  # SQLite has numbers for true and false


def _conditions(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.report is not None:
        keys = _keys(connection, sought.report)
        yield or_(_VIEW.c.report_key.in_(keys), _VIEW.c.other_key.in_(keys))
    if sought.kinds:
        yield _VIEW.c.kind.in_(sought.kinds)
    if sought.case is not None:
        inside = in_case(connection, sought.case)
        yield _VIEW.c.report_key.in_(inside)
        yield _VIEW.c.other_key.in_(inside)
    if not sought.editions:
        yield ~_VIEW.c.editions


def _keys(connection: Connection, named: str) -> Sequence[int]:
    """Keys of the report with an id, or of all editions at an address."""
    address = canonical(named)
    at = select(works.c.key).where(works.c.digest == digest(address)) if address else None
    wanted = reports.c.id == named if at is None else reports.c.work_key.in_(at)
    found = connection.scalars(select(reports.c.key).where(wanted)).all()
    if not found:
        raise NotKept(f"there is no report {named} in this store; accordingto reports lists their ids")
    return found
