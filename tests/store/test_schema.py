"""The schema: documented to the last column, the same by migration as by the tables, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect

from accordingto.store.migrations import HEAD, VERSIONS
from accordingto.store.migrations.make import DIALECTS, FIRST, script
from accordingto.store.page import page
from accordingto.store.schema import AREAS, EXTRAS, metadata
from accordingto.store.store import Store

VIEWS = [ddl for ddl in EXTRAS if ddl.kind == "view"]


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in metadata.tables.values():
        assert table.info.get("doc"), f"{table.name} has no doc"
        assert not [column.name for column in table.columns if not column.doc], table.name
    for ddl in EXTRAS:
        if ddl.kind in ("view", "table"):
            assert ddl.doc, ddl.name
            assert ddl.columns, ddl.name
            assert all(what for _, what in ddl.columns), ddl.name


def test_the_page_names_every_table_and_view_once() -> None:
    heads = [line.removeprefix("### ") for line in page().splitlines() if line.startswith("### ")]
    assert sorted(heads) == sorted([*metadata.tables, *(d.name for d in EXTRAS if d.kind in ("view", "table"))])


def test_views_have_the_columns_that_are_documented(store: Store) -> None:
    seen = inspect(store.engine)
    for ddl in VIEWS:
        assert [column["name"] for column in seen.get_columns(ddl.name)] == [name for name, _ in ddl.columns]


@pytest.mark.parametrize("dialect", list(DIALECTS))
def test_the_first_migration_makes_the_tables_of_the_code(dialect: str) -> None:
    if HEAD != FIRST:
        pytest.skip("the first schema is history")
    written = (VERSIONS / f"{FIRST}.{dialect}.sql").read_text(encoding="utf-8")
    assert written == script(dialect), "run: python -m accordingto.store.migrations.make"


def test_a_migrated_database_is_that_of_the_tables(store: Store) -> None:
    """Alembic sees no difference between what its migrations made and what the code declares."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    made_elsewhere = {ddl.name for ddl in EXTRAS}

    def ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
        return not (reflected and other is None and any((name or "").startswith(made) for made in made_elsewhere))

    with store.looking() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": False, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_every_area_of_the_schema_is_known() -> None:
    from accordingto.store import schema

    found = {path.stem for path in __import__("pathlib").Path(schema.__file__).parent.glob("[a-z]*.py")}
    assert found - {"base"} <= set(AREAS)
