"""Two statements compared slot by slot: actor, number, polarity, and the words of a quotation."""

from __future__ import annotations

import re

from accordingto.compare.naming import same_actor, subject_of
from accordingto.compare.numbers import Quantity, paired, quantities
from accordingto.compare.polarity import Pole, compared
from accordingto.compare.said import Said
from accordingto.compare.sides import Frame as Frame  # noqa: PLC0414
from accordingto.model import Difference, Form, Passage, Relation, RelationKind, Slot, Spans, hull, text_of

SAME_WORDS = 0.9
"""Share of equal content words from which a statement repeats another; below it re-words."""

NEGATION_WORDS = 5
"""Negators that stand further apart are named one by one."""

BY = "compare/slots-1"


def relation(a: Said, b: Said, score: float, frame: Frame) -> Relation:
    """Compare two statements on one subject; ``score`` is the similarity that made them candidates."""
    found = differences(a, b, frame)
    return Relation(a.id, b.id, _kind(a, b, found, frame), found, round(min(1.0, score), 4), BY)


def differences(a: Said, b: Said, frame: Frame) -> tuple[Difference, ...]:
    """The slots in which two statements differ, with the words on both sides."""
    return (*_actor(a, b, frame), *_number(a, b, frame), *_polarity(a, b, frame), *_quote(a, b))


def _kind(a: Said, b: Said, differences: tuple[Difference, ...], frame: Frame) -> RelationKind:
    slots = {difference.slot for difference in differences}
    if slots & {Slot.ACTOR, Slot.POLARITY}:
        return RelationKind.CONTRADICTS
    if Slot.NUMBER in slots:
        return _number_kind(quantities(a, frame.canon, frame.words), quantities(b, frame.canon, frame.words))
    common = len(a.forms & b.forms) / max(1, len(a.forms | b.forms))
    return RelationKind.REPEATS if common >= SAME_WORDS and Slot.QUOTE not in slots else RelationKind.REWORDS


def _number_kind(a: list[Quantity], b: list[Quantity]) -> RelationKind:
    apart = any(x.high < y.low or y.high < x.low for x, y in paired(a, b))
    return RelationKind.CONTRADICTS if apart else RelationKind.NARROWS


def _actor(a: Said, b: Said, frame: Frame) -> list[Difference]:
    one, other = (subject_of(said, frame.words, frame.abbreviations) for said in (a, b))
    if one is None or other is None or same_actor(one, other, frame.words) is not False:
        return []
    return [_difference(Slot.ACTOR, (a, (one.span,), one.value), (b, (other.span,), other.value))]


def _number(a: Said, b: Said, frame: Frame) -> list[Difference]:
    ours, theirs = (quantities(said, frame.canon, frame.words) for said in (a, b))
    return [
        _difference(Slot.NUMBER, (a, (x.span,), x.span.of(a.text)), (b, (y.span,), y.span.of(b.text)))
        for x, y in paired(ours, theirs)
        if x.bounds != y.bounds
    ]


def _polarity(a: Said, b: Said, frame: Frame) -> list[Difference]:
    poles = compared(a, b, frame.canon, frame.words)
    if poles is None or poles[0].sign == poles[1].sign:
        return []
    one, other = poles
    ours, theirs = one.negators or (one.turned,), other.negators or (other.turned,)
    return [_difference(Slot.POLARITY, (a, ours, _pole_value(a.text, one)), (b, theirs, _pole_value(b.text, other)))]


def _pole_value(text: str, pole: Pole) -> str:
    """The negators with what stands between them and the word they turn: "no intention", "not rule out striking"."""
    if not pole.negators:
        return pole.turned.of(text)
    whole = hull(pole.negators)
    following = re.match(r"\s+\w+", text[whole.end :])
    near = len(whole.of(text).split()) <= NEGATION_WORDS
    return whole.of(text) + (following[0] if following else "") if near else text_of(text, pole.negators)


def _quote(a: Said, b: Said) -> list[Difference]:
    """Two quotations of which one is not the other cut short."""
    if not a.statement.form is b.statement.form is Form.DIRECT:
        return []
    ours, theirs = ([token.word for token in said.tokens] for said in (a, b))
    short, long = sorted((ours, theirs), key=len)
    if any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return []
    one, other = ((said, said.statement.content, text_of(said.text, said.statement.content)) for said in (a, b))
    return [_difference(Slot.QUOTE, one, other)]


def _difference(slot: Slot, a: tuple[Said, Spans, str], b: tuple[Said, Spans, str]) -> Difference:
    (one, ours, a_value), (other, theirs, b_value) = a, b
    return Difference(slot, Passage(one.report, ours), Passage(other.report, theirs), a_value, b_value)
