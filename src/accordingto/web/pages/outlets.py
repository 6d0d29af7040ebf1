"""Outlets, counted. No scores: each count stands with what it is counted in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Literal

from accordingto.store import outletbook
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Paged
from accordingto.web.pages.listing import page_of, where
from accordingto.web.remembered import remembered

COUNTS = {
    "name": "The outlet; empty for the reports of which it is not known.",
    "reports": "How many reports there are of it; of each the latest edition.",
    "first": "Day of publication of the earliest that has one.",
    "last": "The same, of the latest.",
    "read": "How many of the reports were read; statements are counted in these.",
    "statements": "How many statements they hold.",
    "attributed": "How many of the statements have a voice below the outlet.",
    "unnamed": "How many of the attributed ones come from somebody whom nobody can tell from the report.",
    "stories": "How many stories they tell of.",
    "compared": "How many of the reports were compared with others for copied text.",
    "copying": "How many of the compared ones took text from another report that is known to be earlier.",
    "words": "How many words the bodies of the compared ones have.",
    "copied": "How many of these words are also in the one report from which each took most.",
    "credited": "How many different sources they cite as where they have it from.",
}


class _Entry:
    """An outlet with an id to go on behind."""

    def __init__(self, outlet: outletbook.Outlet) -> None:
        self.outlet = outlet
        self.id = outlet.name or ""


class OutletsQuery(Paged):
    """Which outlets, in which order."""

    name: str | None = None
    """A part of the name."""
    sort: Literal["reports", "name"] = "reports"


def every(store: Store) -> Sequence[outletbook.Outlet]:
    """All outlets, counted less than a minute ago."""

    def make() -> list[outletbook.Outlet]:
        with store.looking() as connection:
            return outletbook.outlets(connection)

    return remembered(where(store), "outlets", make)


def view(asking: Asking) -> Row:
    """The outlets that are asked for."""
    query: OutletsQuery = asking.query
    sought = (query.name or "").casefold()
    found = [_Entry(one) for one in every(asking.store) if sought in (one.name or "").casefold()]
    if query.sort == "name":
        found.sort(key=lambda one: one.id.casefold())
    page, after = page_of(found, after=query.after, limit=query.limit, what="outlet")
    return {
        "query": query.model_dump(mode="json"),
        "total": len(found),
        "outlets": [asdict(one.outlet) for one in page],
        "next": after,
    }


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["outlets"]
    return rows


PAGE = Page(
    name="outlets",
    path="/outlets",
    about="Outlets: how many reports, statements and stories, how much is attributed, unnamed, copied. Counts, no scores.",
    view=view,
    template="outlets.html",
    section="outlets",
    query=OutletsQuery,
    columns=COUNTS,
    rows=_rows,
)
