"""A sheet as GeoParquet 1.1 (https://geoparquet.org): a row for each claim at each of its places, with its geometry as WKB.

Coordinates are longitude and latitude in WGS 84 (OGC:CRS84, which the standard takes where nothing is said).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.exporting import Export, Item
from accordingto.export.geojson import Geometry, geometry_of
from accordingto.export.sheets.columns import Sheet
from accordingto.export.sheets.parquet import Parquet
from accordingto.export.sheets.spots import place_of, spotted

VERSION = "1.1.0"
COLUMN = "geometry"
_CODES = {"Point": 1, "Polygon": 3, "MultiPolygon": 6}


class GeoParquet(Parquet):
    """Writes a sheet as GeoParquet."""

    def __init__(self, sheet: Sheet[Any], export: Export) -> None:
        super().__init__(spotted(sheet), export)
        self._types: set[str] = set()
        self._bounds: list[tuple[float, float]] = []

    def fields(self) -> list[Any]:
        """The columns, and the geometry."""
        return [*super().fields(), self.arrow.field(COLUMN, self.arrow.binary())]

    def made(self, source: Item) -> list[list[Any]]:
        """The rows of a report with their geometries."""
        rows = list(self.sheet.rows(source))
        cells = self.sheet.cells(source, rows, self._carried)
        return [[*self.typed(made), self._geometry(source, row)] for row, made in zip(rows, cells, strict=True)]

    def _geometry(self, item: Item, row: Any) -> bytes | None:
        geometry, _ = geometry_of(place_of(item, row))
        if geometry is None:
            return None
        self._types.add(geometry["type"])
        found = [*self._bounds, *points(geometry)]
        lons, lats = [lon for lon, _ in found], [lat for _, lat in found]
        self._bounds = [(min(lons), min(lats)), (max(lons), max(lats))]
        return wkb(geometry)

    def metadata(self) -> dict[str, str]:
        """The ``geo`` entry."""
        column: dict[str, Any] = {
            "encoding": "WKB",
            "geometry_types": sorted(self._types),
            "orientation": "counterclockwise",
        }
        if self._bounds:
            column["bbox"] = [number for point in self._bounds for number in point]
        return {"geo": json.dumps({"version": VERSION, "primary_column": COLUMN, "columns": {COLUMN: column}})}


def points(geometry: Geometry) -> Iterator[tuple[float, float]]:
    """All longitudes and latitudes of a geometry."""
    return _points(geometry["coordinates"])


def _points(coordinates: Any) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates[0], int | float):
        yield coordinates[0], coordinates[1]
    else:
        for part in coordinates:
            yield from _points(part)


def wkb(geometry: Geometry) -> bytes:
    """A point, polygon or several polygons of GeoJSON as well-known binary, little-endian (OGC 06-103r4, 8.2)."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    head = struct.pack("<BI", 1, _CODES[kind])
    if kind == "Point":
        return head + struct.pack("<2d", *coordinates)
    if kind == "Polygon":
        return head + _counted(map(_ring, coordinates))
    return head + _counted(wkb({"type": "Polygon", "coordinates": part}) for part in coordinates)


def _ring(ring: list[list[float]]) -> bytes:
    return _counted(struct.pack("<2d", *point) for point in ring)


def _counted(parts: Iterable[bytes]) -> bytes:
    listed = list(parts)
    return struct.pack("<I", len(listed)) + b"".join(listed)


press = GeoParquet
