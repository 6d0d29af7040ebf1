"""Stories: which reports tell of one happening, the index by which the next one finds them, and what became of each id.

The index of terms and the frequencies refer to nothing: they are looked up and deleted by key, as those of copies are.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, String, Table

from accordingto.store.schema.base import Key, Words, key, metadata, to

stories = Table(
    "stories",
    metadata,
    key(),
    Column("id", String, nullable=False, unique=True, doc="Id of the story, minted once; see `story_ledger`."),
    Column("reports", Integer, nullable=False, doc="How many reports tell of it; of each its latest edition."),
    Column("title", Words, doc="A headline of one of its reports, or its opening words."),
    Column("first", String(10), doc="Day of publication of its earliest report that has a date."),
    Column("last", String(10), doc="Day of publication of its latest one."),
    Column("revision", Integer, nullable=False, doc="Counts the changes of which reports it has."),
    Column("changed", Boolean, nullable=False, doc="Whether its reports have yet to be compared with each other."),
    Index("ix_stories_last", "last"),
    info={
        "doc": "Happenings that reports tell of. A story without reports is no row here, only in the ledger.",
        "label": "title",
    },
)
Index("ix_stories_changed", stories.c.key, sqlite_where=stories.c.changed, postgresql_where=stories.c.changed)

story_reports = Table(
    "story_reports",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    to("story_key", "stories", "Its story."),
    Column(
        "day", Integer, nullable=False, doc="Day of publication, counted from the year 1; -1 where it is not known."
    ),
    Column(
        "terms", LargeBinary, nullable=False, doc="Its print: the terms that tell it from others, and days it names."
    ),
    Column(
        "rarities",
        LargeBinary,
        nullable=False,
        doc="How rare each of the terms was when it came, a byte each, 32 for e.",
    ),
    Index(None, "story_key", "day", "report_key"),
    info={"doc": "The story of each report. Earlier editions of a report and reports of next to no words have none."},
)

story_terms = Table(
    "story_terms",
    metadata,
    Column("term", BigInteger, primary_key=True, autoincrement=False, doc="64-bit hash of a term."),
    Column("day", Integer, primary_key=True, autoincrement=False, doc="Day of publication, as in `story_reports`."),
    Column("report_key", Key, primary_key=True, autoincrement=False, doc="A report that it is telling of."),
    sqlite_with_rowid=False,
    info={"doc": "Index of the most telling terms of reports."},
)

story_frequencies = Table(
    "story_frequencies",
    metadata,
    Column(
        "term", BigInteger, primary_key=True, autoincrement=False, doc="64-bit hash of a term; 0 counts all reports."
    ),
    Column("reports", Integer, nullable=False, doc="How many reports hold it."),
    sqlite_with_rowid=False,
    info={"doc": "In how many reports each term stands: what is common tells no stories apart."},
)

story_drafts = Table(
    "story_drafts",
    metadata,
    Column(
        "report_key",
        Key,
        primary_key=True,
        autoincrement=False,
        doc="A report that was grouped anew; -1 tells how many there are.",
    ),
    Column("draft", Key, nullable=False, doc="Key of the report that founded its new story."),
    sqlite_with_rowid=False,
    info={"doc": "How far a rebuilding of all stories is, so that it goes on where it was interrupted; empty else."},
)

story_ledger = Table(
    "story_ledger",
    metadata,
    key(),
    Column("story", String, nullable=False, index=True, doc="Id of a story."),
    Column(
        "kind",
        String,
        nullable=False,
        doc="minted; merged: it went up in `other`; split: it was made of reports of `other`; emptied.",
    ),
    Column("other", String, index=True, doc="Id of the other story."),
    Column("at", String, nullable=False, doc="When, ISO 8601, UTC."),
    Column("because", String, nullable=False, doc="Id of the report that brought it about, or `rebuilt`."),
    info={"doc": "What became of stories: rows are only ever added, so that an id once given always leads somewhere."},
)
