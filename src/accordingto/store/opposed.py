"""Two statements that were compared, as records out of rows of the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from accordingto.model import BlockKind, Difference, Passage, RelationKind, Slot, Spans
from accordingto.model.spans import spans
from accordingto.store.schema.travel import differences
from accordingto.store.syncing import parted


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
    language: str | None = None
    """ISO 639 code, where it is known."""


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
    key: int = 0
    """Of its row."""


@dataclass(frozen=True, slots=True)
class Mismatched:
    """A statement held against what its named source says itself."""

    pair: Contradiction
    """``a`` is the source's statement, ``b`` that of the report that names it."""
    named: str
    """The words that name the source."""
    spans: Spans
    """Where these stand in the report of ``b``."""


def differences_of(
    connection: Connection, rows: Sequence[Any], table: Table = differences
) -> dict[int, list[Difference]]:
    """In what pairs differ, by the key of the pair.

    Args:
        connection: of the store.
        rows: of pairs, each with its key and the ids of both reports.
        table: where the differences of such pairs are kept.
    """
    owner = table.c[0]
    reports_of = {row.key: (row.a_report, row.b_report) for row in rows}
    found: dict[int, list[Difference]] = {}
    for part in parted(list(reports_of)):
        query = select(table, owner.label("owner")).where(owner.in_(part))
        for row in connection.execute(query.order_by(owner, table.c.position)):
            a, b = reports_of[row.owner]
            one, other = Passage(a, spans(json.loads(row.a_spans))), Passage(b, spans(json.loads(row.b_spans)))
            made = Difference(Slot(row.slot), one, other, row.a_value, row.b_value)
            found.setdefault(row.owner, []).append(made)
    return found


def pair_of(row: Any, found: Sequence[Difference]) -> Contradiction:
    """A pair out of a row that has both sides, each column with ``a_`` or ``b_`` before its name."""
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
        row.key,
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
        of("language"),
    )
