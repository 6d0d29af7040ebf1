"""``accordingto search``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.claims import known
from accordingto.cli.exits import say
from accordingto.cli.inputs import moment
from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.progress import progress
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import Act, Factuality, UsageError

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
    sources: Annotated[
        list[str] | None,
        typer.Option(
            "--source", metavar="NAME", help="Only according to this voice, anywhere in the chain. Repeatable."
        ),
    ] = None,
    outlets: Annotated[
        list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet. Repeatable.")
    ] = None,
    acts: Annotated[
        list[Act] | None,
        typer.Option(
            "--act", metavar="ACT", help="Only where the innermost voice does this: state, deny … Repeatable."
        ),
    ] = None,
    actors: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            metavar="NAME",
            help="Only with this actor taking part or named: by the report's words, the registry's names, or its id. "
            "Repeatable.",
        ),
    ] = None,
    places: Annotated[
        list[str] | None,
        typer.Option(
            "--place",
            metavar="NAME",
            help="Only naming this place or what lies in it: by the toponym, any name in the gazetteer, or its id. "
            "Repeatable.",
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="ISO", help="Only in reports published on or after that day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="ISO", help="Only in reports published on or before that day.")
    ] = None,
    commitments: Annotated[
        list[Factuality] | None,
        typer.Option(
            "--commitment",
            metavar="CT+|PR+|PS+|U|PS-|PR-|CT-",
            help="Only where the innermost voice commits itself so far. Repeatable.",
        ),
    ] = None,
    cases: Annotated[
        list[str] | None,
        typer.Option(
            "--case", metavar="NAME", help="Only in reports of this collection, by its whole name. Repeatable."
        ),
    ] = None,
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
    from accordingto.store.filters import Filters
    from accordingto.store.find import Target

    target = Target.REPORTS if reports else Target.STATEMENTS
    if like is not None and reports:
        raise UsageError("--like finds statements; leave out --reports")
    _named(sources, outlets, actors, places, cases)
    asked = Filters(
        tuple(sources or ()),
        tuple(outlets or ()),
        tuple(acts or ()),
        tuple(actors or ()),
        tuple(places or ()),
        *_days(since, until),
        tuple(commitments or ()),
        tuple(cases or ()),
        known(places),
    )
    form = choice(chosen, output, other=Format.JSONL, terminal=Format.TEXT, pipe=Format.JSONL)
    found, rows = _search(db, query, like, asked, target, limit, offset)
    with writer(output) as write:
        for piece in _pieces(found, rows, target, form, bom=bom, to_terminal=output is None and sys.stdout.isatty()):
            write(piece)
    from accordingto.export.hits import summary

    say(summary(found, len(rows), target))


def _named(*given: Sequence[str] | None) -> None:
    if not all(any(map(str.isalnum, name)) for names in given for name in names or ()):
        raise UsageError("a name to look for needs a letter or a number")


def _days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    from accordingto.model.days import first_day, last_day

    since, until = (moment(day) if day else None for day in (since, until))
    if since and until and first_day(since) > last_day(until):
        raise UsageError(f"--since {since} comes after --until {until}; nothing lies between")
    return since, until


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
