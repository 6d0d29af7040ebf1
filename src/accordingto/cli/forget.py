"""``accordingto forget``."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import say
from accordingto.cli.progress import progress
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.store.store import Store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def forget(
    reports: Annotated[
        list[str] | None, typer.Argument(metavar="REPORT", help="Ids of reports, as accordingto reports lists them.")
    ] = None,
    *,
    person: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Instead of reports, take a person out of all of them: every name of theirs becomes blocks, the reports are read "
            "anew, and their bytes are deleted.",
        ),
    ] = None,
    db: Db = DEFAULT,
    reason: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Why; this alone stays, with the hashes of what was forgotten.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete reports for good: text, bytes, and all that was read from them. Or take a person out of all reports.

    Hashes stay behind, so that what was forgotten is not taken in again. What other reports share with it stays. Decisions on a
    text that goes, go with it.
    """
    if (person is None) == (not reports):
        raise UsageError("name the reports to forget, or --person NAME")
    if person is not None:
        _person(db, person, reason, yes=yes)
        return
    _asked(f"Delete {_counted(len(reports or ()), 'report')} for good?", yes=yes)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with at(db) as store:
        for name in reports or ():
            gone = store.forget(name, at=now, reason=reason)
            say(f"{name} is forgotten")
            _log(store, name)
            for place in gone.containers:
                say(f"{place}, which it was cut from, is kept and still holds it")


def _log(store: Store, target: str | None, detail: dict[str, object] | None = None) -> None:
    """Note in the store's log that something was forgotten."""
    from accordingto.store.auditing import Action, log
    from accordingto.web.settings import login

    store.transact(
        lambda connection: log(connection, Action.FORGET, who=login(), via="command line", target=target, detail=detail)
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _person(db: str, name: str, reason: str | None, *, yes: bool) -> None:
    """Take a person out of every report that names them. Interrupted, the same command goes on."""
    from accordingto.pipeline.forgetting import Forgetting

    with at(db) as store:
        work = Forgetting(store)
        found = work.naming(name)
        if not found:
            say(f"no report in this store names {name}")
            return
        _asked(f"Take {name} out of {_counted(len(found), 'report')} for good?", yes=yes)
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with progress(len(found), shown=True, doing="forgetting") as (step, _):
            for report, places in work.take_out(name, found, at=now, reason=reason):
                for place in places:
                    say(f"{place}, which {report} was cut from, is kept and still names them")
                step()
        # not whom: a log that names them would be what is left of them
        _log(store, None, {"person": True, "reports": len(found)})
    say(f"{name} is taken out of {_counted(len(found), 'report')}; accordingto relate compares their stories anew")


def _asked(question: str, *, yes: bool) -> None:
    """Ask whether it is meant.

    Raises:
        UsageError: where nobody can be asked, or the answer is no.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("this cannot be undone; say --yes where nobody can be asked")
    if not typer.confirm(question, err=True):
        raise UsageError("nothing was forgotten")
