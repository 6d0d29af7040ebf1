"""``accordingto estimates``."""

from __future__ import annotations

import typer

from accordingto.cli.claims import Own, lists

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@lists("estimates")
def estimates_command() -> Own:
    """List the numbers that reports put forward, each according to whom.

    A part and its total are two lines; a part names its total. An actor is with a number where the same statement names
    it.
    """
    return Own()
