"""``accordingto process``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from accordingto.cli.exits import say
from accordingto.cli.stores import DEFAULT, Db, at, shown
from accordingto.cli.taking import Format, Jobs, Patience, Rows, carry_out, crew

if TYPE_CHECKING:
    from accordingto.store.store import Store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def process(
    *,
    db: Db = DEFAULT,
    jobs: Jobs = None,
    patience: Patience = 300,
    chosen: Rows = Format.NONE,
) -> None:
    """Bring a store up to date: read what is unread, and do anew what newer rules or words would do otherwise.

    A report is read again only if the model, the lexicons, the registry of actors, the gazetteer or the program differ from
    those that read it, and cleaned again only if the rules of cleaning do. Ids and people's reviews stay. Interrupted, it goes
    on where it stopped. Stories of what was read anew are then compared by relate.
    """
    from accordingto.pipeline.process import Processing

    with at(db) as store, crew(jobs, patience) as workers:
        code = carry_out([Processing(store, workers).run()], db=shown(db), chosen=chosen)
        _say_uncompared(store)
    raise typer.Exit(code)


def _say_uncompared(store: Store) -> None:
    """How many stories have to be compared anew."""
    from accordingto.export.wording import counted
    from accordingto.store.storying import uncompared

    with store.looking() as connection:
        found = uncompared(connection)
    if found:
        say(f"{counted(found, 'story', 'stories')} to be compared: accordingto relate")
