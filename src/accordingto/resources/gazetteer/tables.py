"""Tab-separated tables with a header: comment lines (schema, origin, licence), then a line of column names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accordingto.model import ResourceError

LEXICONS = Path(__file__).parent.parent.parent / "lexicons"


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table, each by column name.

    Raises:
        ResourceError: where a line has more cells than there are columns; names the line.
    """
    columns: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise ResourceError(f"{path.name}, line {number}: {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, [*cells, *[""] * (len(columns) - len(cells))], strict=True))


def listed(cell: str) -> list[str]:
    """The parts of a cell that is a list."""
    return [part.strip() for part in cell.split("|") if part.strip()]
