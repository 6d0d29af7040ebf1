"""The index file: places and the keys of their names, as arrays that are memory-mapped and read only where a name is looked up.

A file is a magic line, a line of JSON (what each array is and where it lies), the arrays, and the SHA-256 of all that. A key is
kept as 40 bits of its hash: the first 16 choose a bucket, the other 24 are compared; with a million keys, a name that is in no
gazetteer is found by mistake once in a million lookups.
"""

from __future__ import annotations

import hashlib
import json
import mmap
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.model import PlaceKind, ResourceError
from accordingto.resources.userdata import replacing

MAGIC = b"accordingto gazetteer 1\n"
DIGEST = 32
BUCKETS = 1 << 16
KINDS = tuple(PlaceKind)
BLOCK = 64
"""Strings whose lengths are summed to find one."""
ROLE_SHIFT = 28
PEOPLE_STEP = 12.0
"""Populations are kept as logarithms in 255 steps: within 10 % of the number."""


MOST = 256
"""Places of one name that are looked at, the most populous first: of San José there are thousands."""


class Role(IntEnum):
    """What a name is to a place."""

    NAME = 0
    OTHER = 1
    """Another name or spelling."""
    DEMONYM = 2
    """An adjective or its people."""
    SHORT = 3
    """An abbreviation that needs its context: "La." after a comma."""
    TRANSLITERATION = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of a gazetteer."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    """ISO 3166-1 alpha-2; a user's gazetteer may have names."""
    admin1: str | None
    """Name of the admin-1 unit that it lies in."""
    unit: str | None
    """Code of that unit: ``SY.08``."""
    lat: float | None
    lon: float | None
    people: int
    """Population, rounded; 0 where not known."""
    bounds: tuple[float, float, float, float] | None
    source: str
    """The gazetteer whose view of borders country and admin-1 follow."""
    countries: tuple[str, ...] = ()
    """Where it lies in several."""
    capital: bool = False
    """Whether it is the capital of its country."""

    @property
    def lies_in(self) -> tuple[str, ...]:
        """The countries it lies in."""
        return self.countries or ((self.country,) if self.country else ())


@dataclass(frozen=True, slots=True)
class Row:
    """A place to be written."""

    ident: int
    """GeoNames id; 0 where there is none, and ``code`` is the id."""
    code: str
    name: str
    kind: PlaceKind
    country: str
    unit: str
    lat: float
    lon: float
    people: int
    keys: Mapping[str, Role]
    """Folded names."""
    skeletons: frozenset[str] = frozenset()
    bounds: tuple[float, float, float, float] | None = None
    capital: bool = False


def hashed(key: str) -> int:
    """40 bits of a key."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=5).digest(), "big")


@dataclass(eq=False)
class _Keys:
    """Hashes of keys and what they lead to, as they are collected."""

    hashes: array[int] = field(default_factory=lambda: array("Q"))
    values: array[int] = field(default_factory=lambda: array("I"))

    def add(self, key: str, value: int) -> None:
        self.hashes.append(hashed(key))
        self.values.append(value)

    def arrays(self, prefix: str, weights: NDArray[np.uint8]) -> dict[str, NDArray[Any]]:
        """Sorted by hash, the places with most people first."""
        hashes, values = np.frombuffer(self.hashes, np.uint64), np.frombuffer(self.values, np.uint32)
        rows = values & np.uint32((1 << ROLE_SHIFT) - 1)
        order = np.lexsort((values, 255 - weights[rows], hashes))
        hashes, values = hashes[order], values[order]
        edges = np.searchsorted(hashes, np.arange(BUCKETS + 1, dtype=np.uint64) << np.uint64(24))
        return {
            f"{prefix}.edges": edges.astype(np.uint32),
            f"{prefix}.high": ((hashes >> np.uint64(8)) & np.uint64(0xFFFF)).astype(np.uint16),
            f"{prefix}.low": (hashes & np.uint64(0xFF)).astype(np.uint8),
            f"{prefix}.values": values,
        }


@dataclass(eq=False)
class Builder:
    """Collects places and writes the index. ``source`` names the gazetteer, ``terms`` its licence."""

    source: str
    terms: str
    _columns: dict[str, array[Any]] = field(
        default_factory=lambda: {
            "id": array("I"), "kind": array("B"), "country": array("H"), "unit": array("H"), "lat": array("H"),
            "lon": array("H"), "people": array("B"),
        }
    )  # fmt: skip
    _names: bytearray = field(default_factory=bytearray)
    _lengths: array[int] = field(default_factory=lambda: array("B"))
    _exact: _Keys = field(default_factory=_Keys)
    _similar: _Keys = field(default_factory=_Keys)
    _countries: dict[str, int] = field(default_factory=lambda: {"": 0})
    _units: dict[str, int] = field(default_factory=lambda: {"": 0})
    _unit_rows: dict[str, int] = field(default_factory=dict)
    _codes: dict[int, str] = field(default_factory=dict)
    _bounds: dict[int, tuple[float, float, float, float]] = field(default_factory=dict)
    _capitals: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, row: Row) -> None:
        """Add a place."""
        at = len(self)
        values = {
            "id": row.ident, "kind": KINDS.index(row.kind),
            "country": self._countries.setdefault(row.country, len(self._countries)),
            "unit": self._units.setdefault(row.unit, len(self._units)), "lat": _scaled(row.lat, 180),
            "lon": _scaled(row.lon, 360), "people": round(PEOPLE_STEP * 2 * np.log10(row.people + 1)),
        }  # fmt: skip
        for name, value in values.items():
            self._columns[name].append(value)
        encoded = _clipped(row.name)
        self._names += encoded
        self._lengths.append(len(encoded))
        for key, role in row.keys.items():
            self._exact.add(key, at | role << ROLE_SHIFT)
        for key in sorted(row.skeletons):
            self._similar.add(key, at | Role.TRANSLITERATION << ROLE_SHIFT)
        self._extras(at, row)

    def _extras(self, at: int, row: Row) -> None:
        if not row.ident:
            self._codes[at] = row.code
        if row.bounds:
            self._bounds[at] = row.bounds
        if row.capital:
            self._capitals.append(at)
        if row.kind is PlaceKind.ADMIN1 and row.unit:
            self._unit_rows.setdefault(row.unit, at)

    def write(self, path: Path, *, tick: Callable[[], None] = lambda: None) -> None:
        """Write the index in one step: an interrupted run leaves what was there.

        Raises:
            UsageError: where it cannot be written.
        """
        arrays = self._arrays()
        tick()
        meta = {
            "source": self.source, "terms": self.terms, "countries": list(self._countries), "units": list(self._units),
            "codes": {str(at): code for at, code in self._codes.items()}, "capitals": self._capitals,
        }  # fmt: skip
        with replacing(path) as file:
            digest = hashlib.sha256()
            for part in _parts(meta, arrays):
                digest.update(part)
                file.write(part)
            file.write(digest.digest())

    def _arrays(self) -> dict[str, NDArray[Any]]:
        arrays: dict[str, NDArray[Any]] = {name: np.array(column) for name, column in self._columns.items()}
        lengths = np.array(self._lengths, np.uint32)
        starts = np.concatenate(([0], np.cumsum(lengths)))[::BLOCK]
        arrays |= {"name.lengths": lengths.astype(np.uint8), "name.starts": starts.astype(np.uint32)}
        arrays["name.bytes"] = np.frombuffer(bytes(self._names), np.uint8)
        rows = [self._unit_rows.get(unit, -1) for unit in self._units]
        arrays["unit.rows"] = np.array(rows, np.int32)
        arrays["bounds.rows"] = np.array(sorted(self._bounds), np.uint32)
        bounds = [self._bounds[at] for at in sorted(self._bounds)]
        arrays["bounds"] = np.array(bounds, np.float32).reshape(-1, 4)
        weights = np.array(self._columns["people"], np.uint8)
        return arrays | self._exact.arrays("exact", weights) | self._similar.arrays("similar", weights)


def _scaled(degrees: float, span: int) -> int:
    """Degrees in steps of 300 m (latitude) and at most 600 m (longitude)."""
    return min(0xFFFF, max(0, round((degrees + span / 2) * 0x10000 / span)))


def _clipped(name: str) -> bytes:
    encoded = name.encode()
    return encoded if len(encoded) <= 0xFF else encoded[:0xFF].decode(errors="ignore").encode()


def _parts(meta: dict[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Iterable[bytes]:
    """The file, part by part; every array begins at a multiple of 8."""
    table, at = {}, 0
    for name, values in arrays.items():
        table[name] = [values.dtype.str, list(values.shape), at]
        at += -(-values.nbytes // 8) * 8
    head = json.dumps(meta | {"arrays": table}, ensure_ascii=False, sort_keys=True).encode()
    head += b" " * (-(len(MAGIC) + len(head) + 1) % 8) + b"\n"
    yield MAGIC
    yield head
    for values in arrays.values():
        yield values.tobytes() + b"\0" * (-values.nbytes % 8)


class Index:
    """An opened index. Lookups take microseconds and read a few pages of the file."""

    def __init__(self, path: Path) -> None:
        """Open and check.

        Raises:
            ResourceError: where the file is missing, damaged or of another version.
        """
        self.path = path
        try:
            with path.open("rb") as file:
                self.sha256 = _checked(file, path)
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise ResourceError(
                f"the gazetteer {path.name} cannot be opened ({error}); build or install it again"
            ) from error
        end = self._map.find(b"\n", len(MAGIC)) + 1
        meta = json.loads(self._map[len(MAGIC) : end])
        self.source: str = meta["source"]
        self.terms: str = meta["terms"]
        self._countries: list[str] = meta["countries"]
        self._units: list[str] = meta["units"]
        self._codes: dict[str, str] = meta["codes"]
        self._capitals = frozenset(meta["capitals"])
        self._arrays = {name: self._array(end, *where) for name, where in meta["arrays"].items()}

    def __len__(self) -> int:
        return len(self._arrays["id"])

    def _array(self, start: int, dtype: str, shape: list[int], at: int) -> NDArray[Any]:
        count = int(np.prod(shape))
        return np.frombuffer(self._map, np.dtype(dtype), count, start + at).reshape(shape)

    def exact(self, folded: str) -> list[tuple[int, Role]]:
        """Rows that have a folded name, the most populous first."""
        return self._found("exact", folded)

    def similar(self, bones: str) -> list[tuple[int, Role]]:
        """Rows that have a transliteration key."""
        return self._found("similar", bones) if bones else []

    def _found(self, prefix: str, key: str) -> list[tuple[int, Role]]:
        value = hashed(key)
        bucket, high, low = value >> 24, value >> 8 & 0xFFFF, value & 0xFF
        edges = self._arrays[f"{prefix}.edges"]
        part = slice(int(edges[bucket]), int(edges[bucket + 1]))
        same = (self._arrays[f"{prefix}.high"][part] == high) & (self._arrays[f"{prefix}.low"][part] == low)
        values = self._arrays[f"{prefix}.values"][part][same][:MOST].tolist()
        return [(value & (1 << ROLE_SHIFT) - 1, Role(value >> ROLE_SHIFT)) for value in values]

    def entry(self, row: int) -> Entry:
        """The place of a row."""
        arrays = self._arrays
        country, unit = self._countries[arrays["country"][row]], int(arrays["unit"][row])
        above = int(arrays["unit.rows"][unit])
        ident = int(arrays["id"][row])
        return Entry(
            id=f"geonames:{ident}" if ident else self._codes[str(row)],
            name=self.name(row),
            kind=KINDS[arrays["kind"][row]],
            country=country or None,
            admin1=self.name(above) if above >= 0 else None,
            unit=self._units[unit] or None,
            lat=round(int(arrays["lat"][row]) * 180 / 0x10000 - 90, 3),
            lon=round(int(arrays["lon"][row]) * 360 / 0x10000 - 180, 3),
            people=round(10 ** (int(arrays["people"][row]) / PEOPLE_STEP / 2)) - 1,
            bounds=self._bounds(row),
            source=self.source,
            capital=row in self._capitals,
        )

    def name(self, row: int) -> str:
        """The name of a row."""
        block = row // BLOCK
        lengths: Sequence[int] = self._arrays["name.lengths"][block * BLOCK : row + 1].tolist()
        end = int(self._arrays["name.starts"][block]) + sum(lengths)
        return bytes(self._arrays["name.bytes"][end - lengths[-1] : end]).decode()

    def _bounds(self, row: int) -> tuple[float, float, float, float] | None:
        rows = self._arrays["bounds.rows"]
        at = int(np.searchsorted(rows, row))
        if at >= len(rows) or rows[at] != row:
            return None
        west, south, east, north = (round(float(edge), 2) for edge in self._arrays["bounds"][at])
        return west, south, east, north


def _checked(file: Any, path: Path) -> str:
    """The SHA-256 of an index that is whole."""
    if file.read(len(MAGIC)) != MAGIC:
        raise ValueError("it is no gazetteer of this version")
    left = path.stat().st_size - len(MAGIC) - DIGEST
    digest = hashlib.sha256(MAGIC)
    while left > 0 and (part := file.read(min(left, 1 << 16))):
        digest.update(part)
        left -= len(part)
    if file.read(DIGEST) != digest.digest():
        raise ValueError("its contents are not those that were written")
    return digest.hexdigest()
