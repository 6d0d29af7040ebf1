"""``accordingto estimates``."""

from __future__ import annotations

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
def estimates_command(
    given: Given,
    *,
    actors: Actors = None,
    sources: Sources = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    acts: Acts = None,
    chosen: Chosen = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = 1,
    bom: Bom = False,
) -> None:
    """List the numbers that reports put forward, each according to whom.

    A part and its total are two lines; a part names its total. An actor is with a number where the same statement names
    it.
    """
    from accordingto.export.layers import Layer

    asked = wanted(actors, sources, places, since, until, acts)
    batch = batch_of(outlet, published, jobs)
    raise typer.Exit(Listing(Layer.ESTIMATES, asked).write(given, chosen, output, batch, bom=bom))
