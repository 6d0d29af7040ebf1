"""Parts of rows: evidence with its words, passages, times, voices, fields of a report."""

from __future__ import annotations

from typing import Any

from accordingto.model import (
    Block,
    Bounds,
    Evidence,
    Field,
    Inherited,
    Link,
    Moment,
    Part,
    Report,
    Source,
    Span,
    Spans,
    Time,
    spans_of,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import evidence_kind, evidence_rule, part_name

Row = dict[str, Any]
_DIGITS = 4
"""Decimals of a score that are kept: more is noise and makes two machines' outputs differ."""


def link_row(link: Link, report: Report) -> Row:
    """One voice of a chain."""
    return {
        "source": source_row(link.source, report),
        "cue": evidence_row(link.cue, report),
        "act": link.act.value,
        "factuality": link.factuality.value,
        "said": timex(link.said, report) if link.said else None,
        "addressee": evidence_row(link.addressee, report) if link.addressee else None,
        "score": rounded(link.score),
        "by": link.by,
    }


def source_row(source: Source, report: Report) -> Row:
    """A voice as the report names it."""
    return {
        "kind": source.kind.value,
        "name": source.name,
        "words": source.words,
        "unnamed": source.unnamed,
        "role": source.role,
        "role_evidence": evidence_row(source.role_evidence, report) if source.role_evidence else None,
        "entity": source.entity,
        "actor": source.actor,
        "evidence": evidence_row(source.evidence, report),
    }


def timex(time: Time, report: Report) -> Row:
    """A time expression, resolved."""
    return {
        "value": time.value,
        "start": time.start,
        "end": time.end,
        "anchor": time.anchor,
        "evidence": evidence_row(time.evidence, report),
        "by": time.by,
        "kind": time.kind.value,
        "mod": time.mod,
        "id": time.id,
    }


def evidence_row(evidence: Evidence, report: Report) -> Row:
    """Where a value comes from, with the words."""
    parts = spans_of(evidence)
    return {
        "kind": evidence_kind(evidence),
        **passage(parts, report),
        "rule": evidence_rule(evidence),
        "from_record": evidence.from_record if isinstance(evidence, Inherited) else None,
    }


def passage(parts: Spans, report: Report) -> Row:
    """The words at some spans, and the spans."""
    return {"text": text_of(report.text, parts) if parts else None, "spans": [_pair(span) for span in parts]}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def block_row(block: Block) -> Row:
    """A block of the text."""
    at = block.at.iso if block.at else None
    return {"kind": block.kind.value, "start": block.span.start, "end": block.span.end, "by": block.by, "at": at}


def field_row(field: Field[str] | None, text: str) -> Row | None:
    """A value about the report and where it was read, if there is one."""
    return {"value": field.value, **_read(field.read_from, field.span, text)} if field else None


def moment_row(field: Field[Moment] | None, text: str) -> Row | None:
    """A point of calendar time and where it was read, if there is one."""
    if field is None:
        return None
    moment = field.value
    return {
        "value": moment.iso,
        "local": moment.local,
        "offset": moment.offset,
        "precision": moment.precision,
        **_read(field.read_from, field.span, text),
    }


def _read(read_from: str, span: Span | None, text: str) -> Row:
    return {
        "read_from": read_from,
        "text": span.of(text) if span else None,
        "spans": [_pair(span)] if span else [],
    }


def rounded(score: float) -> float:
    """A score with the decimals that are kept."""
    return round(float(score), _DIGITS)


def maybe_evidence(evidence: Evidence | None, report: Report) -> Row | None:
    """Evidence with its words, if there is any."""
    return evidence_row(evidence, report) if evidence else None


def maybe_timex(time: Time | None, report: Report) -> Row | None:
    """A time expression, if there is one."""
    return timex(time, report) if time else None


def maybe_passage(span: Span | None, report: Report) -> Row | None:
    """The words at a span, if there is one."""
    return passage((span,), report) if span else None


def bounds_row(bounds: Bounds, report: Report) -> Row:
    """A count with the words that state it."""
    return {"low": bounds.low, "high": bounds.high, "evidence": evidence_row(bounds.evidence, report)}


def part_row(part: Part, reading: Reading, *, spot: bool = False) -> Row:
    """Somebody, or with ``spot`` some place, in a role: the words, the name they resolve to, and the ids."""
    return {
        "words": part.words,
        "name": part_name(part, reading, spot=spot),
        "entity": part.entity,
        "actor": part.actor,
        "place": part.place,
        "evidence": evidence_row(part.evidence, reading.report),
    }
