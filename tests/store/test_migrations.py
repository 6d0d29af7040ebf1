"""From every schema that has landed to the newest, with what is in it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from accordingto.store.migrations import HEAD
from accordingto.store.store import Store
from accordingto.store.verify import findings
from tests.store import postgres
from tests.store.landing import LANDED, fill, frozen, head, postgresql_dump, sqlite_dump
from tests.store.made import claimed_entry

LATER = """from alembic import op
revision = "9000"
down_revision = "{before}"


def upgrade():
    op.execute("CREATE TABLE later (a INTEGER)")
"""
DUMPS = sorted(LANDED.glob("*.sql"))


def load(dump: str, dialect: str, url: str) -> None:
    """Make a database of a dump."""
    if dialect == "sqlite":
        with sqlite3.connect(url) as connection:
            connection.executescript(dump)
        connection.close()
        return
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.connection.cursor().execute(dump.encode())
    engine.dispose()


def check(url: str, version: str) -> None:
    """A store of an older schema is brought up to date with what is in it, and works."""
    told: list[str] = []
    with Store.open(url, tell=told.append) as store:
        assert bool(told) == (version != HEAD)
        assert list(findings(store)) == []
        entry = claimed_entry(url="https://ledger.example/a", cases=("one",))
        assert store.reading(entry.report.id).statements == entry.reading.statements
        assert store.put(claimed_entry(url="https://post.example/new")).kept.value == "new"


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.name)
def test_every_landed_schema_is_brought_up_to_date(dump: Path, tmp_path: Path, request) -> None:
    version, dialect, _ = dump.name.split(".")
    text = dump.read_text(encoding="utf-8")
    assert re.match(rf"-- schema {version}\n-- frozen {frozen(version)}\n", text), (
        f"migration {version} was changed after it landed"
    )
    if dialect == "sqlite":
        load(text, dialect, str(tmp_path / "old.db"))
        check(str(tmp_path / "old.db"), version)
        return
    with postgres.database(request.getfixturevalue("postgres_server")) as url:
        load(text, dialect, url)
        check(url, version)


def test_a_dump_of_the_newest_schema_can_be_loaded(tmp_path: Path) -> None:
    """What freezing would write now works, so that it is no surprise on the day."""
    load(head() + sqlite_dump(), "sqlite", str(tmp_path / "old.db"))
    check(str(tmp_path / "old.db"), HEAD)


def test_a_dump_of_the_newest_schema_can_be_loaded_in_postgresql(postgres_server: str) -> None:
    dump = head() + postgresql_dump(postgres_server)
    with postgres.database(postgres_server) as url:
        load(dump, "postgresql", url)
        check(url, HEAD)


def test_an_older_schema_is_migrated_in_one_transaction_and_told(
    database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A second migration, invented here: what it does is there, or nothing of it."""
    from accordingto.store import migrate, migrations

    fill(database)
    folder = tmp_path / "migrations"
    folder.mkdir()
    source = Path(migrations.__file__).parent
    (folder / "versions").symlink_to(source / "versions", target_is_directory=True)
    versions = tmp_path / "versions"
    versions.mkdir()
    for path in (source / "versions").glob("*.*"):
        (versions / path.name).write_bytes(path.read_bytes())
    step = LATER.format(before=HEAD)
    (versions / "9000.py").write_text(step + "    raise RuntimeError('power cut')\n")
    (folder / "versions").unlink()
    (folder / "versions").symlink_to(versions, target_is_directory=True)
    (folder / "env.py").write_bytes((source / "env.py").read_bytes())
    monkeypatch.setattr(migrate, "HEAD", "9000")
    monkeypatch.setattr(migrate, "SCRIPTS", folder)
    told: list[str] = []
    with pytest.raises(RuntimeError, match="power cut"):
        Store.open(database, tell=told.append)
    (versions / "9000.py").write_text(step)
    with pytest.raises(Exception, match="older schema"):
        Store.open(database, read_only=True)
    with Store.open(database, tell=told.append) as store, store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM later").scalar() == 0
    assert len(told) == 2
    assert f"its schema {HEAD} is brought up to 9000" in told[0]
