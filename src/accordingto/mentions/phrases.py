"""Phrases that name an actor by composition.

A state with a noun ("Russian warplanes", "the government of Iraq"), a group with its people ("Daesh fighters"), an office with
whose it is ("the Iraqi foreign minister").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.mentions.scan import Hit, Scanned
from accordingto.mentions.spots import Spot, mention_kind
from accordingto.model import ActorKind, MentionKind
from accordingto.resources.actors import NameClass

STATE_NAMES = (NameClass.NAME, NameClass.DEMONYM)
MODIFIERS = frozenset(
    "armed air ground special military naval border state regular elite central federal security government regime army "
    "pro-government current new former interim transitional caretaker own tactical local foreign allied".split()
)
"""Words that may stand between a state or group and its noun."""
NOUN_WORDS = 3
"""Words between a state or group and the end of its noun, the noun's included, at most."""
_MEMBERS = (ActorKind.ARMED_GROUP, ActorKind.FORCE, ActorKind.BODY)
_OF = frozenset(("of", "for", "to"))


@dataclass(frozen=True, slots=True)
class Office:
    """An office named in a text: tokens ``first`` up to but not with ``last``, and which offices it can be."""

    first: int
    last: int
    offices: tuple[str, ...]
    owned: bool
    """Whether the words say whose office it is."""


def composed(scanned: Scanned) -> list[Spot]:
    """The names of a text with what is composed around them, in text order; adjectives and names inside stay beside."""
    found: list[Spot] = []
    for hit in scanned.hits:
        found += _plain(hit, scanned)
        larger = _with_noun(hit, scanned) or _of_state(hit, scanned)
        found += [larger] if larger else []
    return found


def offices(scanned: Scanned) -> list[Office]:
    """Titles of offices, with those whose they are where the words say so."""
    return [_office(hit, scanned) for hit in scanned.hits if hit.actors(NameClass.TITLE)]


def office_spots(found: list[Office], scanned: Scanned) -> Iterator[Spot]:
    """Offices that the words themselves tell."""
    for office in found:
        if office.owned:
            span = scanned.span(office.first, office.last)
            yield Spot(span, MentionKind.OFFICE, span.of(scanned.text), "registry:office", office.offices)


def _plain(hit: Hit, scanned: Scanned) -> Iterator[Spot]:
    actors = hit.actors(NameClass.NAME)
    by = "registry:transliteration" if hit.loose else "registry:name"
    if actors:
        kind = mention_kind(scanned.registry.actors[actors[0]].kind)
        yield Spot(hit.span, kind, hit.span.of(scanned.text), by, actors, scanned.tokens[hit.last - 1].folded)
    elif hit.actors(NameClass.DEMONYM):
        states = hit.actors(NameClass.DEMONYM)
        words = hit.span.of(scanned.text)
        yield Spot(hit.span, MentionKind.NATIONALITY, words, "registry:demonym", states, adjective=True)


def _with_noun(hit: Hit, scanned: Scanned) -> Spot | None:
    """A state or group with a noun after it."""
    noun = _noun_after(hit.last, scanned)
    if noun is None:
        return None
    last, words = noun
    states = [a for a in hit.actors(*STATE_NAMES) if a.startswith("state:")]
    kinds = scanned.registry.nominals.kinds(words)
    if states:
        actors = _of_kind(states, kinds, scanned)
    else:
        plural = scanned.registry.nominals.plural(words)
        members = plural and bool(kinds & set(_MEMBERS))
        actors = hit.actors(NameClass.NAME) if members and not hit.actors(NameClass.TITLE) else ()
        actors = tuple(a for a in actors if scanned.registry.actors[a].kind not in (ActorKind.PERSON, ActorKind.OFFICE))
    if not actors:
        return None
    span = scanned.span(hit.first, last)
    by = "registry:state-noun" if states else "registry:members"
    plural = scanned.registry.nominals.plural(words)
    return Spot(span, MentionKind.ORGANISATION, span.of(scanned.text), by, actors, words, plural=plural)


def _noun_after(at: int, scanned: Scanned) -> tuple[int, str] | None:
    """The last noun of a phrase that goes on at a token: where it ends, and the noun; modifiers may stand before."""
    nominals, found = scanned.registry.nominals, None
    if at >= len(scanned.tokens) or at == 0 or not scanned.joined(at - 1):
        return None
    for last in range(at + 1, at + scanned.run(at, NOUN_WORDS) + 1):
        words = [token.folded for token in scanned.tokens[at:last]]
        two, one = " ".join(words[-2:]), words[-1]
        noun = two if len(words) > 1 and two in nominals.senses else one
        if nominals.kinds(noun):
            found = last, noun
        elif one not in MODIFIERS:
            break
    return found


def _of_kind(states: list[str], kinds: frozenset[ActorKind], scanned: Scanned) -> tuple[str, ...]:
    registry = scanned.registry
    if ActorKind.FORCE in kinds:
        return tuple(f for f in map(registry.forces, states) if f)
    if ActorKind.GOVERNMENT in kinds:
        return tuple(g for g in map(registry.government, states) if g)
    return ()


def _of_state(hit: Hit, scanned: Scanned) -> Spot | None:
    """A noun before a state: "the government of Iraq", "the armed forces of Ukraine"."""
    states = [a for a in hit.actors(NameClass.NAME) if a.startswith("state:")]
    at = hit.first - 1
    if states and at >= 0 and scanned.tokens[at].folded == "the":
        at -= 1
    if not states or at < 1 or scanned.tokens[at].folded != "of" or not scanned.joined(at):
        return None
    for length in (2, 1):
        noun = " ".join(token.folded for token in scanned.tokens[max(0, at - length) : at])
        actors = _of_kind(states, scanned.registry.nominals.kinds(noun), scanned) if scanned.joined(at - 1) else ()
        if actors:
            span = scanned.span(max(0, at - length), hit.last)
            return Spot(span, MentionKind.ORGANISATION, span.of(scanned.text), "registry:noun-of-state", actors, noun)
    return None


def _office(hit: Hit, scanned: Scanned) -> Office:
    """A title with the owner before or after it."""
    titles = hit.actors(NameClass.TITLE)
    owners, first = _owner_before(hit.first, scanned)
    fitting = _owned(titles, owners, scanned)
    if fitting:
        return Office(first, hit.last, fitting, owned=True)
    owners, last = _owner_after(hit.last, scanned)
    fitting = _owned(titles, owners, scanned)
    if fitting:
        return Office(hit.first, last, fitting, owned=True)
    return Office(hit.first, hit.last, titles, owned=False)


def _owner_before(first: int, scanned: Scanned) -> tuple[tuple[str, ...], int]:
    skipped = first - 1 if first and scanned.tokens[first - 1].folded in MODIFIERS else first
    for at in (first, skipped):
        hit = scanned.ending.get(at)
        if hit and scanned.joined(at - 1):
            return hit.actors(*STATE_NAMES), hit.first
    return (), first


def _owner_after(last: int, scanned: Scanned) -> tuple[tuple[str, ...], int]:
    tokens = scanned.tokens
    if last + 1 >= len(tokens) or tokens[last].folded not in _OF or not scanned.joined(last - 1):
        return (), last
    at = last + 1 + (tokens[last + 1].folded == "the")
    hit = scanned.at.get(at)
    return (hit.actors(NameClass.NAME), hit.last) if hit and scanned.joined(at - 1) else ((), last)


def _owned(titles: tuple[str, ...], owners: tuple[str, ...], scanned: Scanned) -> tuple[str, ...]:
    """Offices of an owner, or of its state's body of that name (the Kremlin's spokesman speaks for Russia)."""
    held = {office for owner in owners for office in scanned.registry.offices.get(owner, ())}
    return tuple(title for title in titles if title in held)
