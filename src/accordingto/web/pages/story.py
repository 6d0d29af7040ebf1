"""A story: what its reports say against each other, what was said once and is told by many, who has it from whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from accordingto.export.lineage_svg import style
from accordingto.export.story_rows import collection, edge_rows, head, member_row, outlets_of, place_row, with_main
from accordingto.model import NotKept
from accordingto.store.storying import standing, story_record
from accordingto.store.storyparts import compared, kinds_in, members, places_of
from accordingto.web.page import Asking, Moved, Page, Query, Row
from accordingto.web.pages.judged import judged
from accordingto.web.pages.story_sections import Told, against, lineage, matters, mismatches, quotes
from accordingto.web.pages.story_sides import MOST_SIDES, sides

Section = Literal["mismatches", "matters", "lineage", "reports", "quotes"]
MOST_PLACES = 200
"""Places on the page and its map: stories of hundreds of reports name about as many, most of them once."""


class StoryQuery(Query):
    """Which part of it, and what is set side by side."""

    section: Section | None = None
    """Only this part, from a place on."""
    after: Annotated[int, Field(ge=0)] = 0
    """How many entries of the part are passed over."""
    side: Annotated[tuple[str, ...], Field(max_length=MOST_SIDES)] = ()
    """Ids of reports to be set side by side."""


def view(asking: Asking) -> Row:
    """The story; of long parts their beginning."""
    query: StoryQuery = asking.query
    named = asking.path["story"]
    with asking.store.looking() as connection:
        ident = standing(connection, named)
        if ident != named:
            raise Moved("story", story=ident)
        story, state = story_record(connection, ident), compared(connection, ident)
        told = Told(connection, state.key, members(connection, state.key))
        edges = told.edges()
        reports = [member_row(one) for one in told.members]
        rows = edge_rows(edges, reports)
        only, at = query.section, query.after
        _check(query.side, told)
        made = {
            "query": query.model_dump(mode="json"),
            "id": story.id,
            "title": story.title or None,
            "first": story.first,
            "last": story.last,
            "places": list(story.places),
            "actors": list(story.actors),
            "changed": state.changed,
            "compared": state.at,
            "notes": list(_notes(state.at, state.changed, len(told.members), state.reports)),
            "head": head(len(told.members), outlets_of(told.members), state),
            "kinds": kinds_in(connection, story=state.key),
            "against": against(told) if only is None else None,
            "mismatches": mismatches(told, state.mismatches, at, only) if only in (None, "mismatches") else None,
            "matters": matters(told, state.matters, at, only) if only in (None, "matters") else None,
            "reports": with_main(reports, edges, rows),
            "lineage": rows,
            "passages": lineage(told, edges, rows, at, only) if only in (None, "lineage") else None,
            "sides": sides(told, query.side) if only is None else None,
            "quotes": quotes(told, state.quotes, at, only) if only in (None, "quotes") else None,
            "claimed_places": [place_row(one) for one in places_of(connection, state.key, limit=MOST_PLACES)],
        }
        return judged(connection, asking.viewer.name, made)


def _check(chosen: tuple[str, ...], told: Told) -> None:
    for report in chosen:
        if report not in told.by_id:
            raise NotKept(f"side: the story has no report {report}; choose among those that its page lists")


def _notes(at: str | None, changed: bool, reports: int, held: int) -> Iterable[str]:
    """What a reader should know beforehand."""
    if at is None:
        yield "Its reports have not been compared with each other yet: accordingto relate does that."
    elif changed:
        yield "Its reports have changed since they were compared, so that what is shown may lack some: accordingto relate."
    elif held < reports:
        yield f"{reports - held} of its reports are not among those compared: not read yet, or there are very many texts."


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["reports"]
    return rows


def _features(shown: Row) -> Row:
    return collection(shown["claimed_places"])


PAGE = Page(
    name="story",
    path="/stories/{story}",
    about="A story: contradictions first, then matters with their origins, who has it from whom, outlets side by side, quotations.",
    view=view,
    template="story.html",
    section="stories",
    query=StoryQuery,
    columns={
        "number": "Number of the report in the story, in the order of publication.",
        "id": "Id of the report.",
        "outlet": "Who published it.",
        "published": "When, ISO 8601 as far as known.",
        "title": "Its headline.",
        "url": "Its address.",
        "language": "ISO 639 code of its language.",
        "took": "What it took most from: copies, cites or follows; empty where nothing was found.",
        "took_from": "Id of the report that it took from, or the name of one that is not at hand.",
        "took_share": "Of copies: share of its words found there, 0 to 1.",
        "took_how": "The same in words.",
    },
    rows=_rows,
    features=_features,
)


def _style(_: Request) -> Response:
    """The style sheet that the picture of the lineage brings."""
    return Response(style(), media_type="text/css", headers={"cache-control": "no-cache"})


ROUTES: tuple[BaseRoute, ...] = (Route("/static/lineage.css", _style),)
