"""GeoJSON gives only geometry that exists, and says what it is."""

from __future__ import annotations

import dataclasses
import json
from itertools import pairwise
from typing import Any

import pytest

from accordingto.export.geojson import chunks, geometry_of
from accordingto.export.layers import Layer
from accordingto.model import Place, Span, Stated
from accordingto.pipeline.reading import Reading
from tests.export.claimed import claimed
from tests.export.invented import Lost, bare


def features(layer: Layer, whole: Reading | None = None) -> list[dict[str, Any]]:
    made = json.loads("".join(chunks([whole or claimed(), Lost(), bare()], layer)))
    assert made["type"] == "FeatureCollection"
    return made["features"]  # type: ignore[no-any-return]


def test_places_points_areas_and_those_without() -> None:
    found = {
        f["id"]: (f["properties"]["geometry_is"], (f["geometry"] or {}).get("type")) for f in features(Layer.PLACES)
    }
    assert found == {
        "place-manshar": ("point", "Point"),
        "place-manshar-headline": ("point", "Point"),
        "place-hadra": ("bounds", "Polygon"),
        "place-dorva": ("none", None),
        "place-asur": ("none", None),
    }


def test_longitude_comes_first_and_rings_are_closed_counter_clockwise() -> None:
    found = {f["id"]: f["geometry"] for f in features(Layer.PLACES)}
    assert found["place-manshar"]["coordinates"] == [38.5, 35.25]
    (ring,) = found["place-hadra"]["coordinates"]
    assert ring[0] == ring[-1]
    assert sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairwise(ring)) < 0


def test_every_feature_says_according_to_whom() -> None:
    for layer in (Layer.EVENTS, Layer.ESTIMATES, Layer.CONTROL, Layer.PLACES):
        for feature in features(layer):
            assert feature["properties"]["according_to"]
            assert feature["properties"]["factuality"]
    rocket = features(Layer.EVENTS)[1]["properties"]
    assert (rocket["place"], rocket["killed_high"]) == ("Manshar, Kharan, Orvenia", 15)


def test_an_event_at_two_places_is_two_features_with_ids_of_their_own() -> None:
    whole = claimed()
    event = dataclasses.replace(whole.events[1], places=(*whole.events[1].places, *whole.events[2].places))
    found = features(Layer.EVENTS, dataclasses.replace(whole, events=(event,)))
    assert [f["id"] for f in found] == [f"{event.id}/place-manshar", f"{event.id}/place-hadra"]
    assert [f["geometry"]["type"] for f in found] == ["Point", "Polygon"]


def place(**more: Any) -> Place:
    return Place("p", Span(0, 1), "p", Stated((Span(0, 1),)), 0.9, "test", **{"name": "P", **more})


def test_an_area_across_the_antimeridian_is_cut_in_two() -> None:
    geometry, kind = geometry_of(place(bounds=(177.0, -20.0, -178.0, -15.0)))
    assert (kind, geometry and geometry["type"]) == ("bounds", "MultiPolygon")


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"lat": 1.0, "lon": 2.0}, "point"),
        ({"lat": 1.0, "lon": 2.0, "centroid": True}, "middle"),
        ({"lat": 1.0, "lon": 2.0, "bounds": (1.0, 1.0, 2.0, 2.0)}, "point"),
        ({}, "none"),
        ({"bounds": (1.0, 1.0, 2.0, 2.0), "relation": "near"}, "none"),
    ],
)
def test_what_the_geometry_is(more: dict[str, Any], kind: str) -> None:
    assert geometry_of(place(**more))[1] == kind


def test_whose_data_it_is_stands_on_the_map() -> None:
    whole = claimed()
    named = tuple(dataclasses.replace(p, gazetteer_id="geonames:1") for p in whole.places)
    made = json.loads("".join(chunks([dataclasses.replace(whole, places=named)], Layer.EVENTS)))
    assert "GeoNames" in made["attribution"]
