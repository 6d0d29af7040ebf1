"""Estimates: the quantities of people, things, money or area that a statement puts forward as a count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.content.counted import PEOPLE, Counted, counted
from accordingto.content.located import located_names
from accordingto.content.scene import Scene
from accordingto.content.when import as_of
from accordingto.content.where import Where
from accordingto.model import Estimate, Evidence, Inherited, Quantity, Span, Statement, content_id, spans_of
from accordingto.resources.counting import CountingWords

LEFT_OUT = ("distance", "duration", "temperature")
NEAR = 160
"""Characters from one count to the sentence of another that goes on with it."""
_COMPOUND = re.compile(r"[-‑](?!strong\b)[^\W\d_]")
"""A 22-truck convoy: the number belongs to a compound."""
_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|which)|of (?:them|whom|which)|amongst them)\b[^.;]*$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+(?:more )?of (?:them|whom|which|these|those)\b", re.IGNORECASE)
_LISTED = re.compile(r"[^.;:“”\"]{0,40}(?:,| and) ")
_BEFORE = re.compile(r"([\w’']+)[\s“\"‘]+$")
_ACTS = frozenset(("VERB", "AUX"))
SCORE_NOUN, SCORE_BARE = 0.9, 0.6
"""On the field corpus' first half nine of ten quantities with a noun are estimates, six of ten without."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A quantity that a statement puts forward, and what it counts."""

    quantity: Quantity
    found: Counted
    statement: Statement

    @property
    def span(self) -> Span:
        return self.quantity.span


def estimates(scene: Scene, words: CountingWords) -> tuple[Estimate, ...]:
    """The estimates of a report in text order.

    Args:
        scene: with its quantities and, where estimates are to have places, its places.
        words: from `accordingto.resources.counting.open_counting_words`.
    """
    made: list[Estimate] = []
    last: tuple[Span, Estimate] | None = None
    where = Where(scene, words, located_names(scene.syntax, words.control))
    for drawn in _drawn(scene, words):
        estimate = _estimate(drawn, last, scene, words, where)
        made.append(estimate)
        if estimate.unit != "%":
            last = drawn.span, estimate
    return tuple(made)


def _drawn(scene: Scene, words: CountingWords) -> Iterator[_Drawn]:
    sources = _sources(scene)
    for quantity in scene.quantities:
        span = quantity.span
        if words.quantities.kind_of(quantity.measure) in LEFT_OUT or _COMPOUND.match(scene.flow.text, span.end):
            continue
        if _refers(quantity, scene, words) or _names(span, scene) or any(source.contains(span) for source in sources):
            continue
        statement = scene.statement_near(span)
        if statement is not None:
            yield _Drawn(quantity, counted(quantity, scene, words), statement)


def _sources(scene: Scene) -> list[Span]:
    """Where voices are named: "two officials" who speak are counted by nobody."""
    named = {part for s in scene.statements for link in s.voices for part in spans_of(link.source.evidence)}
    return [span for span in map(scene.running, sorted(named)) if span]


def _refers(quantity: Quantity, scene: Scene, words: CountingWords) -> bool:
    """Whether it only refers to so many known ones: "the two sides"."""
    if quantity.measure or quantity.high is None or quantity.low != quantity.high or quantity.low > words.most_known:
        return False
    text, span = scene.flow.text, quantity.span
    if quantity.low == 1 and (of_them := _OF_THEM.match(text, span.end)):
        return bool(
            _ACTS.intersection(scene.syntax.pos[w] for w in scene.syntax.inside(Span(of_them.end(), of_them.end() + 2)))
        )
    before = _BEFORE.search(text, max(0, span.start - 24), span.start)
    return bool(before and before[1].lower() in words.known)


def _names(span: Span, scene: Scene) -> bool:
    """Whether the number belongs to a name before it: "Exercise Lion 16"."""
    syntax = scene.syntax
    heads = [(word, syntax.heads[word]) for word in syntax.inside(span) if syntax.relations[word] == "nummod"]
    return any(head == word - 1 and syntax.pos[head] == "PROPN" for word, head in heads)


def _estimate(
    drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene, words: CountingWords, where: Where
) -> Estimate:
    quantity, found = drawn.quantity, drawn.found
    span = scene.archived([quantity.span])
    return Estimate(
        id=content_id("estimate", scene.report.text_sha256, span),
        report=scene.report.id,
        statement=drawn.statement.id,
        span=span,
        low=quantity.low,
        high=quantity.high,
        unit=found.unit or _carried(drawn, last, scene, words) or PEOPLE,
        score=SCORE_NOUN if found.unit else SCORE_BARE,
        by=f"estimates:{found.rule}",
        approximate=quantity.approximate,
        what=scene.stated(found.what) if found.what else _carried_what(drawn, last, scene, words),
        places=where.places(drawn.span, found, drawn.statement),
        as_of=as_of(quantity.span, drawn.statement, scene),
        part_of=_part_of(drawn, last, scene),
    )


def _carried(drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene, words: CountingWords) -> str | None:
    """The unit of what was counted just before, where the words go on with it."""
    if last is None:
        return None
    before = _BEFORE.search(scene.flow.text, max(0, drawn.span.start - 24), drawn.span.start)
    goes_on = drawn.found.carried or drawn.found.rule == "bare" or bool(before and before[1].lower() in words.carrying)
    between = scene.flow.text[last[0].end : scene.sentence_of(drawn.span).start]
    near = len(between) < NEAR and "\n" not in between
    return last[1].unit if goes_on and near else None


def _carried_what(
    drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene, words: CountingWords
) -> Evidence | None:
    if last is None or last[1].what is None or _carried(drawn, last, scene, words) is None:
        return None
    return Inherited(last[1].id, "estimates:carried", spans_of(last[1].what))


def _part_of(drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene) -> str | None:
    """The estimate that this one is a part of: the one before it in the sentence."""
    if last is None or scene.sentence_of(drawn.span) != scene.sentence_of(last[0]):
        return None
    text = scene.flow.text
    if (
        _INCLUDING.search(text, last[0].end, drawn.span.start)
        or _OF_THEM.match(text, drawn.span.end)
        or drawn.found.rule == "part"
    ):
        return last[1].part_of or last[1].id
    listed = _LISTED.fullmatch(text, last[0].end, drawn.span.start)
    return last[1].part_of if listed else None
