"""Whether the rows of a reading are those that its record gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from accordingto.pipeline.reading import Reading
from accordingto.store.project import Projection, Values, project
from accordingto.store.schema import metadata
from accordingto.store.schema.named import actors, report_actors
from accordingto.store.writer import parent


def differing(connection: Connection, report: int, reading: Reading) -> Iterator[str]:
    """Where the rows of a report are not those of its reading, in words."""
    made = project(reading)
    keys = {name: _kept(connection, metadata.tables[name], report) for name in made.records}
    statements = {key: name for name, (key, _) in keys["statements"].items()}
    for name in made.records:
        yield from _records(name, made, keys[name], statements)
        yield from _parts(connection, name, made, keys[name])
    for name in made.lists:
        yield from _list(connection, name, made, report, statements)
    named = select(actors.c.id).join(report_actors).where(report_actors.c.report_key == report)
    if sorted(connection.scalars(named)) != sorted(actor.id for actor in reading.actors):
        yield "report_actors names other actors than its reading"


def _kept(connection: Connection, table: Table, report: int) -> dict[str, tuple[int, Values]]:
    """The rows of a table by id, with their keys."""
    rows = connection.execute(select(table).where(table.c.report_key == report))
    return {row.id: (row.key, dict(row._mapping)) for row in rows}


def _records(
    name: str, made: Projection, kept: dict[str, tuple[int, Values]], statements: dict[int, str]
) -> Iterator[str]:
    wanted = {row.id: row for row in made.records[name]}
    for ident in kept.keys() ^ wanted.keys():
        yield f"{name}: {ident} is {'missing' if ident in wanted else 'in no record'}"
    for ident in kept.keys() & wanted.keys():
        _, held = kept[ident]
        yield from (f"{name}: {ident}: {what}" for what in _unequal(held, wanted[ident].values))
        if name != "statements" and statements.get(held["statement_key"]) != wanted[ident].statement:
            yield f"{name}: {ident} stands in another statement"


def _parts(connection: Connection, name: str, made: Projection, kept: dict[str, tuple[int, Values]]) -> Iterator[str]:
    keys = {key: ident for ident, (key, _) in kept.items()}
    for part in {table for row in made.records[name] for table in row.parts}:
        table = metadata.tables[part]
        owner = table.c[parent(table)]
        first, last = min(keys, default=0), max(keys, default=-1)
        rows = connection.execute(select(table).where(owner.between(first, last)).order_by(owner, table.c.position))
        held: dict[str, list[Values]] = {}
        for one in rows:
            held.setdefault(keys.get(one[0], ""), []).append(dict(one._mapping))
        for row in made.records[name]:
            found = held.get(row.id, [])
            if len(found) != len(row.parts[part]):
                yield f"{part}: {row.id} has {len(found)} rows, not {len(row.parts[part])}"
            pairs = zip(found, row.parts[part], strict=False)
            yield from (
                f"{part}: {row.id}: {what}" for kept_one, wanted in pairs for what in _unequal(kept_one, wanted)
            )


def _list(
    connection: Connection, name: str, made: Projection, report: int, statements: dict[int, str]
) -> Iterator[str]:
    table = metadata.tables[name]
    rows = connection.execute(select(table).where(table.c.report_key == report).order_by(table.c.position)).all()
    if len(rows) != len(made.lists[name]):
        yield f"{name} has {len(rows)} rows, not {len(made.lists[name])}"
    for row, wanted in zip(rows, made.lists[name], strict=False):
        held: dict[str, Any] = dict(row._mapping)
        if "statement" in wanted:
            held["statement"] = statements.get(held["statement_key"])
        yield from (f"{name}: number {row.position}: {what}" for what in _unequal(held, wanted))


def _unequal(held: Values, wanted: Values) -> Iterator[str]:
    for column, value in wanted.items():
        if held[column] != value:
            yield f"{column} is {held[column]!r}, and {value!r} in the record"
