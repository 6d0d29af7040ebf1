"""``accordingto events``."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.cli.claims import Own, lists

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@lists("events")
def events_command(
    *,
    types: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="Only this type: ASSAULT, COERCE … Repeatable.")
    ] = None,
    derived: Annotated[
        bool,
        typer.Option("--derived", help="Verbal events that are derived from acts, too; a type asked for comes anyway."),
    ] = False,
) -> Own:
    """List the events that reports claim, each according to whom.

    An event is listed as often as statements claim it, also inside a denial: read it together with the act and the
    commitment. Events that only repeat an act (an accusation, a demand) are left out unless asked for.
    """
    return Own(types=types, derived=derived)
