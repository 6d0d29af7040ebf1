"""The queue: what is to be decided next, the doubtful first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated

from pydantic import Field

from accordingto.export.csv import pairs_text
from accordingto.model.review import LAYERS
from accordingto.store.listing import case_names
from accordingto.store.queueing import Order
from accordingto.store.queueing import Queue as Wanted
from accordingto.store.samples import listed
from accordingto.web.page import Asking, Page, Query, Row

LEASE = 300.0
"""Seconds for which what somebody has before them is kept from the queues of others."""
_SHOWN = 10


class QueueQuery(Query):
    """What is to be decided."""

    order: Order = Order.SCORE
    layer: str = "statements"
    case: str | None = None
    batch: str | None = None
    """Only of reports assigned in this batch."""
    audit: str | None = None
    """Only records that were drawn into this sample."""
    fresh: bool = False
    """Only what nobody has decided on."""
    limit: Annotated[int, Field(ge=1, le=100)] = _SHOWN
    after: str | None = None
    """Where the page before ended, as it said."""


def view(asking: Asking) -> Row:
    """A page of the queue, for whoever asks."""
    query: QueueQuery = asking.query
    store, who = asking.store, asking.viewer.name
    wanted = Wanted(
        by=who,
        order=query.order,
        layer=query.layer,
        case=query.case,
        batch=query.batch,
        audit=query.audit,
        fresh=query.fresh,
        limit=query.limit,
        after=query.after,
        lease=LEASE if asking.writes else None,
    )
    found = store.queue(wanted)
    with store.looking() as connection:
        cases = case_names(connection)
        audits = [one.name for one in listed(connection)]
    last = store.last_decision(who)
    return {
        "query": query.model_dump(mode="json"),
        "by": who,
        "writes": asking.writes,
        "last": {"key": last.key, "action": last.action, "at": last.at, "layer": last.layer} if last else None,
        "layers": list(LAYERS),
        "cases": cases,
        "audits": audits,
        "batches": sorted({one.batch for one in store.assignments(coder=who)}),
        "items": [asdict(one) | {"spans": [[span.start, span.end] for span in one.spans]} for one in found.items],
        "next": found.next,
    }


def _rows(shown: Row) -> Iterable[Row]:
    for item in shown["items"]:
        yield item | {"spans": pairs_text(item["spans"])}


PAGE = Page(
    name="review",
    path="/review",
    about="Records to be decided on: read with least certainty, contradictory, of unnamed sources, with nothing read in them.",
    view=view,
    template="desk/queue.html",
    section="review",
    query=QueueQuery,
    columns={
        "report": "Id of the report.",
        "layer": "The layer of the record.",
        "record": "Id of the record.",
        "spans": "Where it stands: `12-40;55-60`, code points of the report's text, half-open.",
        "words": "What it is about, in the report's words.",
        "score": "How sure the program is, 0 to 1.",
        "order": "Why it is asked about.",
        "outlet": "The outlet.",
        "title": "The report's title.",
        "according": "The voices below the outlet, outermost first, of the statement that it is or stands in; empty for the outlet's own.",
        "act": "What the innermost of them does.",
        "decided": "How many others have decided on it.",
        "tag": "Key of the latest decision on it: the `saw` of the next.",
    },
    rows=_rows,
)
