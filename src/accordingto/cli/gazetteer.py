"""``accordingto gazetteer``: the user's own places, dumps of GeoNames, and what is known under a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say

if TYPE_CHECKING:
    from accordingto.resources.gazetteer.gazetteer import Hit

app = typer.Typer(rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def gazetteer() -> None:
    """Look places up, and add places of your own or a dump of GeoNames."""


@app.command("add")
def add_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with a header, or GeoJSON.")],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the gazetteer; without it, as the file.")
    ] = None,
) -> None:
    """Add places of your own; a gazetteer of the same name is replaced.

    They are kept in the folder that ACCORDINGTO_DATA names, and rank before all other places.
    """
    from accordingto.resources.gazetteer.users import add

    added = add(file, name=name)
    say(f"{added.places} places in the gazetteer {added.name}")


@app.command("install")
def install_command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="allCountries.zip or one country's, as GeoNames offers them.")
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="What to call the gazetteer; without it, as the file.")
    ] = None,
    countries: Annotated[
        str | None,
        typer.Option("--countries", metavar="CODES", help="Keep only these, as ISO 3166-1 alpha-2: SY,IQ,UA."),
    ] = None,
) -> None:
    """Install a dump of GeoNames that you downloaded; one of the same name is replaced.

    It is compiled into the folder that ACCORDINGTO_DATA names, in one step: an interrupted run leaves what was there. All
    countries take a quarter of an hour and about 2 GB of memory; with --countries, or from the file of one country, it is quick.
    """
    from accordingto.cli.progress import progress
    from accordingto.resources.gazetteer.geonames import install

    chosen = frozenset(code.strip().upper() for code in countries.split(",") if code.strip()) if countries else None
    with progress(100, shown=True, doing="compiling") as (advance, _):
        told = 0

        def tick(done: int, size: int) -> None:
            nonlocal told
            while told < 100 * done // max(1, size):
                told += 1
                advance()

        added = install(file, name=name, countries=chosen, tick=tick)
    say(f"{added.places} places in the gazetteer {added.name}")


@app.command("list")
def list_command() -> None:
    """List the gazetteers that you added or installed: name, places, terms of use."""
    from accordingto.resources.gazetteer.users import installed

    for one in installed():
        typer.echo(f"{one.name}\t{one.places}\t{one.terms}")


@app.command("find")
def find_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any usual spelling.")],
) -> None:
    """Show what is known under a name: id, name, kind, country, admin-1, latitude, longitude, source.

    Places that have the name come first, then those whose name romanises another way. Which one a report means is decided by
    the report. Exits with 1 where there is none.
    """
    from accordingto.resources.gazetteer.gazetteer import open_gazetteer

    opened = open_gazetteer()
    found = {hit.entry.id: hit for hit in (*opened.find(name), *opened.resembling(name))}
    for hit in found.values():
        typer.echo("\t".join(_cells(hit)))
    if not found:
        say(f"no place is known under {name}")
        raise typer.Exit(Exit.FAILED)


def _cells(hit: Hit) -> list[str]:
    entry = hit.entry
    point = [f"{value:g}" if value is not None else "" for value in (entry.lat, entry.lon)]
    return [entry.id, entry.name, entry.kind.value, ", ".join(entry.lies_in), entry.admin1 or "", *point, entry.source]


@app.command("remove")
def remove_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As list shows it.")],
) -> None:
    """Remove a gazetteer that you added or installed."""
    from accordingto.resources.gazetteer.users import remove

    remove(name)
    say(f"the gazetteer {name} is removed")
