"""One row of a table as a capture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accordingto.capture.files import capture_bytes
from accordingto.capture.found import Found, Item, Missed, Options, Skipped
from accordingto.capture.tables.columns import Columns
from accordingto.model import EmptyInput, InputError


@dataclass(frozen=True, slots=True)
class Table:
    """What all rows of a table share."""

    where: str
    columns: Columns
    options: Options
    seen_at: str | None
    """When the file was last changed, ISO 8601."""

    def item(self, number: int, row: Mapping[str, Any]) -> Item:
        """The capture in a row; rows are counted from 1, the header apart."""
        where, position = f"{self.where}#row={number}", f"row={number}"
        text = cell(row.get(self.columns.text))
        if not text:
            return Skipped(where, position, "no text")
        try:
            capture = capture_bytes(
                text.encode("utf-8", "surrogatepass"),
                where=where,
                url=self._address(row),
                declared_encoding="utf-8",
                seen_at=self.seen_at,
                limit=self.options.limit,
            )
        except EmptyInput:
            return Skipped(where, position, "no text")
        except InputError as error:
            return Missed(where, position, error)
        outlet, published, title = (
            self._cell(row, n) for n in (self.columns.outlet, self.columns.published, self.columns.title)
        )
        return Found(capture, position, outlet, published, title)

    def missed(self, number: int, why: str) -> Missed:
        """A row that cannot be read."""
        where = f"{self.where}#row={number}"
        return Missed(where, f"row={number}", InputError(f"{where}: {why}"))

    def _cell(self, row: Mapping[str, Any], name: str | None) -> str | None:
        value = cell(row.get(name)) if name else None
        return " ".join(value.split()) or None if value else None

    def _address(self, row: Mapping[str, Any]) -> str | None:
        value = self._cell(row, self.columns.url)
        return value if value and value.lower().startswith(("http://", "https://")) else None


def cell(value: Any) -> str | None:
    """A cell as text: dates in ISO 8601, lists of texts as paragraphs; ``None`` for what is no text."""
    if value is None or isinstance(value, (dict, bool)):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        parts = [part for part in map(cell, value) if part]
        return "\n\n".join(parts) or None
    return str(value) if value == value else None  # noqa: PLR0124 a number that is none


def row_of(after: str | None) -> int:
    """The number of the last row that is done; 0 where none is."""
    return int(after.removeprefix("row=")) if after else 0
