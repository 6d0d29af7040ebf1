"""Records as plain dictionaries, ready for JSON, of the shape that `accordingto.export.schema` fixes."""

from __future__ import annotations

from typing import Any

from accordingto.export.wording import (
    Failed,
    block_of,
    chain_text,
    evidence_kind,
    evidence_rule,
    innermost_said,
    iso_of,
    reading_order,
    value_of,
)
from accordingto.model import (
    Block,
    Entity,
    Evidence,
    Field,
    Inherited,
    Link,
    Mention,
    Moment,
    Report,
    Run,
    Source,
    Span,
    Spans,
    Statement,
    Time,
    spans_of,
    text_of,
)
from accordingto.pipeline.reading import Reading

Row = dict[str, Any]
_DIGITS = 4
"""Decimals of a score that are kept: more is noise and makes two machines' outputs differ."""


def report_row(reading: Reading) -> Row:
    """The report as one row: its archived text, blocks, fields and run; ``statements`` says how many rows follow."""
    report = reading.report
    return {
        "type": "report",
        "id": report.id,
        "capture": report.capture,
        "where": reading.where,
        "text": report.text,
        "text_sha256": report.text_sha256,
        "extraction": report.extraction,
        "blocks": [_block(block) for block in report.blocks],
        "title": _field(report.title, report.text),
        "outlet": _field(report.outlet, report.text),
        "url": _field(report.url, report.text),
        "authors": [_field(author, report.text) for author in report.authors],
        "published": _moment(report.published, report.text),
        "updated": _moment(report.updated, report.text),
        "place": _field(report.place, report.text),
        "language": _field(report.language, report.text),
        "direction": report.direction,
        "flags": list(report.flags),
        "notes": list(reading.notes),
        "statements": len(reading.statements),
        "run": run_row(reading.run),
    }


def statement_rows(reading: Reading) -> list[Row]:
    """One row a statement, in reading order."""
    return [statement_row(reading, statement) for statement in reading_order(reading.statements)]


def statement_row(reading: Reading, statement: Statement) -> Row:
    """One statement: who, doing what, how committed, with the words that say so."""
    report = reading.report
    block = block_of(report, statement)
    source = statement.innermost.source
    return {
        "type": "statement",
        "id": statement.id,
        "report": statement.report,
        "outlet": value_of(report.outlet),
        "published": iso_of(report.published),
        "block": block.kind.value if block else None,
        "chain_text": chain_text(statement),
        "source": source.name or source.words,
        "unnamed": source.unnamed,
        "act": statement.act.value,
        "factuality": statement.factuality.value,
        "form": statement.form.value,
        "mood": statement.mood.value,
        "said": innermost_said(statement),
        "content": _passage(statement.content, report),
        "editorial": _passage(statement.editorial, report),
        "chain": [_link(link, report) for link in statement.chain],
        "about": statement.about,
        "score": _score(statement.score),
        "by": statement.by,
        "run": reading.run.id,
    }


def mention_rows(reading: Reading) -> list[Row]:
    """One row a mention, in text order."""
    mentions = sorted(reading.mentions, key=lambda mention: (mention.span.start, mention.span.end, mention.id))
    return [_mention(mention, reading.report) for mention in mentions]


def entity_rows(reading: Reading) -> list[Row]:
    """One row an entity, in the reading's order."""
    return [_entity(entity, reading.report) for entity in reading.entities]


def failure_row(failure: Failed) -> Row:
    """A report that could not be read."""
    return {
        "type": "failure",
        "where": failure.where,
        "error": type(failure.error).__name__,
        "message": str(failure.error),
    }


def run_row(run: Run) -> Row:
    """What made the records."""
    return {
        "id": run.id,
        "version": run.version,
        "extraction": run.extraction,
        "model_sha256": run.model_sha256,
        "lexicons_sha256": run.lexicons_sha256,
    }


def _mention(mention: Mention, report: Report) -> Row:
    return {
        "type": "mention",
        "id": mention.id,
        "report": report.id,
        "kind": mention.kind.value,
        "head": mention.head,
        "entity": mention.entity,
        **_passage((mention.span,), report),
        "score": _score(mention.score),
        "by": mention.by,
    }


def _entity(entity: Entity, report: Report) -> Row:
    return {
        "type": "entity",
        "id": entity.id,
        "report": report.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "mentions": list(entity.mentions),
        "role": entity.role,
        "role_words": _passage((entity.role_span,), report) if entity.role_span else None,
        "abbreviation": entity.abbreviation,
        "actor": entity.actor,
        "actor_by": entity.actor_by,
    }


def _link(link: Link, report: Report) -> Row:
    return {
        "source": _source(link.source, report),
        "cue": _evidence(link.cue, report),
        "act": link.act.value,
        "factuality": link.factuality.value,
        "said": _time(link.said, report) if link.said else None,
        "addressee": _evidence(link.addressee, report) if link.addressee else None,
        "score": _score(link.score),
        "by": link.by,
    }


def _source(source: Source, report: Report) -> Row:
    return {
        "kind": source.kind.value,
        "name": source.name,
        "words": source.words,
        "unnamed": source.unnamed,
        "role": source.role,
        "role_evidence": _evidence(source.role_evidence, report) if source.role_evidence else None,
        "entity": source.entity,
        "actor": source.actor,
        "evidence": _evidence(source.evidence, report),
    }


def _time(time: Time, report: Report) -> Row:
    return {
        "value": time.value,
        "start": time.start,
        "end": time.end,
        "anchor": time.anchor,
        "evidence": _evidence(time.evidence, report),
        "by": time.by,
        "kind": time.kind.value,
        "mod": time.mod,
        "id": time.id,
    }


def _evidence(evidence: Evidence, report: Report) -> Row:
    parts = spans_of(evidence)
    return {
        "kind": evidence_kind(evidence),
        **_passage(parts, report),
        "rule": evidence_rule(evidence),
        "from_record": evidence.from_record if isinstance(evidence, Inherited) else None,
    }


def _passage(parts: Spans, report: Report) -> Row:
    return {"text": text_of(report.text, parts) if parts else None, "spans": [_pair(span) for span in parts]}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _block(block: Block) -> Row:
    return {"kind": block.kind.value, "start": block.span.start, "end": block.span.end, "by": block.by}


def _field(field: Field[str] | None, text: str) -> Row | None:
    return {"value": field.value, **_read(field.read_from, field.span, text)} if field else None


def _moment(field: Field[Moment] | None, text: str) -> Row | None:
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


def _score(score: float) -> float:
    return round(float(score), _DIGITS)
