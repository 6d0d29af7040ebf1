"""``accordingto forget``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from accordingto.cli.exits import say
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import UsageError

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def forget(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT", help="Ids of reports, as accordingto reports lists them.")
    ],
    *,
    db: Db = DEFAULT,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; this alone stays, with the hashes of what was forgotten.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete reports for good: text, bytes, and all that was read from them.

    Hashes stay behind, so that what was forgotten is not taken in again. What other reports share with it stays.
    """
    _asked(len(reports), yes=yes)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with at(db) as store:
        for name in reports:
            gone = store.forget(name, at=now, reason=reason)
            say(f"{name} is forgotten")
            for place in gone.containers:
                say(f"{place}, which it was cut from, is kept and still holds it")


def _asked(count: int, *, yes: bool) -> None:
    """Ask whether it is meant.

    Raises:
        UsageError: where nobody can be asked, or the answer is no.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("this cannot be undone; say --yes where nobody can be asked")
    if not typer.confirm(f"Delete {count} report{'s' if count > 1 else ''} for good?", err=True):
        raise UsageError("nothing was forgotten")
