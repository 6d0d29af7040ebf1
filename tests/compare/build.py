"""Hand-made readings: a text, and for each statement its words, so that no test of a rule needs the trained model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Control,
    ControlStatus,
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
    Part,
    Place,
    PlaceKind,
    Report,
    Run,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    content_id,
    text_sha256,
)
from accordingto.pipeline.reading import Reading

RUN = Run("test", "test", "0", "0", "0")
PERSON, OFFICE, AGENCY, OUTLET = SourceKind.PERSON, SourceKind.OFFICE, SourceKind.AGENCY, SourceKind.OUTLET
ORGANISATION = SourceKind.ORGANISATION

_ACTS = {"denied": Act.DENY, "deny": Act.DENY, "intend": Act.INTEND, "intends": Act.INTEND}

Voice = tuple[str, SourceKind, str, str]
"""Name, kind, the words that name it here (may be empty), the cue (may be empty)."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """A block a line: the first is the headline; "Read:" lines are related links; the rest are paragraphs."""
    made, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = (
                BlockKind.RELATED if line.startswith("Read:") else BlockKind.PARAGRAPH if made else BlockKind.HEADLINE
            )
            made.append(Block(kind, Span(at, at + len(line)), "test"))
        at += len(line) + 1
    return tuple(made)


def moment(when: str) -> Moment:
    """``2023-11-14T18:40+00:00`` or any shorter form."""
    return Moment(when[:-6], when[-6:]) if len(when) > 16 and when[-6] in "+-" else Moment(when, None)


def account(text: str, outlet: str, when: str | None, *said: tuple[str, Sequence[Voice]], **named: str) -> Reading:
    """A reading of ``text`` by ``outlet``; each of ``said`` is a content found in the text and its voices, outermost first.

    ``named`` maps words of the text, with ``_`` for a space, to the name of the entity that they mean.
    """
    text_hash = text_sha256(text)
    report = Report(
        id=content_id("report", text_hash, extra=[outlet]),
        capture="capture-test",
        text=text,
        text_sha256=text_hash,
        blocks=blocks_of(text),
        extraction="test",
        outlet=Field(outlet, "given"),
        published=Field(moment(when), "given") if when else None,
    )
    statements = tuple(_statement(report, content, voices) for content, voices in said)
    mentions, entities = _named(text, named)
    return Reading(report, statements, RUN, mentions, entities, where=f"{outlet}.txt")


def _statement(report: Report, content: str, voices: Sequence[Voice]) -> Statement:
    start = report.text.index(content)
    quoted = report.text[:start].rstrip()[-1:] in ("“", "«")
    form = Form.NARRATION if not voices else Form.DIRECT if quoted else Form.INDIRECT
    outlet = Source(SourceKind.OUTLET, Implied("outlet"), report.outlet.value if report.outlet else None)
    act = Act.REPORT if voices else Act.NARRATE
    chain = [Link(outlet, Implied("outlet"), act, Factuality.CERTAIN, 1.0, "test")]
    chain += [_link(report.text, start, voice) for voice in voices]
    span = Span(start, start + len(content))
    made = content_id("statement", report.text_sha256, (span,))
    return Statement(made, report.id, (span,), form, Mood.ASSERTED, tuple(chain), 1.0, "test")


def _link(text: str, near: int, voice: Voice) -> Link:
    name, kind, words, cue = voice
    source = Source(kind, _stated(text, words, near), name, words or None)
    act = Act.REPORT if kind in (AGENCY, OUTLET) else _ACTS.get(cue.split(" ")[-1], Act.STATE)
    return Link(source, _stated(text, cue, near), act, Factuality.CERTAIN, 1.0, "test")


def _stated(text: str, words: str, near: int) -> Stated | Implied:
    """The occurrence nearest to a place."""
    found = [i for i in range(len(text)) if words and text.startswith(words, i)]
    if not found:
        return Implied("test")
    at = min(found, key=lambda i: abs(i - near))
    return Stated((Span(at, at + len(words)),))


def _named(text: str, named: dict[str, str]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    mentions, entities = [], []
    for i, (key, name) in enumerate(named.items()):
        words = key.replace("_", " ")
        at = text.index(words)
        span = Span(at, at + len(words))
        mentions.append(Mention(f"m{i}", span, MentionKind.PRONOUN, words, f"e{i}", 1.0, "test"))
        entities.append(Entity(f"e{i}", name, MentionKind.ORGANISATION, (f"m{i}",)))
    return tuple(mentions), tuple(entities)


def with_places(reading: Reading, *toponyms: str, wide: Sequence[str] = ()) -> Reading:
    """The reading with every occurrence of some toponyms as a place; those in ``wide`` are countries."""
    text = reading.report.text
    made = []
    for toponym in (*toponyms, *wide):
        for match in re.finditer(rf"\b{re.escape(toponym)}\b", text):
            span = Span(*match.span())
            kind = PlaceKind.COUNTRY if toponym in wide else None
            made.append(Place(f"p{span.start}", span, toponym, Stated((span,)), 1.0, "test", kind=kind))
    return replace(reading, places=tuple(made))


def with_control(reading: Reading, holder: str, trigger: str, place: str, status: ControlStatus) -> Reading:
    """The reading with a record of control in its first statement."""
    at = {
        words: Stated((Span(i, i + len(words)),))
        for words in (holder, trigger, place)
        if (i := reading.report.text.index(words)) >= 0
    }
    record = Control(
        "c0", reading.report.id, reading.statements[0].id, at[trigger].spans, status, True, 1.0, "test",
        (Part(at[holder], holder),), (Part(at[place], place),),
    )  # fmt: skip
    return replace(reading, control=(record,))
