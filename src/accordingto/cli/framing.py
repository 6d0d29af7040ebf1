"""``accordingto framing``."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.inputs import reports
from accordingto.cli.output import choice, colour, width, writer
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.compare.framing import Framing, Words
    from accordingto.pipeline.reading import Reading
    from accordingto.store.listing import Wanted
    from accordingto.store.store import Store

    Span = tuple[str | None, str | None]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Format(StrEnum):
    """What framing is written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class Only(StrEnum):
    """What is counted."""

    NAMES = "names"
    VERBS = "verbs"
    ACTS = "acts"


@app.command()
def framing(
    actor: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR",
            help="An actor or a place by a name or an id, or a part of a name as reports have it; or a type of event in "
            "capitals, such as ASSAULT.",
        ),
    ],
    given: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT", help="Files of text or HTML, or folders of them; - is standard input. Default: the store."
        ),
    ] = None,
    *,
    also: Annotated[
        list[str] | None, typer.Option("--also", metavar="NAME", help="Another name of the same. Repeatable.")
    ] = None,
    db: Db = DEFAULT,
    story: Annotated[
        str | None,
        typer.Option(
            "--story",
            metavar="ID",
            help="Only this story of the store: its id, or the id or address of a report in it.",
        ),
    ] = None,
    case: Annotated[str | None, typer.Option("--case", metavar="NAME", help="Only reports of this collection.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", "--from", metavar="ISO", help="Only published on or after that day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", "--to", metavar="ISO", help="Only published on or before that day.")
    ] = None,
    outlet: Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet.")] = None,
    only: Annotated[
        list[Only] | None,
        typer.Option("--only", metavar="names|verbs|acts", help="Count these alone. Repeatable. Default: all three."),
    ] = None,
    least: Annotated[int, typer.Option("--least", metavar="N", min=1, help="Only words used as often as this.")] = 1,
    examples: Annotated[
        int, typer.Option("--examples", metavar="N", min=0, help="Examples of each word; text shows one at most.")
    ] = 3,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|csv",
            help="Default: by the ending of FILE; else text on a terminal, json in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the reading of files.")] = 1,
) -> None:
    """Count the words that each outlet uses for an actor, a place or a kind of act: headline, body, source.

    Names are counted with those that a report itself shows to mean the same, and the words that it puts where another report has
    the name in the same sentence; with them the verbs that give the actor's own words (said, claimed, admitted) and the words for
    what it does (strike, raid, massacre). Body means the outlet's own voice; source what any voice below the outlet says, quoted
    or reported. Of a report that changed, the newest edition counts.
    """
    from accordingto.pipeline.framing import framing as count

    done = Exit.READ
    if given:
        if story or case or since or until:
            raise UsageError("--story, --case, --since and --until choose in a store; leave them out, or the files")
        readings, done = _read(given, output, jobs)
        found = count(_of_outlet(readings, outlet), actor, also=also or (), most=examples)
    else:
        from accordingto.store.listing import Wanted

        span = _days(since, until)
        with at(db, read_only=True) as store:
            within = set(store.story(store.stories_named([story])[0]).reports) if story else None
            found = count(
                _kept(store, Wanted(outlet, case, *span, newest=True), within), actor, also=also or (), most=examples
            )
    words = [one for one in found.words if one.times >= least and (not only or _ONLY[one.kind] in only)]
    made = _rendered(found, words, _format(chosen, output), output, examples=examples > 0)
    with writer(output) as write:
        for part in made:
            write(part)
    if not found.words:
        say(f"no report of {found.looked:,} has “{actor}”; accordingto actors lists whom reports name")
    raise typer.Exit(done)


_ONLY = {"name": Only.NAMES, "instead": Only.NAMES, "verb": Only.VERBS, "act": Only.ACTS}


def _read(given: list[str], output: Path | None, jobs: int) -> tuple[list[Reading], Exit]:
    """Read files; those that cannot be read are told of and left out."""
    from accordingto.cli.read import Batch

    batch = Batch(jobs=jobs)
    found = list(batch.read(reports(given, leave_out=output)))
    if not found:
        say("no report could be read, so there is nothing to count")
        raise typer.Exit(batch.exit or Exit.FAILED)
    return found, batch.exit


def _of_outlet(readings: Iterable[Reading], outlet: str | None) -> Iterator[Reading]:
    from accordingto.compare.accounts import outlet_of

    return (one for one in readings if outlet is None or outlet_of(one).lower() == outlet.lower())


def _kept(store: Store, wanted: Wanted, within: Collection[str] | None) -> Iterator[Reading]:
    """The readings of a store that are asked for, one at a time; reports that are not read yet are told of."""
    from accordingto.export.wording import counted
    from accordingto.store.listing import report_rows

    with store.looking() as connection:
        rows = [(row["id"], row["read"]) for row in report_rows(connection, wanted)]
    rows = [(report, read) for report, read in rows if within is None or report in within]
    unread = sum(not read for _, read in rows)
    if unread:
        say(f"{counted(unread, 'report')} not read yet and left out: accordingto process reads what is unread")
    for report, read in rows:
        if read:
            yield store.reading(report)


def _days(since: str | None, until: str | None) -> Span:
    """The first and the last day that are asked for.

    Raises:
        UsageError: where one is none, or the last comes before the first.
    """
    from accordingto.cli.asked import days
    from accordingto.model.days import first_day, last_day

    since, until = days(since, until)
    return first_day(since) if since else None, last_day(until) if until else None


def _format(chosen: Format | None, output: Path | None) -> Format:
    """The format asked for, else that of the file's ending, else text on a terminal and JSON elsewhere."""
    return choice(chosen, output, other=Format.TEXT, terminal=Format.TEXT, pipe=Format.JSON)


def _rendered(
    found: Framing, words: Sequence[Words], form: Format, output: Path | None, *, examples: bool
) -> Iterable[str]:
    """Framing in a format; the modules of the others stay closed."""
    if form is Format.TEXT:
        from accordingto.export import framing_terminal

        to_terminal = output is None and sys.stdout.isatty()
        return [
            framing_terminal.render(
                found, words, width=width(to_terminal), colour=colour(to_terminal), examples=examples
            )
        ]
    from accordingto.export import framing_rows

    return [framing_rows.render(found, words)] if form is Format.JSON else framing_rows.lines(words)
