"""Whom a name means in a report: entities by the registry's id, by their names, and by what their mentions say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from accordingto.compare.accounts import Account
from accordingto.model import MentionKind, Place, UsageError
from accordingto.resources.folding import loose_key, tokens

_ARTICLES = frozenset(["the", "a", "an"])


@dataclass(frozen=True)
class Sought:
    """Names of one thing that is looked for."""

    names: tuple[tuple[str, ...], ...]
    """Word by word, folded: without case and accents."""
    loose: frozenset[str]
    """What ways of transliterating leave of them."""
    ids: frozenset[str]
    """Of the registry or the gazetteer."""

    @classmethod
    def of(cls, wanted: str, *, ids: Collection[str] = (), also: Collection[str] = ()) -> Sought:
        """A name, which may be an id itself, with the ids that it stands for and other names of the same.

        Raises:
            UsageError: where a name has no letter or number.
        """
        names = tuple(_folded(name) for name in (wanted, *also))
        if not all(names):
            raise UsageError("a name to look for needs a letter or a number")
        keys = (loose_key(name) for name in names)
        return cls(names, frozenset(key for key in keys if key), frozenset([*ids, wanted]))

    def named(self, name: str | None) -> bool:
        """Whether a name is one of those sought, or ends in it, or holds its two words and more in a row."""
        words = _folded(name or "")
        return bool(words) and (loose_key(words) in self.loose or any(_holds(words, one) for one in self.names))


def _holds(words: tuple[str, ...], sought: tuple[str, ...]) -> bool:
    size, last = len(sought), len(words) - len(sought)
    starts: Iterable[int] = range(last + 1) if size > 1 else (last,)
    return last >= 0 and any(words[i : i + size] == sought for i in starts)


def _folded(name: str) -> tuple[str, ...]:
    found = [token.folded for token in tokens(name)]
    return tuple(found[1:] if len(found) > 1 and found[0] in _ARTICLES else found)


class Placed(Account, Protocol):
    """A report with its places."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Its places."""


def entities_meant(account: Account, sought: Sought) -> dict[str, str]:
    """Name by id of the entities of a report that a name means."""
    heads: dict[str, list[str]] = {}
    for mention in account.mentions:
        if mention.entity and mention.kind is not MentionKind.PRONOUN:
            heads.setdefault(mention.entity, []).append(mention.head)
    return {
        entity.id: entity.name
        for entity in account.entities
        if (entity.actor is not None and entity.actor in sought.ids)
        or any(map(sought.named, (entity.name, entity.abbreviation, *heads.get(entity.id, ()))))
    }


def places_meant(account: Placed, sought: Sought) -> Iterator[Place]:
    """The places of a report that a name means; adjectives and peoples point at a place without naming it."""
    for place in account.places:
        if place.demonym:
            continue
        if place.gazetteer_id in sought.ids or sought.named(place.toponym) or sought.named(place.name):
            yield place
