"""What the commands that list one layer share: their options, and the listing itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from accordingto.cli.asked import Acts, Sources, days, named
from accordingto.cli.exits import Exit, say
from accordingto.cli.inputs import moment, reports
from accordingto.cli.output import choice, colour, width
from accordingto.cli.read import Batch
from accordingto.model import Act, UsageError

if TYPE_CHECKING:
    from accordingto.export.layers import Layer
    from accordingto.export.select import Wanted
    from accordingto.export.wording import Failed
    from accordingto.pipeline.reading import Reading


class Format(StrEnum):
    """What a listing is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


Given = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT", help="Files of text or HTML; folders, searched for .txt, .html and .htm; - is standard input."
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Only with this actor in it: by the report's words, its name there, or the registry's name and aliases. "
        "Repeatable.",
    ),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Only there: by the toponym, any name in the gazetteer, its administrative area or its country. Repeatable.",
    ),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="ISO", help="Only what can be on or after that day; what has no time is left out."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="ISO", help="Only what can be on or before that day; what has no time is left out."),
]
Chosen = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        metavar="text|json|jsonl|csv|geojson",
        help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of all reports; wins over what they say.")]
Published = Annotated[
    str | None,
    typer.Option(metavar="ISO", help="When all reports were published, as far as known; wins over what they say."),
]
Jobs = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the work.")]
Bom = Annotated[bool, typer.Option("--bom", help="Start CSV with a byte order mark, for spreadsheet programs.")]


@dataclass
class Listing:
    """Records of one layer that are asked for, out of reports read with the same settings."""

    layer: Layer
    wanted: Wanted
    untimed: int = 0
    """How many were left out only because they have no time."""

    def write(
        self, given: list[str], chosen: Format | None, output: Path | None, batch: Batch, *, bom: bool = False
    ) -> Exit:
        """Read, write and report; gives the exit code."""
        form = format_of(chosen, output)
        if form is Format.GEOJSON and self.layer == "actors":
            raise UsageError("actors have no place of their own; write events or places as geojson, with --actor NAME")
        paths = reports(given, leave_out=output)
        to_terminal = output is None and sys.stdout.isatty()
        code = batch.write(paths, output, lambda items: self._pieces(items, form, bom=bom, to_terminal=to_terminal))
        if self.untimed:
            from accordingto.export.terminal_tables import NOUNS
            from accordingto.export.wording import counted

            say(f"{counted(self.untimed, *NOUNS[self.layer])} without a time left out")
        return code

    def _pieces(
        self, items: Iterable[Reading | Failed], form: Format, *, bom: bool, to_terminal: bool
    ) -> Iterator[str]:
        """What to write, in pieces; the modules of the other formats stay closed."""
        found = self._selected(items)
        if form is Format.JSONL:
            from accordingto.export.jsonl import layer_lines

            return layer_lines(found, self.layer)
        if form is Format.JSON:
            from accordingto.export.json import layer_chunks

            return layer_chunks(found, self.layer)
        if form is Format.CSV:
            from accordingto.export.csv_layers import layer_lines as rows

            return rows(found, self.layer, bom=bom)
        if form is Format.GEOJSON:
            from accordingto.export import geojson

            return geojson.chunks(found, self.layer)
        from accordingto.export import terminal_tables

        return terminal_tables.chunks(found, self.layer, width=width(to_terminal), colour=colour(to_terminal))

    def _selected(self, items: Iterable[Reading | Failed]) -> Iterator[Reading | Failed]:
        from accordingto.export.select import select
        from accordingto.pipeline.reading import Reading

        for item in items:
            if isinstance(item, Reading):
                found, untimed = select(item, self.layer, self.wanted)
                self.untimed += untimed
                yield found
            else:
                yield item


def format_of(given: Format | None, output: Path | None) -> Format:
    """The format asked for, else that of the output's ending, else text on a terminal and JSON Lines elsewhere."""
    return choice(given, output, other=Format.JSONL, terminal=Format.TEXT, pipe=Format.JSONL)


@dataclass(frozen=True)
class Own:
    """What the options ask for that only one listing command has."""

    types: Sequence[str] | None = None
    derived: bool = False
    demonyms: bool = False


def lists(layer: str) -> Callable[[Callable[..., Own]], Callable[..., None]]:
    """Make a function of a command's own options the whole command: the options of all listings stand around them."""

    def made(own: Callable[..., Own]) -> Callable[..., None]:
        mine = signature(own, eval_str=True).parameters

        def command(given: list[str], **options: Any) -> None:
            asked = own(**{name: options.pop(name) for name in mine})
            _list(layer, asked, given, **options)

        _, _, *shared = signature(_list, eval_str=True).parameters.values()
        behind = [parameter.name for parameter in shared].index("chosen")
        every: list[Parameter] = [*shared[:behind], *mine.values(), *shared[behind:]]
        command.__signature__ = Signature(every, return_annotation=None)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
        command.__name__, command.__doc__ = own.__name__, own.__doc__
        return command

    return made


def _list(
    layer: str,
    own: Own,
    given: Given,
    *,
    actors: Actors = None,
    sources: Sources = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    acts: Acts = None,
    chosen: Chosen = None,
    output: Output = None,
    outlet: Outlet = None,
    published: Published = None,
    jobs: Jobs = 1,
    bom: Bom = False,
) -> None:
    from accordingto.export.layers import Layer

    asked = wanted(actors, sources, places, since, until, acts, own)
    batch = Batch(outlet, moment(published) if published else None, jobs)
    raise typer.Exit(Listing(Layer(layer), asked).write(given, chosen, output, batch, bom=bom))


def wanted(
    actors: Sequence[str] | None,
    sources: Sequence[str] | None,
    places: Sequence[str] | None,
    since: str | None,
    until: str | None,
    acts: Sequence[Act] | None,
    own: Own,
) -> Wanted:
    """What the options ask for.

    Raises:
        UsageError: where a name is empty, a day is none, or the last comes before the first.
    """
    from accordingto.export.select import Wanted
    from accordingto.resources.gazetteer.known import known

    named(actors, sources, places)
    return Wanted(
        tuple(actors or ()),
        tuple(sources or ()),
        tuple(places or ()),
        *days(since, until),
        frozenset(acts or ()),
        frozenset(name.casefold() for name in own.types or ()),
        own.derived,
        own.demonyms,
        known(places),
    )
