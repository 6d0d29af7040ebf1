"""Reports and statements as plain dictionaries, ready for JSON, of the shape that `accordingto.export.schema` fixes."""

from __future__ import annotations

from accordingto.export.parts import Row, block_row, field_row, link_row, moment_row, passage, rounded
from accordingto.export.wording import Failed
from accordingto.model import Report, Run, Statement
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import block_of, chain_text, innermost_said, iso_of, reading_order, value_of


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
        "blocks": [block_row(block) for block in report.blocks],
        "title": field_row(report.title, report.text),
        "outlet": field_row(report.outlet, report.text),
        "url": field_row(report.url, report.text),
        "authors": [field_row(author, report.text) for author in report.authors],
        "published": moment_row(report.published, report.text),
        "updated": moment_row(report.updated, report.text),
        "place": field_row(report.place, report.text),
        "language": field_row(report.language, report.text),
        "direction": report.direction,
        "flags": list(report.flags),
        "notes": list(reading.notes),
        "statements": len(reading.statements),
        "run": run_row(reading.run),
    }


SAID = ("chain_text", "source", "unnamed", "act", "factuality", "form", "mood", "said", "content")
"""What every row has that tells of a statement, its own or that of a claim in it."""


def said_row(statement: Statement, report: Report) -> Row:
    """What is put forward, by whom and how far, with the names of `SAID`."""
    source = statement.innermost.source
    values = (
        chain_text(statement),
        source.name or source.words,
        source.unnamed,
        statement.act.value,
        statement.factuality.value,
        statement.form.value,
        statement.mood.value,
        innermost_said(statement),
        passage(statement.content, report),
    )
    return dict(zip(SAID, values, strict=True))


def statement_rows(reading: Reading) -> list[Row]:
    """One row a statement, in reading order."""
    return [statement_row(reading, statement) for statement in reading_order(reading.statements)]


def statement_row(reading: Reading, statement: Statement) -> Row:
    """One statement: who, doing what, how committed, with the words that say so."""
    report = reading.report
    block = block_of(report, statement)
    return {
        "type": "statement",
        "id": statement.id,
        "report": statement.report,
        "outlet": value_of(report.outlet),
        "published": iso_of(report.published),
        "block": block.kind.value if block else None,
        **said_row(statement, report),
        "editorial": passage(statement.editorial, report),
        "chain": [link_row(link, report) for link in statement.chain],
        "about": statement.about,
        "events": [event.id for event in reading.events if event.statement == statement.id],
        "estimates": [estimate.id for estimate in reading.estimates if estimate.statement == statement.id],
        "control": [control.id for control in reading.control if control.statement == statement.id],
        "score": rounded(statement.score),
        "by": statement.by,
        "run": reading.run.id,
    }


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
        "gazetteer_sha256": run.gazetteer_sha256,
    }
