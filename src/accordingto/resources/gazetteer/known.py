"""What a gazetteer knows under the names of places that are asked for, so that other spellings and what lies there are found too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.model import PlaceKind
from accordingto.resources.gazetteer.index import Role

if TYPE_CHECKING:
    from accordingto.resources.gazetteer.gazetteer import Gazetteer

_NAMES = (Role.NAME, Role.OTHER, Role.TRANSLITERATION)


@dataclass(frozen=True, slots=True)
class Known:
    """The places that some names mean."""

    ids: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """Codes of the countries among them: what lies there is found."""
    units: frozenset[tuple[str | None, str]] = frozenset()
    """Country and name of the first-level areas among them."""


def known_places(names: Iterable[str], gazetteer: Gazetteer) -> Known:
    """What a gazetteer knows under some names; adjectives and abbreviations do not count."""
    found = [hit.entry for name in names for hit in gazetteer.find(name) if hit.role in _NAMES]
    return Known(
        frozenset(entry.id for entry in found),
        frozenset(entry.country for entry in found if entry.kind is PlaceKind.COUNTRY and entry.country),
        frozenset((entry.country, entry.name) for entry in found if entry.kind is PlaceKind.ADMIN1),
    )


def known(names: Sequence[str] | None) -> Known:
    """What the gazetteer of this machine knows under some names; it is opened only where there are some."""
    if not names:
        return Known()
    from accordingto.resources.gazetteer.gazetteer import open_gazetteer

    return known_places(names, open_gazetteer())
