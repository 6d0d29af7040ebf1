"""A server over a store of the sample story, asked without a socket."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from accordingto.web.app import create_app
from accordingto.web.settings import Settings
from tests.web.told import sample_store


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample story, compared; not to be written to."""
    return sample_store(tmp_path_factory.mktemp("sample") / "sample.db")


@pytest.fixture(scope="session")
def client(sample: Path) -> Iterator[TestClient]:
    """A server that only shows."""
    with TestClient(create_app(Settings(db=str(sample), name="ada")), base_url="http://localhost") as made:
        yield made
