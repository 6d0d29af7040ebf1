"""What speaks for a candidate: features with names that a reader can check, for all candidates of a document at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.mentions.places.candidates import Name
from accordingto.mentions.places.pairs import Pair
from accordingto.mentions.places.toponym import Toponym
from accordingto.model import PlaceKind
from accordingto.resources.gazetteer.gazetteer import Hit
from accordingto.resources.gazetteer.index import Role

Floats = NDArray[np.float64]
EARTH = 6371.0
"""Radius in km."""
NEAR, FAR = 100.0, 400.0
"""Distances in km within which other places support a candidate."""
PRIOR = (
    "people", "largest", "country", "continent", "admin1", "admin2", "settlement", "area", "water", "relief", "site", "other name",
    "transliteration", "likeness", "demonym", "abbreviation", "user's", "conflict region", "kind as told", "kind not as told",
    "capital", "unit of its seat's name", "seat of such a unit", "has its country's name",
)  # fmt: skip
"""Features of a candidate by itself."""
CONTEXT = (
    "same country",
    "same admin-1",
    "within 100 km",
    "within 400 km",
    "inside the next",
    "holds others",
    "held by others",
)
"""Features of a candidate among those of the other names."""
_KIND = {
    PlaceKind.COUNTRY: "country", PlaceKind.CONTINENT: "continent", PlaceKind.ADMIN1: "admin1", PlaceKind.ADMIN2: "admin2",
    PlaceKind.SETTLEMENT: "settlement", PlaceKind.REGION: "area", PlaceKind.WATER: "water", PlaceKind.RELIEF: "relief",
    PlaceKind.FACILITY: "site", PlaceKind.LINE: "site",
}  # fmt: skip
_ROLE = {
    Role.OTHER: "other name",
    Role.TRANSLITERATION: "transliteration",
    Role.DEMONYM: "demonym",
    Role.SHORT: "abbreviation",
}
_ALIKE = {
    PlaceKind.REGION: {PlaceKind.REGION, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.RELIEF},
    PlaceKind.ADMIN1: {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION},
    PlaceKind.ADMIN2: {PlaceKind.ADMIN2, PlaceKind.ADMIN1},
    PlaceKind.COUNTRY: {PlaceKind.COUNTRY, PlaceKind.REGION},
}
"""Kinds that a word of kind leaves open: "region" may be said of a governorate."""
_PLACE_OF = {name: number for number, name in enumerate(PRIOR)}


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """All candidates of a document, a row each."""

    hits: tuple[Hit, ...]
    name: NDArray[np.int64]
    """The name that each is a candidate of."""
    weight: Floats
    """Of each name: how much it says about the others."""
    points: Floats
    """Unit vectors; zero where a candidate has no point."""
    country: NDArray[np.int64]
    unit: NDArray[np.int64]
    """Numbers of country and admin-1; -1 where none."""
    prior: Floats
    """Shape (candidates, len(PRIOR))."""


def field_of(names: Sequence[Name], toponyms: Sequence[Toponym]) -> Field:
    """The candidates of all names with the features they have by themselves."""
    hits = [hit for name in names for hit in name.hits]
    owner = [number for number, name in enumerate(names) for _ in name.hits]
    countries: dict[str, int] = {}
    units: dict[str, int] = {}
    rows = [_prior(name, hit, toponyms) for name in names for hit in name.hits]
    return Field(
        hits=tuple(hits),
        name=np.array(owner, np.int64),
        weight=np.array([1 + np.log(len(name.toponyms)) for name in names]),
        points=np.array([_point(hit) for hit in hits]).reshape(-1, 3),
        country=np.array([_number(countries, hit.entry.country) for hit in hits], np.int64),
        unit=np.array([_number(units, hit.entry.unit) for hit in hits], np.int64),
        prior=np.array(rows).reshape(-1, len(PRIOR)),
    )


def _number(seen: dict[str, int], value: str | None) -> int:
    return seen.setdefault(value, len(seen)) if value else -1


def _point(hit: Hit) -> tuple[float, float, float]:
    entry = hit.entry
    if entry.lat is None or entry.lon is None:
        if not entry.bounds:
            return 0.0, 0.0, 0.0
        west, south, east, north = entry.bounds
        lat, lon = np.radians((south + north) / 2), np.radians((west + east) / 2)
    else:
        lat, lon = np.radians(entry.lat), np.radians(entry.lon)
    return float(np.cos(lat) * np.cos(lon)), float(np.cos(lat) * np.sin(lon)), float(np.sin(lat))


def _prior(name: Name, hit: Hit, toponyms: Sequence[Toponym]) -> list[float]:
    entry, row = hit.entry, [0.0] * len(PRIOR)
    most = max(other.entry.people for other in name.hits)
    row[0] = np.log10(entry.people + 1) / 4
    row[1] = (np.log10(entry.people + 1) - np.log10(most + 1)) / 4
    row[_PLACE_OF[_KIND[entry.kind]]] = 1.0
    if hit.role in _ROLE:
        row[_PLACE_OF[_ROLE[hit.role]]] = 1.0
    row[_PLACE_OF["likeness"]] = 1 - hit.likeness
    row[_PLACE_OF["capital"]] = float(entry.capital)
    _shared_names(name, hit, row)
    row[_PLACE_OF["user's"]] = float(hit.rank == 0)
    row[_PLACE_OF["conflict region"]] = float(hit.rank == 1)
    hints = {toponyms[number].hint for number in name.toponyms} - {None}
    if hints:
        told = any(entry.kind in _ALIKE.get(hint, {hint}) for hint in hints if hint)
        row[_PLACE_OF["kind as told" if told else "kind not as told"]] = 1.0
    return row


_UNITS, _SEATS = (PlaceKind.ADMIN1,), (PlaceKind.SETTLEMENT,)


def _shared_names(name: Name, hit: Hit, row: list[float]) -> None:
    """Riyadh the city and Riyadh the region, Mexico and its state of Mexico: candidates of one name inside each other.

    The larger the share of a unit's people that live in its seat, the more its name means the seat.
    """
    entry = hit.entry
    beside = [other.entry for other in name.hits if other.entry.country == entry.country and other.entry is not entry]
    wanted = {PlaceKind.SETTLEMENT: _UNITS, PlaceKind.ADMIN1: _SEATS}.get(entry.kind, ())
    people = [one.people for one in beside if one.kind in wanted and one.unit == entry.unit]
    if people:
        share = min(max(people), entry.people) / max(*people, entry.people, 1)
        feature = "seat of such a unit" if entry.kind is PlaceKind.SETTLEMENT else "unit of its seat's name"
        row[_PLACE_OF[feature]] = share
    if people and entry.kind is PlaceKind.SETTLEMENT:  # the unit of the same name vouches for the name
        row[_PLACE_OF["other name"]] = 0.0
    countries = any(one.kind is PlaceKind.COUNTRY for one in beside)
    row[_PLACE_OF["has its country's name"]] = float(countries and entry.kind is not PlaceKind.COUNTRY)


def context(field: Field, chance: Floats, pairs: Sequence[Pair]) -> Floats:
    """Features of candidates among the others, whose chances (a candidate's share of its name) weigh them.

    Returns:
        Shape (candidates, len(CONTEXT)); each between 0 and 1.
    """
    mass = chance * field.weight[field.name]
    other = field.name[:, None] != field.name[None, :]
    total = np.maximum(field.weight.sum() - field.weight[field.name], 1.0)
    cosine = field.points @ field.points.T
    near, far = np.cos(NEAR / EARTH), np.cos(FAR / EARTH)
    same_country = (field.country[:, None] == field.country[None, :]) & (field.country[:, None] >= 0)
    same_unit = (field.unit[:, None] == field.unit[None, :]) & (field.unit[:, None] >= 0)
    holds = _holds(field)
    columns = [
        *(_share(same & other, mass, total) for same in (same_country, same_unit)),
        *(_several(cosine >= limit, other, mass) for limit in (near, far)),
        _paired(field, chance, pairs, holds),
        _several(holds, other, mass),
        _several(holds.T, other, mass),
    ]
    return np.stack(columns, 1)


def _share(same: NDArray[np.bool_], mass: Floats, total: Floats) -> Floats:
    return np.asarray((same @ mass) / total)


SATURATION = 2.0
"""Other names after which one more tells little."""


def _several(same: NDArray[np.bool_], other: NDArray[np.bool_], mass: Floats) -> Floats:
    """How many other names support each candidate, saturating towards 1."""
    return np.asarray(1 - np.exp(-((same & other) @ mass) / SATURATION))


def _holds(field: Field) -> NDArray[np.bool_]:
    """``holds[i, j]``: candidate i is a country or admin-1 unit that candidate j lies in."""
    kinds = [hit.entry.kind for hit in field.hits]
    country = np.array([kind is PlaceKind.COUNTRY for kind in kinds], bool)
    unit = np.array([kind is PlaceKind.ADMIN1 for kind in kinds], bool)
    lower = ~(country | np.array([kind is PlaceKind.CONTINENT for kind in kinds], bool))
    in_country = country[:, None] & lower[None, :] & (field.country[:, None] == field.country[None, :])
    in_unit = unit[:, None] & (lower & ~unit)[None, :] & (field.unit[:, None] == field.unit[None, :])
    return np.asarray(in_country | (in_unit & (field.unit[:, None] >= 0)))


def _paired(field: Field, chance: Floats, pairs: Sequence[Pair], holds: NDArray[np.bool_]) -> Floats:
    """How sure it is that a candidate lies in (or holds) the place that the text says its name lies in (or holds)."""
    found = np.zeros(len(field.hits))
    for pair in pairs:
        inner, outer = np.flatnonzero(field.name == pair.inner), np.flatnonzero(field.name == pair.outer)
        if not len(inner) or not len(outer):
            continue
        fits = holds[np.ix_(outer, inner)] | _close(field, outer, inner)
        found[inner] = np.maximum(found[inner], chance[outer] @ fits)
        found[outer] = np.maximum(found[outer], fits @ chance[inner])
    return found


CLOSE = 60.0
"""Distance in km within which a place may lie in a county, region or city whose extent is not known."""


def _close(field: Field, outer: NDArray[np.int64], inner: NDArray[np.int64]) -> NDArray[np.bool_]:
    small = np.array(
        [field.hits[i].entry.kind not in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.CONTINENT) for i in outer]
    )
    near = field.points[outer] @ field.points[inner].T >= np.cos(CLOSE / EARTH)
    different = np.array([[field.hits[i].entry.id != field.hits[j].entry.id for j in inner] for i in outer])
    return np.asarray(small[:, None] & near & different)
