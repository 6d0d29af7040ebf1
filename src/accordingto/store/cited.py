"""Statements as lists show them: what is said, according to whom, where it was published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from accordingto.store.find import COUNTED
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports

Row = dict[str, Any]
_STATEMENT = ("id", "content", "chain", "act", "factuality", "form", "block", "unnamed", "source", "source_actor")
_REPORT = ("title", "outlet", "published")


def cited(connection: Connection, keys: Sequence[int]) -> list[Row]:
    """The statements of some keys, in their order, each with its report; plain values."""
    query = (
        select(
            statements.c.key,
            *(statements.c[name] for name in _STATEMENT),
            reports.c.id.label("report"),
            *(reports.c[name] for name in _REPORT),
        )
        .join(reports, reports.c.key == statements.c.report_key)
        .where(statements.c.key.in_(keys))
    )
    found = {row.key: dict(row._mapping) for row in connection.execute(query)} if keys else {}
    for row in found.values():
        row["unnamed"] = bool(row["unnamed"])
        del row["key"]
    return [found[key] for key in keys if key in found]


def counted(connection: Connection, query: Select[Any]) -> tuple[int, bool]:
    """How many rows a query has, at most `COUNTED`, and whether there are more."""
    held = query.limit(COUNTED + 1).subquery()
    found = int(connection.scalar(select(func.count()).select_from(held)) or 0)
    return min(found, COUNTED), found > COUNTED
