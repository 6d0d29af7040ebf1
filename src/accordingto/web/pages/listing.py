"""What pages of lists share: a page of a list that is held whole, what may be asked of one, bounded counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import AfterValidator, Field

from accordingto.model import NotKept
from accordingto.store.store import Store
from accordingto.web.page import MOST, Query, Row

_WEB = re.compile(r"https?://", re.IGNORECASE)


class Identified(Protocol):
    """An entry of a list."""

    @property
    def id(self) -> str: ...  # noqa: D102


T = TypeVar("T", bound=Identified)


def page_of(found: Sequence[T], *, after: str | None, limit: int, what: str) -> tuple[list[T], str | None]:
    """The entries behind one, and behind which to go on; ``None`` where these are the last.

    Raises:
        NotKept: where there is no such entry.
    """
    start = 0
    if after is not None:
        start = next((n for n, one in enumerate(found, 1) if one.id == after), -1)
        if start < 0:
            raise NotKept(f"there is no {what} {after} in this list to go on behind; begin it anew")
    page = list(found[start : start + limit])
    return page, page[-1].id if start + limit < len(found) and page else None


def _key(value: str) -> str:
    if not re.fullmatch(r"\d{1,18}", value, re.ASCII):
        raise ValueError("go on where a page before ended, as it said: a number")
    return value


Cursor = Annotated[str, AfterValidator(_key)]
"""Where a list ended, as its page said; a string, since a browser's numbers are too short for it."""
Size = Annotated[int, Field(ge=1, le=MOST)]


class Sections(Query):
    """Of a page of several lists: how many entries of each."""

    limit: Size = 10


def bounded(found: tuple[int, bool]) -> Row:
    """A count, and whether there are more than it says."""
    return {"count": found[0], "more": found[1]}


def address(url: str | None) -> str | None:
    """An address that may be followed, or nothing."""
    return url if url and _WEB.match(url) else None


def where(store: Store) -> str:
    """What tells a store from others."""
    return store.url.render_as_string(hide_password=True)


def plain(value: Any) -> Any:
    """A value of a record as JSON has it: whole numbers without a fraction."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
