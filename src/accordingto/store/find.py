"""Searching a store by words and filters: which statements or reports, how many there are, the best or newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select, text

from accordingto.store.documents import EVERY
from accordingto.store.filters import Filters, conditions, days_of, joined
from accordingto.store.query import DIALECTS, Matching, Node, Phrase, parsed
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.writer import SPAN

COUNTED = 10_000
"""Matches that are counted; beyond it a search says "more than". Counting all of a common word's 450,000 took SQLite 50 ms."""
RANKED = 2_000
"""Matches that are ordered by how well they match. Of more, no list of the best is read to its end, and ranking 10,000 statements took
SQLite 220 ms; the newest come first then."""
WALKED = 400
"""Reports looked through where the newest of very many matches are sought. Where these hold too few, older ones would be gone through one
by one, which took 17 s among 25,000; then all that matches is put in order instead."""
_CHUNK = 400
"""Keys that one query takes."""


class Target(StrEnum):
    """What is searched."""

    STATEMENTS = "statements"
    REPORTS = "reports"


class Order(StrEnum):
    """How hits are ordered."""

    BEST = "best"
    NEWEST = "newest"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Found:
    """Keys of hits, in order."""

    keys: tuple[int, ...]
    total: int
    """How many there are in all, at most `COUNTED`."""
    more: bool
    """Whether there are more than ``total``."""
    order: Order
    scores: tuple[float, ...] = ()
    """Cosines, for a search by meaning."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index of words of a target in the database at hand, and what it is asked."""

    target: Target
    sqlite: bool
    asked: str
    """The whole expression."""
    wanted: str | None
    """The words alone, for ranking."""

    @property
    def table(self) -> str:
        """With the key and the match."""
        if self.sqlite:
            return f"{self.target}_fts"
        return f"{self.target.value.removesuffix('s')}_words"

    @property
    def key(self) -> str:
        """Column of the key of what is found."""
        return "rowid" if self.sqlite else f"{self.target.value.removesuffix('s')}_key"

    @property
    def matches(self) -> str:
        """The condition."""
        return f"{self.table} MATCH :asked" if self.sqlite else "words @@ CAST(:asked AS tsquery)"

    @property
    def report(self) -> str:
        """Key of the report of what is found."""
        return f"({self.key} / {SPAN})" if self.target is Target.STATEMENTS else self.key


def find(
    connection: Connection,
    query: str | None,
    filters: Filters,
    *,
    target: Target = Target.STATEMENTS,
    limit: int = 20,
    offset: int = 0,
    after: int | None = None,
) -> Found:
    """What matches a query and filters.

    Args:
        connection: to the store.
        query: in the language of `accordingto.store.query`; ``None`` for all.
        filters: what is asked for beside it.
        target: statements or reports. A report is found by its own words where its statements meet the filters.
        limit: how many hits at most.
        offset: how many to pass over.
        after: key of a hit: where the newest come first, only those that come after it. What is added meanwhile moves nothing then,
            and the last page costs no more than the first. Leave it out where the order of what was found is another one.

    Raises:
        UsageError: where the query has no word.
    """
    tree = parsed(query) if query is not None else None
    index = index_of(connection, tree, filters, target)
    inside = _inside(connection, filters, target)
    if inside is not None and not inside:
        return Found((), 0, False, Order.NEWEST)
    held = matching(connection, index, COUNTED + 1, inside)
    total, more = min(len(held), COUNTED), len(held) > COUNTED
    if tree and len(held) <= RANKED:
        return Found(_best(connection, index, held, limit, offset), total, more, Order.BEST)
    if more and inside is None:
        return Found(_newest_of_many(connection, index, filters, limit, offset, after), total, more, Order.NEWEST)
    ordered = _newest(connection, held, target, after)
    return Found(ordered[offset : offset + limit], total, more, Order.NEWEST)


def index_of(connection: Connection, tree: Node | None, filters: Filters, target: Target) -> Index:
    """The index to ask, and what to ask it."""
    name = connection.dialect.name
    asked = filters if target is Target.STATEMENTS else filters.of_report()
    whole = joined([tree, *conditions(asked, connection)]) or Phrase((EVERY,))
    return Index(target, name == "sqlite", _expression(name, whole), _expression(name, tree) if tree else None)


def _expression(dialect: str, tree: Node) -> str:
    """A condition that is never a mere lack, which no index finds."""
    language = DIALECTS[dialect]
    made = language.match(tree)
    return made.expression if made.inside else _lacking(language.phrase(Phrase((EVERY,))), made, language.lacking)


def _lacking(every: str, made: Matching, lacking: str) -> str:
    return f"({every} {lacking} {made.expression})"


def _inside(connection: Connection, filters: Filters, target: Target) -> frozenset[int] | None:
    """The reports that have a statement that meets the filters, where reports are sought by what their statements are."""
    if target is Target.STATEMENTS or not filters.of_statements:
        return None
    index = index_of(connection, None, filters, Target.STATEMENTS)
    query = text(f"SELECT DISTINCT {index.report} FROM {index.table} WHERE {index.matches}")
    return frozenset(connection.scalars(query, {"asked": index.asked}))


def matching(connection: Connection, index: Index, limit: int, inside: frozenset[int] | None = None) -> list[int]:
    """Keys of what matches, in no order, at most ``limit``; of reports only those ``inside``."""
    if inside is not None:
        every = connection.scalars(text(_keys(index)), {"asked": index.asked})
        return [key for key in every if key in inside][:limit]
    return list(connection.scalars(text(f"{_keys(index)} LIMIT :limit"), {"asked": index.asked, "limit": limit}))


def _keys(index: Index) -> str:
    return f"SELECT {index.key} FROM {index.table} WHERE {index.matches}"


def _best(connection: Connection, index: Index, held: list[int], limit: int, offset: int) -> tuple[int, ...]:
    """By bm25 or, on PostgreSQL, by how close together the words stand; ties in the order of keeping."""
    if not held:
        return ()
    if index.sqlite:
        rank = f"bm25({index.table}, 1.0, 0.5, 0.0)"
        query = (
            f"SELECT {index.key}, {rank} AS rank FROM {index.table} WHERE {index.matches} ORDER BY rank, {index.key}"
        )
        ranked = connection.execute(text(query), {"asked": index.asked})
    else:
        rank = "ts_rank_cd(words, CAST(:wanted AS tsquery))"
        query = f"SELECT {index.key}, {rank} AS rank FROM {index.table} WHERE {index.matches} ORDER BY rank DESC, {index.key}"
        ranked = connection.execute(text(query), {"asked": index.asked, "wanted": index.wanted})
    allowed = set(held)
    return tuple(key for key, _ in ranked if key in allowed)[offset : offset + limit]


def _newest(connection: Connection, keys: Sequence[int], target: Target, after: int | None = None) -> tuple[int, ...]:
    """Keys by the day on which their report was published, newest first; what has no day last."""
    owner = {key: key // SPAN if target is Target.STATEMENTS else key for key in (*keys, *_one(after))}
    day = dict(_days(connection, set(owner.values())))

    def place(key: int) -> tuple[str, int, int]:
        return day.get(owner[key]) or "", owner[key], -key

    ordered = sorted(keys, key=place, reverse=True)
    return tuple(key for key in ordered if place(key) < place(after)) if after is not None else tuple(ordered)


def _one(key: int | None) -> tuple[int, ...]:
    return () if key is None else (key,)


def _days(connection: Connection, keys: Iterable[int]) -> Iterator[tuple[int, str | None]]:
    listed = sorted(keys)
    for at in range(0, len(listed), _CHUNK):
        query = select(reports.c.key, reports.c.published_day).where(reports.c.key.in_(listed[at : at + _CHUNK]))
        yield from ((row.key, row.published_day) for row in connection.execute(query))


def _newest_of_many(
    connection: Connection, index: Index, filters: Filters, limit: int, offset: int, after: int | None
) -> tuple[int, ...]:
    """The same where far more match than are shown: the newest reports are looked through until there are enough.

    Where they hold too few, what matches lies in older ones, and all that matches is put in order.
    """
    found: list[int] = []
    span = SPAN if index.target is Target.STATEMENTS else 1
    own = text(f"{_keys(index)} AND {index.key} >= :first AND {index.key} < :end ORDER BY {index.key}")
    for report in list(connection.scalars(_newest_reports(connection, filters, _one(after), span).limit(WALKED))):
        first = after + 1 if after is not None and after // span == report else report * span
        values = {"asked": index.asked, "first": first, "end": (report + 1) * span}
        found += connection.scalars(own, values)
        if len(found) >= offset + limit:
            return tuple(found[offset : offset + limit])
    held = matching(connection, index, 2**62)
    return _newest(connection, held, index.target, after)[offset : offset + limit]


def _newest_reports(connection: Connection, filters: Filters, after: tuple[int, ...], span: int) -> Select[Any]:
    """Reports that may have been published on the days asked for, those without a day last; from that of a hit on."""
    day = reports.c.published_day
    query = select(reports.c.key).order_by(day.desc().nulls_last(), reports.c.key.desc())
    first, last = days_of(filters)
    for owner in (key // span for key in after):
        from_day = connection.scalar(select(day).where(reports.c.key == owner))
        same = reports.c.key <= owner
        query = query.where(
            and_(day.is_(None), same)
            if from_day is None
            else or_(day < from_day, day.is_(None), and_(day == from_day, same))
        )
    if first:
        query = query.where(or_(day >= first, day.is_(None)))
    return query.where(or_(day <= last, day.is_(None))) if last else query


def rows(connection: Connection, found: Found, target: Target) -> list[Any]:
    """The rows of hits, in their order: of statements with what is known of their report."""
    about = [
        reports.c.id.label("report"), reports.c.outlet, reports.c.published, reports.c.published_day, reports.c.title, reports.c.url,
        reports.c.edition,
    ]  # fmt: skip
    if target is Target.STATEMENTS:
        query = select(statements, *about).join(reports, reports.c.key == statements.c.report_key)
        query = query.where(statements.c.key.in_(found.keys))
    else:
        query = select(reports.c.key, reports.c.id, *about, reports.c.text).where(reports.c.key.in_(found.keys))
    held = {row.key: row for row in connection.execute(query)}
    return [held[key] for key in found.keys if key in held]
