"""An outlet, counted, with its reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from accordingto.store import outletbook
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Paged
from accordingto.web.pages.listing import where
from accordingto.web.remembered import remembered


def view(asking: Asking) -> Row:
    """What is counted of the outlet, whom it credits, and its reports, the last published first."""
    query: Paged = asking.query
    store, name = asking.store, asking.path["outlet"]
    counts = remembered(where(store), f"outlet {name}", lambda: _counts(store, name))
    with store.looking() as connection:
        reports = outletbook.reports_by(connection, name, after=query.after, limit=query.limit + 1)
    page = reports[: query.limit]
    after = page[-1]["id"] if len(reports) > query.limit else None
    return {"query": query.model_dump(mode="json"), **counts, "reports": page, "next": after}


def _counts(store: Store, name: str) -> Row:
    with store.looking() as connection:
        return {
            "outlet": asdict(outletbook.outlet_of(connection, name)),
            "credited": outletbook.credited(connection, name),
            "acts": outletbook.acts(connection, name),
        }


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["reports"]
    return rows


PAGE = Page(
    name="outlet",
    path="/outlets/{outlet:path}",
    about="An outlet: its counts, whom it credits, and its reports.",
    view=view,
    template="outlet.html",
    section="outlets",
    query=Paged,
    columns={
        "id": "Id of the report.",
        "title": "Its headline.",
        "published": "When it was published, ISO 8601, as far as known.",
        "story": "Id of its story.",
    },
    rows=_rows,
)
