"""A matter: what several reports tell, where it was first said as far as they say, and who only passes it on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from accordingto.export.csv import pairs_text
from accordingto.export.story_rows import Row, matter_row
from accordingto.export.travel_view import RANK
from accordingto.model import NotKept, RelationKind
from accordingto.store.contradicting import Sought, walked
from accordingto.store.schema.travel import matters
from accordingto.store.storygroups import matter_of, occasions_of, tellings_of, whose, words_at
from accordingto.store.storyparts import kinds_in, members
from accordingto.store.tracing import resolved
from accordingto.web.page import Asking, Moved, Page, Query
from accordingto.web.pages.judged import judged
from accordingto.web.pages.story_sections import Told, by_outlet, shown

MOST_PAIRS = 20
"""Pairs of each kind that stand against each other; the page of contradictions has all."""
MOST_OUTLETS = 60
"""Outlets that are listed at once."""


class MatterQuery(Query):
    """Which outlets."""

    after: Annotated[int, Field(ge=0)] = 0
    """How many outlets are passed over."""


def view(asking: Asking) -> Row:
    """The matter with its members."""
    query: MatterQuery = asking.query
    named = asking.path["matter"]
    with asking.store.looking() as connection:
        ident = resolved(connection, matters, named)
        if ident is not None and ident != named:
            raise Moved("matter", matter=ident)
        one, story = matter_of(connection, named), whose(connection, matters, named)
        if one is None or story is None:
            raise NotKept(
                f"there is no matter {named} in this store any more; the pages of stories list those there are"
            )
        told = Told(connection, story.key, members(connection, story.key))
        occasions = occasions_of(connection, [one.key]).get(one.key, [])
        row = matter_row(one, occasions, told.by_id)
        for occasion in row["occasions"]:
            _quoted(told, occasion)
        said = [told.telling(each) for each in tellings_of(connection, [one.key]).get(one.key, [])]
        outlets = by_outlet(said, most=None)
        end = query.after + MOST_OUTLETS
        made = {
            "query": query.model_dump(mode="json"),
            **row,
            "story": {"id": story.id, "title": story.title},
            "members": outlets[query.after : end],
            "next": end if len(outlets) > end else None,
            "outlets_listed": len(outlets),
            "said": said,
            "kinds": kinds_in(connection, matter=one.key),
            "relations": _relations(told, named),
        }
        return judged(connection, asking.viewer.name, made)


def _quoted(told: Told, occasion: Row) -> None:
    """The words that tell of an occasion, and whose."""
    for passage in occasion["evidence"]:
        member = told.by_id.get(passage["report"])
        passage |= {"number": member.number if member else None, "outlet": member.outlet if member else None}
        passage["text"] = words_at(told.connection, passage["report"], passage["spans"])


def _relations(told: Told, ident: str) -> list[Row]:
    """What differs between its statements, that which differs most first."""
    kinds = [kind for kind in RANK if kind is not RelationKind.REPEATS]
    sought = Sought(kinds=tuple(kinds), matter=ident, limit=MOST_PAIRS * len(kinds))
    found = [shown(told, one) for one in walked(told.connection, sought)]
    made = []
    for kind in kinds:
        held = sorted((row for row in found if row["kind"] == kind.value), key=lambda row: -row["score"])
        made += held[:MOST_PAIRS]
    return [row for row in made if row["headings"]]


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["said"]:
        decided = one["decided"] or {}
        told = {"decision": decided.get("action"), "decided_by": decided.get("by")}
        yield {**one, **told, "matter": shown["id"], "spans": pairs_text(one["spans"])}


PAGE = Page(
    name="matter",
    path="/matters/{matter}",
    about="A matter: who tells of it, outlet by outlet, and how many origins stand behind it, each with its evidence.",
    view=view,
    template="matter.html",
    section="stories",
    query=MatterQuery,
    columns={
        "matter": "Id of the matter.",
        "statement": "Id of a statement that tells of it.",
        "report": "Id of its report.",
        "number": "Number of the report in the story, in the order of publication.",
        "outlet": "Its outlet.",
        "published": "When it was published.",
        "according": "The voices below the outlet, outermost first; empty for the outlet's own.",
        "act": "What the innermost voice does.",
        "echo": "Whether the report adds no occasion of its own.",
        "headline": "Whether it stands in the headline.",
        "text": "The words.",
        "spans": "Where they stand in the report's text, `12-40;55-60`.",
        "decision": "What a person decided on the statement: accept, reject or correct; empty where nobody has.",
        "decided_by": "Who.",
    },
    rows=_rows,
)
