"""Actors as people have them, where the store is read: found by one query, and by one more where somebody has decided on actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from accordingto.model import Actor
from accordingto.model.review import GroupKind, Review
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.regrouped_actors import ActorGroups, actor_groups, value_with_actors, with_actors
from accordingto.store.groupings import of_kind
from accordingto.store.records import unpack_actor
from accordingto.store.schema.named import actors
from accordingto.store.syncing import parted


def actors_of_people(connection: Connection) -> ActorGroups:
    """What people decided on actors."""
    reviews = of_kind(connection, GroupKind.ACTORS)
    if not any(one.standing for one in reviews):
        return ActorGroups()
    named = sorted({name for one in reviews for name in one.ids})
    known: set[str] = set()
    for part in parted(named):
        known |= set(connection.scalars(select(actors.c.id).where(actors.c.id.in_(part))))
    return actor_groups(reviews, known)


@dataclass(frozen=True, slots=True)
class Peopled:
    """Puts the actors that people have into what is read from the store."""

    groups: ActorGroups
    records: Mapping[str, Actor]

    def reading(self, one: Reading) -> Reading:
        """A reading with them."""
        return with_actors(one, self.groups, self.records) if self.groups else one

    def reviews(self, found: Iterable[Review], reading: Reading) -> tuple[Review, ...]:
        """Decisions on its records, whose values have them too; ``reading`` is one that this gave."""
        return tuple(value_with_actors(one, reading, self.groups) if self.groups else one for one in found)


def peopled(connection: Connection) -> Peopled:
    """What puts the actors that people have into readings; asks once, and once more where somebody has decided on actors."""
    groups = actors_of_people(connection)
    ids = {*groups.leads.values(), *(one for one in groups.entities.values() if one)}
    return Peopled(groups, _records(connection, ids))


def _records(connection: Connection, ids: set[str]) -> dict[str, Actor]:
    """The newest version of each of some actors."""
    query = select(actors.c.id, actors.c.record).where(actors.c.id.in_(sorted(ids))).order_by(actors.c.key)
    newest = {row.id: row.record for row in connection.execute(query)} if ids else {}
    return {name: unpack_actor(record) for name, record in newest.items()}
