"""``accordingto verify``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.output import writer
from accordingto.cli.progress import progress
from accordingto.cli.stores import DEFAULT, Db, Form

if TYPE_CHECKING:
    from accordingto.store.verify import Finding

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def verify(
    *,
    db: Db = DEFAULT,
    chosen: Annotated[
        Form | None, typer.Option("--format", "-f", help="Default: text on a terminal, jsonl in a pipe or a file.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """Recheck every hash, span and quotation in a store, and list what no longer matches.

    Captures are hashed again; texts, records and the rows made of them are compared with each other. Nothing is changed. The exit code
    is 3 where something no longer matches.
    """
    from accordingto.store.store import Store
    from accordingto.store.verify import findings, total

    form = chosen or (Form.TEXT if output is None and sys.stdout.isatty() else Form.JSONL)
    count = 0
    with Store.open(db, read_only=True) as store, writer(output) as write:
        size = total(store)
        with progress(size, shown=True, doing="verifying") as (advance, _):
            for finding in findings(store, advance):
                count += 1
                for piece in _lines(finding, form):
                    write(piece)
    say(f"{db}: {size} captures and reports checked; " + (f"{count} findings" if count else "all match"))
    sys.stdout.flush()
    raise typer.Exit(Exit.INTEGRITY if count else Exit.READ)


def _lines(finding: Finding, form: Form) -> Iterator[str]:
    from accordingto.export.jsonl import dumps
    from accordingto.pipeline.wording import one_line

    if form is Form.TEXT:
        yield f"{finding.kind:<10} {one_line(finding.where)}: {one_line(finding.what)}\n"
    else:
        yield dumps({"type": "finding", "kind": finding.kind, "where": finding.where, "what": finding.what}) + "\n"
