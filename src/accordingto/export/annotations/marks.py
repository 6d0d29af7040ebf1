"""What is annotated in a report: contents, sources and cues of statements, events, estimates, control, places, times and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.export.bare import unveiled
from accordingto.model import (
    Control,
    Entity,
    Estimate,
    Event,
    Link,
    Mention,
    Place,
    Spans,
    Stated,
    Statement,
    Time,
    spans_of,
)
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import chain_text, one_line, voice_name

IDENTIFYING, CLASSIFYING, DESCRIBING = "identifying", "classifying", "describing"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be annotated."""

    id: str
    """Unlike that of any other in its report."""
    layer: str
    """``content``, ``source``, ``cue``, ``event``, ``estimate``, ``control``, ``place``, ``time`` or ``mention``."""
    spans: Spans
    motivation: str
    score: float | None
    by: str
    record: str | None = None
    """Id of the record that it is of, on which people decide."""
    tags: tuple[str, ...] = ()
    """Codes: act, commitment, type of event …"""
    words: str = ""
    """One line for people."""
    actor: str | None = None
    """Id of an actor of the registry that is meant."""
    gazetteer: str | None = None
    """Id of a place that is meant."""
    statement: str | None = None
    """Id of the statement that it belongs to."""


def marks(reading: Reading) -> Iterator[Mark]:
    """All of a report, layer after layer."""
    for statement in reading.statements:
        yield from _statement(statement)
    for event in reading.events:
        yield _event(event)
    for estimate in reading.estimates:
        yield _estimate(estimate)
    for control in reading.control:
        yield _control(control)
    for place in reading.places:
        yield _place(place)
    for number, time in enumerate(reading.times):
        if isinstance(time.evidence, Stated):
            yield _time(time, number)
    for mention in reading.mentions:
        yield _mention(mention, reading.entities_by_id.get(mention.entity or ""))


def _statement(statement: Statement) -> Iterator[Mark]:
    tags = (statement.form.value, statement.mood.value, statement.act.value, statement.factuality.value)
    told = f"according to {chain_text(statement)}" if statement.voices else "in the outlet’s own voice"
    yield Mark(
        f"{statement.id}#content",
        "content",
        statement.content,
        DESCRIBING,
        statement.score,
        statement.by,
        statement.id,
        tags,
        told,
        statement=statement.id,
    )
    for number, link in enumerate(statement.chain):
        yield from _link(link, f"{statement.id}#link-{number}", statement.id)


def _link(link: Link, ident: str, statement: str) -> Iterator[Mark]:
    """The source and the cue of one voice, where the text has them."""
    source = link.source
    if spans_of(source.evidence):
        yield Mark(
            f"{ident}-source",
            "source",
            spans_of(source.evidence),
            IDENTIFYING,
            link.score,
            link.by,
            statement,
            (source.kind.value,),
            voice_name(source),
            actor=source.actor,
            statement=statement,
        )
    if spans_of(link.cue):
        tags = (link.act.value, link.factuality.value)
        spans = spans_of(link.cue)
        yield Mark(f"{ident}-cue", "cue", spans, CLASSIFYING, link.score, link.by, statement, tags, statement=statement)


def _event(event: Event) -> Mark:
    codes = (event.type, event.mode, *event.contexts, event.aux.value if event.aux else None)
    tags = tuple(code for code in codes if code)
    return Mark(
        event.id,
        "event",
        event.trigger,
        CLASSIFYING,
        event.score,
        event.by,
        event.id,
        tags,
        statement=event.statement,
    )


def _estimate(estimate: Estimate) -> Mark:
    low, high = (f"{end:g}" if end is not None else "…" for end in (estimate.low, estimate.high))
    words = " ".join(part for part in (low if low == high else f"{low}–{high}", one_line(estimate.unit)) if part)
    return Mark(
        estimate.id,
        "estimate",
        estimate.span,
        CLASSIFYING,
        estimate.score,
        estimate.by,
        estimate.id,
        words=words,
        statement=estimate.statement,
    )


def _control(control: Control) -> Mark:
    tags = (control.status.value, "asserted" if control.asserted else "presupposed")
    return Mark(
        control.id,
        "control",
        control.trigger,
        CLASSIFYING,
        control.score,
        control.by,
        control.id,
        tags,
        statement=control.statement,
    )


def _place(place: Place) -> Mark:
    words = place.name or unveiled(place.toponym) or ""
    tags = (place.kind.value,) if place.kind else ()
    return Mark(
        place.id,
        "place",
        (place.span,),
        IDENTIFYING,
        place.score,
        place.by,
        place.id,
        tags,
        one_line(words),
        gazetteer=place.gazetteer_id,
    )


def _time(time: Time, number: int) -> Mark:
    return Mark(
        time.id or f"time-{number}",
        "time",
        spans_of(time.evidence),
        CLASSIFYING,
        None,
        time.by,
        tags=(time.kind.value,),
        words=time.value,
    )


def _mention(mention: Mention, entity: Entity | None) -> Mark:
    name = unveiled(entity.name) if entity else unveiled(mention.head)
    return Mark(
        mention.id,
        "mention",
        (mention.span,),
        IDENTIFYING,
        mention.score,
        mention.by,
        tags=(mention.kind.value,),
        words=one_line(name or ""),
        actor=entity.actor if entity else None,
    )
