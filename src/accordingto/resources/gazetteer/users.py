"""Gazetteers that a user brings: places of their own from CSV or GeoJSON, and dumps of GeoNames, kept in the user's data folder."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.model import InputError, PlaceKind, ResourceError, UsageError, sha256
from accordingto.resources.gazetteer.index import Entry, Index
from accordingto.resources.gazetteer.memory import Memory, Named
from accordingto.resources.userdata import replacing, user_folder

COLUMNS = (
    "id", "name", "names", "kind", "country", "admin1", "lat", "lon", "west", "south", "east", "north", "reference",
)  # fmt: skip
"""Columns of a CSV file of places; all but ``name`` may be missing or empty."""
_NAME = re.compile(r"[\w.-]{0,63}[\w-]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
"""What Windows takes for a device."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A gazetteer in the user's data folder."""

    name: str
    path: Path
    places: int
    terms: str


def gazetteer_folder() -> Path:
    """The folder of gazetteers; need not exist."""
    return user_folder() / "gazetteers"


def user_sources() -> Iterator[tuple[int, Index | Memory]]:
    """The user's gazetteers with their ranks, own places first.

    Raises:
        ResourceError: where one is damaged; names it.
    """
    for path in sorted(gazetteer_folder().glob("*.json")):
        yield 0, _memory(path)
    for path in sorted(gazetteer_folder().glob("*.gaz")):
        yield 2, Index(path)


def installed() -> list[Installed]:
    """The user's gazetteers, by name."""
    found = []
    for path in sorted(gazetteer_folder().glob("*")):
        if path.suffix == ".json":
            found.append(Installed(path.stem, path, len(_memory(path)), "the user's own"))
        elif path.suffix == ".gaz":
            index = Index(path)
            found.append(Installed(path.stem, path, len(index), index.terms))
    return found


def remove(name: str) -> Path:
    """Remove a gazetteer.

    Raises:
        UsageError: where there is none of this name.
    """
    for suffix in (".json", ".gaz"):
        path = gazetteer_folder() / f"{checked_name(name)}{suffix}"
        if path.exists():
            path.unlink()
            return path
    names = ", ".join(one.name for one in installed()) or "none"
    raise UsageError(f"no gazetteer is called {name}; installed: {names}")


def checked_name(name: str) -> str:
    """A name that can be a file's.

    Raises:
        UsageError: where it cannot.
    """
    if not _NAME.fullmatch(name) or name.startswith(".") or _DEVICE.match(name):
        raise UsageError(f"{name!r} cannot name a gazetteer; use letters, digits, points, hyphens and underscores")
    return name


def add(file: Path, *, name: str | None = None) -> Installed:
    """Add a user's own places from a CSV or GeoJSON file; one of the same name is replaced.

    Raises:
        InputError: where the file cannot be read, or a place in it is malformed; names the line or feature.
        UsageError: where the name cannot be a file's, or the folder cannot be written.
    """
    called = checked_name(name or file.stem)
    places: list[Row] = []
    seen: dict[str, str] = {}
    for where, row in _rows(file):
        place = _place(row, where, called)
        if place["id"] in seen:
            raise InputError(
                f"{where}: {seen[place['id']]} has the same id or, without ids, name; give each place its id"
            )
        seen[place["id"]] = where
        places.append(place)
    if not places:
        raise InputError(f"{file} has no place")
    path = gazetteer_folder() / f"{called}.json"
    with replacing(path) as kept:
        kept.write((json.dumps(places, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"))
    return Installed(called, path, len(places), "the user's own")


Row = dict[str, Any]


def _rows(file: Path) -> Iterator[tuple[str, Row]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror or str(error)
        raise InputError(f"{file} cannot be read: {reason}") from error
    if file.suffix.lower() in (".geojson", ".json"):
        yield from _features(text, file)
    else:
        yield from _lines(text, file)


def _lines(text: str, file: Path) -> Iterator[tuple[str, Row]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        yield from _cells(reader, file)
    except csv.Error as error:
        raise InputError(f"{file}, line {reader.line_num}: it is no CSV ({error})") from error


def _cells(reader: csv.DictReader[str], file: Path) -> Iterator[tuple[str, Row]]:
    columns = reader.fieldnames or []
    unknown = sorted(set(columns) - set(COLUMNS))
    if "name" not in columns or unknown:
        what = f"has unknown columns {', '.join(map(str, unknown))}" if unknown else "has no column name"
        raise InputError(f"{file}, line 1: the header {what}; columns are {', '.join(COLUMNS)}")
    for row in reader:
        where = f"{file}, line {reader.line_num}"
        if None in row:
            raise InputError(f"{where}: more cells than columns; quote cells that have commas")
        yield where, {key: value for key, value in row.items() if value}


def _features(text: str, file: Path) -> Iterator[tuple[str, Row]]:
    try:
        features = list(json.loads(text)["features"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{file} is no GeoJSON FeatureCollection: {error}") from error
    for number, feature in enumerate(features, 1):
        where = f"{file}, feature {number}"
        try:
            row = {
                key: value
                for key, value in (feature["properties"] or {}).items()
                if key in COLUMNS and value is not None
            }
            placed = _geometry(feature.get("geometry")) | row
        except (LookupError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"{where}: it is no feature with properties and a geometry ({error})") from error
        yield where, placed


def _geometry(geometry: Row | None) -> Row:
    """Point or bounds of a geometry."""
    if not geometry:
        return {}
    points = list(_points(geometry["coordinates"]))
    lons, lats = [point[0] for point in points], [point[1] for point in points]
    if geometry["type"] == "Point":
        return {"lon": lons[0], "lat": lats[0]}
    return {"west": min(lons), "south": min(lats), "east": max(lons), "north": max(lats)}


def _points(coordinates: Any) -> Iterable[list[float]]:
    if isinstance(coordinates[0], (int, float)):
        yield coordinates
    elif isinstance(coordinates[0], str):
        raise ValueError(f"{coordinates[0]!r} is no number of degrees")
    else:
        for part in coordinates:
            yield from _points(part)


def _place(row: Row, where: str, called: str) -> Row:
    """A checked place, as it is kept."""
    name = str(row.get("name", "")).strip()
    if not name:
        raise InputError(f"{where}: the place has no name")
    kind = str(row.get("kind", PlaceKind.SETTLEMENT)).strip()
    if kind not in set(PlaceKind):
        raise InputError(f"{where}: {kind} is no kind of place; kinds are {', '.join(PlaceKind)}")
    point = _degrees(row, ("lat", "lon"), where)
    bounds = _degrees(row, ("west", "south", "east", "north"), where)
    names = row.get("names", [])
    parts = map(str, names) if isinstance(names, list) else str(names).split("|")
    others = [part.strip() for part in parts if part.strip()]
    return {
        "id": f"{called}:{str(row.get('id') or name).strip()}", "name": name, "names": others, "kind": kind,
        "country": str(row.get("country", "")).strip(), "admin1": str(row.get("admin1", "")).strip(),
        "point": point, "bounds": bounds, "reference": str(row.get("reference", "")).strip(),
    }  # fmt: skip


_LIMITS = {"lat": 90, "south": 90, "north": 90, "lon": 180, "west": 180, "east": 180}


def _degrees(row: Row, columns: tuple[str, ...], where: str) -> list[float] | None:
    given = [column for column in columns if str(row.get(column, "")).strip()]
    if not given:
        return None
    if len(given) < len(columns):
        raise InputError(f"{where}: {', '.join(columns)} go together; only {', '.join(given)} given")
    values = []
    for column in columns:
        try:
            value = float(row[column])
        except (TypeError, ValueError) as error:
            raise InputError(f"{where}: {column} is {row[column]!r}, not a number of degrees") from error
        if not abs(value) <= _LIMITS[column]:
            raise InputError(f"{where}: {column} is {value}, beyond {_LIMITS[column]} degrees")
        values.append(value)
    return values


def _memory(path: Path) -> Memory:
    try:
        data = path.read_bytes()
        return Memory(path.stem, [_entry(place, path.stem) for place in json.loads(data)], sha256=sha256(data))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(f"the gazetteer {path.stem} is damaged ({error}); add it again") from error


def _entry(place: Row, source: str) -> Named:
    bounds, point = place["bounds"], place["point"] or (None, None)
    if place["point"] is None and bounds and PlaceKind(place["kind"]) is PlaceKind.SETTLEMENT:
        point = ((bounds[1] + bounds[3]) / 2, (bounds[0] + bounds[2]) / 2)
    entry = Entry(
        id=place["id"], name=place["name"], kind=PlaceKind(place["kind"]), country=place["country"] or None,
        admin1=place["admin1"] or None, unit=None, lat=point[0], lon=point[1], people=0,
        bounds=(bounds[0], bounds[1], bounds[2], bounds[3]) if bounds else None, source=source,
    )  # fmt: skip
    return entry, tuple(place["names"])
