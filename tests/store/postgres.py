"""A PostgreSQL to test on: the one that the environment names, else a cluster of our own for as long as the tests run."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "ACCORDINGTO_TEST_POSTGRES"
"""Address of a server on which databases may be made: ``postgresql://postgres@localhost/postgres``."""
REQUIRED = "ACCORDINGTO_TEST_POSTGRES_REQUIRED"
"""Set where a PostgreSQL that is not found must fail the tests and not skip them."""
_OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=40 -c shared_buffers=32MB"
_numbers = itertools.count()


class Missing(Exception):
    """There is no PostgreSQL here."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a server.

    Raises:
        Missing: where there is none and none can be started.
    """
    if os.environ.get(VARIABLE):
        yield os.environ[VARIABLE]
        return
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    programs = found[-1].parent if found else None
    if programs is None:
        raise Missing(f"no PostgreSQL under /usr/lib/postgresql, and {VARIABLE} is not set")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # short: the path of a socket has 107 characters at most
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _as_postgres(programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-N")
        control = [programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log"]
        _as_postgres(*control, "-o", f"{_OPTIONS} -k {folder}", "start")
        try:
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            _as_postgres(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_postgres(*command: object) -> None:
    """Run a command as somebody else than root, whom PostgreSQL refuses."""
    more = {}
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        more = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
        env={"LC_ALL": "C", "PATH": os.defpath},
        **more,
    )
    if done.returncode:
        raise Missing(f"{command[0]} failed: {done.stderr.strip()[-500:]}")


@contextmanager
def database(server_url: str, *, like: str | None = None) -> Iterator[str]:
    """A database of its own, dropped afterwards: an empty one, or a copy of one whose address is given."""
    from sqlalchemy import create_engine, make_url

    url = make_url(server_url).set(drivername="postgresql+psycopg")
    name = f"accordingto_{os.getpid()}_{next(_numbers)}"
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        template = make_url(like).database if like else "template0"
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
    try:
        yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        engine.dispose()
