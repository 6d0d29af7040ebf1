"""JSON Lines, and one JSON array of objects, streamed value by value."""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, TextIO, cast

from accordingto.capture.encodings import encoding_of
from accordingto.capture.files import cannot_read, changed_at
from accordingto.capture.found import Item, Options
from accordingto.capture.names import shown
from accordingto.capture.tables.columns import Columns, choose
from accordingto.capture.tables.delimited import open_unpacked
from accordingto.capture.tables.rows import Table, row_of
from accordingto.model import EmptyInput

_STEP = 2**18
_SPACE = re.compile(r"[\s,]*")
LOOKED = 100
"""First objects whose keys are taken together to tell the columns: not every object has every key."""


def gather_json(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in the objects of a JSON Lines file or of a JSON array, packed with gzip perhaps.

    Raises:
        InputError: where it cannot be opened, holds no object, or no key is clearly the text.
    """
    try:
        columns = _columns(path, options)
        table = Table(shown(path), columns, options, changed_at(path))
        done = row_of(after)
        for number, value in enumerate(_values(path, options.limit), 1):
            if number <= done:
                continue
            if isinstance(value, str):
                yield table.missed(number, value)
            elif isinstance(value, dict):
                yield table.item(number, value)
            else:
                yield table.missed(number, f"is no object but {type(value).__name__}")
    except (OSError, EOFError, zlib.error) as error:
        raise cannot_read(path, error) from error


def _columns(path: str, options: Options) -> Columns:
    names: dict[str, None] = {}
    for value, _ in zip(_values(path, options.limit), range(LOOKED), strict=False):
        if isinstance(value, dict):
            names.update(dict.fromkeys(value))
    if not names:
        raise EmptyInput(f"{shown(path)} holds no JSON object; check that it was saved or downloaded in full")
    return choose(list(names), options, shown(path))


def _values(path: str, limit: int) -> Iterator[Any]:
    """Every value of a file; a string for one that cannot be parsed, which says why."""
    with open_unpacked(path) as stream:
        buffered = io.BufferedReader(cast(io.RawIOBase, stream), _STEP)
        encoding = encoding_of(buffered.peek(_STEP)[:_STEP])
        lines = io.TextIOWrapper(buffered, encoding, errors="surrogateescape", newline="\n")
        first = lines.read(1)
        while first and first.isspace():
            first = lines.read(1)
        yield from _array(lines, limit) if first == "[" else _lines(lines, first, limit)


def _lines(stream: TextIO, first: str, limit: int) -> Iterator[Any]:
    """Values a line each; where the first is spread over lines, the whole is read as values one after the other."""
    line = first + stream.readline(limit)
    if line.strip() == "{" or not _whole(line):
        yield from _stream(stream, line, limit)
        return
    while line:
        if line.strip():
            yield _parsed(line)
        line = stream.readline(limit)


def _whole(line: str) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return line.rstrip().endswith("}")
    return True


def _parsed(line: str) -> Any:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is no JSON ({error})"
    return f"is no object but the text {value[:40]!r}" if isinstance(value, str) else value


def _array(stream: TextIO, limit: int) -> Iterator[Any]:
    yield from _stream(stream, "", limit)


def _stream(stream: TextIO, buffer: str, limit: int) -> Iterator[Any]:
    """Values one after the other, commas or white space between them; what does not parse ends it, as nothing says where it ends."""
    decoder, more = json.JSONDecoder(), True
    while True:
        buffer = buffer[_SPACE.match(buffer).end() :]  # type: ignore[union-attr]
        if buffer.startswith("]"):
            return
        try:
            value, end = decoder.raw_decode(buffer)
            if more and end == len(buffer):
                raise ValueError
        except (ValueError, RecursionError) as error:
            if more and len(buffer) <= limit:
                step = stream.read(max(_STEP, len(buffer)))
                buffer, more = buffer + step, bool(step)
                continue
            if buffer.strip():
                yield _torn(buffer, error, limit)
            return
        yield f"is no object but the text {value[:40]!r}" if isinstance(value, str) else value
        buffer = buffer[end:]


def _torn(buffer: str, error: Exception, limit: int) -> str:
    if len(buffer) > limit:
        return f"is no JSON, or larger than the limit of {limit / 2**20:.0f} MB"
    return f"is no JSON, and what follows it cannot be told apart ({error})"
