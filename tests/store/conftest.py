"""Every test that takes ``store`` or ``database`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.store.store import Store
from tests.store import postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL to test on."""
    running = postgres.server()
    try:
        url = running.__enter__()
    except postgres.Missing as missing:
        if os.environ.get(postgres.REQUIRED):
            raise
        pytest.skip(str(missing))
    yield url
    running.__exit__(None, None, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "accordingto.db")
        return
    with postgres.database(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture(scope="session")
def made_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without reports, to be copied: making the schema takes longer than most tests."""
    path = tmp_path_factory.mktemp("made") / "accordingto.db"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def made_postgres(postgres_server: str) -> Iterator[str]:
    """The same in PostgreSQL."""
    with postgres.database(postgres_server) as url:
        Store.open(url).close()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("made_sqlite"), tmp_path / "accordingto.db")
        with Store.open(tmp_path / "accordingto.db") as opened:
            yield opened
        return
    with (
        postgres.database(
            request.getfixturevalue("postgres_server"), like=request.getfixturevalue("made_postgres")
        ) as url,
        Store.open(url) as opened,
    ):
        yield opened
