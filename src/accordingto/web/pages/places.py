"""Places of the gazetteer that reports name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accordingto.store import located
from accordingto.store.store import Store
from accordingto.web.page import Asking, Page, Row
from accordingto.web.pages.asking import Paged
from accordingto.web.pages.listing import page_of, where
from accordingto.web.remembered import remembered


class PlacesQuery(Paged):
    """Which places."""

    name: str | None = None
    """A part of the name."""
    country: str | None = None
    sort: str = "statements"
    """``statements``, or ``name``."""


def every(store: Store) -> Sequence[located.Located]:
    """All places, counted less than a minute ago."""

    def make() -> list[located.Located]:
        with store.looking() as connection:
            return located.located(connection)

    return remembered(where(store), "places", make)


def view(asking: Asking) -> Row:
    """The places that are asked for, those that most statements name first."""
    query: PlacesQuery = asking.query
    known = every(asking.store)
    found = located.meant(known, query.name) if query.name else list(known)
    found = [one for one in found if query.country in (None, one.country)]
    if query.sort == "name":
        found.sort(key=lambda one: (one.name.casefold(), one.id))
    page, after = page_of(found, after=query.after, limit=query.limit, what="place")
    with asking.store.looking() as connection:
        points = located.points_of(connection, [one.id for one in page])
    return {
        "query": query.model_dump(mode="json"),
        "total": len(found),
        "countries": sorted({one.country for one in known if one.country}),
        "places": [{"id": one.id, "statements": one.statements, **points[one.id]} for one in page],
        "next": after,
    }


def _rows(shown: Row) -> Iterable[Row]:
    rows: list[Row] = shown["places"]
    return rows


def feature(place: Row) -> Row:
    """A place as a feature; without a geometry where the gazetteer has no point."""
    point = place["longitude"] is not None and place["latitude"] is not None
    geometry = {"type": "Point", "coordinates": [place["longitude"], place["latitude"]]} if point else None
    kind = "none" if geometry is None else "middle" if place["centroid"] else "point"
    properties = {name: value for name, value in place.items() if name not in ("latitude", "longitude", "centroid")}
    return {
        "type": "Feature",
        "id": place["id"],
        "geometry": geometry,
        "properties": {**properties, "geometry_is": kind},
    }


def _features(shown: Row) -> Row:
    return {"type": "FeatureCollection", "features": [feature(one) for one in shown["places"]]}


PAGE = Page(
    name="places",
    path="/places",
    about="Places of the gazetteer that statements name, by how many do.",
    view=view,
    template="places.html",
    section="places",
    query=PlacesQuery,
    columns={
        "id": "Id of the place in the gazetteer.",
        "name": "Its name there.",
        "kind": "country, admin1, settlement, region, facility …",
        "country": "ISO 3166-1 alpha-2 of the state, or the name in a user's gazetteer.",
        "admin1": "The first-level division.",
        "latitude": "Degrees north, WGS 84.",
        "longitude": "Degrees east, WGS 84.",
        "centroid": "Whether the point is only the middle of an area.",
        "viewpoint": "Whose view of borders country and admin1 follow.",
        "statements": "How many statements name it.",
    },
    rows=_rows,
    features=_features,
)
