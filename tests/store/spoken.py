"""Small invented reports of which every statement is a paragraph, for what is searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.model import (
    Act,
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Entity,
    Factuality,
    Field,
    Form,
    Implied,
    Link,
    Mention,
    MentionKind,
    Moment,
    Mood,
    Place,
    PlaceKind,
    Report,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    content_id,
    text_sha256,
)
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading
from tests.export.invented import RUN
from tests.store.made import entry_of

FRONT = Actor("group:kharan-front", "Kharan Front", ActorKind.ARMED_GROUP, ("Jabhat Kharan", "the Lions"))
MANSHAR = ("Manshar", "test:1", "XA", "Upper Asur")


@dataclass(frozen=True)
class Said:
    """A statement: its words, whose they are (none for narration), and what is named in it."""

    words: str
    voice: str | None = None
    act: Act = Act.STATE
    factuality: Factuality = Factuality.CERTAIN
    actor: tuple[str, Actor] | None = None
    """Words inside, and the actor that they name."""
    place: tuple[str, tuple[str, str, str, str]] | None = None
    """Words inside, and name, id, country and area of the place that they name."""


def report(
    said: Sequence[Said | str],
    *,
    outlet: str = "The Harbour Post",
    day: str | None = "2023-03-13",
    title: str = "Report",
    **more,
) -> Entry:
    """An entry with a reading of these statements."""
    found = [one if isinstance(one, Said) else Said(one) for one in said]
    text, starts = title, []
    for one in found:
        starts.append(len(text) + 2)
        text += "\n\n" + one.words
    blocks = [Block(BlockKind.HEADLINE, Span(0, len(title)), "test")]
    blocks += [
        Block(BlockKind.PARAGRAPH, Span(at, at + len(one.words)), "test") for at, one in zip(starts, found, strict=True)
    ]
    made = Report(
        "report-x",
        "capture-x",
        text,
        text_sha256(text),
        tuple(blocks),
        "text-1",
        title=Field(title, "test"),
        outlet=Field(outlet, "given"),
        published=Field(Moment(day, None), "test") if day else None,
    )
    statements = tuple(_statement(one, at, outlet, made) for one, at in zip(found, starts, strict=True))
    named = [_entity(one, at, n) for n, (one, at) in enumerate(zip(found, starts, strict=True)) if one.actor]
    places = tuple(_place(one, at, n) for n, (one, at) in enumerate(zip(found, starts, strict=True)) if one.place)
    actors = tuple(dict.fromkeys(one.actor[1] for one in found if one.actor))
    reading = Reading(
        made,
        statements,
        RUN,
        tuple(mention for mention, _ in named),
        tuple(entity for _, entity in named),
        "a.txt",
        (),
        places=places,
        actors=actors,
    )
    return entry_of(reading, **more)


def _statement(one: Said, at: int, outlet: str, made: Report) -> Statement:
    content = (Span(at, at + len(one.words)),)
    chain = [_link(Source(SourceKind.OUTLET, Implied("outlet"), outlet), Act.REPORT if one.voice else Act.NARRATE, one)]
    if one.voice:
        chain.append(_link(Source(SourceKind.PERSON, Implied("test"), one.voice, one.voice), one.act, one))
    ident = content_id("statement", made.text_sha256, content)
    return Statement(ident, made.id, content, Form.INDIRECT, Mood.ASSERTED, tuple(chain), 0.9, "test")


def _link(source: Source, act: Act, one: Said) -> Link:
    return Link(source, Implied("test"), act, one.factuality, 0.9, "test")


def _entity(one: Said, at: int, number: int) -> tuple[Mention, Entity]:
    assert one.actor
    words, actor = one.actor
    start = at + one.words.index(words)
    name = f"entity-{number}"
    mention = Mention(
        f"mention-{number}", Span(start, start + len(words)), MentionKind.ORGANISATION, words, name, 0.9, "test"
    )
    return mention, Entity(name, words, MentionKind.ORGANISATION, (mention.id,), actor=actor.id)


def _place(one: Said, at: int, number: int) -> Place:
    assert one.place
    words, (name, ident, country, admin1) = one.place
    start = at + one.words.index(words)
    span = Span(start, start + len(words))
    return Place(
        f"place-{number}",
        span,
        words,
        Stated((span,)),
        0.9,
        "test",
        name=name,
        gazetteer_id=ident,
        kind=PlaceKind.SETTLEMENT,
        country=country,
        admin1=admin1,
    )
