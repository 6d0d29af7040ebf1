"""The bench of search in small: its world is indexed as the store would index it, and search is quick in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from accordingto.store import search
from accordingto.store.schema.search import indexed_reports
from accordingto.store.store import Store
from evals.search import bench
from evals.search.world import World, fill


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    path = tmp_path_factory.mktemp("bench") / "search.db"
    world = World(2_000)
    fill(path, world)
    return path, world


def test_its_documents_are_those_that_the_store_makes(made: tuple[Path, World]) -> None:
    with Store.open(made[0], read_only=True) as store, store.looking() as connection:
        for key in (1, 7, 50):
            whole, documents = search.documents(connection, key)
            held = connection.scalar(select(indexed_reports.c.documents).where(indexed_reports.c.report_key == key))
            kept = search.unpacked(held)
            mine = search.columns(whole, documents)
            assert {
                name: [[row[0], *(sorted(part.split()) for part in row[1:])] for row in rows]
                for name, rows in kept.items()
            } == {
                name: [[row[0], *(sorted(part.split()) for part in row[1:])] for row in rows]
                for name, rows in mine.items()
            }


def test_every_kind_of_query_is_answered(made: tuple[Path, World]) -> None:
    path, world = made
    with Store.open(path) as store:
        asked = bench.queries(world, 20)
        found = {kind: [bench.timed(store, query) for query in several] for kind, several in asked.items()}
    assert all(one["keys"] for kind in ("common word", "act", "meaning") for one in found[kind])


def test_the_sieve_keeps_nearly_all_that_is_near(made: tuple[Path, World], monkeypatch: pytest.MonkeyPatch) -> None:
    path, world = made
    monkeypatch.setattr("accordingto.store.nearest.SIEVED", 500)
    with Store.open(path) as store:
        assert bench.recall(store, bench.queries(world, 60)["meaning"]) >= 0.9
