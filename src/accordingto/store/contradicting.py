"""Pairs of statements that stand against each other, out of the store: by story, actor, place, slot and days."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select, text

from accordingto.model import BlockKind, Difference, Passage, RelationKind, Slot, Spans
from accordingto.model.days import first_day, last_day
from accordingto.model.spans import spans
from accordingto.store import storybook
from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import differences, matters, relations
from accordingto.store.syncing import parted

LIMIT = 20
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


@dataclass(frozen=True, slots=True)
class Side:
    """A statement, as it stands in its report."""

    statement: str
    report: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    chain: str
    """According to whom: the voices below the outlet; the outlet for narration."""
    content: Spans
    words: str
    """Of the content."""
    sentence: str
    """The sentence around it, and around what differs."""
    start: int
    """Where the sentence starts in the report's text."""
    headline: bool


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements that were compared, with both sentences and the slots in which they differ."""

    story: str
    story_title: str | None
    matter: str | None
    kind: RelationKind
    a: Side
    """The earlier statement; of one report that in the headline."""
    b: Side
    differences: tuple[Difference, ...]
    score: float
    by: str


_A, _B = statements.alias("sa"), statements.alias("sb")
_RA, _RB = reports.alias("ra"), reports.alias("rb")


def contradictions(connection: Connection, sought: Sought) -> list[Contradiction]:
    """Pairs of statements as they are asked for, those with the latest report first.

    Raises:
        UsageError: where the story that is asked for is not in the store.
    """
    query = _asked().where(*_conditions(connection, sought)).order_by(_latest().desc(), relations.c.key)
    rows = connection.execute(query.limit(sought.limit).offset(sought.offset or None)).all()
    found = _differences(connection, rows)
    return [_pair(row, found.get(row.key, ())) for row in rows]


def pairs_of(connection: Connection, keys: Sequence[int]) -> list[Contradiction]:
    """The pairs of some keys of relations, in their order."""
    rows = {row.key: row for row in connection.execute(_asked().where(relations.c.key.in_(keys)))} if keys else {}
    found = _differences(connection, [*rows.values()])
    return [_pair(rows[key], found.get(key, ())) for key in keys if key in rows]


def count(connection: Connection, sought: Sought) -> int:
    """How many pairs there are in all."""
    held = _from(select(func.count())).where(*_conditions(connection, sought))
    return connection.scalar(held) or 0


def _latest() -> ColumnElement[str]:
    """The later of the two days of publication; pairs without one come last."""
    one, other = (func.coalesce(side.c.published_day, "") for side in (_RA, _RB))
    return case((one > other, one), else_=other)


def _from(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(relations)
        .join(stories, stories.c.key == relations.c.story_key)
        .join(_A, _A.c.key == relations.c.a_key)
        .join(_RA, _RA.c.key == _A.c.report_key)
        .join(_B, _B.c.key == relations.c.b_key)
        .join(_RB, _RB.c.key == _B.c.report_key)
        .outerjoin(matters, matters.c.key == relations.c.matter_key)
    )


def _asked() -> Select[Any]:
    columns = [
        relations.c.key,
        relations.c.kind,
        relations.c.score,
        relations.c.by,
        stories.c.id.label("story"),
        stories.c.title.label("story_title"),
        matters.c.id.label("matter"),
    ]
    for side, said, report in (("a", _A, _RA), ("b", _B, _RB)):
        start, end = relations.c[f"{side}_start"], relations.c[f"{side}_end"]
        columns += [said.c[name].label(f"{side}_{name}") for name in ("id", "chain", "content", "spans", "block")]
        columns += [report.c[name].label(f"{side}_{name}") for name in ("outlet", "published", "title", "url")]
        columns += [report.c.id.label(f"{side}_report"), start.label(f"{side}_begin")]
        columns.append(func.substr(report.c.text, start + 1, end - start).label(f"{side}_sentence"))
    return _from(select(*columns))


def _conditions(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    if sought.kinds:
        yield relations.c.kind.in_([kind.value for kind in sought.kinds])
    if sought.story is not None:
        yield stories.c.id == storybook.resolve(connection, sought.story)
    if sought.slots:
        inside = select(differences.c.relation_key).where(differences.c.slot.in_([slot.value for slot in sought.slots]))
        yield relations.c.key.in_(inside)
    yield from _days(sought)
    if sought.filters != _NOTHING:
        index = index_of(connection, None, sought.filters, Target.STATEMENTS)
        held = text(f'SELECT {index.key} AS "key" FROM {index.table} WHERE {index.matches}').bindparams(
            asked=index.asked
        )
        meant = held.columns(statements.c.key).subquery()
        yield or_(relations.c.a_key.in_(select(meant)), relations.c.b_key.in_(select(meant)))


def _days(sought: Sought) -> Iterator[ColumnElement[bool]]:
    first = first_day(sought.since) if sought.since else None
    last = last_day(sought.until) if sought.until else None
    if first is None and last is None:
        return
    sides = []
    for report in (_RA, _RB):
        day = report.c.published_day
        held = [day >= first] if first else []
        held += [day <= last] if last else []
        sides.append(held[0] if len(held) == 1 else held[0] & held[1])
    yield or_(*sides)


def _differences(connection: Connection, rows: Sequence[Any]) -> dict[int, list[Difference]]:
    reports_of = {row.key: (row.a_report, row.b_report) for row in rows}
    found: dict[int, list[Difference]] = {}
    for part in parted(list(reports_of)):
        query = select(differences).where(differences.c.relation_key.in_(part))
        for row in connection.execute(query.order_by(differences.c.relation_key, differences.c.position)):
            a, b = reports_of[row.relation_key]
            one, other = Passage(a, spans(json.loads(row.a_spans))), Passage(b, spans(json.loads(row.b_spans)))
            made = Difference(Slot(row.slot), one, other, row.a_value, row.b_value)
            found.setdefault(row.relation_key, []).append(made)
    return found


def _pair(row: Any, found: Sequence[Difference]) -> Contradiction:
    return Contradiction(
        row.story,
        row.story_title,
        row.matter,
        RelationKind(row.kind),
        _side(row, "a"),
        _side(row, "b"),
        tuple(found),
        row.score,
        row.by,
    )


def _side(row: Any, side: str) -> Side:
    def of(name: str) -> Any:
        return row._mapping[f"{side}_{name}"]

    return Side(
        of("id"),
        of("report"),
        of("outlet"),
        of("published"),
        of("title"),
        of("url"),
        of("chain"),
        spans(json.loads(of("spans"))),
        of("content"),
        of("sentence"),
        of("begin"),
        of("block") == BlockKind.HEADLINE.value,
    )
