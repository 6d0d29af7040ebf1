"""``accordingto trace``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.inputs import reports
from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.read import Batch
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.compare.trace import Trace
    from accordingto.pipeline.reading import Reading

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What a trace is written as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    GRAPHML = "graphml"


@app.command()
def trace_command(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|STATEMENT|QUOTE",
            help="The words sought: a sentence, or a part of one; or the id of a statement, quotation or matter in a store.",
        ),
    ],
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT",
            help="Files of text or HTML, or a folder of them; - is standard input. None: the reports of a story in a store.",
        ),
    ] = None,
    *,
    db: Db = DEFAULT,
    story: Annotated[
        str | None,
        typer.Option(
            "--story",
            metavar="ID",
            help="Trace the words through this story of the store: its id, or the id or address of a report in it.",
        ),
    ] = None,
    chosen: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="Default: by the ending of FILE; else text on a terminal, json in a pipe."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the reading.")] = 1,
) -> None:
    """Trace one claim through reports to where it was first said, and show what changed on the way.

    The claim only finds statements; what is compared is what the reports say. A statement, quotation or matter of a store is traced
    through the reports of its story.
    """
    if given:
        if story is not None:
            raise UsageError("give either files, or --story with a story of the store")
        found, code = _from_files(given, output, jobs)
    else:
        claim, found = _from_store(claim, db, story)
        code = Exit.READ
    from accordingto.pipeline.travel import trace

    write_trace(trace(found, claim), found, format_of(chosen, output), output)
    raise typer.Exit(code)


def _from_files(given: Sequence[str], output: Path | None, jobs: int) -> tuple[list[Reading], Exit]:
    batch = Batch(jobs=jobs)
    found = batch.read(reports(given, leave_out=output))
    if not found:
        say("no report could be read, so there is nothing to trace")
        raise typer.Exit(batch.exit or Exit.FAILED)
    return found, batch.exit


def _from_store(claim: str, db: str, story: str | None) -> tuple[str, list[Reading]]:
    """The words to be sought, and the reports of the story; of very many the different texts."""
    from accordingto.pipeline.attaching import MOST, chosen
    from accordingto.store.tracing import is_id

    if story is None and not is_id(claim):
        raise UsageError(
            "name the reports that the claim is traced through: files, or --story ID for a story of a store; "
            "accordingto search finds statements, whose ids can be traced too"
        )
    with at(db, read_only=True) as store:
        if is_id(claim):
            home, claim = store.traced(claim)
            story = story or home
        (ident,) = store.stories_named([story or ""])
        found = store.story_readings(ident)
    if not found:
        raise UsageError(f"no report of {ident} has been read; accordingto process reads them")
    return claim, found if len(found) <= MOST else list(chosen(found).compared)


def format_of(given: Format | None, output: Path | None) -> Format:
    """The format asked for, else that of the output's ending, else text on a terminal and JSON elsewhere."""
    return choice(given, output, other=Format.TEXT, terminal=Format.TEXT, pipe=Format.JSON)


def write_trace(trace: Trace, readings: Sequence[Reading], chosen: Format, output: Path | None) -> None:
    """Write a trace to a file or to standard output.

    Raises:
        UsageError: where the file cannot be written.
    """
    made = rendered(trace, readings, chosen, to_terminal=output is None and sys.stdout.isatty())
    with writer(output) as write:
        write(made)


def rendered(trace: Trace, readings: Sequence[Reading], chosen: Format, *, to_terminal: bool) -> str:
    """A trace in a format; the modules of the others stay closed."""
    if chosen is Format.JSON:
        from accordingto.export import trace_json

        return trace_json.render(trace, readings)
    if chosen is Format.GRAPHML:
        from accordingto.export.travel_graphml import render_trace

        return render_trace(trace, readings)
    if chosen is Format.HTML:
        from accordingto.export.trace_html import page

        return page(trace, readings)
    from accordingto.export import trace_terminal

    return trace_terminal.render(trace, readings, width=width(to_terminal), colour=colour(to_terminal))
