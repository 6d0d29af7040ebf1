"""Opening: what is not there, what is something else, what is older or newer."""

from __future__ import annotations

import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from accordingto.model import UsageError
from accordingto.store.engine import address, open_engine
from accordingto.store.migrations import HEAD
from accordingto.store.store import Store
from tests.store.made import claimed_entry


def test_a_new_store_is_made_and_found_again(database: str) -> None:
    entry = claimed_entry()
    with Store.open(database) as store:
        store.put(entry)
    with Store.open(database, create=False, read_only=True) as store:
        assert store.reading(entry.report.id) == entry.reading
        with pytest.raises(Exception, match=r"readonly|read-only"):
            store.put(entry)


def test_a_newer_schema_is_refused(database: str) -> None:
    with Store.open(database) as store, store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UsageError, match="newer accordingto"):
        Store.open(database)


def test_an_empty_database_is_not_read(database: str, tmp_path: Path) -> None:
    if "://" not in database:
        sqlite3.connect(database).close()
        Path(database).touch()
    for settings in ({"read_only": True}, {"create": False}):
        with pytest.raises(UsageError, match="is empty"):
            Store.open(database, **settings)


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "else.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(UsageError, match="something else"):
        Store.open(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Shells fell on Dorva.\n" * 100)
    with pytest.raises(UsageError, match="something else than a store"):
        Store.open(path)
    assert path.read_text().startswith("Shells fell")


@pytest.mark.parametrize("settings", [{"read_only": True}, {"create": False}])
def test_a_store_that_is_not_there(tmp_path: Path, settings: dict) -> None:
    with pytest.raises(UsageError, match="there is no store"):
        Store.open(tmp_path / "none.db", **settings)
    assert not (tmp_path / "none.db").exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        Store.open(tmp_path / "none" / "a.db")


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://", "postgresql://u@:x:y/z"])
def test_addresses_that_cannot_be_used(url: str) -> None:
    with pytest.raises(UsageError):
        address(url)


def test_a_name_with_odd_characters(tmp_path: Path) -> None:
    path = tmp_path / "a store? #1 100%25 حلب.db"
    with Store.open(path) as store:
        store.put(claimed_entry())
    assert path.exists()
    assert Store.open(path, read_only=True).count() == 1


def test_without_the_driver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UsageError, match=r"pip install 'accordingto\[postgres\]'"):
        Store.open("postgresql://me@localhost/x")


def test_a_server_that_is_not_there_and_a_password_that_is_not_told() -> None:
    with pytest.raises(UsageError, match="check that the server runs") as caught:
        Store.open("postgresql://me:secret@localhost:1/x")
    assert "secret" not in str(caught.value)


def test_a_postgresql_database_that_is_not_there(postgres_server: str) -> None:
    url = postgres_server.replace("/postgres?", "/none_of_this_name?")
    with pytest.raises(UsageError, match="make it first: createdb none_of_this_name"):
        Store.open(url)


def test_the_version_is_the_newest(store: Store) -> None:
    with store.looking() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


def test_opened_while_another_program_writes_to_a_file_that_has_no_log_yet(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")  # SQLite does not wait for its end where the log is switched on
    release = threading.Timer(0.3, other.execute, ["COMMIT"])
    release.start()
    open_engine(address(path), create=True, read_only=False).dispose()
    release.join()


def test_an_interrupt_while_a_connection_is_given_back_is_no_trouble_of_the_pool(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    pool = store.engine.pool
    for error, told in ((KeyboardInterrupt(), 0), (OSError("gone"), 1)):
        pool.logger.error("given back", exc_info=error)
        assert len(caplog.records) == told
