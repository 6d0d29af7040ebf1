"""What reports name: places, times, mentions, entities, and the actors of the registry that they resolve to."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Index, Integer, LargeBinary, String, Table

from accordingto.store.schema.base import Words, key, metadata, number, own_key, to

_KEY = "Key of the row: that of the report times 2^20, plus a number within the report."


def _numbered() -> Column[int]:
    return number("Number of the row within the report, from 0.")


places = Table(
    "places",
    metadata,
    own_key(_KEY),
    to("report_key", "reports", "The report.", index=True),
    to(
        "statement_key",
        "statements",
        "The statement whose content names it; of several the shortest.",
        optional=True,
        index=True,
    ),
    Column("id", String, nullable=False, doc="Id of the place in the report."),
    Column("position", Integer, nullable=False, doc="Number in text order, from 0."),
    Column("start", Integer, nullable=False, doc="Where the toponym starts in the text, in code points."),
    Column("end", Integer, nullable=False, doc="Where it ends, exclusive."),
    Column("toponym", Words, nullable=False, doc="The toponym as written."),
    Column("name", Words, doc="The gazetteer's name, where it is resolved."),
    Column("gazetteer_id", String, index=True, doc="Id in the gazetteer."),
    Column("kind", String, doc="continent, country, admin1, settlement, region, facility …"),
    Column("country", Words, doc="ISO 3166-1 alpha-2, or the name in a user's gazetteer."),
    Column("admin1", Words, doc="The first-level division."),
    Column("latitude", Float, doc="Degrees north, WGS 84; none where the words mean no point."),
    Column("longitude", Float, doc="Degrees east, WGS 84."),
    Column("centroid", Boolean, nullable=False, doc="Whether the point is only the middle of an area."),
    Column("precision", String, doc="How far the words fix it: settlement, admin1, country, region, vague …"),
    Column("viewpoint", Words, doc="Whose view of borders country and admin1 follow."),
    Column("relation", Words, doc="west of, near …, where the words mean an area relative to the toponym."),
    Column("demonym", Boolean, nullable=False, doc="Whether the words are an adjective or a people."),
    Column("score", Float, nullable=False, doc="How sure the program is, 0 to 1."),
    Column("by", String, nullable=False, doc="The rule that resolved it."),
    Index(None, "score", "key"),
    info={"doc": "Toponyms of reports, and where they are.", "label": "toponym"},
)

times = Table(
    "times",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    _numbered(),
    to("statement_key", "statements", "The statement whose content names it; of several the shortest.", optional=True),
    Column("words", Words, doc="The expression as written; none where a rule implies it."),
    Column("spans", String, doc="JSON list of [start, end] of the words."),
    Column("value", String, nullable=False, doc="TIMEX3 value."),
    Column("kind", String, nullable=False, doc="DATE, TIME, DURATION or SET."),
    Column("mod", String, doc="TIMEX3 mod: START, APPROX, BEFORE …"),
    Column("first_day", String, doc="First day, ISO 8601, inclusive, where it is on the calendar."),
    Column("last_day", String, doc="Last day, inclusive."),
    Column("anchor", String, doc="What it was resolved against; none where it needs no anchor."),
    Column("by", String, nullable=False, doc="The rule that read it."),
    Index(None, "statement_key"),
    sqlite_with_rowid=False,
    info={"doc": "Time expressions of reports, resolved."},
)

mentions = Table(
    "mentions",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    _numbered(),
    Column("start", Integer, nullable=False, doc="Where it starts in the text, in code points."),
    Column("end", Integer, nullable=False, doc="Where it ends, exclusive."),
    Column("kind", String, nullable=False, doc="person, office, organisation, place, group, pronoun …"),
    Column("head", Words, nullable=False, doc="The words that name, without titles and articles."),
    Column("entity", Integer, doc="Number of its entity in `entities`, where it is resolved."),
    Column("score", Float, nullable=False, doc="How sure the program is, 0 to 1."),
    Column("by", String, nullable=False, doc="The rule or head that found it."),
    sqlite_with_rowid=False,
    info={"doc": "Each naming in a report's text. Their ids are in the readings' records."},
)

entities = Table(
    "entities",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    _numbered(),
    Column("id", String, nullable=False, doc="Id of the entity; local to its report."),
    Column("name", Words, nullable=False, doc="The fullest name that the report gives."),
    Column("kind", String, nullable=False, doc="person, office, organisation, place, group …"),
    Column("role", Words, doc="Its role as the report states it."),
    Column("abbreviation", Words, doc="Its abbreviation as the report gives it."),
    Column("mentions", Integer, nullable=False, doc="How often it is mentioned."),
    Column("actor", String, index=True, doc="Id of the actor of the registry that it is."),
    Column("actor_by", String, doc="The rule that told."),
    sqlite_with_rowid=False,
    info={"doc": "Whom and what a report names. Persons outside the registry stay local to their report."},
)

actors = Table(
    "actors",
    metadata,
    key(),
    Column(
        "digest", String(20), nullable=False, unique=True, doc="Start of a hash over the record: one row a version."
    ),
    Column("id", String, nullable=False, index=True, doc="Id of the actor in the registry."),
    Column("name", Words, nullable=False, doc="Canonical name."),
    Column("kind", String, nullable=False, doc="state, force, armed-group, agency, outlet …"),
    Column("country", String, doc="ISO 3166-1 alpha-2 of the state that it is, belongs to or mainly acts in."),
    Column("reference", Words, doc="A public page where it can be checked."),
    Column("origin", Words, nullable=False, doc="registry, or the file that a user added."),
    Column("record", LargeBinary, nullable=False, doc="The actor's record: JSON, packed with zlib."),
    info={"doc": "Actors as the registry had them when a report was read; one row a version.", "label": "name"},
)

report_actors = Table(
    "report_actors",
    metadata,
    to("report_key", "reports", "The report.", primary_key=True),
    to("actor_key", "actors", "The actor.", primary_key=True, index=True),
    sqlite_with_rowid=False,
    info={"doc": "Which actors of the registry a report names."},
)
