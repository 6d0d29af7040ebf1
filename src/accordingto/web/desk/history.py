"""What was decided, the latest kept last: the whole history, with what was taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from accordingto.export.csv import pairs_text
from accordingto.model.people import Role
from accordingto.web.page import Asking, Page, Query, Row

_NAMES = ("key", "action", "layer", "by", "at", "note", "record", "supersedes", "conflicts", "batch", "standing")


class HistoryQuery(Query):
    """Whose decisions."""

    by: str | None = None
    limit: Annotated[int, Field(ge=1, le=500)] = 50
    after: Annotated[int, Field(ge=0, lt=2**62)] = 0
    """Key of the last decision of the page before."""


def view(asking: Asking) -> Row:
    """Decisions in the order of keeping: of everybody for who settles, else one's own, since whoever codes blind must not see others'."""
    query: HistoryQuery = asking.query
    by = query.by if asking.viewer.role >= Role.ADJUDICATOR else asking.viewer.name
    found = asking.store.decisions(by=by, after=query.after, limit=query.limit + 1)
    page = found[: query.limit]
    return {
        "query": query.model_dump(mode="json"),
        "mine": asking.viewer.name,
        "decisions": [
            {name: getattr(one, name) for name in _NAMES}
            | {"text_sha256": one.text_sha256, "spans": [[span.start, span.end] for span in one.spans]}
            for one in page
        ],
        "next": page[-1].key if len(found) > query.limit else None,
    }


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["decisions"]:
        yield one | {"spans": pairs_text(one["spans"])}


PAGE = Page(
    name="decisions",
    path="/review/decisions",
    about="Everything that was decided, in the order of keeping, with what was taken back.",
    view=view,
    template="desk/history.html",
    section="review",
    query=HistoryQuery,
    columns={
        "key": "Key of the decision.",
        "action": "accept, correct, reject, add, comment, coded or undo.",
        "layer": "The layer of the record, or report.",
        "spans": "Where the record stands: `12-40;55-60`, code points, half-open.",
        "text_sha256": "SHA-256 of the text.",
        "record": "Id of the record, as it was then.",
        "by": "Who decided.",
        "at": "When, ISO 8601, UTC.",
        "note": "Why, as they said.",
        "supersedes": "Key of the decision that this one takes the place of.",
        "conflicts": "Key of the latest decision of somebody else that was not seen and says something else.",
        "batch": "The batch of assignments that it was made in.",
        "standing": "Whether it was neither taken back nor replaced.",
    },
    rows=_rows,
)
