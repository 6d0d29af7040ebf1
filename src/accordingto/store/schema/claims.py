"""Statements with their chains, and what is claimed inside them. Rows of this module are made from `readings.record`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, String, Table, UniqueConstraint

from accordingto.store.schema.base import Words, metadata, number, own_key, to

_KEY = "Key of the row: that of the report times 2^20, plus a number within the report."


def _time(name: str, what: str) -> list[Column[str]]:
    return [
        Column(name, String, doc=f"{what}, as a TIMEX3 value."),
        Column(f"{name}_start", String, doc="First day of it, ISO 8601, inclusive, where it is on the calendar."),
        Column(f"{name}_end", String, doc="Last day of it, inclusive."),
    ]


def _made() -> list[Column[str]]:
    return [
        Column("score", Float, nullable=False, doc="How sure the program is, 0 to 1."),
        Column("by", String, nullable=False, doc="The rule or head that made it."),
    ]


statements = Table(
    "statements",
    metadata,
    own_key(_KEY),
    to("report_key", "reports", "The report."),
    Column("id", String, nullable=False, doc="Id of the statement; reports of one text share it."),
    Column("position", Integer, nullable=False, doc="Number in reading order, from 0."),
    Column("start", Integer, nullable=False, doc="Where its content starts in the report's text, in code points."),
    Column("end", Integer, nullable=False, doc="Where its content ends, exclusive."),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of the parts of its content."),
    Column("content", Words, nullable=False, doc="The words of the content, gaps marked by ' … '."),
    Column("block", String, doc="Kind of the block in which the content starts."),
    Column("form", String, nullable=False, doc="direct, indirect, mixed or narration."),
    Column("mood", String, nullable=False, doc="asserted, intended, demanded, conditional or asked."),
    Column(
        "chain",
        Words,
        nullable=False,
        doc="The voices below the outlet in words, outermost first; the outlet for narration.",
    ),
    Column("voices", Integer, nullable=False, doc="How many voices stand below the outlet."),
    Column("source", Words, doc="The innermost voice: its resolved name, else the report's words."),
    Column(
        "source_kind",
        String,
        nullable=False,
        doc="person, office, organisation, agency, outlet, document, unnamed, agentless.",
    ),
    Column("source_actor", String, doc="Id of the actor of the registry that the innermost voice is."),
    Column("source_role", Words, doc="Its role as the report states it."),
    Column("unnamed", Boolean, nullable=False, doc="Whether nobody can tell from the report who it is."),
    Column("act", String, nullable=False, doc="What the innermost voice does: state, deny, allege, narrate …"),
    Column("factuality", String, nullable=False, doc="How far it commits itself: CT+, PR+, PS+, U, PS-, PR-, CT-."),
    *_time("said", "When the innermost voice said it"),
    Column("editorial", String, doc="JSON list of [start, end] of the outlet's own brackets inside a quotation."),
    Column("about", String, doc="Id of the statement of the same report that a denial or comment responds to."),
    *_made(),
    UniqueConstraint("id", "report_key"),
    Index(None, "report_key", "form", "unnamed"),
    Index(None, "score", "key"),
    info={
        "doc": "Propositions put forward, each according to whom; the innermost voice stands in the row.",
        "label": "content",
    },
)

Index(
    "ix_statements_unnamed", statements.c.key, sqlite_where=statements.c.unnamed, postgresql_where=statements.c.unnamed
)

links = Table(
    "links",
    metadata,
    to("statement_key", "statements", "The statement.", primary_key=True),
    number("0 is the outlet, the last the innermost voice."),
    Column(
        "name", Words, doc="Resolved name, else the description; none for a voice that the report does not describe."
    ),
    Column("words", Words, doc="The report's own words for the voice at this place."),
    Column(
        "kind",
        String,
        nullable=False,
        doc="person, office, organisation, agency, outlet, document, unnamed, agentless.",
    ),
    Column("role", Words, doc="Its role as the report states it."),
    Column("entity", String, doc="Id of the entity of the report."),
    Column("actor", String, doc="Id of the actor of the registry."),
    Column("unnamed", Boolean, nullable=False, doc="Whether nobody can tell from the report who it is."),
    Column("act", String, nullable=False, doc="What this voice does."),
    Column("factuality", String, nullable=False, doc="How far this voice commits itself to the content."),
    Column("evidence", String, nullable=False, doc="Where the voice comes from: stated, inherited or implied."),
    Column("rule", String, doc="The rule that carried or concluded it, where the words here do not say it."),
    Column("spans", String, doc="JSON list of [start, end] of the words that name the voice."),
    Column("cue", Words, doc="The words that attribute: said, according to …"),
    Column("cue_spans", String, doc="JSON list of [start, end] of the cue."),
    Column("addressee", Words, doc="To whom it was said."),
    *_time("said", "When this voice said it"),
    *_made(),
    sqlite_with_rowid=False,
    info={"doc": "The voices of each statement's chain, from the outlet to the innermost."},
)

statement_actors = Table(
    "statement_actors",
    metadata,
    to("statement_key", "statements", "The statement.", primary_key=True),
    number("Number of the row within the statement, from 0."),
    Column(
        "role", String, nullable=False, doc="source, voice (another of the chain), actor, recipient, holder, or named."
    ),
    Column("name", Words, nullable=False, doc="The registry's name, else the fullest in the report, else the words."),
    Column("folded", Words, nullable=False, doc="The name without case, accents and apostrophes, for looking it up."),
    Column("actor", String, doc="Id of the actor of the registry."),
    Index(None, "folded", postgresql_using="hash"),
    Index(None, "actor", "role", "statement_key"),
    sqlite_with_rowid=False,
    info={"doc": "Who says or is named in a statement, for filtering: each name once a role."},
)

statement_places = Table(
    "statement_places",
    metadata,
    to("statement_key", "statements", "The statement.", primary_key=True),
    number("Number of the row within the statement, from 0."),
    Column("name", Words, nullable=False, doc="The gazetteer's name, else the words."),
    Column("folded", Words, nullable=False, doc="The name without case, accents and apostrophes, for looking it up."),
    Column("gazetteer_id", String, doc="Id in the gazetteer, where it is resolved."),
    Column("country", Words, doc="ISO 3166-1 alpha-2 of the state, or the name in a user's gazetteer."),
    Index(None, "folded", postgresql_using="hash"),
    Index(None, "gazetteer_id", "statement_key"),
    sqlite_with_rowid=False,
    info={"doc": "Which places a statement's content names, for filtering: each once."},
)

events = Table(
    "events",
    metadata,
    own_key(_KEY),
    to("report_key", "reports", "The report."),
    to("statement_key", "statements", "The statement that claims it.", index=True),
    Column("id", String, nullable=False, doc="Id of the event."),
    Column("position", Integer, nullable=False, doc="Number in text order, from 0."),
    Column("type", String, nullable=False, index=True, doc="Type of the codebook: ASSAULT, COERCE …"),
    Column("mode", String, doc="Mode of the codebook."),
    Column("contexts", String, doc="JSON list of contexts of the codebook."),
    Column("aux", String, doc="negated, future, hypothetical or historical; none where it is said to have happened."),
    Column(
        "derived",
        Boolean,
        nullable=False,
        doc="Whether it only repeats an act (ACCUSE, REJECT …); leave those out of counts.",
    ),
    Column("trigger", Words, nullable=False, doc="The fewest words that name the happening."),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of the trigger."),
    *_time("time", "When it happened"),
    *_made(),
    UniqueConstraint("report_key", "id"),
    Index(None, "score", "key"),
    info={"doc": "Events that statements claim; counted as often as statements claim them.", "label": "trigger"},
)


def _parts(name: str, parent: str, roles: str, doc: str) -> Table:
    return Table(
        name,
        metadata,
        to(f"{parent.removesuffix('s')}_key", parent, "What it is a part of.", primary_key=True),
        number("Number of the row, from 0."),
        Column("role", String, nullable=False, doc=roles),
        Column(
            "name",
            Words,
            nullable=False,
            doc="The registry's or gazetteer's name, else the fullest in the report, else the words.",
        ),
        Column("words", Words, nullable=False, doc="As the report words it."),
        Column("entity", String, doc="Id of the entity of the report."),
        Column("actor", String, index=True, doc="Id of the actor of the registry."),
        Column("place", String, doc="Id of the place of the report."),
        Column("evidence", String, nullable=False, doc="Where it comes from: stated, inherited or implied."),
        Column("spans", String, doc="JSON list of [start, end] of the words."),
        sqlite_with_rowid=False,
        info={"doc": doc},
    )


event_parts = _parts(
    "event_parts", "events", "actor, recipient or place.", "Who takes part in an event, and where it happens."
)

event_victims = Table(
    "event_victims",
    metadata,
    to("event_key", "events", "The event.", primary_key=True),
    number("Number of the row, from 0."),
    Column("harm", String, nullable=False, doc="killed, injured, detained, displaced or missing."),
    Column("low", Float, doc="At least so many, inclusive; none where open."),
    Column("high", Float, doc="At most so many, inclusive; none where open."),
    Column("who", Words, doc="The counted people as worded; none where the report says only people."),
    Column("civilians", Boolean, doc="Whether they are civilians; none where the report does not say."),
    Column("part", Boolean, nullable=False, doc="Whether they are part of another count and must not be added to it."),
    Column("spans", String, doc="JSON list of [start, end] of the words that count."),
    sqlite_with_rowid=False,
    info={"doc": "Victims of events, by harm."},
)

estimates = Table(
    "estimates",
    metadata,
    own_key(_KEY),
    to("report_key", "reports", "The report."),
    to("statement_key", "statements", "The statement that puts it forward.", optional=True, index=True),
    Column("id", String, nullable=False, doc="Id of the estimate."),
    Column("position", Integer, nullable=False, doc="Number in text order, from 0."),
    Column("words", Words, nullable=False, doc="The quantity as worded, with its bound."),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of those words."),
    Column("low", Float, doc="At least, inclusive, in `unit`; none where open."),
    Column("high", Float, doc="At most, inclusive; none where open."),
    Column("approximate", Boolean, nullable=False, doc="Whether the report says about, some, nearly."),
    Column("unit", Words, nullable=False, doc="The counted noun; people where none is; %; an ISO 4217 code for money."),
    Column("what", Words, doc="The phrase that says what is counted."),
    *_time("as_of", "As of when"),
    Column("part_of", String, doc="Id of the estimate of the same report of which this is a part."),
    *_made(),
    UniqueConstraint("report_key", "id"),
    Index(None, "score", "key"),
    info={"doc": "Quantities that statements put forward.", "label": "words"},
)
estimate_parts = _parts("estimate_parts", "estimates", "place.", "The places that estimates are about.")

control = Table(
    "control",
    metadata,
    own_key(_KEY),
    to("report_key", "reports", "The report."),
    to("statement_key", "statements", "The statement that claims it.", index=True),
    Column("id", String, nullable=False, doc="Id of the record."),
    Column("position", Integer, nullable=False, doc="Number in text order, from 0."),
    Column("status", String, nullable=False, index=True, doc="holds, contests, besieges, gains, loses or withdraws."),
    Column("asserted", Boolean, nullable=False, doc="False where a modifier only presupposes it."),
    Column("aux", String, doc="negated, future, hypothetical or historical."),
    Column("trigger", Words, nullable=False, doc="The words that say so."),
    Column("spans", String, nullable=False, doc="JSON list of [start, end] of the trigger."),
    *_time("as_of", "As of when"),
    *_made(),
    UniqueConstraint("report_key", "id"),
    Index(None, "score", "key"),
    info={"doc": "Who is said to hold, contest, besiege, gain, lose or leave which place.", "label": "trigger"},
)
control_parts = _parts("control_parts", "control", "holder or place.", "Who holds, and which place.")
