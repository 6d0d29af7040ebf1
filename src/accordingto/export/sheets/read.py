"""The sheets of what was read from single reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.export.csv import COLUMNS, spans_text
from accordingto.export.csv_layers import TABLES
from accordingto.export.exporting import Item
from accordingto.export.layers import Layer, rows_of
from accordingto.export.parts import Row
from accordingto.export.rows import statement_row
from accordingto.export.sheets.columns import Column, Kind, Sheet
from accordingto.export.sheets.shared import CLAIM, PROOF, REPORT, STORY, of_table
from accordingto.export.sheets.spots import GEOMETRY, SPOT
from accordingto.model import Statement, spans_of
from accordingto.pipeline.wording import evidence_kind, evidence_rule, iso_of, reading_order, value_of

_WHAT = {
    Layer.EVENTS: "Events as claimed: a row for each statement that claims one, never for what happened.",
    Layer.ESTIMATES: "Numbers that are put forward, each according to whom.",
    Layer.CONTROL: "Who is said to hold, contest, besiege, gain, lose or leave which place.",
    Layer.PLACES: "Places that reports name, and where they are.",
}


def _rows(layer: Layer) -> Any:
    def rows(item: Item) -> list[Row]:
        return rows_of(item.reading, layer)

    return rows


def _sheet(layer: Layer) -> Sheet[Item]:
    table = of_table(TABLES[layer])
    if layer is Layer.PLACES:
        return Sheet(layer.value, _WHAT[layer], (*table, GEOMETRY, *CLAIM), _rows(layer))
    spots = {column.name for column in SPOT}
    own = tuple(column for column in table if column.name not in spots)
    return Sheet(layer.value, _WHAT[layer], (*own, *SPOT, *CLAIM), _rows(layer))


def _statement_rows(item: Item) -> Iterator[Row]:
    for statement in reading_order(item.reading.statements):
        yield {**statement_row(item.reading, statement), "statement": statement.id}


def _of(item: Item, row: Row) -> Statement:
    return item.reading.by_id[row["statement"]]


def _at(*path: str) -> Any:
    def cell(_: Item, row: Row) -> Any:
        value: Any = row
        for key in path:
            value = value.get(key) if value else None
        return value

    return cell


def _source(field: str) -> Any:
    return lambda item, row: getattr(_of(item, row).innermost.source, field)


def _cue(item: Item, row: Row) -> str | None:
    parts = spans_of(_of(item, row).innermost.cue)
    return item.reading.words(parts) if parts else None


_MADE: dict[str, tuple[Any, Kind]] = {
    "id": (_at("id"), Kind.TEXT),
    "report": (_at("report"), Kind.TEXT),
    "outlet": (_at("outlet"), Kind.TEXT),
    "published": (_at("published"), Kind.TEXT),
    "title": (lambda item, _: value_of(item.reading.report.title), Kind.TEXT),
    "block": (_at("block"), Kind.TEXT),
    "chain_text": (_at("chain_text"), Kind.TEXT),
    "voices": (lambda item, row: len(_of(item, row).voices), Kind.INTEGER),
    "source": (_at("source"), Kind.TEXT),
    "source_words": (_source("words"), Kind.TEXT),
    "source_spans": (lambda item, row: spans_text(spans_of(_of(item, row).innermost.source.evidence)), Kind.TEXT),
    "source_evidence": (lambda item, row: evidence_kind(_of(item, row).innermost.source.evidence), Kind.TEXT),
    "source_rule": (lambda item, row: evidence_rule(_of(item, row).innermost.source.evidence), Kind.TEXT),
    "unnamed": (_at("unnamed"), Kind.BOOLEAN),
    "cue": (_cue, Kind.TEXT),
    "cue_spans": (lambda item, row: spans_text(spans_of(_of(item, row).innermost.cue)), Kind.TEXT),
    "act": (_at("act"), Kind.TEXT),
    "factuality": (_at("factuality"), Kind.TEXT),
    "form": (_at("form"), Kind.TEXT),
    "mood": (_at("mood"), Kind.TEXT),
    "said": (_at("said"), Kind.TEXT),
    "content": (_at("content", "text"), Kind.TEXT),
    "content_spans": (lambda item, row: spans_text(_of(item, row).content), Kind.TEXT),
    "about": (_at("about"), Kind.TEXT),
    "score": (_at("score"), Kind.NUMBER),
    "by": (_at("by"), Kind.TEXT),
    "run": (_at("run"), Kind.TEXT),
}
STATEMENTS: Sheet[Item] = Sheet(
    "statements",
    "Propositions put forward, each according to whom.",
    (*(Column(name, COLUMNS[name], cell, kind) for name, (cell, kind) in _MADE.items()), *CLAIM),
    _statement_rows,
)


def _report_rows(item: Item) -> Iterable[Row]:
    return [{"id": item.reading.report.id}]


REPORTS: Sheet[Item] = Sheet(
    "reports",
    "The reports themselves.",
    (
        Column("id", "Id of the report.", _at("id")),
        Column("outlet", "The outlet.", lambda item, _: value_of(item.reading.report.outlet)),
        Column(
            "published",
            "When it was published, ISO 8601 as far as stated.",
            lambda item, _: iso_of(item.reading.report.published),
        ),
        Column(
            "published_day",
            "The local day of publication, where it is known.",
            lambda item, _: published.value.date if (published := item.reading.report.published) else None,
            Kind.DAY,
        ),
        Column("title", "Its headline.", lambda item, _: value_of(item.reading.report.title)),
        Column("language", "ISO 639 code.", lambda item, _: value_of(item.reading.report.language)),
        Column("characters", "Length of its text.", lambda item, _: len(item.reading.report.text), Kind.INTEGER),
        Column(
            "statements", "How many statements were read.", lambda item, _: len(item.reading.statements), Kind.INTEGER
        ),
        Column(
            "attributed",
            "How many of these have a voice below the outlet.",
            lambda item, _: sum(bool(one.voices) for one in item.reading.statements),
            Kind.INTEGER,
        ),
        *REPORT,
        *STORY,
        *(column for column in PROOF if column.name in ("text_sha256", "capture_sha256")),
        Column("media_type", "What those bytes are.", lambda item, _: item.shelf.media_type),
        Column(
            "extraction", "Version of the cleaning that made the text.", lambda item, _: item.reading.report.extraction
        ),
        Column("run", "Id of the run that read it.", lambda item, _: item.reading.run.id),
        Column("text", "The archived text.", lambda item, _: item.whole.report.text, full=True),
    ),
    _report_rows,
)
EVENTS, ESTIMATES, CONTROL, PLACES = map(_sheet, _WHAT)
READ: dict[str, Sheet[Item]] = {
    sheet.name: sheet for sheet in (REPORTS, STATEMENTS, EVENTS, ESTIMATES, CONTROL, PLACES)
}
"""Each sheet of what was read from reports by its name."""
