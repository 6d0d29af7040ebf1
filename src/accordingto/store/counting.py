"""Counting what a search matches: by outlet, act, commitment and voice, by place, and over time.

At most `COUNTED` matches are counted, those that were kept last, so that a count costs the same however much a store holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, text

from accordingto.store.filters import Filters
from accordingto.store.find import COUNTED, Index, Target, counted, index_of
from accordingto.store.query import parsed

FACETED = 2_000
"""Matches that facets are counted among: of 10,000 a page of search took three times as long."""
SHOWN = 12
"""Values of a facet that are told."""


@dataclass(frozen=True, slots=True)
class Facet:
    """How often each value of a kind stands among the matches, the most frequent first."""

    name: str
    values: tuple[tuple[str, int], ...]
    more: int
    """Values that are not told."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How the matches are spread."""

    counted: int
    more: bool
    """Whether there are more matches than were counted."""
    facets: tuple[Facet, ...]


def facets(connection: Connection, query: str | None, filters: Filters) -> Facets:
    """How the statements that match are spread over outlets, voices, acts and commitments.

    Args:
        connection: to the store.
        query: in the language of `accordingto.store.query`; ``None`` for all.
        filters: what is asked for beside it.

    Raises:
        UsageError: where the query has no word.
    """
    sql = """SELECT r.outlet AS outlet, s.source AS source, s.act AS act, s.factuality AS commitment
        FROM ({matched}) AS m JOIN statements AS s ON s.key = m.k JOIN reports AS r ON r.key = s.report_key"""
    rows = list(_rows(connection, index_of_statements(connection, query, filters), sql, most=FACETED))
    held = rows[:FACETED]
    names = ("outlet", "source", "act", "commitment")
    found = tuple(_facet(name, Counter(row[at] for row in held if row[at])) for at, name in enumerate(names))
    return Facets(len(held), len(rows) > FACETED, found)


def _facet(name: str, counts: Counter[str]) -> Facet:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Facet(name, tuple(ordered[:SHOWN]), max(0, len(ordered) - SHOWN))


def index_of_statements(connection: Connection, query: str | None, filters: Filters) -> Index:
    """The index of statements, and what to ask it."""
    return index_of(connection, parsed(query) if query is not None else None, filters, Target.STATEMENTS)


def _rows(
    connection: Connection, index: Index, sql: str, values: Mapping[str, str] | None = None, *, most: int = COUNTED
) -> Iterator[Any]:
    """Rows of a query over ``{matched}``, the keys ``k`` of what matches; of one more than is counted, so that it shows."""
    matched = f"{index.keys} ORDER BY {index.key} DESC LIMIT {most + 1}"
    yield from connection.execute(text(sql.format(matched=matched)), {**index.values, **(values or {})})


class Named(StrEnum):
    """What is put on a map."""

    EVENTS = "events"
    """Where claimed events are said to have happened."""
    CONTROL = "control"
    """Whose control is told of."""
    PLACES = "places"
    """What is named in contents."""


_AT = {
    Named.EVENTS: """JOIN events AS o ON o.statement_key = s.key JOIN event_parts AS q ON q.event_key = o.key AND q.role = 'place'
        JOIN places AS p ON p.report_key = s.report_key AND p.id = q.place WHERE NOT o.derived""",
    Named.CONTROL: """JOIN control AS o ON o.statement_key = s.key JOIN control_parts AS q ON q.control_key = o.key AND q.role = 'place'
        JOIN places AS p ON p.report_key = s.report_key AND p.id = q.place WHERE o.key IS NOT NULL""",
    Named.PLACES: "JOIN places AS p ON p.statement_key = s.key WHERE p.key IS NOT NULL",
}
_WHAT = {Named.EVENTS: "o.type", Named.CONTROL: "o.status", Named.PLACES: "NULL"}


@dataclass(slots=True)
class Spot:
    """A place with the claims that tell of it."""

    id: str | None
    """In the gazetteer; ``None`` where the name is not resolved."""
    name: str
    kind: str | None = None
    country: str | None = None
    latitude: float | None = None
    """Degrees, WGS 84; ``None`` where the words mean no point."""
    longitude: float | None = None
    centroid: bool = False
    """Whether the point is only the middle of an area."""
    claims: int = 0
    """Statements: the same words in forty reprints are forty."""
    outlets: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    commitments: Counter[str] = field(default_factory=Counter)
    what: Counter[str] = field(default_factory=Counter)
    """Types of events, or statuses of control."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Places, those with most claims first."""

    spots: tuple[Spot, ...]
    claims: int
    """How many statements tell of a place."""
    more: bool
    """Whether there are more matches than were counted."""


def spots(
    connection: Connection,
    query: str | None,
    filters: Filters,
    *,
    named: Named = Named.EVENTS,
    types: tuple[str, ...] = (),
) -> Spots:
    """Where the statements that match tell of.

    Args:
        connection: to the store.
        query: in the language of `accordingto.store.query`; ``None`` for all.
        filters: what is asked for beside it.
        named: what is put on the map.
        types: of events, or statuses of control; none for any.

    Raises:
        UsageError: where the query has no word.
    """
    index = index_of_statements(connection, query, filters)
    listed = ", ".join(f":t{at}" for at in range(len(types)))
    kept = f" AND {_WHAT[named]} IN ({listed})" if types and named is not Named.PLACES else ""
    sql = f"""SELECT s.key AS key, s.act AS act, s.factuality AS commitment, r.outlet AS outlet, p.gazetteer_id AS id,
            coalesce(p.name, p.toponym) AS name, p.kind AS kind, p.country AS country, p.latitude AS latitude,
            p.longitude AS longitude, p.centroid AS centroid, {_WHAT[named]} AS what
        FROM ({{matched}}) AS m JOIN statements AS s ON s.key = m.k JOIN reports AS r ON r.key = s.report_key {_AT[named]}{kept}"""
    rows = list(_rows(connection, index, sql, {f"t{at}": name for at, name in enumerate(types)}))
    return Spots(_gathered(rows), len({row.key for row in rows}), _many(connection, index))


def _many(connection: Connection, index: Index) -> bool:
    return counted(connection, index, COUNTED + 1) > COUNTED


def _gathered(rows: Iterable[Any]) -> tuple[Spot, ...]:
    """Rows by place; a statement counts once for a place, and each kind of claim in it once."""
    found: dict[str, Spot] = {}
    statements: dict[str, set[int]] = {}
    outlets: dict[str, set[str | None]] = {}
    for row in rows:
        key = row.id or row.name.casefold()
        spot = found.setdefault(
            key,
            Spot(row.id, row.name, row.kind, row.country, row.latitude, row.longitude, bool(row.centroid)),
        )
        if row.key not in statements.setdefault(key, set()):
            statements[key].add(row.key)
            spot.claims += 1
            spot.acts[row.act] += 1
            spot.commitments[row.commitment] += 1
        if row.what:
            spot.what[row.what] += 1
        outlets.setdefault(key, set()).add(row.outlet)
    for key, spot in found.items():
        spot.outlets = len(outlets[key])
    return tuple(sorted(found.values(), key=lambda spot: (-spot.claims, spot.name)))


class Split(StrEnum):
    """What the bars of a timeline are split by."""

    ACT = "act"
    COMMITMENT = "commitment"
    ORIGINS = "origins"
    OUTLET = "outlet"


class When(StrEnum):
    """Which time a claim is put at."""

    PUBLISHED = "published"
    """When its report was published."""
    HAPPENED = "happened"
    """When the event that it claims is said to have happened."""


ORIGINS = ("1 origin", "at least 1 origin", "several origins", "told once")
"""How many occasions of first saying stand behind the matter that a statement tells of; most matters are told by one report alone."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """How many claims there are of each day, month or year."""

    grain: str
    """``day``, ``month`` or ``year``."""
    values: tuple[str, ...]
    """What the counts are split by, the most frequent first."""
    periods: tuple[tuple[str, tuple[int, ...]], ...]
    """Each period with a count for each value, in order; periods without any are not there."""
    dated: int
    undated: int
    more: bool


_SPLIT = {
    Split.ACT: "s.act",
    Split.COMMITMENT: "s.factuality",
    Split.OUTLET: "r.outlet",
    Split.ORIGINS: """(SELECT CASE WHEN t.at_most = 1 THEN '1 origin' WHEN t.at_least = 1 THEN 'at least 1 origin' ELSE 'several origins'
        END FROM matter_statements AS ms JOIN matters AS t ON t.key = ms.matter_key WHERE ms.statement_key = s.key LIMIT 1)""",
}
_WHEN = {
    When.PUBLISHED: ("r.published_day", ""),
    When.HAPPENED: ("o.time_start", "JOIN events AS o ON o.statement_key = s.key AND NOT o.derived"),
}
DAYS, MONTHS = 92, 120
"""A span of so many days at most is told by days, of so many months at most by months: what a chart has room for."""


def timeline(
    connection: Connection,
    query: str | None,
    filters: Filters,
    *,
    split: Split = Split.ACT,
    when: When = When.PUBLISHED,
) -> Timeline:
    """How the statements that match are spread over time.

    Args:
        connection: to the store.
        query: in the language of `accordingto.store.query`; ``None`` for all.
        filters: what is asked for beside it.
        split: what each period is split by.
        when: which time a claim is put at.

    Raises:
        UsageError: where the query has no word.
    """
    index = index_of_statements(connection, query, filters)
    day, joined = _WHEN[when]
    sql = f"""SELECT {day} AS day, {_SPLIT[split]} AS value, count(*) AS number FROM ({{matched}}) AS m
        JOIN statements AS s ON s.key = m.k JOIN reports AS r ON r.key = s.report_key {joined} GROUP BY 1, 2"""
    counts: Counter[tuple[str, str]] = Counter()
    undated = 0
    for row in _rows(connection, index, sql):
        if row.day:
            counts[row.day, row.value or _UNTOLD[split]] += row.number
        else:
            undated += row.number
    grain, cut = _grain(sorted({day for day, _ in counts}))
    values = _values(counts, split)
    periods: dict[str, Counter[str]] = {}
    for (day, value), number in counts.items():
        periods.setdefault(day[:cut], Counter())[value if value in values else _OTHERS] += number
    table = tuple((period, tuple(found[value] for value in values)) for period, found in sorted(periods.items()))
    return Timeline(grain, values, table, sum(counts.values()), undated, _many(connection, index))


_UNTOLD = {Split.ACT: "", Split.COMMITMENT: "", Split.OUTLET: "outlet not known", Split.ORIGINS: ORIGINS[-1]}
_OTHERS = "others"
BARS = 8
"""Values that a bar is split by; further ones are counted together."""


def _values(counts: Counter[tuple[str, str]], split: Split) -> tuple[str, ...]:
    totals: Counter[str] = Counter()
    for (_, value), number in counts.items():
        totals[value] += number
    if split is Split.ORIGINS:
        return tuple(value for value in ORIGINS if totals[value])
    ordered = [value for value, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    return tuple(ordered) if len(ordered) <= BARS else (*ordered[: BARS - 1], _OTHERS)


def _grain(days: list[str]) -> tuple[str, int]:
    """The grain that a span is told by, and how much of an ISO day names a period."""
    if not days:
        return "day", 10
    first, last = days[0], days[-1]
    months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7] or 12) - int(first[5:7] or 1)
    if months <= DAYS // 30:
        return "day", 10
    return ("month", 7) if months <= MONTHS else ("year", 4)
