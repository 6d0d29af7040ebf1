"""``accordingto contradictions``."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from accordingto.cli.asked import Actors, Places, days, filters
from accordingto.cli.exits import say
from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.cli.stories import Since, Until
from accordingto.model import RelationKind, Slot

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What pairs are written as."""

    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


@app.command()
def contradictions(
    *,
    db: Db = DEFAULT,
    story: Annotated[
        str | None,
        typer.Option(
            "--story", metavar="ID", help="Only of this story: its id, or the id or address of a report in it."
        ),
    ] = None,
    actors: Actors = None,
    places: Places = None,
    slots: Annotated[
        list[Slot] | None,
        typer.Option(
            "--slot",
            metavar="actor|number|place|time|polarity|certainty|quote|control",
            help="Only where they differ in this. Repeatable.",
        ),
    ] = None,
    kinds: Annotated[
        list[RelationKind] | None,
        typer.Option(
            "--kind",
            metavar="contradicts|withdraws|updates|narrows|rewords|agrees|repeats",
            help="Pairs of statements that stand to each other in another way. Repeatable. Default: contradicts.",
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show at most.")] = 20,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="How many to pass over.")] = 0,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|jsonl|csv",
            help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List pairs of statements in a store that contradict each other: both sentences, both chains, and the slot that differs.

    The latest come first. Who is right is not said: two statements cannot both be so at one time, as far as their words go.
    How many there are in all is said on standard error.
    """
    from accordingto.export import pairs
    from accordingto.store.contradicting import Sought, contradictions, count

    with at(db, read_only=True) as store:
        meant = store.stories_named([story])[0] if story else None
        wanted = tuple(kinds or (RelationKind.CONTRADICTS,))
        span = days(since, until)
        sought = Sought(meant, filters(actors=actors, places=places), tuple(slots or ()), wanted, *span, limit, offset)
        with store.looking() as connection:
            found, total = contradictions(connection, sought), count(connection, sought)
    form = choice(chosen, output, other=Format.JSONL, terminal=Format.TEXT, pipe=Format.JSONL)
    to_terminal = output is None and sys.stdout.isatty()
    with writer(output) as write:
        if form is Format.TEXT:
            write(pairs.text(found, width=width(to_terminal), colour=colour(to_terminal)))
        else:
            for line in pairs.json_lines(found) if form is Format.JSONL else pairs.csv_lines(found):
                write(line)
    say(pairs.summary(len(found), total, wanted))
