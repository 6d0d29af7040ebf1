"""Where claims are made about: by act, commitment and kind of claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from accordingto.store.counting import Named, Spot, spots
from accordingto.store.listing import case_names
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Words

ATTRIBUTION = "Places: GeoNames (CC BY 4.0) and Natural Earth; borders: Natural Earth, de facto."
LISTED = 300
"""Places in the list; the map and the twins have all."""


class MapQuery(Words):
    """Which claims."""

    show: Named = Named.EVENTS
    type: tuple[str, ...] = ()
    """Of events as the codebook has them, or statuses of control."""


def view(asking: Asking) -> Row:
    """Places with how many statements tell of each, those with most first."""
    query: MapQuery = asking.query
    with asking.store.looking() as connection:
        found = spots(connection, query.q, query.filters, named=query.show, types=query.type)
        cases = case_names(connection)
    return {
        "query": query.model_dump(mode="json"),
        "claims": found.claims,
        "more": found.more,
        "cases": cases,
        "listed": LISTED,
        "attribution": ATTRIBUTION,
        "places": [_place(spot) for spot in found.spots],
    }


def _place(spot: Spot) -> Row:
    counts = {name: dict(getattr(spot, name).most_common()) for name in ("acts", "commitments", "what")}
    return asdict(spot) | counts


def _rows(shown: Row) -> Iterable[Row]:
    for place in shown["places"]:
        told = {
            name: "; ".join(f"{key} {value}" for key, value in place[name].items())
            for name in ("acts", "commitments", "what")
        }
        yield place | told


def features(shown: Row) -> Row:
    """The places with a point, and those without, as GeoJSON (RFC 7946)."""
    return {
        "type": "FeatureCollection",
        "attribution": shown["attribution"],
        "features": [
            {
                "type": "Feature",
                "id": place["id"] or place["name"],
                "geometry": _point(place),
                "properties": {name: value for name, value in place.items() if name not in ("latitude", "longitude")},
            }
            for place in shown["places"]
        ],
    }


def _point(place: Row) -> Row | None:
    if place["latitude"] is None:
        return None
    return {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]}


PAGE = Page(
    name="map",
    path="/map",
    about="Places by how many statements claim events or control there, or name them; by act and commitment.",
    view=view,
    template="map.html",
    section="map",
    query=MapQuery,
    columns={
        "id": "Id in the gazetteer; empty where the name is not resolved.",
        "name": "The gazetteer's name, else as written.",
        "kind": "continent, country, admin1, settlement, region, facility …",
        "country": "ISO 3166-1 alpha-2, or the name in a user's gazetteer.",
        "latitude": "Degrees north, WGS 84; empty where the words mean no point.",
        "longitude": "Degrees east, WGS 84.",
        "centroid": "Whether the point is only the middle of an area.",
        "claims": "How many statements tell of it; reprints count each.",
        "outlets": "Of how many outlets these are.",
        "acts": "How many of them by the act of the innermost voice.",
        "commitments": "How many by how far it commits itself.",
        "what": "How many by type of event, or status of control.",
    },
    rows=_rows,
    features=features,
)
