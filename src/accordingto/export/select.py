"""Which records of a layer are asked for: by who is in them, who says them, where, when, by what act, of what type.

Names are compared word by word, without regard to case, accents and the kind of apostrophe; the words asked for must stand
together inside a name: ``front`` finds the Kharan Front, ``kharan`` too, ``khar`` does not.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accordingto.export.layers import Layer
from accordingto.export.rows_named import words_for
from accordingto.model import (
    Act,
    Actor,
    Control,
    Entity,
    Estimate,
    Event,
    Mention,
    Part,
    Place,
    Statement,
    Time,
)
from accordingto.model.days import first_day, last_day
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import statement_of
from accordingto.resources.gazetteer.known import Known

Claimed = Event | Estimate | Control
Record = Claimed | Place | Actor
_NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. Of several values of one kind any will do; of several kinds all must hold."""

    actors: tuple[str, ...] = ()
    """Who is in it: actors and recipients of an event, holders, an actor itself; of estimates and places whoever their
    statement names."""
    sources: tuple[str, ...] = ()
    """Who says it: any voice of the chain."""
    places: tuple[str, ...] = ()
    """A toponym, a resolved name, an administrative area or a country that the place lies in."""
    since: str | None = None
    """ISO 8601 as far as known; what overlaps with the time from its first day on."""
    until: str | None = None
    """The same up to its last day."""
    acts: frozenset[Act] = frozenset()
    types: frozenset[str] = frozenset()
    """Types of events, statuses of control."""
    derived: bool = False
    """Verbal events that are derived from acts, too; without it only those of a type that is asked for."""
    demonyms: bool = False
    """Adjectives and peoples ("Syrian") that point at a place without naming it, too."""
    known: Known = _NOTHING
    """What the names of places mean."""

    @property
    def timed(self) -> bool:
        """Whether a bound of time is given."""
        return bool(self.since or self.until)


def select(reading: Reading, layer: Layer, wanted: Wanted) -> tuple[Reading, int]:
    """The reading with only those records of the layer that are asked for.

    Args:
        reading: everything read from one report.
        layer: events, estimates, control, places or actors. An actor is told by the statements that name it or whose voice
            it is; its places are those that they name, its times those of what it takes part in.
        wanted: what is asked for.

    Returns:
        The reading, and how many records were left out only because they have no time.
    """
    found: list[Record] = [one for one in getattr(reading, layer.value) if _fits(reading, one, wanted)]
    if wanted.timed:
        times = {id(one): _times(reading, one) for one in found}
        untimed = sum(not times[id(one)] for one in found)
        found = [one for one in found if any(overlaps(time, wanted) for time in times[id(one)])]
    else:
        untimed = 0
    kept: dict[str, Any] = {layer.value: tuple(found)}
    return dataclasses.replace(reading, **kept), untimed


def _fits(reading: Reading, record: Record, wanted: Wanted) -> bool:
    if isinstance(record, Event) and record.derived and not (wanted.derived or wanted.types):
        return False
    if isinstance(record, Place) and record.demonym and not wanted.demonyms:
        return False
    statements = _statements(reading, record)
    if wanted.acts and not any(statement.act in wanted.acts for statement in statements):
        return False
    kind = record.type if isinstance(record, Event) else record.status if isinstance(record, Control) else ""
    return (
        (not wanted.types or kind.casefold() in wanted.types)
        and _any(wanted.actors, lambda: _actors(reading, record, statements))
        and _any(wanted.sources, lambda: _voices(reading, statements))
        and _any(wanted.places, lambda: _places(reading, record, statements, wanted))
    )


def _any(asked: tuple[str, ...], names: Callable[[], Iterable[str | None]]) -> bool:
    """Whether nothing is asked, or some of the names hold some of what is asked."""
    return not asked or any(holds(name, words) for name in names() if name for words in asked)


def holds(name: str, asked: str) -> bool:
    """Whether the words asked for stand together in a name."""
    inside, sought = _words(name), _words(asked)
    if not sought:
        return False
    return any(inside[at : at + len(sought)] == sought for at in range(len(inside) - len(sought) + 1))


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "’‘'ʿʾʼ`")
    return tuple(re.findall(r"\w+", plain))


def _statements(reading: Reading, record: Record) -> list[Statement]:
    """The statement that claims it; of an actor all that name it, or whose voice it is."""
    if isinstance(record, Actor):
        entities = {entity.id for entity in reading.entities if entity.actor == record.id}
        return [statement for statement in reading.statements if _names(reading, statement, record.id, entities)]
    found = (
        statement_of(reading, (record.span,))
        if isinstance(record, Place)
        else reading.by_id.get(record.statement or "")
    )
    return [found] if found else []


def _names(reading: Reading, statement: Statement, actor: str, entities: set[str]) -> bool:
    voices = any(link.source.actor == actor or link.source.entity in entities for link in statement.chain)
    return voices or any(mention.entity in entities for mention in _mentions(reading, statement))


def _mentions(reading: Reading, statement: Statement) -> Iterator[Mention]:
    for mention in reading.mentions:
        if any(part.contains(mention.span) for part in statement.content):
            yield mention


def _actors(reading: Reading, record: Record, statements: list[Statement]) -> Iterator[str | None]:
    if isinstance(record, Actor):
        yield from _actor_names(reading, record.id)
        yield from words_for(reading, record)
    elif isinstance(record, Event):
        yield from _part_names(reading, (*record.actors, *record.recipients))
    elif isinstance(record, Control):
        yield from _part_names(reading, record.holders)
    else:
        for statement in statements:
            yield from _named_in(reading, statement)


def _part_names(reading: Reading, parts: Iterable[Part]) -> Iterator[str | None]:
    for part in parts:
        yield part.words
        yield from _entity_names(reading, reading.entities_by_id.get(part.entity or ""))
        yield from _actor_names(reading, part.actor)


def _entity_names(reading: Reading, entity: Entity | None) -> Iterator[str | None]:
    if entity:
        yield from (entity.name, entity.abbreviation)
        yield from _actor_names(reading, entity.actor)


def _actor_names(reading: Reading, name: str | None) -> Iterator[str | None]:
    yield name
    actor = reading.actors_by_id.get(name or "")
    if actor:
        yield from (actor.name, *actor.aliases)


def _named_in(reading: Reading, statement: Statement) -> Iterator[str | None]:
    for mention in _mentions(reading, statement):
        yield mention.span.of(reading.report.text)
        yield from _entity_names(reading, reading.entities_by_id.get(mention.entity or ""))


def _voices(reading: Reading, statements: list[Statement]) -> Iterator[str | None]:
    for link in (link for statement in statements for link in statement.voices or statement.chain):
        yield from (link.source.name, link.source.words)
        yield from _entity_names(reading, reading.entities_by_id.get(link.source.entity or ""))
        yield from _actor_names(reading, link.source.actor)


def _places(reading: Reading, record: Record, statements: list[Statement], wanted: Wanted) -> Iterator[str | None]:
    if isinstance(record, Place):
        yield from _place_names(record, wanted)
    elif isinstance(record, Actor):
        contents = [part for statement in statements for part in statement.content]
        for place in reading.places:
            if any(part.contains(place.span) for part in contents):
                yield from _place_names(place, wanted)
    else:
        for part in record.places:
            yield part.words
            found = reading.places_by_id.get(part.place or "")
            yield from _place_names(found, wanted) if found else ()


def _place_names(place: Place, wanted: Wanted) -> Iterator[str | None]:
    """Its names and those of what it lies in; the name asked for where the gazetteer knows it under another."""
    yield from (place.toponym, place.name, place.admin1, place.country, place.gazetteer_id)
    known = wanted.known
    unit = (place.country, place.admin1 or "")
    if place.gazetteer_id in known.ids or place.country in known.countries or unit in known.units:
        yield from wanted.places


def _times(reading: Reading, record: Record) -> list[Time]:
    """When: of a place or an actor, the times of what is claimed to happen there or with it."""
    if isinstance(record, Place | Actor):
        claimed: tuple[Claimed, ...] = (*reading.events, *reading.estimates, *reading.control)
        times = [_time(one) for one in claimed if any(record.id in (p.place, p.actor) for p in _all_parts(one))]
    else:
        times = [_time(record)]
    return [time for time in times if time and (time.start or time.end)]


def _all_parts(record: Claimed) -> tuple[Part, ...]:
    if isinstance(record, Event):
        return (*record.actors, *record.recipients, *record.places)
    return (*record.holders, *record.places) if isinstance(record, Control) else record.places


def _time(record: Claimed) -> Time | None:
    return record.time if isinstance(record, Event) else record.as_of


def overlaps(time: Time, wanted: Wanted) -> bool:
    """Whether a time shares a day with what is asked for; an open end reaches as far as it likes."""
    first, last = time.start, time.end
    after = not (wanted.since and last) or last[:10] >= first_day(wanted.since)
    before = not (wanted.until and first) or first[:10] <= last_day(wanted.until)
    return after and before
