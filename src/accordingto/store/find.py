"""Searching a store by words and filters: which statements or reports, how many there are, the best or newest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Connection, Select, Subquery, and_, column, or_, select, text

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
"""Reports looked through where the newest of very many matches are sought. Where these hold too few, all that matches is put in order."""
_FIRST = 8
"""Reports that the first query of such a walk looks through; each later one twice as many as the one before, up to `_WIDEST`."""
_WIDEST = 64


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
    inside: str | None = None
    """Of reports: what one of their statements has to meet."""

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
        own = f"{self.table} MATCH :asked" if self.sqlite else "words @@ CAST(:asked AS tsquery)"
        if self.inside is None:
            return own
        of = Index(Target.STATEMENTS, self.sqlite, self.inside, None)
        meeting = of.matches.replace(":asked", ":inside")
        return f"{own} AND {self.key} IN (SELECT {of.report} FROM {of.table} WHERE {meeting})"

    @property
    def report(self) -> str:
        """Key of the report of what is found."""
        return f"({self.key} / {SPAN})" if self.target is Target.STATEMENTS else self.key

    @property
    def keys(self) -> str:
        """A query of the keys of what matches, as ``k``, in no order; it takes `values`."""
        return f"SELECT {self.key} AS k FROM {self.table} WHERE {self.matches}"

    @property
    def values(self) -> dict[str, str]:
        """What `matches` is asked with."""
        return {"asked": self.asked} | ({"inside": self.inside} if self.inside else {})

    @property
    def matched(self) -> Subquery:
        """The same inside another query."""
        return text(self.keys).bindparams(**self.values).columns(column("k", BigInteger)).subquery("m")

    @property
    def span(self) -> int:
        """How many keys one report has."""
        return SPAN if self.target is Target.STATEMENTS else 1


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
    held = counted(connection, index, COUNTED + 1)
    total, more = min(held, COUNTED), held > COUNTED
    if tree and held <= RANKED:
        return Found(_best(connection, index, limit, offset), total, more, Order.BEST)
    if more:
        return Found(_newest_of_many(connection, index, filters, limit, offset, after), total, more, Order.NEWEST)
    return Found(_newest(connection, index, limit, offset, after), total, more, Order.NEWEST)


def index_of(connection: Connection, tree: Node | None, filters: Filters, target: Target) -> Index:
    """The index to ask, and what to ask it."""
    name = connection.dialect.name
    asked = filters if target is Target.STATEMENTS else filters.of_report()
    whole = joined([tree, *conditions(asked, connection)]) or Phrase((EVERY,))
    inside = None
    if target is Target.REPORTS and filters.of_statements:
        inside = _expression(name, joined(conditions(filters, connection)) or Phrase((EVERY,)))
    wanted = _expression(name, tree) if tree else None
    return Index(target, name == "sqlite", _expression(name, whole), wanted, inside)


def _expression(dialect: str, tree: Node) -> str:
    """A condition that is never a mere lack, which no index finds."""
    language = DIALECTS[dialect]
    made = language.match(tree)
    return made.expression if made.inside else _lacking(language.phrase(Phrase((EVERY,))), made, language.lacking)


def _lacking(every: str, made: Matching, lacking: str) -> str:
    return f"({every} {lacking} {made.expression})"


def matching(connection: Connection, index: Index, limit: int) -> list[int]:
    """Keys of what matches, in no order, at most ``limit``."""
    return list(connection.scalars(text(f"{index.keys} LIMIT :limit"), {**index.values, "limit": limit}))


def counted(connection: Connection, index: Index, most: int) -> int:
    """How many match, at most so many."""
    query = text(f"SELECT count(*) FROM ({index.keys} LIMIT :most) AS m")
    return int(connection.scalar(query, {**index.values, "most": most}) or 0)


def _best(connection: Connection, index: Index, limit: int, offset: int) -> tuple[int, ...]:
    """By bm25 or, on PostgreSQL, by how close together the words stand; ties in the order of keeping."""
    rank, values = f"bm25({index.table}, 1.0, 0.5, 0.0)", {**index.values, "limit": limit, "offset": offset}
    if not index.sqlite:  # the higher the better there
        rank, values["wanted"] = "-ts_rank_cd(words, CAST(:wanted AS tsquery))", index.wanted
    query = f"{index.keys} ORDER BY {rank}, {index.key} LIMIT :limit OFFSET :offset"
    return tuple(connection.scalars(text(query), values))


def _newest(connection: Connection, index: Index, limit: int, offset: int, after: int | None = None) -> tuple[int, ...]:
    """By the day on which their report was published, newest first; what has no day last."""
    matched = index.matched
    key = matched.c.k
    query = _newest_reports(connection, Filters(), after, index.span).with_only_columns(key).order_by(key)
    query = query.select_from(reports.join(matched, key // index.span == reports.c.key))
    if after is not None:
        query = query.where(or_(reports.c.key != after // index.span, key > after))
    return tuple(connection.scalars(query.limit(limit).offset(offset)))


def _newest_of_many(
    connection: Connection, index: Index, filters: Filters, limit: int, offset: int, after: int | None
) -> tuple[int, ...]:
    """The same where far more match than are shown: the newest reports are looked through until there are enough.

    Where they hold too few, what matches lies in older ones, and all that matches is put in order.
    """
    found: list[int] = []
    for batch in _doubling(_newest_first(connection, filters, after, index.span)):
        found += _of_reports(connection, index, [_stretch(report, index.span, after) for report in batch])
        if len(found) >= offset + limit:
            return tuple(found[offset : offset + limit])
    return _newest(connection, index, limit, offset, after)


def _newest_first(connection: Connection, filters: Filters, after: int | None, span: int) -> list[int]:
    """The reports that are looked through; those with a day apart, since PostgreSQL's index has those without one first."""
    query, day = _newest_reports(connection, filters, after, span), reports.c.published_day
    last = query.where(day.is_not(None)).order_by(None).order_by(day.desc(), reports.c.key.desc())
    dated = list(connection.scalars(last.limit(WALKED)))
    return dated + list(connection.scalars(query.where(day.is_(None)).limit(WALKED - len(dated))))


def _doubling(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """Ever more at a time: a common word is found in the first few, and a rarer one is not asked for report by report."""
    at, size = 0, _FIRST
    while at < len(keys):
        yield keys[at : at + size]
        at, size = at + size, min(2 * size, _WIDEST)


def _stretch(report: int, span: int, after: int | None) -> tuple[int, int]:
    """Where the keys of what a report holds begin and end; those of the report of a hit after it."""
    first = after + 1 if after is not None and after // span == report else report * span
    return first, (report + 1) * span


def _of_reports(connection: Connection, index: Index, stretches: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Keys of what matches within stretches of keys, in the order of these."""
    own = f"{index.keys} AND {index.key} >= :first{{0}} AND {index.key} < :end{{0}}"
    query = " UNION ALL ".join(own.format(number) for number in range(len(stretches)))
    values: dict[str, Any] = dict(index.values)
    for number, (first, end) in enumerate(stretches):
        values |= {f"first{number}": first, f"end{number}": end}
    held = sorted(connection.scalars(text(query), values))
    for first, end in stretches:
        yield from held[bisect_left(held, first) : bisect_left(held, end)]


def _newest_reports(connection: Connection, filters: Filters, after: int | None, span: int) -> Select[Any]:
    """Reports that may have been published on the days asked for, those without a day last; from that of a hit on."""
    day = reports.c.published_day
    query = select(reports.c.key).order_by(day.desc().nulls_last(), reports.c.key.desc())
    first, last = days_of(filters)
    if after is not None:
        owner = after // span
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
