"""What is named as plain dictionaries: mentions, entities, actors, places, times."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from accordingto.export.parts import Row, evidence_row, maybe_passage, passage, rounded, timex
from accordingto.export.rows_content import according_to
from accordingto.export.wording import in_quotes
from accordingto.model import (
    Actor,
    Entity,
    Fact,
    Form,
    Mention,
    MentionKind,
    Place,
    Span,
    Time,
    spans_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line, places_in_order, statement_of, times_in_order, voice_name


def mention_rows(reading: Reading) -> list[Row]:
    """One row a mention, in text order."""
    mentions = sorted(reading.mentions, key=lambda mention: (mention.span.start, mention.span.end, mention.id))
    return [_mention(mention, reading) for mention in mentions]


def entity_rows(reading: Reading) -> list[Row]:
    """One row an entity, in the reading's order."""
    return [_entity(entity, reading) for entity in reading.entities]


def actor_rows(reading: Reading) -> list[Row]:
    """One row an actor of the registry that the report names, in the reading's order."""
    return [_actor(actor, reading) for actor in reading.actors]


def place_rows(reading: Reading) -> list[Row]:
    """One row a toponym, in text order."""
    return [place_row(reading, place) for place in places_in_order(reading)]


def time_rows(reading: Reading) -> list[Row]:
    """One row a time expression, in text order."""
    return [_time(time, reading) for time in times_in_order(reading)]


def place_row(reading: Reading, place: Place) -> Row:
    """One toponym: its words, where it is, how far the words fix it, and according to whom it is brought up."""
    holding = statement_of(reading, (place.span,))
    return {
        "type": "place",
        "id": place.id,
        **according_to(reading, holding.id if holding else None),
        "toponym": place.toponym,
        **passage((place.span,), reading.report),
        "name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "kind": place.kind.value if place.kind else None,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "bounds": list(place.bounds) if place.bounds else None,
        "centroid": place.centroid,
        "precision": place.precision,
        "viewpoint": place.viewpoint,
        "relation": place.relation,
        "relation_words": maybe_passage(place.relation_span, reading.report),
        "demonym": place.demonym,
        "evidence": evidence_row(place.evidence, reading.report),
        "score": rounded(place.score),
        "by": place.by,
        "run": reading.run.id,
    }


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody calls an actor, and how often. Naming is evidence."""

    words: str
    by: str | None
    """The innermost voice of a direct quotation; ``None`` for the outlet, whose words all others are."""
    times: int


def namings(reading: Reading, actor: Actor) -> list[Naming]:
    """The words for an actor in text order, each once for everybody who uses them; pronouns name nobody."""
    mentions = {mention.id: mention for mention in reading.mentions if mention.kind is not MentionKind.PRONOUN}
    names = (name for entity in _entities_of(reading, actor) for name in entity.mentions)
    spans = sorted({mentions[name].span for name in names if name in mentions})
    whole: list[Span] = []
    for span in spans:  # a title and the name behind it are one naming; what stands inside another is none
        if whole and span.start <= whole[-1].end + 1 and not reading.report.text[whole[-1].end : span.start].strip():
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    counts = Counter((_name_in(span.of(reading.report.text)), _quoted_by(reading, span)) for span in whole)
    return [Naming(words, by, times) for (words, by), times in counts.items()]


_AROUND = re.compile(r"^(?:that|whose)\s+|[’']s?$")


def _name_in(words: str) -> str:
    """Words for an actor in one line, without what only ties them to the clause."""
    return _AROUND.sub("", " ".join(words.split()))


def _quoted_by(reading: Reading, span: Span) -> str | None:
    quoting = statement_of(reading, (span,))
    return voice_name(quoting.innermost.source) if quoting and quoting.form is Form.DIRECT else None


def words_for(reading: Reading, actor: Actor) -> list[str]:
    """The report's words for an actor, each once, in text order."""
    return list(dict.fromkeys(naming.words for naming in namings(reading, actor)))


def namings_text(reading: Reading, actor: Actor) -> list[str]:
    """``“Daesh” (Nadim Hazrun)``, ``“ISIS”``: who else than the outlet uses the words stands behind them."""
    return [
        in_quotes(one_line(naming.words)) + (f" ({naming.by})" if naming.by else "")
        for naming in namings(reading, actor)
    ]


def _entities_of(reading: Reading, actor: Actor) -> list[Entity]:
    return [entity for entity in reading.entities if entity.actor == actor.id]


def _mention(mention: Mention, reading: Reading) -> Row:
    return {
        "type": "mention",
        "id": mention.id,
        "report": reading.report.id,
        "kind": mention.kind.value,
        "head": mention.head,
        "entity": mention.entity,
        **passage((mention.span,), reading.report),
        "score": rounded(mention.score),
        "by": mention.by,
    }


def _entity(entity: Entity, reading: Reading) -> Row:
    return {
        "type": "entity",
        "id": entity.id,
        "report": reading.report.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "mentions": list(entity.mentions),
        "role": entity.role,
        "role_words": maybe_passage(entity.role_span, reading.report),
        "abbreviation": entity.abbreviation,
        "actor": entity.actor,
        "actor_by": entity.actor_by,
    }


def _actor(actor: Actor, reading: Reading) -> Row:
    return {
        "type": "actor",
        "id": actor.id,
        "report": reading.report.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "words": words_for(reading, actor),
        "namings": [_naming(naming) for naming in namings(reading, actor)],
        "entities": [entity.id for entity in _entities_of(reading, actor)],
        "aliases": list(actor.aliases),
        "demonyms": list(actor.demonyms),
        "metonyms": list(actor.metonyms),
        "country": actor.country,
        "reference": actor.reference,
        "facts": [_fact(fact) for fact in actor.facts],
        "origin": actor.origin,
    }


def _naming(naming: Naming) -> Row:
    return {"words": naming.words, "by": naming.by, "times": naming.times}


def _fact(fact: Fact) -> Row:
    return {
        "kind": fact.kind,
        "value": fact.value,
        "start": fact.start,
        "end": fact.end,
        "reference": fact.reference,
    }


def _time(time: Time, reading: Reading) -> Row:
    parts: tuple[Span, ...] = spans_of(time.evidence)
    holding = statement_of(reading, parts)
    return {
        "type": "time",
        **according_to(reading, holding.id if holding else None),
        **timex(time, reading.report),
        "run": reading.run.id,
    }
