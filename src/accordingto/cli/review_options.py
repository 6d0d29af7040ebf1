"""What the commands of ``accordingto review`` share: their group, in which role somebody decides, layers, where output goes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from accordingto.model.people import Role

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


class As(StrEnum):
    """In which role."""

    CODER = "coder"
    ADJUDICATOR = "adjudicator"


class Layer(StrEnum):
    """The layers that people decide on."""

    STATEMENTS = "statements"
    EVENTS = "events"
    ESTIMATES = "estimates"
    CONTROL = "control"
    PLACES = "places"


Acting = Annotated[
    As | None,
    typer.Option(
        "--role", help="In which role. An adjudicator's decision counts over those of coders. Default: coder."
    ),
]
Layers = Annotated[list[Layer] | None, typer.Option("--layer", help="Of this layer. Repeatable. Default: all layers.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why.")]


@app.callback()
def review() -> None:
    """Decide on what was read: accept, correct, reject, add what was missed; code twice, settle, export as gold.

    Decisions are only ever added. They are on a text, a layer and spans of the text, and are carried to what another model reads.
    """


def role_of(role: As | None) -> Role | None:
    """A role as the records have it."""
    from accordingto.model.people import Role

    return Role(role.value) if role else None
