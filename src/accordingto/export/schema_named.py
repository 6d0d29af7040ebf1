"""The JSON Schema of what is named: mentions, entities, actors, places, times."""

from __future__ import annotations

from accordingto.export.schema_content import according_to
from accordingto.export.schema_report import timex
from accordingto.export.schema_terms import (
    Schema,
    by,
    choice,
    const,
    count,
    flag,
    list_of,
    maybe,
    number,
    obj,
    passage,
    ref,
    score,
    text,
    with_,
    words,
)
from accordingto.model import ActorKind, MentionKind, PlaceKind


def mention() -> Schema:
    """A naming in the text."""
    return obj(
        "One naming in the text. Written with `--all`.",
        {
            "type": const("mention"),
            "id": text("Id, from the text and the span."),
            "report": text("Id of the report."),
            "kind": choice(MentionKind, "What is named."),
            "head": text("The words that name, without titles, articles and appositions."),
            "entity": text("Id of the entity, where it is resolved.", null=True),
            **passage("the naming"),
            "score": score(),
            "by": by(),
        },
    )


def entity() -> Schema:
    """Mentions of one thing."""
    return obj(
        "Mentions of one thing inside one report. Written with `--all`.",
        {
            "type": const("entity"),
            "id": text("Id, local to the report."),
            "report": text("Id of the report."),
            "kind": choice(MentionKind, "What it is."),
            "name": text("The fullest name that the report gives."),
            "mentions": words("Ids of its mentions, in text order."),
            "role": text("Role, as the report states it.", null=True),
            "role_words": maybe("passage", "The words that state the role."),
            "abbreviation": text("Short form that the report introduces.", null=True),
            "actor": text("Id of the actor of the registry that it is.", null=True),
            "actor_by": text("The rule that told.", null=True),
        },
    )


def place() -> Schema:
    """A toponym of a report."""
    return obj(
        "A toponym and where it is. Unresolved ones have no `name` and no coordinates.",
        {
            "type": const("place"),
            "id": text("Id, from the text and the span."),
            **according_to("whose content names it; null where it stands outside all contents"),
            "toponym": text("As written."),
            **passage("the toponym"),
            "name": text("The gazetteer's name; null where it is not resolved.", null=True),
            "gazetteer_id": text("Id in the gazetteer: `geonames:170654`, `region:eastern-ghouta` …", null=True),
            "kind": choice(PlaceKind, "What kind of place it is.", null=True),
            "country": text("ISO 3166-1 alpha-2, or the name in a gazetteer of your own.", null=True),
            "admin1": text("First-level administrative area.", null=True),
            "lat": number("Degrees north, WGS 84; null for areas, unless `centroid` is set.", null=True),
            "lon": number("Degrees east, WGS 84.", null=True),
            "bounds": {
                "description": "West, south, east, north in degrees, of an area where known.",
                "type": ["array", "null"],
                "items": {"type": "number"},
                "minItems": 4,
                "maxItems": 4,
            },
            "centroid": flag("Whether the point is only the middle of an area."),
            "precision": text("How far the words fix it: `settlement`, `admin1`, `country`, `vague` …", null=True),
            "viewpoint": text("Whose view of borders `country` and `admin1` follow.", null=True),
            "relation": text("`west of`, `near` …: the words mean an area relative to the toponym.", null=True),
            "relation_words": maybe("passage", "The words of the relation."),
            "demonym": flag("Whether the words are an adjective or a people, which points at the place."),
            "evidence": with_(ref("evidence"), "The words that name it."),
            "score": score(),
            "by": by(),
            "run": text("Id of the run that made the record."),
        },
    )


def time() -> Schema:
    """A time expression of a report."""
    return obj(
        "A time expression of the text, resolved against a stated anchor.",
        {
            "type": const("time"),
            **according_to("whose content holds it; null where it stands outside all contents"),
            **timex()["properties"],
            "run": text("Id of the run that made the record."),
        },
    )


def actor() -> Schema:
    """An actor of the registry."""
    return obj(
        "An actor of the registry that the report names.",
        {
            "type": const("actor"),
            "id": text("Id in the registry, the same in all reports."),
            "report": text("Id of the report."),
            "name": text("Canonical name."),
            "kind": choice(ActorKind, "What it is."),
            "words": words("The report's own words for it, each once: naming is evidence."),
            "namings": list_of("naming", "The same words with who uses them."),
            "entities": words("Ids of the entities of this report that it is."),
            "aliases": words("Other names that outlets use."),
            "demonyms": words("Of a state: its adjectives and people."),
            "metonyms": words("Of a state: places that stand for its government where they act."),
            "country": text("ISO 3166-1 alpha-2 of the state that it is or belongs to.", null=True),
            "reference": text("A public page where it can be checked.", null=True),
            "facts": list_of("fact", "What is known about it, with dates."),
            "origin": text("`registry`, or the file that you added."),
        },
    )


def naming() -> Schema:
    """What somebody calls an actor."""
    return obj(
        "What somebody calls an actor, and how often.",
        {
            "words": text("The words, white space made single."),
            "by": text("The voice whose direct quotation they stand in; null for the outlet.", null=True),
            "times": count("How often."),
        },
    )


def fact() -> Schema:
    """A fact about an actor."""
    return obj(
        "One fact about an actor of the registry.",
        {
            "kind": text("`holder`, `part-of`, `member-of`, `ally-of` …"),
            "value": text("Id of another actor, or a name."),
            "start": text("ISO date, as far as known.", null=True),
            "end": text("ISO date, as far as known.", null=True),
            "reference": text("A public page where it can be checked."),
        },
    )
