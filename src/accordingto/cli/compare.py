"""``accordingto compare``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.stores import DEFAULT, Db
from accordingto.cli.telling import are_files, files, from_store
from accordingto.model import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What a comparison is written as."""

    TEXT = "text"
    JSON = "json"


@app.command()
def compare(
    named: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT",
            help="Two reports or more: files of text or HTML; or ids or addresses of reports in a store.",
        ),
    ],
    *,
    db: Db = DEFAULT,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json",
            help="Default: by the ending of FILE; else text on a terminal, json in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the reading of files.")] = 1,
) -> None:
    """Show reports side by side: passages that one has from another with every edit marked, and statements on one matter.

    Of statements the slot is marked in which they differ: actor, number, place, time, polarity, certainty, quote or control.
    """
    found = files(named, output=output, jobs=jobs) if are_files(named) else from_store(db, named)
    if len(found.readings) < 2:
        raise UsageError("one report alone cannot be compared; name two or more")
    form = choice(chosen, output, other=Format.TEXT, terminal=Format.TEXT, pipe=Format.JSON)
    to_terminal = output is None and sys.stdout.isatty()
    if form is Format.JSON:
        from accordingto.export import travel_json

        made = travel_json.render(travel_json.comparison_row(found.travel, found.readings))
    else:
        from accordingto.export import travel_terminal

        made = travel_terminal.compared(
            found.travel, found.readings, width=width(to_terminal), colour=colour(to_terminal)
        )
    with writer(output) as write:
        write(made)
    raise typer.Exit(found.exit)
