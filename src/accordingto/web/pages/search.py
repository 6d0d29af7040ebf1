"""Searching what was said, with counts of what else it could be narrowed by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Annotated

from pydantic import Field
from sqlalchemy import Connection

from accordingto.export.hits import COLUMNS, hit_rows
from accordingto.model import UsageError
from accordingto.store.counting import facets
from accordingto.store.find import Found, Order, Target, find, rows
from accordingto.store.listing import case_names
from accordingto.store.nearest import Asked, nearest
from accordingto.store.query import parsed, phrases
from accordingto.store.vectors import missing
from accordingto.web.meaning import vector
from accordingto.web.page import LIMIT, MOST, Asking, Page, Row
from accordingto.web.pages.asking import Words

DEEPEST = 2_000
"""Hits of one list that are ordered by how well they match or how near they lie, so that a page of it can be asked for."""


class SearchQuery(Words):
    """What is searched."""

    like: str | None = None
    """A sentence: the statements that mean the most similar thing."""
    reports: bool = False
    """Find reports, by title and whole text, instead of statements."""
    limit: Annotated[int, Field(ge=1, le=MOST)] = LIMIT
    after: str | None = None
    """Where the page before ended, as it said."""

    @property
    def target(self) -> Target:
        """What is found."""
        return Target.REPORTS if self.reports else Target.STATEMENTS


@dataclass(frozen=True, slots=True)
class From:
    """Where a page begins: behind a hit, where the newest come first, else behind so many."""

    key: int | None = None
    offset: int = 0

    @classmethod
    def of(cls, after: str | None) -> From:
        """What ``after`` means.

        Raises:
            UsageError: where it is nothing that a page gave.
        """
        if after is None:
            return cls()
        kind, rest = after[:1], after[1:]
        if kind not in "ko" or not (rest.isascii() and rest.isdigit() and len(rest) < 19):
            raise UsageError("after: is not what a page before this one gave as its end")
        if kind == "o" and int(rest) > DEEPEST:
            raise UsageError(f"after: a list in this order ends after {DEEPEST:,} hits; narrow the search")
        return cls(key=int(rest)) if kind == "k" else cls(offset=int(rest))

    def next(self, found: Found, limit: int) -> str | None:
        """Where the page ends, if others follow; one hit more than it shows was asked for."""
        if len(found.keys) <= limit:
            return None
        if found.order is Order.NEWEST:
            return f"k{found.keys[limit - 1]}"
        return f"o{self.offset + limit}" if self.offset + limit <= DEEPEST else None


def view(asking: Asking) -> Row:
    """Hits, how many there are, and what they could be narrowed by."""
    query: SearchQuery = asking.query
    start = From.of(query.after)
    with asking.store.looking() as connection:
        found = _found(asking, connection, query, start)
        sought = tuple(phrases(parsed(query.q), wanted=True)) if query.q else ()
        hits = hit_rows(found, rows(connection, found, query.target), query.target, sought)
        shown: Row = {
            "query": query.model_dump(mode="json"),
            "order": found.order.value,
            "total": found.total,
            "more": found.more,
            "cases": case_names(connection),
            "unmeant": missing(connection) if query.like else 0,
            "facets": asdict(facets(connection, query.q, query.filters)) if _narrowing(query) else None,
        }
    return shown | {query.target.value: hits[: query.limit], "next": start.next(found, query.limit)}


def _narrowing(query: SearchQuery) -> bool:
    """Facets are of a list's first page: further pages have the same."""
    return query.after is None and not query.reports and query.like is None


def _found(asking: Asking, connection: Connection, query: SearchQuery, start: From) -> Found:
    if query.like is None:
        return find(
            connection,
            query.q,
            query.filters,
            target=query.target,
            limit=query.limit + 1,
            offset=start.offset,
            after=start.key,
        )
    if query.reports:
        raise UsageError("like: finds statements; leave out reports")
    asked = Asked(vector(query.like), query.q, query.filters)
    return nearest(connection, asking.store.url, asked, limit=query.limit + 1, offset=start.offset)


def _rows(shown: Row) -> Iterable[Row]:
    """Statements as CSV; places of matches are left to the JSON."""
    for row in shown.get("statements", ()):
        yield row | {name: ";".join(f"{a}-{b}" for a, b in row[name]) for name in ("matches", "spans")}


PAGE = Page(
    name="search",
    path="/search",
    about="Statements by words, meaning, voices, actors, places, acts, commitment and days; or reports by their text.",
    view=view,
    template="search.html",
    section="search",
    query=SearchQuery,
    columns=COLUMNS[Target.STATEMENTS],
    rows=_rows,
)
