"""Dumps of GeoNames (``allCountries.zip``, or one country's) that a user brings, compiled into an index like the shipped one.

The dump's table has 19 columns and no header (geonames.org/export). It is read as a stream. Compiling all countries
takes a quarter of an hour and about 2 GB of memory; one country, seconds.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from accordingto.model import InputError, PlaceKind
from accordingto.resources.gazetteer.index import Builder, Role, Row
from accordingto.resources.gazetteer.names import folded_names, romanised, skeletons
from accordingto.resources.gazetteer.users import Installed, checked_name, gazetteer_folder

TERMS = "GeoNames, CC BY 4.0, geonames.org"
COLUMNS = 19
EVERY = 20_000
"""Lines between two reports of progress."""
_CLASSES = {
    "P": PlaceKind.SETTLEMENT,
    "H": PlaceKind.WATER,
    "T": PlaceKind.RELIEF,
    "V": PlaceKind.RELIEF,
    "L": PlaceKind.REGION,
    "R": PlaceKind.LINE,
}
_FACILITIES = "MILB NVB AIRB AIRP AIRF INSM FT DAM CMP CMPRF CSTM PSTB PRT BDG OILR PS".split()
_CODES = {
    **dict.fromkeys(_FACILITIES, PlaceKind.FACILITY),
    **dict.fromkeys("PCL PCLI PCLS PCLD PCLF TERR".split(), PlaceKind.COUNTRY),
    "ADM1": PlaceKind.ADMIN1,
    "ADM1H": PlaceKind.ADMIN1,
    "CONT": PlaceKind.CONTINENT,
}
"""Feature codes whose kind their class does not tell. Other buildings and spots (class S) and undersea features are left out."""
Tick = Callable[[int, int], None]
"""Told how many bytes of how many are read."""


def install(
    file: Path, *, name: str | None = None, countries: Container[str] | None = None, tick: Tick = lambda _a, _b: None
) -> Installed:
    """Compile a dump into the user's data folder; one of the same name is replaced in one step.

    Args:
        file: a zip as GeoNames offers it, or the table that is in it.
        name: what to call it; without it, as the file.
        countries: ISO 3166-1 alpha-2 codes to keep; without them, all.
        tick: told now and then how far the reading is.

    Raises:
        InputError: where the file is no dump of GeoNames; names the line.
        UsageError: where the name cannot be a file's.
    """
    called = checked_name(name or file.name.split(".")[0])
    builder, loose = Builder("GeoNames", TERMS), romanised()
    for row in rows(file, loose, tick=tick):
        if countries is None or row.country in countries:
            builder.add(row)
    if not len(builder):
        raise InputError(f"{file} has no place" + (" of these countries" if countries is not None else ""))
    path = gazetteer_folder() / f"{called}.gaz"
    builder.write(path)
    return Installed(called, path, len(builder), TERMS)


def rows(file: Path, loose: Container[str], *, tick: Tick = lambda _a, _b: None) -> Iterator[Row]:
    """The places of a dump that news speaks of."""
    with _table(file) as (table, size):
        done = 0
        for number, line in enumerate(table, 1):
            done += len(line)
            if number % EVERY == 0:
                tick(done, size)
            yield from _row(line, f"{file}, line {number}", loose)


@contextmanager
def _table(file: Path) -> Iterator[tuple[IO[bytes], int]]:
    """The table of a dump and its size in bytes."""
    try:
        if not zipfile.is_zipfile(file):
            with file.open("rb") as table:
                yield table, file.stat().st_size
            return
        with zipfile.ZipFile(file) as archive:
            inside = max(_tables(archive), key=lambda one: one.file_size, default=None)
            if inside is None:
                raise InputError(f"{file} has no table of GeoNames inside; it should have {file.stem}.txt")
            with archive.open(inside) as table:
                yield io.BufferedReader(table), inside.file_size  # type: ignore[type-var]
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError(f"{file} cannot be read: {error}; download it again") from error


def _tables(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [one for one in archive.infolist() if one.filename.endswith(".txt") and "readme" not in one.filename.lower()]


def _row(line: bytes, where: str, loose: Container[str]) -> Iterator[Row]:
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: it is not UTF-8") from error
    if len(cells) != COLUMNS:
        raise InputError(f"{where}: {len(cells)} columns, not the {COLUMNS} of a dump of GeoNames")
    ident, name, plain, others, lat, lon, feature, code, country = cells[:9]
    kind = _kind(feature, code)
    if kind is None or not name:
        return
    names = [plain, *(others.split(",") if others else [])]
    try:
        yield _made(
            int(ident),
            name,
            names,
            kind,
            (float(lat), float(lon)),
            country,
            cells[10],
            int(cells[14] or 0),
            country in loose,
        )
    except ValueError as error:
        raise InputError(f"{where}: {error}") from error


def _kind(feature: str, code: str) -> PlaceKind | None:
    if feature == "A":
        return _CODES.get(code, PlaceKind.ADMIN2)
    return _CODES.get(code) or _CLASSES.get(feature)


def _made(
    ident: int,
    name: str,
    names: list[str],
    kind: PlaceKind,
    point: tuple[float, float],
    country: str,
    unit: str,
    people: int,
    loose: bool,
) -> Row:
    main, others = folded_names(name, names)
    keys = {**dict.fromkeys(others, Role.OTHER), main: Role.NAME}
    bones = frozenset(skeletons([name, *names])) if loose else frozenset[str]()
    whole = kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT)
    return Row(
        ident, "", name, kind, country, "" if whole or not unit else f"{country}.{unit}", *point, people, keys, bones
    )
