"""What is kept beside the records: cases, failures, how far a source was taken, what was forgotten."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, String, Table

from accordingto.store.schema.base import Words, key, metadata, to

cases = Table(
    "cases",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the name."),
    Column("name", Words, nullable=False, doc="Name of the collection."),
    info={"doc": "Collections that reports were put into.", "label": "name"},
)

case_reports = Table(
    "case_reports",
    metadata,
    to("case_key", "cases", "The collection.", primary_key=True),
    to("report_key", "reports", "The report.", primary_key=True, index=True),
    sqlite_with_rowid=False,
    info={"doc": "Which reports a collection holds."},
)

failures = Table(
    "failures",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over `place`."),
    Column("place", Words, nullable=False, doc="What could not be read: a path, an address, a record of an archive."),
    Column("error", String, nullable=False, doc="Kind of the error: EmptyInput, NotAnArticle …"),
    Column("message", Words, nullable=False, doc="What is wrong and what to do."),
    to("capture_key", "captures", "Its bytes, where they are kept.", optional=True, index=True),
    Column("at", String, doc="When it failed last, ISO 8601, where it is known."),
    info={"doc": "What could not be read, and why; the row goes when it is read after all.", "label": "place"},
)

checkpoints = Table(
    "checkpoints",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the source."),
    Column("source", Words, nullable=False, doc="A file, folder, archive or feed that reports were taken from."),
    Column("position", Words, nullable=False, doc="The last place in it that is wholly kept."),
    Column("done", Boolean, nullable=False, doc="Whether the source was taken to its end."),
    info={"doc": "How far each source was taken, so that a rerun goes on from there.", "label": "source"},
)

tombstones = Table(
    "tombstones",
    metadata,
    key(),
    Column(
        "digest",
        String(64),
        nullable=False,
        unique=True,
        doc="SHA-256 of bytes, or id of a report, that were forgotten.",
    ),
    Column("what", String, nullable=False, doc="bytes or report."),
    Column("at", String, nullable=False, doc="When it was forgotten, ISO 8601."),
    Column("reason", Words, doc="Why, as whoever had it forgotten said."),
    info={"doc": "What was forgotten and is not taken in again: hashes alone, nothing of what they were."},
)
