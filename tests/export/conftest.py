from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.store.store import Store
from tests.export import kept


@pytest.fixture(scope="session")
def kept_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of hand-made readings, only to be read."""
    return kept.made(tmp_path_factory.mktemp("kept") / "kept.db")


@pytest.fixture(scope="session")
def kept_store(kept_path: Path) -> Iterator[Store]:
    with Store.open(kept_path, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def marked_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same with every word of a report told apart from ours, see `tests.export.kept`."""
    with Store.open(kept.made(tmp_path_factory.mktemp("marked") / "marked.db", marked=True), read_only=True) as store:
        yield store
