"""Who says or is named in a statement and which places it names, in a form that is good for filtering."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from accordingto.model import MentionKind, Place, Source, Span, Statement
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import part_name
from accordingto.resources.folding import plain_key, tokens

SOURCE, VOICE, ACTOR, RECIPIENT, HOLDER, NAMED = "source", "voice", "actor", "recipient", "holder", "named"
_NAMELESS = frozenset({MentionKind.PRONOUN, MentionKind.PLACE, MentionKind.WEAPON, MentionKind.HAPPENING})
"""Mentions that name nobody who could be looked up by name; places are in a table of their own."""
_Named = tuple[str, str, str | None]
"""Role, name, id of the actor."""


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name without case, accents, points and apostrophes: what two writings of a name share, for looking it up."""
    return plain_key([token.folded for token in tokens(name)])


def named_actors(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """Rows of ``statement_actors`` by statement, each name once a role: voices first, then roles, then who is only named."""
    found: dict[str, dict[_Named, None]] = {statement.id: {} for statement in reading.statements}
    for statement in reading.statements:
        found[statement.id].update(dict.fromkeys(_voices(reading, statement)))
    for name, roles in _roles(reading):
        found.get(name, {}).update(dict.fromkeys(roles))
    for name, mentioned in _mentioned(reading):
        held = {(words, actor) for _, words, actor in found[name]}
        found[name].update({one: None for one in mentioned if one[1:] not in held})
    return {
        name: [{"role": role, "name": words, "folded": folded(words), "actor": actor} for role, words, actor in named]
        for name, named in found.items()
    }


def _voices(reading: Reading, statement: Statement) -> Iterable[_Named]:
    for n, link in enumerate(reversed(statement.chain)):
        name = _called(reading, link.source)
        if name:
            yield (VOICE if n else SOURCE, name, link.source.actor)


def _called(reading: Reading, source: Source) -> str | None:
    actor = reading.actors_by_id.get(source.actor or "")
    return actor.name if actor else source.name or source.words


def _roles(reading: Reading) -> Iterable[tuple[str, list[_Named]]]:
    for event in reading.events:
        for role, parts in ((ACTOR, event.actors), (RECIPIENT, event.recipients)):
            yield event.statement, [(role, part_name(part, reading), part.actor) for part in parts]
    for control in reading.control:
        yield control.statement, [(HOLDER, part_name(part, reading), part.actor) for part in control.holders]


def _mentioned(reading: Reading) -> Iterable[tuple[str, list[_Named]]]:
    """Entities mentioned inside each statement's content."""
    mentions = [m for m in reading.mentions if m.kind not in _NAMELESS and m.entity in reading.entities_by_id]
    mentions.sort(key=lambda mention: mention.span)
    starts = [mention.span.start for mention in mentions]
    for statement in reading.statements:
        inside = [
            mentions[n]
            for span in statement.content
            for n in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
            if mentions[n].span.end <= span.end
        ]
        yield statement.id, [_entity(reading, mention.entity or "") for mention in inside]


def _entity(reading: Reading, name: str) -> _Named:
    entity = reading.entities_by_id[name]
    actor = reading.actors_by_id.get(entity.actor or "")
    return NAMED, actor.name if actor else entity.name, entity.actor


def named_places(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """Rows of ``statement_places`` by statement: places named in the content, and those in a role of what it claims."""
    found: dict[str, dict[str, Place]] = {statement.id: {} for statement in reading.statements}
    for statement in reading.statements:
        for place in reading.places:
            if _inside(place.span, statement):
                found[statement.id].setdefault(place.gazetteer_id or place.toponym, place)
    for name, places in _spots(reading):
        for place in places:
            found.get(name, {}).setdefault(place.gazetteer_id or place.toponym, place)
    return {name: [_place(place) for place in places.values()] for name, places in found.items()}


def _inside(span: Span, statement: Statement) -> bool:
    return any(part.contains(span) for part in statement.content)


def _spots(reading: Reading) -> Iterable[tuple[str, list[Place]]]:
    claims = [
        *((event.statement, event.places) for event in reading.events),
        *((estimate.statement, estimate.places) for estimate in reading.estimates),
        *((control.statement, control.places) for control in reading.control),
    ]
    for statement, parts in claims:
        if statement:
            yield statement, [reading.places_by_id[p.place] for p in parts if p.place in reading.places_by_id]


def _place(place: Place) -> dict[str, Any]:
    name = place.name or place.toponym
    return {"name": name, "folded": folded(name), "gazetteer_id": place.gazetteer_id, "country": place.country}
