"""``accordingto schema``."""

from __future__ import annotations

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the JSON that accordingto writes.

    It is JSON Schema 2020-12 and fits one line of `--format jsonl` as well as the document of `--format json`.
    """
    import json

    from accordingto.export.schema import schema as built

    typer.echo(json.dumps(built(), indent=2, ensure_ascii=False))
