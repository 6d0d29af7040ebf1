"""``docs/reference/store.md``, written from the tables: ``python -m accordingto.cli.reference store``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Table

from accordingto.store.schema import EXTRAS, metadata
from accordingto.store.schema.base import Ddl

_HEAD = """# The store

The tables of a store, the same in SQLite and PostgreSQL; [how they hang together](../explanation/store.md). Start with the
**views**: their rows say by themselves what is claimed, according to whom, in which report. `key` columns are numbers that tie
rows together and mean nothing outside one store; `id` columns are the ids of all other output. Offsets are Unicode code points of
`reports.text`, half-open. Lists are JSON. NUL and lone surrogates in words, which databases cannot hold, are written `␛` and four
hex digits.
"""


def page() -> str:
    """The page."""
    views = [ddl for ddl in EXTRAS if ddl.kind == "view"]
    further = [ddl for ddl in EXTRAS if ddl.kind == "table"]
    parts = [_HEAD, "## Views\n", *map(_ddl, views), "## Tables\n", *map(_table, metadata.tables.values())]
    if further:
        parts += ["## Indexes of words\n", *map(_ddl, further)]
    return "\n".join(parts)


def _ddl(ddl: Ddl) -> str:
    only = "" if ddl.sqlite and ddl.postgresql else f" Only in {'SQLite' if ddl.sqlite else 'PostgreSQL'}."
    return "\n".join([f"### {ddl.name}\n", ddl.doc + only + "\n", *_rows(ddl.columns)]) + "\n"


def _table(table: Table) -> str:
    columns = [(column.name, f"{column.doc}{_refers(column)}") for column in table.columns]
    return "\n".join([f"### {table.name}\n", f"{table.info.get('doc')}\n", *_rows(columns)]) + "\n"


def _refers(column: Column[object]) -> str:
    return "".join(f" → [{key.column.table.name}](#{key.column.table.name})" for key in column.foreign_keys)


def _rows(columns: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "| column | what it holds |\n| --- | --- |"
    for name, what in columns:
        yield f"| `{name}` | {' '.join(what.split()).replace('|', chr(92) + '|')} |"
