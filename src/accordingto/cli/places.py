"""``accordingto places``."""

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
def places_command(
    given: Given,
    *,
    actors: Actors = None,
    sources: Sources = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    acts: Acts = None,
    demonyms: Annotated[
        bool, typer.Option("--demonyms", help="Adjectives and peoples that point at a place, too: Syrian, Kurdish.")
    ] = False,
    chosen: Chosen = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = 1,
    bom: Bom = False,
) -> None:
    """List the places that reports name: where they are, and according to whom.

    A place is listed as often as it is named. The time of a place is that of what is claimed to happen there; an actor is
    with a place where the same statement names both.
    """
    from accordingto.export.layers import Layer

    asked = wanted(actors, sources, places, since, until, acts, demonyms=demonyms)
    batch = batch_of(outlet, published, jobs)
    raise typer.Exit(Listing(Layer.PLACES, asked).write(given, chosen, output, batch, bom=bom))
