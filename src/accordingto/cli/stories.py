"""``accordingto stories``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from accordingto.cli.asked import Actors, Places, days, filters
from accordingto.cli.exits import say
from accordingto.cli.output import width, writer
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted
from accordingto.cli.taking import shown

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Since = Annotated[
    str | None,
    typer.Option("--since", "--from", metavar="ISO", help="Only with reports published on or after that day."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", "--to", metavar="ISO", help="Only with reports published on or before that day."),
]


@app.command()
def stories(
    *,
    db: Db = DEFAULT,
    actors: Actors = None,
    places: Places = None,
    case: Annotated[
        str | None, typer.Option("--case", metavar="NAME", help="Only with reports of this collection.")
    ] = None,
    since: Since = None,
    until: Until = None,
    rebuilt: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help="First group all reports of the store anew, in the order of publication: what comes out does not depend on the "
            "order in which they came. Interrupted, it goes on.",
        ),
    ] = False,
    several: Annotated[bool, typer.Option("--several", help="Only stories that several reports tell.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show at most.")] = 20,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="How many to pass over.")] = 0,
    chosen: Rows = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List the stories in a store, the latest first: how many reports and outlets tell each, and how often they contradict.

    How many there are in all is said on standard error.
    """
    from accordingto.export import stories_listing
    from accordingto.store.storying import Asked, count, listed, uncompared

    if rebuilt:
        _rebuild(db)
    asked = Asked(filters(actors=actors, places=places), case, *days(since, until), several, limit, offset)
    with at(db, read_only=True) as store, store.looking() as connection:
        rows, total, waiting = listed(connection, asked), count(connection, asked), uncompared(connection)
    plain = rows_wanted(chosen, output)
    with writer(output) as write:
        write(
            stories_listing.json_lines(rows)
            if plain
            else stories_listing.text(rows, width=width(output is None and sys.stdout.isatty()))
        )
    say(stories_listing.summary(len(rows), total, waiting))


def _rebuild(db: str) -> None:
    """Group all reports anew, and say what became of the stories."""
    from accordingto.export.wording import counted
    from accordingto.store.regrouping import rebuild

    told = "grouping"

    def tell(done: int, total: int) -> None:
        nonlocal told
        told = f"grouping: {done:,} of {total:,} steps"
        show()

    with at(db) as store, shown(lambda: told) as show:
        made = rebuild(store, tell)
    what = f"{counted(made.reports, 'report')} in {counted(made.stories, 'story', 'stories')}"
    say(f"{what}; {made.merged:,} ids lead to another story now, {made.split:,} are new")
