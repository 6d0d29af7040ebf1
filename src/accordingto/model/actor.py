"""`Actor`: somebody the registry knows, across reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    """A government or one of its departments; also those that govern without being recognised."""
    FORCE = "force"
    """The armed, police or intelligence service of a state."""
    ARMED_GROUP = "armed-group"
    COALITION = "coalition"
    BODY = "body"
    """Intergovernmental or international."""
    ORGANISATION = "organisation"
    PARTY = "party"
    AGENCY = "agency"
    OUTLET = "outlet"
    OFFICE = "office"
    PERSON = "person"
    """Only holders of an office; nobody else is in the registry."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about an actor that has a time: who held an office, of whom a force is a part."""

    kind: str
    """``holder``, ``part-of``, ``member-of``, ``ally-of``, ``renamed``, ``split-from`` …"""
    value: str
    """Id of another actor, or a name."""
    start: str | None
    """ISO date, as far as known."""
    end: str | None
    reference: str
    """A public page where it can be checked."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Canonical name, the names outlets use, and kind. Facts in the registry carry a reference each."""

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 of the state that it is, belongs to or mainly acts in."""
    facts: tuple[Fact, ...] = ()
    origin: str = "registry"
    """``registry``, or the file that a user added."""
    demonyms: tuple[str, ...] = ()
    """Adjectives and peoples of a state: Syrian, Briton."""
    metonyms: tuple[str, ...] = ()
    """Places that stand for a state's government where they act: Damascus."""
