"""Pairs of statements that stand to each other in some way, out of the store: by story, matter, report, actor, place, slot and days."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, func, literal, or_, select, true

from accordingto.model import NotKept, RelationKind, Slot
from accordingto.model.days import first_day, last_day
from accordingto.model.spans import spans
from accordingto.store import storybook
from accordingto.store.collected import in_case
from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of
from accordingto.store.opposed import Contradiction, Mismatched, differences_of, pair_of
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import differences, matters, mismatch_differences, mismatches, relations
from accordingto.store.tracing import resolved

LIMIT = 20
STORIES = 100
"""Stories whose pairs are put in order at a time: a page of 30 is mostly full after the first."""
COUNTED = 300
"""Pairs that are counted for a page; beyond it the page says "more than"."""
_NOTHING = Filters()


@dataclass(frozen=True, slots=True)
class Sought:
    """Which pairs are asked for. Of several values of one kind any will do; of several kinds all must hold."""

    story: str | None = None
    """Id of a story."""
    filters: Filters = _NOTHING
    """Of one of the two statements: who or which place is named in it, who says it. Days are asked by ``since`` and ``until``."""
    slots: tuple[Slot, ...] = ()
    """In which of them they differ; none for any."""
    kinds: tuple[RelationKind, ...] = (RelationKind.CONTRADICTS,)
    since: str | None = None
    """Days of publication of one of the two reports, ISO 8601 as far as known."""
    until: str | None = None
    limit: int | None = LIMIT
    offset: int = 0
    matter: str | None = None
    """Id of a matter that both tell of."""
    statement: str | None = None
    """Id of a statement that is one of the two."""
    reports: tuple[str, ...] = ()
    """Ids of reports that both statements are of; none for any."""
    story_key: int | None = None
    """Key of a story, where it is known already."""
    case: str | None = None
    """A collection that holds the report of one of the two."""
    after: int | None = None
    """Key of a pair: only those that come after it, in the order of `walked`."""


_A, _B = statements.alias("sa"), statements.alias("sb")
_RA, _RB = reports.alias("ra"), reports.alias("rb")


def contradictions(connection: Connection, sought: Sought) -> list[Contradiction]:
    """Pairs of statements as they are asked for, those with the latest report first.

    Raises:
        UsageError: where the story that is asked for is not in the store.
    """
    query = _asked().where(*_conditions(connection, sought)).order_by(_latest().desc(), relations.c.key)
    rows = connection.execute(query.limit(sought.limit).offset(sought.offset or None)).all()
    found = differences_of(connection, rows)
    return [pair_of(row, found.get(row.key, ())) for row in rows]


def pairs_of(connection: Connection, keys: Sequence[int]) -> list[Contradiction]:
    """The pairs of some keys of relations, in their order."""
    rows = {row.key: row for row in connection.execute(_asked().where(relations.c.key.in_(keys)))} if keys else {}
    found = differences_of(connection, [*rows.values()])
    return [pair_of(rows[key], found.get(key, ())) for key in keys if key in rows]


def count(connection: Connection, sought: Sought) -> int:
    """How many pairs there are in all."""
    held = _from(select(func.count())).where(*_conditions(connection, sought))
    return connection.scalar(held) or 0


def walked(connection: Connection, sought: Sought) -> list[Contradiction]:
    """Pairs as they are asked for, story by story, the latest story first: a list that goes on after a pair, however far one has come.

    Raises:
        UsageError: where the story, or the pair to go on after, is not in the store.
    """
    found: list[int] = []
    for part in _parts(connection, sought):
        query = _narrowed(connection, select(relations.c.key), sought).where(part)
        ordered = query.order_by(*(column.desc() for column in _ORDER), relations.c.key)
        wanted = None if sought.limit is None else sought.limit - len(found)
        found += connection.scalars(ordered.limit(wanted))
        if sought.limit is not None and len(found) >= sought.limit:
            break
    return pairs_of(connection, found)


def _parts(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """Where pairs are looked for, one part after another until a page is full.

    Some latest stories at a time: putting all 50,000 pairs in order took PostgreSQL 1.4 s. What an index finds is few pairs, and one part.
    """
    beyond, part = _beyond(connection, sought.after)
    few = (sought.story, sought.story_key, sought.matter, sought.statement, sought.case)
    if sought.filters != _NOTHING or sought.reports or any(one is not None for one in few):
        yield part
        return
    wanted = select(stories.c.key).where(*beyond, *_story_days(sought)).order_by(*(one.desc() for one in _ORDER))
    keys = list(connection.scalars(wanted))
    for start in range(0, len(keys), STORIES):
        yield and_(relations.c.story_key.in_(keys[start : start + STORIES]), part)


_ORDER = (func.coalesce(stories.c.last, ""), stories.c.key)


def _beyond(connection: Connection, after: int | None) -> tuple[list[ColumnElement[bool]], ColumnElement[bool]]:
    """That a story does not come before the one of a pair, and that a pair comes after it."""
    if after is None:
        return [], true()
    place = select(*_ORDER).join(relations, relations.c.story_key == stories.c.key)
    here = connection.execute(place.where(relations.c.key == after)).first()
    if here is None:
        raise NotKept("the pair that the list was to go on after is not kept any more; begin the list anew")
    day, story = here
    rest = and_(_ORDER[1] == story, relations.c.key > after)
    pair = or_(_ORDER[0] < day, and_(_ORDER[0] == day, or_(_ORDER[1] < story, rest)))
    return [or_(_ORDER[0] < day, and_(_ORDER[0] == day, _ORDER[1] <= story))], pair


def _narrowed(connection: Connection, query: Select[Any], sought: Sought) -> Select[Any]:
    """Pairs as they are asked for, with no more tables than that needs."""
    conditions = [*_conditions(connection, sought)]
    if sought.reports or sought.case or sought.since or sought.until:
        return _from(query).where(*conditions)
    plain = query.select_from(relations).join(stories, stories.c.key == relations.c.story_key)
    return plain.where(*conditions)


def count_some(connection: Connection, sought: Sought) -> int:
    """How many pairs there are, counted up to one more than `COUNTED`."""
    found = 0
    for part in _parts(connection, sought):
        some = _narrowed(connection, select(relations.c.key), sought).where(part).limit(COUNTED + 1 - found)
        found += connection.scalar(select(func.count()).select_from(some.subquery())) or 0
        if found > COUNTED:
            break
    return found


def mismatched(
    connection: Connection, *, story: int | None = None, statement: str | None = None, limit: int, offset: int = 0
) -> list[Mismatched]:
    """Statements that differ from what their named source says itself, the surest first.

    Args:
        connection: of the store.
        story: key of the story.
        statement: id of one of the two statements.
        limit: how many.
        offset: how many are passed over.
    """
    query = _asked(mismatches)
    if story is not None:
        query = query.where(mismatches.c.story_key == story)
    if statement is not None:
        query = query.where(_either(connection, statement, mismatches.c.source_key, mismatches.c.statement_key))
    ordered = query.order_by(mismatches.c.score.desc(), mismatches.c.key).limit(limit).offset(offset or None)
    rows = connection.execute(ordered).all()
    found = differences_of(connection, rows, mismatch_differences)
    return [
        Mismatched(pair_of(row, found.get(row.key, ())), row.named, spans(json.loads(row.named_spans))) for row in rows
    ]


def _latest() -> ColumnElement[str]:
    """The later of the two days of publication; pairs without one come last."""
    one, other = (func.coalesce(side.c.published_day, "") for side in (_RA, _RB))
    return case((one > other, one), else_=other)


def _ends(table: Table) -> tuple[Any, Any]:
    """The columns that hold the keys of the two statements."""
    if table is relations:
        return relations.c.a_key, relations.c.b_key
    return mismatches.c.source_key, mismatches.c.statement_key


def _from(query: Select[Any], table: Table = relations) -> Select[Any]:
    a, b = _ends(table)
    held = (
        query.select_from(table)
        .join(stories, stories.c.key == table.c.story_key)
        .join(_A, _A.c.key == a)
        .join(_RA, _RA.c.key == _A.c.report_key)
        .join(_B, _B.c.key == b)
        .join(_RB, _RB.c.key == _B.c.report_key)
    )
    return held.outerjoin(matters, matters.c.key == relations.c.matter_key) if table is relations else held


def _asked(table: Table = relations) -> Select[Any]:
    columns: list[Any] = [
        table.c.key,
        table.c.score,
        table.c.by,
        stories.c.id.label("story"),
        stories.c.title.label("story_title"),
    ]
    if table is relations:
        columns += [relations.c.kind, matters.c.id.label("matter")]
    else:
        columns += [literal(RelationKind.REWORDS.value).label("kind"), literal(None).label("matter")]
        columns += [mismatches.c.named, mismatches.c.named_spans]
    for side, said, report in (("a", _A, _RA), ("b", _B, _RB)):
        start, end = table.c[f"{side}_start"], table.c[f"{side}_end"]
        columns += [said.c[name].label(f"{side}_{name}") for name in ("id", "chain", "content", "spans", "block")]
        columns += [
            report.c[name].label(f"{side}_{name}") for name in ("outlet", "published", "title", "url", "language")
        ]
        columns += [report.c.id.label(f"{side}_report"), start.label(f"{side}_begin")]
        columns.append(func.substr(report.c.text, start + 1, end - start).label(f"{side}_sentence"))
    return _from(select(*columns), table)


def _conditions(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.kinds:
        yield relations.c.kind.in_([kind.value for kind in sought.kinds])
    if sought.story is not None:
        yield stories.c.id == storybook.resolve(connection, sought.story)
    if sought.story_key is not None:
        yield relations.c.story_key == sought.story_key
    if sought.matter is not None:
        now = resolved(connection, matters, sought.matter) or sought.matter
        yield relations.c.matter_key == connection.scalar(select(matters.c.key).where(matters.c.id == now))
    if sought.statement is not None:
        yield _either(connection, sought.statement, relations.c.a_key, relations.c.b_key)
    if sought.reports:
        yield _RA.c.id.in_(sought.reports) & _RB.c.id.in_(sought.reports)
    if sought.case is not None:
        inside = in_case(connection, sought.case)
        yield or_(_A.c.report_key.in_(inside), _B.c.report_key.in_(inside))
    if sought.slots:
        wanted = differences.c.slot.in_([slot.value for slot in sought.slots])
        yield select(differences.c.slot).where(differences.c.relation_key == relations.c.key, wanted).exists()
    yield from _days(sought)
    if sought.filters != _NOTHING:
        index = index_of(connection, None, sought.filters, Target.STATEMENTS)
        meant = select(index.matched)
        yield or_(relations.c.a_key.in_(meant), relations.c.b_key.in_(meant))


def _either(connection: Connection, statement: str, a: Any, b: Any) -> ColumnElement[bool]:
    """That a statement is one of two; reports of one text share its id."""
    # its keys are fetched first: with a query inside either end, PostgreSQL goes through all pairs
    keys = list(connection.scalars(select(statements.c.key).where(statements.c.id == statement)))
    return or_(a.in_(keys), b.in_(keys))


def _story_days(sought: Sought) -> Iterator[ColumnElement[bool]]:
    """That a story has reports of the days: there are few stories beside the pairs in them."""
    if sought.since:
        yield stories.c.last >= first_day(sought.since)
    if sought.until:
        yield stories.c.first <= last_day(sought.until)


def _days(sought: Sought) -> Iterator[ColumnElement[bool]]:
    first = first_day(sought.since) if sought.since else None
    last = last_day(sought.until) if sought.until else None
    if first is None and last is None:
        return
    yield from _story_days(sought)
    sides = []
    for report in (_RA, _RB):
        day = report.c.published_day
        held = [day >= first] if first else []
        held += [day <= last] if last else []
        sides.append(held[0] if len(held) == 1 else held[0] & held[1])
    yield or_(*sides)
