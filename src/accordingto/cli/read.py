"""``accordingto read``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accordingto.cli.exits import Exit, code_of, say
from accordingto.cli.inputs import STDIN, moment, reports
from accordingto.cli.output import Format, chunks, format_of, writer
from accordingto.cli.progress import progress

if TYPE_CHECKING:
    from accordingto.export.wording import Failed
    from accordingto.pipeline.reading import Reading

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def read(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT",
            help="Files of text, HTML, PDF, DOCX or RTF; folders, searched for such; - is standard input.",
        ),
    ],
    *,
    chosen: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            metavar="text|json|jsonl|csv|html",
            help="Default: by the ending of FILE; else text on a terminal, jsonl in a pipe.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet of all reports; wins over what they say.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="ISO", help="When all reports were published, as far as known; wins over what they say."),
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes that share the work.")] = 1,
    everything: Annotated[
        bool, typer.Option("--all", help="Mentions and entities too; in text what each report names, at its end.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="Start CSV with a byte order mark, for spreadsheet programs.")
    ] = False,
) -> None:
    """Read reports and say, for every statement, according to whom.

    A report that cannot be read is named on standard error and stops nothing; the exit code tells.
    """
    chosen = format_of(chosen, output)
    paths = reports(given, leave_out=output)
    batch = Batch(outlet, moment(published) if published else None, jobs)
    raise typer.Exit(batch.run(paths, chosen, output, everything=everything, bom=bom))


@dataclass
class Batch:
    """Reports read with the same settings, and how it went."""

    outlet: str | None = None
    published: str | None = None
    jobs: int = 1
    errors: list[Exception] = field(default_factory=list)

    def run(
        self, paths: list[str], chosen: Format, output: Path | None, *, everything: bool = False, bom: bool = False
    ) -> Exit:
        """Read, write and report; gives the exit code."""
        to_terminal = output is None and sys.stdout.isatty()
        return self.write(
            paths,
            output,
            lambda items: chunks(chosen, items, everything=everything, bom=bom, to_terminal=to_terminal),
        )

    def write(
        self, paths: list[str], output: Path | None, pieces: Callable[[Iterator[Reading | Failed]], Iterator[str]]
    ) -> Exit:
        """Read and write what ``pieces`` makes of it, as it comes; gives the exit code."""
        to_terminal = output is None and sys.stdout.isatty()
        with writer(output) as write, progress(len(paths), shown=len(paths) > 1 and not to_terminal) as (advance, tell):
            for piece in pieces(self._watched(self._readings(paths), advance, tell)):
                write(piece)
        if len(paths) > 1 and self.errors:
            say(f"{len(paths) - len(self.errors)} of {len(paths)} reports read")
        return self.exit

    def read(self, paths: list[str]) -> list[Reading]:
        """Read all at once, for what compares reports; those that cannot be read are told and left out."""
        from accordingto.pipeline.reading import Reading

        with progress(len(paths), shown=len(paths) > 1) as (advance, tell):
            return [item for item in self._watched(self._readings(paths), advance, tell) if isinstance(item, Reading)]

    @property
    def exit(self) -> Exit:
        """What the exit code says about the batch so far."""
        if any(code_of(error) is Exit.INTEGRITY for error in self.errors):
            return Exit.INTEGRITY
        return Exit.FAILED if self.errors else Exit.READ

    def _readings(self, paths: list[str]) -> Iterator[Reading | Failed]:
        from accordingto.pipeline.read import read_many

        # A process of its own has no standard input.
        jobs = 1 if STDIN in paths else min(self.jobs, len(paths))
        return read_many(paths, jobs=jobs, outlet=self.outlet, published=self.published)

    def _watched(
        self, items: Iterable[Reading | Failed], advance: Callable[[], None], tell: Callable[[str], None]
    ) -> Iterator[Reading | Failed]:
        """Pass everything on; name each failure on standard error as it comes."""
        from accordingto.pipeline.reading import Reading

        for item in items:
            if not isinstance(item, Reading):
                self.errors.append(item.error)
                tell(_message(item))
            advance()
            yield item


def _message(failure: Failed) -> str:
    """Where and why; where is not said twice."""
    where = "standard input" if failure.where == STDIN else failure.where
    message = str(failure.error)
    return message if message.startswith(where) else f"{where}: {message}"
