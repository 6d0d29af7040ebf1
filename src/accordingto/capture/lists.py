"""Lists of sources: paths and addresses, one a line, in a file or on standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from accordingto.capture.files import STDIN, cannot_open
from accordingto.capture.found import Item, Missed, Options
from accordingto.capture.names import shown
from accordingto.model import AccordingtoError, UsageError

_MARK = b"\xef\xbb\xbf"


def gather_list(source: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures of every source that a list names.

    Sources stand one a line, or are parted by NUL where there is one (as ``find -print0`` writes them); blank lines and, where
    lines part them, those that start with ``#`` are passed over. A position is ``line=N``, and what follows it is the source's own.

    Raises:
        InputError: where the list cannot be read.
    """
    from accordingto.capture.gather import gather

    done, inner = _parsed(after)
    each = replace(options, as_list=False)
    for number, name in _names(source):
        if number < done or (number == done and inner is None):
            continue
        if name == STDIN:
            yield Missed(STDIN, f"line={number}", UsageError("a list cannot name standard input; name files"))
            continue
        try:
            for item in gather(name, each, after=inner if number == done else None):
                behind = f"#{item.position}" if item.position not in ("", "file") else ""
                yield replace(item, position=f"line={number}{behind}")
        except AccordingtoError as error:
            yield Missed(shown(name), f"line={number}", error)


def _parsed(after: str | None) -> tuple[int, str | None]:
    if after is None:
        return 0, None
    line, _, inner = after.partition("#")
    return int(line.removeprefix("line=")), inner or None


def _names(source: str) -> Iterator[tuple[int, str]]:
    try:
        data = sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
    except OSError as error:
        raise cannot_open(source, error) from error
    parted = b"\0" in data
    for number, line in enumerate(data.removeprefix(_MARK).split(b"\0" if parted else b"\n"), 1):
        name = line if parted else line.strip()
        if name and (parted or not name.startswith(b"#")):
            yield number, name.decode("utf-8", "surrogateescape")
