"""A statement: its words, according to whom, what the report says of each voice, and how others have it."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.compare.accounts import outlet_of, sentence_of
from accordingto.export.inside import inside
from accordingto.export.rows import statement_row
from accordingto.export.rows_content import control_row, estimate_row, event_row
from accordingto.export.segments import Role, marks_of, segments
from accordingto.export.story_rows import matter_row, quote_row
from accordingto.export.travel_view import RANK
from accordingto.export.wording_content import control_text, estimate_text, event_text
from accordingto.model import RelationKind, Span, Stated, Statement
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import harmless, iso_of, one_line, reading_order, value_of
from accordingto.store.contradicting import Sought, mismatched, walked
from accordingto.store.storygroups import matter_of, matters_with, occasions_of, quotes_with
from accordingto.store.storyparts import members
from accordingto.web.page import Asking, Page, Query, Row
from accordingto.web.pages.counting_statement import counting
from accordingto.web.pages.judged import judged
from accordingto.web.pages.passed_on import passed_on
from accordingto.web.pages.story_sections import Told, shown

MOST_RELATIONS = 60
"""Other statements set against it; what is told most often stands against some hundreds, which its matter's page lists."""


class StatementQuery(Query):
    """In which report, where several have the same text."""

    report: str | None = None
    """Id of the report."""


def view(asking: Asking) -> Row:
    """The statement with all that is known of it."""
    query: StatementQuery = asking.query
    ident, viewer = asking.path["statement"], asking.viewer.name
    one = counting(asking.store, ident, query.report, viewer)
    home, reading, statement = one.home, one.reading, one.statement
    with asking.store.looking() as connection:
        told = Told(connection, home.story_key, members(connection, home.story_key)) if home.story_key else None
        made = {
            "query": query.model_dump(mode="json"),
            "id": ident,
            "report": _report(reading, told),
            "statement": statement_row(reading, statement),
            "decided": one.decided,
            "read": one.read,
            "unread": one.unread,
            "sentence": sentence(reading, statement),
            "inside": list(_inside(reading, statement)),
            "about": _brief(reading, reading.by_id[statement.about]) if statement.about in reading.by_id else None,
            "answered_by": [
                _brief(reading, one) for one in reading_order(reading.statements) if one.about == statement.id
            ],
            "same_text": list(one.elsewhere),
            "story": {"id": home.story, "title": home.story_title} if home.story else None,
            "matters": _matters(told, ident) if told else [],
            "relations": _relations(told, ident) if told else [],
            "mismatches": _mismatches(told, ident) if told else [],
            "path": passed_on(told, ident) if told else [],
            "quotes": [quote_row(one) for one in quotes_with(connection, ident)],
        }
        return judged(connection, viewer, made)


def _report(reading: Reading, told: Told | None) -> Row:
    report = reading.report
    member = told.by_id.get(report.id) if told else None
    return {
        "report": report.id,
        "number": member.number if member else None,
        "outlet": one_line(outlet_of(reading)),
        "title": value_of(report.title),
        "published": iso_of(report.published),
        "url": value_of(report.url),
        "language": value_of(report.language),
        "direction": report.direction,
    }


_ROLES = {Role.CONTENT: "content", Role.SOURCE: "source", Role.CUE: "cue", Role.EDITORIAL: "editorial"}


def sentence(reading: Reading, statement: Statement) -> Row:
    """The sentences in which its words stand, and its innermost voice, cut where one of these begins or ends.

    A credit further up that governs the statement stays where it is: the table of voices has its words and where they stand.
    """
    inner = statement.innermost
    near = [one for one in (inner.source.evidence, inner.cue) if isinstance(one, Stated)]
    parts = (*statement.content, *(span for one in near for span in one.spans))
    whole = sentence_of(reading.report, tuple(sorted(parts)))
    marks = [mark for mark in marks_of(0, statement) if whole.contains(mark.span)]
    text = harmless(whole.of(reading.report.text))
    moved = [
        type(mark)(Span(mark.span.start - whole.start, mark.span.end - whole.start), 0, mark.role, mark.part)
        for mark in marks
    ]
    return {
        "start": whole.start,
        "end": whole.end,
        "segments": [
            {"text": one.span.of(text), "roles": sorted({_ROLES[mark.role] for mark in one.marks})}
            for one in segments(len(text), moved)
        ],
    }


def _inside(reading: Reading, statement: Statement) -> Iterable[Row]:
    found = inside(reading, everything=True)[statement.id]
    for event in found.events:
        yield {"kind": "event", "told": event_text(event, reading), "record": event_row(reading, event)}
    for estimate in found.estimates:
        yield {"kind": "estimate", "told": estimate_text(estimate, reading), "record": estimate_row(reading, estimate)}
    for control in found.control:
        yield {"kind": "control", "told": control_text(control, reading), "record": control_row(reading, control)}


def _brief(reading: Reading, statement: Statement) -> Row:
    return {"id": statement.id, "text": one_line(reading.words(statement.content))}


def _matters(told: Told, ident: str) -> list[Row]:
    found = [matter_of(told.connection, one) for one in matters_with(told.connection, ident, told.key)]
    held = [one for one in found if one]
    occasions = occasions_of(told.connection, [one.key for one in held])
    return [matter_row(one, occasions.get(one.key, []), told.by_id) for one in held]


def _relations(told: Told, ident: str) -> list[Row]:
    """Pairs of it and another statement, those that differ most first."""
    sought = Sought(kinds=tuple(RelationKind), statement=ident, story_key=told.key, limit=MOST_RELATIONS)
    rows = [shown(told, one) for one in walked(told.connection, sought)]
    return sorted(rows, key=lambda row: (RANK.index(RelationKind(row["kind"])), -row["score"]))


def _mismatches(told: Told, ident: str) -> list[Row]:
    found = mismatched(told.connection, statement=ident, limit=MOST_RELATIONS)
    return [{**shown(told, one.pair), "named": {"text": one.named}} for one in found]


def _rows(shown: Row) -> Iterable[Row]:
    for row in shown["relations"]:
        mine, other = ("a", "b") if row["a"]["statement"] == shown["id"] else ("b", "a")
        for heading in row["headings"] or [""]:
            slot, _, values = heading.partition(": ")
            yield {
                "kind": row["kind"],
                "slot": slot,
                "values": values,
                "order": "before" if mine == "b" else "after",
                **{
                    f"other_{name}": row[other][name]
                    for name in ("statement", "report", "outlet", "published", "according", "text")
                },
                "score": row["score"],
                "by": row["by"],
            }


PAGE = Page(
    name="statement",
    path="/statements/{statement}",
    about="A statement: words, chain, evidence, what is claimed in it, and how other reports have it.",
    view=view,
    template="statement.html",
    section="stories",
    query=StatementQuery,
    columns={
        "kind": "How the other statement stands to this one.",
        "slot": "In what they differ; a row for each.",
        "values": "What the earlier and what the later one has there.",
        "order": "Whether the other one is before this or after it.",
        "other_statement": "Id of the other statement.",
        "other_report": "Id of its report.",
        "other_outlet": "Its outlet.",
        "other_published": "When that was published.",
        "other_according": "The voices below its outlet, outermost first.",
        "other_text": "The sentence.",
        "score": "How sure the program is that both are about one thing.",
        "by": "The rule.",
    },
    rows=_rows,
)
