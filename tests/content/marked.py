"""Scenes of one paragraph from words with their parts of speech and arcs written beside them.

``"The|DET army|NOUN|nsubj|took took|VERB Dorva|PROPN|dobj|took"``: word, part of speech, relation, head (the nearest such word). A
word that begins with ``~`` stands right behind the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.content.scene import Scene
from accordingto.language.flow import flow_of
from accordingto.language.sentences import sentences
from accordingto.language.syntax import Syntax
from accordingto.mentions.quantities import quantities
from accordingto.model import (
    Act,
    Block,
    BlockKind,
    Evidence,
    Factuality,
    Form,
    Implied,
    Link,
    Mood,
    Place,
    Report,
    Source,
    SourceKind,
    Span,
    Stated,
    Statement,
    text_sha256,
)
from accordingto.resources.quantities import open_quantity_words


def parsed(marked: str) -> Syntax:
    """The syntax that the marks give; a word without head is its own."""
    rows = [token.removeprefix("~").split("|") for token in marked.split()]
    text, starts = "", []
    for token, row in zip(marked.split(), rows, strict=True):
        text += "" if token.startswith("~") or not text else " "
        starts.append(len(text))
        text += row[0]
    heads = [_head(row, i, rows) for i, row in enumerate(rows)]
    relations = [row[2] if len(row) > 2 else "ROOT" for row in rows]
    ends = [start + len(row[0]) for start, row in zip(starts, rows, strict=True)]
    return Syntax(text, starts, ends, [row[1] if len(row) > 1 else "X" for row in rows], heads, relations)


def _head(row: Sequence[str], i: int, rows: Sequence[Sequence[str]]) -> int:
    if len(row) < 4:
        return i
    return min(
        (j for j, other in enumerate(rows) if other[0] == row[3] and j != i), key=lambda j: abs(j - i), default=i
    )


def scene_of(marked: str, *, source: str = "", content: str = "", places: Sequence[str] = ()) -> Scene:
    """A scene of one statement: narration, or what ``source`` says; its content is the whole text unless told."""
    syntax = parsed(marked)
    text = syntax.text
    report = Report(
        "report-1",
        "capture-1",
        text,
        text_sha256(text),
        (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test"),),
        "test",
    )
    links = (_link(Implied("test"), SourceKind.OUTLET),)
    if source:
        links += (_link(Stated((at(source, text),)), SourceKind.PERSON),)
    statement = Statement(
        "s1", report.id, (at(content or text, text),), Form.INDIRECT, Mood.ASSERTED, links, 1.0, "test"
    )
    named = tuple(Place(f"p-{word}", at(word, text), word, Implied("test"), 1.0, "test") for word in places)
    return Scene(
        report, flow_of(report), syntax, tuple(sentences(text)), (statement,),
        places=named, quantities=quantities(text, open_quantity_words()),
    )  # fmt: skip


def _link(evidence: Evidence, kind: SourceKind) -> Link:
    source = Source(kind, evidence, "Somebody")
    return Link(source, Implied("test"), Act.STATE, Factuality.CERTAIN, 1.0, "test")


def at(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
