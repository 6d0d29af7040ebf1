"""``accordingto failures``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from accordingto.cli.output import writer
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def failures(
    *,
    db: Db = DEFAULT,
    chosen: Rows = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List what could not be taken into a store, and why.

    What is read after all, because it was mended or a newer version reads it, leaves the list.
    """
    from accordingto.export.jsonl import dumps
    from accordingto.export.wording import counted
    from accordingto.pipeline.wording import one_line
    from accordingto.store.listing import failure_rows

    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, store.looking() as connection, writer(output) as write:
        count = 0
        for row in failure_rows(connection):
            count += 1
            write(
                dumps({"type": "failure", **row}) + "\n"
                if plain
                else f"{row['error']}  {one_line(row['where'])}\n    {one_line(row['message'])}\n"
            )
        if not plain and sys.stdout.isatty():
            write(counted(count, "failure") + "\n")
