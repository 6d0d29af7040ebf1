"""``accordingto export``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.asked import Actors, Acts, Cases, Commitments, Outlets, Places, Since, Sources, Until, filters
from accordingto.cli.exits import say
from accordingto.cli.progress import progress
from accordingto.cli.stores import DEFAULT, Db, at
from accordingto.export.formats import BASE, BOM, FORMATS, HXL, NAMES, Format, format_of, layers_of
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.exporting import Export, Settings

app = typer.Typer(rich_markup_mode=None, add_completion=False)
LEVELS = ("full", "quotes", "hashes")


@app.command()
def export(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{', '.join(FORMATS)}.")],
    *,
    db: Db = DEFAULT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write to a file; several layers, each as a file, into a folder. It takes its name when it is whole. "
            "Default: standard output.",
        ),
    ] = None,
    layers: Annotated[
        list[str] | None,
        typer.Option(
            "--layer",
            metavar="NAME",
            help="Only this layer: statements, events, places … of a format that has several. Repeatable.",
        ),
    ] = None,
    evidence: Annotated[
        str,
        typer.Option(
            metavar="|".join(LEVELS),
            help="What of the reports' words goes into it: their texts, only the words that records point at, or none, but "
            "spans and hashes.",
        ),
    ] = "quotes",
    stories: Annotated[
        list[str] | None,
        typer.Option(
            "--story",
            metavar="STORY|REPORT",
            help="Only the reports of this story, by its id or by the id or address of a report in it. Repeatable.",
        ),
    ] = None,
    cases: Cases = None,
    sources: Sources = None,
    outlets: Outlets = None,
    acts: Acts = None,
    actors: Actors = None,
    places: Places = None,
    since: Since = None,
    until: Until = None,
    commitments: Commitments = None,
    editions: Annotated[
        bool, typer.Option("--editions", help="Also reports in whose place a later edition stands.")
    ] = False,
    derived: Annotated[
        bool,
        typer.Option(
            "--derived", help="Also events that only say an act again (ACCUSE, REJECT …); leave them out of counts."
        ),
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="Start CSV with a byte order mark, for spreadsheet programs.")
    ] = False,
    hxl: Annotated[
        bool | None,
        typer.Option("--hxl/--no-hxl", help="With or without the row of HXL hashtags under the header of CSV."),
    ] = None,
    names: Annotated[
        str | None,
        typer.Option(
            "--names",
            metavar="acled|ucdp",
            help="Columns of claimed events under the names of this data set, as far as it has them.",
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar="URL", help="Name things in linked data by addresses under this one. Default: by URNs."
        ),
    ] = None,
) -> None:
    """Write what a store holds in a format that other programs open: tables, maps, graphs, pages.

    Options narrow it down as those of search do; what was found between reports is always that of whole stories. Every
    format says what made it, how much of the reports' words it carries, and that it tells of claims and not of what
    happened.
    """
    from accordingto.export.exporting import Export
    from accordingto.store.exporting import Scope

    chosen = format_of(name)
    settings = _settings(chosen, evidence, layers, output, bom=bom, hxl=hxl, names=names, base=base, derived=derived)
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
    scope = Scope(asked, tuple(stories or ()), editions)
    with at(db, read_only=True) as store:
        made = Export.of(store, scope, settings)
        with progress(made.count(), shown=output is not None, doing="exporting") as (step, _):
            _write(Export(store, made.scope, settings, step), chosen, output)
    if output:
        say(f"{chosen.name} written to {output}")


def _write(made: Export, chosen: Format, output: Path | None) -> None:
    from accordingto.export.writing import to_file, to_folder

    if output is None:
        sys.stdout.flush()
        for piece in chosen.chunks(made):
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    elif _is_folder(chosen, output, made.settings.layers):
        to_folder(made, chosen, output)
    else:
        to_file(made, chosen, output)


def _is_folder(chosen: Format, output: Path, layers: Sequence[str]) -> bool:
    """Whether layers go into a folder: into one that is there, and several of them unless the name is that of a file."""
    return bool(layers) and (output.is_dir() or (len(layers) > 1 and output.suffix.lower() != chosen.ending))


def _settings(
    chosen: Format,
    evidence: str,
    layers: Sequence[str] | None,
    output: Path | None,
    *,
    bom: bool,
    hxl: bool | None,
    names: str | None,
    base: str | None,
    derived: bool,
) -> Settings:
    """How it is exported.

    Raises:
        UsageError: where the format does not have what is asked for, or its layers do not fit where they are to go.
    """
    from accordingto.export.bare import Carried
    from accordingto.export.exporting import Settings
    from accordingto.resources.event_columns import data_set

    if evidence not in LEVELS:
        raise UsageError(f"--evidence {evidence} is not known; it is one of {', '.join(LEVELS)}")
    for given, setting in ((bom, BOM), (hxl is not None, HXL), (names is not None, NAMES), (base is not None, BASE)):
        if given and setting not in chosen.takes:
            raise UsageError(f"{chosen.name} has no --{setting}; {_which(setting)} have it")
    if names is not None:
        data_set(names)
    found = layers_of(chosen, tuple(layers or ()))
    if len(found) > 1 and (output is None or not _is_folder(chosen, output, found)):
        where = "standard output takes one" if output is None else f"{output} names one file"
        raise UsageError(
            f"{chosen.name} has several layers and {where}; choose a --layer ({', '.join(found)}), or give a folder with -o"
        )
    if output is not None and output.is_dir() and not (found or chosen.folder):
        raise UsageError(f"{output} is a folder, and {chosen.name} is one file; give it a name")
    return Settings(
        carried=Carried(evidence),
        layers=found,
        bom=bom,
        hxl=names is None if hxl is None else hxl,
        derived=derived,
        names=names,
        base=base,
    )


def _which(setting: str) -> str:
    return ", ".join(made.name for made in FORMATS.values() if setting in made.takes)
