"""What travelled between the reports of a story, kept: one lossless record a story, and rows made from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, delete, or_, select, update

from accordingto.compare.travel import Travel
from accordingto.model import Lineage, QuoteGroup
from accordingto.pipeline.reading import Reading
from accordingto.store import applying
from accordingto.store.codec import decode
from accordingto.store.minting import Change
from accordingto.store.project import Values
from accordingto.store.schema import metadata
from accordingto.store.schema.stories import story_reports
from accordingto.store.schema.travel import (
    lineage,
    matter_statements,
    matters,
    mismatches,
    occasions,
    quote_groups,
    quote_variants,
    relations,
    travels,
)
from accordingto.store.syncing import keys_of, write_groups, write_keyed
from accordingto.store.travel_ids import Keys, matter_ids, note, quote_ids
from accordingto.store.travel_record import pack, plain
from accordingto.store.travel_rows import (
    Told,
    TravelRow,
    lineage_row,
    matter_row,
    mismatch_row,
    quote_row,
    relation_row,
    travel_values,
)
from accordingto.store.writer import insert_rows


def edges_between(connection: Connection, story: int, reports: Collection[str]) -> tuple[Lineage, ...]:
    """What some reports of a story took from each other, with every edit; the rest of the record stays as it is.

    Raises:
        IntegrityError: where the record is damaged.
    """
    held = [one for one in plain(connection, story).get("lineage", []) if {one["source"], one["target"]} <= {*reports}]
    return tuple(decode(Lineage, one) for one in held)


def quote_group(connection: Connection, story: int, ident: str) -> QuoteGroup | None:
    """An utterance of a story with every edit of its wordings; ``None`` where the record has it not.

    Raises:
        IntegrityError: where the record is damaged.
    """
    held = (one for one in plain(connection, story).get("quotes", []) if one["id"] == ident)
    return next((decode(QuoteGroup, one) for one in held), None)


def keep(
    connection: Connection, story: int, travel: Travel, readings: Sequence[Reading], *, at: str, attached: int = 0
) -> Travel:
    """Keep what was found between the reports of a story, in place of what is kept of it.

    Args:
        connection: inside a transaction.
        story: key of the story.
        travel: what was found.
        readings: of its reports, as they stand in the store.
        at: now, ISO 8601.
        attached: how many of the reports stand by another one that they copy.

    Returns:
        The same with the ids under which matters and quote groups are kept, as the program has them.
    """
    told, keys = Told(readings), Keys(connection, travel.reports)
    applying.loosen(connection, keys.reports.values(), story=story)
    named = matter_ids(connection, story, travel, told, keys)
    quoted = quote_ids(connection, story, travel, keys)
    made = replace(
        travel,
        matters=tuple(replace(one, id=ident) for one, ident in zip(travel.matters, named.ids, strict=True)),
        quotes=tuple(replace(one, id=ident) for one, ident in zip(travel.quotes, quoted.ids, strict=True)),
    )
    for name, found in group_rows(made, told).items():
        write_groups(connection, story, metadata.tables[name], [keys.row(row) for row in found])
    note(connection, [*named.ledger, *quoted.ledger], at)
    for name, found in own_rows(made, told, keys_of(connection, matters, named.ids)).items():
        write_keyed(connection, story, name, [keys.row(row) for row in found])
    _whole(connection, story, made, {**travel_values(made, told, attached), "at": at})
    applying.apply(connection, story)
    return made


def group_rows(travel: Travel, told: Told) -> dict[str, list[TravelRow]]:
    """The rows of matters and quote groups, by table."""
    return {
        "matters": [matter_row(one, told) for one in travel.matters],
        "quote_groups": [quote_row(one, told) for one in travel.quotes],
    }


def own_rows(travel: Travel, told: Told, keys: Mapping[str, int]) -> dict[str, list[TravelRow]]:
    """The rows that go with their story, by table; ``keys`` are those of its matters by id."""
    home = {one: keys[matter.id] for matter in travel.matters for one in matter.statements}
    return {
        "lineage": [lineage_row(edge, told) for edge in travel.lineage],
        "relations": [relation_row(one, told, home.get(one.a, home.get(one.b))) for one in travel.relations],
        "mismatches": [mismatch_row(one, told) for one in travel.mismatches],
    }


def _whole(connection: Connection, story: int, travel: Travel, values: Values) -> None:
    packed = pack(travel)
    row = {**values, "record": packed.data, "record_sha256": packed.sha256}
    there = connection.execute(select(travels.c.record_sha256).where(travels.c.story_key == story)).first()
    if there is None:
        insert_rows(connection, travels, [{"story_key": story, **row}])
    elif there.record_sha256 != packed.sha256:
        connection.execute(update(travels).where(travels.c.story_key == story).values(row))


def forget(connection: Connection, report: int) -> None:
    """Delete what was found of a report, and every word of it; its story is compared anew.

    Ids of matters and quote groups stay with what other reports hold of them.
    """
    applying.loosen(connection, [report])
    statements = metadata.tables["statements"]
    own = select(statements.c.key).where(statements.c.report_key == report)
    tied = set(
        connection.scalars(select(matter_statements.c.matter_key).where(matter_statements.c.statement_key.in_(own)))
    )
    quoted = set(connection.scalars(select(quote_variants.c.group_key).where(quote_variants.c.report_key == report)))
    homes = _homes(connection, report, tied, quoted)
    connection.execute(delete(matter_statements).where(matter_statements.c.statement_key.in_(own)))
    connection.execute(delete(quote_variants).where(quote_variants.c.report_key == report))
    connection.execute(update(matters).where(matters.c.key.in_(tied)).values(label=""))
    connection.execute(delete(occasions).where(occasions.c.matter_key.in_(tied)))
    connection.execute(update(quote_groups).where(quote_groups.c.key.in_(quoted)).values(words="", speakers="[]"))
    _end(connection, matters, matter_statements.c.matter_key, tied)
    _end(connection, quote_groups, quote_variants.c.group_key, quoted)
    for table in (travels, lineage, relations, mismatches):
        connection.execute(delete(table).where(table.c.story_key.in_(homes)))


def _homes(connection: Connection, report: int, tied: Collection[int], quoted: Collection[int]) -> list[int]:
    """The stories in whose comparison a report may be: that which it is in, or was when they were compared last."""
    queries = [
        select(story_reports.c.story_key).where(story_reports.c.report_key == report),
        select(lineage.c.story_key).where(or_(lineage.c.report_key == report, lineage.c.target_key == report)),
        select(matters.c.story_key).where(matters.c.key.in_(tied)),
        select(quote_groups.c.story_key).where(quote_groups.c.key.in_(quoted)),
    ]
    return sorted({key for query in queries for key in connection.scalars(query) if key is not None})


def _end(connection: Connection, table: Table, owner: Any, keys: Collection[int]) -> None:
    """Delete those of some groups of which nothing is left."""
    left = ~select(owner).where(owner == table.c.key).exists()
    gone = connection.execute(select(table.c.key, table.c.id).where(table.c.key.in_(keys), left)).all()
    if gone:
        connection.execute(delete(table).where(table.c.key.in_([row.key for row in gone])))
        note(connection, [(row.id, Change.ENDED, None) for row in gone], _now())


def _now() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
