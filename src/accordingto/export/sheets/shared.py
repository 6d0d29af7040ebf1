"""Columns that several sheets share: which report, which story and matter, what the words can be checked by."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from accordingto.export.csv_layers import Table
from accordingto.export.exporting import Item
from accordingto.export.parts import Row
from accordingto.export.sheets.columns import Column, Kind
from accordingto.model import Statement, hull, spans_of, text_of
from accordingto.pipeline.wording import value_of, voice_name

LEFT_OUT = ("where",)
"""Columns of the listing commands that an export lacks: the path of a file on somebody's machine is nobody else's business."""
_KINDS = {
    **dict.fromkeys(("lat", "lon", "score", "low", "high"), Kind.NUMBER),
    **dict.fromkeys(("derived", "unnamed", "approximate", "asserted", "centroid", "demonym"), Kind.BOOLEAN),
}
"""Of the columns that the listing commands have; counts and days are told by the ends of their names."""
_ENDS = {"_start": Kind.DAY, "_end": Kind.DAY, "_low": Kind.INTEGER, "_high": Kind.INTEGER}
ItemCell = Callable[[Item, Row], Any]


def of_table(table: Table) -> tuple[Column[Item], ...]:
    """The columns of a listing command."""
    return tuple(
        Column(name, what, _of_reading(cell), kind_of(name))
        for name, (what, cell) in table.items()
        if name not in LEFT_OUT
    )


def _of_reading(cell: Callable[[Any, Row], Any]) -> ItemCell:
    return lambda item, row: cell(item.reading, row)


def kind_of(name: str) -> Kind:
    """The type of a column of the listing commands."""
    return _KINDS.get(name) or next((kind for end, kind in _ENDS.items() if name.endswith(end)), Kind.TEXT)


def _told(field: str) -> ItemCell:
    def cell(item: Item, row: Row) -> Any:
        told = item.told(row.get("statement"))
        return getattr(told[0], field) if told else None

    return cell


def _statement(item: Item, row: Row) -> Statement | None:
    return item.reading.by_id.get(row.get("statement") or "")


def _hash(item: Item, row: Row) -> str | None:
    found = _statement(item, row)
    return item.sha256(found.content) if found else None


def _context(item: Item, row: Row) -> str | None:
    """The blocks that the content touches, whole."""
    found = _statement(item, row)
    if found is None:
        return None
    whole, report = hull(found.content), item.whole.report
    touched = tuple(block.span for block in report.blocks if block.span.overlaps(whole))
    return text_of(report.text, touched) if touched else None


def _chain(item: Item, row: Row) -> str | None:
    found = _statement(item, row)
    return json.dumps([_link(link) for link in found.chain], ensure_ascii=False) if found else None


def _link(link: Any) -> Row:
    return {
        "source": voice_name(link.source),
        "kind": link.source.kind.value,
        "actor": link.source.actor,
        "act": link.act.value,
        "factuality": link.factuality.value,
        "said": link.said.value if link.said else None,
        "source_spans": [[span.start, span.end] for span in spans_of(link.source.evidence)],
        "cue_spans": [[span.start, span.end] for span in spans_of(link.cue)],
    }


CHAIN: tuple[Column[Item], ...] = (
    Column(
        "chain",
        "The whole chain from the outlet to the innermost voice: a JSON list of source, kind, actor (id in the registry), act, "
        "factuality, said, and the spans of the words for the source and of the cue.",
        _chain,
        Kind.JSON,
    ),
)
SOURCE: tuple[Column[Item], ...] = (
    Column(
        "source_kind",
        "How the innermost voice is named: person, office, organisation, agency, outlet, document, unnamed, agentless.",
        lambda item, row: found.innermost.source.kind.value if (found := _statement(item, row)) else None,
    ),
    Column(
        "source_role",
        "Its role, as the report states it.",
        lambda item, row: found.innermost.source.role if (found := _statement(item, row)) else None,
    ),
    Column(
        "source_actor",
        "Its id in the registry.",
        lambda item, row: found.innermost.source.actor if (found := _statement(item, row)) else None,
    ),
)
REPORT: tuple[Column[Item], ...] = (
    Column("url", "Address of the report.", lambda item, _: value_of(item.reading.report.url)),
    Column("edition", "Number of its edition.", lambda item, _: item.shelf.edition, Kind.INTEGER),
    Column(
        "latest",
        "Whether no later edition takes its place; count only those, or the same words count twice.",
        lambda item, _: item.shelf.latest,
        Kind.BOOLEAN,
    ),
    Column("cases", "The collections that hold the report.", lambda item, _: "; ".join(item.shelf.cases) or None),
)
MATTER: tuple[Column[Item], ...] = (
    Column(
        "matter",
        "Id of the matter that the statement tells of; empty where no other report does. Of several the one that most reports tell of.",
        _told("id"),
    ),
    Column(
        "matters",
        "Ids of all matters that it tells of.",
        lambda item, row: "; ".join(told.id for told in item.told(row.get("statement"))) or None,
    ),
    Column("origins_low", "Occasions of first saying behind the matter: at least.", _told("at_least"), Kind.INTEGER),
    Column("origins_high", "The same: at most.", _told("at_most"), Kind.INTEGER),
    Column("matter_reports", "How many reports tell of the matter.", _told("reports"), Kind.INTEGER),
    Column("matter_outlets", "Of how many outlets these are.", _told("outlets"), Kind.INTEGER),
    Column("echoes", "How many of the reports add no occasion of their own.", _told("echoes"), Kind.INTEGER),
    Column("echo", "Whether this report is one of them.", _told("echo"), Kind.BOOLEAN),
)
STORY: tuple[Column[Item], ...] = (
    Column("story", "Id of the story that the report is in.", lambda item, _: item.shelf.story),
    Column("story_title", "Its title: a headline of one of its reports.", lambda item, _: item.shelf.story_title),
)
PROOF: tuple[Column[Item], ...] = (
    Column("content_sha256", "SHA-256 of the words of `content` in UTF-8, gaps marked by ` … `.", _hash),
    Column("text_sha256", "SHA-256 of the report's text in UTF-8.", lambda item, _: item.whole.report.text_sha256),
    Column(
        "capture_sha256",
        "SHA-256 of the bytes that the text was taken from.",
        lambda item, _: item.shelf.capture_sha256,
    ),
    Column("context", "The paragraphs around the content.", _context, full=True),
)
DECIDED: tuple[Column[Item], ...] = (
    Column(
        "decided_by",
        "Who decided that it counts: `machine`, `coder` or `adjudicator`; an adjudicator counts over a coder, a coder over the machine.",
        lambda item, row: item.settled.decided_by(row["id"]),
    ),
    Column(
        "decision", "What they decided: accept, correct or add.", lambda item, row: item.settled.decision(row["id"])
    ),
    Column(
        "disputed",
        "Whether coders say different things of it, and nobody has settled it.",
        lambda item, row: item.settled.disputed(row["id"]),
        Kind.BOOLEAN,
    ),
)
CLAIM: tuple[Column[Item], ...] = (*CHAIN, *SOURCE, *REPORT, *MATTER, *STORY, *DECIDED, *PROOF)
"""What every claim has beside the columns of the listing commands."""
