"""Tab-separated tables with a header: comment lines (schema, origin, licence), then a line of column names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accordingto.model import ResourceError

LEXICONS = Path(__file__).parent.parent.parent / "lexicons"


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table in a file; see `table_rows`."""
    return table_rows(path.read_bytes(), path.name)


def table_rows(data: bytes, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, each by column name; cells that a line lacks at its end are empty.

    Raises:
        ResourceError: where a line has more cells than there are columns; names the line.
    """
    columns: list[str] = []
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise ResourceError(f"{name}, line {number}: {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))


def listed(cell: str) -> list[str]:
    """The parts of a cell that is a list."""
    return [part.strip() for part in cell.split("|") if part.strip()]
