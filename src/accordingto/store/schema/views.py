"""Views for people who write SQL: each row says by itself what is claimed, according to whom, in which report."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Table

from accordingto.store.schema.base import Ddl, extra
from accordingto.store.schema.claims import control, estimates, events

ViewColumn = tuple[str, str, str]
"""Name, SQL that both dialects know, and what it holds."""


def _of(table: Table, *names: str) -> list[ViewColumn]:
    """Columns of the view's own table, as they are."""
    return [(name, f'o."{name}"', str(table.c[name].doc)) for name in names]


def _names(column: str, table: str, where: str, doc: str) -> ViewColumn:
    """Names of other rows, each once, parted by ``; ``, in their order."""
    rows = f"SELECT name FROM {table} WHERE {where} GROUP BY name ORDER BY min(position)"
    return column, f"(SELECT JOINED(name, '; ') FROM ({rows}) AS listed)", f"{doc}, parted by '; '."


def view(name: str, doc: str, columns: Sequence[ViewColumn], source: str) -> None:
    """Register a view; ``JOINED(x, y)`` in its SQL joins words, in whatever way the dialect calls that."""
    chosen = ",\n".join(f'    {sql} AS "{column}"' for column, sql, _ in columns)
    text = f'CREATE VIEW "{name}" AS\nSELECT\n{chosen}\n{source}'
    lite, postgres = text.replace("JOINED(", "group_concat("), text.replace("JOINED(", "string_agg(")
    extra(Ddl(name, "view", lite, postgres, tuple((column, what) for column, _, what in columns), doc))


_REPORT: list[ViewColumn] = [
    ("report", "r.id", "Id of the report."),
    ("outlet", "r.outlet", "Who published it."),
    ("title", "r.title", "Headline."),
    ("url", "r.url", "Address."),
    ("published", "r.published", "When it was published, ISO 8601, as far as known."),
    ("published_day", "r.published_day", "The local day of publication."),
    ("edition", "r.edition", "Number of the edition of the report."),
    (
        "latest",
        "NOT EXISTS (SELECT 1 FROM successions AS later WHERE later.previous_key = r.key)",
        "Whether no later edition or extraction takes its place; count only those, or the same words count twice.",
    ),
]
_RUN: ViewColumn = ("run", "runs.id", "Id of the run that made the record.")
_VOICE: list[ViewColumn] = [
    ("chain", "s.chain", "The voices below the outlet, outermost first; the outlet for narration."),
    ("source", "s.source", "The innermost voice."),
    ("source_actor", "s.source_actor", "Id of the actor of the registry that it is."),
    ("unnamed", "s.unnamed", "Whether nobody can tell from the report who it is."),
    ("act", "s.act", "What the innermost voice does: state, deny, allege, narrate …"),
    ("factuality", "s.factuality", "How far it commits itself: CT+, PR+, PS+, U, PS-, PR-, CT-."),
    ("said", "s.said", "When it said it, as a TIMEX3 value."),
    ("content", "s.content", "The words of the statement's content."),
]
_CLAIM: list[ViewColumn] = [("statement", "s.id", "Id of the statement that claims it."), *_VOICE]
_READ = """JOIN readings ON readings.report_key = r.key
JOIN runs ON runs.key = readings.run_key"""


def _claims(table: str, how: str = "JOIN") -> str:
    return f"""FROM {table} AS o
JOIN reports AS r ON r.key = o.report_key
{how} statements AS s ON s.key = o.statement_key
{_READ}"""


view(
    "statements_flat",
    "Statements with their report and voices, and whom and which places they name.",
    [
        ("id", "s.id", "Id of the statement."),
        *_REPORT,
        *_VOICE,
        ("form", "s.form", "direct, indirect, mixed or narration."),
        ("mood", "s.mood", "asserted, intended, demanded, conditional or asked."),
        ("block", "s.block", "Kind of the block in which the content starts."),
        _names(
            "actors",
            "statement_actors",
            "statement_key = s.key AND role NOT IN ('source', 'voice')",
            "Who is named in the content or takes part in what it claims",
        ),
        _names("places", "statement_places", "statement_key = s.key", "Which places the content names"),
        _RUN,
        ("key", "s.key", "Key of the row in `statements`."),
    ],
    f"FROM statements AS s\nJOIN reports AS r ON r.key = s.report_key\n{_READ}",
)
view(
    "events_flat",
    "Events with who does what to whom, where and when, and according to whom.",
    [
        *_of(events, "id", "type", "mode", "aux", "derived", "trigger"),
        _names("actors", "event_parts", "event_key = o.key AND role = 'actor'", "Who does it"),
        _names("recipients", "event_parts", "event_key = o.key AND role = 'recipient'", "To whom"),
        _names("places", "event_parts", "event_key = o.key AND role = 'place'", "Where"),
        *_of(events, "time", "time_start", "time_end"),
        *_CLAIM,
        *_REPORT,
        _RUN,
        ("key", "o.key", "Key of the row in `events`."),
    ],
    _claims("events"),
)
view(
    "estimates_flat",
    "Quantities with what they count, where and as of when, and according to whom.",
    [
        *_of(estimates, "id", "words", "low", "high", "approximate", "unit", "what", "part_of"),
        _names("places", "estimate_parts", "estimate_key = o.key", "Where"),
        *_of(estimates, "as_of", "as_of_start", "as_of_end"),
        *_CLAIM,
        *_REPORT,
        _RUN,
        ("key", "o.key", "Key of the row in `estimates`."),
    ],
    _claims("estimates", "LEFT JOIN"),
)
view(
    "control_flat",
    "Who is said to hold, contest, besiege, gain, lose or leave which place, and according to whom.",
    [
        *_of(control, "id", "status", "asserted", "aux", "trigger"),
        _names("holders", "control_parts", "control_key = o.key AND role = 'holder'", "Who"),
        _names("places", "control_parts", "control_key = o.key AND role = 'place'", "Which place"),
        *_of(control, "as_of", "as_of_start", "as_of_end"),
        *_CLAIM,
        *_REPORT,
        _RUN,
        ("key", "o.key", "Key of the row in `control`."),
    ],
    _claims("control"),
)
view(
    "reports_flat",
    "Reports with the collections that hold them, how often they were seen, and how much was read from them.",
    [
        ("id", "r.id", "Id of the report."),
        *_REPORT[1:],
        ("authors", "r.authors", "JSON list of names."),
        ("language", "r.language", "ISO 639 code of the language."),
        ("flags", "r.flags", "JSON list of what a reader should know: truncated, not-english, short …"),
        ("characters", "length(r.text)", "Length of the text in code points."),
        (
            "statements",
            "(SELECT count(*) FROM statements AS s WHERE s.report_key = r.key)",
            "How many statements were read.",
        ),
        (
            "sightings",
            "(SELECT count(*) FROM report_captures AS c JOIN sightings AS g ON g.capture_key = c.capture_key "
            "WHERE c.report_key = r.key)",
            "How often its bytes were seen.",
        ),
        (
            "cases",
            "(SELECT JOINED(name, '; ') FROM (SELECT cases.name FROM case_reports JOIN cases ON cases.key = "
            "case_reports.case_key WHERE case_reports.report_key = r.key ORDER BY cases.name) AS listed)",
            "The collections that hold it, parted by '; '.",
        ),
        ("media_type", "captures.media_type", "What its bytes are."),
        ("run", "runs.id", "Id of the run that read it; none where it is kept unread."),
        ("key", "r.key", "Key of the row in `reports`."),
    ],
    """FROM reports AS r
JOIN captures ON captures.key = r.capture_key
LEFT JOIN readings ON readings.report_key = r.key
LEFT JOIN runs ON runs.key = readings.run_key""",
)
view(
    "editions_flat",
    "Each report in whose place another stands, and why: what a publisher changed, or a newer cleaning.",
    [
        ("kind", "x.kind", "edition: the publisher changed it; extraction: it was cleaned anew."),
        ("address", "works.address", "The address that the editions share."),
        ("report", "r.id", "Id of the later report."),
        ("edition", "r.edition", "Its number."),
        ("title", "r.title", "Its headline."),
        ("published", "r.published", "When it was published."),
        ("updated", "r.updated", "When it was last updated."),
        ("seen", "g.at", "When its bytes were first seen."),
        ("previous", "p.id", "Id of the report before."),
        ("previous_edition", "p.edition", "Its number."),
        ("previous_title", "p.title", "Its headline."),
        ("previous_seen", "h.at", "When its bytes were first seen."),
        ("key", "r.key", "Key of the later report in `reports`."),
    ],
    """FROM successions AS x
JOIN reports AS r ON r.key = x.report_key
JOIN reports AS p ON p.key = x.previous_key
JOIN sightings AS g ON g.key = r.sighting_key
JOIN sightings AS h ON h.key = p.sighting_key
LEFT JOIN works ON works.key = r.work_key""",
)
