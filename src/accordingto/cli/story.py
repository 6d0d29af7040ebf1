"""``accordingto story``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.stores import DEFAULT, Db
from accordingto.cli.telling import are_files, files, story_of
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.cli.telling import Loaded

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What a story is written as."""

    TEXT = "text"
    JSON = "json"
    GRAPHML = "graphml"


@app.command()
def story(
    named: Annotated[
        list[str],
        typer.Argument(
            metavar="STORY|REPORT|FILE",
            help="The id of a story, or the id or address of a report in it; or files of text or HTML and folders of them, which "
            "need no store.",
        ),
    ],
    *,
    db: Db = DEFAULT,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Show all pairs of statements, matters and quotations, not only the most telling."),
    ] = False,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|graphml",
            help="Default: by the ending of FILE; else text on a terminal, json in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the reading of files.")] = 1,
) -> None:
    """Show how one story travelled: contradictions first, who has it from whom, matters with their origins, quotations.

    Numbers in brackets say where words stand in their report. What origins can tell and what not stands in the documentation.
    """
    if are_files(named):
        found = files(named, output=output, jobs=jobs)
    elif len(named) == 1:
        found = story_of(db, named[0])
    else:
        raise UsageError("one story at a time; accordingto compare shows several reports side by side")
    form = choice(chosen, output, other=Format.TEXT, terminal=Format.TEXT, pipe=Format.JSON)
    made = rendered(found, form, everything=everything, to_terminal=output is None and sys.stdout.isatty())
    with writer(output) as write:
        write(made)
    raise typer.Exit(found.exit)


def rendered(found: Loaded, form: Format, *, everything: bool, to_terminal: bool) -> str:
    """A story in a format; the modules of the others stay closed."""
    if form is Format.JSON:
        from accordingto.export import travel_json

        about = travel_json.story_row(found.story, changed=found.changed) if found.story else None
        return travel_json.render(travel_json.travel_row(found.travel, found.readings, story=about))
    if form is Format.GRAPHML:
        from accordingto.export import travel_graphml

        return travel_graphml.render(found.travel, found.readings)
    from accordingto.export import travel_terminal

    return travel_terminal.story(
        found.travel,
        found.readings,
        about=found.story,
        notes=found.notes,
        everything=everything,
        width=width(to_terminal),
        colour=colour(to_terminal),
    )
