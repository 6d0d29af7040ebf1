"""Control: who holds, contests, besieges, gains, loses or leaves which place, as a statement has it.

What a clause says is asserted; what a modifier or a noun takes for granted ("Front-held Dorva", "the fall of Dorva") is presupposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from accordingto.content.control.clauses import Phrases, phrases_of
from accordingto.content.control.found import Found
from accordingto.content.control.nouns import by_modifier, by_noun, of_control
from accordingto.content.control.verbs import by_verb, contesting
from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.content.when import as_of
from accordingto.model import Aux, Control, ControlStatus, Inherited, Part, Span, content_id, spans_of
from accordingto.resources.control import ControlWords

SCORE_ASSERTED, SCORE_PRESUPPOSED = 0.8, 0.7
_NOMINAL = ("noun", "modifier")
_WILL = frozenset("will shall ’ll 'll wo".split())
_MAY = frozenset("may might could would can should must".split())
_NOT = frozenset("not n’t n't never no without nor neither t".split())
_FAILED = frozenset("failed fails fail unable failing".split())
_IF = frozenset("if unless whether should".split())
_DONE = frozenset("managed able manages forced helped began begun continued".split())


def controls(scene: Scene, words: ControlWords) -> tuple[Control, ...]:
    """The records of control of a report in text order.

    Args:
        scene: with its statements and syntax; mentions keep persons and bodies from being taken for places.
        words: from `accordingto.resources.control.open_control_words`.
    """
    at = phrases_of(scene, words)
    drafts = [found for word in range(len(scene.syntax)) for found in _read(word, at)]
    made = [record for found in _distinct(drafts) if (record := _record(found, at))]
    placed = (_placed(record, made) for record in made)
    return tuple(record for record in placed if record.places)


def _read(word: int, at: Phrases) -> Iterator[Found]:
    form = at.lower(word)
    words = at.words
    if form in words.adjectives:
        yield from by_modifier(word, at)
    if form in words.verbs:
        yield from by_verb(word, at)
    if form in words.nouns:
        yield from by_noun(word, at)
    if form in words.control_nouns or form in ("hands", "siege"):
        yield from of_control(word, at)
    if form in words.fighting or form in words.inside:
        yield from contesting(word, at)


def _distinct(drafts: list[Found]) -> list[Found]:
    """Without a second reading of the same words for the same status; the longer trigger is kept."""
    kept: list[Found] = []
    for found in sorted(drafts, key=lambda f: (f.trigger[0] - f.trigger[1], f.trigger)):
        if not any(_same(found, other) for other in kept):
            kept.append(found)
    return sorted(kept, key=lambda f: f.trigger)


def _same(a: Found, b: Found) -> bool:
    touching = a.trigger[0] <= b.trigger[1] and b.trigger[0] <= a.trigger[1]
    return touching and (a.status is b.status or a.verb != b.verb)


def _record(found: Found, at: Phrases) -> Control | None:
    scene, syntax = at.scene, at.syntax
    trigger = Span(syntax.starts[found.trigger[0]], syntax.ends[found.trigger[1]])
    statement = scene.statement_near(trigger)
    if statement is None:
        return None
    spans = scene.archived([trigger])
    return Control(
        id=content_id("control", scene.report.text_sha256, spans, extra=[found.status.value]),
        report=scene.report.id,
        statement=statement.id,
        trigger=spans,
        status=found.status,
        asserted=found.asserted,
        score=SCORE_ASSERTED if found.asserted else SCORE_PRESUPPOSED,
        by=f"control:{found.rule}",
        holders=tuple(part_for(span, scene) for span in found.holders),
        places=tuple(part_for(span, scene) for span in found.places),
        as_of=as_of(trigger, statement, scene),
        aux=None if found.rule.startswith(_NOMINAL) else _aux(found.verb, at),
    )


def _placed(record: Control, records: list[Control]) -> Control:
    """With the place of the nearest siege that has one, where only "the siege" is said."""
    others = [r for r in records if r.status is ControlStatus.BESIEGES and r.places]
    if record.places or not others:
        return record
    nearest = min(others, key=lambda r: (r.trigger > record.trigger, abs(r.trigger[0].start - record.trigger[0].start)))
    return replace(record, places=tuple(_inherited(part, nearest.id) for part in nearest.places[:1]))


def _inherited(part: Part, record: str) -> Part:
    return replace(part, evidence=Inherited(record, "control:the-siege", spans_of(part.evidence)))


def _aux(verb: int, at: Phrases) -> Aux | None:
    """Whether it did not happen, will, or might: by the words right before the verb and the verb that it hangs on."""
    first = at.sentence(verb).start
    before = [at.lower(w) for w in range(max(first, verb - 4), verb)]
    children = {at.lower(w) for w in at.syntax.children(verb, "aux", "neg", "mark") if w < verb}
    near = children | set(before[-2:])
    if near & _NOT or set(before) & _FAILED:
        return Aux.NEGATED
    if near & _IF:
        return Aux.HYPOTHETICAL
    if near & _WILL:
        return Aux.FUTURE
    if near & _MAY:
        return Aux.HYPOTHETICAL
    infinitive = "to" in near and at.pos(verb - 1) == "PART"
    return Aux.FUTURE if infinitive and not set(before) & _DONE else None
