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
    DOCUMENT = "document"
    PRONOUN = "pronoun"


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
