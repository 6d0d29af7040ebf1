"""Opening a database: from a path or address to an engine that begins transactions as the store needs them."""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from accordingto.model import TookTooLong, UsageError

DEFAULT = "accordingto.db"
BUSY = 60
"""Seconds that a writer waits for another one before it gives up. A report takes milliseconds, a migration may take a minute."""
CACHE = 64 * 2**10
"""KB of pages that SQLite holds in memory: the inner pages of the indexes of some million statements."""
LOG = 4000
"""Pages of 4 KB that SQLite's log holds before they are folded in. A report touches some hundred, most of them again with the next."""
PAUSE = 0.05
"""Seconds between two tries where SQLite does not wait by itself."""
_WRITES = "accordingto_writes"
_STOPPED = "57014"
"""How PostgreSQL says that a query was cancelled: by its time, or by whoever runs the server."""


def address(url: str | Path) -> URL:
    """The address of a database; a path is a file of SQLite.

    Raises:
        UsageError: where it is an address of a database that cannot be used.
    """
    text = str(url)
    if not re.match(r"[a-z0-9+]+://", text):
        return URL.create("sqlite", database=text)
    try:
        made = make_url(text)
    except (ArgumentError, ValueError) as error:  # the address may hold a password: it is not said again
        kind = text.partition("://")[0]
        raise UsageError(
            f"this address of a database cannot be read; write {kind}://USER@HOST:PORT/DATABASE"
        ) from error
    kind = made.get_backend_name()
    if kind in ("postgresql", "postgres"):
        return made.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and made.database:
        return made.set(drivername="sqlite")
    raise UsageError(f"{_shown(made)} is neither a file of SQLite nor postgresql://USER@HOST/DATABASE")


def open_engine(url: URL, *, create: bool, read_only: bool, patience: float | None = None) -> Engine:
    """An engine, checked by a first connection.

    Args:
        url: the address.
        create: whether a file of SQLite may be made.
        read_only: whether nothing will be written.
        patience: seconds that PostgreSQL may work at one query before it stops with `TookTooLong`; any where ``None``.

    Raises:
        UsageError: where there is no such database, it cannot be opened, or its driver is missing.
    """
    if url.get_backend_name() == "sqlite":
        engine = _sqlite(Path(url.database or DEFAULT), create=create, read_only=read_only)
    else:
        engine = _postgresql(url, read_only=read_only)
        if patience is not None:
            _bounded(engine, patience)
    with explained(url):
        engine.connect().close()
    return engine


def _sqlite(path: Path, *, create: bool, read_only: bool) -> Engine:
    if not path.exists() and (read_only or not create):
        raise UsageError(f"there is no store at {path}; accordingto add SOURCE --db {path} makes one")
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be made: there is no folder {path.parent}")
    target = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    # Python's own transactions begin too late and without IMMEDIATE: they are begun below.
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(target, uri=True, timeout=BUSY, isolation_level=None, check_same_thread=False),
        poolclass=_pool(),
    )
    _of_trouble(engine)

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        _pragmas(connection, read_only=read_only)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that reads first and then finds another writing would have to start anew.
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool


def _pragmas(connection: sqlite3.Connection, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {BUSY * 1000}")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    if not read_only:
        _log_ahead(connection)
        # With WAL, NORMAL keeps the database whole whatever happens. A killed program loses nothing; a power cut may lose
        # the last reports, and then their checkpoints with them, so that the next run adds them again. FULL would wait
        # for the disk once a report.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {LOG}")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to the write-ahead log.

    For that SQLite needs the file alone, and does not wait where another program just opens or closes it: the waiting is done here.
    """
    until = time.monotonic() + BUSY
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def _postgresql(url: URL, *, read_only: bool) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise UsageError(f"PostgreSQL needs psycopg: pip install 'accordingto[postgres]' ({error})") from error
    options: dict[str, Any] = {"postgresql_readonly": True} if read_only else {}
    engine = create_engine(url, pool_pre_ping=True, execution_options=options)
    _of_trouble(engine)
    return engine


def _of_trouble(engine: Engine) -> None:
    """Have the pool tell of trouble alone: an interrupt that falls into giving a connection back is told by the command."""
    pool = type(engine.pool)
    logging.getLogger(f"{pool.__module__}.{pool.__name__}").addFilter(_is_trouble)


def _is_trouble(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], KeyboardInterrupt))


def _bounded(engine: Engine, patience: float) -> None:
    @event.listens_for(engine, "connect")
    def _bound(connection: Any, _: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET statement_timeout = {max(1, round(patience * 1000))}")
        connection.commit()

    @event.listens_for(engine, "handle_error")
    def _tell(context: ExceptionContext) -> TookTooLong | None:
        if getattr(context.original_exception, "sqlstate", None) != _STOPPED:
            return None
        return TookTooLong(f"The store was stopped after {patience:g} seconds at one query")


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what a database says when it cannot be opened into what to do.

    Raises:
        UsageError: with that.
    """
    try:
        yield
    except (OperationalError, DatabaseError, sqlite3.Error) as error:
        message = " ".join(str(getattr(error, "orig", error)).split())
        raise UsageError(f"{_shown(url)} cannot be opened: {message}; {_advice(url, message)}") from error


def _advice(url: URL, message: str) -> str:
    if "not a database" in message:
        return "the file is something else than a store; give --db another name"
    if url.get_backend_name() == "sqlite":
        return "check the path and your rights"
    if "does not exist" in message:
        return f"make it first: createdb {url.database}"
    if "password" in message or "denied" in message or "permission" in message:
        return "check user, password and rights"
    return "check that the server runs and the address is right"


def _shown(url: URL) -> str:
    """The address without its password."""
    return url.render_as_string(hide_password=True) if url.get_backend_name() != "sqlite" else str(url.database)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: on SQLite it holds the lock of the one writer from its start."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that reads one state of the database."""
    with engine.connect() as connection, connection.begin():
        yield connection


def wiped(engine: Engine) -> None:
    """Fold SQLite's log into the database, so that what was deleted does not stay in it. Elsewhere the server sees to that."""
    if engine.dialect.name == "sqlite":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
