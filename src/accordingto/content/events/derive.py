"""Verbal events: what statements do by being said. Derived from acts and from words of blame, demand, refusal and threat.

They are marked ``derived`` and left out of counts by default: the statement itself tells who says what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accordingto.content.events import roles
from accordingto.content.events.phrases import phrase
from accordingto.content.events.triggers import Hit
from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.model import Act, Event, Part, Span, Stated, Statement, content_id, spans_of
from accordingto.resources.events import Codebook

BY_ACT = 0.8
BY_WORD = 0.6


def verbal_events(scene: Scene, codebook: Codebook, hits: Sequence[Hit], placed: frozenset[int]) -> list[Event]:
    """Verbal events of all statements: by the innermost voice's act, and by words inside contents."""
    made = [event for statement in scene.statements for event in _by_act(scene, codebook, statement)]
    cues = [span for event in made for span in event.trigger]
    for hit in hits:
        trigger = hit.span(scene.syntax)
        statement = scene.statement_near(trigger)
        there = scene.archived([trigger])
        if statement is not None and there and not any(cue.overlaps(span) for cue in cues for span in there):
            made.append(_by_word(scene, codebook, hit, statement, placed))
    return made


def _by_act(scene: Scene, codebook: Codebook, statement: Statement) -> Iterator[Event]:
    kind, link = codebook.acts.get(statement.act.value), statement.innermost
    if kind is None or not statement.voices or not isinstance(link.cue, Stated):
        return
    yield Event(
        id=content_id("event", scene.report.text_sha256, link.cue.spans, extra=(statement.id, kind)),
        report=scene.report.id,
        statement=statement.id,
        trigger=link.cue.spans,
        type=kind,
        score=BY_ACT * link.score,
        by=f"events:act-{statement.act.value}",
        actors=_voice(statement),
        recipients=_addressed(scene, codebook, statement),
        derived=True,
    )


def _voice(statement: Statement) -> tuple[Part, ...]:
    source = statement.innermost.source
    if not source.name or not spans_of(source.evidence):
        return ()
    return (Part(source.evidence, source.words or source.name, source.entity, source.actor),)


def _addressed(scene: Scene, codebook: Codebook, statement: Statement) -> tuple[Part, ...]:
    """Whom an accusation or demand is aimed at: the subject that the content begins with."""
    if statement.act not in (Act.ACCUSE, Act.DEMAND):
        return ()
    first = scene.running(statement.content[0])
    if first is None:
        return ()
    syntax = scene.syntax
    for word in syntax.inside(first)[:6]:
        if syntax.pos[word] in ("NOUN", "PROPN", "PRON") and syntax.relations[word] not in ("compound", "poss", "nmod"):
            return (part_for(phrase(syntax, word, codebook.phrases["bounds"]), scene),)
        if syntax.pos[word] == "VERB":
            return ()
    return ()


def _by_word(scene: Scene, codebook: Codebook, hit: Hit, statement: Statement, placed: frozenset[int]) -> Event:
    parties = roles.roles(scene.syntax, hit, codebook, placed)
    there = scene.archived([hit.span(scene.syntax)])
    return Event(
        id=content_id("event", scene.report.text_sha256, there, extra=(statement.id, hit.pattern.type)),
        report=scene.report.id,
        statement=statement.id,
        trigger=there,
        type=hit.pattern.type,
        score=BY_WORD,
        by=f"events:word-{hit.pattern.text.split(' ')[0]}",
        actors=tuple(part_for(_span(scene, codebook, word), scene) for word in parties.actors),
        recipients=tuple(
            part_for(_span(scene, codebook, word), scene) for word in (*parties.recipients, *parties.places)
        ),
        derived=True,
    )


def _span(scene: Scene, codebook: Codebook, word: int) -> Span:
    return phrase(scene.syntax, word, codebook.phrases["bounds"])
