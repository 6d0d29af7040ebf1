"""Where a claim is on the map: the columns of one of its places, and sheets with a row for each place that a claim names.

A place has no geometry where nobody knows it, or where the words only relate to it ("west of the river"): see `geometry_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from accordingto.export.exporting import Item
from accordingto.export.geojson import geometry_of
from accordingto.export.parts import Row
from accordingto.export.sheets.columns import Column, Kind, Sheet
from accordingto.export.wording_content import place_text
from accordingto.model import Place

_PLACE = "_place"
"""Of a row that stands for a claim at one place: that place, or ``None``."""


def place_of(item: Item, row: Row) -> Place | None:
    """The place of a row: its own; of a claim the one that the row is for, else the first that has a point, else the first."""
    if _PLACE in row:
        found: Place | None = row[_PLACE]
        return found
    if row["type"] == "place":
        return item.reading.places_by_id[row["id"]]
    known = [place for place in _places(item, row) if place]
    return next((place for place in known if place.lat is not None), known[0] if known else None)


def _places(item: Item, row: Row) -> list[Place | None]:
    return [item.reading.places_by_id.get(part["place"] or "") for part in row["places"]]


def _of(make: Callable[[Place], Any]) -> Callable[[Item, Row], Any]:
    def cell(item: Item, row: Row) -> Any:
        place = place_of(item, row)
        return make(place) if place else None

    return cell


GEOMETRY: Column[Item] = Column(
    "geometry_is",
    "What is known of where it is: `point`, `bounds` of an area, `middle` of one, or `none`.",
    lambda item, row: geometry_of(place_of(item, row))[1],
)
SPOT: tuple[Column[Item], ...] = (
    Column(
        "place", "The place on the map, with what it lies in; of several the first that has a point.", _of(place_text)
    ),
    Column("place_name", "The gazetteer's name for it.", _of(lambda place: place.name)),
    Column("place_id", "Its id in the gazetteer.", _of(lambda place: place.gazetteer_id)),
    Column("place_kind", "What kind of place it is.", _of(lambda place: place.kind.value if place.kind else None)),
    Column(
        "place_country", "ISO 3166-1 alpha-2, or the name in a gazetteer of your own.", _of(lambda place: place.country)
    ),
    Column("place_admin1", "First-level administrative area.", _of(lambda place: place.admin1)),
    Column(
        "place_precision",
        "How far the words fix it: settlement, admin2, admin1, country, region, vague.",
        _of(lambda place: place.precision),
    ),
    Column("place_viewpoint", "Whose view of borders country and area follow.", _of(lambda place: place.viewpoint)),
    Column("place_relation", "The words mean an area relative to it: `west of` …", _of(lambda place: place.relation)),
    Column("lat", "Degrees north of the point, WGS 84.", _of(lambda place: place.lat), Kind.NUMBER),
    Column("lon", "Degrees east of it.", _of(lambda place: place.lon), Kind.NUMBER),
    GEOMETRY,
)
"""Of a claim."""


def spotted(sheet: Sheet[Item]) -> Sheet[Item]:
    """The sheet with a row for each place of a claim, and one for a claim that names none."""

    def rows(item: Item) -> Iterator[Row]:
        for row in sheet.rows(item):
            if row["type"] == "place":
                yield row
            else:
                yield from ({**row, _PLACE: place} for place in _places(item, row) or [None])

    return Sheet(sheet.name, sheet.what, sheet.columns, rows)


def feature_id(item: Item, row: Row) -> str:
    """Id of a claim at a place: the record's; of one at several places with the place's. Reports of one text share ids of records."""
    place = row.get(_PLACE)
    several = len(row.get("places", ())) > 1 and place
    return "/".join([item.reading.report.id, str(row["id"]), *([place.id] if several and place else [])])
