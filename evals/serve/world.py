"""A store for load: that of ``evals/travel``, its rows told again until there are enough, with the words indexed anew.

``python -m evals.serve.world BASE OUT [--reports 20000]``: BASE is a store in a file, from ``accordingto add evals/travel/stories
--db BASE``; OUT a file, or the address of an empty database of PostgreSQL. Each copy has reports, statements, stories and what was
found between them under keys and ids of their own, on other days and under names of other outlets. Reading and comparing 20,000
reports would take hours; what pages and searches meet is the same. Texts repeat, and a decision on one holds for its copies, as it
does for reprints: ``accordingto verify`` does not accept such a store, and nothing but load is to be measured on it.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Table, select

from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports
from accordingto.store.schema.search import indexed_reports
from accordingto.store.search import index_all
from accordingto.store.store import Store
from accordingto.store.writer import SPAN

ONCE = frozenset(
    (
        "runs",
        "cases",
        "actors",
        "actor_names",
        "vectors",
        "works",
        "search_settings",
        "checkpoints",
        "failures",
        "tombstones",
    )
)
"""What all copies share, or what no page asks for."""
NEVER = (
    "copy_",
    "story_terms",
    "story_frequencies",
    "story_drafts",
    "story_ledger",
    "group_ledger",
    "watch_",
    "indexed_",
    "alembic_",
)
PEOPLE = ("audit", "account", "token", "session", "review", "standing", "assign", "release", "group_reviews", "lease")
BY_REPORT = frozenset(("statements", "events", "estimates", "control", "places"))
BY_STORY = frozenset(("lineage", "relations", "mismatches"))
IDS = frozenset(("reports", "captures", "stories", "matters", "quote_groups"))
BATCH = 200


def copied(table: Table) -> bool:
    """Whether a table's rows are told again."""
    return table.name not in ONCE and not table.name.startswith((*NEVER, *PEOPLE))


class Multiplier:
    """Tells the rows of a store in a file again."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)
        for pragma in ("journal_mode = off", "synchronous = off", "foreign_keys = off", "cache_size = -400000"):
            self._base.execute(f"PRAGMA {pragma}")
        self._most = {
            table.name: self._one(f'SELECT coalesce(max(key), 0) FROM "{table.name}"') if "key" in table.c else 0
            for table in metadata.sorted_tables
        }
        held = [table for table in metadata.sorted_tables if copied(table)]
        self._tables = [table for table in held if self._one(f'SELECT count(*) FROM "{table.name}"')]

    def _one(self, query: str) -> int:
        return int(self._base.execute(query).fetchone()[0])

    def reports(self) -> int:
        """How many reports there are."""
        return self._one("SELECT count(*) FROM reports")

    def tell(self, number: int) -> None:
        """Tell everything once more."""
        for table in self._tables:
            names = ", ".join(f'"{column.name}"' for column in table.c)
            values = ", ".join(self._value(table, column, number) for column in table.c)
            self._base.execute(
                f'INSERT INTO "{table.name}" ({names}) SELECT {values} FROM "{table.name}" WHERE {self._first(table)}'
            )

    def _step(self, table: str) -> int:
        """How far apart the keys of two copies are."""
        if table in BY_REPORT:
            return self._most["reports"] * SPAN
        if table in BY_STORY:
            return self._most["stories"] * SPAN
        return self._most[table] if copied(metadata.tables[table]) else 0

    def _value(self, table: Table, column: Column[Any], number: int) -> str:
        name = f'"{column.name}"'
        if column.name == "key":
            return f"{name} + {number * self._step(table.name)}"
        if column.foreign_keys:
            return f"{name} + {number * self._step(next(iter(column.foreign_keys)).column.table.name)}"
        if column.name == "id" and table.name in IDS:
            return f"{name} || '-{number}'"
        if column.name == "digest":
            return f"substr('{number}-' || {name}, 1, 20)"
        if table.name == "reports" and column.name == "outlet":
            return f"{name} || ' {number % 40}'" if number % 3 else name
        if table.name == "reports" and column.name == "published_day":
            return f"date({name}, '-{number} day')"
        return name

    def _first(self, table: Table) -> str:
        """The rows that were there at first."""
        if "key" in table.c:
            return f'"key" <= {self._most[table.name]}'
        for column in table.primary_key.columns:
            for foreign in column.foreign_keys:
                if copied(foreign.column.table):
                    return f'"{column.name}" <= {self._most[foreign.column.table.name]}'
        raise SystemExit(f"{table.name} has rows that nothing tells apart")

    def close(self) -> None:
        """Keep what was told."""
        self._base.commit()
        self._base.execute("ANALYZE")
        self._base.commit()
        self._base.close()


def to_postgresql(path: Path, url: str) -> None:
    """Copy all rows of a store in a file to an empty database."""
    import psycopg

    Store.open(url).close()
    held = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with psycopg.connect(url) as there:
        there.execute("SET session_replication_role = replica")
        for table in metadata.sorted_tables:
            if table.name.startswith("indexed_"):
                continue
            names = ", ".join(f'"{column.name}"' for column in table.c)
            flags = [at for at, column in enumerate(table.c) if isinstance(column.type, Boolean)]
            there.execute(f'TRUNCATE "{table.name}" CASCADE')
            with there.cursor().copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
                for row in held.execute(f'SELECT {names} FROM "{table.name}"'):
                    copy.write_row(_flagged(row, flags))
            _numbered(there, table)
        there.commit()


def _flagged(row: tuple[Any, ...], flags: list[int]) -> list[Any]:
    made = list(row)
    for at in flags:
        made[at] = None if made[at] is None else bool(made[at])
    return made


def _numbered(there: Any, table: Table) -> None:
    """Have the next row that the database numbers come after those that were copied."""
    if "key" in table.c:
        sequence = there.execute(f"SELECT pg_get_serial_sequence('\"{table.name}\"', 'key')").fetchone()[0]
        if sequence:
            there.execute(f"SELECT setval('{sequence}', (SELECT coalesce(max(key), 0) + 1 FROM \"{table.name}\"))")


def indexed(store: Store) -> None:
    """Index the words of all reports that are not indexed; interrupted, it goes on."""
    began, done = time.perf_counter(), 0
    for keys in _lacking(store):
        store.transact(lambda connection, keys=keys: index_all(connection, keys))  # type: ignore[misc]
        done += len(keys)
        print(f"{done:,} reports indexed, {time.perf_counter() - began:.0f} s", file=sys.stderr)


def _lacking(store: Store) -> Iterator[list[int]]:
    query = select(reports.c.key).where(
        ~select(indexed_reports.c.report_key).where(indexed_reports.c.report_key == reports.c.key).exists()
    )
    while True:
        with store.looking() as connection:
            keys = list(connection.scalars(query.order_by(reports.c.key).limit(BATCH)))
        if not keys:
            return
        yield keys


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path)
    parser.add_argument("out")
    parser.add_argument("--reports", type=int, default=20_000)
    given = parser.parse_args()
    path = Path(given.out) if "://" not in given.out else given.base.with_suffix(".load")
    if not path.exists():
        shutil.copy(given.base, path)
        made = Multiplier(path)
        times = -(-given.reports // made.reports())
        for number in range(1, times):
            made.tell(number)
        made.close()
    if "://" in given.out:
        to_postgresql(path, given.out)
    with Store.open(given.out) as store:
        indexed(store)
        print(f"{store.count():,} reports")


if __name__ == "__main__":
    main()
