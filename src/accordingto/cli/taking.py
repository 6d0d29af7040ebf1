"""How far taking reports into a store is, on standard error; and what became of them at the end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.output import writer
from accordingto.model import UsageError
from accordingto.model.protocols import Kept

if TYPE_CHECKING:
    from accordingto.pipeline.ingest import Taken
    from accordingto.pipeline.tally import Tally
    from accordingto.pipeline.workers import Workers


class Format(StrEnum):
    """What standard output gets."""

    NONE = "none"
    JSONL = "jsonl"


Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Processes that share the work. Default: one a core, as far as memory reaches."
    ),
]
Patience = Annotated[
    float,
    typer.Option("--give-up-after", metavar="SECONDS", min=1, help="Seconds of computing that one report may take."),
]
Rows = Annotated[
    Format,
    typer.Option("--format", "-f", metavar="none|jsonl", help="With jsonl, standard output gets a line for each item."),
]
EVERY = 10.0
"""Seconds between two lines of progress where standard error is no terminal."""
MANY = 5
"""Reasons for passing over that a summary names."""
_WORDS = {
    Kept.NEW: ("new report", "new reports"),
    Kept.EDITION: ("new edition", "new editions"),
    Kept.EXTRACTION: ("cleaned anew", "cleaned anew"),
    Kept.REREAD: ("read", "read"),
    Kept.SEEN: ("seen again", "seen again"),
    Kept.KNOWN: ("known already", "known already"),
}


def crew(jobs: int | None, patience: float) -> Workers:
    """The processes that share the work; a context manager."""
    from accordingto.pipeline.workers import Workers, default_jobs

    return Workers(jobs or default_jobs(), seconds=patience)


def carry_out(sources: Iterable[Iterable[Taken]], *, db: str, chosen: Format) -> Exit:
    """Take in what comes, show how far it is, and say at the end what became of it; gives the exit code.

    Args:
        sources: for each source what becomes of its items; one that cannot be carried out as asked stops none after it.
        db: the store, as messages name it.
        chosen: what standard output gets.
    """
    from sqlalchemy.exc import DBAPIError

    from accordingto.pipeline.tally import Tally

    tally, unusable = Tally(), False
    try:
        with shown(lambda: line(tally)) as show, writer(None) as write:
            for source in sources:
                unusable |= not _taken(source, tally, show, write if chosen is Format.JSONL else None)
    except KeyboardInterrupt:
        say(f"interrupted: {counts(tally)}; the report under way was left out whole")
        say("the same command goes on where it stopped")
        return Exit.INTERRUPTED
    except DBAPIError as error:
        say(f"{db} cannot be written: {error.orig}; {counts(tally)} before that")
        say("see to space and rights, then the same command goes on where it stopped")
        return Exit.FAILED
    code = summary(tally, db)
    return Exit.USAGE if unusable else code


def _taken(
    source: Iterable[Taken], tally: Tally, show: Callable[[], None], write: Callable[[str], object] | None
) -> bool:
    """Count the items of a source and write them down; gives whether it could be carried out."""
    try:
        for one in source:
            tally.add(one)
            show()
            if write:
                write(row(one))
    except UsageError as error:
        say(str(error))
        return False
    return True


@contextmanager
def shown(told: Callable[[], str]) -> Iterator[Callable[[], None]]:
    """Show how far something is; gives a function to call when it has gone on.

    A line that renews itself on a terminal, elsewhere a plain line every few seconds.
    """
    if not sys.stderr.isatty():
        yield _lines(told)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("")
        yield lambda: bar.update(task, description=_escaped(told()))


def _escaped(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _lines(told: Callable[[], str]) -> Callable[[], None]:
    last = time.monotonic()

    def show() -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            say(told())

    return show


def line(tally: Tally) -> str:
    """The tally in one line."""
    return f"{counts(tally)} · {tally.rate:.1f}/s · {_short(tally.at)}"


def counts(tally: Tally) -> str:
    """``12 new reports, 3 known already, 1 failed``."""
    parts = [f"{tally.kept[kind]:,} {_WORDS[kind][tally.kept[kind] != 1]}" for kind in Kept if tally.kept[kind]]
    failed, skipped = tally.failed.total(), tally.skipped.total()
    parts += [f"{failed:,} failed"] if failed else []
    parts += [f"{skipped:,} passed over"] if skipped else []
    return ", ".join(parts) or "nothing yet"


_LONGEST = 60
"""Characters of a place that a line of progress shows: its end tells more than its start."""


def _short(where: str) -> str:
    return where if len(where) <= _LONGEST else "…" + where[-_LONGEST:]


def summary(tally: Tally, url: str) -> Exit:
    """Say what became of everything; gives the exit code."""
    seconds = tally.seconds
    rate = f" ({tally.rate:.1f} a second)" if seconds >= 1 else ""
    read = f", {tally.statements:,} statements" if tally.statements else ""
    say(f"{counts(tally).replace('nothing yet', 'nothing to take in')}{read} in {_spent(seconds)}{rate}")
    if tally.skipped:
        named = ", ".join(f"{count:,} {reason}" for reason, count in tally.skipped.most_common(MANY))
        rest = "" if len(tally.skipped) <= MANY else ", …"
        say(f"passed over, being no reports: {named}{rest}")
    for kind, count in tally.failed.most_common():
        for where, message in tally.failures[kind]:
            say(f"{kind}: {_told(where, message)}")
        if count > len(tally.failures[kind]):
            say(f"{kind}: {count - len(tally.failures[kind]):,} more")
    if tally.failed:
        say(f"all that failed: accordingto failures --db {url}")
    return Exit.FAILED if tally.failed else Exit.READ


def _told(where: str, message: str) -> str:
    return message if message.startswith(where) else f"{where}: {message}"


def _spent(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def row(taken: Taken) -> str:
    """What became of an item, as one line of JSON."""
    made = {
        "type": "taken",
        "where": taken.where,
        "position": taken.position,
        "kept": taken.kept.value if taken.kept else None,
        "report": taken.report,
        "previous": taken.previous,
        "title": taken.title,
        "statements": taken.statements,
        "error": type(taken.error).__name__ if taken.error else None,
        "message": str(taken.error) if taken.error else None,
        "skipped": taken.skipped,
    }
    from accordingto.export.jsonl import dumps

    return dumps(made) + "\n"
