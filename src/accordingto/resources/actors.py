"""The actor registry: who is known across reports, by which names, with dated facts and a reference for each.

It is built from tables (``lexicons/actors/*.tsv``) and from what a user added; opened once, immutable, hashed. Persons are in it
only as holders of an office. The government and the forces of every state are derived from the state's row: reports name them by
its adjective ("Syrian warplanes"), so no table lists them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from accordingto.model import Actor, ActorKind, Fact, sha256
from accordingto.resources.actor_files import read_user_actors, shipped_tables, user_actors_file
from accordingto.resources.folding import Token, levelled, loose_key, plain_key, tokens
from accordingto.resources.nominals import Nominals, open_nominals

_LOOSE_KINDS = frozenset(
    (ActorKind.ARMED_GROUP, ActorKind.COALITION, ActorKind.PARTY, ActorKind.PERSON, ActorKind.OUTLET)
)
"""Kinds whose names are transliterated in several ways; state and office names are spelled one way."""


LONGEST_SMALL = 4
"""Letters of an abbreviation up to which it must be written in capitals ("WHO"); longer ones are also read as words ("Unicef")."""


SHIPPED = "registry"
"""Origin of the actors that come with the program."""


class NameClass(StrEnum):
    """How words name an actor."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    TITLE = "title"
    """What an office is called; says which office only together with the state or body."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Words that name an actor."""

    actor: str
    how: NameClass
    words: tuple[str, ...]
    """As written, without possessives, so that capitals can be compared."""

    @property
    def abbreviation(self) -> bool:
        """Whether it is one short word of capitals, which names nobody when written small."""
        return len(self.words) == 1 and len(self.words[0]) <= LONGEST_SMALL and self.words[0].isupper()

    def written_so(self, words: Sequence[str]) -> bool:
        """Whether words are written as this name is: capitals where it has them, an abbreviation all in capitals."""
        if self.abbreviation:
            return words[0].isupper()
        return all(given[:1].isupper() or not own[:1].isupper() for own, given in zip(self.words, words, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Actors and the index of their names."""

    actors: Mapping[str, Actor]
    nominals: Nominals
    sha256: str
    plain: Mapping[str, tuple[Naming, ...]]
    """By plain key (see `folding`)."""
    loose: Mapping[str, tuple[Naming, ...]]
    reach: Mapping[str, int]
    """First folded word of a name → most words that a name beginning with it has."""
    loose_reach: Mapping[str, int]
    """The same for loose keys: first word but an article."""
    holders: Mapping[str, tuple[Fact, ...]]
    """By office id; ``value`` is the person's id."""
    offices: Mapping[str, tuple[str, ...]]
    """Offices by the actor that they are of."""
    surnames: Mapping[str, tuple[str, ...]]
    """Loosely folded last words of persons' names → ids."""

    def named(self, words: str) -> tuple[Naming, ...]:
        """Who goes by these words; by a way of transliterating them only where nobody goes by them as they stand."""
        folded = [token.folded for token in tokens(words)]
        found = self.plain.get(plain_key(folded), ())
        key = None if found else loose_key(folded)
        return found or (self.loose.get(key, ()) if key else ())

    def government(self, state: str) -> str | None:
        """Id of a state's government."""
        return derived("gov", state) if state.startswith("state:") and state in self.actors else None

    def forces(self, state: str) -> str | None:
        """Id of a state's forces."""
        return derived("force", state) if state.startswith("state:") and state in self.actors else None

    def state_of(self, actor: str) -> str | None:
        """Id of the state that an actor is, belongs to or mainly acts in."""
        country = self.actors[actor].country if actor in self.actors else None
        state = f"state:{country.lower()}" if country else None
        return state if state in self.actors else None

    def holder(self, office: str, on: str) -> str | None:
        """Id of the person who held an office on a day (ISO, as far as known); ``None`` where nobody or not surely one did."""
        fitting = {fact.value for fact in self.holders.get(office, ()) if held(fact, on)}
        return fitting.pop() if len(fitting) == 1 else None

    def offices_held(self, person: str, on: str | None) -> tuple[str, ...]:
        """Offices of a person on a day; without a day, all that the registry knows of."""
        facts = self.actors[person].facts if person in self.actors else ()
        return tuple(fact.value for fact in facts if fact.kind == "holds" and (on is None or held(fact, on)))


def held(fact: Fact, on: str) -> bool:
    """Whether a fact holds on a day, as far as its dates and the day are known; both ends count."""
    after_start = fact.start is None or _least(on) >= _least(fact.start) or fact.start.startswith(on)
    return after_start and (fact.end is None or _least(on) <= _most(fact.end))


def _least(date: str) -> str:
    return (date + "-01-01"[len(date) - 4 :])[:10] if len(date) < 10 else date[:10]


def _most(date: str) -> str:
    return (date + "-12-31"[len(date) - 4 :])[:10] if len(date) < 10 else date[:10]


def derived(kind: str, state: str) -> str:
    """Id of a state's government (``gov``) or forces (``force``)."""
    return f"{kind}:{state.removeprefix('state:')}"


def open_actors() -> Registry:
    """The shipped registry, with the actors that the user added.

    Raises:
        ResourceError: where a table or the user's file is damaged.
    """
    path = user_actors_file()
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0
    return _opened(str(path), changed)


@lru_cache(maxsize=2)
def _opened(path: str, changed: int) -> Registry:
    return registry_of(read_user_actors(path) if changed else ())


@lru_cache(maxsize=1)
def open_shipped_actors() -> Registry:
    """The shipped registry alone."""
    return registry_of(())


def registry_of(added: Iterable[Actor]) -> Registry:
    """The registry of the shipped tables and some added actors; an added one with a shipped id takes its place."""
    tables = shipped_tables()
    actors = {actor.id: actor for actor in tables.actors}
    own = list(added)
    for state in [a for a in (*tables.actors, *own) if a.kind is ActorKind.STATE]:
        actors |= {made.id: made for made in _derived(state)}
    actors |= {actor.id: actor for actor in own}
    holders: dict[str, list[Fact]] = defaultdict(list)
    for actor in actors.values():
        for fact in actor.facts:
            if fact.kind == "holds":
                holders[fact.value].append(replace(fact, kind="holder", value=actor.id))
    for office, held_by in holders.items():
        if office in actors:
            actors[office] = replace(actors[office], facts=(*actors[office].facts, *held_by))
    namings = _Namings()
    for actor in (*tables.actors, *own):
        namings.of(actor)
    offices: dict[str, list[str]] = defaultdict(list)
    for office, (of, titles) in tables.titles.items():
        offices[of].append(office)
        for title in titles:
            namings.add(title, office, NameClass.TITLE)
    return Registry(
        actors=MappingProxyType(actors),
        nominals=open_nominals(),
        sha256=sha256("".join((tables.sha256, open_nominals().sha256, *map(repr, own))).encode()),
        plain=namings.plain(),
        loose=namings.loose(),
        reach=MappingProxyType(namings.reach),
        loose_reach=MappingProxyType(namings.loose_reach),
        holders=MappingProxyType({office: tuple(facts) for office, facts in holders.items()}),
        offices=MappingProxyType({of: tuple(found) for of, found in offices.items()}),
        surnames=_surnames(actors.values()),
    )


def _derived(state: Actor) -> tuple[Actor, Actor]:
    """A state's government and its forces."""
    word = state.demonyms[0] if state.demonyms else None
    made = []
    for prefix, kind, noun in (("gov", ActorKind.GOVERNMENT, "government"), ("force", ActorKind.FORCE, "forces")):
        name = f"{word} {noun}" if word else f"{noun.capitalize()} of {state.name}"
        part = Fact("part-of", state.id, None, None, state.reference or "")
        made.append(Actor(derived(prefix, state.id), name, kind, (), state.reference, state.country, (part,)))
    return made[0], made[1]


def surname(name: str) -> str:
    """The last word of a name, loosely folded."""
    words = tokens(name)
    return levelled(words[-1].folded) if words else ""


def _surnames(actors: Iterable[Actor]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for person in (actor for actor in actors if actor.kind is ActorKind.PERSON):
        for name in (person.name, *person.aliases):
            found[surname(name)][person.id] = None
    return MappingProxyType({name: tuple(ids) for name, ids in found.items()})


class _Namings:
    """Collects the names of actors."""

    def __init__(self) -> None:
        self._plain: dict[str, dict[tuple[str, NameClass], Naming]] = defaultdict(dict)
        self._loose: dict[str, dict[tuple[str, NameClass], Naming]] = defaultdict(dict)
        self.reach: dict[str, int] = {}
        self.loose_reach: dict[str, int] = {}

    def of(self, actor: Actor) -> None:
        loose = actor.kind in _LOOSE_KINDS
        for name in (actor.name, *actor.aliases):
            if not name.endswith(")"):  # a name told apart in brackets ("Dawn (newspaper)") names by its aliases alone
                self.add(name, actor.id, NameClass.NAME, loose=loose)
        for demonym in actor.demonyms:
            self.add(demonym, actor.id, NameClass.DEMONYM)
            self.add(demonym + "s", actor.id, NameClass.DEMONYM)
        for metonym in actor.metonyms:
            self.add(metonym, derived("gov", actor.id), NameClass.METONYM)

    def add(self, words: str, actor: str, how: NameClass, *, loose: bool = False) -> None:
        found: list[Token] = tokens(words)
        folded = [token.folded for token in found]
        if not folded:
            return
        naming = Naming(actor, how, tuple(token.written for token in found))
        known = self._plain[plain_key(folded)]
        if (actor, how) not in known or known[actor, how].abbreviation:
            known[actor, how] = naming
        self.reach[folded[0]] = max(self.reach.get(folded[0], 0), len(folded))
        key = loose_key(folded) if loose and not naming.abbreviation else None
        if key:
            self._loose[key].setdefault((actor, how), naming)
            first = key.split()[0]
            self.loose_reach[first] = max(self.loose_reach.get(first, 0), len(folded) + 1)

    def plain(self) -> Mapping[str, tuple[Naming, ...]]:
        return MappingProxyType({key: tuple(found.values()) for key, found in self._plain.items()})

    def loose(self) -> Mapping[str, tuple[Naming, ...]]:
        return MappingProxyType({key: tuple(found.values()) for key, found in self._loose.items()})
