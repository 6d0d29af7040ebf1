"""What is exported of a store: reports with their readings, page after page, and beside each what the rest of the store knows of it.

A report's place among editions, its collections, its story, and which matter each of its statements tells of. Memory does not grow with the
number of reports: a page of them is read at a time, each page in a transaction of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, exists, func, select, text

from accordingto.compare.travel import Travel
from accordingto.model import Run
from accordingto.model.people import Role
from accordingto.model.review import DECIDING, Review
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.store import blinding, travel_record
from accordingto.store.collected import case_key
from accordingto.store.fetch import asked, reading_of
from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of
from accordingto.store.peopled import peopled
from accordingto.store.reviews import asked_reviews, review_of
from accordingto.store.schema.claims import statements
from accordingto.store.schema.keeping import case_reports, cases
from accordingto.store.schema.records import captures, readings, reports, runs, successions
from accordingto.store.schema.reviewing import reviews, standing_reviews
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import matter_statements, matters, travels
from accordingto.store.storying import standing, story_record
from accordingto.store.telling import Opened
from accordingto.store.writer import SPAN

PAGE = 100
"""Reports read at a time: their readings take some 20 MB."""
_EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of a store is meant. Of several values of one kind any will do; of several kinds all must hold."""

    filters: Filters = _EVERYTHING
    """Of statements and of their reports, as a search has them."""
    stories: tuple[str, ...] = ()
    """Ids under which stories are kept, see `resolved`."""
    editions: bool = False
    """Also reports in whose place a later edition or extraction stands."""


@dataclass(frozen=True, slots=True)
class Told:
    """The matter that a statement tells of."""

    id: str
    label: str
    at_least: int
    """Occasions of first saying behind it, at least and at most."""
    at_most: int
    reports: int
    outlets: int
    echoes: int
    """How many of its reports add no occasion of their own."""
    echo: bool
    """Whether the report of this statement is one of them."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A report's reading, and what the store knows of it beside."""

    reading: Reading
    edition: int
    latest: bool
    capture_sha256: str | None
    """Of the bytes that its text was taken from."""
    media_type: str | None
    cases: tuple[str, ...]
    story: str | None
    story_title: str | None
    matters: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    """By the ids of the statements that tell of them; of several matters of a statement the one that most reports tell of first."""
    chosen: frozenset[str] | None = None
    """Ids of the statements that are meant; ``None`` for all."""
    decisions: tuple[Review, ...] = ()
    """Those of people on its text that stand."""


def resolved(store: Opened, scope: Scope) -> Scope:
    """The scope with the ids under which its stories are kept now; a report's id or address means the story that it is in.

    Raises:
        UsageError: where a story or a collection is not in the store.
    """
    with store.looking() as connection:
        for name in scope.filters.cases:
            case_key(connection, name)
        found = tuple(dict.fromkeys(standing(connection, one) for one in scope.stories))
    return Scope(scope.filters, found, scope.editions)


def count(store: Opened, scope: Scope) -> int:
    """How many reports are looked through: those of the stories, or all that have been read."""
    with store.looking() as connection:
        return connection.scalar(select(func.count()).select_from(_keys(scope).subquery())) or 0


def shelved(store: Opened, scope: Scope, *, size: int = PAGE, viewer: str | None = None) -> Iterator[Shelved]:
    """The reports of a scope in the order of keeping; those not read, or without a statement that is meant, are left out.

    Args:
        store: the store.
        scope: which part of it.
        size: how many reports are looked at at a time.
        viewer: who looks; whoever codes a report blind sees only their own decisions on it.
    """
    for page in _pages(store, scope, size):
        with store.looking() as connection:
            kept = _met(connection, scope.filters, page)
            found = list(_read(connection, kept, _chosen(connection, scope.filters, kept), viewer))
        yield from found


def story_ids(store: Opened, scope: Scope) -> list[str]:
    """Ids of the stories with a report of the scope that were compared, in the order in which they were founded."""
    found: dict[int, str] = {}
    for page in _pages(store, scope, PAGE * 10):
        with store.looking() as connection:
            kept = _met(connection, scope.filters, page)
            chosen = _chosen(connection, scope.filters, kept)
            kept = kept if chosen is None else [key for key in kept if chosen.get(key)]
            query = select(stories.c.key, stories.c.id).join(story_reports).join(travels).distinct()
            rows = connection.execute(query.where(story_reports.c.report_key.in_(kept)))
            found |= {row.key: row.id for row in rows}
    return [found[key] for key in sorted(found)]


def story(store: Opened, ident: str, *, viewer: str | None = None) -> tuple[Story, Travel, list[Shelved]] | None:
    """A story with what was found between its reports and those reports; ``None`` where they were never compared."""
    with store.looking() as connection:
        key = connection.scalar(select(stories.c.key).where(stories.c.id == ident))
        found = None if key is None else travel_record.read(connection, key)
        if key is None or found is None:
            return None
        own = select(story_reports.c.report_key).where(story_reports.c.story_key == key)
        return (
            story_record(connection, ident),
            found,
            list(_read(connection, sorted(connection.scalars(own)), None, viewer)),
        )


def used_runs(store: Opened) -> list[Run]:
    """The runs that made what stands in the store, the latest last."""
    used = exists().where(readings.c.run_key == runs.c.key)
    columns = (runs.c.version, runs.c.extraction, runs.c.model_sha256, runs.c.lexicons_sha256, runs.c.gazetteer_sha256)
    with store.looking() as connection:
        return [Run(*row) for row in connection.execute(select(*columns).where(used).order_by(runs.c.key))]


def _keys(scope: Scope) -> Select[int]:
    query = select(reports.c.key).join(readings, readings.c.report_key == reports.c.key)
    if not scope.editions:
        query = query.where(~exists().where(successions.c.previous_key == reports.c.key))
    if scope.stories:
        own = select(story_reports.c.report_key).join(stories).where(stories.c.id.in_(scope.stories))
        query = query.where(reports.c.key.in_(own))
    return query


def _pages(store: Opened, scope: Scope, size: int) -> Iterator[list[int]]:
    query, last = _keys(scope), -1
    while True:
        with store.looking() as connection:
            page = query.where(reports.c.key > last).order_by(reports.c.key).limit(size)
            keys = list(connection.scalars(page))
        if not keys:
            return
        last = keys[-1]
        yield keys


def _met(connection: Connection, filters: Filters, keys: Sequence[int]) -> list[int]:
    """Those of some reports that meet what is asked of reports."""
    asked_of = filters.of_report()
    if asked_of == _EVERYTHING or not keys:
        return list(keys)
    found = _between(connection, asked_of, Target.REPORTS, keys[0], keys[-1] + 1)
    return [key for key in keys if key in found]


def _between(connection: Connection, filters: Filters, target: Target, first: int, end: int) -> set[int]:
    index = index_of(connection, None, filters, target)
    sql = f"{index.keys} AND {index.key} >= :first AND {index.key} < :end"
    return set(connection.scalars(text(sql), {**index.values, "first": first, "end": end}))


def _chosen(connection: Connection, filters: Filters, keys: Sequence[int]) -> dict[int, frozenset[str]] | None:
    """Ids of the statements that meet the filters, by report; ``None`` where nothing is asked of statements."""
    if not filters.of_statements or not keys:
        return None
    found = _between(connection, filters, Target.STATEMENTS, keys[0] * SPAN, (keys[-1] + 1) * SPAN)
    query = select(statements.c.key, statements.c.report_key, statements.c.id)
    made: dict[int, set[str]] = {}
    for row in connection.execute(query.where(statements.c.report_key.in_(keys))):
        if row.key in found:
            made.setdefault(row.report_key, set()).add(row.id)
    return {key: frozenset(ids) for key, ids in made.items()}


def _read(
    connection: Connection, keys: Sequence[int], chosen: Mapping[int, frozenset[str]] | None, viewer: str | None
) -> Iterator[Shelved]:
    kept = [key for key in keys if chosen is None or chosen.get(key)]
    if not kept:
        return
    about, told, held = _about(connection, kept), _told(connection, kept), _cases(connection, kept)
    decided = _decisions(connection, {own.text_sha256 for own in about.values()}, viewer)
    people = peopled(connection)
    for row in connection.execute(asked().where(reports.c.key.in_(kept)).order_by(reports.c.key)).all():
        own = about[row.key]
        reading = people.reading(reading_of(connection, row))
        yield Shelved(
            reading,
            own.edition,
            own.later is None,
            own.sha256,
            own.media_type,
            tuple(held.get(row.key, ())),
            own.story,
            own.title,
            told.get(row.key, {}),
            chosen[row.key] if chosen is not None else None,
            people.reviews(decided.get(own.text_sha256, ()), reading),
        )


def _about(connection: Connection, keys: Sequence[int]) -> dict[int, Any]:
    later = select(func.min(successions.c.report_key)).where(successions.c.previous_key == reports.c.key)
    query = (
        select(
            reports.c.key,
            reports.c.edition,
            reports.c.text_sha256,
            captures.c.sha256,
            captures.c.media_type,
            stories.c.id.label("story"),
            stories.c.title,
            later.scalar_subquery().label("later"),
        )
        .outerjoin(captures, captures.c.key == reports.c.capture_key)
        .outerjoin(story_reports, story_reports.c.report_key == reports.c.key)
        .outerjoin(stories, stories.c.key == story_reports.c.story_key)
    )
    return {row.key: row for row in connection.execute(query.where(reports.c.key.in_(keys)))}


def _told(connection: Connection, keys: Sequence[int]) -> dict[int, dict[str, tuple[Told, ...]]]:
    """The matters of each statement that tells of one, by report."""
    names = ("id", "label", "at_least", "at_most", "reports", "outlets", "echoes")
    query = (
        select(
            statements.c.report_key,
            statements.c.id.label("statement"),
            *(matters.c[name].label(f"matter_{name}") for name in names),
            matter_statements.c.echo,
        )
        .join(matter_statements, matter_statements.c.statement_key == statements.c.key)
        .join(matters, matters.c.key == matter_statements.c.matter_key)
        .where(statements.c.report_key.in_(keys))
        .order_by(statements.c.key, matters.c.reports.desc(), matters.c.statements.desc(), matters.c.key)
    )
    found: dict[int, dict[str, tuple[Told, ...]]] = {}
    for row in connection.execute(query):
        made = Told(**{name: getattr(row, f"matter_{name}") for name in names}, echo=bool(row.echo))
        own = found.setdefault(row.report_key, {})
        own[row.statement] = (*own.get(row.statement, ()), made)
    return found


def _decisions(connection: Connection, texts: set[str], viewer: str | None) -> dict[str, list[Review]]:
    """The decisions on some texts that stand and that somebody may see, the oldest first."""
    query = asked_reviews().where(standing_reviews.c.review_key.is_not(None), reviews.c.text_sha256.in_(texts))
    found: dict[str, list[Review]] = {}
    for row in connection.execute(query.order_by(reviews.c.key)):
        found.setdefault(row.text_sha256, []).append(review_of(row))
    seen = {sha256: blinding.visible(connection, sha256, viewer) for sha256 in found}
    return {sha256: [one for one in made if seen[sha256](one.by)] for sha256, made in found.items()}


def decided(store: Opened) -> dict[str, int]:
    """How many decisions on records stand, of adjudicators and of coders."""
    settling = reviews.c.role.in_([role.value for role in Role if role.settles])
    stands = select(settling.label("settles"), func.count().label("many")).join(standing_reviews)
    query = stands.where(reviews.c.decision.in_([one.value for one in DECIDING])).group_by("settles")
    found: dict[str, int] = {}
    with store.looking() as connection:
        for row in connection.execute(query):
            name = "adjudicator" if row.settles else "coder"
            found[name] = found.get(name, 0) + row.many
    return found


def _cases(connection: Connection, keys: Sequence[int]) -> dict[int, list[str]]:
    query = select(case_reports.c.report_key, cases.c.name).join(cases, cases.c.key == case_reports.c.case_key)
    found: dict[int, list[str]] = {}
    for row in connection.execute(query.where(case_reports.c.report_key.in_(keys)).order_by(cases.c.name)):
        found.setdefault(row.report_key, []).append(row.name)
    return found
