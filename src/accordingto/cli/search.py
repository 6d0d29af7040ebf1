"""``accordingto search``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.asked import Actors, Acts, Cases, Commitments, Outlets, Places, Since, Sources, Until, filters
from accordingto.cli.exits import say
from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.progress import progress
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.hits import Row
    from accordingto.store.filters import Filters
    from accordingto.store.find import Found, Target
    from accordingto.store.query import Phrase

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What hits are written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@app.command()
def search(
    query: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY",
            help='Words that must all be there; "words in a row"; begin*; one OR another; -without; (together). '
            "Case and accents do not count. None: whatever the options ask for, newest first.",
        ),
    ] = None,
    *,
    like: Annotated[
        str | None,
        typer.Option(
            metavar="SENTENCE",
            help="The statements that mean the most similar thing, nearest first; with QUERY and options, among those.",
        ),
    ] = None,
    sources: Sources = None,
    outlets: Outlets = None,
    acts: Acts = None,
    actors: Actors = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    commitments: Commitments = None,
    cases: Cases = None,
    reports: Annotated[
        bool, typer.Option("--reports", help="Find reports, by title and whole text, instead of statements.")
    ] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=10_000, help="How many to show at most.")] = 20,
    offset: Annotated[int, typer.Option(metavar="N", min=0, help="How many to pass over.")] = 0,
    db: Db = DEFAULT,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|jsonl|csv",
            help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    bom: Annotated[
        bool, typer.Option("--bom", help="Start CSV with a byte order mark, for spreadsheet programs.")
    ] = False,
) -> None:
    """Search a store: what was said, according to whom, by words, by who, where and when, and by meaning.

    How many there are is said on standard error. Nothing found is no failure. The first search by meaning makes
    the vectors that the store lacks.
    """
    from accordingto.store.find import Target

    target = Target.REPORTS if reports else Target.STATEMENTS
    if like is not None and reports:
        raise UsageError("--like finds statements; leave out --reports")
    asked = filters(
        sources=sources,
        outlets=outlets,
        acts=acts,
        actors=actors,
        places=places,
        since=since,
        until=until,
        commitments=commitments,
        cases=cases,
    )
    form = choice(chosen, output, other=Format.JSONL, terminal=Format.TEXT, pipe=Format.JSONL)
    found, rows = _search(db, query, like, asked, target, limit, offset)
    with writer(output) as write:
        for piece in _pieces(found, rows, target, form, bom=bom, to_terminal=output is None and sys.stdout.isatty()):
            write(piece)
    from accordingto.export.hits import summary

    say(summary(found, len(rows), target))


def _search(
    db: str, query: str | None, like: str | None, asked: Filters, target: Target, limit: int, offset: int
) -> tuple[Found, list[Row]]:
    from accordingto.export.hits import hit_rows
    from accordingto.store.find import find, rows
    from accordingto.store.query import parsed, phrases

    sought: tuple[Phrase, ...] = tuple(phrases(parsed(query), wanted=True)) if query is not None else ()
    if like is not None:
        _fill(db)
    with at(db, read_only=True) as store, store.looking() as connection:
        found: Found
        if like is not None:
            from accordingto.store.nearest import Asked, nearest

            wanted = Asked(_vector(like), query, asked)
            found = nearest(connection, store.url, wanted, limit=limit, offset=offset)
        else:
            found = find(connection, query, asked, target=target, limit=limit, offset=offset)
        return found, hit_rows(found, rows(connection, found, target), target, sought)


def _vector(sentence: str):  # type: ignore[no-untyped-def]  # numpy is not imported for --help
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences

    if not any(map(str.isalnum, sentence)):
        raise UsageError("--like needs a sentence with words in it")
    return SentenceEncoder(open_sentences()).vectors([sentence])[0]


def _fill(db: str) -> None:
    """Make the vectors that the store lacks."""
    from accordingto.store.vectors import missing

    with at(db, read_only=True) as store, store.looking() as connection:
        lacking = missing(connection)
    if lacking:
        _filled(db, lacking)


def _filled(db: str, lacking: int) -> None:
    from sqlalchemy.exc import DBAPIError

    from accordingto.export.wording import counted
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences
    from accordingto.store.vectors import fill

    say(f"making the vectors of {counted(lacking, 'statement')}; interrupted, the next search goes on")
    encoder = SentenceEncoder(open_sentences())
    try:
        with at(db) as store, progress(lacking, shown=True, doing="vectors") as (step, _):
            fill(store, encoder, step)
    except DBAPIError as error:
        say(
            f"the store cannot be written, so that {counted(lacking, 'statement')} cannot be found by meaning ({error.orig})"
        )


def _pieces(
    found: Found, rows: list[Row], target: Target, form: Format, *, bom: bool, to_terminal: bool
) -> Iterator[str]:
    from accordingto.export import hits

    if form is Format.JSONL:
        return hits.json_lines(rows, target)
    if form is Format.JSON:
        return iter([hits.json_whole(rows, target, found)])
    if form is Format.CSV:
        return hits.csv_lines(rows, target, bom=bom)
    return iter([hits.text(rows, target, width=width(to_terminal), colour=colour(to_terminal))])
