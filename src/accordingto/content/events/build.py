"""Events of a report: triggers inside statements, with their roles, place, time, status and victims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.content.events import derive, fold, roles, when, where
from accordingto.content.events.fold import Told
from accordingto.content.events.mode import Moded, mode_of
from accordingto.content.events.phrases import phrase
from accordingto.content.events.status import status
from accordingto.content.events.triggers import Hit, triggers
from accordingto.content.events.victims import victims
from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.model import Event, Part, Span, Victims, content_id
from accordingto.resources.events import Codebook

BY_SYNTAX = 0.8
"""Score of an event whose trigger and roles come from the syntax."""
BARE = 0.6
"""Score of an event without actor, recipient or place."""


def events(scene: Scene, codebook: Codebook) -> tuple[Event, ...]:
    """The events of a report, inside its statements, in text order; derived verbal events among them.

    Args:
        scene: the report with statements, syntax, mentions, places, times and quantities.
        codebook: from `accordingto.resources.events.open_codebook`.
    """
    placed = words_placed(scene)
    found = triggers(scene.syntax, codebook, placed)
    verbal = [hit for hit in found if codebook.types[hit.pattern.type].verbal]
    done = [hit for hit in found if not codebook.types[hit.pattern.type].verbal]
    told = fold.fold(list(_told(scene, done)), scene.syntax)
    made = _built(scene, codebook, told, placed)
    made += derive.verbal_events(scene, codebook, verbal, placed)
    return tuple(sorted(made, key=lambda event: (event.trigger, event.derived)))


def words_placed(scene: Scene) -> frozenset[int]:
    """The words inside toponyms of the running text, demonyms left out."""
    return frozenset(word for span in scene.toponyms for word in scene.syntax.inside(span))


def _told(scene: Scene, found: Iterable[Hit]) -> Iterator[Told]:
    """Triggers inside statements; an event outside a statement is not kept."""
    for hit in found:
        trigger = hit.span(scene.syntax)
        statement = scene.statement_near(trigger)
        if statement is not None:
            yield Told(hit, statement, scene.sentence_of(trigger))


def _word(scene: Scene, word: int) -> Span:
    return Span(scene.syntax.starts[word], scene.syntax.ends[word])


def _built(scene: Scene, codebook: Codebook, told: Sequence[Told], placed: frozenset[int]) -> list[Event]:
    kept: list[Moded] = []
    made: list[Event] = []
    back: dict[str, str] = {}
    for one in told:
        mode, earlier = mode_of(one, scene.syntax, codebook, kept)
        event = _event(scene, codebook, one, mode, placed)
        tells = bool(event.victims or event.time)
        if fold.refers_back(one, scene.syntax, [other.told for other in kept], tells=tells):
            continue
        if earlier is not None:
            back[event.id] = made[earlier].id
        kept.append(Moded(one, mode))
        made.append(event)
    return when.carried(scene, made, back)


def _event(scene: Scene, codebook: Codebook, one: Told, mode: str | None, placed: frozenset[int]) -> Event:
    parties = roles.roles(scene.syntax, one.hit, codebook, placed)
    trigger = one.hit.span(scene.syntax)
    there = scene.archived([trigger])
    time = when.time_of(scene, one.hit, one.statement)
    spots = where.places(scene, one.hit, (*parties.recipients, *parties.places), codebook, placed)
    published = scene.report.published.value.date if scene.report.published else None
    return Event(
        id=content_id("event", scene.report.text_sha256, there, extra=(one.statement.id,)),
        report=scene.report.id,
        statement=one.statement.id,
        trigger=there,
        type=one.hit.pattern.type,
        score=BY_SYNTAX if parties.actors or parties.recipients or spots else BARE,
        by=f"events:{one.hit.pattern.text.split(' ')[0]}",
        mode=mode,
        contexts=contexts(scene, codebook, one.sentence),
        aux=status(
            scene.syntax,
            one.hit,
            one.statement,
            codebook=codebook,
            published=published,
            time=time.value if time else None,
        ),
        actors=_parts(scene, codebook, parties.actors),
        recipients=_parts(scene, codebook, _recipients(scene, codebook, one, parties, placed)),
        places=_spots(scene, codebook, [*parties.places, *spots]),
        time=time,
        victims=_harmed(scene, codebook, one, parties, placed),
    )


def _recipients(
    scene: Scene, codebook: Codebook, one: Told, parties: roles.Roles, placed: frozenset[int]
) -> tuple[int, ...]:
    """With the people harmed by it, as other triggers tell them."""
    more = [word for hit in one.harmed for word in roles.roles(scene.syntax, hit, codebook, placed).recipients]
    return tuple(dict.fromkeys((*parties.recipients, *more)))


def _harmed(
    scene: Scene, codebook: Codebook, one: Told, parties: roles.Roles, placed: frozenset[int]
) -> tuple[Victims, ...]:
    found: list[Victims] = []
    for hit in (one.hit, *one.harmed):
        if hit.pattern.harm is None:
            continue
        people = parties.recipients if hit is one.hit else roles.roles(scene.syntax, hit, codebook, placed).recipients
        found += victims(scene, codebook, hit.pattern.harm, people, hit.span(scene.syntax))
    return tuple(found)


def contexts(scene: Scene, codebook: Codebook, sentence: Span) -> tuple[str, ...]:
    """The contexts that words of the sentence tell, in the codebook's order."""
    words = {scene.syntax.lower(word) for word in scene.syntax.inside(sentence)}
    return tuple(name for name, cues in codebook.contexts.items() if cues & words)


def _parts(scene: Scene, codebook: Codebook, heads: Iterable[int]) -> tuple[Part, ...]:
    spans = dict.fromkeys(phrase(scene.syntax, word, codebook.phrases["bounds"]) for word in heads)
    outer = [span for span in spans if not any(other != span and other.contains(span) for other in spans)]
    return tuple(part_for(span, scene) for span in outer if scene.archived([span]))


def _spots(scene: Scene, codebook: Codebook, found: Iterable[Span | int]) -> tuple[Part, ...]:
    spans: dict[Span, None] = {}
    for spot in found:
        span = spot if isinstance(spot, Span) else phrase(scene.syntax, spot, codebook.phrases["bounds"])
        inner = (
            next((name for name in scene.toponyms if span.contains(name)), None) if not isinstance(spot, Span) else None
        )
        spans.setdefault(inner or span)
    return tuple(part_for(span, scene) for span in spans if scene.archived([span]))
