"""Writing rows: what is there already is left alone, and what is read anew replaces only the rows that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.model import UsageError
from accordingto.store.project import Projection, Row, Values
from accordingto.store.schema import metadata

SPAN = 2**20
"""Keys of a report's records are its key times this, plus a number. JavaScript, and so Datasette, is exact up to 2^53."""


def ensure(connection: Connection, table: Table, values: Mapping[str, Any], *, unique: str) -> tuple[int, bool]:
    """The key of the row whose unique column holds what ``values`` do, made where it is missing; and whether it was.

    Safe against another writer that makes the same row meanwhile.
    """
    wanted = select(table.c.key).where(table.c[unique] == values[unique])
    key = connection.scalar(wanted)
    if key is not None:
        return key, False
    made = connection.execute(ignoring(connection, table), [values]).rowcount
    return connection.scalars(wanted).one(), bool(made)


def ignoring(connection: Connection, table: Table) -> Any:
    """INSERT that passes over rows that are there already."""
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    return kind.insert(table).on_conflict_do_nothing()


def insert_rows(connection: Connection, table: Table, rows: list[Values]) -> None:
    """Insert rows, all of the same columns."""
    if rows:
        connection.execute(insert(table), rows)


def write_projection(connection: Connection, report: int, new: Projection, old: Projection | None) -> bool:
    """Write the rows of a reading.

    Args:
        connection: inside the report's transaction.
        report: key of the report.
        new: its rows.
        old: the rows that stand there, where there are any.

    Returns:
        Whether anything changed.
    """
    keys: dict[str, dict[str, int]] = {}
    gone: list[tuple[Table, list[int]]] = []
    changed = False
    for name, rows in new.records.items():
        before = old.records[name] if old else []
        keys[name] = _keys(connection, metadata.tables[name], report, rows, before)
        changed |= _records(connection, report, name, rows, before, keys)
        wanted = {row.id for row in rows}
        gone.append((metadata.tables[name], [keys[name][row.id] for row in before if row.id not in wanted]))
    for name, values in new.lists.items():
        if old is None or values != old.lists[name]:
            changed = True
            _list(connection, report, metadata.tables[name], values, keys["statements"], clear=old is not None)
    for table, lost in gone:  # last, when nothing refers to a statement any more that goes
        _delete(connection, table, lost)
    return changed or any(lost for _, lost in gone)


def _keys(connection: Connection, table: Table, report: int, rows: list[Row], before: list[Row]) -> dict[str, int]:
    """The key of each record: the one that it has, else the next number of the report."""
    stored: dict[str, int] = {}
    if before:
        asked = select(table.c.id, table.c.key).where(table.c.report_key == report)
        stored = {row.id: row.key for row in connection.execute(asked)}
    free = max(stored.values(), default=report * SPAN - 1) + 1
    if free + len(rows) > (report + 1) * SPAN:
        raise UsageError(f"a report may have {SPAN} records of a layer; this one has more; split it")
    new = (row.id for row in rows if row.id not in stored)
    return stored | {name: free + n for n, name in enumerate(new)}


def _records(
    connection: Connection,
    report: int,
    name: str,
    rows: list[Row],
    before: list[Row],
    keys: dict[str, dict[str, int]],
) -> bool:
    """Rewrite in place what differs, insert what is new."""
    table, mine = metadata.tables[name], keys[name]
    held = {row.id: row for row in before}
    fresh = [row for row in rows if row.id not in held]
    differing = [row for row in rows if row.id in held and row != held[row.id]]
    insert_rows(connection, table, [_full(row, name, report, keys) for row in fresh])
    if differing:
        values = [
            {f"_{column}": value for column, value in _full(row, name, report, keys).items()} for row in differing
        ]
        columns: Values = {column.removeprefix("_"): bindparam(column) for column in values[0] if column != "_key"}
        connection.execute(update(table).where(table.c.key == bindparam("_key")).values(columns), values)
        for part in differing[0].parts:
            _delete(connection, metadata.tables[part], [mine[row.id] for row in differing])
    _parts(connection, [*fresh, *differing], mine)
    return bool(fresh or differing)


def _full(row: Row, name: str, report: int, keys: dict[str, dict[str, int]]) -> Values:
    values = {"key": keys[name][row.id], "report_key": report, "id": row.id, **row.values}
    return values if name == "statements" else {**values, "statement_key": keys["statements"].get(row.statement or "")}


def _parts(connection: Connection, rows: Iterable[Row], keys: dict[str, int]) -> None:
    found: dict[str, list[Values]] = {}
    for row in rows:
        for name, parts in row.parts.items():
            parent = _parent(metadata.tables[name])
            found.setdefault(name, []).extend(
                {parent: keys[row.id], "position": n, **values} for n, values in enumerate(parts)
            )
    for name, values in found.items():
        insert_rows(connection, metadata.tables[name], values)


def _parent(table: Table) -> str:
    """The column that refers to the record that the rows of a table belong to: the first of the primary key."""
    return str(table.primary_key.columns[0].name)


def _delete(connection: Connection, table: Table, keys: list[int]) -> None:
    if keys:
        column = table.primary_key.columns[0]
        connection.execute(delete(table).where(column == bindparam("_key")), [{"_key": key} for key in keys])


def _list(
    connection: Connection, report: int, table: Table, rows: list[Values], statements: dict[str, int], *, clear: bool
) -> None:
    if clear:
        connection.execute(delete(table).where(table.c.report_key == report))
    made = []
    for n, row in enumerate(rows):
        values = {"report_key": report, "position": n, **row}
        if "statement" in values:
            values["statement_key"] = statements.get(values.pop("statement") or "")
        made.append(values)
    insert_rows(connection, table, made)
