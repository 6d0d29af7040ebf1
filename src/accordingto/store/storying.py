"""Stories out of the store: which there are, by place, actor, collection and days, and what was found between their reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, or_, select, tuple_

from accordingto.model import NotKept, UsageError
from accordingto.model.days import first_day, last_day
from accordingto.model.travel import Story
from accordingto.resources.comparison import open_comparison
from accordingto.store import storybook
from accordingto.store.collected import in_case
from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of
from accordingto.store.schema.claims import statement_actors, statement_places, statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import travels

LIMIT = 20
_NOTHING = Filters()
NAMED = 8
"""Places and actors that a story is said to be about: the most frequent ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which stories are asked for. Of several values of one kind any will do; of several kinds all must hold."""

    filters: Filters = _NOTHING
    """Of a statement of one of its reports: who or which place is named in it."""
    case: str | None = None
    """A collection that holds one of its reports."""
    since: str | None = None
    """Days between which one of its reports was published, ISO 8601 as far as known."""
    until: str | None = None
    several: bool = False
    """Only stories that several reports tell."""
    limit: int | None = LIMIT
    offset: int = 0
    after: str | None = None
    """Id of a story: only those that come after it in the list. Other than ``offset`` it costs the same however far one has come."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A story in a list."""

    id: str
    title: str | None
    first: str | None
    last: str | None
    reports: int
    outlets: int
    matters: int | None
    """``None`` where its reports were not compared yet."""
    contradictions: int | None
    mismatches: int | None
    changed: bool
    """Whether its reports have yet to be compared, or have changed since they were."""


def listed(connection: Connection, asked: Asked) -> list[Listed]:
    """Stories as they are asked for, the latest first, those without a date last.

    Raises:
        UsageError: where the collection that is asked for is not in the store.
    """
    outlets = (
        select(func.count(func.distinct(func.coalesce(func.lower(reports.c.outlet), reports.c.id))))
        .join(story_reports, story_reports.c.report_key == reports.c.key)
        .where(story_reports.c.story_key == stories.c.key)
        .scalar_subquery()
    )
    query = (
        select(
            *(stories.c[name] for name in ("id", "title", "first", "last", "reports")),
            outlets.label("outlets"),
            *(travels.c[name] for name in ("matters", "contradictions", "mismatches")),
            stories.c.changed,
        )
        .outerjoin(travels, travels.c.story_key == stories.c.key)
        .where(*_conditions(connection, asked), *_beyond(connection, asked.after))
        .order_by(*(column.desc() for column in _ORDER))
    )
    rows = connection.execute(query.limit(asked.limit).offset(asked.offset or None))
    return [Listed(**row._mapping) for row in rows]


_ORDER = (func.coalesce(stories.c.last, ""), stories.c.key)


def _beyond(connection: Connection, after: str | None) -> Iterator[ColumnElement[bool]]:
    """That a story comes after one; a story that went up in another comes where that one is."""
    if after is not None:
        row = connection.execute(select(*_ORDER).where(stories.c.id == storybook.resolve(connection, after))).first()
        if row is None:
            raise NotKept(f"there is no story {after} in this store; accordingto stories lists what there is")
        yield tuple_(*_ORDER) < tuple_(*row)


def count(connection: Connection, asked: Asked) -> int:
    """How many stories there are in all."""
    return connection.scalar(select(func.count()).select_from(stories).where(*_conditions(connection, asked))) or 0


def uncompared(connection: Connection) -> int:
    """How many stories have yet to be compared."""
    return connection.scalar(select(func.count()).select_from(stories).where(stories.c.changed)) or 0


def _conditions(connection: Connection, asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.several:
        yield stories.c.reports > 1
    if asked.since:
        yield stories.c.last >= first_day(asked.since)
    if asked.until:
        yield stories.c.first <= last_day(asked.until)
    if asked.case is not None:
        yield _with(in_case(connection, asked.case))
    if asked.filters != _NOTHING:
        index = index_of(connection, None, asked.filters, Target.STATEMENTS)
        yield _with(select(index.matched.c.k // index.span))


def _with(inside: Any) -> ColumnElement[bool]:
    """Stories with one of some reports."""
    return stories.c.key.in_(select(story_reports.c.story_key).where(story_reports.c.report_key.in_(inside)))


def story_record(connection: Connection, story: str) -> Story:
    """A story by the id under which it is kept now.

    Raises:
        UsageError: where there is none.
    """
    row = connection.execute(select(stories).where(stories.c.id == story)).first()
    if row is None:
        raise NotKept(f"there is no story {story} in this store; accordingto stories lists what there is")
    return Story(
        row.id,
        storybook.members(connection, row.key),
        row.title or "",
        row.first,
        row.last,
        _named(connection, row.key, statement_places),
        _named(connection, row.key, statement_actors),
    )


def _named(connection: Connection, story: int, table: Any) -> tuple[str, ...]:
    """The names that most reports of a story have; of equal ones the first in the alphabet.

    Actors are those of the registry, and where it has none of them, those that are written as names. What only one of several
    reports has is told only where no two share any.
    """
    actor = table.c.actor if table is statement_actors else literal(None)
    query = (
        select(table.c.name, statements.c.report_key, actor.label("actor"))
        .join(statements, statements.c.key == table.c.statement_key)
        .join(story_reports, story_reports.c.report_key == statements.c.report_key)
        .where(story_reports.c.story_key == story)
        .distinct()
    )
    if table is statement_actors:
        query = query.where(table.c.role.not_in(("source", "voice")))
    rows = connection.execute(query).all()
    known = [row for row in rows if row.actor is not None] or [row for row in rows if _is_name(row.name)]
    counts = Counter(name for name, _ in {(row.name, row.report_key) for row in known})
    shared = [name for name, count in counts.items() if count > 1] or [*counts]
    return tuple(sorted(shared, key=lambda name: (-counts[name], name))[:NAMED])


def _is_name(words: str) -> bool:
    """Whether words are written as a name and are no pronoun that begins a sentence."""
    return words[:1].isupper() and words.lower() not in open_comparison().function_words


def standing(connection: Connection, named: str) -> str:
    """Id of the story that an id means, be it that of a story, of a report in it, or the address of one.

    Raises:
        UsageError: where there is no such story, or the report is in none.
    """
    if named.startswith("story-"):
        return storybook.resolve(connection, named)
    report: Any = select(reports.c.key).where(or_(reports.c.id == named, reports.c.url == named))
    key = connection.scalar(report.order_by(reports.c.edition.desc()).limit(1))
    if key is None:
        raise NotKept(f"there is no story or report {named} in this store; accordingto stories lists what there is")
    held = select(stories.c.id).join(story_reports, story_reports.c.story_key == stories.c.key)
    found: str | None = connection.scalar(held.where(story_reports.c.report_key == key))
    if found is None:
        raise UsageError(
            f"{named} is in no story: it is an earlier edition, was kept unread, or has next to no words of its own"
        )
    return found
