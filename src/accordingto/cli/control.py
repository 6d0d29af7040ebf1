"""``accordingto control``."""

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
from accordingto.model import ControlStatus

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def control_command(
    given: Given,
    *,
    actors: Actors = None,
    sources: Sources = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    acts: Acts = None,
    statuses: Annotated[
        list[ControlStatus] | None,
        typer.Option("--status", help="Only where the party stands so to the place. Repeatable."),
    ] = None,
    chosen: Chosen = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = 1,
    bom: Bom = False,
) -> None:
    """List who is said to hold, contest, besiege, gain, lose or leave which place, each according to whom.

    What a modifier only presupposes ("Front-held territory") is marked so.
    """
    from accordingto.export.layers import Layer

    asked = wanted(actors, sources, places, since, until, acts, types=statuses)
    batch = batch_of(outlet, published, jobs)
    raise typer.Exit(Listing(Layer.CONTROL, asked).write(given, chosen, output, batch, bom=bom))
