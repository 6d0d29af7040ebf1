"""Actors of the registry that reports of the store name: how often, what they say, what is said of them, what they stand in.

Only the registry's actors are followed from report to report; whoever is not in it has no id here, and so no page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from accordingto.language.terms import words
from accordingto.model import Actor, NotKept, RelationKind
from accordingto.store.cited import counted
from accordingto.store.naming import ACTOR, HOLDER, NAMED, RECIPIENT, SOURCE, VOICE
from accordingto.store.peopled import actors_of_people
from accordingto.store.records import unpack_actor
from accordingto.store.schema.claims import statement_actors
from accordingto.store.schema.named import actors, report_actors
from accordingto.store.schema.search import actor_names
from accordingto.store.schema.travel import relations

SAYS, PASSES, OF = (SOURCE,), (VOICE,), (ACTOR, RECIPIENT, HOLDER, NAMED)
"""Roles in which an actor is the innermost voice, another voice of the chain, or what a statement is about."""
FEW = 2_000
"""Statements up to which contradictions are looked up from the actor's side; of more, the newest contradictions are gone through."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, and how many reports name it."""

    id: str
    name: str
    kind: str
    country: str | None
    reports: int


def named(connection: Connection) -> list[Named]:
    """All actors that reports name, those that most reports name first; as many as the registry has at most.

    Those that people said to be one are one.
    """
    held = (
        select(report_actors.c.actor_key, func.count().label("reports")).group_by(report_actors.c.actor_key).subquery()
    )
    query = (
        select(actors.c.key, *(actors.c[name] for name in ("id", "name", "kind", "country")), held.c.reports)
        .join(held, held.c.actor_key == actors.c.key)
        .order_by(actors.c.key)
    )
    found: dict[str, Named] = {}
    for row in connection.execute(query):  # of several versions of an actor the newest tells its name
        before = found[row.id].reports if row.id in found else 0
        found[row.id] = Named(row.id, row.name, row.kind, row.country, row.reports + before)
    found = _together(connection, found)
    return sorted(found.values(), key=lambda one: (-one.reports, one.name, one.id))


def _together(connection: Connection, found: dict[str, Named]) -> dict[str, Named]:
    """Actors of which people said that they are one, as one: counted by the reports that name any of them."""
    groups = actors_of_people(connection)
    for head in {groups.resolve(one) for one in groups.leads} & found.keys():
        held = select(func.count(func.distinct(report_actors.c.report_key))).join(
            actors, actors.c.key == report_actors.c.actor_key
        )
        many = connection.scalar(held.where(actors.c.id.in_(groups.ids_of(head)))) or 0
        found[head] = replace(found[head], reports=many)
    return {name: one for name, one in found.items() if name not in groups.leads}


def meant(connection: Connection, name: str) -> frozenset[str]:
    """Ids of the actors one of whose names has these words in it, one after the other."""
    spaced = func.concat(" ", actor_names.c.folded, " ") if connection.dialect.name == "postgresql" else None
    held: Any = " " + actor_names.c.folded + " " if spaced is None else spaced
    sought = " ".join(words(name))
    query = select(actor_names.c.actor).where(held.contains(f" {sought}", autoescape=True)).distinct()
    return frozenset(connection.scalars(query)) if sought else frozenset()


def actor_of(connection: Connection, actor: str) -> Actor:
    """An actor as the registry had it when a report that names it was read last.

    Raises:
        NotKept: where no report names an actor of the registry with this id.
    """
    record = connection.scalar(
        select(actors.c.record).where(actors.c.id == actor).order_by(actors.c.key.desc()).limit(1)
    )
    if record is None:
        raise NotKept(
            f"no report of this store names an actor {actor} of the registry. Persons and groups outside the registry are not followed "
            "across reports: search for their name instead, or see accordingto actors for whom the registry has"
        )
    return unpack_actor(record)


def names_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """The names of those actors that the store knows, by id."""
    query = select(actors.c.id, actors.c.name).where(actors.c.id.in_(ids)).order_by(actors.c.key)
    return {row.id: row.name for row in connection.execute(query)} if ids else {}


def reports_naming(connection: Connection, ids: Sequence[str]) -> tuple[int, bool]:
    """How many reports name an actor by one of its ids, at most `COUNTED`, and whether there are more."""
    held = select(report_actors.c.report_key).join(actors, actors.c.key == report_actors.c.actor_key)
    return counted(connection, _each(held, actors.c.id, ids))


def _each(query: Select[Any], column: ColumnElement[str], ids: Sequence[str]) -> Select[Any]:
    """The rows of some ids; those of several each once."""
    return query.where(column == ids[0]) if len(ids) == 1 else query.where(column.in_(ids)).distinct()


def _of(ids: Sequence[str], roles: Sequence[str]) -> list[ColumnElement[bool]]:
    return [statement_actors.c.actor.in_(ids), statement_actors.c.role.in_(roles)]


def statements_of(
    connection: Connection, ids: Sequence[str], roles: Sequence[str], *, after: int | None, limit: int
) -> dict[int, tuple[str, ...]]:
    """Keys of statements in which an actor has one of some roles, the last kept first, each with the roles that it has there.

    Args:
        connection: to the store.
        ids: its ids, of which people may have said that they are one.
        roles: of `accordingto.store.naming`.
        after: key of the statement behind which to go on.
        limit: how many statements at most.
    """
    key = statement_actors.c.statement_key
    found: dict[int, set[str]] = {}
    for actor, role in product(ids, roles):  # each role stands in the index in the order that is wanted
        query = select(key).where(statement_actors.c.actor == actor, statement_actors.c.role == role)
        if after is not None:
            query = query.where(key < after)
        for one in connection.scalars(query.distinct().order_by(key.desc()).limit(limit)):
            found.setdefault(one, set()).add(role)
    order = {role: n for n, role in enumerate(roles)}
    return {one: tuple(sorted(found[one], key=order.__getitem__)) for one in sorted(found, reverse=True)[:limit]}


def count_of(connection: Connection, ids: Sequence[str], roles: Sequence[str]) -> tuple[int, bool]:
    """In how many statements an actor has one of some roles, at most `COUNTED`, and whether there are more."""
    return counted(connection, select(statement_actors.c.statement_key).where(*_of(ids, roles)).distinct())


def contradictions_of(connection: Connection, ids: Sequence[str], *, after: int | None, limit: int) -> list[int]:
    """Keys of relations between statements that contradict each other and of which one names the actor, the newest story first.

    Args:
        connection: to the store.
        ids: its ids.
        after: key of the relation behind which to go on.
        limit: how many at most.
    """
    named_by = statement_actors.c.actor.in_(ids)
    held, _ = counted(connection, select(statement_actors.c.statement_key).where(named_by))
    query = select(relations.c.key).where(relations.c.kind == RelationKind.CONTRADICTS.value)
    if held <= FEW:
        own = select(statement_actors.c.statement_key).where(named_by)
        query = query.where(or_(relations.c.a_key.in_(own), relations.c.b_key.in_(own)))
    else:
        sides = (relations.c.a_key, relations.c.b_key)
        named_in = (statement_actors.c.statement_key == side for side in sides)
        query = query.where(or_(*(exists().where(here, named_by) for here in named_in)))
    if after is not None:
        query = query.where(relations.c.key < after)
    return list(connection.scalars(query.order_by(relations.c.key.desc()).limit(limit)))
