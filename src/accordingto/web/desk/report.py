"""A report on the desk: its text, every record with what people decided on it, and the forms to decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from accordingto.export.csv import pairs_text
from accordingto.export.wording import ACTS, COMMITMENTS
from accordingto.export.wording_content import control_text, estimate_text, event_text
from accordingto.model import Control, Estimate, Event, Place, Span, Spans, Statement, UsageError, hull, text_of
from accordingto.model.review import LAYERS, Action, Review
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, value_of
from accordingto.review import Applied, Judged
from accordingto.review.shown import shown_to
from accordingto.web.desk.fields import fields_of, values_of
from accordingto.web.desk.forms import value_text
from accordingto.web.page import Asking, Page, Query, Row

AROUND = 160
"""Characters of text shown on either side of a record."""


class DeskQuery(Query):
    """What of a report."""

    layer: str = "statements"
    record: str | None = None
    """The record that is looked at."""
    batch: str | None = None


def view(asking: Asking) -> Row:
    """The report, and its records of one layer with what was decided."""
    query: DeskQuery = asking.query
    if query.layer not in LAYERS:
        raise UsageError(f"layer: records of {query.layer} cannot be reviewed; those of {', '.join(LAYERS)} can")
    applied = shown_to(asking.store, asking.path["report"], asking.viewer.name)
    report = applied.reading.report
    return {
        "query": query.model_dump(mode="json"),
        "id": report.id,
        "title": value_of(report.title),
        "outlet": value_of(report.outlet),
        "text": report.text,
        "blocks": [
            {"kind": one.kind.value, "start": one.span.start, "end": one.span.end, "text": one.span.of(report.text)}
            for one in report.blocks
        ],
        "layers": {
            name: {"records": len(_of(applied, name)), "decided": sum(bool(one.decided) for one in _of(applied, name))}
            for name in LAYERS
        },
        "fields": [
            {"name": one.name, "label": one.label, "kind": one.kind, "values": one.values, "hint": one.hint}
            for one in fields_of(query.layer)
        ],
        "statements": [
            {"id": one.id, "words": text_of(report.text, one.content)} for one in applied.reading.statements
        ],
        "records": [_record(applied.reading, one) for one in _ordered(_of(applied, query.layer))],
        "homeless": [_record(applied.reading, one) for one in applied.homeless],
        "coded": [{"by": who, "layers": list(layers)} for who, layers in applied.coded.items()],
        "mine": asking.viewer.name,
        "writes": asking.writes,
    }


def _of(applied: Applied, layer: str) -> list[Judged]:
    return [one for one in applied.judged if one.layer == layer]


def _ordered(judged: Iterable[Judged]) -> list[Judged]:
    return sorted(judged, key=lambda one: (hull(one.selector).start, hull(one.selector).end))


def _record(reading: Reading, one: Judged) -> Row:
    text, values = reading.report.text, values_of(one.layer, one.record)
    whole = hull(one.selector)
    return {
        "id": one.record.id,
        "layer": one.layer,
        "words": text_of(text, one.selector),
        "spans": [[span.start, span.end] for span in one.selector],
        "before": text[max(0, whole.start - AROUND) : whole.start],
        "after": text[whole.end : whole.end + AROUND],
        "about": _about(one.record, reading),
        "score": round(one.record.score, 3),
        "by": one.record.by,
        "values": {field.name: value_text(field, values[field.name]) for field in fields_of(one.layer)},
        "quoted": {
            field.name: text_of(text, _spans(values[field.name]))
            for field in fields_of(one.layer)
            if field.kind == "spans" and values[field.name]
        },
        "rejected": one.rejected,
        "disputed": one.disputed,
        "decided": _decision(one.decided) if one.decided else None,
        "standing": [_decision(made) for made in one.standing],
        "tag": one.tag,
    }


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _about(record: Any, reading: Reading) -> str:
    """What a record says, in a line."""
    if isinstance(record, Statement):
        return f"{chain_text(record)}: {ACTS[record.act]}, {COMMITMENTS[record.factuality]}"
    if isinstance(record, Event):
        return event_text(record, reading)
    if isinstance(record, Estimate):
        return estimate_text(record, reading)
    if isinstance(record, Control):
        return control_text(record, reading)
    assert isinstance(record, Place)
    return ", ".join(part for part in (record.name, record.admin1, record.country) if part) or "not in the gazetteer"


def _decision(made: Review) -> Row:
    return {
        "key": made.key,
        "action": made.action,
        "by": made.by,
        "at": made.at,
        "role": made.role.value if made.role else None,
        "note": made.note,
        "conflicts": made.conflicts,
        "standing": made.standing,
        "undoable": made.standing and made.action != Action.UNDO,
    }


def _rows(shown: Row) -> Iterable[Row]:
    for one in shown["records"]:
        decided = one["decided"] or {}
        told = {name: one[name] for name in ("id", "layer", "words", "about", "score", "disputed")}
        spans = pairs_text(one["spans"])
        yield told | {"spans": spans, "decision": decided.get("action"), "decided_by": decided.get("by")}


PAGE = Page(
    name="desk",
    path="/review/reports/{report}",
    about="A report with its records of one layer, what was decided on each, and the forms to decide.",
    view=view,
    template="desk/report.html",
    section="review",
    query=DeskQuery,
    columns={
        "id": "Id of the record.",
        "layer": "Its layer.",
        "words": "What it is about, in the report's words.",
        "spans": "Where it stands: `12-40;55-60`, code points of the report's text, half-open.",
        "about": "What it says.",
        "score": "How sure the program is, 0 to 1; 1 where a person says so.",
        "decision": "The decision that counts; empty where there is none.",
        "decided_by": "Whose it is.",
        "disputed": "Whether coders say different things and nobody has settled it.",
    },
    rows=_rows,
)
