"""A sheet as Parquet, typed, a group of rows at a time. Needs the extra ``arrow``."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from accordingto.export.about import About
from accordingto.export.arrow import pyarrow_or_say
from accordingto.export.exporting import Export
from accordingto.export.sheets.columns import Column, Kind, Sheet, Value
from accordingto.pipeline.wording import encodable

GROUP = 20_000
"""Rows of a group: some 20 MB in memory, and few enough that a reader can pass over groups by their bounds."""
ABOUT = "accordingto"
"""Key of what is said about the export in the file's metadata."""


class Sink:
    """Where Arrow writes to; what has come is taken out piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0
        self.closed = False

    def write(self, data: Any) -> int:
        """Take what comes next."""
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        """How much has come."""
        return self._at

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """No more comes."""
        self.closed = True

    def taken(self) -> bytes:
        """What has come since it was last asked."""
        made = b"".join(self._pieces)
        self._pieces.clear()
        return made


class Parquet:
    """Writes a sheet as Parquet."""

    def __init__(self, sheet: Sheet[Any], export: Export) -> None:
        self.sheet, self._carried = sheet, export.carried
        self.arrow = pyarrow_or_say()
        self.columns: tuple[Column[Any], ...] = sheet.of(export.carried)
        self.count = 0
        self._rows: list[list[Any]] = []
        self._sink = Sink()

    def fields(self) -> list[Any]:
        """The fields of the file."""
        return [_field(self.arrow, column) for column in self.columns]

    def made(self, source: Any) -> list[list[Any]]:
        """The rows of a report or story, a value a field."""
        cells = self.sheet.cells(source, self.sheet.rows(source), self._carried)
        return [self.typed(row) for row in cells]

    def typed(self, cells: list[Value]) -> list[Any]:
        """Cells as their columns have them."""
        return [_typed(value, column.kind) for value, column in zip(cells, self.columns, strict=True)]

    def metadata(self) -> dict[str, str]:
        """What is known at the end and goes into the file's metadata."""
        return {}

    def head(self) -> bytes:
        """The magic number."""
        from pyarrow import parquet

        self._schema = self.arrow.schema(self.fields())
        self._writer = parquet.ParquetWriter(self.arrow.PythonFile(self._sink, "w"), self._schema, compression="zstd")
        return self._sink.taken()

    def rows(self, source: Any) -> bytes:
        """A group, where enough rows have come for one."""
        made = self.made(source)
        self.count += len(made)
        self._rows += made
        return self._group() if len(self._rows) >= GROUP else b""

    def _group(self) -> bytes:
        values = list(zip(*self._rows, strict=True)) if self._rows else [()] * len(self._schema)
        arrays = [self.arrow.array(column, type=field.type) for column, field in zip(values, self._schema, strict=True)]
        self._writer.write_table(self.arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()
        return self._sink.taken()

    def foot(self, about: About) -> bytes:
        """The last group, and what is said about the file."""
        last = self._group()
        told = json.dumps(about, ensure_ascii=False)
        self._writer.add_key_value_metadata({ABOUT: encodable(told), **self.metadata()})
        self._writer.close()
        return last + self._sink.taken()


def _field(arrow: Any, column: Column[Any]) -> Any:
    types = {
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(),
        Kind.DAY: arrow.date32(),
    }
    return arrow.field(column.name, types.get(column.kind, arrow.string()), metadata={"description": column.what})


def _typed(value: Value, kind: Kind) -> Any:
    if value is None:
        return None
    if kind is Kind.DAY:
        return date.fromisoformat(str(value)[:10])
    return encodable(value) if isinstance(value, str) else value


press = Parquet
