"""Pairs of statements of the whole store that contradict each other, or stand to each other in another way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from accordingto.export.pairs import shown_row
from accordingto.export.story_rows import Row
from accordingto.model import RelationKind, Slot, UsageError
from accordingto.store.contradicting import COUNTED, Sought, count_some, walked
from accordingto.web.page import Asking, Page
from accordingto.web.pages.asking import About
from accordingto.web.pages.judged import judged


class ContradictionsQuery(About):
    """Which pairs."""

    slot: tuple[Slot, ...] = ()
    """In which of them the two differ."""
    kind: tuple[RelationKind, ...] = (RelationKind.CONTRADICTS,)
    """How they stand to each other."""
    story: str | None = None
    """Id of a story."""
    matter: str | None = None
    """Id of a matter."""


def view(asking: Asking) -> Row:
    """The pairs that are asked for, those of the latest story first."""
    query: ContradictionsQuery = asking.query
    kinds = query.kind or (RelationKind.CONTRADICTS,)
    sought = Sought(
        query.story,
        query.filters,
        query.slot,
        kinds,
        query.since,
        query.until,
        query.limit + 1,
        matter=query.matter,
        case=query.case,
        after=_key(query.after),
    )
    with asking.store.looking() as connection:
        found = walked(connection, sought)
        total = count_some(connection, replace(sought, after=None))
        page = found[: query.limit]
        pairs = [shown_row(one) for one in page]
        for pair in pairs:
            pair["a"]["decided"] = pair["b"]["decided"] = None
        judged(connection, asking.viewer.name, {"pairs": pairs})
    return {
        "query": query.model_dump(mode="json"),
        "slots": [slot.value for slot in Slot],
        "kinds": [kind.value for kind in RelationKind],
        "total": min(total, COUNTED),
        "more_than": total > COUNTED,
        "pairs": pairs,
        "next": str(page[-1].key) if len(found) > query.limit else None,
    }


def _key(after: str | None) -> int | None:
    if after is None:
        return None
    if not after.isascii() or not after.isdigit() or len(after) > 18:
        raise UsageError("after: give what the page before ended with, as it said")
    return int(after)


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["pairs"]:
        for heading in one["headings"] or [""]:
            slot, _, values = heading.partition(": ")
            yield {
                "kind": one["kind"],
                "slot": slot,
                "values": values,
                **{f"{side}_{name}": one[side][name] for side in ("a", "b") for name in _SIDE},
                **{name: one[name] for name in ("matter", "story", "score", "by")},
            }


_SIDE = {
    "outlet": "the outlet",
    "published": "when it was published",
    "according": "the voices below the outlet, outermost first",
    "text": "the sentence",
    "statement": "id of the statement",
    "report": "id of the report",
}

PAGE = Page(
    name="contradictions",
    path="/contradictions",
    about="Pairs of statements that contradict each other, with both sentences; by slot, actor, place, days and kind.",
    view=view,
    template="contradictions.html",
    section="stories",
    query=ContradictionsQuery,
    columns={
        "kind": "How the two stand to each other.",
        "slot": "In what they differ; a row for each.",
        "values": "What the earlier and what the later one has there.",
        **{
            f"{side}_{name}": f"Of the {which}: {what}."
            for side, which in (("a", "earlier"), ("b", "later"))
            for name, what in _SIDE.items()
        },
        "matter": "Id of the matter that both tell of.",
        "story": "Id of the story.",
        "score": "How sure the program is that both are about one thing.",
        "by": "The rule.",
    },
    rows=_rows,
)
