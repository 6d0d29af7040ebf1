"""CSV (RFC 4180), flat, for spreadsheets: one row a statement; other layers by `accordingto.export.csv_layers`.

A cell of text that a spreadsheet could take for a formula (it starts with ``=``, ``+``, ``-`` or ``@``, also after
white space or in full width) gets an apostrophe in front, which spreadsheets hide.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from accordingto.export.inside import Inside, inside
from accordingto.export.wording import Failed
from accordingto.export.wording_content import control_text, estimate_text, event_text
from accordingto.model import Evidence, Span, Statement, spans_of, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import (
    block_of,
    chain_text,
    encodable,
    evidence_kind,
    evidence_rule,
    innermost_said,
    iso_of,
    reading_order,
    value_of,
)

Value = str | int | float | bool | None
BOM = "\ufeff"
"""Makes spreadsheet programs take the file for UTF-8."""
COLUMNS: dict[str, str] = {
    "id": "Id of the statement.",
    "report": "Id of the report.",
    "where": "Where the report came from.",
    "outlet": "The outlet.",
    "published": "When the report was published, ISO 8601 as far as stated.",
    "title": "The report's title.",
    "block": "The kind of block that the content begins in.",
    "chain_text": "The voices below the outlet, outermost first; for narration the outlet.",
    "voices": "How many voices there are below the outlet.",
    "source": "Name or description of the innermost voice; empty where no source is given.",
    "source_kind": "How the innermost voice is named.",
    "source_role": "Its role, as the report states it.",
    "source_words": "The report's words for it here.",
    "source_spans": "Where they stand: `12-40;55-60`, code points of the report's text, half-open.",
    "source_evidence": "`stated`, `inherited` or `implied`.",
    "source_rule": "The rule, where inherited or implied.",
    "unnamed": "`true` where nobody can tell from the report who it is.",
    "cue": "The words that say that it is put forward.",
    "cue_spans": "Where they stand.",
    "act": "What the innermost voice does.",
    "factuality": "Its commitment to the content.",
    "form": "How the content stands in the text.",
    "mood": "How the content is put forward.",
    "said": "When it was said, as a TIMEX3 value.",
    "content": "What is put forward, in the report's words; several spans are joined by ` … `.",
    "content_spans": "Where they stand.",
    "about": "Id of the statement that this one responds to.",
    "events": "The events in it, in words, joined by ` | `; those derived from the act are left out.",
    "estimates": "The numbers put forward in it, in words.",
    "control": "Who stands how to which place in it, in words.",
    "score": "How sure the machine is, 0 to 1.",
    "by": "The rule or the head of the model that found it.",
    "run": "Id of the run.",
}
"""Name of each column, in order, and what it holds."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def lines(items: Iterable[Reading | Failed], *, bom: bool = False) -> Iterator[str]:
    r"""The header, then each statement as one row with its line end ``\r\n``. Failures have no row.

    Args:
        items: readings and failures, in order; taken one at a time.
        bom: whether to start with a byte order mark.
    """
    yield header(COLUMNS, bom=bom)
    for item in items:
        if isinstance(item, Reading):
            yield from (line(row.values()) for row in rows(item))


def rows(reading: Reading) -> Iterator[dict[str, Value]]:
    """The rows of one reading, with the names of `COLUMNS`."""
    found = inside(reading)
    for statement in reading_order(reading.statements):
        yield dict(zip(COLUMNS, _values(reading, statement, found[statement.id]), strict=True))


def header(columns: Iterable[str], *, bom: bool = False) -> str:
    """The first line."""
    return (BOM if bom else "") + _line(list(columns))


def line(values: Iterable[Value]) -> str:
    """One row with its line end."""
    return _line([_cell(value) for value in values])


def _values(reading: Reading, statement: Statement, found: Inside) -> list[Value]:
    report, inner = reading.report, statement.innermost
    source, block = inner.source, block_of(report, statement)
    return [
        statement.id,
        statement.report,
        reading.where,
        value_of(report.outlet),
        iso_of(report.published),
        value_of(report.title),
        block.kind.value if block else None,
        chain_text(statement),
        len(statement.voices),
        source.name or source.words,
        source.kind.value,
        source.role,
        source.words,
        spans_text(spans_of(source.evidence)),
        evidence_kind(source.evidence),
        evidence_rule(source.evidence),
        source.unnamed,
        _words(reading, inner.cue),
        spans_text(spans_of(inner.cue)),
        statement.act.value,
        statement.factuality.value,
        statement.form.value,
        statement.mood.value,
        innermost_said(statement),
        reading.words(statement.content),
        spans_text(statement.content),
        statement.about,
        " | ".join(event_text(event, reading) for event in found.events),
        " | ".join(estimate_text(estimate, reading) for estimate in found.estimates),
        " | ".join(control_text(control, reading) for control in found.control),
        round(statement.score, 4),
        statement.by,
        reading.run.id,
    ]


def _words(reading: Reading, evidence: Evidence) -> str | None:
    parts = spans_of(evidence)
    return text_of(reading.report.text, parts) if parts else None


def spans_text(spans: Iterable[Span]) -> str:
    """``12-40;55-60``: half-open, code points of the report's text; empty where there are none."""
    return pairs_text((span.start, span.end) for span in spans)


def pairs_text(pairs: Iterable[Sequence[int]]) -> str:
    """The same, of pairs of starts and ends."""
    return ";".join(f"{start}-{end}" for start, end in pairs)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else str(value)


def defused(text: str) -> str:
    """The text as a cell that no spreadsheet computes."""
    text = encodable(text).replace("\0", "\ufffd")
    return "'" + text if text.lstrip().startswith(_FORMULA) else text


def _line(cells: list[str]) -> str:
    buffer = StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue()
