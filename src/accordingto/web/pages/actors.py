"""Actors of the registry that reports name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from accordingto.store import registered
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Paged
from accordingto.web.pages.listing import page_of, where
from accordingto.web.remembered import remembered


class ActorsQuery(Paged):
    """Which actors."""

    name: str | None = None
    """Words of one of their names."""
    kind: str | None = None
    sort: str = "reports"
    """``reports``, or ``name``."""


def _every(store: Store) -> Sequence[registered.Named]:
    """All actors, counted less than a minute ago."""

    def make() -> list[registered.Named]:
        with store.looking() as connection:
            return registered.named(connection)

    return remembered(where(store), "actors", make)


def view(asking: Asking) -> Row:
    """The actors that are asked for, those that most reports name first."""
    query: ActorsQuery = asking.query
    every = _every(asking.store)
    with asking.store.looking() as connection:
        meant = registered.meant(connection, query.name) if query.name else None
    found = [one for one in every if (meant is None or one.id in meant) and query.kind in (None, one.kind)]
    if query.sort == "name":
        found.sort(key=lambda one: (one.name.casefold(), one.id))
    page, after = page_of(found, after=query.after, limit=query.limit, what="actor")
    return {
        "query": query.model_dump(mode="json"),
        "total": len(found),
        "kinds": sorted({one.kind for one in every}),
        "actors": [asdict(one) for one in page],
        "next": after,
    }


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["actors"]
    return rows


PAGE = Page(
    name="actors",
    path="/actors",
    about="Actors of the registry that reports name, by how many reports do.",
    view=view,
    template="actors.html",
    section="actors",
    query=ActorsQuery,
    columns={
        "id": "Id of the actor in the registry.",
        "name": "Its canonical name.",
        "kind": "What it is: state, force, armed-group, agency, outlet …; a person only as the holder of an office.",
        "country": "The state that it is, belongs to or mainly acts in.",
        "reports": "How many reports name it.",
    },
    rows=_rows,
)
