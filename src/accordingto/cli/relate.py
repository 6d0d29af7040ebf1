"""``accordingto relate``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.comparing import compare_stories
from accordingto.cli.output import writer
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.cli.taking import Format, Jobs, Patience, Rows, crew

if TYPE_CHECKING:
    from accordingto.pipeline.relating import Compared

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def relate(
    named: Annotated[
        list[str] | None,
        typer.Argument(metavar="STORY", help="Only these: ids of stories or of reports. Default: all that changed."),
    ] = None,
    *,
    db: Db = DEFAULT,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Compare all stories anew, also those whose reports did not change."),
    ] = False,
    jobs: Jobs = None,
    patience: Patience = 300,
    chosen: Rows = Format.NONE,
) -> None:
    """Compare the reports of each story: who took what from whom, who contradicts whom, how many origins stand behind it.

    Only stories that got reports since they were last compared are; add and watch do the same for what they keep, unless told not to.
    Interrupted, it goes on where it stopped. A text that many outlets print unchanged is compared once.
    """
    from accordingto.pipeline.relating import Relating

    with at(db) as store, crew(jobs, patience) as workers, writer(None) as write:
        if everything or named:
            store.mark_stories(None if everything else store.stories_named(named or ()))
        work = Relating(store, workers)
        found = work.these(store.stories_named(named)) if named else work.changed()
        told = (lambda one: write(row(one))) if chosen is Format.JSONL else None
        code = compare_stories(found, told)
    raise typer.Exit(code)


def row(one: Compared) -> str:
    """What became of a story, as one line of JSON."""
    from accordingto.export.jsonl import dumps

    made = {
        "type": "compared",
        "story": one.story,
        "reports": one.reports,
        "contradictions": one.contradictions,
        "kept": one.kept,
        "error": type(one.error).__name__ if one.error else None,
        "message": str(one.error) if one.error else None,
    }
    return dumps(made) + "\n"
