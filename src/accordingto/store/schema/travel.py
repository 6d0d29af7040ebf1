"""How the reports of each story travelled: lineage, quotes, matters, relations, mismatches. Rows are made from `travels.record`.

Matters and quote groups have ids that are minted once, and outlive the story in which they were found when it is merged with another;
what became of an id stands in `group_ledger`. All other rows go with their story, and their keys are its key times 2^20, plus a number.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, String, Table

from accordingto.store.schema.base import Words, key, metadata, number, own_key, to

_KEY = "Key of the row: that of the story times 2^20, plus a number within the story."
_SPANS = "JSON list of [start, end] of the words in the report's text, in code points."


def _made() -> list[Column[str]]:
    return [
        Column("score", Float, nullable=False, doc="How sure the program is, 0 to 1."),
        Column("by", String, nullable=False, doc="The rule that made it."),
    ]


def _decided() -> Column[str]:
    return Column(
        "decided",
        Words,
        doc="JSON list of people's decisions that made it what it is, the first first; none where it is as the program found it.",
    )


def _story(*, outlived: bool = False) -> Column[int]:
    return to("story_key", "stories", "The story whose reports were compared.", optional=outlived, index=True)


travels = Table(
    "travels",
    metadata,
    to("story_key", "stories", "The story.", primary_key=True),
    Column("version", Integer, nullable=False, doc="Version of the rules that made rows of the record."),
    Column("at", String, nullable=False, doc="When its reports were compared, ISO 8601, UTC."),
    Column("reports", Integer, nullable=False, doc="How many reports were compared."),
    Column("attached", Integer, nullable=False, doc="How many of them stand by another one that they copy."),
    Column("outlets", Integer, nullable=False, doc="How many outlets they are of."),
    Column("matters", Integer, nullable=False, doc="How many matters they tell of."),
    Column("quotes", Integer, nullable=False, doc="How many utterances several of them quote."),
    Column("contradictions", Integer, nullable=False, doc="How many pairs of statements contradict each other."),
    Column("mismatches", Integer, nullable=False, doc="How many statements differ from what their named source says."),
    Column("record", LargeBinary, nullable=False, doc="All that was found, lossless: JSON, packed with zlib."),
    Column("record_sha256", String(64), nullable=False, doc="SHA-256 of that JSON."),
    Column(
        "regrouped",
        LargeBinary,
        doc="The same as people have it, where they merged or split its matters or quotations: rows are made of it then.",
    ),
    info={"doc": "What comparing the reports of each story gave, lossless; the tables below are made from it."},
)

_regrouped = travels.c.regrouped.is_not(None)
Index("ix_travels_regrouped", travels.c.story_key, sqlite_where=_regrouped, postgresql_where=_regrouped)

lineage = Table(
    "lineage",
    metadata,
    own_key(_KEY),
    _story(),
    to("report_key", "reports", "The report that took.", index=True),
    Column("kind", String, nullable=False, doc="copies, cites or follows."),
    to("target_key", "reports", "The report that it took from, where it is at hand.", optional=True, index=True),
    Column("target", Words, nullable=False, doc="Id of that report, or the name of one that is not at hand."),
    Column("known", Boolean, nullable=False, doc="Whether it is at hand."),
    Column(
        "about",
        String,
        doc="Of one that is not at hand: when it was published as far as the report tells, a day or a month.",
    ),
    Column("ordered", Boolean, nullable=False, doc="Whether it is known which of the two took from the other."),
    Column("share", Float, doc="Of copies: share of the report's words found in the other, 0 to 1."),
    Column("target_share", Float, doc="Of copies: share of the other's words found in the report, 0 to 1."),
    Column("substitutions", Integer, nullable=False, doc="Of copies: how often words were put in the place of others."),
    Column("cuts", Integer, nullable=False, doc="Of copies: how often words were cut out."),
    Column("insertions", Integer, nullable=False, doc="Of copies: how often words were put in."),
    *_made(),
    info={"doc": "What each report took from another, or from an agency that is not at hand."},
)

lineage_evidence = Table(
    "lineage_evidence",
    metadata,
    to("lineage_key", "lineage", "The edge that it shows.", primary_key=True),
    number("Number of the passage, from 0."),
    Column("report", String, nullable=False, doc="Id of the report that the words stand in."),
    Column("spans", String, nullable=False, doc=_SPANS),
    Column("words", Words, nullable=False, doc="The words, gaps marked by ' … '."),
    sqlite_with_rowid=False,
    info={"doc": "The passages that show each edge, on both sides where there are two."},
)

quote_groups = Table(
    "quote_groups",
    metadata,
    key(),
    _story(outlived=True),
    Column("id", String, nullable=False, unique=True, doc="Id of the utterance; minted once, see `group_ledger`."),
    Column("words", Words, nullable=False, doc="Its fullest early wording."),
    Column("speakers", Words, nullable=False, doc="JSON list of all whom it is given to."),
    Column("variants", Integer, nullable=False, doc="How many wordings there are, equal ones counted each."),
    Column("reports", Integer, nullable=False, doc="How many reports quote it."),
    *_made(),
    _decided(),
    info={"doc": "Utterances, each with all that quote it.", "label": "words"},
)

quote_variants = Table(
    "quote_variants",
    metadata,
    to("group_key", "quote_groups", "The utterance.", primary_key=True),
    number("Number of the wording, from 0; the first is the fullest early one."),
    to("report_key", "reports", "The report that words it so.", index=True),
    to("statement_key", "statements", "The statement that holds it.", optional=True, index=True),
    Column("speaker", Words, doc="Whom the report gives it to, as it names them."),
    Column("spans", String, nullable=False, doc=_SPANS),
    Column("words", Words, nullable=False, doc="What stands between the quotation marks, gaps marked by ' … '."),
    Column("edits", Integer, nullable=False, doc="In how many places it differs from the first."),
    sqlite_with_rowid=False,
    info={"doc": "How each report words an utterance."},
)

matters = Table(
    "matters",
    metadata,
    key(),
    _story(outlived=True),
    Column("id", String, nullable=False, unique=True, doc="Id of the matter; minted once, see `group_ledger`."),
    Column("label", Words, nullable=False, doc="The words of the statement that stands for it."),
    Column("statements", Integer, nullable=False, doc="How many statements tell of it."),
    Column("reports", Integer, nullable=False, doc="How many reports do."),
    Column("outlets", Integer, nullable=False, doc="Of how many outlets these are."),
    Column("at_least", Integer, nullable=False, doc="How many occasions of first saying stand behind it at least."),
    Column("at_most", Integer, nullable=False, doc="And at most."),
    Column("echoes", Integer, nullable=False, doc="How many of the reports add no occasion of their own."),
    _decided(),
    info={"doc": "What several reports tell of, and how many origins stand behind it.", "label": "label"},
)

matter_statements = Table(
    "matter_statements",
    metadata,
    to("matter_key", "matters", "The matter.", primary_key=True),
    number("Number of the statement, from 0."),
    to("statement_key", "statements", "A statement that tells of it.", index=True),
    Column("echo", Boolean, nullable=False, doc="Whether its report adds no occasion of its own."),
    sqlite_with_rowid=False,
    info={"doc": "Which statements tell of which matter."},
)

occasions = Table(
    "occasions",
    metadata,
    to("matter_key", "matters", "The matter.", primary_key=True),
    number("Number of the occasion, from 0."),
    Column("id", String, nullable=False, doc="Id of the occasion."),
    Column("kind", String, nullable=False, doc="briefing, interview, document, post, statement or unknown."),
    Column("description", Words, nullable=False, doc="What was held and by whom, as far as the reports say."),
    Column("date", String, doc="The day, where a report says it."),
    Column(
        "carried_by", Words, nullable=False, doc="JSON list: agencies by name, reports by id, through which it came."
    ),
    Column("evidence", Words, nullable=False, doc="JSON list of {report, spans, text}: the words that tell of it."),
    sqlite_with_rowid=False,
    info={"doc": "Where the words behind each matter were first said."},
)

relations = Table(
    "relations",
    metadata,
    own_key(_KEY),
    _story(),
    to("matter_key", "matters", "The matter that both tell of.", optional=True, index=True),
    to("a_key", "statements", "The earlier statement; of one report that in the headline.", index=True),
    to("b_key", "statements", "The later statement; of one report that in the body.", index=True),
    Column("kind", String, nullable=False, doc="repeats, rewords, agrees, narrows, contradicts, updates or withdraws."),
    Column("a_start", Integer, nullable=False, doc="Where the sentence of the first starts in its report's text."),
    Column("a_end", Integer, nullable=False, doc="Where it ends, exclusive."),
    Column("b_start", Integer, nullable=False, doc="Where the sentence of the second starts in its report's text."),
    Column("b_end", Integer, nullable=False, doc="Where it ends, exclusive."),
    *_made(),
    Index(None, "kind"),
    info={"doc": "How statements on one matter stand to each other."},
)

mismatches = Table(
    "mismatches",
    metadata,
    own_key(_KEY),
    _story(),
    to("statement_key", "statements", "The statement of the report that names its source.", index=True),
    to("source_key", "statements", "What the named source says.", index=True),
    Column("named", Words, nullable=False, doc="The words that name the source."),
    Column("named_spans", String, nullable=False, doc=_SPANS),
    Column("a_start", Integer, nullable=False, doc="Where the sentence of the source starts in its report's text."),
    Column("a_end", Integer, nullable=False, doc="Where it ends, exclusive."),
    Column("b_start", Integer, nullable=False, doc="Where the sentence that names it starts in its report's text."),
    Column("b_end", Integer, nullable=False, doc="Where it ends, exclusive."),
    *_made(),
    info={"doc": "Statements that differ from what the source that their report names says itself."},
)


def _differences(name: str, parent: str, a: str, b: str) -> Table:
    column = {"relations": "relation_key", "mismatches": "mismatch_key"}[parent]
    return Table(
        name,
        metadata,
        to(column, parent, "What it is a part of.", primary_key=True),
        number("Number of the difference, from 0."),
        Column(
            "slot", String, nullable=False, doc="actor, number, place, time, polarity, certainty, quote or control."
        ),
        Column("a_value", Words, nullable=False, doc=f"What {a} has there."),
        Column("b_value", Words, nullable=False, doc=f"What {b} has there."),
        Column("a_spans", String, nullable=False, doc=f"On the side of {a}: {_SPANS}"),
        Column("b_spans", String, nullable=False, doc=f"On the side of {b}: {_SPANS}"),
        Column("a_words", Words, nullable=False, doc=f"The words of {a}, gaps marked by ' … '."),
        Column("b_words", Words, nullable=False, doc=f"The words of {b}."),
        sqlite_with_rowid=False,
        info={"doc": f"The slots in which {a} and {b} differ, with the words on both sides."},
    )


differences = _differences("differences", "relations", "the first statement", "the second")
mismatch_differences = _differences("mismatch_differences", "mismatches", "the source", "the report that names it")

group_ledger = Table(
    "group_ledger",
    metadata,
    key(),
    Column("id", String, nullable=False, index=True, doc="An id of a matter or quote group."),
    Column(
        "change",
        String,
        nullable=False,
        doc="merged: it went up in `other`; split: it was made of members of `other`; ended: nothing is left of it.",
    ),
    Column("other", String, doc="The other id."),
    Column("at", String, nullable=False, doc="When, ISO 8601, UTC."),
    info={"doc": "What became of ids of matters and quote groups, so that a permalink never dies.", "label": "id"},
)
