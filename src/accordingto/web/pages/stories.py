"""Stories, the latest first: of all, of a place, of an actor, of a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace

from accordingto.store.listing import case_names
from accordingto.store.storying import Asked, count, listed
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import About


class StoriesQuery(About):
    """Which stories."""

    several: bool = False
    """Only those that several reports tell."""


def view(asking: Asking) -> Row:
    """The stories that are asked for, how many there are, and where to go on."""
    query: StoriesQuery = asking.query
    asked = Asked(
        query.filters, query.case, query.since, query.until, query.several, query.limit + 1, after=query.after
    )
    with asking.store.looking() as connection:
        found = listed(connection, asked)
        total = count(connection, replace(asked, after=None))
        cases = case_names(connection)
    page = found[: query.limit]
    return {
        "query": query.model_dump(mode="json"),
        "total": total,
        "cases": cases,
        "stories": [asdict(one) for one in page],
        "next": page[-1].id if len(found) > query.limit else None,
    }


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["stories"]
    return rows


PAGE = Page(
    name="stories",
    path="/stories",
    about="Stories, the latest first; by place, actor, case and days.",
    view=view,
    template="stories.html",
    section="stories",
    query=StoriesQuery,
    columns={
        "id": "Id of the story.",
        "title": "A headline of one of its reports, or its opening words.",
        "first": "Day of publication of its first report with a date.",
        "last": "The same, of the last.",
        "reports": "How many reports tell it.",
        "outlets": "Of how many outlets.",
        "matters": "How many matters its statements are about; empty where its reports were not compared yet.",
        "contradictions": "How many pairs of statements contradict each other.",
        "mismatches": "How often a report gives its source otherwise than the source has it.",
        "changed": "Whether its reports have changed since they were compared.",
    },
    rows=_rows,
)
