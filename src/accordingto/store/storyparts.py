"""What was found in a story, part by part, out of its rows: for a page that shows some of a story of hundreds of reports.

The lossless record (`accordingto.store.travel_record.read`) and the readings stay packed; unpacking them takes seconds for such a story.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from accordingto.compare.accounts import Interval, interval, outlet_named
from accordingto.model import BlockKind, LineageKind, Moment, RelationKind, Slot, Spans
from accordingto.model.spans import spans
from accordingto.store.schema.claims import statements
from accordingto.store.schema.named import places
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import (
    differences,
    lineage,
    lineage_evidence,
    relations,
    travels,
)
from accordingto.store.syncing import parted


@dataclass(frozen=True, slots=True)
class Compared:
    """How far a story was compared, and what was found, in numbers."""

    key: int
    """Of the story."""
    changed: bool
    """Whether its reports have changed since, or were never compared."""
    at: str | None
    """When it was compared; ``None`` where it never was."""
    reports: int = 0
    """How many reports were compared."""
    outlets: int = 0
    matters: int = 0
    quotes: int = 0
    contradictions: int = 0
    mismatches: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a story."""

    number: int
    """In the order of publication, from 1."""
    id: str
    outlet: str
    """Its name; failing that the host of the address, failing that the name of the file, as everywhere."""
    title: str | None
    published: str | None
    url: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Took:
    """What a report took from another, or from one that is not at hand."""

    key: int
    report: str
    kind: LineageKind
    target: str
    """Id of a report, or a name."""
    known: bool
    about: str | None
    ordered: bool
    share: float | None
    edits: int
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage that shows that a report took from another."""

    report: str
    spans: Spans
    words: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements that stand to each other in some way, without their words."""

    key: int
    """Of the row, for `accordingto.store.contradicting.pairs_of`."""
    a: int
    b: int
    kind: RelationKind
    score: float
    slots: tuple[Slot, ...]
    headline: bool
    """Whether one of the two stands in a headline, which is terser than any sentence it could be told by."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place that statements of a story name."""

    id: str
    """In the gazetteer."""
    name: str
    kind: str | None
    country: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    centroid: bool
    """Whether the point is only the middle of an area."""
    statements: int
    reports: int


def compared(connection: Connection, story: str) -> Compared:
    """How far a story was compared; ``story`` is an id under which it is kept now."""
    row = connection.execute(
        select(
            stories.c.key,
            stories.c.changed,
            *(
                travels.c[name]
                for name in ("at", "reports", "outlets", "matters", "quotes", "contradictions", "mismatches")
            ),
        )
        .outerjoin(travels, travels.c.story_key == stories.c.key)
        .where(stories.c.id == story)
    ).one()
    return Compared(row.key, row.changed, None) if row.at is None else Compared(**row._mapping)


def members(connection: Connection, story: int) -> list[Member]:
    """The reports of a story by its key, in canonical order: by time of publication, then by id."""
    names = ("id", "outlet", "title", "published", "url", "language")
    query = (
        select(*(reports.c[name] for name in names), readings.c.place)
        .join(story_reports, story_reports.c.report_key == reports.c.key)
        .outerjoin(readings, readings.c.report_key == reports.c.key)
        .where(story_reports.c.story_key == story)
    )
    rows = sorted(connection.execute(query), key=lambda row: (_middle(row.published), row.id))
    return [_member(number, row) for number, row in enumerate(rows, 1)]


def _member(number: int, row: Any) -> Member:
    outlet = outlet_named(row.outlet, row.url, row.place, row.id)
    return Member(number, row.id, outlet, row.title, row.published, row.url, row.language)


def moment(iso: str) -> Moment:
    """A moment out of its ISO 8601 form."""
    clock = iso[11:]
    at = max(clock.find("+"), clock.find("-"))
    return Moment(iso[: 11 + at], clock[at:]) if at >= 0 else Moment(iso, None)


def _middle(iso: str | None) -> datetime:
    """The middle of what is known of a time, as `accordingto.compare.accounts.canonical_order` takes it."""
    known: Interval | None = interval(moment(iso)) if iso else None
    return known[0] + (known[1] - known[0]) / 2 if known else datetime.max.replace(tzinfo=UTC)


def took(connection: Connection, story: int) -> list[Took]:
    """What each report of a story took from another."""
    edits = (lineage.c.substitutions + lineage.c.cuts + lineage.c.insertions).label("edits")
    names = ("kind", "target", "known", "about", "ordered", "share")
    query = (
        select(
            lineage.c.key,
            reports.c.id,
            *(lineage.c[name] for name in names),
            edits,
            lineage.c.score,
            lineage.c.by,
        )
        .join(reports, reports.c.key == lineage.c.report_key)
        .where(lineage.c.story_key == story)
        .order_by(lineage.c.key)
    )
    return [Took(key, report, LineageKind(kind), *rest) for key, report, kind, *rest in connection.execute(query)]


def passages(connection: Connection, edges: Collection[int]) -> dict[int, list[Shown]]:
    """The passages that show what was taken, by the keys of `Took`."""
    found: dict[int, list[Shown]] = {}
    for part in parted(list(edges)):
        query = select(lineage_evidence).where(lineage_evidence.c.lineage_key.in_(part))
        for row in connection.execute(query.order_by(lineage_evidence.c.lineage_key, lineage_evidence.c.position)):
            made = Shown(row.report, spans(json.loads(row.spans)), row.words)
            found.setdefault(row.lineage_key, []).append(made)
    return found


def ties(connection: Connection, story: int, kinds: Sequence[RelationKind], *, limit: int) -> list[Tie]:
    """Statements of a story that stand to each other so, the surest first; at most ``limit``."""
    wanted = relations.c.kind.in_([kind.value for kind in kinds])
    one, other = statements.alias("sa"), statements.alias("sb")
    terse = or_(one.c.block == BlockKind.HEADLINE.value, other.c.block == BlockKind.HEADLINE.value)
    query = (
        select(*(relations.c[name] for name in ("key", "a_key", "b_key", "kind", "score")), terse.label("headline"))
        .join(one, one.c.key == relations.c.a_key)
        .join(other, other.c.key == relations.c.b_key)
        .where(relations.c.story_key == story, wanted)
        .order_by(relations.c.score.desc(), relations.c.key)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    slots = _slots(connection, [row.key for row in rows])
    return [
        Tie(
            row.key,
            row.a_key,
            row.b_key,
            RelationKind(row.kind),
            row.score,
            tuple(slots.get(row.key, ())),
            bool(row.headline),
        )
        for row in rows
    ]


def _slots(connection: Connection, keys: list[int]) -> dict[int, list[Slot]]:
    found: dict[int, list[Slot]] = {}
    for part in parted(keys):
        query = select(differences.c.relation_key, differences.c.slot).where(differences.c.relation_key.in_(part))
        for row in connection.execute(query):
            found.setdefault(row.relation_key, []).append(Slot(row.slot))
    return found


def kinds_in(connection: Connection, *, story: int | None = None, matter: int | None = None) -> dict[str, int]:
    """How many pairs of a story or of a matter there are of each kind."""
    where = relations.c.story_key == story if matter is None else relations.c.matter_key == matter
    query = select(relations.c.kind, func.count().label("many")).where(where).group_by(relations.c.kind)
    return {row.kind: row.many for row in connection.execute(query)}


def most_against(connection: Connection, story: int) -> tuple[str, str] | None:
    """Ids of the two reports of a story most of whose statements contradict each other."""
    one, other = statements.alias("sa"), statements.alias("sb")
    query = (
        select(one.c.report_key.label("a"), other.c.report_key.label("b"), func.count().label("many"))
        .select_from(relations)
        .join(one, one.c.key == relations.c.a_key)
        .join(other, other.c.key == relations.c.b_key)
        .where(relations.c.story_key == story, relations.c.kind == RelationKind.CONTRADICTS.value)
        .where(one.c.report_key != other.c.report_key)
        .group_by(one.c.report_key, other.c.report_key)
        .order_by(func.count().desc(), one.c.report_key, other.c.report_key)
        .limit(1)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    named = select(reports.c.key, reports.c.id).where(reports.c.key.in_((row.a, row.b)))
    ids = {one.key: one.id for one in connection.execute(named)}
    return ids[row.a], ids[row.b]


def places_of(connection: Connection, story: int, *, limit: int) -> list[Placed]:
    """The places that statements of a story name, as far as the gazetteer knows them; those that most reports name first."""
    names = ("gazetteer_id", "name", "kind", "country", "precision", "latitude", "longitude", "centroid")
    said, told = func.count(func.distinct(places.c.statement_key)), func.count(func.distinct(places.c.report_key))
    query = (
        select(*(places.c[name] for name in names), said, told)
        .join(story_reports, story_reports.c.report_key == places.c.report_key)
        .where(story_reports.c.story_key == story, places.c.statement_key.is_not(None))
        .where(places.c.gazetteer_id.is_not(None), places.c.relation.is_(None), places.c.demonym.is_(False))
        .group_by(*(places.c[name] for name in names))
        .order_by(told.desc(), said.desc(), places.c.gazetteer_id)
        .limit(limit)
    )
    rows: Any = connection.execute(query)
    return [Placed(*row) for row in rows]
