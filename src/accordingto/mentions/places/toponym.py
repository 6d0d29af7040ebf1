"""A toponym as it stands in a text, before anyone asks where it is."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.model import PlaceKind, Span


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place. ``span`` is of the text it was found in."""

    span: Span
    name: str
    """As written, without a possessive ending."""
    score: float = 1.0
    by: str = "toponyms:given"
    demonym: bool = False
    """Whether the words are an adjective or a people."""
    relation: str | None = None
    """``west of``, ``near``, ``outskirts of`` …, where an area relative to the place is meant."""
    relation_span: Span | None = None
    hint: PlaceKind | None = None
    """What the words beside it say that it is: "Rapides Parish", "the city of"."""
