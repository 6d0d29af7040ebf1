"""Records of a layer, page by page, as the flat views have them: each row says by itself what is claimed, according to whom, and where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, bindparam, text

from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of
from accordingto.store.query import parsed
from accordingto.store.schema.base import EXTRAS, unescaped

Row = dict[str, Any]


class FlatLayer(StrEnum):
    """A layer with a flat view."""

    REPORTS = "reports"
    STATEMENTS = "statements"
    EVENTS = "events"
    ESTIMATES = "estimates"
    CONTROL = "control"


@dataclass(frozen=True, slots=True)
class Paged:
    """Rows, and where to go on."""

    rows: tuple[Row, ...]
    next: int | None
    """Key of the last statement or report, where others follow."""


SPANS = "spans"
"""What is told beside the columns of the view: where the record stands in the report's text."""


def columns(layer: FlatLayer) -> dict[str, str]:
    """The columns of a layer's rows, with what each holds."""
    view = next(one for one in EXTRAS if one.name == f"{layer}_flat")
    told = {name: about for name, about in view.columns if name != "key"}
    where = "Where it stands in the report's text: `[start, end]` in code points, half-open."
    return told if layer is FlatLayer.REPORTS else told | {SPANS: where}


def paged(
    connection: Connection,
    layer: FlatLayer,
    query: str | None,
    filters: Filters,
    *,
    limit: int,
    after: int | None = None,
) -> Paged:
    """Records of the statements that match, in the order of keeping; or the reports that do.

    Args:
        connection: to the store.
        layer: of the records.
        query: in the language of `accordingto.store.query`; ``None`` for all.
        filters: what is asked for beside it; of reports only what is asked of reports.
        limit: of how many statements at most; a statement may claim several events.
        after: key of the statement where the page before ended. It costs the same however far one has come.

    Raises:
        UsageError: where the query has no word.
    """
    target = Target.REPORTS if layer is FlatLayer.REPORTS else Target.STATEMENTS
    asked_of = filters.of_report() if target is Target.REPORTS else filters
    index = index_of(connection, parsed(query) if query is not None else None, asked_of, target)
    own = "o.key" if layer in (FlatLayer.REPORTS, FlatLayer.STATEMENTS) else "o.statement_key"
    asked = text(
        f"SELECT m.k FROM ({index.keys} AND {index.key} > :after) AS m "
        f'WHERE EXISTS (SELECT 1 FROM "{layer}" AS o WHERE {own} = m.k) ORDER BY m.k LIMIT :limit'
    )
    values = {**index.values, "after": -1 if after is None else after, "limit": limit + 1}
    keys = list(connection.scalars(asked, values))
    held = keys[:limit]
    return Paged(tuple(_rows(connection, layer, own, held)), held[-1] if len(keys) > limit else None)


def _rows(connection: Connection, layer: FlatLayer, own: str, keys: list[int]) -> list[Row]:
    if not keys:
        return []
    spans = "" if layer is FlatLayer.REPORTS else f", o.spans AS {SPANS}"
    query = text(
        f'SELECT v.*{spans} FROM "{layer}" AS o JOIN {layer}_flat AS v ON v.key = o.key WHERE {own} IN :keys ORDER BY o.key'
    ).bindparams(bindparam("keys", expanding=True))
    names = columns(layer)
    found = connection.execute(query, {"keys": keys}).mappings()
    return [{name: _value(name, row[name]) for name in names} for row in found]


FLAGS = ("latest", "unnamed", "derived", "asserted", "approximate")
LISTS = (SPANS, "authors", "flags")


def _value(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in LISTS:
        return json.loads(value)
    if name in FLAGS:
        return bool(value)  # SQLite has no booleans
    return unescaped(value) if isinstance(value, str) else value
