"""``accordingto places``."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.cli.claims import Own, lists

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@lists("places")
def places_command(
    *,
    demonyms: Annotated[
        bool, typer.Option("--demonyms", help="Adjectives and peoples that point at a place, too: Syrian, Kurdish.")
    ] = False,
) -> Own:
    """List the places that reports name: where they are, and according to whom.

    A place is listed as often as it is named. The time of a place is that of what is claimed to happen there; an actor is
    with a place where the same statement names both.
    """
    return Own(demonyms=demonyms)
