"""Which actors are one, and which actor somebody in a report is, as people have it: pure functions.

A merger of actors of the registry makes one of them; what a report names and is merged with an actor is that actor, and where it is merged
with something else that the report names it is that. What is split off an actor is nobody whom the registry knows. Decisions are applied in
the order in which they were made, those of adjudicators after those of coders.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from accordingto.compare.grouped import MERGE, SPLIT, in_force
from accordingto.model import Actor, Control, Entity, Event, Part, Source, Statement
from accordingto.model.review import GroupReview, Review
from accordingto.pipeline.reading import Reading

BY = "review"
"""The rule of an actor that a person said somebody to be."""


@dataclass(slots=True)
class ActorGroups:
    """Actors as people have them."""

    leads: dict[str, str] = field(default_factory=dict)
    """Of an actor that is one with another: that one."""
    entities: dict[str, str | None] = field(default_factory=dict)
    """Of what a report names, as far as somebody decided: the actor that it is; ``None`` where it is none."""
    same: dict[str, str] = field(default_factory=dict)
    """Of what a report names: what else it names that is the same."""
    decided: dict[str, list[GroupReview]] = field(default_factory=dict)
    """Of each actor the decisions that made it what it is."""

    def __bool__(self) -> bool:
        """Whether anything is otherwise than the program has it."""
        return bool(self.leads or self.entities or self.same)

    def resolve(self, actor: str) -> str:
        """The actor that an id means."""
        while actor in self.leads:
            actor = self.leads[actor]
        return actor

    def ids_of(self, actor: str) -> tuple[str, ...]:
        """All ids of an actor, its own first."""
        return (actor, *sorted(one for one in self.leads if self.resolve(one) == actor))

    def together(self, actors: Iterable[str]) -> tuple[str, ...]:
        """Some ids, and those of the actors that are one with any of theirs."""
        given = dict.fromkeys(actors)
        heads = {self.resolve(one) for one in given}
        return tuple(given | dict.fromkeys(sorted(one for one in {*self.leads, *heads} if self.resolve(one) in heads)))


def actor_groups(reviews: Iterable[GroupReview], actors: Collection[str]) -> ActorGroups:
    """What decisions make of actors.

    Args:
        reviews: decisions on actors.
        actors: ids of the actors of the registry among those that are named in them; the others are entities of reports.
    """
    made = ActorGroups()
    for one in in_force(reviews):
        if one.action == MERGE:
            _merge(made, one, actors)
        elif one.action == SPLIT:
            made.entities |= dict.fromkeys(one.members)
            made.decided.setdefault(made.resolve(one.ids[0]), []).append(one)
    return made


def _merge(made: ActorGroups, one: GroupReview, actors: Collection[str]) -> None:
    named = dict.fromkeys((*([one.target] if one.target else []), *one.ids))
    known = list(dict.fromkeys(made.resolve(name) for name in named if name in actors))
    local = [name for name in named if name not in actors]
    if not known:
        made.same |= dict.fromkeys(local[1:], local[0])
        return
    head = known[0]
    for other in known[1:]:
        made.leads[other] = head
        made.decided.setdefault(head, []).extend(made.decided.pop(other, []))
    made.entities |= dict.fromkeys(local, head)
    made.decided.setdefault(head, []).append(one)


def with_actors(reading: Reading, groups: ActorGroups, records: Mapping[str, Actor]) -> Reading:
    """A reading with the actors that people have.

    Args:
        reading: as the program reads it.
        groups: what people decided.
        records: of the actors that others are one with, by id.
    """
    entities = _entities(reading, groups)
    if entities == reading.entities and not groups.leads.keys() & {one.id for one in reading.actors}:
        return reading
    own = {one.id: one.actor for one in entities}
    turn = _turn(entities, groups)
    known = {one.id: one for one in (*records.values(), *reading.actors)}
    used = dict.fromkeys(turn.actor(None, one.id) for one in reading.actors) | dict.fromkeys(own.values())
    return replace(
        reading,
        entities=entities,
        mentions=tuple(
            replace(one, entity=groups.same[one.entity]) if one.entity in groups.same else one
            for one in reading.mentions
        ),
        actors=tuple(known[name] for name in used if name in known),
        statements=tuple(map(turn.statement, reading.statements)),
        events=tuple(map(turn.event, reading.events)),
        control=tuple(map(turn.control, reading.control)),
    )


def value_with_actors(one: Review, reading: Reading, groups: ActorGroups) -> Review:
    """A decision on a record that has the actors that people have; ``reading`` is as `with_actors` gives it."""
    turn = _turn(reading.entities, groups)
    if isinstance(one.value, Statement):
        return replace(one, value=turn.statement(one.value))
    if isinstance(one.value, Event):
        return replace(one, value=turn.event(one.value))
    return replace(one, value=turn.control(one.value)) if isinstance(one.value, Control) else one


def _turn(entities: Iterable[Entity], groups: ActorGroups) -> _Turn:
    own = {one.id: one.actor for one in entities}
    return _Turn(groups, {**own, **{name: own.get(kept) for name, kept in groups.same.items() if kept in own}})


def _entities(reading: Reading, groups: ActorGroups) -> tuple[Entity, ...]:
    """What the report names: one that is another goes up in it."""
    there = {one.id: one for one in reading.entities}
    made = {}
    for one in reading.entities:
        if groups.same.get(one.id) in there:
            continue
        said = groups.entities.get(one.id, one.actor)
        actor = groups.resolve(said) if said is not None else None
        gone = [other for other in reading.entities if groups.same.get(other.id) == one.id]
        mentions = tuple(dict.fromkeys(name for other in (one, *gone) for name in other.mentions))
        by = one.actor_by if actor == one.actor else BY if actor else None
        made[one.id] = replace(one, actor=actor, actor_by=by, mentions=mentions)
    return tuple(made.values())


@dataclass(frozen=True, slots=True)
class _Turn:
    """Puts the actors that people have into records."""

    groups: ActorGroups
    actors: Mapping[str, str | None]
    """By the ids of entities."""

    def actor(self, entity: str | None, actor: str | None) -> str | None:
        """The actor that somebody is: that of the entity, where the record says which, else that which the actor is one with."""
        if entity in self.groups.entities or entity in self.groups.same:
            return self.actors.get(entity or "", actor)
        return self.groups.resolve(actor) if actor is not None else None

    def entity(self, entity: str | None) -> str | None:
        return self.groups.same.get(entity or "", entity)

    def statement(self, one: Statement) -> Statement:
        return replace(one, chain=tuple(replace(link, source=self.source(link.source)) for link in one.chain))

    def source(self, one: Source) -> Source:
        return replace(one, actor=self.actor(one.entity, one.actor), entity=self.entity(one.entity))

    def parts(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        return tuple(
            replace(one, actor=self.actor(one.entity, one.actor), entity=self.entity(one.entity)) for one in parts
        )

    def event(self, one: Event) -> Event:
        return replace(one, actors=self.parts(one.actors), recipients=self.parts(one.recipients))

    def control(self, one: Control) -> Control:
        return replace(one, holders=self.parts(one.holders))
