"""People's decisions: on records, on groups of them, who is to decide on which report, and who is at work on what.

Decisions point at no row but at what they are about, the hash of a text, a layer and spans of it, so that they outlive runs; see
`accordingto.store.reviews`. Rows of `reviews` and `group_reviews` are only ever added.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, UniqueConstraint

from accordingto.store.schema.base import Words, key, metadata, to

_ROLE = "In which role: coder, adjudicator or admin; none where the store is one person's own."
_BATCH = "The batch of assignments that it was made in, where it was."
_SAW = "Key of the latest decision on the same that whoever decided had before them; none where there was none."
_CONFLICTS = "Key of the latest decision of somebody else that they had not seen, and might have heeded; none where all was seen."

reviews = Table(
    "reviews",
    metadata,
    key(),
    Column("text_sha256", String(64), nullable=False, doc="Hash of the text that the reviewed record points into."),
    Column(
        "layer", String, nullable=False, doc="The layer of the record: statements, events …; report of a whole one."
    ),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of the record; [] of a whole report."),
    Column(
        "decision",
        Words,
        nullable=False,
        doc="accept, correct, reject, add, comment, coded (all is decided), undo; other words are treated as a comment.",
    ),
    Column("by", Words, nullable=False, doc="Who decided."),
    Column("at", String, nullable=False, doc="When, ISO 8601."),
    Column("note", Words, doc="Why."),
    Column(
        "supersedes",
        Integer,
        doc="Key of the earlier review of the same person that this one takes the place of or, if it is an undo, takes back.",
    ),
    Column("value", Words, doc="JSON: what a record is corrected to or what is added; of coded, the layers."),
    Column("record", String, doc="Id of the record that was decided on or added, as it was then."),
    Column("role", String, doc=_ROLE),
    Column("batch", Words, doc=_BATCH),
    Column("saw", Integer, doc=_SAW),
    Column("conflicts", Integer, doc=_CONFLICTS),
    Index(None, "text_sha256", "layer"),
    Index(None, "by"),
    info={
        "doc": "People's decisions. Rows are only ever added; see what carries them to a new run.",
        "label": "decision",
    },
)

standing_reviews = Table(
    "standing_reviews",
    metadata,
    to("review_key", "reviews", "A decision that stands.", primary_key=True, autoincrement=False),
    info={"doc": "Which decisions stand, as follows from `reviews`: neither taken back nor replaced by a later one."},
)

group_reviews = Table(
    "group_reviews",
    metadata,
    key(),
    Column("kind", String, nullable=False, doc="What is grouped: actors, quotes or matters."),
    Column("decision", String, nullable=False, doc="merge, split, comment or undo."),
    Column(
        "ids", Words, nullable=False, doc="JSON list of ids of groups: those merged, or the one that is split; sorted."
    ),
    Column("members", Words, doc="JSON list of ids of members that are split off, sorted: statements, or entities."),
    Column("target", String, doc="Id of the group that is left of a merger, or that the members split off go to."),
    Column("by", Words, nullable=False, doc="Who decided."),
    Column("at", String, nullable=False, doc="When, ISO 8601."),
    Column("role", String, doc=_ROLE),
    Column("note", Words, doc="Why."),
    Column("supersedes", Integer, doc="Key of the earlier decision that this one takes back."),
    Column("saw", Integer, doc=_SAW),
    Column("conflicts", Integer, doc=_CONFLICTS),
    Index(None, "kind"),
    info={
        "doc": "People's decisions on which groups are one and which are several. Rows are only ever added.",
        "label": "decision",
    },
)

assignments = Table(
    "assignments",
    metadata,
    key(),
    Column("batch", Words, nullable=False, doc="Name of the batch of reports that it belongs to."),
    to("report_key", "reports", "The report to decide on.", index=True),
    Column("coder", Words, nullable=False, doc="Who is to do it."),
    Column("kind", String, nullable=False, doc="code, or adjudicate: settle what coders decided differently."),
    Column("blind", Boolean, nullable=False, doc="Whether coders see nothing of each other until all are done."),
    Column("layers", Words, nullable=False, doc="JSON list of the layers to decide on."),
    Column("state", String, nullable=False, doc="open, done or withdrawn."),
    Column("by", Words, nullable=False, doc="Who assigned it."),
    Column("at", String, nullable=False, doc="When it was assigned, ISO 8601."),
    Column("done_at", String, doc="When it was done, ISO 8601."),
    UniqueConstraint("batch", "report_key", "coder", "kind"),
    Index(None, "coder", "state"),
    info={"doc": "Who is to code or adjudicate which report."},
)

review_leases = Table(
    "review_leases",
    metadata,
    key(),
    Column(
        "digest",
        String(20),
        nullable=False,
        unique=True,
        doc="Start of a hash over text, layer and spans of the record.",
    ),
    Column("holder", Words, nullable=False, doc="Who has it before them."),
    Column("until", Float, nullable=False, doc="Until when others are given something else, in seconds of Unix time."),
    Index(None, "holder"),
    info={"doc": "Records that somebody was given to decide on, so that others are given others; it keeps nobody out."},
)
