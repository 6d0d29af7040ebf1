"""A sheet as CSV (RFC 4180) with a row of HXL hashtags under its header (https://hxlstandard.org).

What a spreadsheet could take for a formula is defused as in `accordingto.export.csv`.
"""

from __future__ import annotations

from typing import Any

from accordingto.export.about import About
from accordingto.export.csv import header, line
from accordingto.export.exporting import Export
from accordingto.export.sheets.columns import Sheet
from accordingto.resources.hxl import open_hxl


class Csv:
    """Writes a sheet as CSV."""

    def __init__(self, sheet: Sheet[Any], export: Export) -> None:
        self._sheet, self._export = sheet, export
        self.count = 0

    def head(self) -> bytes:
        """The header, and the row of hashtags."""
        settings, columns = self._export.settings, self._sheet.of(self._export.carried)
        lines = [header([column.name for column in columns], bom=settings.bom)]
        if settings.hxl:
            tags = open_hxl()
            lines.append(header([tags.of(self._sheet.name, column.known_as) for column in columns]))
        return "".join(lines).encode()

    def rows(self, source: Any) -> bytes:
        """A line each."""
        made = self._sheet.cells(source, self._sheet.rows(source), self._export.carried)
        self.count += len(made)
        return "".join(map(line, made)).encode("utf-8", "replace")

    def foot(self, about: About) -> bytes:  # noqa: ARG002
        """Nothing: CSV has no place for what is said about it."""
        return b""


press = Csv
