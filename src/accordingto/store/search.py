"""Indexes of words over statements and reports, written in a report's transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, delete, insert, select, text

from accordingto.language.terms import words
from accordingto.pipeline.reading import Reading
from accordingto.store.collected import cases_of
from accordingto.store.documents import (
    VERSION,
    Document,
    Labels,
    joined,
    report_document,
    statement_document,
    tsvector,
)
from accordingto.store.editions import EXTRACTION
from accordingto.store.packing import pack_record, unpack_record
from accordingto.store.schema.claims import (
    control,
    control_parts,
    event_parts,
    events,
    links,
    statement_actors,
    statement_places,
    statements,
)
from accordingto.store.schema.named import entities, places
from accordingto.store.schema.records import reports, successions
from accordingto.store.schema.search import actor_names, indexed_reports
from accordingto.store.writer import SPAN, ignoring

_FTS = {"statements_fts": ("content", "voices"), "reports_fts": ("title", "text")}
"""The FTS5 tables, each with the columns that are not labels."""
_VOICES = ("source", "voice")
"""Roles in `statement_actors` of those who say it: the links tell these better."""
Kept = list[list[Any]]
"""What an FTS5 table was given: for each row its rowid and its columns."""


def write(connection: Connection, report: int, reading: Reading | None, given: Any) -> None:  # noqa: ARG001
    """Index a report whose rows have been written; a report that it replaces as a better extraction is not found any more."""
    old = connection.scalars(
        select(successions.c.previous_key).where(successions.c.report_key == report, successions.c.kind == EXTRACTION)
    )
    for previous in old.all():
        forget(connection, previous)
    index(connection, report)
    if reading is not None:
        _name_actors(connection, reading)


def cased(connection: Connection, report: int) -> None:
    """Index a report anew that has been put into a case, if it is indexed at all."""
    if connection.scalar(select(indexed_reports.c.version).where(indexed_reports.c.report_key == report)) is not None:
        forget(connection, report)
        index(connection, report)


def forget(connection: Connection, report: int) -> None:
    """Take a report out of the indexes, whatever has become of its rows."""
    if connection.dialect.name == "sqlite":
        held = connection.scalar(select(indexed_reports.c.documents).where(indexed_reports.c.report_key == report))
        for table, rows in (unpacked(held) if held else {}).items():
            _unfts(connection, table, rows)
    else:
        values = {"first": report * SPAN, "end": (report + 1) * SPAN, "report": report}
        connection.execute(
            text("DELETE FROM statement_words WHERE statement_key >= :first AND statement_key < :end"), values
        )
        connection.execute(text("DELETE FROM report_words WHERE report_key = :report"), values)
    connection.execute(delete(indexed_reports).where(indexed_reports.c.report_key == report))


def index(connection: Connection, report: int) -> None:
    """Index a report that is not in the indexes."""
    index_all(connection, [report])


def index_all(connection: Connection, keys: Iterable[int]) -> None:
    """Index reports that are not in the indexes."""
    for key in keys:
        whole, made = documents(connection, key)
        kept = None
        if connection.dialect.name == "sqlite":
            given = columns(whole, made)
            for table, rows in given.items():
                fts(connection, table, rows)
            kept = pack_record(given).data
        else:
            _tsvectors(connection, "statement", made)
            _tsvectors(connection, "report", [whole])
        connection.execute(insert(indexed_reports).values(report_key=key, version=VERSION, documents=kept))


def columns(whole: Document, made: Iterable[Document]) -> dict[str, Kept]:
    """What the FTS5 tables are given of a report and of its statements."""
    return {"statements_fts": [_columns(one) for one in made], "reports_fts": [_columns(whole)]}


def unpacked(data: bytes) -> dict[str, Kept]:
    """What `columns` gave, out of the row that keeps it."""
    found: dict[str, Kept] = json.loads(unpack_record(data))
    return found


def outdated(connection: Connection) -> list[int]:
    """Keys of the reports that an older version of the program has indexed."""
    return list(
        connection.scalars(
            select(indexed_reports.c.report_key)
            .where(indexed_reports.c.version != VERSION)
            .order_by(indexed_reports.c.report_key)
        )
    )


def _columns(document: Document) -> list[Any]:
    return [document.key, joined(document.main), joined(document.second), joined(document.labels)]


def fts(connection: Connection, table: str, rows: Kept) -> None:
    """Give an FTS5 table rows, as `columns` makes them."""
    first, second = _FTS[table]
    sql = f"INSERT INTO {table} (rowid, {first}, {second}, labels) VALUES (?, ?, ?, ?)"
    if rows:
        connection.exec_driver_sql(sql, [tuple(row) for row in rows])


def _unfts(connection: Connection, table: str, rows: Kept) -> None:
    """Take out of an FTS5 table what it was given."""
    first, second = _FTS[table]
    sql = f"INSERT INTO {table} ({table}, rowid, {first}, {second}, labels) VALUES ('delete', ?, ?, ?, ?)"
    if rows:
        connection.exec_driver_sql(sql, [tuple(row) for row in rows])


def _tsvectors(connection: Connection, name: str, made: list[Document]) -> None:
    rows = [{"key": one.key, "words": tsvector(one)} for one in made]
    if rows:
        statement = f"INSERT INTO {name}_words ({name}_key, words) VALUES (:key, CAST(:words AS tsvector))"
        connection.execute(text(statement), rows)


def documents(connection: Connection, report: int) -> tuple[Document, list[Document]]:
    """The documents of a report and of its statements, from their rows."""
    row = connection.execute(
        select(reports.c.outlet, reports.c.published, reports.c.title, reports.c.text).where(reports.c.key == report)
    ).one()
    held = cases_of(connection, report)
    whole = report_document(report, row.title, row.text, Labels(row.outlet, row.published, held))
    about: dict[int, Labels] = defaultdict(lambda: Labels(row.outlet, row.published, held))
    for fill in (_voices, _actors, _places):
        fill(connection, report, about)
    found = connection.execute(
        select(statements.c.key, statements.c.content, statements.c.act, statements.c.factuality)
        .where(statements.c.report_key == report)
        .order_by(statements.c.key)
    )
    return whole, [statement_document(one.key, one, about[one.key]) for one in found]


def _of(report: int, query: Select[Any]) -> Select[Any]:
    return query.where(statements.c.report_key == report).order_by(statements.c.key)


def _voices(connection: Connection, report: int, about: dict[int, Labels]) -> None:
    """Whoever says it, below the outlet; the outlet where nobody else does."""
    query = select(
        statements.c.key,
        links.c.name,
        links.c.words,
        links.c.actor,
        entities.c.name.label("entity"),
        entities.c.abbreviation,
    )
    joint = and_(entities.c.report_key == report, entities.c.id == links.c.entity)
    query = query.join(links, links.c.statement_key == statements.c.key).outerjoin(entities, joint)
    narrowed = (links.c.position > 0) | (statements.c.voices == 0)
    for row in connection.execute(_of(report, query.where(narrowed))):
        labels = about[row.key]
        labels.voices += _known((row.name, row.words, row.entity, row.abbreviation))
        labels.voice_ids += _known((row.actor,))


def _actors(connection: Connection, report: int, about: dict[int, Labels]) -> None:
    """Whoever takes part or is named, also by the words of the report."""
    query = select(statements.c.key, statement_actors.c.name, statement_actors.c.actor).join(
        statement_actors, statement_actors.c.statement_key == statements.c.key
    )
    for row in connection.execute(_of(report, query.where(statement_actors.c.role.not_in(_VOICES)))):
        about[row.key].actors += _known((row.name,))
        about[row.key].actor_ids += _known((row.actor,))
    for row in _parts(connection, report):
        about[row.key].actors += _known((row.words,))


def _parts(connection: Connection, report: int) -> Iterator[Row[Any]]:
    """Those who take part as the report words them."""
    for record, parts in ((events, event_parts), (control, control_parts)):
        own = parts.primary_key.columns[0]
        query = (
            select(statements.c.key, parts.c.words)
            .join(record, record.c.statement_key == statements.c.key)
            .join(parts, own == record.c.key)
        )
        yield from connection.execute(_of(report, query.where(parts.c.role != "place")))


def _places(connection: Connection, report: int, about: dict[int, Labels]) -> None:
    """Where: names, ids, and what the places lie in."""
    named = select(places.c.gazetteer_id, places.c.toponym, places.c.admin1).where(places.c.report_key == report)
    resolved: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(named.where(places.c.gazetteer_id.is_not(None))):
        resolved[row.gazetteer_id].append(row)
    table = statement_places.c
    query = select(statements.c.key, table.name, table.gazetteer_id, table.country)
    for row in connection.execute(_of(report, query.join(statement_places, table.statement_key == statements.c.key))):
        labels, same = about[row.key], resolved.get(row.gazetteer_id or "", [])
        labels.places += _known((row.name, row.country, *(one.toponym for one in same), *(one.admin1 for one in same)))
        labels.place_ids += _known((row.gazetteer_id, _within(row.country)))
        labels.place_ids += _known(_within(row.country, one.admin1) for one in same if one.admin1)


def _within(country: str | None, admin1: str | None = None) -> str | None:
    return within(country, admin1) if country else None


def within(country: str, admin1: str | None = None) -> str:
    """What stands for lying in a country, or in a first-level area of one."""
    return f"in {country}/{admin1 or ''}"


def _known(names: Iterable[str | None]) -> list[str]:
    return [name for name in names if name]


def _name_actors(connection: Connection, reading: Reading) -> None:
    """Keep the names of the actors of a reading that are not kept yet."""
    wanted = {
        (actor.id, " ".join(words(name)))
        for actor in reading.actors
        for name in (actor.name, *actor.aliases)
        if words(name)
    }
    if not wanted:
        return
    asked = select(actor_names).where(actor_names.c.actor.in_({actor for actor, _ in wanted}))
    missing = wanted - {(row.actor, row.folded) for row in connection.execute(asked)}
    if missing:  # in one order, so that two writers cannot wait for each other
        rows = [{"actor": actor, "folded": folded} for actor, folded in sorted(missing)]
        connection.execute(ignoring(connection, actor_names), rows)
