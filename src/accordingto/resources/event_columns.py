"""What columns of claimed events are called in event data sets: the shipped table, opened once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from accordingto.model import UsageError


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """A column of a data set, and what it is made of."""

    to: str
    sources: tuple[str, ...]
    """Our columns."""
    note: str = ""
    first: int | None = None
    """So many characters of the value."""
    codes: Mapping[str, int] | None = None
    days: tuple[tuple[int, int], ...] = ()
    """At most so many days from the first to the last, and the code for that."""
    country: bool = False
    """Whether a country's code becomes its name."""


@dataclass(frozen=True, slots=True, eq=False)
class DataSet:
    """An event data set."""

    name: str
    title: str
    reference: str
    """Where it documents its columns."""
    every: tuple[str, ...]
    """All of its columns."""
    columns: tuple[Mapped, ...]
    left_out: Mapping[str, str]
    """Its columns that are deliberately not filled, and why."""


@lru_cache(maxsize=1)
def open_data_sets() -> Mapping[str, DataSet]:
    """The data sets by name."""
    held = tomllib.loads(resources.files("accordingto.lexicons").joinpath("event_columns.toml").read_text("utf-8"))
    return {name: _made(name, table) for name, table in held.items()}


def data_set(name: str) -> DataSet:
    """A data set.

    Raises:
        UsageError: where there is none of that name.
    """
    known = open_data_sets()
    if name not in known:
        raise UsageError(f"columns are not known by the names of {name}; there are {', '.join(known)}")
    return known[name]


def _made(name: str, table: Mapping[str, Any]) -> DataSet:
    columns = tuple(_mapped(row) for row in table["columns"])
    return DataSet(name, table["title"], table["reference"], tuple(table["all"]), columns, table["left_out"])


def _mapped(row: Mapping[str, Any]) -> Mapped:
    days = tuple((most, code) for most, code in row.get("days", ()))
    return Mapped(
        row["to"],
        tuple(row["from"]),
        row.get("note", ""),
        row.get("first"),
        row.get("codes"),
        days,
        row.get("country", False),
    )
