"""Plain text of what is claimed: under a statement its events, estimates and control; at the end who and what is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.export.inside import Inside
from accordingto.export.rows_named import namings_text
from accordingto.export.wording import in_quotes
from accordingto.export.wording_content import (
    anchor_text,
    control_text,
    estimate_text,
    event_text,
    place_text,
    time_text,
    where_text,
)
from accordingto.model import MentionKind, spans_of, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line, places_in_order, times_in_order

_PLACES = (MentionKind.PLACE, MentionKind.NATIONALITY)
"""What the layer of places tells better."""
_INDENT = (0, 0, 0, 4)


def claims(found: Inside, reading: Reading) -> RenderableType | None:
    """What is claimed inside a statement, a line a record with what it is in front; nothing where there is nothing."""
    lines = [
        *(("event", event_text(event, reading)) for event in found.events),
        *(("estimate", estimate_text(estimate, reading)) for estimate in found.estimates),
        *(("control", control_text(control, reading)) for control in found.control),
    ]
    if not lines:
        return None
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=8, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for label, line in lines:
        grid.add_row(Text(label, style="dim"), Text(line, overflow="fold"))
    return Padding(grid, (0, 0, 0, 2))


def named(reading: Reading) -> Iterator[RenderableType]:
    """The actors, places and times of a report, and who else is named, each under a heading."""
    yield from _section("Actors of the registry", _actors(reading))
    yield from _section("Places", _places(reading))
    yield from _section("Times", _times(reading))
    known = [
        (one_line(entity.name), entity.kind.value, one_line(entity.role or ""))
        for entity in reading.entities
        if entity.actor is None and not (reading.places and entity.kind in _PLACES)
    ]
    yield from _section("Named in the report", known)


def _section(heading: str, rows: Sequence[tuple[str, ...]]) -> Iterator[RenderableType]:
    if not rows:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in rows[0]:
        grid.add_column(overflow="fold")
    for row in dict.fromkeys(rows):
        grid.add_row(*(Text(cell, style="dim" if at else "") for at, cell in enumerate(row)))
    yield Text()
    yield Group(Text(heading, style="bold"), Padding(grid, _INDENT))


def _actors(reading: Reading) -> list[tuple[str, ...]]:
    """The registry's name, what it is, and who calls it what."""
    return [
        (one_line(actor.name), actor.kind.value, ", ".join(namings_text(reading, actor))) for actor in reading.actors
    ]


def _places(reading: Reading) -> list[tuple[str, ...]]:
    """As written, what it was resolved to, and where that is; each once."""
    return [
        (
            one_line(f"{place.relation} {place.toponym}" if place.relation else place.toponym),
            place_text(place) if place.name else "",
            where_text(place),
        )
        for place in places_in_order(reading)
        if not place.demonym
    ]


def _times(reading: Reading) -> list[tuple[str, ...]]:
    """As written, what it was resolved to, and against what."""
    return [
        (
            in_quotes(one_line(text_of(reading.report.text, spans_of(time.evidence)))),
            time_text(time),
            anchor_text(time),
        )
        for time in times_in_order(reading)
        if spans_of(time.evidence)
    ]
