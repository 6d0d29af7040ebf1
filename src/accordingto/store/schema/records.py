"""Captures, sightings, reports and the runs that read them."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from accordingto.store.schema.base import Key, Words, key, metadata, number, to

captures = Table(
    "captures",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True, doc="Id of the capture; follows from its bytes."),
    Column("sha256", String(64), nullable=False, doc="SHA-256 of the bytes, in hex."),
    Column("size", Key, nullable=False, doc="How many bytes they are."),
    Column("media_type", String, nullable=False, doc="What the bytes are, sniffed: text/plain, text/html …"),
    Column("compression", String, nullable=False, doc="How `data` is packed: zlib, or none where that saves nothing."),
    Column("data", LargeBinary, nullable=False, doc="The bytes as they came, packed."),
    info={"doc": "The bytes as they came, each kept once however often they were seen.", "label": "id"},
)

sightings = Table(
    "sightings",
    metadata,
    key(),
    to("capture_key", "captures", "The bytes that were seen."),
    Column(
        "digest", String(20), nullable=False, doc="Start of a hash over `place`, `at` and `url`: the same is kept once."
    ),
    Column("place", Words, nullable=False, doc="Where they were seen: a path, an address, a record of an archive."),
    Column("at", String, doc="When they were seen, ISO 8601, where it is known."),
    Column("url", Words, doc="The address that they came from, where it is known."),
    Column("declared_encoding", Words, doc="The charset of the HTTP header, where one was kept."),
    Column("headers", Words, doc="JSON: names and values of the HTTP response, in order, where they were kept."),
    Column(
        "hashes", Words, doc="JSON: what others said the hash of the bytes or their archive is, and where they said so."
    ),
    to("container_key", "captures", "The file that they were cut from, where it is kept.", optional=True),
    UniqueConstraint("capture_key", "digest"),
    info={"doc": "Each time that a capture was seen: where, when, and what came with it.", "label": "place"},
)

works = Table(
    "works",
    metadata,
    key(),
    Column("digest", String(20), nullable=False, unique=True, doc="Start of a hash over the address."),
    Column("address", Words, nullable=False, doc="The address in canonical form: what its editions share."),
    info={
        "doc": "Addresses under which reports were published; the editions of a report share one.",
        "label": "address",
    },
)

reports = Table(
    "reports",
    metadata,
    key(),
    Column(
        "id",
        String,
        nullable=False,
        unique=True,
        doc="Id of the report; follows from its text, address and given outlet.",
    ),
    to("capture_key", "captures", "The bytes that the text was taken from.", index=True),
    to("sighting_key", "sightings", "The sighting of them that gave address and headers."),
    to("work_key", "works", "The address that its editions share.", optional=True, index=True),
    Column(
        "edition",
        Integer,
        nullable=False,
        doc="Number of the edition within the work, from 1, in the order of keeping.",
    ),
    Column(
        "text", Text, nullable=False, doc="The archived text; NUL and lone surrogates are U+FFFD here, one for one."
    ),
    Column("text_exact", LargeBinary, doc="The text as UTF-8 with surrogates passed, where `text` cannot hold it."),
    Column("text_sha256", String(64), nullable=False, index=True, doc="SHA-256 of the text's UTF-8 form, in hex."),
    Column("extraction", String, nullable=False, doc="Version of the cleaning that made the text."),
    Column("title", Words, doc="Headline."),
    Column("title_from", Words, doc="Where the headline was read."),
    Column("outlet", Words, doc="Who published it."),
    Column("outlet_from", Words, doc="Where that was read."),
    Column("url", Words, doc="Address as the report or whoever added it gives it."),
    Column("url_from", Words, doc="Where that was read."),
    Column("published", String, doc="When it was published, ISO 8601, cut where no more is known."),
    Column("published_from", Words, doc="Where that was read."),
    Column("published_day", String(10), doc="The local day of publication, where it is known."),
    Column("updated", String, doc="When it was last updated, ISO 8601, as far as known."),
    Column("updated_from", Words, doc="Where that was read."),
    Column("authors", Words, nullable=False, doc="JSON list of names."),
    Column("place", Words, doc="Where the dateline says it was written."),
    Column("place_from", Words, doc="Where that was read."),
    Column("language", String, doc="ISO 639 code of the language."),
    Column("direction", String, nullable=False, doc="ltr or rtl."),
    Column(
        "flags", Words, nullable=False, doc="JSON list of what a reader should know: truncated, not-english, short …"
    ),
    Column("record", LargeBinary, nullable=False, doc="The report's record without its text: JSON, packed with zlib."),
    Column("record_sha256", String(64), nullable=False, doc="SHA-256 of that JSON."),
    Index(None, "outlet", postgresql_using="hash"),
    Index(None, "published_day", "key"),
    info={"doc": "Archived texts and what is known about each: what was read, and where.", "label": "title"},
)

blocks = Table(
    "blocks",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    number("Number of the block in the text, from 0."),
    Column("kind", String, nullable=False, doc="headline, standfirst, byline, paragraph, caption …"),
    Column("start", Integer, nullable=False, doc="Where it starts in the text, in code points."),
    Column("end", Integer, nullable=False, doc="Where it ends, exclusive."),
    Column("by", String, nullable=False, doc="The rule that told its kind."),
    sqlite_with_rowid=False,
    info={"doc": "The blocks of a report's text; together with white space they are the text."},
)

report_captures = Table(
    "report_captures",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    to("capture_key", "captures", "Bytes that gave just this report.", primary_key=True, index=True),
    to("sighting_key", "sightings", "The first sighting under which they did."),
    sqlite_with_rowid=False,
    info={"doc": "All captures that gave a report: a page may differ in its frame and hold the same text."},
)

successions = Table(
    "successions",
    metadata,
    to("report_key", "reports", "The later report.", primary_key=True),
    Column("kind", String, primary_key=True, doc="edition: the publisher changed it; extraction: it was cleaned anew."),
    to("previous_key", "reports", "The one before.", index=True),
    sqlite_with_rowid=False,
    info={"doc": "Which report takes the place of which, and why."},
)

runs = Table(
    "runs",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True, doc="Id of the run, equal for equal ingredients."),
    Column("version", String, nullable=False, doc="Version of accordingto."),
    Column("extraction", String, nullable=False, doc="Versions of the cleaning."),
    Column("model_sha256", String, nullable=False, doc="Hash of the model."),
    Column("lexicons_sha256", String, nullable=False, doc="Hash of lexicons, rules, codebook and registry."),
    Column("gazetteer_sha256", String, nullable=False, doc="Hash of the gazetteer and what the user added."),
    info={"doc": "What made sets of records: versions and hashes of all that they depend on.", "label": "id"},
)

readings = Table(
    "readings",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    to("run_key", "runs", "The run that made the records.", index=True),
    Column("place", Words, nullable=False, doc="Where the report came from when it was read."),
    Column("projection", Integer, nullable=False, doc="Version of the rules that made rows of the record."),
    Column("record", LargeBinary, nullable=False, doc="All records of the reading, lossless: JSON, packed with zlib."),
    Column("record_sha256", String(64), nullable=False, doc="SHA-256 of that JSON."),
    info={"doc": "What was read from each report, lossless; the tables of statements, events … are made from it."},
)
