"""What a sheet is: columns, each with what it holds, its type, and what makes its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from accordingto.export.bare import Carried, unveiled
from accordingto.export.exporting import Item, Journey
from accordingto.export.parts import Row

Value = str | int | float | bool | None
S = TypeVar("S", Item, Journey)
WORDS = frozenset(
    "title story_title text chain_text according_to source source_words source_role chain cue content context actors actors_words "
    "recipients recipients_words holders holders_words places places_words place time_words as_of_words victims trigger unit "
    "quantity what toponym label occasions value words speaker speakers utterance".split()
)
"""Names of columns that have words of reports, or what follows from their words alone; in pairs behind ``a_`` and ``b_``."""


class Kind(StrEnum):
    """The type of a column."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    """A day of the calendar, ISO 8601."""
    JSON = "json"
    """A list or an object, as JSON."""


@dataclass(frozen=True, slots=True)
class Column(Generic[S]):
    """One column."""

    name: str
    what: str
    """What it holds, for people."""
    cell: Callable[[S, Row], Any]
    kind: Kind = Kind.TEXT
    full: bool = False
    """Whether it is only there where the reports' texts are carried."""
    like: str | None = None
    """Of one that has another name than the sheet gives it: the name by which its hashtag is known; empty where it has none."""

    @property
    def worded(self) -> bool:
        """Whether it has words of reports: it is empty, or has only names of ours, where no words are carried."""
        return self.name in WORDS or self.name.partition("_")[2] in WORDS

    @property
    def known_as(self) -> str:
        """The name by which its hashtag is known."""
        return self.name if self.like is None else self.like


@dataclass(frozen=True, slots=True)
class Sheet(Generic[S]):
    """A layer as a table."""

    name: str
    what: str
    columns: tuple[Column[S], ...]
    rows: Callable[[S], Iterable[Row]]
    """The records of a report or a story, as the JSON rows have them."""
    story: bool = False
    """Whether it is made of stories; else of reports."""

    def of(self, carried: Carried) -> tuple[Column[S], ...]:
        """The columns of an export that carries so much."""
        return tuple(column for column in self.columns if carried is Carried.FULL or not column.full)

    def cells(self, source: S, rows: Iterable[Row], carried: Carried) -> list[list[Value]]:
        """Some records as cells; ``None`` where nothing is known or no words are carried."""
        columns = self.of(carried)
        return [[_clean(column.cell(source, row)) for column in columns] for row in rows]


def _clean(value: Any) -> Value:
    made: Value = unveiled(value)
    return made
