"""How claims are spread over time: by act, commitment, origins or outlet."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.store.counting import Split, When, timeline
from accordingto.store.listing import case_names
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Words


class TimelineQuery(Words):
    """Which claims, by what."""

    by: Split = Split.ACT
    when: When = When.PUBLISHED


def view(asking: Asking) -> Row:
    """How many statements there are of each day, month or year."""
    query: TimelineQuery = asking.query
    with asking.store.looking() as connection:
        found = timeline(connection, query.q, query.filters, split=query.by, when=query.when)
        cases = case_names(connection)
    return {
        "query": query.model_dump(mode="json"),
        "cases": cases,
        "grain": found.grain,
        "values": list(found.values),
        "periods": [{"period": period, "counts": list(counts)} for period, counts in found.periods],
        "dated": found.dated,
        "undated": found.undated,
        "more": found.more,
    }


def _rows(shown: Row) -> Iterable[Row]:
    for period in shown["periods"]:
        for value, count in zip(shown["values"], period["counts"], strict=True):
            if count:
                yield {"period": period["period"], "value": value, "count": count}


PAGE = Page(
    name="timeline",
    path="/timeline",
    about="Statements over time, by when they were published or what they claim happened; by act, commitment, origins or outlet.",
    view=view,
    template="timeline.html",
    section="timeline",
    query=TimelineQuery,
    columns={
        "period": "A day, a month or a year, whichever suits the span.",
        "value": "What the counts are split by: an act, a commitment, a class of origins, an outlet.",
        "count": "How many statements there are.",
    },
    rows=_rows,
)
