"""``accordingto``: the entry point."""

from __future__ import annotations

from typing import Annotated

import typer

from accordingto import __version__
from accordingto.cli.lazy import LazyGroup

app = typer.Typer(
    name="accordingto",
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"accordingto {__version__}")
        raise typer.Exit


@app.callback()
def accordingto(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads conflict news and keeps, for every statement, according to whom."""


def main() -> None:
    """Run the command line."""
    app()
