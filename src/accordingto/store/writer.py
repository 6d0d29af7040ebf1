"""Writing rows: what is there already is left alone, and what is read anew replaces only the rows that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.model import UsageError
from accordingto.store.project import Projection, Row, Values
from accordingto.store.schema import metadata
from accordingto.store.schema.base import Words, escaped

SPAN = 2**20
"""Keys of a report's records are its key times this, plus a number. JavaScript, and so Datasette, is exact up to 2^53."""


def ensure(connection: Connection, table: Table, values: Mapping[str, Any], *, unique: str) -> tuple[int, bool]:
    """The key of the row whose unique column holds what ``values`` do, made where it is missing; and whether it was.

    Safe against another writer that makes the same row meanwhile.
    """
    wanted, given = _key(table, unique), {"wanted": values[unique]}
    key = connection.scalar(wanted, given)
    if key is not None:
        return key, False
    new = insert_new(connection, table, [dict(values)])
    return connection.scalars(wanted, given).one(), new


@cache
def _key(table: Table, unique: str) -> Select[int]:
    """Statements are built once: building one takes longer than running it."""
    return select(table.c.key).where(table.c[unique] == bindparam("wanted"))


def ignoring(connection: Connection, table: Table) -> Any:
    """INSERT that passes over rows that are there already; for what needs more than `insert_new`."""
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    return kind.insert(table).on_conflict_do_nothing()


def insert_new(connection: Connection, table: Table, rows: list[Values]) -> bool:
    """Insert those of some rows that are not there already; gives whether any was new."""
    sql, wordy = _insert(table, tuple(rows[0]), connection.dialect.name)
    made = [_bound(row, wordy) for row in rows]
    return connection.exec_driver_sql(f"{sql} ON CONFLICT DO NOTHING", made).rowcount > 0


def insert_rows(connection: Connection, table: Table, rows: list[Values], *, plain: bool = False) -> None:
    """Insert rows, all of the same columns in the same order.

    It hands SQL to the driver: a report has some 300 rows in 16 tables, and building each statement anew took half the time of a put.

    Args:
        connection: inside a transaction.
        table: the table.
        rows: its rows.
        plain: whether no word in them needs to be escaped.
    """
    if not rows:
        return
    sql, wordy = _insert(table, tuple(rows[0]), connection.dialect.name)
    made = [tuple(row.values()) for row in rows] if plain else [_bound(row, wordy) for row in rows]
    # Past SQLAlchemy too, whose account of each execution takes as long as the execution.
    with closing(connection.connection.cursor()) as cursor:
        cursor.executemany(sql, made)


def _bound(row: Values, wordy: frozenset[str]) -> tuple[Any, ...]:
    return tuple([escaped(value) if value and name in wordy else value for name, value in row.items()])


@cache
def _insert(table: Table, names: tuple[str, ...], dialect: str) -> tuple[str, frozenset[str]]:
    """The statement for some columns, and which of these hold any words."""
    prepare = _quoting(dialect)
    columns = ", ".join(prepare(name) for name in names)
    mark = "?" if dialect == "sqlite" else "%s"
    wordy = frozenset(name for name in names if isinstance(table.c[name].type, Words))
    return f"INSERT INTO {prepare(table.name)} ({columns}) VALUES ({', '.join([mark] * len(names))})", wordy


def _quoting(dialect: str) -> Callable[[str], str]:
    """What quotes the names of tables and columns where a dialect needs it."""
    made: Any = sqlite.dialect if dialect == "sqlite" else postgresql.dialect
    quote: Callable[[str], str] = made().identifier_preparer.quote
    return quote


def write_projection(
    connection: Connection, report: int, new: Projection, old: Projection | None, *, plain: bool = False
) -> bool:
    """Write the rows of a reading.

    Args:
        connection: inside the report's transaction.
        report: key of the report.
        new: its rows.
        old: the rows that stand there, where there are any.
        plain: whether no word in the new rows needs to be escaped.

    Returns:
        Whether anything changed.
    """
    keys: dict[str, dict[str, int]] = {}
    gone: list[tuple[Table, list[int]]] = []
    changed = False
    for name, rows in new.records.items():
        before = old.records[name] if old else []
        keys[name] = _keys(connection, metadata.tables[name], report, rows, before)
        changed |= _records(connection, report, name, rows, before, keys, plain=plain)
        wanted = {row.id for row in rows}
        gone.append((metadata.tables[name], [keys[name][row.id] for row in before if row.id not in wanted]))
    for name, values in new.lists.items():
        if old is None or values != old.lists[name]:
            changed = True
            table = metadata.tables[name]
            if old:
                connection.execute(delete(table).where(table.c.report_key == report))
            insert_rows(connection, table, _list(report, values, keys["statements"]), plain=plain)
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
    *,
    plain: bool,
) -> bool:
    """Rewrite in place what differs, insert what is new."""
    table, mine = metadata.tables[name], keys[name]
    held = {row.id: row for row in before}
    fresh = [row for row in rows if row.id not in held]
    differing = [row for row in rows if row.id in held and row != held[row.id]]
    insert_rows(connection, table, [_full(row, name, report, keys) for row in fresh], plain=plain)
    if differing:
        values = [
            {f"_{column}": value for column, value in _full(row, name, report, keys).items()} for row in differing
        ]
        columns: Values = {column.removeprefix("_"): bindparam(column) for column in values[0] if column != "_key"}
        connection.execute(update(table).where(table.c.key == bindparam("_key")).values(columns), values)
        for part in differing[0].parts:
            _delete(connection, metadata.tables[part], [mine[row.id] for row in differing])
    _parts(connection, [*fresh, *differing], mine, plain=plain)
    return bool(fresh or differing)


def _full(row: Row, name: str, report: int, keys: dict[str, dict[str, int]]) -> Values:
    values = {"key": keys[name][row.id], "report_key": report, "id": row.id, **row.values}
    return values if name == "statements" else {**values, "statement_key": keys["statements"].get(row.statement or "")}


def _parts(connection: Connection, rows: Iterable[Row], keys: dict[str, int], *, plain: bool) -> None:
    found: dict[str, list[Values]] = {}
    for row in rows:
        for name, parts in row.parts.items():
            owner = parent(metadata.tables[name])
            found.setdefault(name, []).extend(
                {owner: keys[row.id], "position": n, **values} for n, values in enumerate(parts)
            )
    for name, values in found.items():
        insert_rows(connection, metadata.tables[name], values, plain=plain)


def parent(table: Table) -> str:
    """The column that refers to the record that the rows of a table belong to: the first of the primary key."""
    return str(table.primary_key.columns[0].name)


def _delete(connection: Connection, table: Table, keys: list[int]) -> None:
    if keys:
        column = table.primary_key.columns[0]
        connection.execute(delete(table).where(column == bindparam("_key")), [{"_key": key} for key in keys])


def _list(report: int, rows: list[Values], statements: dict[str, int]) -> list[Values]:
    made = []
    for n, row in enumerate(rows):
        values = {"report_key": report, "position": n, **row}
        if "statement" in values:
            values["statement_key"] = statements.get(values.pop("statement") or "")
        made.append(values)
    return made
