"""The schema of an opened database: made where there is none, brought up to date where it is older."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from accordingto.model import UsageError
from accordingto.store.engine import reading, writing
from accordingto.store.migrations import HEAD

Tell = Callable[[str], None]
SCRIPTS = Path(__file__).parent / "migrations"


def prepare(engine: Engine, name: str, *, create: bool, read_only: bool, tell: Tell) -> None:
    """See to it that the database has the schema of this program.

    Args:
        engine: the opened database.
        name: what to call it in messages.
        create: whether an empty database may be given the schema.
        read_only: whether nothing may be changed.
        tell: is told that an older schema is brought up to date.

    Raises:
        UsageError: where it is no store, was made by a newer program, or may not be changed and would have to.
    """
    with reading(engine) as connection:
        version = version_of(connection, name)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise UsageError(
            f"{name} was made by a newer accordingto (its schema is {version}, this program's {HEAD}); update the program"
        )
    if read_only:
        older = f"has the older schema {version}" if version else "is empty"
        raise UsageError(
            f"{name} {older}, and it is opened to be read only; open it once to be written, with accordingto add"
        )
    if version is None and not create:
        raise UsageError(f"{name} is empty; accordingto add SOURCE --db {name} makes a store of it")
    if version is not None:
        tell(f"{name}: its schema {version} is brought up to {HEAD}; older programs will not open it any more")
    with writing(engine) as connection:
        _upgrade(connection, name)


def version_of(connection: Connection, name: str) -> str | None:
    """The version of a database's schema; ``None`` where the database is empty.

    Raises:
        UsageError: where it holds something else.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found
    if tables:
        raise UsageError(f"{name} is a database of something else ({tables[0]} …); give --db another name")
    return None


def _upgrade(connection: Connection, name: str) -> None:
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":  # two programs that open a new database at once
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('accordingto schema'))"))
    if version_of(connection, name) == HEAD:
        return
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
