"""``accordingto demo``: the main job on the sample reports that come with the package."""

from __future__ import annotations

import shlex
import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.output import colour, width, writer
from accordingto.cli.stores import at
from accordingto.cli.trace import Format, rendered
from accordingto.model import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from accordingto.pipeline.reading import Reading
    from accordingto.store.store import Store

CLAIM = "…does not intend to target the Front in government-held areas"
CASE = "Asur"
"""The collection that the samples are put into."""
QUERY = "boats"
"""What the store is asked for."""
FOLDER = "samples/crossing"
LATER = "samples/edited"
"""A later edition of one of the reports."""
WORLD = "samples/world"
SHOWN = "harbour-post.html"
"""The report whose statements are shown before the trace."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def demo_command(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The page to write; the store goes beside it, with the ending .db."
        ),
    ] = Path("accordingto-demo.html"),
    reports: Annotated[
        Path | None,
        typer.Option(
            "--reports",
            metavar="FOLDER",
            help="Only copy the sample reports into this folder, to try other commands on.",
        ),
    ] = None,
    world: Annotated[
        Path | None,
        typer.Option(
            "--world",
            metavar="FOLDER",
            help="Only copy the places and actors of the sample reports into this folder, for accordingto gazetteer add and "
            "accordingto actors add.",
        ),
    ] = None,
) -> None:
    """Read sample reports of one happening into a store, search it, and trace a claim to one offline HTML page.

    Places, people and outlets of the samples are invented.
    """
    if reports is not None or world is not None:
        if reports is not None:
            _copied(reports)
        if world is not None:
            _copied_world(world)
        return
    kept = output.with_suffix(".db")
    with at(str(kept), create=True) as store:
        found = _read_into(store)
    _written(found, output, kept)


def _read_into(store: Store) -> list[Reading]:
    """Take the samples into a store, and give those of the happening as the store has them."""
    from accordingto.pipeline.ingest import Intake, Plan
    from accordingto.pipeline.process import Processing
    from accordingto.pipeline.relating import Relating
    from accordingto.pipeline.workers import Alone

    intake = Intake(store, Alone(), Plan(cases=(CASE,)))
    taken = [one for folder in (FOLDER, LATER) for one in intake.take(str(_folder(folder)))]
    if not taken or any(one.report is None for one in taken):
        say("the sample reports are incomplete; install the package again")
        raise typer.Exit(Exit.INTEGRITY)
    for _ in Processing(store, Alone()).run():  # where the store is that of an earlier version's demo
        pass
    for _ in Relating(store, Alone()).changed():
        pass
    wanted = {str(path) for path in map(Path, samples())}
    return [store.reading(one.report) for one in taken if one.report and one.where in wanted]


def _written(found: list[Reading], output: Path, kept: Path) -> None:
    """The page, and on standard output: a report, what the store answers, and the trace."""
    from accordingto.pipeline.travel import trace

    to_terminal = sys.stdout.isatty()
    made = trace(found, CLAIM)
    with writer(output) as write:
        write(rendered(made, found, Format.HTML, to_terminal=False))
    with writer(None) as write:
        write(_command(f"accordingto read {SHOWN}") + _shown(found, to_terminal) + "\n")
        _searched(str(kept), write)
        write(_command(f"accordingto trace “{CLAIM}” {' '.join(Path(path).name for path in samples())}"))
        write(rendered(made, found, Format.TEXT, to_terminal=to_terminal))
        write(f"\nThe store of these reports: {kept.resolve()}\n")
        write(f"How all that they tell travelled: accordingto story {_story(found)} --db {shlex.quote(str(kept))}\n")
        write(f"The trace as one offline page: {output.resolve()}\n")


def _searched(db: str, write: Callable[[str], object]) -> None:
    """What the store answers, by the command itself."""
    from accordingto.cli import search

    write(_command(f"accordingto search {QUERY} --db {shlex.quote(db)}"))
    search.search(QUERY, db=db, chosen=search.Format.TEXT)
    write("\n")


def _story(found: list[Reading]) -> str:
    """A report by which the story of the samples is shown."""
    return found[0].report.id


def samples() -> list[str]:
    """The paths of the sample reports of one happening, sorted."""
    return [str(path) for path in sorted(_folder(FOLDER).iterdir()) if path.suffix in (".txt", ".html")]


def _folder(name: str) -> Path:
    return Path(str(resources.files("accordingto") / name))


def _copied(folder: Path) -> None:
    """Copy the samples, the later edition beside the earlier one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in samples():
            (folder / Path(path).name).write_bytes(Path(path).read_bytes())
        for later in sorted(_folder(LATER).iterdir()):
            (folder / f"{later.stem}-later{later.suffix}").write_bytes(later.read_bytes())
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}; name another folder") from error
    say(f"{len(list(folder.iterdir()))} reports in {folder}")


def _shown(found: list[Reading], to_terminal: bool) -> str:
    from accordingto.export.terminal import render

    reading = next(one for one in found if Path(one.where).name == SHOWN)
    return render(reading, width=width(to_terminal), colour=colour(to_terminal))


def _command(line: str) -> str:
    return f"$ {line}\n\n"


def _copied_world(folder: Path) -> None:
    """Copy the sample world's places and actors."""
    files = sorted(_folder(WORLD).glob("*.csv"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in files:
            (folder / path.name).write_bytes(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{folder} cannot be written: {error.strerror or error}; name another folder") from error
    say(f"{' and '.join(path.name for path in files)} in {folder}")
