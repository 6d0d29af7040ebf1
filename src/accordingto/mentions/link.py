"""Entities of a report linked to the actors of the registry, with everything that refers to them.

`link` is the station's last step: it takes what names, sources and (where there is one) the entity head have found, adds what the
registry knows by name or composition, joins what is one, resolves descriptions and pronouns, and gives the records anew. The
report's own words stay the mentions' words; an actor is only an id beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from accordingto.language.flow import Flow
from accordingto.language.syntax import Syntax
from accordingto.mentions.anaphors import Anaphor, anaphors, people_nouns
from accordingto.mentions.context import Context, context_of
from accordingto.mentions.corefer import Discourse
from accordingto.mentions.gather import gather, may_refer
from accordingto.mentions.join import join
from accordingto.mentions.sources import linked_statements
from accordingto.mentions.spots import Spot
from accordingto.mentions.tagged import Named
from accordingto.mentions.things import Thing, characterise
from accordingto.mentions.titles import titles
from accordingto.model import (
    Actor,
    ActorKind,
    Entity,
    Mention,
    MentionKind,
    Report,
    Span,
    Statement,
    content_id,
)
from accordingto.resources.actors import Registry
from accordingto.resources.lexicons import Lexicons


@dataclass(frozen=True, slots=True)
class Linked:
    """The records anew."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    """Of the registry, those that the entities are, in text order."""


def link(
    report: Report,
    flow: Flow,
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    registry: Registry,
    lexicons: Lexicons,
    *,
    sentences: Sequence[Span],
    named: Sequence[Named] = (),
    syntax: Syntax | None = None,
) -> Linked:
    """Link a report's entities to actors, and its descriptions and pronouns to entities.

    Args:
        report: the report; its time of publication decides who held an office.
        flow: its running text.
        mentions: what earlier steps found, sources among them.
        entities: theirs.
        statements: the report's statements; their sources get entity and actor.
        registry: who is known.
        lexicons: words that tell genders and acts.
        sentences: of the running text.
        named: names that the head found in the running text; without any, names are those of the rules alone.
        syntax: of the running text; without it fewer capitals are read as governments.
    """
    context = context_of(report, flow, registry, lexicons, statements, sentences, syntax)
    spots = gather(context, mentions, [(name.span, MentionKind(name.kind), name.score) for name in named])
    things = join(context, spots, entities)
    spots += titles(context, things, spots)
    _refer(context, things, spots)
    return _records(context, report, things, spots, statements)


def _refer(context: Context, things: list[Thing], spots: Sequence[Spot]) -> None:
    """Walk through the text: names bring things up, what refers to them is added to them."""
    of = {id(spot): thing for thing in things for spot in thing.spots}
    for thing in things:
        characterise(thing, context.registry, context.lexicons)
    discourse = Discourse(context.sentences, context.registry.nominals, _home(context, things), context.syntax)
    for _, item in _in_order(context, spots, of):
        if isinstance(item, Anaphor):
            _settle(item, discourse, things)
        elif isinstance(item, Spot):
            thing = of[id(item)]
            if not item.adjective or len(thing.spots) == 1:
                thing.called(item)
                discourse.mentioned(thing)
        else:
            blocking = Thing(MentionKind.GROUP, last=item, plural=True)
            discourse.mentioned(blocking)


def _in_order(
    context: Context, spots: Sequence[Spot], of: dict[int, Thing]
) -> list[tuple[tuple[int, int], Anaphor | Spot | Span]]:
    """Names, what refers, and people whom nobody knows, in text order; the longer first where they begin together."""
    settled = [spot for spot in spots if id(spot) in of]
    taken = [spot.span for spot in settled]
    refer = [a for a in anaphors(context.text, context.registry.nominals) if not _inside_name(a, settled)]
    refer += [
        a
        for a in map(may_refer(context), (s for s in spots if id(s) not in of))
        if a and a.span not in {r.span for r in refer}
    ]
    people = [p for p in people_nouns(context.text, context.registry.nominals) if not any(t.overlaps(p) for t in taken)]
    items: list[Anaphor | Spot | Span] = [*settled, *refer, *people]
    keyed = [
        ((span.start, -span.end), item) for item in items for span in [item if isinstance(item, Span) else item.span]
    ]
    return sorted(keyed, key=lambda pair: pair[0])


def _inside_name(anaphor: Anaphor, spots: Iterable[Spot]) -> bool:
    """Whether words are part of a name, or a name the noun of a description ("the Ferro government")."""
    return any(spot.span.overlaps(anaphor.span) and not spot.adjective for spot in spots)


def _settle(anaphor: Anaphor, discourse: Discourse, things: list[Thing]) -> None:
    found = discourse.resolve(anaphor)
    if found is None:
        return
    kind = MentionKind.PRONOUN if anaphor.noun is None else found.thing.kind
    spot = Spot(anaphor.span, kind, anaphor.word, found.by, noun=anaphor.noun, score=REFERRED)
    spot.plural = anaphor.noun is not None and discourse.nominals.plural(anaphor.noun)
    if found.thing not in things:
        things.append(found.thing)
    found.thing.add(spot)
    if anaphor.noun is not None:
        found.thing.called(spot)
    else:
        found.thing.last = anaphor.span
    discourse.mentioned(found.thing)


REFERRED = 0.7
"""Score of what a description or pronoun was resolved to; B³ on re3d is the check."""


def _home(context: Context, things: list[Thing]) -> Callable[[ActorKind, Sequence[Thing]], Thing | None]:
    """The government or forces of the one state that speaks or acts in a sentence, else that the report is about."""
    registry = context.registry

    def thing_of(kind: ActorKind, before: Sequence[Thing]) -> Thing | None:
        acting = {registry.state_of(t.actor) for t in before if t.actor and registry.actors[t.actor].kind in _OF_STATES}
        state = context.home if len(acting) != 1 else acting.pop()
        if state is None:
            return None
        actor = registry.government(state) if kind is ActorKind.GOVERNMENT else registry.forces(state)
        known = next((thing for thing in things if thing.actor == actor), None)
        return known or Thing(
            MentionKind.ORGANISATION, actor=actor, actor_by="registry:country", kinds=frozenset((kind,))
        )

    return thing_of


_OF_STATES = (ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.OFFICE, ActorKind.PERSON)


def _records(
    context: Context,
    report: Report,
    things: Sequence[Thing],
    spots: Sequence[Spot],
    statements: Sequence[Statement],
) -> Linked:
    flow = context.flow
    mentions: dict[Span, Mention] = {}
    entities: list[Entity] = []
    renamed: dict[str, str] = {}
    for spot in spots:
        _put(mentions, report, flow, spot, None)
    for thing in sorted(things, key=lambda t: min(s.span for s in t.spots)):
        ident = content_id("entity", report.text_sha256, flow.archived(*_ends(min(s.span for s in thing.spots))))
        own = [m for m in (_put(mentions, report, flow, spot, ident) for spot in thing.spots) if m]
        renamed |= {entity.id: ident for entity in thing.old}
        entities.append(_entity(thing, ident, own))
    found = tuple(sorted(mentions.values(), key=lambda m: m.span))
    by_id = {entity.id: entity for entity in entities}
    linked = linked_statements(statements, report.text, found, by_id, renamed, context.registry)
    ids = dict.fromkeys(e.actor for e in entities if e.actor)
    return Linked(found, tuple(entities), linked, tuple(context.registry.actors[i] for i in ids))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _put(found: dict[Span, Mention], report: Report, flow: Flow, spot: Spot, entity: str | None) -> Mention | None:
    """A mention for a spot; words over a paragraph break are none."""
    archived = flow.archived(spot.span.start, spot.span.end)
    if len(archived) != 1:
        return None
    ident = content_id("mention", report.text_sha256, archived)
    found[archived[0]] = Mention(ident, archived[0], spot.kind, spot.head, entity, spot.score, spot.by)
    return found[archived[0]]


def _entity(thing: Thing, ident: str, mentions: Sequence[Mention]) -> Entity:
    first = next((e for e in thing.old if e.role), None)
    short = next((e.abbreviation for e in thing.old if e.abbreviation), None)
    return Entity(
        id=ident,
        name=thing.name,
        kind=thing.kind,
        mentions=tuple(dict.fromkeys(m.id for m in sorted(mentions, key=lambda m: m.span))),
        role=first.role if first else None,
        role_span=first.role_span if first else None,
        abbreviation=short,
        actor=thing.actor,
        actor_by=thing.actor_by,
    )
