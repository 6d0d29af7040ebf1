"""Places that each toponym of a document may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.mentions.places.toponym import Toponym
from accordingto.model import PlaceKind
from accordingto.resources.gazetteer.gazetteer import Gazetteer, Hit
from accordingto.resources.gazetteer.index import Role
from accordingto.resources.gazetteer.keys import fold
from accordingto.resources.places import PlaceWords

MOST = 24
"""Candidates of a name: of the 3,568 located gold toponyms of the four dev corpora, 6 mean one that comes later."""
MOST_TOGETHER = 1500
"""Candidates of a document that are weighed together: each is compared with each."""
LEAST_LOWER = 3
"""Shorter names are acronyms and must be written in capitals."""


@dataclass(frozen=True, slots=True)
class Name:
    """All toponyms of a document that are written alike, and what they may mean."""

    key: str
    toponyms: tuple[int, ...]
    """Indices of the toponyms."""
    hits: tuple[Hit, ...]


def names_of(toponyms: Sequence[Toponym], gazetteer: Gazetteer, words: PlaceWords) -> list[Name]:
    """Toponyms grouped by how they are written, with their candidates; one sense a discourse (Gale et al. 1992)."""
    groups: dict[str, list[int]] = {}
    for number, toponym in enumerate(toponyms):
        groups.setdefault(_key(toponym), []).append(number)
    most = max(1, min(MOST, MOST_TOGETHER // max(1, len(groups))))
    return [
        Name(key, tuple(found), hits_of(toponyms[found[0]], gazetteer, words)[:most]) for key, found in groups.items()
    ]


def _key(toponym: Toponym) -> str:
    hint = toponym.hint if toponym.hint in (PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.WATER) else ""
    return f"{fold(toponym.name)}|{hint}|{(toponym.demonym and 1) or 0}"


def hits_of(toponym: Toponym, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Hit, ...]:
    """Candidates of one toponym: by its name, by the name without words of kind, by its transliteration, by a name inside it."""
    variants = words.variants(toponym.name)
    found: dict[str, Hit] = {}
    for variant in variants:
        found |= {hit.entry.id: hit for hit in gazetteer.find(variant) if _fits(toponym, hit)}
        if found:
            break
    if not toponym.demonym and not any(map(_is_known, found.values())):
        for variant in variants:
            found = {hit.entry.id: hit for hit in gazetteer.resembling(variant)} | found
    if not found:
        found = {hit.entry.id: hit for hit in _inner(variants[0], gazetteer)}
    return tuple(sorted(found.values(), key=_order)[:MOST])


def _inner(name: str, gazetteer: Gazetteer) -> list[Hit]:
    """Large places that a longer name has in it: "Harare City Council", "Orvenia National Bank"."""
    tokens = name.split()
    for length in range(min(len(tokens) - 1, LONGEST_INNER), 0, -1):
        for start in range(len(tokens) - length + 1):
            part = " ".join(tokens[start : start + length])
            hits = [hit for hit in gazetteer.find(part) if _is_large(hit)] if part[:1].isupper() else []
            if hits:
                return hits
    return []


LONGEST_INNER = 3
LARGE_INNER = 20_000
"""People: villages share their names with founders and saints."""


def _is_large(hit: Hit) -> bool:
    wide = hit.entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.ADMIN1, PlaceKind.REGION)
    return hit.role in (Role.NAME, Role.DEMONYM) and (wide or hit.entry.people >= LARGE_INNER)


def _fits(toponym: Toponym, hit: Hit) -> bool:
    """Whether a name is written as an abbreviation must be: "La." and "US" are, "la" and "us" are not."""
    bare = toponym.name.replace(".", "")
    capitals = bare.isupper() or toponym.name.endswith(".")
    return capitals or (hit.role is not Role.SHORT and len(bare) >= LEAST_LOWER)


def _is_known(hit: Hit) -> bool:
    """Whether a name surely is this place's, so that no transliteration need compete: a state, a large unit, a city."""
    return (
        hit.entry.kind in (PlaceKind.COUNTRY, PlaceKind.CONTINENT) or hit.entry.people >= KNOWN_PEOPLE or hit.rank < 2
    )


KNOWN_PEOPLE = 30_000


def _order(hit: Hit) -> tuple[int, int, float, int]:
    return hit.rank, int(hit.role is Role.TRANSLITERATION), -hit.likeness, -hit.entry.people
