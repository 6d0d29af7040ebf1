"""What places and other names settle between them: a toponym that names a body, and a name that is a toponym."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.language.flow import Flow
from accordingto.mentions.tagged import Named
from accordingto.model import ActorKind, Place, Report
from accordingto.resources.actors import NameClass, Registry

_BODIES = frozenset(
    (
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.FORCE,
        ActorKind.COALITION,
        ActorKind.BODY,
        ActorKind.AGENCY,
        ActorKind.OUTLET,
    )
)
_AT = re.compile(r"\b(?:in|at|near|from|around|outside|inside|of)[ \u00a0]\Z", re.IGNORECASE)


def names_a_body(place: Place, report: Report, registry: Registry) -> bool:
    """Whether the words of a toponym name a group or body of the registry and nothing beside them says that a place is meant.

    Gazetteers know villages by the names of armed groups; few reports do.
    """
    found = registry.named(place.toponym)
    bodies = [registry.actors[naming.actor].kind in _BODIES for naming in found if naming.how is NameClass.NAME]
    before = report.text[max(0, place.span.start - 10) : place.span.start]
    only_bodies = bool(found) and len(bodies) == len(found) and all(bodies)
    return only_bodies and not place.demonym and not _AT.search(before)


def placed(names: Sequence[Named], places: Sequence[Place], flow: Flow) -> tuple[Named, ...]:
    """Names with the kind ``place`` where a toponym was found at just these words: places know more than the head alone."""
    at = {flow.running(place.span) for place in places if not place.demonym}
    return tuple(replace(name, kind="place") if name.span in at else name for name in names)
