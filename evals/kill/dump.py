"""Everything a store holds, in a form that two stores have in common where they hold the same.

Keys that a database hands out, and when something happened, differ from run to run. A row is written without them: where it
refers to another row, that row's own content stands, hashed.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from accordingto.store.schema import metadata

CLOCK = frozenset({("failures", "at"), ("story_ledger", "at"), ("group_ledger", "at")})
"""Columns that say when something was done."""
OWN = frozenset({"key"})
"""Columns that the database fills."""
KEYED = frozenset({("indexed_reports", "documents"), ("search_settings", "value"), ("story_terms", "report_key")})
"""Columns in which keys of the database stand, packed, or its own name."""

TEXTS = frozenset({("copy_sentences", "text_key"), ("copy_bands", "text_key")})
"""Columns that refer to `copy_texts` without a foreign key."""


def dump(connection: Connection, *, without: frozenset[str] = frozenset()) -> dict[str, Counter[str]]:
    """For each table its rows, canonical, each with how often it is there.

    Args:
        connection: to the store.
        without: tables that are left out.
    """
    tables = _Tables(connection)
    return {
        table.name: Counter(tables.line(table, row) for row in tables.rows(table))
        for table in metadata.sorted_tables
        if table.name not in without
    }


def fingerprint(dumped: Mapping[str, Counter[str]]) -> str:
    """One hash over everything."""
    digest = hashlib.sha256()
    for name in sorted(dumped):
        for line, count in sorted(dumped[name].items()):
            digest.update(f"{name}\t{count}\t{line}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def differences(a: Mapping[str, Counter[str]], b: Mapping[str, Counter[str]]) -> list[str]:
    """What stands in one and not in the other, a line each."""
    return [
        f"{sign} {name}: {line[:300]}"
        for name in sorted({*a, *b})
        for sign, one, other in (("-", a, b), ("+", b, a))
        for line in (one.get(name, Counter()) - other.get(name, Counter()))
    ]


class _Tables:
    """The rows of all tables, and what stands for a reference to one of them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._names: dict[tuple[str, Any], str] = {}

    @cached_property
    def _by_key(self) -> dict[str, dict[Any, Mapping[str, Any]]]:
        return {
            table.name: {row["key"]: row for row in self.rows(table)}
            for table in metadata.sorted_tables
            if "key" in table.c
        }

    def rows(self, table: Table) -> list[Mapping[str, Any]]:
        return [dict(row._mapping) for row in self._connection.execute(select(table))]

    def line(self, table: Table, row: Mapping[str, Any]) -> str:
        """A row as JSON."""
        values = {
            column.name: self._value(table, column, row[column.name])
            for column in table.columns
            if column.name not in OWN and (table.name, column.name) not in CLOCK | KEYED
        }
        return json.dumps(values, ensure_ascii=False)

    def _value(self, table: Table, column: Column[Any], value: Any) -> Any:
        if isinstance(value, bytes):
            return hashlib.sha256(value).hexdigest()
        if (table.name, column.name) in TEXTS:
            return self._name(metadata.tables["copy_texts"], value)
        for foreign in column.foreign_keys:
            referred = foreign.column.table
            if value is not None and referred is table:
                return self._by_key[table.name][value]["id"]
            return None if value is None else self._name(referred, value)
        return value

    def _name(self, table: Table, key: Any) -> str:
        """What stands for the row of a key: a hash of its content."""
        if (table.name, key) not in self._names:
            line = self.line(table, self._by_key[table.name][key])
            self._names[table.name, key] = hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._names[table.name, key]
