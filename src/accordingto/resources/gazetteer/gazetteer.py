"""The opened gazetteer: the shipped index, the table of conflict regions, and what the user installed or added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from accordingto.model import ResourceError, sha256
from accordingto.resources.gazetteer.index import Entry, Index, Role
from accordingto.resources.gazetteer.keys import fold, likeness, skeleton
from accordingto.resources.gazetteer.memory import Memory
from accordingto.resources.regions import Region, open_regions

SHIPPED = Path(__file__).parent / "shipped.gaz"
REGION_SOURCE = "accordingto regions"
LIKE = 0.55
"""Likeness under which a shared skeleton is a coincidence: of the names of one town in two romanisations, few are less alike."""
MOST_SIMILAR = 12
"""Transliteration hits kept for a name, the most alike first."""


class Source(Protocol):
    """Where places are looked up."""

    source: str
    sha256: str

    def exact(self, folded: str) -> list[tuple[int, Role]]: ...  # noqa: D102
    def similar(self, bones: str) -> list[tuple[int, Role]]: ...  # noqa: D102
    def entry(self, row: int) -> Entry: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a name may mean."""

    entry: Entry
    role: Role
    likeness: float
    """Of the name asked for to the place's own, 0 to 1; 1 unless the key of transliteration found it."""
    rank: int
    """Of the source: 0 the user's, 1 the table of regions, 2 the shipped index or an installed dump."""


class Gazetteer:
    """Looks names up in several sources. ``sha256`` covers them all."""

    def __init__(self, sources: Sequence[tuple[int, Source]]) -> None:
        self.sources = tuple(sources)
        self.sha256 = sha256("".join(source.sha256 for _, source in sources).encode())
        self.find = lru_cache(maxsize=16384)(self._find)
        self.resembling = lru_cache(maxsize=4096)(self._resembling)

    def _find(self, name: str) -> tuple[Hit, ...]:
        """Places that have a name, in any spelling that `fold` makes one; the user's first, then the most populous."""
        folded = fold(name)
        found: dict[str, Hit] = {}
        for rank, source in self.sources:
            for row, role in source.exact(folded):
                entry = source.entry(row)
                found.setdefault(entry.id, Hit(entry, role, 1.0, rank))
        return tuple(found.values())

    def _resembling(self, name: str) -> tuple[Hit, ...]:
        """Places one of whose names has the same transliteration key, the most alike first."""
        folded, bones = fold(name), skeleton(name)
        found: dict[str, Hit] = {}
        for rank, source in self.sources:
            for row, role in source.similar(bones):
                entry = source.entry(row)
                alike = likeness(folded, fold(entry.name))
                if alike >= LIKE:
                    found.setdefault(entry.id, Hit(entry, role, alike, rank))
        return tuple(sorted(found.values(), key=lambda hit: (-hit.likeness, -hit.entry.people)))[:MOST_SIMILAR]

    def knows(self, name: str) -> bool:
        """Whether a place has this name."""
        folded = fold(name)
        return any(source.exact(folded) for _, source in self.sources)


@lru_cache(maxsize=1)
def open_region_source() -> Memory:
    """The table of conflict regions as a source.

    Raises:
        ResourceError: where the table is missing or a row is malformed; names the line.
    """
    table = open_regions()
    return Memory(REGION_SOURCE, [(_entry_of(region), region.aliases) for region in table.rows], sha256=table.sha256)


def _entry_of(region: Region) -> Entry:
    countries = region.countries
    return Entry(
        id=region.id,
        name=region.name,
        kind=region.kind,
        country=countries[0] if len(countries) == 1 else None,
        admin1="|".join(region.admin1) or None,
        unit=None,
        lat=region.lat,
        lon=region.lon,
        people=0,
        bounds=region.bounds,
        source=REGION_SOURCE,
        countries=countries,
    )


@lru_cache(maxsize=1)
def open_shipped() -> Index:
    """The index that the package ships.

    Raises:
        ResourceError: where it is missing or damaged.
    """
    if not SHIPPED.exists():
        raise ResourceError(
            "the gazetteer has not been compiled; in a checkout run src/accordingto/resources/gazetteer/build.sh, "
            "else install accordingto again"
        )
    return Index(SHIPPED)


@lru_cache(maxsize=4)
def open_gazetteer(*, own: bool = True) -> Gazetteer:
    """Everything that is there to look places up in; without ``own``, nothing of the user's.

    Raises:
        ResourceError: where a gazetteer is missing or damaged; names it.
    """
    from accordingto.resources.gazetteer.users import user_sources

    return Gazetteer([*(user_sources() if own else ()), (1, open_region_source()), (2, open_shipped())])
