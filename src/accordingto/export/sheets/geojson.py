"""A sheet as GeoJSON (RFC 7946): a feature for each claim at each of its places, with all columns as properties.

A claim without a place that is known is a feature without geometry, so that nothing is lost by looking at a map.
"""

from __future__ import annotations

from typing import Any

from accordingto.export.about import About
from accordingto.export.exporting import Export, Item
from accordingto.export.geojson import geometry_of
from accordingto.export.jsonl import dumps
from accordingto.export.sheets.columns import Sheet
from accordingto.export.sheets.spots import feature_id, place_of, spotted


class GeoJson:
    """Writes a sheet as a feature collection."""

    def __init__(self, sheet: Sheet[Any], export: Export) -> None:
        self._sheet, self._carried = spotted(sheet), export.carried
        self._names = [column.name for column in self._sheet.of(export.carried)]
        self.count = 0

    def head(self) -> bytes:
        """The opening of the collection."""
        return b'{"type": "FeatureCollection", "features": ['

    def rows(self, source: Item) -> bytes:
        """A feature each."""
        rows = list(self._sheet.rows(source))
        made = [
            self._feature(source, row, cells)
            for row, cells in zip(rows, self._sheet.cells(source, rows, self._carried), strict=True)
        ]
        before = ",\n" if self.count else "\n"
        self.count += len(made)
        return (before + ",\n".join(made)).encode("utf-8", "replace") if made else b""

    def _feature(self, item: Item, row: Any, cells: list[Any]) -> str:
        geometry, _ = geometry_of(place_of(item, row))
        properties = dict(zip(self._names, cells, strict=True))
        return dumps({"type": "Feature", "id": feature_id(item, row), "geometry": geometry, "properties": properties})

    def foot(self, about: About) -> bytes:
        """The end of the collection, with what is said about it as a foreign member."""
        return ('\n], "about": ' + dumps(about) + "}\n").encode("utf-8", "replace")


press = GeoJson
