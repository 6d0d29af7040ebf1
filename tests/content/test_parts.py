"""Which entity, actor and place a phrase means. The words are of the sample world; syntax is left out or given by hand."""

import re

import pytest

from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.language.flow import flow_of
from accordingto.language.syntax import Syntax
from accordingto.model import (
    Block,
    BlockKind,
    Entity,
    Implied,
    Mention,
    MentionKind,
    Place,
    Report,
    Span,
    spans_of,
    text_sha256,
)

TEXT = "A convoy of the Kharan Front left Manshar, and Orvenian doctors of the Front’s hospital stayed."


def report_of(text: str) -> Report:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), "test")
    return Report("report-1", "capture-1", text, text_sha256(text), (block,), "test")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def scene_of(*mentions: tuple[str, MentionKind, str | None]) -> Scene:
    report = report_of(TEXT)
    made = tuple(Mention(f"m{i}", at(w), kind, w, entity, 1.0, "test") for i, (w, kind, entity) in enumerate(mentions))
    entities = (Entity("front", "Kharan Front", MentionKind.ORGANISATION, ("m0",), actor="kf", actor_by="registry"),)
    place = Place("p0", at("Manshar"), "Manshar", Implied("test"), 1.0, "test")
    words = [Span(m.start(), m.end()) for m in re.finditer(r"[\w’]+", TEXT)]
    syntax = Syntax(
        TEXT, [w.start for w in words], [w.end for w in words], [""] * len(words), range(len(words)), [""] * len(words)
    )
    return Scene(report, flow_of(report), syntax, (Span(0, len(TEXT)),), (), made, entities, (place,))


FRONT = ("Kharan Front", MentionKind.ORGANISATION, "front")
ORVENIAN = ("Orvenian", MentionKind.NATIONALITY, None)


@pytest.mark.parametrize(
    ("words", "actor", "place"),
    [
        ("the Kharan Front", "kf", None),
        ("A convoy of the Kharan Front", None, None),
        ("Orvenian doctors", None, None),
        ("Manshar", None, "p0"),
    ],
)
def test_a_phrase_means_what_its_head_means(words: str, actor: str | None, place: str | None) -> None:
    part = part_for(at(words), scene_of(FRONT, ORVENIAN))
    assert (part.actor, part.place, part.words) == (actor, place, words)
    assert spans_of(part.evidence) == (at(words),)


def test_the_longest_mention_with_an_entity_wins() -> None:
    part = part_for(at("the Kharan Front"), scene_of(FRONT, ("Front", MentionKind.OTHER, None)))
    assert part.entity == "front"
