"""From a reading to the rows of its tables: a pure function, so that rows can be compared, rewritten and rechecked.

A `Row` is a record of a report with the rows of other tables that belong to it alone. Records are told apart by their id within the
report; what is equal to what stands in the store keeps its row and its key.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any

from accordingto.model import (
    Control,
    Entity,
    Estimate,
    Event,
    Evidence,
    Link,
    Mention,
    Part,
    Place,
    Report,
    Spans,
    Statement,
    Time,
    Victims,
    hull,
    spans_of,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import (
    block_of,
    chain_text,
    control_in_order,
    estimates_in_order,
    events_in_order,
    evidence_kind,
    evidence_rule,
    part_name,
    places_in_order,
    reading_order,
    statement_of,
    times_in_order,
)
from accordingto.store.naming import named_actors, named_places

PROJECTION = 1
"""Version of what this module makes; raised when rows come out differently, so that they are made anew."""
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a report as a row, without its keys."""

    id: str
    values: Values
    statement: str | None = None
    """Id of the statement that its ``statement_key`` refers to."""
    parts: dict[str, list[Values]] = field(default_factory=dict)
    """Rows of other tables that belong to it, by table; their key is that of the record and their position."""


@dataclass(frozen=True, slots=True)
class Projection:
    """All rows of a reading."""

    records: dict[str, list[Row]]
    """Rows of the tables whose rows have keys of their own: statements first, then what refers to them."""
    lists: dict[str, list[Values]]
    """Rows of the tables that are numbered by position within the report."""


def project(reading: Reading) -> Projection:
    """The rows of a reading."""
    found = _Found(reading)
    return Projection(
        {
            "statements": [_statement(found, s, n) for n, s in enumerate(reading_order(reading.statements))],
            "events": [_event(found, e, n) for n, e in enumerate(events_in_order(reading))],
            "estimates": [_estimate(found, e, n) for n, e in enumerate(estimates_in_order(reading))],
            "control": [_control(found, c, n) for n, c in enumerate(control_in_order(reading))],
            "places": [_place(found, p, n) for n, p in enumerate(places_in_order(reading))],
        },
        {
            "times": [_time(found, time) for time in times_in_order(reading)],
            "mentions": [_mention(found, mention) for mention in reading.mentions],
            "entities": [_entity(entity) for entity in reading.entities],
        },
    )


def block_rows(key: int, report: Report) -> list[Values]:
    """The rows of a report's blocks."""
    return [
        {"report_key": key, "position": n, "kind": b.kind.value, "start": b.span.start, "end": b.span.end, "by": b.by}
        for n, b in enumerate(report.blocks)
    ]


class _Found:
    """A reading with what is looked up in it for every row."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities = {entity.id: n for n, entity in enumerate(reading.entities)}
        self.actors = named_actors(reading)
        self.places = named_places(reading)

    def words(self, parts: Spans) -> str | None:
        return text_of(self.reading.report.text, parts) if parts else None

    def holding(self, parts: Spans) -> str | None:
        found = statement_of(self.reading, parts)
        return found.id if found else None


def pairs(parts: Spans) -> str | None:
    """Spans as a JSON list of ``[start, end]``, if there are any."""
    return f"[{','.join([f'[{span.start},{span.end}]' for span in parts])}]" if parts else None


def listed(words: Iterable[str]) -> str | None:
    """Words as a JSON list, if there are any."""
    found = list(words)
    return json.dumps(found, ensure_ascii=False) if found else None


def _statement(found: _Found, statement: Statement, position: int) -> Row:
    report, whole, source = found.reading.report, hull(statement.content), statement.innermost.source
    block = block_of(report, statement)
    values = {
        "position": position,
        "start": whole.start,
        "end": whole.end,
        "spans": pairs(statement.content),
        "content": found.words(statement.content),
        "block": block.kind.value if block else None,
        "form": statement.form.value,
        "mood": statement.mood.value,
        "chain": chain_text(statement),
        "voices": len(statement.voices),
        "source": source.name or source.words,
        "source_kind": source.kind.value,
        "source_actor": source.actor,
        "source_role": source.role,
        "unnamed": source.unnamed,
        "act": statement.act.value,
        "factuality": statement.factuality.value,
        **_days("said", statement.innermost.said),
        "editorial": pairs(statement.editorial),
        "about": statement.about,
        **_made(statement),
    }
    parts = {
        "links": [_link(found, link) for link in statement.chain],
        "statement_actors": found.actors.get(statement.id, []),
        "statement_places": found.places.get(statement.id, []),
    }
    return Row(statement.id, values, parts=parts)


def _link(found: _Found, link: Link) -> Values:
    source = link.source
    return {
        "name": source.name,
        "words": source.words,
        "kind": source.kind.value,
        "role": source.role,
        "entity": source.entity,
        "actor": source.actor,
        "unnamed": source.unnamed,
        "act": link.act.value,
        "factuality": link.factuality.value,
        **_evidence(source.evidence),
        "rule": evidence_rule(source.evidence),
        "cue": found.words(spans_of(link.cue)),
        "cue_spans": pairs(spans_of(link.cue)),
        "addressee": found.words(spans_of(link.addressee)),
        **_days("said", link.said),
        **_made(link),
    }


def _event(found: _Found, event: Event, position: int) -> Row:
    values = {
        "position": position,
        "type": event.type,
        "mode": event.mode,
        "contexts": listed(event.contexts),
        "aux": event.aux.value if event.aux else None,
        "derived": event.derived,
        "trigger": found.words(event.trigger),
        "spans": pairs(event.trigger),
        **_days("time", event.time),
        **_made(event),
    }
    parts = {
        "event_parts": [
            *_parts(found, "actor", event.actors),
            *_parts(found, "recipient", event.recipients),
            *_parts(found, "place", event.places),
        ],
        "event_victims": [_victims(victims) for victims in event.victims],
    }
    return Row(event.id, values, event.statement, parts)


def _victims(victims: Victims) -> Values:
    return {
        "harm": victims.harm.value,
        "low": _number(victims.count.low),
        "high": _number(victims.count.high),
        "who": victims.who,
        "civilians": victims.civilians,
        "part": victims.part,
        "spans": pairs(spans_of(victims.count.evidence)),
    }


def _estimate(found: _Found, estimate: Estimate, position: int) -> Row:
    values = {
        "position": position,
        "words": found.words(estimate.span),
        "spans": pairs(estimate.span),
        "low": _number(estimate.low),
        "high": _number(estimate.high),
        "approximate": estimate.approximate,
        "unit": estimate.unit,
        "what": found.words(spans_of(estimate.what)),
        **_days("as_of", estimate.as_of),
        "part_of": estimate.part_of,
        **_made(estimate),
    }
    return Row(estimate.id, values, estimate.statement, {"estimate_parts": _parts(found, "place", estimate.places)})


def _control(found: _Found, control: Control, position: int) -> Row:
    values = {
        "position": position,
        "status": control.status.value,
        "asserted": control.asserted,
        "aux": control.aux.value if control.aux else None,
        "trigger": found.words(control.trigger),
        "spans": pairs(control.trigger),
        **_days("as_of", control.as_of),
        **_made(control),
    }
    parts = [*_parts(found, "holder", control.holders), *_parts(found, "place", control.places)]
    return Row(control.id, values, control.statement, {"control_parts": parts})


def _parts(found: _Found, role: str, parts: tuple[Part, ...]) -> list[Values]:
    return [
        {
            "role": role,
            "name": part_name(part, found.reading, spot=role == "place"),
            "words": part.words,
            "entity": part.entity,
            "actor": part.actor,
            "place": part.place,
            **_evidence(part.evidence),
        }
        for part in parts
    ]


def _place(found: _Found, place: Place, position: int) -> Row:
    values = {
        "position": position,
        "start": place.span.start,
        "end": place.span.end,
        "toponym": place.toponym,
        "name": place.name,
        "gazetteer_id": place.gazetteer_id,
        "kind": place.kind.value if place.kind else None,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.lat,
        "longitude": place.lon,
        "centroid": place.centroid,
        "precision": place.precision,
        "viewpoint": place.viewpoint,
        "relation": place.relation,
        "demonym": place.demonym,
        **_made(place),
    }
    return Row(place.id, values, found.holding((place.span,)))


def _time(found: _Found, time: Time) -> Values:
    parts = spans_of(time.evidence)
    return {
        "statement": found.holding(parts),
        "words": found.words(parts),
        "spans": pairs(parts),
        "value": time.value,
        "kind": time.kind.value,
        "mod": time.mod,
        "first_day": time.start,
        "last_day": time.end,
        "anchor": time.anchor,
        "by": time.by,
    }


def _mention(found: _Found, mention: Mention) -> Values:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.kind.value,
        "head": mention.head,
        "entity": found.entities.get(mention.entity or ""),
        **_made(mention),
    }


def _entity(entity: Entity) -> Values:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "role": entity.role,
        "abbreviation": entity.abbreviation,
        "mentions": len(entity.mentions),
        "actor": entity.actor,
        "actor_by": entity.actor_by,
    }


def _evidence(evidence: Evidence) -> Values:
    return {"evidence": evidence_kind(evidence), "spans": pairs(spans_of(evidence))}


def _number(value: float | None) -> float | None:
    """A number as a column holds it: a report may say any, and one of 20 digits is no integer of a database."""
    try:
        return None if value is None else float(value)
    except OverflowError:
        return inf


def _days(name: str, time: Time | None) -> Values:
    if time is None:
        return {name: None, f"{name}_start": None, f"{name}_end": None}
    return {name: time.value, f"{name}_start": time.start, f"{name}_end": time.end}


def _made(record: Statement | Link | Event | Estimate | Control | Place | Mention) -> Values:
    return {"score": float(record.score), "by": record.by}
