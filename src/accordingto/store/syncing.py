"""Writing rows that belong to a story: those that are as they stand are left alone, the others are rewritten with what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from accordingto.store.schema import metadata
from accordingto.store.schema.travel import lineage, mismatches, relations
from accordingto.store.travel_rows import TravelRow
from accordingto.store.writer import SPAN, insert_rows, parent

KEYED: dict[str, tuple[Table, tuple[str, ...]]] = {
    "lineage": (lineage, ("report_key", "kind", "target")),
    "relations": (relations, ("a_key", "b_key")),
    "mismatches": (mismatches, ("statement_key", "source_key")),
}
"""Tables whose rows go with their story, and what tells their rows apart within it."""
PARTS = {
    "lineage": ("lineage_evidence",),
    "relations": ("differences",),
    "mismatches": ("mismatch_differences",),
    "matters": ("matter_statements", "occasions"),
    "quote_groups": ("quote_variants",),
}
"""Tables of rows that belong to a row of another."""
AT_ONCE = 5_000
"""Values a query asks for: SQLite takes 32,766 parameters."""


def write_groups(connection: Connection, story: int, table: Table, rows: list[TravelRow]) -> None:
    """Write groups, whose rows and keys stay as long as their ids do."""
    made = [TravelRow({"story_key": story, **row.values}, row.parts) for row in rows]
    keys = keys_of(connection, table, [row.values["id"] for row in made])
    held = held_rows(connection, table, list(keys.values()))
    fresh = [row for row in made if row.values["id"] not in keys]
    insert_rows(connection, table, [row.values for row in fresh])
    keys |= keys_of(connection, table, [row.values["id"] for row in fresh])
    changed = [
        (keys[row.values["id"]], row) for row in made if row not in fresh and row != held[keys[row.values["id"]]]
    ]
    for key, row in changed:
        connection.execute(update(table).where(table.c.key == key).values(row.values))
        _empty(connection, table.name, [key])
    _fill(connection, table.name, [*changed, *((keys[row.values["id"]], row) for row in fresh)])


def write_keyed(connection: Connection, story: int, name: str, rows: list[TravelRow]) -> None:
    """Write the rows of a table that go with their story."""
    table, identity = KEYED[name]
    made = {tuple(row.values[column] for column in identity): row for row in rows}
    asked = select(table.c.key).where(table.c.story_key == story)
    held = held_rows(connection, table, list(connection.scalars(asked)))
    there = {tuple(row.values[column] for column in identity): (key, row) for key, row in held.items()}
    gone = [key for named, (key, row) in there.items() if named not in made or _with(story, made[named]) != row]
    fresh = [row for named, row in made.items() if named not in there or there[named][0] in set(gone)]
    if gone:
        connection.execute(delete(table).where(table.c.key == bindparam("gone")), [{"gone": key} for key in gone])
    free = max(held, default=story * SPAN - 1) + 1
    numbered = [(free + n, row) for n, row in enumerate(fresh)]
    insert_rows(connection, table, [{"key": key, "story_key": story, **row.values} for key, row in numbered])
    _fill(connection, name, numbered)


def _with(story: int, row: TravelRow) -> TravelRow:
    return TravelRow({"story_key": story, **row.values}, row.parts)


def held_rows(connection: Connection, table: Table, keys: list[int]) -> dict[int, TravelRow]:
    """Rows that are there, with those that belong to them."""
    found: dict[int, TravelRow] = {}
    for part in parted(keys):
        for row in connection.execute(select(table).where(table.c.key.in_(part))):
            values = dict(row._mapping)
            found[values.pop("key")] = TravelRow(values, {name: [] for name in PARTS[table.name]})
        for name in PARTS[table.name]:
            tied = metadata.tables[name]
            owner = tied.primary_key.columns[0]
            for row in connection.execute(select(tied).where(owner.in_(part)).order_by(owner, tied.c.position)):
                values = dict(row._mapping)
                del values["position"]
                found[values.pop(owner.name)].parts[name].append(values)
    return found


def _fill(connection: Connection, name: str, rows: Sequence[tuple[int, TravelRow]]) -> None:
    for part in PARTS[name]:
        table = metadata.tables[part]
        owner = parent(table)
        values = [{owner: key, "position": n, **one} for key, row in rows for n, one in enumerate(row.parts[part])]
        insert_rows(connection, table, values)


def _empty(connection: Connection, name: str, keys: Sequence[int]) -> None:
    for part in PARTS[name]:
        owner = metadata.tables[part].primary_key.columns[0]
        connection.execute(delete(metadata.tables[part]).where(owner.in_(keys)))


def keys_of(connection: Connection, table: Table, ids: Collection[str]) -> dict[str, int]:
    """Keys of rows by id."""
    found: dict[str, int] = {}
    for part in parted(sorted(ids)):
        found |= {
            row.id: row.key for row in connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(part)))
        }
    return found


def parted(values: list[Any]) -> Iterator[list[Any]]:
    """Values in parts that one query can ask for."""
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
