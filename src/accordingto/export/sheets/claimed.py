"""Claimed events as one CSV, on demand under the names that an event data set has for the columns.

The names are all that is taken over. Nothing is merged into one event and nothing is judged: ``lexicons/event_columns.toml`` says what
has no counterpart, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from accordingto.export.exporting import Export, Item
from accordingto.export.parts import Row
from accordingto.export.sheets.columns import Column, Kind, Sheet
from accordingto.export.sheets.read import EVENTS
from accordingto.export.sheets.text import Csv
from accordingto.resources.countries import country_name
from accordingto.resources.event_columns import DataSet, Mapped, data_set

OWN = "own_"
"""Begins the name of a column of ours whose name the data set has for something else."""


def chunks(export: Export) -> Iterator[bytes]:
    """The table, piece by piece.

    Raises:
        UsageError: where there is no data set of the name asked for.
    """
    names = export.settings.names
    press = Csv(renamed(EVENTS, data_set(names)) if names else EVENTS, export)
    yield press.head()
    for item in export.items():
        yield press.rows(item)


def renamed(sheet: Sheet[Item], given: DataSet) -> Sheet[Item]:
    """The sheet with the columns of a data set first, and then its own that are not among them."""
    own = {column.name: column for column in sheet.columns}
    theirs = tuple(_column(mapped, [own[name] for name in mapped.sources]) for mapped in given.columns)
    spent = {mapped.sources[0] for mapped in given.columns if _as_it_is(mapped)}
    rest = (_apart(column, given) for column in sheet.columns if column.name not in spent)
    return replace(sheet, columns=(*theirs, *rest))


def _as_it_is(mapped: Mapped) -> bool:
    return not (mapped.first or mapped.codes or mapped.days or mapped.country)


def _apart(column: Column[Item], given: DataSet) -> Column[Item]:
    return replace(column, name=OWN + column.name, like=column.name) if column.name in given.every else column


def _column(mapped: Mapped, sources: list[Column[Item]]) -> Column[Item]:
    def cell(item: Item, row: Row) -> Any:
        return carried_over(mapped, [source.cell(item, row) for source in sources])

    kind = sources[0].kind if _as_it_is(mapped) else Kind.TEXT if mapped.country else Kind.INTEGER
    like = sources[0].name if _as_it_is(mapped) else ""
    return Column(mapped.to, mapped.note or sources[0].what, cell, kind, like=like)


def carried_over(mapped: Mapped, values: list[Any]) -> Any:
    """Our values as the data set has them; ``None`` where it has nothing for them."""
    value = values[0]
    if value is None or _as_it_is(mapped):
        return value
    if mapped.first:
        return str(value)[: mapped.first]
    if mapped.codes is not None:
        return mapped.codes.get(value)
    return country_name(value) if mapped.country else _days(mapped, values)


def _days(mapped: Mapped, values: list[Any]) -> int | None:
    first, last = (date.fromisoformat(value[:10]) if value else None for value in values)
    if first is None or last is None:
        return None
    return next((code for most, code in mapped.days if (last - first).days < most), None)
