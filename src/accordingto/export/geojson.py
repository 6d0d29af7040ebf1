"""GeoJSON (RFC 7946) of one layer: what a report claims, at the places where it claims it.

Only points that exist are given. An area is the polygon of its bounds and says so in ``geometry_is``; a place that is not
resolved, or one that the words only relate to ("west of the river"), is a feature without geometry.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.csv_layers import TABLES
from accordingto.export.jsonl import dumps
from accordingto.export.layers import Layer, rows_of
from accordingto.export.parts import Row
from accordingto.export.wording import Failed
from accordingto.export.wording_content import place_text
from accordingto.model import Place
from accordingto.pipeline.reading import Reading

Geometry = dict[str, Any]
Bounds = tuple[float, float, float, float]
_CREDITS = {
    "geonames": "GeoNames (https://www.geonames.org), CC BY 4.0",
    "natural-earth": "Natural Earth (https://www.naturalearthdata.com), public domain",
}


def chunks(items: Iterable[Reading | Failed], layer: Layer) -> Iterator[str]:
    """A feature collection in pieces, a feature for each record and place. Failures have no feature.

    Args:
        items: readings and failures, in order; taken one at a time.
        layer: events, estimates, control or places.
    """
    before, named = "\n", set[str]()
    yield '{"type": "FeatureCollection", "features": ['
    for item in items:
        for row, place in _located(item, layer) if isinstance(item, Reading) else ():
            yield before + dumps(_feature(item, layer, row, place))  # type: ignore[arg-type]
            before = ",\n"
            named |= {place.gazetteer_id or ""} if place else set()
    yield '\n], "attribution": ' + dumps(attribution(named)) + "}\n"


def attribution(ids: Iterable[str]) -> str:
    """Whom the points of some places are owed to, by their ids in the gazetteer."""
    credited = {name for ident in ids for name in _CREDITS if ident.startswith(name)}
    return "; ".join(_CREDITS[name] for name in sorted(credited))


def collection(reading: Reading, layer: Layer) -> Row:
    """The feature collection of one reading, as one object."""
    found: Row = json.loads("".join(chunks([reading], layer)))
    return found


def _located(reading: Reading, layer: Layer) -> Iterator[tuple[Row, Place | None]]:
    """Each row with each of its places; once with none where it has none."""
    for row in rows_of(reading, layer):
        if layer is Layer.PLACES:
            yield row, reading.places_by_id[row["id"]]
            continue
        places = [reading.places_by_id.get(part["place"] or "") for part in row["places"]]
        for place in places or [None]:
            yield row, place


def _feature(reading: Reading, layer: Layer, row: Row, place: Place | None) -> Row:
    geometry, kind = geometry_of(place)
    cells = {name: cell(reading, row) for name, (_, cell) in TABLES[layer].items()}
    own = {
        "place": place_text(place) if place else None,
        "geometry_is": kind,
        "relation": place.relation if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }
    return {"type": "Feature", "id": _id(row, place), "geometry": geometry, "properties": {**cells, **own}}


def _id(row: Row, place: Place | None) -> str:
    """The record's id; of one at several places with the place's."""
    several = len(row.get("places", ())) > 1 and place
    return f"{row['id']}/{place.id}" if several and place else str(row["id"])


def geometry_of(place: Place | None) -> tuple[Geometry | None, str]:
    """The geometry, and what it is: ``point``, ``bounds`` of an area, ``middle`` of one, or ``none``."""
    if place is None or place.relation or place.name is None:
        return None, "none"
    if place.bounds and (place.centroid or place.lat is None):
        return _box(place.bounds), "bounds"
    if place.lat is None or place.lon is None:
        return None, "none"
    return {"type": "Point", "coordinates": [place.lon, place.lat]}, "middle" if place.centroid else "point"


def _box(bounds: Bounds) -> Geometry:
    """West, south, east, north as a polygon; cut in two where it crosses the antimeridian (RFC 7946, 3.1.9)."""
    west, south, east, north = bounds
    if west <= east:
        return {"type": "Polygon", "coordinates": [_ring(west, south, east, north)]}
    parts = [[_ring(west, south, 180.0, north)], [_ring(-180.0, south, east, north)]]
    return {"type": "MultiPolygon", "coordinates": parts}


def _ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]
