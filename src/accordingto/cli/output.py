"""Where output goes and in which format."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.export.terminal import Colour
    from accordingto.export.wording import Failed
    from accordingto.pipeline.reading import Reading


Chosen = TypeVar("Chosen", bound=StrEnum)


class Format(StrEnum):
    """What output is written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


_ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".geojson": "geojson",
    ".graphml": "graphml",
    ".html": "html",
    ".htm": "html",
}
"""Endings of files and the formats that they mean, for whatever command has that format."""
_WIDEST = 100
"""Columns that text is wrapped at on a wider terminal: longer lines are hard to read."""


def format_of(given: Format | None, output: Path | None) -> Format:
    """The format asked for, else that of the output's ending, else text on a terminal and JSON Lines elsewhere."""
    return choice(given, output, other=Format.JSONL, terminal=Format.TEXT, pipe=Format.JSONL)


def choice(
    given: Chosen | None,
    output: Path | None,
    *,
    other: Chosen,
    terminal: Chosen,
    pipe: Chosen,
) -> Chosen:
    """The format asked for, else that of the file's ending, of any ``other`` ending, of a ``terminal``, of a ``pipe``."""
    if given:
        return given
    if output:
        meant = _ENDINGS.get(output.suffix.lower())
        return next((form for form in type(other) if form.value == meant), other)
    return terminal if sys.stdout.isatty() else pipe


def chunks(
    chosen: Format, items: Iterable[Reading | Failed], *, everything: bool, bom: bool, to_terminal: bool
) -> Iterator[str]:
    """What to write, in pieces; the modules of the other formats stay closed."""
    if chosen is Format.JSONL:
        from accordingto.export.jsonl import lines

        return lines(items, everything=everything)
    if chosen is Format.JSON:
        from accordingto.export.json import chunks as pieces

        return pieces(items, everything=everything)
    if chosen is Format.CSV:
        from accordingto.export.csv import lines as rows

        return rows(items, bom=bom)
    if chosen is Format.HTML:
        return _page(items)
    from accordingto.export import terminal

    return terminal.chunks(items, everything=everything, width=width(to_terminal), colour=colour(to_terminal))


def _page(items: Iterable[Reading | Failed]) -> Iterator[str]:
    from accordingto.export.html import page
    from accordingto.pipeline.reading import Reading

    yield page([item for item in items if isinstance(item, Reading)])


def width(to_terminal: bool) -> int:
    """Columns to wrap text at."""
    from accordingto.export.terminal import WIDTH

    if not to_terminal:
        return WIDTH
    import shutil

    return min(_WIDEST, shutil.get_terminal_size((WIDTH, 24)).columns)


def colour(to_terminal: bool) -> Colour | None:
    """No colour where it is not wanted (https://no-color.org) or cannot be shown."""
    if not to_terminal or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return None
    return "truecolor" if os.environ.get("COLORTERM") in ("truecolor", "24bit") else "standard"


@contextmanager
def writer(output: Path | None) -> Iterator[Callable[[str], object]]:
    """Give a function that writes text as UTF-8 to a file or to standard output, each piece at once.

    Raises:
        UsageError: where the file cannot be written; nothing has been read by then.
    """
    if output is None:
        sys.stdout.flush()
        yield _bytes_to(sys.stdout.buffer)
        return
    try:
        stream = output.open("wb")
    except OSError as error:
        raise UsageError(f"{output} cannot be written: {error.strerror or error}") from error
    with stream:
        yield _bytes_to(stream)


def _bytes_to(stream: BinaryIO) -> Callable[[str], object]:
    def write(text: str) -> None:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()

    return write
