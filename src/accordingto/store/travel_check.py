"""Whether what is kept of how a story travelled is what its record says."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from accordingto.model import sha256
from accordingto.store.applying import as_people_have_it
from accordingto.store.fetch import asked, reading_of
from accordingto.store.packing import unpack_record
from accordingto.store.schema import metadata
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import matters, travels
from accordingto.store.syncing import KEYED, held_rows, keys_of
from accordingto.store.travel import group_rows, own_rows
from accordingto.store.travel_ids import Keys
from accordingto.store.travel_record import unpack
from accordingto.store.travel_rows import VERSION, Told, TravelRow


def travelled(connection: Connection, story: int) -> Iterator[str]:
    """What no longer matches of a story, in words. Rows of one that is to be compared anew are not looked at: some may be gone."""
    row = connection.execute(select(travels).where(travels.c.story_key == story)).first()
    if row is None:
        return
    if sha256(unpack_record(row.record)) != row.record_sha256:
        yield "its record is not what it was"
    found = unpack(row.record)
    travel = unpack(row.regrouped) if row.regrouped else found
    if connection.scalar(select(stories.c.changed).where(stories.c.key == story)) or row.version != VERSION:
        return
    if travel != as_people_have_it(connection, found):
        yield "its groups are not as people decided"
    query = asked().join(story_reports, story_reports.c.report_key == reports.c.key)
    held = connection.execute(query.where(story_reports.c.story_key == story).order_by(reports.c.key)).all()
    told, keys = Told([reading_of(connection, one) for one in held]), Keys(connection, travel.reports)
    for name, rows in group_rows(travel, told).items():
        yield from _groups(connection, story, name, [keys.row(one) for one in rows])
    for name, rows in own_rows(travel, told, keys_of(connection, matters, [one.id for one in travel.matters])).items():
        yield from _own(connection, story, name, [keys.row(one) for one in rows])


def _groups(connection: Connection, story: int, name: str, wanted: list[TravelRow]) -> Iterator[str]:
    table = metadata.tables[name]
    keys = keys_of(connection, table, [row.values["id"] for row in wanted])
    held = {row.values["id"]: row for row in held_rows(connection, table, list(keys.values())).values()}
    for row in wanted:
        if held.get(row.values["id"]) != TravelRow({"story_key": story, **row.values}, row.parts):
            yield f"{name}: {row.values['id']} is not as its record has it"


def _own(connection: Connection, story: int, name: str, wanted: list[TravelRow]) -> Iterator[str]:
    table, identity = KEYED[name]
    there = connection.scalars(select(table.c.key).where(table.c.story_key == story))
    held = {
        tuple(row.values[column] for column in identity): row
        for row in held_rows(connection, table, list(there)).values()
    }
    made = {
        tuple(row.values[column] for column in identity): TravelRow({"story_key": story, **row.values}, row.parts)
        for row in wanted
    }
    differing = sum(held.get(one) != row for one, row in made.items()) + len(held.keys() - made.keys())
    if differing:
        yield f"{name}: {differing} rows are not those of its record"
