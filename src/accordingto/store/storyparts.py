"""What was found in a story, part by part, out of its rows: for a page that shows some of a story of hundreds of reports.

The lossless record (`accordingto.store.travel.read`) and the readings stay packed; unpacking them takes seconds for such a story.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from accordingto.compare.accounts import Interval, interval, outlet_named
from accordingto.model import BlockKind, LineageKind, Moment, Occasion, Passage, RelationKind, Slot, Spans
from accordingto.model.spans import spans
from accordingto.store.schema.claims import statements
from accordingto.store.schema.named import places
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import (
    differences,
    lineage,
    lineage_evidence,
    matter_statements,
    matters,
    occasions,
    quote_groups,
    quote_variants,
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
class MatterRow:
    """A matter, in numbers."""

    key: int
    id: str
    label: str
    statements: int
    reports: int
    outlets: int
    at_least: int
    at_most: int
    echoes: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement that tells of a matter."""

    statement: str
    report: str
    published: str | None
    language: str | None
    words: str
    spans: Spans
    chain: str
    """According to whom: the voices below the outlet; the outlet for narration."""
    voices: int
    act: str
    headline: bool
    echo: bool
    """Whether its report adds no occasion of its own."""


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """An utterance that several reports quote."""

    id: str
    words: str
    speakers: tuple[str, ...]
    variants: int
    wordings: int
    """How many of them differ from the first, and the first."""
    reports: int


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


def matters_of(connection: Connection, story: int, *, limit: int, offset: int = 0) -> list[MatterRow]:
    """The matters of a story by its key, those that most reports tell first."""
    query = _matters().where(matters.c.story_key == story)
    ordered = query.order_by(matters.c.reports.desc(), matters.c.statements.desc(), matters.c.key)
    return [MatterRow(*row) for row in connection.execute(ordered.limit(limit).offset(offset or None))]


def matter_of(connection: Connection, ident: str) -> MatterRow | None:
    """A matter by the id under which it is kept."""
    row = connection.execute(_matters().where(matters.c.id == ident)).first()
    return MatterRow(*row) if row else None


def _matters() -> Any:
    names = ("key", "id", "label", "statements", "reports", "outlets", "at_least", "at_most", "echoes")
    return select(*(matters.c[name] for name in names))


def occasions_of(connection: Connection, keys: Collection[int]) -> dict[int, list[Occasion]]:
    """Where the words behind some matters were first said, by the keys of the matters."""
    found: dict[int, list[Occasion]] = {}
    for part in parted(list(keys)):
        query = select(occasions).where(occasions.c.matter_key.in_(part))
        for row in connection.execute(query.order_by(occasions.c.matter_key, occasions.c.position)):
            shown = tuple(Passage(one["report"], spans(one["spans"])) for one in json.loads(row.evidence))
            carried = tuple(json.loads(row.carried_by))
            made = Occasion(row.id, row.kind, row.description, row.date, carried, shown)
            found.setdefault(row.matter_key, []).append(made)
    return found


def words_at(connection: Connection, report: str, parts: Sequence[Sequence[int]]) -> str | None:
    """The words of a report at some spans, gaps marked; ``None`` where it is not kept."""
    columns = [func.substr(reports.c.text, start + 1, end - start) for start, end in parts]
    row = connection.execute(select(*columns).where(reports.c.id == report)).first() if columns else None
    return " … ".join(row) if row else None


def tellings_of(
    connection: Connection, keys: Collection[int], *, only: Collection[str] = ()
) -> dict[int, list[Telling]]:
    """The statements that tell of some matters, by the keys of the matters.

    Args:
        connection: of the store.
        keys: of the matters.
        only: ids of reports, where others are left out.
    """
    found: dict[int, list[Telling]] = {}
    for part in parted(list(keys)):
        query = _tellings().where(matter_statements.c.matter_key.in_(part))
        if only:
            query = query.where(reports.c.id.in_(only))
        for row in connection.execute(query.order_by(matter_statements.c.matter_key, matter_statements.c.position)):
            found.setdefault(row.matter_key, []).append(_telling(row))
    return found


def _tellings() -> Any:
    said = ("content", "spans", "chain", "voices", "act", "block")
    return (
        select(
            matter_statements.c.matter_key,
            matter_statements.c.echo,
            statements.c.id.label("statement"),
            *(statements.c[name] for name in said),
            reports.c.id.label("report"),
            *(reports.c[name] for name in ("published", "language")),
        )
        .join(statements, statements.c.key == matter_statements.c.statement_key)
        .join(reports, reports.c.key == statements.c.report_key)
    )


def _telling(row: Any) -> Telling:
    return Telling(
        row.statement,
        row.report,
        row.published,
        row.language,
        row.content,
        spans(json.loads(row.spans)),
        row.chain,
        row.voices,
        row.act,
        row.block == BlockKind.HEADLINE.value,
        row.echo,
    )


def matters_with(connection: Connection, statement: str) -> list[str]:
    """Ids of the matters that a statement tells of."""
    query = (
        select(matters.c.id)
        .join(matter_statements, matter_statements.c.matter_key == matters.c.key)
        .join(statements, statements.c.key == matter_statements.c.statement_key)
        .where(statements.c.id == statement)
        .distinct()
    )
    return sorted(connection.scalars(query))


@dataclass(frozen=True, slots=True)
class Whose:
    """The story in which a matter or an utterance is told."""

    key: int
    id: str
    title: str | None


def whose(connection: Connection, table: Table, ident: str) -> Whose | None:
    """The story in which a matter or an utterance is told now; ``table`` is `matters` or `quote_groups`."""
    query = select(stories.c.key, stories.c.id, stories.c.title).join(table, table.c.story_key == stories.c.key)
    row = connection.execute(query.where(table.c.id == ident)).first()
    return Whose(*row) if row else None


def quotes_of(connection: Connection, story: int, *, limit: int, offset: int = 0) -> list[QuoteRow]:
    """The utterances that several reports of a story quote, those that most do first."""
    query = _quotes(quote_groups.c.story_key == story, quote_groups.c.reports > 1)
    ordered = query.order_by(quote_groups.c.reports.desc(), quote_groups.c.variants.desc(), quote_groups.c.key)
    return [_quote(row) for row in connection.execute(ordered.limit(limit).offset(offset or None))]


def quotes_with(connection: Connection, statement: str) -> list[QuoteRow]:
    """The utterances that a statement holds."""
    inside = (
        select(quote_variants.c.group_key)
        .join(statements, statements.c.key == quote_variants.c.statement_key)
        .where(statements.c.id == statement)
    )
    return [
        _quote(row) for row in connection.execute(_quotes(quote_groups.c.key.in_(inside)).order_by(quote_groups.c.key))
    ]


def _quotes(*conditions: ColumnElement[bool]) -> Any:
    differing = and_(quote_variants.c.group_key == quote_groups.c.key, quote_variants.c.edits > 0)
    worded = select(func.count()).select_from(quote_variants).where(differing).scalar_subquery()
    names = ("id", "words", "speakers", "variants", "reports")
    return select(*(quote_groups.c[name] for name in names), worded.label("worded")).where(*conditions)


def _quote(row: Any) -> QuoteRow:
    return QuoteRow(row.id, row.words, tuple(json.loads(row.speakers)), row.variants, row.worded + 1, row.reports)


def ties(connection: Connection, story: int, kinds: Sequence[RelationKind], *, limit: int) -> list[Tie]:
    """Statements of a story that stand to each other so, the surest first; at most ``limit``."""
    wanted = relations.c.kind.in_([kind.value for kind in kinds])
    query = (
        select(*(relations.c[name] for name in ("key", "a_key", "b_key", "kind", "score")))
        .where(relations.c.story_key == story, wanted)
        .order_by(relations.c.score.desc(), relations.c.key)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    slots = _slots(connection, [row.key for row in rows])
    return [
        Tie(row.key, row.a_key, row.b_key, RelationKind(row.kind), row.score, tuple(slots.get(row.key, ())))
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
