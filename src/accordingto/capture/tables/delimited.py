"""CSV and TSV, streamed: encoding and separator are told by the first bytes, quoted line breaks belong to their cell."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO, cast

from accordingto.capture.encodings import encoding_of, repaired
from accordingto.capture.files import cannot_read, changed_at
from accordingto.capture.found import Item, Options
from accordingto.capture.names import shown
from accordingto.capture.tables.columns import choose
from accordingto.capture.tables.rows import Table, row_of
from accordingto.model import EmptyInput, InputError

SAMPLE = 2**18
"""Bytes looked at to tell encoding and separator."""
SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 50


Row = tuple[int, "list[str] | str"]
"""The number of a row and its cells, or why it cannot be parsed."""


def gather_delimited(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in the rows of a CSV or TSV file, packed with gzip perhaps; the first row names the columns.

    What Bellingcat's auto-archiver wrote is read as such.

    Raises:
        InputError: where it cannot be opened, has no rows, or no column is clearly the text.
    """
    from accordingto.capture.tables import auto_archiver

    try:
        with open_unpacked(path) as stream:
            names, rows = _opened(path, stream, options)
            if auto_archiver.is_output(names) and not options.text_column:
                yield from auto_archiver.gather_rows(path, names, rows, options, after)
            else:
                yield from _items(path, names, rows, options, row_of(after))
    except csv.Error as error:
        raise InputError(f"{shown(path)} is no table that can be parsed ({error}); check how it was saved") from error
    except (OSError, EOFError, zlib.error) as error:
        raise cannot_read(path, error) from error


def open_unpacked(path: str) -> BinaryIO:
    """A stream over a file's bytes, unpacked where they are gzip."""
    with open(path, "rb") as stream:
        packed = stream.read(3) == b"\x1f\x8b\x08"
    return cast(BinaryIO, gzip.open(path)) if packed else open(path, "rb")


def separator_of(text: str) -> str:
    """The separator that gives the most rows of the same number of cells, of more than one."""

    def score(separator: str) -> tuple[float, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            with _cells_up_to(SAMPLE):
                sizes = [len(row) for row, _ in zip(rows, range(_SAMPLE_ROWS), strict=False) if row]
        except csv.Error:
            return 0.0, 0
        if not sizes or sizes[0] < 2:
            return 0.0, 0
        return Counter(sizes)[sizes[0]] / len(sizes), sizes[0]

    return max(SEPARATORS, key=score)


def _opened(path: str, stream: BinaryIO, options: Options) -> tuple[list[str], Iterator[Row]]:
    """The names of the columns, and the rows behind them as they are read."""
    buffered = io.BufferedReader(cast(io.RawIOBase, stream), SAMPLE)
    sample = buffered.peek(SAMPLE)[:SAMPLE]
    encoding = encoding_of(sample)
    separator = separator_of(sample.decode(encoding, "replace"))
    lines = io.TextIOWrapper(buffered, encoding, errors="surrogateescape", newline="")
    reader = csv.reader(_Lines(lines, options.limit), delimiter=separator)
    with _cells_up_to(options.limit):
        names = [repaired(name).strip() for name in next(reader, [])]
    if not any(names):
        raise EmptyInput(f"{shown(path)} has no rows; check that it was saved or downloaded in full")
    return names, _rows(reader, options.limit)


def _rows(reader: Any, limit: int) -> Iterator[Row]:
    number = 0
    while True:
        try:
            with _cells_up_to(limit):
                row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield number, f"cannot be parsed ({error}), at line {reader.line_num}; is a quotation mark left open?"
            continue
        if row:
            number += 1
            yield number, [repaired(cell) for cell in row]


@contextmanager
def _cells_up_to(size: int) -> Iterator[None]:
    """Let cells have more characters than the parser lets them by itself; its limit is the process's, so it is put back at once."""
    before = csv.field_size_limit(size)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _items(path: str, names: list[str], rows: Iterator[Row], options: Options, done: int) -> Iterator[Item]:
    table = Table(shown(path), choose(names, options, shown(path)), options, changed_at(path))
    text_at = names.index(table.columns.text)
    for number, row in rows:
        if number > done:
            yield table.missed(number, row) if isinstance(row, str) else _item(table, number, row, names, text_at)


def _item(table: Table, number: int, row: list[str], names: list[str], text_at: int) -> Item:
    if any(cell.strip() for cell in row[len(names) :]):
        return table.missed(number, f"has {len(row)} cells, and there are {len(names)} columns; is a cell not quoted?")
    if len(row) <= text_at:
        return table.missed(
            number, f"has {len(row)} cells, and the text is the cell number {text_at + 1}; is it cut off?"
        )
    return table.item(number, dict(zip(names, row, strict=False)))


class _Lines:
    """Lines as they come; a NUL, which the parser takes for the end, as the sign for it. One beyond all bounds is an error of its own."""

    def __init__(self, stream: TextIO, limit: int) -> None:
        self._stream, self._most = stream, 2 * limit + SAMPLE

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._most)
        if not line:
            raise StopIteration
        if len(line) == self._most and not line.endswith(("\n", "\r")):
            while (rest := self._stream.readline(SAMPLE)) and not rest.endswith(("\n", "\r")):
                pass
            raise csv.Error(f"a line of more than {self._most / 2**20:.0f} MB")
        return line.replace("\0", "\u2400") if "\0" in line else line
