"""A server over a store of the sample story, asked without a socket."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from accordingto.store.store import Store
from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.web import gates
from tests.web.told import sample_store


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story, compared; not to be written to."""
    return sample_store(tmp_path_factory.mktemp("sample") / "sample.db")


@pytest.fixture
def kept(sample: Path, tmp_path: Path) -> Path:
    """A store of the sample story to be written to."""
    return Path(shutil.copy(sample, tmp_path / "kept.db"))


@pytest.fixture(scope="session")
def client(sample: Path) -> Iterator[TestClient]:
    """A server that only shows."""
    with TestClient(create_app(Settings(db=str(sample), name="ada")), base_url="http://localhost") as made:
        yield made


@pytest.fixture(scope="session")
def _people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return gates.with_people(tmp_path_factory.mktemp("people") / "people.db")


@pytest.fixture
def people(_people: Path, tmp_path: Path) -> Path:
    """A store without reports that four people share, one of each role."""
    return Path(shutil.copy(_people, tmp_path / "people.db"))


@pytest.fixture
def clock() -> gates.Clock:
    """A time to move."""
    return gates.Clock()


@pytest.fixture
def shared(people: Path, clock: gates.Clock) -> Iterator[Any]:
    """A server with accounts, known as ``desk.example``."""
    with gates.server(people, clock=clock, host="0.0.0.0", allowed_hosts=(gates.HOST,)) as app:
        yield app


@pytest.fixture(autouse=True, scope="session")
def _quick_hashes() -> Iterator[None]:
    """Hashes of passwords that take a millisecond; what they take in earnest is a test of its own."""
    with gates.quick_hashes():
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without reports and without accounts; not to be written to."""
    path = tmp_path_factory.mktemp("made") / "made.db"
    Store.open(path).close()
    return path
