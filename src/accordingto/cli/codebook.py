"""``accordingto codebook``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def codebook(
    added: Annotated[
        Path | None,
        typer.Option("--codebook", metavar="FILE", help="A codebook of your own, checked and taken in."),
    ] = None,
) -> None:
    """Print the codebook of events: types, modes, contexts, crosswalks.

    It is written as Markdown. A file of your own is checked first and taken in; without one, `codebook.toml` in the folder
    that ACCORDINGTO_DATA names is, where there is one.
    """
    from accordingto.export.codebook import codebook_page
    from accordingto.resources.codebook import chosen_codebook
    from accordingto.resources.events import open_codebook

    typer.echo(codebook_page(open_codebook(chosen_codebook(added))), nl=False)
