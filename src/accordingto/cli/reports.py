"""``accordingto reports``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto.cli.inputs import moment
from accordingto.cli.output import width, writer
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from accordingto.store.listing import Wanted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class By(StrEnum):
    """What reports are counted by."""

    OUTLET = "outlet"
    CASE = "case"
    DAY = "day"
    LANGUAGE = "language"


@app.command()
def reports(
    *,
    db: Db = DEFAULT,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only of this outlet.")] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="NAME", help="Only of this collection.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="ISO", help="Only published on or after that day; undated ones are left out.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="ISO", help="Only published on or before that day; undated ones are left out.")
    ] = None,
    unread: Annotated[bool, typer.Option("--unread", help="Only those that were kept without being read.")] = False,
    by: Annotated[
        By | None, typer.Option("--by", metavar="outlet|case|day|language", help="Count them instead of listing them.")
    ] = None,
    chosen: Rows = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List the reports in a store, or count them by outlet, case, day or language.

    On a terminal the list is headed by what else the store holds.
    """
    from accordingto.store.listing import Wanted

    wanted = Wanted(outlet, case, _first(since), _last(until), unread)
    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, store.looking() as connection, writer(output) as write:
        if by is not None:
            _counted(connection, by, wanted, write, plain=plain)
        else:
            _listed(connection, wanted, write, plain=plain)


def _first(day: str | None) -> str | None:
    from accordingto.model.days import first_day

    return first_day(moment(day)) if day else None


def _last(day: str | None) -> str | None:
    from accordingto.model.days import last_day

    return last_day(moment(day)) if day else None


def _counted(connection: Connection, by: By, wanted: Wanted, write: Callable[[str], object], *, plain: bool) -> None:
    from accordingto.export.jsonl import dumps
    from accordingto.pipeline.wording import one_line
    from accordingto.store.listing import counts

    for name, count in counts(connection, by.value, wanted):
        if plain:
            write(dumps({"type": "count", by.value: name, "reports": count}) + "\n")
        else:
            write(f"{count:>9,}  {one_line(name) if name else '(not known)'}\n")


def _listed(connection: Connection, wanted: Wanted, write: Callable[[str], object], *, plain: bool) -> None:
    from accordingto.export.jsonl import dumps
    from accordingto.store.listing import overview, report_rows

    if not plain:
        write(_head(overview(connection)) + "\n")
    columns = width(sys.stdout.isatty())
    for row in report_rows(connection, wanted):
        write(dumps({"type": "report", **row}) + "\n" if plain else _line(row, columns))


def _head(held: Any) -> str:
    from accordingto.export.wording import counted

    days = f", published {held.first_day} to {held.last_day}" if held.first_day else ""
    parts = [
        f"{counted(held.reports, 'report')}{days}" + (f"; {held.unread:,} of them not read" if held.unread else ""),
        f"{counted(held.captures, 'capture')} of {_size(held.capture_bytes)}, {counted(held.sightings, 'sighting')}",
    ]
    if held.works_with_editions:
        parts.append(f"{counted(held.works_with_editions, 'article')} with several editions (accordingto editions)")
    if held.failures:
        parts.append(f"{counted(held.failures, 'failure')} (accordingto failures)")
    return "".join(f"{part}\n" for part in parts)


def _size(count: int) -> str:
    return f"{count / 2**20:,.1f} MB" if count >= 2**20 else f"{count / 2**10:,.0f} KB"


def _line(row: dict[str, Any], columns: int) -> str:
    from accordingto.pipeline.wording import one_line

    day = (row["published"] or "no date")[:10].ljust(10)
    head = f"{day}  {one_line(row['outlet'] or '(outlet not known)')}: {one_line(row['title'] or '(no title)')}"
    marks = ("" if row["read"] else " [not read]") + (f" [edition {row['edition']}]" if row["edition"] > 1 else "")
    room = max(20, columns - len(marks))
    return (head if len(head) <= room else head[: room - 1] + "…") + marks + f"\n            {row['id']}\n"
