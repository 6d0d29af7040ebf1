"""Write the first migration from the tables, while it has not landed: ``python -m accordingto.store.migrations.make``.

Once ``tests/store/landed/0001.sqlite.sql`` is there the schema has landed: stores of that form exist, and this refuses. Then a
change is a new migration, ``0002.py`` with its SQL, written by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from accordingto.store.migrations import SPLIT, VERSIONS
from accordingto.store.schema import EXTRAS, metadata

FIRST = "0001"
LANDED = Path(__file__).parents[4] / "tests" / "store" / "landed"
DIALECTS: dict[str, Any] = {"sqlite": sqlite.dialect(), "postgresql": postgresql.dialect()}  # type: ignore[no-untyped-call]


def script(dialect: str) -> str:
    """The SQL that makes the whole schema in a dialect."""
    made = DIALECTS[dialect]
    parts = []
    for table in metadata.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=made)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(index).compile(dialect=made)) for index in indexes]
    parts += [sql for ddl in EXTRAS if (sql := getattr(ddl, dialect))]
    return SPLIT.join("\n".join(line.rstrip() for line in part.strip().splitlines()) for part in parts) + "\n"


def main() -> None:
    """Write the SQL of the first migration in each dialect."""
    if any(LANDED.glob(f"{FIRST}.*")):
        sys.exit("the first schema has landed and never changes; write the next migration beside it")
    for dialect in DIALECTS:
        path = VERSIONS / f"{FIRST}.{dialect}.sql"
        path.write_text(script(dialect), encoding="utf-8")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
