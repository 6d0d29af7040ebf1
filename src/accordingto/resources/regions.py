"""The table of conflict regions that gazetteers lack or take for another: opened once, checked row by row, passed on explicitly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from accordingto.model import PlaceKind, ResourceError, sha256

SHIPPED = Path(__file__).parent.parent / "lexicons" / "regions.tsv"
COLUMNS = (
    "id", "name", "aliases", "kind", "country", "admin1", "lat", "lon", "west", "south", "east", "north", "reference", "note",
)  # fmt: skip
_ID = re.compile(r"region:[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_REFERENCE = re.compile(r"https://[\w.-]+\.[a-z]+/\S+")


@dataclass(frozen=True, slots=True)
class Region:
    """A row of the table."""

    id: str
    """``region:eastern-ghouta``."""
    name: str
    aliases: tuple[str, ...]
    """Other spellings, in news and in the place's own script."""
    kind: PlaceKind
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2; several where it lies in or is claimed by several and no view of the United Nations settles it."""
    admin1: tuple[str, ...]
    lat: float
    """Degrees north, WGS 84: the point, or a middle of the area."""
    lon: float
    bounds: tuple[float, float, float, float]
    """West, south, east, north in degrees."""
    reference: str
    note: str | None = None
    """Whose view the row follows, where the place is disputed."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """The opened table."""

    rows: tuple[Region, ...]
    sha256: str


@lru_cache(maxsize=4)
def open_regions(path: Path = SHIPPED) -> Regions:
    """Open a table of regions.

    Raises:
        ResourceError: where the file is missing or a row is malformed; names the line.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, ValueError) as error:
        raise ResourceError(f"{path.name} is not a table of regions: {error}") from error
    rows = tuple(_regions(text.splitlines(), path.name))
    twice = {ident for ident, times in Counter(region.id for region in rows).items() if times > 1}
    if twice:
        raise ResourceError(f"{path.name}: {', '.join(sorted(twice))} stands there twice")
    return Regions(rows, sha256(data))


def _regions(lines: Iterable[str], file: str) -> Iterator[Region]:
    columns: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            if tuple(columns) != COLUMNS:
                raise ResourceError(f"{file}, line {number}: the columns are not {', '.join(COLUMNS)}")
            continue
        try:
            yield _region(dict(zip(columns, cells, strict=True)))
        except ValueError as error:
            raise ResourceError(f"{file}, line {number}: {error}") from error
    if columns is None:
        raise ResourceError(f"{file} is not a table of regions: it has no line of columns")


def _region(row: Mapping[str, str]) -> Region:
    _like(_ID, row["id"], "an id")
    _like(_REFERENCE, row["reference"], "a reference")
    west, south, east, north = (float(row[edge]) for edge in ("west", "south", "east", "north"))
    lat, lon = float(row["lat"]), float(row["lon"])
    if not (-90 <= south <= lat <= north <= 90 and -180 <= west <= lon <= east <= 180):
        raise ValueError(f"{row['id']}: the point lies outside its extent, or the extent outside the earth")
    return Region(
        id=row["id"],
        name=_filled(row["name"]),
        aliases=_listed(row["aliases"]),
        kind=PlaceKind(row["kind"]),
        countries=tuple(_like(_COUNTRY, code, "a country") for code in _listed(row["country"])),
        admin1=_listed(row["admin1"]),
        lat=lat,
        lon=lon,
        bounds=(west, south, east, north),
        reference=row["reference"],
        note=row["note"] or None,
    )


def _like(pattern: re.Pattern[str], value: str, what: str) -> str:
    if not pattern.fullmatch(value):
        raise ValueError(f"{value!r} is not {what}")
    return value


def _filled(name: str) -> str:
    if not name.strip():
        raise ValueError("a region needs a name")
    return name


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
