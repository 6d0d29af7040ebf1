"""Plain text of one layer: a table a report, every row ending with according to whom. Nothing depends on colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.export.layers import Layer
from accordingto.export.rows_named import namings_text
from accordingto.export.terminal import WIDTH, Colour, printed
from accordingto.export.wording import ACTS, COMMITMENTS, Failed, counted, in_quotes, moment_text
from accordingto.export.wording_content import (
    STATUS,
    between_text,
    estimate_amount,
    event_kind,
    names,
    place_text,
    spots,
    time_text,
    victims_text,
    where_text,
)
from accordingto.model import Control, Estimate, Event, Factuality, Place, Span, Spans, Statement, Time, spans_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import (
    chain_text,
    control_in_order,
    estimates_in_order,
    events_in_order,
    one_line,
    places_in_order,
    statement_of,
    voice_name,
)

Cells = tuple[RenderableType, ...]
Columns = tuple[tuple[str, int], ...]
"""Heading and share of the width."""
NOUNS: dict[Layer, tuple[str, str]] = {
    Layer.EVENTS: ("event", "events"),
    Layer.ESTIMATES: ("estimate", "estimates"),
    Layer.CONTROL: ("record of control", "records of control"),
    Layer.PLACES: ("place", "places"),
    Layer.ACTORS: ("actor", "actors"),
}
"""One and several records of a layer."""


def chunks(
    items: Iterable[Reading | Failed], layer: Layer, *, width: int = WIDTH, colour: Colour | None = None
) -> Iterator[str]:
    """A table for each reading that has records of the layer, then how many there are.

    Nothing is counted where no report was read; failures are left to standard error.

    Args:
        items: readings and failures, in order; taken one at a time.
        layer: events, estimates, control, places or actors.
        width: columns to wrap at.
        colour: the terminal's colour system; ``None`` writes no escape codes at all.
    """
    width, total, reports, read = max(width, 40), 0, 0, 0
    for item in items:
        read += isinstance(item, Reading)
        rows = list(_ROWS[layer](item)) if isinstance(item, Reading) else []
        if isinstance(item, Reading) and rows:
            yield printed([_head(item), Text(), _table(_COLUMNS[layer], rows, width)], width=width, colour=colour)
            total, reports = total + len(getattr(item, layer.value)), reports + 1
    if not read:
        return
    inside = f" in {reports} of {counted(read, 'report')}" if read > 1 else f" in {counted(read, 'report')}"
    yield printed([Text(counted(total, *NOUNS[layer]) + inside, style="dim")], width=width, colour=colour)


def _head(reading: Reading) -> RenderableType:
    report = reading.report
    about = [
        one_line(report.outlet.value) if report.outlet else "(outlet not known)",
        moment_text(report.published.value) if report.published else "(date not known)",
    ]
    title = one_line(report.title.value) if report.title else "(no title)"
    where = one_line(reading.where) if reading.where != "-" else ""
    return _lines(
        Text(title, style="bold", overflow="fold"), " · ".join(about), Text(where, style="dim", overflow="fold")
    )


def _table(columns: Columns, rows: list[Cells], width: int) -> Table:
    made = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for (name, _), wide in zip(columns, _widths(columns, rows, width - 2 * (len(columns) - 1)), strict=True):
        made.add_column(name, width=wide, overflow="fold")
    for row in rows:
        made.add_row(*row)
        made.add_row()
    return made


_LONGEST = 24
"""Columns that a word may ask for before it is broken: most names of actors and places have shorter ones."""


def _widths(columns: Columns, rows: list[Cells], width: int) -> list[int]:
    """Widths by the columns' shares, but no column narrower than its longest word while another has room to give."""
    total = sum(share for _, share in columns)
    wide = [max(1, width * share // total) for _, share in columns]
    wide[-1] += max(0, width - sum(wide))
    least = [min(_LONGEST, max((_longest(row[at]) for row in rows), default=1)) for at in range(len(columns))]
    for at, need in enumerate(least):
        while wide[at] < need:
            giver = max(range(len(wide)), key=lambda other: wide[other] - least[other])
            if wide[giver] <= least[giver]:
                break
            wide[giver], wide[at] = wide[giver] - 1, wide[at] + 1
    return wide


def _longest(cell: RenderableType) -> int:
    """Columns of a cell's longest word."""
    if isinstance(cell, Group):
        return max(map(_longest, cell.renderables), default=0)
    return max(map(cell_len, str(cell).split()), default=0)


def _lines(*lines: str | Text) -> RenderableType:
    return Group(*(Text(line, overflow="fold") if isinstance(line, str) else line for line in lines if line))


def _quoted(reading: Reading, parts: Spans) -> Text:
    """The words in text order as one quotation; spans with nothing but white space between them are one."""
    made: list[Span] = []
    for span in sorted(parts):
        if made and not reading.report.text[made[-1].end : span.start].strip():
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    words = " … ".join(one_line(span.of(reading.report.text)) for span in made)
    return Text(in_quotes(words), style="dim", overflow="fold")


def _who(statement: Statement | None) -> RenderableType:
    """According to whom: the voices, the innermost last; what it does and how committed it is, where that is not plain."""
    if statement is None:
        return Text("(outside all statements)", style="dim", overflow="fold")
    made = Text(overflow="fold")
    for link in statement.voices or statement.chain:
        made.append(" → " if made else "")
        made.append(voice_name(link.source), style="bold" if link is statement.innermost else "")
    source = statement.innermost.source
    if source.unnamed and source.name:
        made.append(" [unnamed]")
    act = ACTS[statement.act]
    if statement.factuality is not Factuality.CERTAIN:
        act += f", {COMMITMENTS[statement.factuality]}"
    return Group(made, Text(act, style="dim", overflow="fold"))


def _when(time: Time | None) -> RenderableType:
    return Text(time_text(time) if time else "–", overflow="fold")


def _events(reading: Reading) -> Iterator[Cells]:
    for event in events_in_order(reading):
        yield (
            _when(event.time),
            _event(reading, event),
            _lines(*(spots(event.places, reading) or ["–"])),
            _who(reading.by_id.get(event.statement)),
        )


def _event(reading: Reading, event: Event) -> RenderableType:
    return _lines(
        Text(event_kind(event), style="bold", overflow="fold"),
        between_text(event, reading),
        victims_text(event.victims, reading.report.text),
        _quoted(reading, event.trigger),
    )


def _estimates(reading: Reading) -> Iterator[Cells]:
    for estimate in estimates_in_order(reading):
        yield (
            Text(estimate_amount(estimate, reading.report.text), style="bold", overflow="fold"),
            _estimate(reading, estimate),
            _who(reading.by_id.get(estimate.statement or "")),
        )


def _estimate(reading: Reading, estimate: Estimate) -> RenderableType:
    return _lines(
        _quoted(reading, (*estimate.span, *spans_of(estimate.what))),
        ", ".join(spots(estimate.places, reading)),
        _as_of(estimate.as_of),
        "part of a total" if estimate.part_of else "",
    )


def _as_of(time: Time | None) -> str:
    return f"as of {time_text(time)}" if time else ""


def _control(reading: Reading) -> Iterator[Cells]:
    for control in control_in_order(reading):
        yield (
            _lines(*(names(control.holders, reading) or ["(not told who)"])),
            _status(reading, control),
            _lines(*(spots(control.places, reading) or ["(not told what)"]), _as_of(control.as_of)),
            _who(reading.by_id.get(control.statement)),
        )


def _status(reading: Reading, control: Control) -> RenderableType:
    return _lines(
        Text(STATUS[control.status], style="bold", overflow="fold"),
        "" if control.asserted else "presupposed",
        control.aux.value if control.aux else "",
        _quoted(reading, control.trigger),
    )


def _places(reading: Reading) -> Iterator[Cells]:
    """A row a place and voice; how often where it is more than once."""
    groups: dict[tuple[str, ...], list[tuple[Place, Statement | None]]] = {}
    for place in places_in_order(reading):
        statement = statement_of(reading, (place.span,))
        who = (chain_text(statement), statement.act, statement.factuality) if statement else ()
        key = (_toponym(place), place_text(place), where_text(place), *who)
        groups.setdefault(key, []).append((place, statement))
    for found in groups.values():
        place, statement = found[0]
        yield (
            _lines(
                Text(_toponym(place), style="bold", overflow="fold"), f"{len(found)} times" if len(found) > 1 else ""
            ),
            _lines(place_text(place) if place.name else "–", place.kind.value if place.kind else ""),
            Text(where_text(place), overflow="fold"),
            _who(statement),
        )


def _toponym(place: Place) -> str:
    return one_line(f"{place.relation} {place.toponym}" if place.relation else place.toponym)


def _actors(reading: Reading) -> Iterator[Cells]:
    for actor in reading.actors:
        words = ", ".join(namings_text(reading, actor))
        yield (
            Text(one_line(actor.name), style="bold", overflow="fold"),
            Text(actor.kind.value, overflow="fold"),
            Text(words, overflow="fold"),
        )


_WHO = ("according to", 4)
_COLUMNS: dict[Layer, Columns] = {
    Layer.EVENTS: (("when", 3), ("what", 6), ("where", 3), _WHO),
    Layer.ESTIMATES: (("how many", 4), ("of what, where, when", 7), _WHO),
    Layer.CONTROL: (("who", 4), ("how", 4), ("what place, when", 5), ("according to", 5)),
    Layer.PLACES: (("as written", 3), ("where", 5), ("coordinates", 4), _WHO),
    Layer.ACTORS: (("actor", 4), ("what it is", 2), ("called what, if not by the outlet by whom", 6)),
}
_ROWS: dict[Layer, Callable[[Reading], Iterator[Cells]]] = {
    Layer.EVENTS: _events,
    Layer.ESTIMATES: _estimates,
    Layer.CONTROL: _control,
    Layer.PLACES: _places,
    Layer.ACTORS: _actors,
}
