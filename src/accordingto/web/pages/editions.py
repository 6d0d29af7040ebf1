"""Two editions of one article, side by side: what the publisher changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from accordingto.compare.accounts import Bare
from accordingto.compare.editions import revision
from accordingto.export.editions import Edition, row
from accordingto.model import NotKept
from accordingto.store.listing import Article, Stored, article, editions
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Query, Row

_Number = Annotated[int, Field(ge=1, le=10**6)]


class EditionsQuery(Query):
    """Which two."""

    old: _Number | None = None
    """Number of an edition; the one before the other where none is given."""
    new: _Number | None = None
    """The report's own where none is given, or the second where that is the first."""


def view(asking: Asking) -> Row:
    """All editions of the report's article, and what changed between two of them."""
    store, report = asking.store, asking.path["report"]
    with store.looking() as connection:
        found = article(connection, report)
        held = editions(connection, found.key)
    if len(held) < 2:
        raise NotKept(f"there is one edition of {report} in this store: {found.address} was not seen to change")
    old, new = _two(asking.query, report, held)
    return {"report": report, "editions": [_edition(one) for one in held], **_compared(store, found, old, new)}


def _two(query: EditionsQuery, report: str, held: Sequence[Stored]) -> tuple[Stored, Stored]:
    numbers = {one.number: n for n, one in enumerate(held)}
    own = next((n for n, one in enumerate(held) if one.report == report), len(held) - 1)
    new = _at(query.new, numbers, max(own, 1))
    old = _at(query.old, numbers, max(new - 1, 0))
    return held[old], held[new]


def _at(number: int | None, numbers: dict[int, int], other: int) -> int:
    if number is not None and number not in numbers:
        raise NotKept(f"there is no edition {number}; there are {', '.join(map(str, numbers))}")
    return numbers[number] if number is not None else other


def _edition(one: Stored) -> Row:
    return {"report": one.report, "number": one.number, "seen": one.seen}


def _compared(store: Store, found: Article, old: Stored, new: Stored) -> Row:
    one, other = _read(store, old), _read(store, new)
    return row(found.address, one, other, revision(one.account, other.account))


def _read(store: Store, stored: Stored) -> Edition:
    try:
        return Edition(store.reading(stored.report), stored.number, stored.seen)
    except NotKept:
        return Edition(Bare(store.report(stored.report)), stored.number, stored.seen, read=False)


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["sentences"]:
        yield {**one, "what": "sentence", "slots": None}
    for one in shown["statements"]:
        sides = {f"{side}_text": one[side]["content"] if one[side] else None for side in ("old", "new")}
        yield {**one, **sides, "what": "statement", "block": None, "slots": "; ".join(one["slots"]) or None}


PAGE = Page(
    name="editions",
    path="/reports/{report}/editions",
    about="Two editions of a report side by side: sentences and statements that came, went or changed.",
    view=view,
    template="editions.html",
    section="stories",
    query=EditionsQuery,
    columns={
        "what": "sentence or statement.",
        "change": "added, removed, changed or moved.",
        "block": "Of a sentence: the kind of block that it stands in.",
        "slots": "Of a changed statement: content, voice, act or certainty, parted by '; '.",
        "old_text": "The words in the older edition.",
        "new_text": "The words in the newer edition.",
    },
    rows=_rows,
)
