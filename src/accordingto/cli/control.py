"""``accordingto control``."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto.cli.claims import Own, lists
from accordingto.model import ControlStatus

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
@lists("control")
def control_command(
    *,
    statuses: Annotated[
        list[ControlStatus] | None,
        typer.Option("--status", help="Only where the party stands so to the place. Repeatable."),
    ] = None,
) -> Own:
    """List who is said to hold, contest, besiege, gain, lose or leave which place, each according to whom.

    What a modifier only presupposes ("Front-held territory") is marked so.
    """
    return Own(types=statuses)
