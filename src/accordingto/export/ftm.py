"""FollowTheMoney: reports, actors of the registry, who says what, claimed events and lineage, an entity a line (https://followthemoney.tech).

Tools that read it match entities of many sources by name. Only actors of the registry are therefore entities; a person outside it stays in
the words of the claim that names them, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from accordingto.export.addresses import iri, web
from accordingto.export.bare import Carried, unveiled
from accordingto.export.csv import spans_text
from accordingto.export.exporting import Item, Journey
from accordingto.export.linked.document import dumps
from accordingto.export.wording import ACTS, COMMITMENTS
from accordingto.model import (
    Actor,
    ActorKind,
    Event,
    Field,
    Lineage,
    LineageKind,
    Moment,
    Part,
    Relation,
    Statement,
    content_id,
    sha256,
    text_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, harmless, one_line

if TYPE_CHECKING:
    from accordingto.export.exporting import Export

_SCHEMATA = {
    ActorKind.STATE: "PublicBody",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.FORCE: "PublicBody",
    ActorKind.OFFICE: "Position",
    ActorKind.PERSON: "Person",
}
"""What actors are; the other kinds are organisations."""
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_LANGUAGES = {"ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "he": "heb", "ku": "kur", "ru": "rus",
              "tr": "tur", "uk": "ukr", "zh": "zho"}  # fmt: skip
"""ISO 639-3 of codes of two letters, for what reports are mostly written in; others are left out."""
_UNORDERED = "shares text with"

Entity = dict[str, Any]


def chunks(export: Export) -> Iterator[str]:
    """An entity a line: reports with what is said in them, then what was found between them."""
    yield from lines(export.items(), export.journeys(), carried=export.carried)


def lines(items: Iterable[Item], journeys: Iterable[Journey], *, carried: Carried) -> Iterator[str]:
    """The same of reports and stories at hand; memory grows with the number of statements, some 100 bytes each."""
    told: set[str] = set()
    for item in items:
        for entity in _report(item, carried):
            if entity["schema"] in _SHARED:
                if entity["id"] in told:
                    continue
                told.add(entity["id"])
            yield dumps(entity) + "\n"
    for journey in journeys:
        texts = {item.reading.report.id: item for item in journey.items}
        for edge in journey.travel.lineage:
            if edge.known and {edge.source, edge.target} <= told:
                yield dumps(_edge(edge)) + "\n"
        for relation in journey.travel.relations:
            if {relation.a, relation.b} <= told:
                yield dumps(_relation(relation, texts)) + "\n"


_SHARED = ("Article", "Note", "PublicBody", "Organization", "Position", "Person")
"""What other entities point at: each is told once, and what points at one that is not told is left out."""


def _entity(ident: str, schema: str, **properties: object) -> Entity:
    """An entity without the properties of which nothing is known."""
    made = {name: [one for one in _listed(value) if one] for name, value in properties.items()}
    return {"id": ident, "schema": schema, "properties": {name: values for name, values in made.items() if values}}


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return list(dict.fromkeys(map(str, value))) if isinstance(value, list | tuple) else [str(value)]


def actor_id(actor: str) -> str:
    """The id of an actor of the registry; what may not stand in one is hashed."""
    plain = f"actor-{actor.replace(':', '.')}"
    return plain if _ID.fullmatch(plain) else f"actor-{sha256(actor.encode())[:20]}"


def _report(item: Item, carried: Carried) -> Iterator[Entity]:
    reading = item.reading
    yield _article(item, carried)
    for actor in reading.actors:
        yield _actor(actor)
        yield from _mentions(actor, reading)
    for statement in reading.statements:
        yield _note(statement, item, carried)
        yield from _speakers(statement, reading)
    for event in reading.events:
        if not event.derived:
            yield _event(event, reading)


def _article(item: Item, carried: Carried) -> Entity:
    reading, shelf = item.reading, item.shelf
    report = reading.report
    title = one_line(report.title.value) if report.title and unveiled(report.title.value) else None
    hashes = [f"SHA-256 of the text: {report.text_sha256}"]
    if shelf.capture_sha256:
        hashes.append(f"SHA-256 of the bytes: {shelf.capture_sha256}")
    return _entity(
        report.id,
        "Article",
        name=title,
        title=title,
        author=[one_line(author.value) for author in report.authors if unveiled(author.value)],
        publisher=_outlet(reading),
        publishedAt=_date(report.published),
        modifiedAt=_date(report.updated),
        language=_LANGUAGES.get(report.language.value[:2].lower()) if report.language else None,
        sourceUrl=_url(reading),
        mimeType=shelf.media_type,
        notes=hashes,
        generator=f"accordingto {reading.run.version}, {reading.run.id}",
        bodyText=harmless(report.text) if carried is Carried.FULL else None,
    )


def _actor(actor: Actor) -> Entity:
    country = actor.country.lower() if actor.country and re.fullmatch("[A-Za-z]{2}", actor.country) else None
    return _entity(
        actor_id(actor.id),
        _SCHEMATA.get(actor.kind, "Organization"),
        name=one_line(actor.name),
        alias=[one_line(alias) for alias in actor.aliases],
        country=country,
        sourceUrl=iri(actor.reference) if actor.reference and web(actor.reference) else None,
        keywords=actor.kind.value,
    )


def _mentions(actor: Actor, reading: Reading) -> Iterator[Entity]:
    """Where a report names an actor. Offices are no legal entities, and have no mentions in this model."""
    schema = _SCHEMATA.get(actor.kind, "Organization")
    if schema == "Position":
        return
    words = {
        one_line(found.head)
        for entity in reading.entities
        if entity.actor == actor.id
        for found in reading.mentions
        if found.entity == entity.id and unveiled(found.head) is not None
    }
    for name in sorted(words or {one_line(actor.name)}):
        ident = content_id("mention", reading.report.text_sha256, extra=(actor.id, name))
        yield _entity(
            ident, "Mention", document=reading.report.id, name=name, resolved=actor_id(actor.id), detectedSchema=schema
        )


def _note(statement: Statement, item: Item, carried: Carried) -> Entity:
    """A statement: what is put forward, according to whom."""
    reading = item.reading
    content = one_line(text_of(reading.report.text, statement.content)) if carried is not Carried.HASHES else None
    speakers = [actor_id(link.source.actor) for link in statement.chain if link.source.actor in reading.actors_by_id]
    return _entity(
        statement.id,
        "Note",
        name=_told(statement),
        description=content,
        summary=f"{ACTS[statement.act]}, {COMMITMENTS[statement.factuality]} ({statement.factuality.value})",
        keywords=[statement.act.value, statement.factuality.value, statement.form.value, statement.mood.value],
        entity=[reading.report.id, *speakers],
        proof=reading.report.id,
        publisher=_outlet(reading),
        sourceUrl=_url(reading),
        notes=f"at {spans_text(statement.content)}, SHA-256 {item.sha256(statement.content)}",
    )


def _told(statement: Statement) -> str:
    return f"Claim according to {chain_text(statement)}"


def _speakers(statement: Statement, reading: Reading) -> Iterator[Entity]:
    """Who of the registry says it: a link from the actor to the statement."""
    for number, link in enumerate(statement.voices, 1):
        if link.source.actor in reading.actors_by_id:
            yield _entity(
                f"{statement.id}.{number}",
                "UnknownLink",
                subject=actor_id(link.source.actor or ""),
                object=statement.id,
                role=ACTS[link.act],
                status=link.factuality.value,
                date=link.said.value if link.said and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", link.said.value) else None,
                proof=reading.report.id,
                summary=f"as {_outlet(reading) or 'the report'} tells",
                sourceUrl=_url(reading),
            )


def _event(event: Event, reading: Reading) -> Entity:
    statement = reading.by_id[event.statement]
    code = ", ".join(part for part in (event.type, event.mode) if part)
    aux = f", {event.aux.value}" if event.aux else ""
    involved = [actor_id(part.actor or "") for part in (*event.actors, *event.recipients) if _legal(part, reading)]
    time = event.time
    return _entity(
        event.id,
        "Event",
        name=f"{code}{aux}, as claimed",
        summary=f"{_told(statement)}: {COMMITMENTS[statement.factuality]} ({statement.factuality.value})",
        keywords=[
            event.type,
            *([event.mode] if event.mode else []),
            *event.contexts,
            *([event.aux.value] if event.aux else []),
        ],
        involved=involved,
        location=[name for name in (_place(part, reading) for part in event.places) if name],
        startDate=time.start if time else None,
        endDate=time.end if time else None,
        proof=reading.report.id,
        publisher=_outlet(reading),
        sourceUrl=_url(reading),
        recordId=event.statement,
    )


def _legal(part: Part, reading: Reading) -> bool:
    actor = reading.actors_by_id.get(part.actor or "")
    return actor is not None and actor.kind is not ActorKind.OFFICE


def _place(part: Part, reading: Reading) -> str | None:
    place = reading.places_by_id.get(part.place or "")
    if place is None or place.name is None:
        found = unveiled(part.words)
        return one_line(found) if found else None
    parts = (place.name, place.admin1, place.country)
    return one_line(", ".join(dict.fromkeys(one for one in parts if one)))


def _edge(edge: Lineage) -> Entity:
    """Who took from whom: from the report that took to what it took from."""
    share = f", {edge.share:.0%} of its words" if edge.share is not None else ""
    role = edge.kind.value if edge.ordered else _UNORDERED if edge.kind is LineageKind.COPIES else f"{edge.kind.value}?"
    return _entity(
        content_id("lineage", edge.source, extra=(edge.target, edge.kind.value, str(edge.ordered))),
        "UnknownLink",
        subject=edge.source,
        object=edge.target,
        role=role,
        summary=f"{role}{share}" + ("" if edge.ordered else "; which was first is not known"),
        proof=[edge.source, edge.target],
    )


def _relation(found: Relation, items: dict[str, Item]) -> Entity:
    slots = ", ".join(dict.fromkeys(one.slot.value for one in found.differences))
    values = [
        f"{one.slot.value}: {one.a_value} → {one.b_value}" for one in found.differences if one.a_value or one.b_value
    ]
    reports = [ident for ident, item in items.items() if {found.a, found.b} & item.reading.by_id.keys()]
    return _entity(
        content_id("relation", found.a, extra=(found.b, found.kind.value)),
        "UnknownLink",
        subject=found.a,
        object=found.b,
        role=found.kind.value + (f" ({slots})" if slots else ""),
        description=[one_line(value) for value in values],
        proof=reports,
    )


def _outlet(reading: Reading) -> str | None:
    return one_line(reading.report.outlet.value) if reading.report.outlet else None


def _url(reading: Reading) -> str | None:
    url = reading.report.url
    return iri(url.value) if url and web(url.value) else None


def _date(found: Field[Moment] | None) -> str | None:
    """As far as it was stated; in UTC where the offset is known, since the model keeps none."""
    if found is None:
        return None
    moment = found.value
    if moment.offset is None or len(moment.local) < 16:
        return moment.local
    try:
        at = datetime.fromisoformat(moment.local + moment.offset)
    except ValueError:
        return moment.local[:10]
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
