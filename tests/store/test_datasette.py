"""Datasette opens a store as it is."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from accordingto.store.schema import EXTRAS, metadata
from accordingto.store.store import Store
from tests.store.made import claimed_entry

datasette = pytest.importorskip("datasette.app")


def test_datasette_reads_a_store(tmp_path: Path) -> None:
    path = tmp_path / "accordingto.db"
    entry = claimed_entry(url="https://ledger.example/a")
    with Store.open(path) as store:
        store.put(entry)
    asyncio.run(_look(path, [statement.id for statement in entry.reading.statements]))


async def _look(path: Path, statements: list[str]) -> None:
    served = datasette.Datasette([str(path)])
    await served.invoke_startup()

    async def get(page: str) -> dict:
        response = await served.client.get(page)
        assert response.status_code == 200, page
        return response.json()

    flat = await get("/accordingto/statements_flat.json?_shape=objects")
    assert sorted(row["id"] for row in flat["rows"]) == sorted(statements)
    assert all(row["chain"] and row["content"] for row in flat["rows"])
    listed = await get("/accordingto.json")
    tables = {table["name"]: table for table in listed["tables"]}
    assert set(metadata.tables) <= set(tables)
    assert {view["name"] for view in listed["views"]} == {ddl.name for ddl in EXTRAS if ddl.kind == "view"}
    assert not [name for name in metadata.tables if tables[name]["hidden"]]
    for ddl in EXTRAS:  # an index of words is offered as the search of its table
        if content := re.search(r'USING fts5\(.*content="(\w+)"', ddl.sqlite or ""):
            assert await served.get_database("accordingto").fts_table(content[1]) == ddl.name
    for table in metadata.tables:
        page = await served.client.get(f"/accordingto/{table}")
        assert page.status_code == 200, table
