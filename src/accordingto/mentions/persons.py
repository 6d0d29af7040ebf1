"""Persons of a report who are office holders of the registry: by full name, or by title and surname, at the report's date.

Nobody else is looked up: whoever holds no office of the registry on that day stays local to the report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from accordingto.mentions.phrases import Office
from accordingto.mentions.scan import Scanned
from accordingto.mentions.spots import Spot
from accordingto.model import ActorKind, MentionKind
from accordingto.resources.actors import SHIPPED, NameClass, Registry, held, surname
from accordingto.resources.folding import tokens

RULING = frozenset(
    ("president", "prime minister", "premier", "king", "emir", "supreme leader", "leader", "chancellor", "dictator")
)
"""Titles of those whose surname alone names them in headlines, and whose government is called by it."""
SURNAME_LEAST = 5
"""Letters of a surname that may name a ruler alone: shorter ones are words and first names as well ("May", "Xi")."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What persons are looked up against: the day of the report, and who else is named in it."""

    registry: Registry
    date: str | None
    present: frozenset[str]
    """Ids of the states and bodies that the report names."""


def holder_named(name: str, titles: Collection[str], setting: Setting) -> str | None:
    """The office holder who goes by a full name.

    Args:
        name: the name as the report gives it, two words at least.
        titles: offices that the report's words beside the name can mean.
        setting: the day and who else is named.

    Returns:
        The person's id, where the person held an office on that day and either the report's words say so or it names the
        office's owner; without a date only where the words say so.
    """
    if len(tokens(name)) < 2:
        return None
    people = [
        n.actor for n in setting.registry.named(name) if n.how is NameClass.NAME and n.actor.startswith("person:")
    ]
    fitting = [p for p in people if _fits(p, titles, setting)]
    return fitting[0] if len(set(fitting)) == 1 else None


def holder_titled(name: str, titles: Collection[str], setting: Setting) -> str | None:
    """The office holder meant by a title and a surname ("President Hollande")."""
    people = setting.registry.surnames.get(surname(name), ())
    fitting = [p for p in people if titles and _holds(p, titles, setting)]
    return fitting[0] if len(fitting) == 1 else None


def ruler_named(name: str, setting: Setting) -> str | None:
    """The ruler whom a surname alone means, where the report has a date and names the state."""
    if setting.date is None or len(name) < SURNAME_LEAST:
        return None
    people = setting.registry.surnames.get(surname(name), ())
    fitting = [p for p in people if any(_rules(o, setting) for o in _offices(p, setting)) and _fits(p, (), setting)]
    return fitting[0] if len(fitting) == 1 else None


def ruled(scanned: Scanned, setting: Setting) -> Iterator[Spot]:
    """Governments called by their ruler: "the Assad regime"."""
    registry, found = setting.registry, scanned.tokens
    for at in range(len(found) - 1):
        noun = found[at + 1].folded
        if ActorKind.GOVERNMENT not in registry.nominals.kinds(noun) or not scanned.joined(at):
            continue
        people = registry.surnames.get(surname(found[at].written), ()) if found[at].written[:1].isupper() else ()
        rulers = {p: [o for o in _offices(p, setting) if _rules(o, setting)] for p in people}
        states = {registry.state_of(o) for offices in rulers.values() for o in offices}
        government = registry.government(states.pop() or "") if len(states) == 1 else None
        if government:
            span = scanned.span(at, at + 2)
            yield Spot(span, MentionKind.ORGANISATION, span.of(scanned.text), "registry:ruler", (government,), noun)


def titles_beside(offices: Sequence[Office], first: int, last: int) -> set[str]:
    """Offices whose title stands right before a name's tokens, or behind it and a comma."""
    return {
        o
        for office in offices
        if office.last in (first, first - 1) or office.first in (last, last + 1)
        for o in office.offices
    }


def _offices(person: str, setting: Setting) -> tuple[str, ...]:
    return setting.registry.offices_held(person, setting.date)


def _holds(person: str, titles: Collection[str], setting: Setting) -> bool:
    return bool(set(_offices(person, setting)) & set(titles))


def _fits(person: str, titles: Collection[str], setting: Setting) -> bool:
    actor = setting.registry.actors[person]
    if actor.origin != SHIPPED:  # a user's own person is known wherever the user's dates allow
        return setting.date is None or not actor.facts or any(held(fact, setting.date) for fact in actor.facts)
    if _holds(person, titles, setting):
        return True
    if setting.date is None:
        return False
    return any(setting.present & _owners(office, setting) for office in _offices(person, setting))


def _owners(office: str, setting: Setting) -> set[str]:
    """Whose an office is, and their state."""
    registry = setting.registry
    of = {fact.value for fact in registry.actors[office].facts if fact.kind == "office-of"}
    states = {registry.state_of(owner) for owner in of}
    return of | {state for state in states if state}


def _rules(office: str, setting: Setting) -> bool:
    naming = setting.registry.actors[office].name.casefold()
    return any(naming.startswith(title) for title in RULING)
