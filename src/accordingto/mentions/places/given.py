"""Toponyms whose spans are given, as those of a gold annotation are."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.mentions.places.toponym import Toponym
from accordingto.model import Span
from accordingto.resources.gazetteer.gazetteer import Gazetteer
from accordingto.resources.gazetteer.index import Role
from accordingto.resources.places import PlaceWords

BESIDE = 40
"""Characters on either side in which words of kind are looked for."""
LARGE = 50_000
"""People of a settlement that outweighs an equal demonym."""


def given(text: str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer, words: PlaceWords) -> list[Toponym]:
    """Toponyms of given spans of a text, with what their words tell."""
    found = []
    for start, end in spans:
        name = text[start:end]
        hint = words.hint(name, text[max(0, start - BESIDE) : start], text[end : end + BESIDE])
        found.append(Toponym(Span(start, end), name, demonym=is_demonym(name, gazetteer), hint=hint))
    return found


def is_demonym(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is an adjective or a people rather than a place."""
    hits = gazetteer.find(name)
    adjective = any(hit.role is Role.DEMONYM for hit in hits)
    return adjective and not any(hit.role is Role.NAME and hit.entry.people > LARGE for hit in hits)
