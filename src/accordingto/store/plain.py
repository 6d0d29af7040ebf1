"""A plain file of SQLite for others: tables that are described, foreign keys, an index of words, all without this program.

It has nothing to do with a store: no packed records, no migrations. It is written once, from front to back, and then only read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_BUILD = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA page_size=8192")
"""A file that is thrown away when it is not finished needs no journal."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column."""

    name: str
    type: str
    """``TEXT``, ``INTEGER`` or ``REAL``."""
    to: str | None = None
    """The table whose key it holds."""
    key: bool = False
    """Whether it is the key of its table."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A table."""

    name: str
    fields: tuple[Field, ...]
    words: tuple[str, ...] = ()
    """Columns whose words are indexed."""
    indexed: tuple[str, ...] = ()
    """Columns that are indexed beside keys of other tables."""

    @property
    def key(self) -> str:
        """The name of its key."""
        return next((field.name for field in self.fields if field.key), "rowid")

    @property
    def number(self) -> str:
        """The name of the number of its rows."""
        return next((field.name for field in self.fields if field.key and field.type == "INTEGER"), "rowid")


class PlainFile:
    """A file that is being written."""

    def __init__(self, connection: sqlite3.Connection, tables: Sequence[Plain]) -> None:
        self._connection = connection
        self._tables = {table.name: table for table in tables}
        for table in tables:
            connection.execute(_create(table, self._tables))

    def insert(self, table: str, rows: Iterable[Sequence[Any]], *, over: bool = True) -> None:
        """Add rows, a value a field; with ``over`` a row of the same key takes the place of the one that is there."""
        names = [field.name for field in self._tables[table].fields]
        marks = ", ".join("?" * len(names))
        verb = "INSERT OR REPLACE" if over else "INSERT OR IGNORE"
        self._connection.executemany(f"{verb} INTO {_named(table)} ({_listed(names)}) VALUES ({marks})", rows)

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._connection.execute(f"SELECT count(*) FROM {_named(table)}").fetchone()[0])

    def fill(self, table: str, field: str, *, of: str, by: dict[str, str]) -> None:
        """Set a field to the key of the row of another table that has the same values, and to nothing where there is none.

        Args:
            table: whose field it is.
            field: the field.
            of: the other table.
            by: columns of the other table, and the columns of this one that are equal to them.
        """
        other = self._tables[of]
        same = " AND ".join(f"o.{_named(theirs)} = {_named(table)}.{_named(ours)}" for theirs, ours in by.items())
        index = f"{of}_{'_'.join(by)}"
        self._connection.execute(f"CREATE INDEX IF NOT EXISTS {_named(index)} ON {_named(of)} ({_listed(by)})")
        found = f"SELECT o.{_named(other.key)} FROM {_named(of)} o WHERE {same}"
        self._connection.execute(f"UPDATE {_named(table)} SET {_named(field)} = ({found})")

    def view(self, name: str, of: str, *, where: str = "1", fields: Sequence[str] = ()) -> None:
        """A view: the rows of a table that meet a condition, with some of its columns or all."""
        columns = _listed(fields) if fields else "*"
        self._connection.execute(f"CREATE VIEW {_named(name)} AS SELECT {columns} FROM {_named(of)} WHERE {where}")

    def finish(self) -> None:
        """Make the indexes."""
        for table in self._tables.values():
            columns = [field.name for field in table.fields if field.to] + list(table.indexed)
            for column in dict.fromkeys(columns):
                index = f"{table.name}_{column}"
                self._connection.execute(
                    f"CREATE INDEX IF NOT EXISTS {_named(index)} ON {_named(table.name)} ({_named(column)})"
                )
            if table.words:
                self._index_words(table)
        self._connection.execute("ANALYZE")
        self._connection.commit()

    def _index_words(self, table: Plain) -> None:
        name, words = f"{table.name}_fts", _listed(table.words)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE {_named(name)} USING fts5({words}, content={_named(table.name)}, "
            f'content_rowid={_named(table.number)}, tokenize="unicode61 remove_diacritics 2")'
        )
        self._connection.execute(f"INSERT INTO {_named(name)}({_named(name)}) VALUES ('rebuild')")


@contextmanager
def plain_file(path: Path, tables: Sequence[Plain]) -> Iterator[PlainFile]:
    """Write a file; what stands at the path is written over."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        for pragma in _BUILD:
            connection.execute(pragma)
        yield PlainFile(connection, tables)
        connection.commit()
    finally:
        connection.close()


def _create(table: Plain, tables: dict[str, Plain]) -> str:
    return f"CREATE TABLE {_named(table.name)} ({', '.join(_column(field, tables) for field in table.fields)})"


def _column(field: Field, tables: dict[str, Plain]) -> str:
    parts = [_named(field.name), field.type]
    if field.key:
        parts.append("PRIMARY KEY")
    if field.to:
        parts.append(f"REFERENCES {_named(field.to)} ({_named(tables[field.to].key)})")
    return " ".join(parts)


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_named, names))
