"""``accordingto events``."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.cli.claims import (
    Actors,
    Acts,
    Bom,
    Chosen,
    Given,
    Jobs,
    Listing,
    Outlet,
    Output,
    Places,
    Published,
    Since,
    Sources,
    Until,
    batch_of,
    wanted,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def events_command(
    given: Given,
    *,
    actors: Actors = None,
    sources: Sources = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    acts: Acts = None,
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only this type: ASSAULT, COERCE … Repeatable.")
    ] = None,
    derived: Annotated[
        bool,
        typer.Option("--derived", help="Verbal events that are derived from acts, too; a type asked for comes anyway."),
    ] = False,
    chosen: Chosen = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = 1,
    bom: Bom = False,
) -> None:
    """List the events that reports claim, each according to whom.

    An event is listed as often as statements claim it, also inside a denial: read it together with the act and the
    commitment. Events that only repeat an act (an accusation, a demand) are left out unless asked for.
    """
    from accordingto.export.layers import Layer

    asked = wanted(actors, sources, places, since, until, acts, types=types, derived=derived)
    batch = batch_of(outlet, published, jobs)
    raise typer.Exit(Listing(Layer.EVENTS, asked).write(given, chosen, output, batch, bom=bom))
