"""Random samples that people coded to know how often the records are wrong, and snapshots that can be cited."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from accordingto.store.schema.base import Words, key, metadata, to

audits = Table(
    "audits",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True, doc="Id of the sample; follows from what it was drawn from."),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the name."),
    Column("name", Words, nullable=False, doc="Name of the sample."),
    Column("at", String, nullable=False, doc="When it was drawn, ISO 8601."),
    Column("by", Words, nullable=False, doc="Who drew it."),
    Column("seed", Integer, nullable=False, doc="What the drawing started from: the same draws the same again."),
    Column(
        "record",
        Words,
        nullable=False,
        doc="JSON: its layers, how many records there were of each, the filters, the run.",
    ),
    info={"doc": "Random samples of records, drawn to be coded by people.", "label": "name"},
)

audit_items = Table(
    "audit_items",
    metadata,
    to("audit_key", "audits", "The sample.", primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False, doc="Number in the order of drawing, from 0."),
    Column("layer", String, nullable=False, doc="The layer of the record."),
    Column("text_sha256", String(64), nullable=False, doc="Hash of the text that it points into."),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of the record."),
    Column("record", String, nullable=False, doc="Id of the record."),
    Column("report", String, nullable=False, doc="Id of the report."),
    Index(None, "text_sha256", "layer"),
    sqlite_with_rowid=False,
    info={"doc": "The records that were drawn. What people decided on them stands in `reviews`."},
)

releases = Table(
    "releases",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True, doc="Id of the snapshot; follows from what it holds."),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the name."),
    Column("name", Words, nullable=False, doc="Name under which it is cited."),
    Column("at", String, nullable=False, doc="When it was made, ISO 8601."),
    Column("by", Words, nullable=False, doc="Who made it."),
    Column("note", Words, doc="What it is for."),
    Column(
        "record",
        Words,
        nullable=False,
        doc="JSON: runs, counts, decisions, error rates, what changed since the release before.",
    ),
    Column("sha256", String(64), nullable=False, doc="SHA-256 of that JSON."),
    info={"doc": "Snapshots that can be cited. Rows are only ever added.", "label": "name"},
)

release_reports = Table(
    "release_reports",
    metadata,
    to("release_key", "releases", "The snapshot.", primary_key=True),
    Column("report", String, primary_key=True, doc="Id of the report."),
    Column("text_sha256", String(64), nullable=False, doc="Hash of its text."),
    Column("record_sha256", String(64), nullable=False, doc="Hash of the report's record."),
    Column("reading_sha256", String(64), doc="Hash of what was read from it; none where it was kept unread."),
    sqlite_with_rowid=False,
    info={"doc": "The reports that a snapshot holds, as hashes: what is forgotten since can still be told."},
)
