"""Names that mean one: by actor, by what earlier steps joined, by the words themselves.

An abbreviation means what it was introduced for, whatever else it may mean elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from accordingto.mentions.context import Context
from accordingto.mentions.persons import holder_named, holder_titled, ruler_named, titles_beside
from accordingto.mentions.spots import Spot
from accordingto.mentions.things import Thing
from accordingto.model import ActorKind, Entity, MentionKind
from accordingto.resources.folding import tokens

_LOCAL = ("names", "named", "registry:person")


def join(context: Context, spots: Sequence[Spot], entities: Sequence[Entity]) -> list[Thing]:
    """The things that are named, with their names; spots that name nobody are in none of them."""
    by_id = {entity.id: entity for entity in entities}
    for spot in spots:
        spot.actors = _chosen(spot.actors, context, spots)
    _introduced(context, spots, by_id)
    things = _by_actor(spots)
    _by_old(things, spots, by_id)
    _by_name(things, spots)
    found = [thing for thing in things.values() if thing.actor or not _only_nouns(thing, context)]
    for thing in found:
        _elect(thing)
        if thing.kind is MentionKind.PERSON and thing.actor is None:
            _hold_office(thing, context)
    return _offices_joined(_one_an_actor(found), context)


def _only_nouns(thing: Thing, context: Context) -> bool:
    """Whether a thing is called nothing but what any body of its kind is called ("the Coalition"): that refers, or describes."""
    return all(context.registry.nominals.kinds(spot.head.casefold()) for spot in thing.spots)


def _chosen(actors: tuple[str, ...], context: Context, spots: Sequence[Spot]) -> tuple[str, ...]:
    """Of several actors that words can name the one of the state that the report names most, where there is just one."""
    if len(actors) < 2:
        return actors
    sure = {spot.actors[0] for spot in spots if len(spot.actors) == 1}
    known = [actor for actor in actors if actor in sure]
    if len(known) == 1:
        return (known[0],)
    counts = {actor: context.states.get(context.registry.state_of(actor) or "", 0) for actor in actors}
    best = max(counts.values())
    fitting = [actor for actor in actors if counts[actor] == best] if best else []
    return (fitting[0],) if len(fitting) == 1 else ()


def _introduced(context: Context, spots: Sequence[Spot], entities: dict[str, Entity]) -> None:
    """An abbreviation in brackets means what stands before it, whatever else it may mean elsewhere."""
    of: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.old:
            of[spot.old].append(spot)
    for ident, own in of.items():
        short = entities[ident].abbreviation if ident in entities else None
        if not short:
            continue
        full = [
            spot for spot in own if spot.head.casefold() != short.casefold() and spot.by in (*_LOCAL, "registry:name")
        ]
        actors = {actor for spot in full for actor in spot.actors}
        for spot in own:
            if (
                spot.head == short
                and full
                and spot.actors
                and set(spot.actors) != actors
                and not _alike(spot, full, context)
            ):
                spot.actors = tuple(actors) if len(actors) == 1 else ()


def _alike(short: Spot, full: Iterable[Spot], context: Context) -> bool:
    """Whether a full name shares half its words with the actor's: a variant that the registry does not list."""
    own = {t.folded for t in tokens(context.registry.actors[short.actors[0]].name)}
    return any(2 * len(own & {t.folded for t in tokens(spot.head)}) >= len(own) for spot in full)


def _by_actor(spots: Sequence[Spot]) -> dict[str, Thing]:
    things: dict[str, Thing] = {}
    for spot in spots:
        if len(spot.actors) == 1:
            thing = things.setdefault(spot.actors[0], Thing(spot.kind, actor=spot.actors[0], actor_by=spot.by))
            if thing.kind is MentionKind.NATIONALITY or spot.kind is MentionKind.PLACE:
                thing.kind = spot.kind
            thing.add(spot)
    return things


def _by_old(things: dict[str, Thing], spots: Sequence[Spot], entities: dict[str, Entity]) -> None:
    """What earlier steps joined stays joined, unless its names are different actors': then it goes with the most frequent."""
    actors: dict[str, Counter[str]] = defaultdict(Counter)
    for spot in spots:
        if spot.old and len(spot.actors) == 1:
            actors[spot.old][spot.actors[0]] += 1
    for spot in spots:
        if spot.old is None or len(spot.actors) == 1 or spot.old not in entities:
            continue
        entity = entities[spot.old]
        key = actors[spot.old].most_common(1)[0][0] if actors[spot.old] else f"entity {spot.old}"
        things.setdefault(key, Thing(entity.kind)).add(spot)
    for ident, entity in entities.items():
        best = actors[ident].most_common(1)[0][0] if actors[ident] else f"entity {ident}"
        if best in things:
            things[best].old.append(entity)


def _by_name(things: dict[str, Thing], spots: Sequence[Spot]) -> None:
    """What nobody has joined yet goes by its words."""
    joined = {id(spot) for thing in things.values() for spot in thing.spots}
    names = {s.head.casefold(): thing for thing in things.values() for s in thing.spots if not s.adjective}
    for spot in spots:
        if id(spot) in joined or spot.by not in _LOCAL:
            continue
        key = spot.head.casefold()
        thing = names.get(key)
        if thing is None:
            thing = names[key] = things[f"name {key}"] = Thing(spot.kind)
        thing.add(spot)


def _elect(thing: Thing) -> None:
    """A name that the registry does not have is what most speaks for; a title makes a person."""
    votes: dict[MentionKind, float] = defaultdict(float)
    for spot in thing.spots:
        for kind, weight in spot.votes.items():
            votes[kind] += weight
    if thing.actor is None and votes:
        titled = any(entity.kind is MentionKind.PERSON and entity.role for entity in thing.old)
        thing.kind = MentionKind.PERSON if titled else max(votes, key=lambda kind: votes[kind])
        for spot in thing.spots:
            spot.kind = thing.kind if spot.by in _LOCAL else spot.kind


def _hold_office(thing: Thing, context: Context) -> None:
    """A person may be an office holder of the registry."""
    titles: set[str] = set()
    for spot in thing.spots:
        if spot.by in _LOCAL:
            titles |= titles_beside(context.offices, *context.tokens_of(spot.span))
    name = thing.name
    many = len(tokens(name)) > 1
    found = holder_named(name, titles, context.setting) if many else None
    by = "registry:office-holder"
    if found is None and (many is False or titles):
        found, by = holder_titled(name, titles, context.setting), "registry:title-and-surname"
    if found is None and not many:
        found, by = ruler_named(name, context.setting), "registry:ruler-surname"
    if found:
        thing.actor, thing.actor_by = found, by


def _one_an_actor(things: Iterable[Thing]) -> list[Thing]:
    """Persons who turn out to be the same office holder are one."""
    kept: dict[str, Thing] = {}
    for number, thing in enumerate(things):
        key = thing.actor or f"thing {number}"
        known = kept.get(key)
        if known is None:
            kept[key] = thing
        else:
            for spot in thing.spots:
                known.add(spot)
            known.old += thing.old
    return list(kept.values())


def _offices_joined(things: list[Thing], context: Context) -> list[Thing]:
    """An office is mentioned together with the person who holds it, where the report names that person."""
    registry = context.registry
    persons = {thing.actor: thing for thing in things if thing.kind is MentionKind.PERSON and thing.actor}
    kept = []
    for thing in things:
        actor = registry.actors.get(thing.actor or "")
        holders = [
            person
            for ident, person in persons.items()
            if actor
            and actor.kind is ActorKind.OFFICE
            and actor.id in registry.offices_held(ident, context.setting.date)
        ]
        if len(holders) == 1:
            for spot in thing.spots:
                holders[0].add(spot)
            holders[0].old += thing.old
        else:
            kept.append(thing)
    return kept
