"""Parquet, batch by batch, only the columns that are used."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.capture.files import cannot_open, changed_at
from accordingto.capture.found import Item, Options
from accordingto.capture.names import shown
from accordingto.capture.tables.columns import choose
from accordingto.capture.tables.rows import Table, row_of
from accordingto.model import InputError, UsageError

BATCH = 256
"""Rows in memory at once: some megabytes of news."""


def gather_parquet(path: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures in the rows of a Parquet file.

    Raises:
        UsageError: where pyarrow is missing.
        InputError: where it cannot be read, or no column is clearly the text.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError as error:
        raise UsageError("reading Parquet needs pyarrow; install it with: pip install 'accordingto[arrow]'") from error
    try:
        with pq.ParquetFile(path) as file:
            table = Table(shown(path), choose(file.schema_arrow.names, options, shown(path)), options, changed_at(path))
            yield from _rows(file, table, row_of(after))
    except pa.ArrowException as error:
        raise InputError(f"{shown(path)} is a damaged Parquet file ({error}); fetch or write it again") from error
    except OSError as error:
        raise cannot_open(path, error) from error


def _rows(file: Any, table: Table, done: int) -> Iterator[Item]:
    groups, first = _left(file, done)
    number = first
    for batch in file.iter_batches(batch_size=BATCH, row_groups=groups, columns=table.columns.names):
        for row in batch.to_pylist():
            number += 1
            if number > done:
                yield table.item(number, row)


def _left(file: Any, done: int) -> tuple[list[int], int]:
    """The row groups that hold rows behind ``done``, and how many rows stand before the first of them."""
    before = 0
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        if before + rows > done:
            return list(range(group, file.num_row_groups)), before
        before += rows
    return [], before
