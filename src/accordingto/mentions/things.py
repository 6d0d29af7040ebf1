"""`Thing`: somebody or something that a report speaks of, with everything said so far that later words can be matched against."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from accordingto.mentions.spots import Spot
from accordingto.model import ActorKind, Entity, MentionKind, Span
from accordingto.resources.actors import Registry
from accordingto.resources.folding import fold
from accordingto.resources.lexicons import Lexicons

_WORD = re.compile(r"[^\W_]+")
_EPITHET = re.compile(
    r"^\S+-(?:led|backed|aligned|supported|funded|based|run|allied|affiliated|linked)[ \u00a0](?=[A-Z])"
)
_NAMING = ("registry:name", "registry:transliteration", "names", "named", "registry:person")
ORGANISED = frozenset((ActorKind.ARMED_GROUP, ActorKind.BODY, ActorKind.ORGANISATION, ActorKind.PARTY))
"""What a body of the report that the registry does not know can be."""


@dataclass(slots=True)
class Thing:
    """One entity in the making; ``spots`` are in the order in which they were settled, names before what refers to them."""

    kind: MentionKind
    spots: list[Spot] = field(default_factory=list)
    actor: str | None = None
    actor_by: str | None = None
    old: list[Entity] = field(default_factory=list)
    """Entities of earlier steps that it takes in."""
    nouns: set[str] = field(default_factory=set)
    """Head nouns of the names and descriptions that the report has used for it up to here."""
    kinds: frozenset[ActorKind] = frozenset()
    gender: str | None = None
    words: set[str] = field(default_factory=set)
    """Folded words of its roles."""
    last: Span = field(default_factory=lambda: Span(0, 1))
    """Where it was last mentioned before the words that are now resolved."""
    first: int = 10**9
    subject: bool = False
    """Whether its last mention is a subject, or the first in its sentence."""
    plural: bool = False

    def add(self, spot: Spot) -> None:
        """Take in a name."""
        self.spots.append(spot)
        self.first = min(self.first, spot.span.start)

    @property
    def name(self) -> str:
        """The fullest name that the report gives; a description only where there is no name."""
        own = [spot.head for spot in self.spots if spot.by in _NAMING and not spot.adjective]
        known = self.actor is not None and self.kind is not MentionKind.PERSON
        old = [entity.name for entity in self.old if not known and not (own and entity.kind is MentionKind.PLACE)]
        names = [_EPITHET.sub("", name) for name in (*own, *old)]
        return max(names or [spot.head for spot in self.spots], key=len)

    def called(self, spot: Spot) -> None:
        """Note that the report has named or described it so."""
        if spot.noun:
            self.nouns |= {spot.noun, spot.noun.split()[-1]}
        self.last, self.plural = spot.span, spot.plural


def characterise(thing: Thing, registry: Registry, lexicons: Lexicons) -> None:
    """Fill in what kind of actor a thing can be, its gender and the words of its roles."""
    actor = registry.actors.get(thing.actor) if thing.actor else None
    if actor:
        thing.kinds = frozenset((actor.kind,))
    elif thing.kind is MentionKind.ORGANISATION:
        own = [registry.nominals.kinds(fold(word), own=True) for word in _WORD.findall(thing.name)[-1:]]
        thing.kinds = frozenset().union(*own) or ORGANISED
    roles = [entity.role for entity in thing.old if entity.role]
    if actor and actor.kind is ActorKind.PERSON:
        roles += [registry.actors[fact.value].name for fact in actor.facts if fact.kind == "holds"]
    thing.words = {word.lower() for role in roles for word in _WORD.findall(role)}
    thing.gender = _gender(thing.words, lexicons)


def _gender(words: Iterable[str], lexicons: Lexicons) -> str | None:
    found = set(words)
    return next((g for g in ("female", "male") if found & lexicons.roles[g]), None)
