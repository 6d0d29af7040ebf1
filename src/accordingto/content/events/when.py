"""When an event happens: a time of its own clause; headlines and casualties take over the time of the deed they go back to."""

from __future__ import annotations

import re
from dataclasses import replace

from accordingto.content.events import clauses
from accordingto.content.events.triggers import Hit
from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.mentions.times.near import time_for
from accordingto.model import BlockKind, Event, Inherited, Span, Statement, Time, spans_of

_BOUND = re.compile(
    r"(?:\bsince|\buntil|\btill|\bby|\bbefore|\bafter|\bfrom)(?:[\s\u00a0]+(?:the|at|late|early|about))*[\s\u00a0]+$",
    re.I,
)
"""Words that make a time a bound of a happening, not its date."""
_VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?|-W\d\d)?\Z")
_BREAK = re.compile(r"[;:“”\"]|[,.]?\s(?:who|which|where|when|that|while|but|if)\s")


def time_of(scene: Scene, hit: Hit, statement: Statement) -> Time | None:
    """The time of a trigger's own clause, within what its statement claims; bounds ("since Monday") are none."""
    trigger = hit.span(scene.syntax)
    sentence = scene.sentence_of(trigger)
    times = scene.times_in(sentence)
    own = _dating(scene, time_for(trigger, sentence, times, scene.flow))
    if own is not None and _tied(scene.syntax, hit, own[1]):
        return own[0]
    content = tuple(span for span in map(scene.running, statement.content) if span)
    inner = _dating(scene, time_for(trigger, sentence, times, scene.flow, within=content))
    return inner[0] if inner is not None and not _parted(scene, trigger, inner[1]) else None


def _dating(scene: Scene, time: Time | None) -> tuple[Time, Span] | None:
    """A time with its place in the running text, where it can date something: a day, a week, a month, a year, and no bound.

    The year of the report itself ("22 attacks this year") is a period that is counted over, not a date.
    """
    if time is None or not _VALUE.match(time.value):
        return None
    published = scene.report.published.value.date if scene.report.published else None
    if published and time.value == published[:4]:
        return None
    at = scene.when(time)
    if at is None:
        return None
    bound = "T" not in time.value and _BOUND.search(scene.flow.text[max(0, at.start - 24) : at.start])
    return None if bound else (time, at)


def _parted(scene: Scene, trigger: Span, at: Span) -> bool:
    left, right = (trigger.end, at.start) if at.start >= trigger.end else (at.end, trigger.start)
    return bool(_BREAK.search(f" {scene.flow.text[left:right]} ")) if left < right else False


def _tied(syntax: Syntax, hit: Hit, at: Span) -> bool:
    """Whether the time hangs on the trigger or on the trigger's verb."""
    words = syntax.inside(at)
    if not words:
        return False
    above_it = (word for word in (hit.head, *syntax.ancestors(hit.head)) if syntax.pos[word] in clauses.VERBAL)
    verb = next(above_it, hit.head)
    for above in syntax.ancestors(words[-1]):
        if above in hit.words:
            return True
        if syntax.pos[above] in clauses.VERBAL:
            return above == verb
    return False


def carried(scene: Scene, events: list[Event], back: dict[str, str]) -> list[Event]:
    """Events with the times that others give them.

    Args:
        scene: the report.
        events: in text order.
        back: id of an event → id of the earlier event that it goes back to.
    """
    known = {event.id: event for event in events}
    for index, event in enumerate(events):
        if event.time is not None:
            continue
        other = known.get(back.get(event.id, "")) or (
            _told_below(scene, event, events[index + 1 :]) if _headline(scene, event) else None
        )
        other = known[other.id] if other else None
        if other is not None and other.time is not None:
            known[event.id] = events[index] = replace(event, time=_inherited(other.time, other.id))
    return events


def _headline(scene: Scene, event: Event) -> bool:
    at = scene.running(event.trigger[0])
    return at is not None and scene.flow.block_at(at.start).kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST)


def _told_below(scene: Scene, event: Event, later: list[Event]) -> Event | None:
    """The deed that a headline announces: the first one of its type in the two paragraphs below."""
    paragraphs = [block.span for block in scene.flow.blocks if block.kind is BlockKind.PARAGRAPH][:2]
    for other in later:
        if not any(span.contains(other.trigger[0]) for span in paragraphs) or other.type != event.type:
            continue
        return other if other.aux is event.aux and (other.mode == event.mode or event.mode is None) else None
    return None


def _inherited(time: Time, source: str) -> Time:
    return replace(time, evidence=Inherited(source, "events:same-deed", spans_of(time.evidence)), id=None)
