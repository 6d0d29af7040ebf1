"""What several pages may be asked: whom and where, when, how many, and where to go on."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from accordingto.model import Act, Factuality
from accordingto.model.days import first_day, last_day
from accordingto.resources.gazetteer.known import known
from accordingto.store.filters import Filters
from accordingto.web.page import LIMIT, MOST, Query

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z", re.ASCII)


def _day(value: str) -> str:
    if not _DAY.match(value):
        raise ValueError("write a day as 2023-03-13, a month as 2023-03 or a year as 2023")
    date.fromisoformat(first_day(value)), date.fromisoformat(last_day(value))
    return value


def _name(value: str) -> str:
    if not any(map(str.isalnum, value)):
        raise ValueError("a name to look for needs a letter or a number")
    return value


Day = Annotated[str, AfterValidator(_day)]
"""ISO 8601 as far as known: a year, a month or a day."""
Names = tuple[Annotated[str, AfterValidator(_name)], ...]


class Paged(Query):
    """Some of many, from a place on."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = LIMIT
    after: str | None = None
    """Where the page before ended, as it said."""


class About(Paged):
    """Narrowed by who, where and when."""

    actor: Names = ()
    place: Names = ()
    case: str | None = None
    since: Day | None = None
    until: Day | None = None

    @property
    def filters(self) -> Filters:
        """Who and where, as the store takes them."""
        return Filters(actors=self.actor, places=self.place, known=known(self.place))


class Words(Query):
    """What was said, by whom, where and when: the filters of ``accordingto search``."""

    q: str | None = None
    """In the language of ``accordingto search``."""
    source: Names = ()
    outlet: Names = ()
    act: tuple[Act, ...] = ()
    actor: Names = ()
    place: Names = ()
    since: Day | None = None
    until: Day | None = None
    commitment: tuple[Factuality, ...] = ()
    case: tuple[str, ...] = ()

    @property
    def filters(self) -> Filters:
        """All but the words, as the store takes them."""
        return Filters(
            self.source, self.outlet, self.act, self.actor, self.place, self.since, self.until, self.commitment, self.case,
            known(self.place),
        )  # fmt: skip
