"""What is named in a text, before anyone asks who said it: `Mention`, and the `Entity` that its mentions share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from accordingto.model.spans import Span


class MentionKind(StrEnum):
    """What a mention is of."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """People named by what they are: residents, officials, two doctors."""
    NATIONALITY = "nationality"
    """Peoples, creeds and adjectives of states: Syrian, Kurdish, Alawite."""
    WEAPON = "weapon"
    """Weapons, vehicles and platforms."""
    HAPPENING = "happening"
    """Named wars, battles, elections, operations."""
    DOCUMENT = "document"
    PRONOUN = "pronoun"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming in the text. ``entity`` is the id of the local `Entity`, where it is resolved."""

    id: str
    span: Span
    kind: MentionKind
    head: str
    """The words that name, without titles, articles and appositions."""
    entity: str | None
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Mentions of one thing inside one report. Persons outside the registry stay local to their report."""

    id: str
    name: str
    """The fullest name that the report gives."""
    kind: MentionKind
    mentions: tuple[str, ...]
    """Ids, in text order."""
    role: str | None = None
    """As the report states it."""
    role_span: Span | None = None
    abbreviation: str | None = None
    actor: str | None = None
    """Id of the `Actor` of the registry that it is."""
    actor_by: str | None = None
    """The rule that told."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its bound and measure, before anyone asks what is counted.

    ``low`` and ``high`` are inclusive and ``None`` where open: "fewer than 1,000" is (None, 999), "dozens" (24, None).
    """

    span: Span
    """With the words of its bound: "at least 12", "between 48 and 60"."""
    low: float | None
    high: float | None
    by: str
    approximate: bool = False
    measure: str | None = None
    """``%``, an ISO 4217 code for money, or a unit of measure as written ("km", "tonnes"); ``None`` for a bare count."""
