"""Places of the gazetteer that reports of the store name: how often, what is claimed there, who is said to hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from accordingto.model import NotKept
from accordingto.store.cited import counted
from accordingto.store.naming import folded
from accordingto.store.schema.claims import (
    control,
    control_parts,
    event_parts,
    event_victims,
    events,
    statement_places,
    statements,
)
from accordingto.store.schema.named import places
from accordingto.store.schema.records import reports
from accordingto.store.writer import SPAN

WALKED = 10_000
"""Statements that name a place, the last kept first, in which claims about it are looked for."""
CHUNK = 400
"""Statements that are looked through at a time. One query over all of them had PostgreSQL go through all events of a store."""
MOST_CONTROL = 200
"""Records of control that are shown of a place, the last kept first."""
Row = dict[str, Any]
_PLACE = ("name", "kind", "country", "admin1", "latitude", "longitude", "centroid", "precision", "viewpoint")


@dataclass(frozen=True, slots=True)
class Located:
    """A place, and how many statements name it."""

    id: str
    name: str
    kind: str | None
    country: str | None
    admin1: str | None
    statements: int


def located(connection: Connection) -> list[Located]:
    """All places of the gazetteer that statements name, those that most name first."""
    place = statement_places.c.gazetteer_id
    held = (
        select(place.label("id"), func.count().label("statements")).where(place.is_not(None)).group_by(place).subquery()
    )
    last = select(places.c.gazetteer_id, func.max(places.c.key).label("key"))
    newest = last.where(places.c.gazetteer_id.is_not(None)).group_by(places.c.gazetteer_id).subquery()
    query = (
        select(held.c.id, held.c.statements, *(places.c[name] for name in ("name", "kind", "country", "admin1")))
        .join(newest, newest.c.gazetteer_id == held.c.id)
        .join(places, places.c.key == newest.c.key)
    )
    rows = connection.execute(query)
    found = [Located(row.id, row.name or row.id, row.kind, row.country, row.admin1, row.statements) for row in rows]
    return sorted(found, key=lambda one: (-one.statements, one.name, one.id))


def meant(found: Sequence[Located], name: str) -> list[Located]:
    """Those in whose name these words stand, whatever their case and accents."""
    sought = folded(name)
    return [one for one in found if sought in folded(one.name)]


def place_of(connection: Connection, place: str) -> Row:
    """What is known of a place, as it was when it was resolved last.

    Raises:
        NotKept: where no report names it.
    """
    query = select(*(places.c[name] for name in _PLACE)).where(places.c.gazetteer_id == place)
    row = connection.execute(query.order_by(places.c.key.desc()).limit(1)).first()
    if row is None:
        raise NotKept(
            f"no report of this store names a place {place} of the gazetteer. Places that are not resolved have no page: search for "
            "their name instead"
        )
    return {**row._mapping, "centroid": bool(row.centroid)}


def points_of(connection: Connection, ids: Sequence[str]) -> dict[str, Row]:
    """What is known of several places, by id."""
    return {one: place_of(connection, one) for one in ids}


def toponyms_of(connection: Connection, place: str) -> list[tuple[str, int]]:
    """The words for a place in the statements kept last that name it, and how often each stands there; most first."""
    for chunk in _chunks(connection, place, None, CHUNK):
        query = select(places.c.toponym, func.count()).where(places.c.statement_key.in_(chunk))
        query = query.where(places.c.gazetteer_id == place, ~places.c.demonym).group_by(places.c.toponym)
        found = [(row[0], int(row[1])) for row in connection.execute(query)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))
    return []


def naming(connection: Connection, place: str) -> tuple[int, bool]:
    """How many statements name a place, at most as many as are counted, and whether there are more."""
    return counted(connection, select(statement_places.c.statement_key).where(statement_places.c.gazetteer_id == place))


def _chunks(connection: Connection, place: str, after: int | None, most: int = WALKED) -> Iterator[list[int]]:
    """Keys of statements that name a place, the last kept first, so many at a time and the rest of the last one's report."""
    key = statement_places.c.statement_key
    query = select(key).where(statement_places.c.gazetteer_id == place)
    if after is not None:
        query = query.where(key <= after)
    keys = list(dict.fromkeys(connection.scalars(query.order_by(key.desc()).limit(most))))
    start = 0
    while start < len(keys):
        end = min(start + CHUNK, len(keys))
        while end < len(keys) and keys[end] // SPAN == keys[end - 1] // SPAN:
            end += 1
        yield keys[start:end]
        start = end


def _there(record: Any, parts: Any, owner: Any, place: str) -> ColumnElement[bool]:
    """Whether a record has a part that is the place."""
    same = and_(places.c.report_key == record.c.report_key, places.c.id == parts.c.place)
    held = select(owner).select_from(parts).join(places, same).where(owner == record.c.key, parts.c.role == "place")
    return held.where(places.c.gazetteer_id == place).exists()


def _keys(
    connection: Connection, record: Any, there: Sequence[Any], place: str, *, after: int | None, limit: int
) -> list[int]:
    """Keys of records about a place, the last kept first; records of a report have keys in the order of its text."""
    found: list[int] = []
    for chunk in _chunks(connection, place, after):
        query = select(record.c.key).where(record.c.statement_key.in_(chunk), *there)
        found += connection.scalars(query.order_by(record.c.key.desc()))
        if len(found) >= limit:
            break
    return found[:limit]


def _rows(connection: Connection, record: Any, columns: Iterable[Any], keys: Sequence[int]) -> list[Any]:
    """Records with what is claimed in them and the statement that claims it."""
    query = (
        select(*columns, *_claim())
        .join(statements, statements.c.key == record.c.statement_key)
        .join(reports, reports.c.key == record.c.report_key)
        .where(record.c.key.in_(keys))
        .order_by(record.c.key.desc())
    )
    return list(connection.execute(query)) if keys else []


def _claim() -> list[Any]:
    said: list[Any] = [statements.c.id.label("statement")]
    said += [
        statements.c[name]
        for name in ("content", "chain", "act", "factuality", "form", "unnamed", "source", "source_actor")
    ]
    return [
        *said,
        reports.c.id.label("report"),
        *(reports.c[name] for name in ("title", "outlet", "published", "published_day")),
    ]


def events_at(connection: Connection, place: str, *, after: int | None, limit: int) -> list[Row]:
    """Events that statements claim at a place, the last kept first: what, who to whom, when, and according to whom.

    Args:
        connection: to the store.
        place: its id in the gazetteer.
        after: key of the event behind which to go on.
        limit: how many at most.
    """
    columns = (
        events.c[name] for name in ("key", "id", "type", "mode", "aux", "trigger", "time", "time_start", "time_end")
    )
    there = [~events.c.derived, _there(events, event_parts, event_parts.c.event_key, place)]
    there += [events.c.key < after] if after is not None else []
    keys = _keys(connection, events, there, place, after=after and after // SPAN * SPAN + SPAN - 1, limit=limit)
    rows = _rows(connection, events, columns, keys)
    parts = _parts(connection, event_parts, event_parts.c.event_key, [row.key for row in rows])
    harmed = _victims(connection, [row.key for row in rows])
    return [_plain(row) | {**parts[row.key], "victims": harmed[row.key]} for row in rows]


def _plain(row: Any) -> Row:
    return {**row._mapping, "unnamed": bool(row.unnamed)}


def _parts(connection: Connection, table: Any, owner: Any, keys: Sequence[int]) -> dict[int, Row]:
    """Who and where, by record: names and ids by role."""
    found: dict[int, Row] = {key: {} for key in keys}
    query = select(owner.label("owner"), table.c.role, table.c.name, table.c.words, table.c.actor).where(
        owner.in_(keys)
    )
    for row in connection.execute(query.order_by(owner, table.c.position)) if keys else ():
        part = {"name": row.name, "words": row.words, "actor": row.actor}
        found[row.owner].setdefault(f"{row.role}s", []).append(part)
    roles = ("actors", "recipients") if table is event_parts else ("holders",)
    return {key: {role: parts.get(role, []) for role in roles} for key, parts in found.items()}


def _victims(connection: Connection, keys: Sequence[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {key: [] for key in keys}
    names = ("harm", "low", "high", "who", "part")
    query = select(event_victims.c.event_key, *(event_victims.c[name] for name in names))
    query = query.where(event_victims.c.event_key.in_(keys)).order_by(
        event_victims.c.event_key, event_victims.c.position
    )
    for row in connection.execute(query) if keys else ():
        found[row.event_key].append({name: row._mapping[name] for name in names} | {"part": bool(row.part)})
    return found


def control_of(connection: Connection, place: str) -> list[Row]:
    """Who is said to hold, contest, besiege, gain, lose or leave a place, as of when and by whom; the last kept first."""
    columns = (
        control.c[name]
        for name in ("key", "id", "status", "asserted", "aux", "trigger", "as_of", "as_of_start", "as_of_end")
    )
    there = [_there(control, control_parts, control_parts.c.control_key, place)]
    rows = _rows(
        connection, control, columns, _keys(connection, control, there, place, after=None, limit=MOST_CONTROL + 1)
    )
    parts = _parts(connection, control_parts, control_parts.c.control_key, [row.key for row in rows])
    return [_plain(row) | {"asserted": bool(row.asserted), **parts[row.key]} for row in rows]


def inside(found: Sequence[Located], area: Row, place: str) -> list[Located]:
    """Places that lie in a country or a first-level division, as the gazetteer has its borders; none where the place is neither.

    Args:
        found: all places, from `located`.
        area: the place, from `place_of`.
        place: its id.
    """
    if area["kind"] not in ("country", "admin1"):
        return []
    near = [one for one in found if one.id != place and one.country == area["country"] is not None]
    return near if area["kind"] == "country" else [one for one in near if one.admin1 == area["name"]]


def around(found: Sequence[Located], area: Row, place: str) -> list[Located]:
    """The areas that a place lies in, the smaller first, of those that are named."""
    same = [one for one in found if one.id != place and one.country == area["country"] is not None]
    divisions = [one for one in same if one.kind == "admin1" and one.name == area["admin1"]]
    return [*divisions, *(one for one in same if one.kind == "country")]
