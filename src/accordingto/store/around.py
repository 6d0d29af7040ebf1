"""What stands around one report: its story, what it took from whom, what its statements stand against, its editions, its bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, literal, or_, select

from accordingto.model import NotKept
from accordingto.store.collected import cases_of
from accordingto.store.listing import Article, Stored, editions
from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import captures, report_captures, reports, sightings, successions, works
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import differences, lineage, mismatch_differences, mismatches, relations, travels
from accordingto.store.syncing import parted
from accordingto.store.writer import SPAN

MOST = 50
"""Reports, sightings or pairs of statements of each kind that are told one by one; of more, how many there are."""
_STANDING_AGAINST = ("contradicts", "withdraws")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Some:
    """Some of many."""

    rows: Sequence[Row]
    total: int


@dataclass(frozen=True, slots=True)
class Around:
    """A report among others. Rows are plain values."""

    key: int
    story: Row | None
    """Id, title and counts; ``None`` where it is in none."""
    took: Some
    """What it took from others: copies, citations, follow-ups."""
    gave: Some
    """What others took from it."""
    against: Some
    """Statements of it that stand against those of another report, or give their source otherwise than the source has it."""
    article: Article | None
    """Where it has an address."""
    editions: Sequence[Stored]
    cleaned: str | None
    """Id of the report in which the same bytes were cleaned anew."""
    captures: Some
    sightings: Some
    cases: tuple[str, ...]


def around(connection: Connection, report: str) -> Around:
    """What stands around a report.

    Raises:
        NotKept: where there is no such report.
    """
    row = connection.execute(_report(report)).first()
    if row is None:
        raise NotKept(f"there is no report {report} in this store; accordingto reports lists what there is")
    held = list(editions(connection, row.work_key)) if row.work_key is not None else []
    return Around(
        row.key,
        _story(connection, row.key),
        _lineage(connection, lineage.c.report_key == row.key, lineage.c.target_key),
        _lineage(connection, lineage.c.target_key == row.key, lineage.c.report_key),
        _against(connection, row.key),
        Article(row.work_key, row.address, len(held)) if held else None,
        held,
        _cleaned(connection, row.key),
        _captures(connection, row.key),
        _sightings(connection, row.key),
        cases_of(connection, row.key),
    )


def _report(report: str) -> Select[Any]:
    held = reports.outerjoin(works, works.c.key == reports.c.work_key)
    return select(reports.c.key, reports.c.work_key, works.c.address).select_from(held).where(reports.c.id == report)


def _story(connection: Connection, key: int) -> Row | None:
    query = (
        select(
            *(stories.c[name] for name in ("id", "title", "first", "last", "reports", "changed")),
            *(travels.c[name] for name in ("matters", "contradictions", "mismatches")),
        )
        .join(story_reports, story_reports.c.story_key == stories.c.key)
        .outerjoin(travels, travels.c.story_key == stories.c.key)
        .where(story_reports.c.report_key == key)
    )
    row = connection.execute(query).first()
    return dict(row._mapping) if row else None


def _lineage(connection: Connection, where: Any, other: Any) -> Some:
    """Edges of lineage at one end; those that share most first."""
    known = (
        "kind",
        "target",
        "known",
        "about",
        "ordered",
        "share",
        "target_share",
        "substitutions",
        "cuts",
        "insertions",
    )
    query = (
        select(
            *(lineage.c[name] for name in known),
            reports.c.id.label("report"),
            *(reports.c[name] for name in ("title", "outlet", "published")),
        )
        .outerjoin(reports, reports.c.key == other)
        .where(where)
        .order_by(func.coalesce(lineage.c.share, 0).desc(), lineage.c.key)
        .limit(MOST + 1)
    )
    return _some(connection, query, select(func.count()).select_from(lineage).where(where))


def _some(connection: Connection, query: Select[Any], counting: Select[Any]) -> Some:
    rows = [dict(row._mapping) for row in connection.execute(query)]
    total = len(rows) if len(rows) <= MOST else int(connection.scalar(counting) or 0)
    return Some(rows[:MOST], total)


def _within(column: Any, key: int) -> Any:
    """Whether a key is one of a statement of a report."""
    return column.between(key * SPAN, key * SPAN + SPAN - 1)


def _against(connection: Connection, key: int) -> Some:
    found = [*_pairs(connection, key), *_mismatched(connection, key)]
    return Some(found[:MOST], len(found))


def _pairs(connection: Connection, key: int) -> list[Row]:
    """Pairs of statements that cannot both hold; each with its differences, told from the side of the report."""
    made: list[Row] = []
    for own, other, side in ((relations.c.a_key, relations.c.b_key, "a"), (relations.c.b_key, relations.c.a_key, "b")):
        query = _beside(own, other, relations.c.key, relations.c.kind)
        query = query.where(_within(own, key), relations.c.kind.in_(_STANDING_AGAINST)).order_by(own, relations.c.key)
        if side == "b":  # a pair within the report was told from the other side
            query = query.where(or_(relations.c.a_key < key * SPAN, relations.c.a_key > key * SPAN + SPAN - 1))
        rows = connection.execute(query.limit(MOST + 1)).all()
        made += _told(connection, rows, differences, differences.c.relation_key, own=side)
    return made


def _mismatched(connection: Connection, key: int) -> list[Row]:
    """Statements that differ from what their named source says; ``a`` is the source."""
    query = _beside(mismatches.c.statement_key, mismatches.c.source_key, mismatches.c.key, literal("mismatch"))
    query = query.where(_within(mismatches.c.statement_key, key)).order_by(mismatches.c.statement_key)
    rows = connection.execute(query.limit(MOST + 1)).all()
    return _told(connection, rows, mismatch_differences, mismatch_differences.c.mismatch_key, own="b")


def _beside(own: Any, other: Any, key: Any, kind: Any) -> Select[Any]:
    mine, theirs = statements.alias("mine"), statements.alias("theirs")
    return (
        select(
            key.label("key"),
            kind.label("kind"),
            mine.c.id.label("statement"),
            theirs.c.id.label("other"),
            theirs.c.chain.label("other_chain"),
            reports.c.id.label("report"),
            *(reports.c[name] for name in ("title", "outlet", "published")),
        )
        .join(mine, mine.c.key == own)
        .join(theirs, theirs.c.key == other)
        .join(reports, reports.c.key == theirs.c.report_key)
    )


def _told(connection: Connection, rows: Sequence[Any], table: Any, parent: Any, *, own: str) -> list[Row]:
    other = "b" if own == "a" else "a"
    found: dict[int, list[Row]] = {row.key: [] for row in rows}
    for part in parted([row.key for row in rows]):
        query = select(table, parent.label("owner")).where(parent.in_(part)).order_by(parent, table.c.position)
        for row in connection.execute(query):
            words = row._mapping
            slot = {"slot": row.slot, "here": words[f"{own}_words"], "there": words[f"{other}_words"]}
            found[row.owner].append(slot)
    made = []
    for row in rows:
        plain = dict(row._mapping)
        del plain["key"]
        made.append(plain | {"differences": found[row.key]})
    return made


def _cleaned(connection: Connection, key: int) -> str | None:
    query = select(reports.c.id).join(successions, successions.c.report_key == reports.c.key)
    found: str | None = connection.scalar(
        query.where(successions.c.previous_key == key, successions.c.kind == "extraction").order_by(
            reports.c.key.desc()
        )
    )
    return found


def _captures(connection: Connection, key: int) -> Some:
    held = select(*(captures.c[name] for name in ("id", "sha256", "size", "media_type"))).join(
        report_captures, report_captures.c.capture_key == captures.c.key
    )
    count = select(func.count()).select_from(report_captures).where(report_captures.c.report_key == key)
    query = held.where(report_captures.c.report_key == key).order_by(captures.c.key)
    return _some(connection, query.limit(MOST + 1), count)


def _sightings(connection: Connection, key: int) -> Some:
    """Each time that bytes of the report were seen, the first first; those without a time last."""
    joined = and_(report_captures.c.capture_key == sightings.c.capture_key, report_captures.c.report_key == key)
    columns = (sightings.c.place.label("where"), *(sightings.c[name] for name in ("at", "url", "hashes")))
    query = select(*columns).join(report_captures, joined)
    query = query.order_by(sightings.c.at.is_(None), sightings.c.at, sightings.c.key).limit(MOST + 1)
    found = _some(connection, query, select(func.count()).select_from(sightings).join(report_captures, joined))
    return Some(
        [row | {"hashes": json.loads(row["hashes"]) if row["hashes"] else []} for row in found.rows], found.total
    )
