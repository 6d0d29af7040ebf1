"""Freeze the newest schema: ``python -m tests.store.landing`` writes a dump of a store made with it in each dialect."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from accordingto.model import sha256
from accordingto.model.review import Action, Decision
from accordingto.store.migrations import HEAD, VERSIONS
from accordingto.store.store import Store
from tests.store import postgres
from tests.store.made import claimed_entry, invented_entry, unread

LANDED = Path(__file__).parent / "landed"


def fill(url: str) -> None:
    """Put something of everything."""
    with Store.open(url) as store:
        claimed = claimed_entry(url="https://ledger.example/a", cases=("one",))
        store.put(claimed)
        store.put(invented_entry(url="https://post.example/b"))
        store.put(unread("One was killed.", url="https://post.example/c"))
        store.put(unread("Two were killed.", url="https://post.example/c"))
        said = claimed.reading.statements[0].content
        store.decide(Decision(Action.ACCEPT, claimed.report.text_sha256, "statements", said, "Nura"))


def frozen(version: str) -> str:
    """A hash over the files of a migration, which never change once it has landed."""
    files = sorted(VERSIONS.glob(f"{version}*.*"))
    return sha256(b"".join(path.read_bytes() for path in files if path.suffix in (".py", ".sql")))


def head() -> str:
    """The first lines of a dump: what it was made with."""
    return f"-- schema {HEAD}\n-- frozen {frozen(HEAD)}\n"


def sqlite_dump() -> str:
    """By hand: Python's own dump reads an index of words as a table, and one that keeps no copy of the text cannot be read so."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        fill(str(path))
        with sqlite3.connect(path) as connection:
            return ";\n".join(["BEGIN", *_sqlite(connection), "COMMIT"]) + ";\n"


def _sqlite(connection: sqlite3.Connection) -> Iterator[str]:
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    tables = [(name, sql) for kind, name, sql in made if kind == "table"]
    words = [name for name, sql in tables if sql.startswith("CREATE VIRTUAL")]
    within = [name for name, _ in tables if any(name.startswith(f"{index}_") for index in words)]
    yield from (sql for name, sql in tables if name not in within)  # an index makes the tables within it
    yield from (f'DELETE FROM "{name}"' for name in within)
    for name, _ in tables:
        if name not in words:
            columns = [f'quote("{row[1]}")' for row in connection.execute(f'PRAGMA table_info("{name}")')]
            for row in connection.execute(f'SELECT {", ".join(columns)} FROM "{name}"'):
                yield f'INSERT INTO "{name}" VALUES ({", ".join(row)})'
    yield from (sql for kind, _, sql in made if kind != "table")


def postgresql_dump(server: str) -> str:
    """By pg_dump of the newest version, rows as INSERT so that any client can load it."""
    program = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"))[-1]
    with postgres.database(server) as url:
        fill(url)
        parts = urlsplit(url)
        host = parse_qs(parts.query).get("host", [parts.hostname or "localhost"])[0]
        command = [
            program,
            "-h",
            host,
            "-U",
            parts.username or "postgres",
            "--inserts",
            "--no-owner",
            "--no-privileges",
        ]
        done = subprocess.run([*command, parts.path[1:]], check=True, capture_output=True, text=True)
    # commands of psql and settings that older servers do not know; no text of a report starts a line so
    return re.sub(r"^(?:\\(?:un)?restrict .*|SET transaction_timeout = .*)\n", "", done.stdout, flags=re.M)


def main() -> None:
    with postgres.server() as server:
        dumps = {"sqlite": sqlite_dump(), "postgresql": postgresql_dump(server)}
    for dialect, dump in dumps.items():
        path = LANDED / f"{HEAD}.{dialect}.sql"
        if path.exists():
            sys.exit(f"{path} has landed and never changes")
        path.write_text(head() + dump, encoding="utf-8")
        sys.stdout.write(f"{path}{os.linesep}")


if __name__ == "__main__":
    main()
