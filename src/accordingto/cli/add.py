"""``accordingto add``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.comparing import Each, Following, Relate
from accordingto.cli.exits import Exit, say
from accordingto.cli.inputs import STDIN, moment
from accordingto.cli.stores import DEFAULT, Db, at, shown
from accordingto.cli.taking import Format, Jobs, Patience, Rows, carry_out, crew
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.store.store import Store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files of text, HTML, PDF, Word, RTF; folders; tables (CSV, JSON Lines, Parquet); exports of Nexis and Factiva; "
            "WARC and WACZ archives; addresses of pages, feeds and sitemaps; - is standard input.",
        ),
    ],
    *,
    db: Db = DEFAULT,
    cases: Annotated[
        list[str] | None,
        typer.Option("--case", metavar="NAME", help="Put the reports into this collection. Repeatable."),
    ] = None,
    read: Annotated[
        bool,
        typer.Option(
            "--read/--no-read", help="Read what the reports say, or only clean and keep them; process reads them later."
        ),
    ] = True,
    lists: Annotated[
        bool,
        typer.Option("--list", help="The sources are lists of sources, one a line; - is a list on standard input."),
    ] = False,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet of all reports; wins over what they say.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="ISO", help="When all reports were published, as far as known; wins over what they say."),
    ] = None,
    text_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The column of a table that holds the texts. Default: told by usual names."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="ROLE=NAME",
            help="Another column of a table: title, outlet, published, url … Repeatable.",
        ),
    ] = None,
    jobs: Jobs = None,
    patience: Patience = 300,
    resume: Annotated[
        bool,
        typer.Option("--resume/--restart", help="Go on with a source that was left in the middle, or begin it anew."),
    ] = True,
    contact: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="An address of the web or of mail, told to every site that is asked."),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from loopback, private and link-local addresses too."),
    ] = False,
    relate: Relate = True,
    each: Each = False,
    chosen: Rows = Format.NONE,
) -> None:
    """Add reports to a store: gather, clean, read and keep them.

    The same command again changes nothing but what is new: the same bytes are kept once, and an article that its publisher
    changed becomes a new edition beside the old. Interrupted, it goes on where it stopped. What cannot be read is kept as a
    failure and stops nothing; the exit code tells.
    """
    from accordingto.capture.gather import Options
    from accordingto.pipeline.ingest import Intake, Plan
    from accordingto.store.listing import last_key

    options = Options(
        text_column=text_column,
        columns=_roles(columns or ()),
        as_list=lists,
        private_hosts=allow_private,
        contact=contact,
    )
    plan = Plan(options, outlet, moment(published) if published else None, tuple(cases or ()), read, resume)
    with at(db, create=True) as store, crew(jobs, patience) as workers:
        intake = Intake(store, workers, plan)
        with store.looking() as connection:
            before = last_key(connection)
        following = Following(store, workers, wanted=relate and read, each=each)
        taken = (following.through(intake.take(_whole(source))) for source in sources)
        code = carry_out(taken, db=shown(db), chosen=chosen)
        _say_copies(store, before)
        if code is not Exit.INTERRUPTED:
            code = max(code, following.finish())
    raise typer.Exit(code)


def _say_copies(store: Store, before: int) -> None:
    """How many of the reports kept since repeat others; somebody else may have added some of them meanwhile."""
    from accordingto.store.listing import copies_since

    with store.looking() as connection:
        found = copies_since(connection, before)
    if found:
        say("of the new reports share text with others: " + ", ".join(f"{n:,} {kind}" for kind, n in found.items()))


def _whole(source: str) -> str:
    """A source as the store notes it: with its whole path, since a store outlives the folder that it was filled from."""
    return source if source == STDIN or "://" in source else os.path.abspath(source)


def _roles(given: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Columns as they are given, (role, name).

    Raises:
        UsageError: where one is not written as ROLE=NAME.
    """
    pairs = [one.partition("=") for one in given]
    for role, equals, name in pairs:
        if not (role and equals and name):
            raise UsageError(f"--column {role}{equals}{name}: write it as ROLE=NAME, for instance title=Headline")
    return tuple((role, name) for role, _, name in pairs)
