"""``accordingto editions``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.output import colour, width, writer
from accordingto.cli.stores import DEFAULT, Db, Rows, at, rows_wanted

if TYPE_CHECKING:
    from accordingto.export.editions import Edition
    from accordingto.store.listing import Article, Stored
    from accordingto.store.store import Store

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def editions(
    named: Annotated[
        str | None,
        typer.Argument(
            metavar="REPORT", help="The address of an article, or the id of one of its editions. Default: list all."
        ),
    ] = None,
    *,
    db: Db = DEFAULT,
    everything: Annotated[
        bool, typer.Option("--all", help="Show what changed in all articles, instead of listing them.")
    ] = False,
    chosen: Rows = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
) -> None:
    """List the articles of a store that have several editions, and show what changed from one to the next.

    Sentences are compared word by word, old and new side by side; below stand the statements that came, went or changed.
    """
    from accordingto.store.listing import article, articles

    plain = rows_wanted(chosen, output)
    with at(db, read_only=True) as store, writer(output) as write:
        with store.looking() as connection:
            found = [article(connection, named)] if named else articles(connection)
        if named or everything:
            _shown(store, found, write, plain=plain, to_terminal=output is None and sys.stdout.isatty())
        else:
            _listed(store, found, write, plain=plain)


def _listed(store: Store, found: list[Article], write: Callable[[str], object], *, plain: bool) -> None:
    from accordingto.export.jsonl import dumps
    from accordingto.export.wording import counted
    from accordingto.pipeline.wording import one_line

    for one in found:
        held = _stored(store, one)
        title = store.report(held[-1].report).title
        if plain:
            reports = [{"report": edition.report, "edition": edition.number, "seen": edition.seen} for edition in held]
            row = {
                "type": "article",
                "address": one.address,
                "title": title.value if title else None,
                "editions": reports,
            }
            write(dumps(row) + "\n")
        else:
            write(f"{counted(one.editions, 'edition')}  {one_line(title.value) if title else '(no title)'}\n")
            write(f"            {one_line(one.address)}\n")
    if not found and not plain:
        write("no article with several editions\n")


def _shown(
    store: Store, found: list[Article], write: Callable[[str], object], *, plain: bool, to_terminal: bool
) -> None:
    from accordingto.compare.editions import revision
    from accordingto.export.editions import line
    from accordingto.export.editions_terminal import render

    for one in found:
        held = [_edition(store, stored) for stored in _stored(store, one)]
        if len(held) == 1 and not plain:
            write(f"{one.address} has one edition: {held[0].account.report.id}\n")
        for old, new in pairwise(held):
            made = revision(old.account, new.account)
            if plain:
                write(line(one.address, old, new, made))
            else:
                size, paint = width(to_terminal), colour(to_terminal)
                write(render(one.address, old, new, made, width=size, colour=paint) + "\n")


def _stored(store: Store, one: Article) -> list[Stored]:
    from accordingto.store.listing import editions as held

    with store.looking() as connection:
        return list(held(connection, one.key))


def _edition(store: Store, stored: Stored) -> Edition:
    from accordingto.compare.accounts import Bare
    from accordingto.export.editions import Edition
    from accordingto.model import UsageError

    try:
        return Edition(store.reading(stored.report), stored.number, stored.seen)
    except UsageError:
        return Edition(Bare(store.report(stored.report)), stored.number, stored.seen, read=False)
