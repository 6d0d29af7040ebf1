"""Matters and utterances of a story, part by part, out of their rows; see `accordingto.store.storyparts`."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, select

from accordingto.model import BlockKind, Occasion, Passage, Spans
from accordingto.model.spans import spans
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories
from accordingto.store.schema.travel import matter_statements, matters, occasions, quote_groups, quote_variants
from accordingto.store.syncing import parted

Decided = dict[str, Any]
"""A decision on groups as rows of them have it: key, action, ids, number of members that went, target, by, at, role, note."""


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
    decided: tuple[Decided, ...] = ()
    """People's decisions that made it what it is, the first first."""


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
    decided: tuple[Decided, ...] = ()
    """People's decisions that made it what it is, the first first."""


def matters_of(connection: Connection, story: int, *, limit: int, offset: int = 0) -> list[MatterRow]:
    """The matters of a story by its key, those that most reports tell first."""
    query = _matters().where(matters.c.story_key == story)
    ordered = query.order_by(matters.c.reports.desc(), matters.c.statements.desc(), matters.c.id)
    return [_matter(row) for row in connection.execute(ordered.limit(limit).offset(offset or None))]


def matter_of(connection: Connection, ident: str) -> MatterRow | None:
    """A matter by the id under which it is kept."""
    row = connection.execute(_matters().where(matters.c.id == ident)).first()
    return _matter(row) if row else None


def _matters() -> Any:
    names = ("key", "id", "label", "statements", "reports", "outlets", "at_least", "at_most", "echoes", "decided")
    return select(*(matters.c[name] for name in names))


def _matter(row: Any) -> MatterRow:
    return MatterRow(**{**row._mapping, "decided": _decided(row.decided)})


def _decided(told: str | None) -> tuple[Decided, ...]:
    return tuple(json.loads(told)) if told else ()


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


def matters_with(connection: Connection, statement: str, story: int) -> list[str]:
    """Ids of the matters of a story, by its key, that a statement tells of; reports of one text in other stories share its id."""
    query = (
        select(matters.c.id)
        .join(matter_statements, matter_statements.c.matter_key == matters.c.key)
        .join(statements, statements.c.key == matter_statements.c.statement_key)
        .where(statements.c.id == statement, matters.c.story_key == story)
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
    names = ("id", "words", "speakers", "variants", "reports", "decided")
    return select(*(quote_groups.c[name] for name in names), worded.label("worded")).where(*conditions)


def _quote(row: Any) -> QuoteRow:
    speakers = tuple(json.loads(row.speakers))
    return QuoteRow(row.id, row.words, speakers, row.variants, row.worded + 1, row.reports, _decided(row.decided))
