"""``accordingto demo``: the main job on the sample reports that come with the package."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.output import colour, width, writer
from accordingto.cli.read import Batch
from accordingto.cli.trace import Format, rendered

if TYPE_CHECKING:
    from accordingto.pipeline.reading import Reading

CLAIM = "…does not intend to target the Front in government-held areas"
FOLDER = "samples/crossing"
SHOWN = "harbour-post.html"
"""The report whose statements are shown before the trace."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def demo_command(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write; it needs no network.")
    ] = Path("accordingto-demo.html"),
) -> None:
    """Read five sample reports of one happening, trace a claim through them, and write the trace as one HTML page.

    Places, people and outlets of the samples are invented.
    """
    batch = Batch()
    found = batch.read(samples())
    if batch.exit is not Exit.READ:
        say("the sample reports are incomplete; install the package again")
        raise typer.Exit(Exit.INTEGRITY)
    to_terminal = sys.stdout.isatty()
    from accordingto.pipeline.travel import trace

    made = trace(found, CLAIM)
    with writer(output) as write:
        write(rendered(made, found, Format.HTML, to_terminal=False))
    with writer(None) as write:
        write(_command(f"accordingto read {SHOWN}") + _read(found, to_terminal) + "\n")
        write(_command(f"accordingto trace “{CLAIM}” {' '.join(Path(path).name for path in samples())}"))
        write(rendered(made, found, Format.TEXT, to_terminal=to_terminal))
        write(f"\nThe same as one offline page: {output.resolve()}\n")


def samples() -> list[str]:
    """The paths of the sample reports, sorted."""
    folder = Path(str(resources.files("accordingto") / FOLDER))
    return [str(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html")]


def _read(found: list[Reading], to_terminal: bool) -> str:
    from accordingto.export.terminal import render

    reading = next(one for one in found if Path(one.where).name == SHOWN)
    return render(reading, width=width(to_terminal), colour=colour(to_terminal))


def _command(line: str) -> str:
    return f"$ {line}\n\n"
