"""Estimates: the quantities of people, things, money or area that a statement puts forward as a count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.content.counted import PEOPLE, Counted, counted
from accordingto.content.parts import part_for
from accordingto.content.scene import Scene
from accordingto.language.syntax import Syntax
from accordingto.model import Estimate, Evidence, Inherited, Part, Quantity, Span, content_id, spans_of
from accordingto.resources.counting import CountingWords

LEFT_OUT = ("distance", "duration", "temperature")
NEAR = 160
"""Characters from one count to the sentence of another that goes on with it."""
FURTHEST = 14
"""Words behind a count in which its place is sought."""
_COMPOUND = re.compile(r"[-‑](?!strong\b)[^\W\d_]")
"""A 22-truck convoy: the number belongs to a compound."""
_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|which)|of (?:them|whom|which)|amongst them)\b[^.;]*$", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+(?:more )?of (?:them|whom|which|these|those)\b", re.IGNORECASE)
_LISTED = re.compile(r"[^.;:“”\"]{0,40}(?:,| and) ")
_BEFORE = re.compile(r"([\w’']+)[\s“\"‘]+$")
_ACTS = frozenset(("VERB", "AUX"))
_IN_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "X")
_JOINING = frozenset("-‑’'")
SCORE_NOUN, SCORE_BARE = 0.9, 0.6
"""On the field corpus' first half nine of ten quantities with a noun are estimates, six of ten without."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A quantity that a statement puts forward, and what it counts."""

    quantity: Quantity
    found: Counted
    statement: str

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
    for drawn in _drawn(scene, words):
        estimate = _estimate(drawn, last, scene, words)
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
            yield _Drawn(quantity, counted(quantity, scene, words), statement.id)


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


def _estimate(drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene, words: CountingWords) -> Estimate:
    quantity, found = drawn.quantity, drawn.found
    span = scene.archived([quantity.span])
    return Estimate(
        id=content_id("estimate", scene.report.text_sha256, span),
        report=scene.report.id,
        statement=drawn.statement,
        span=span,
        low=quantity.low,
        high=quantity.high,
        unit=found.unit or _carried(drawn, last, scene, words) or PEOPLE,
        score=SCORE_NOUN if found.unit else SCORE_BARE,
        by=f"estimates:{found.rule}",
        approximate=quantity.approximate,
        what=scene.stated(found.what) if found.what else _carried_what(drawn, last, scene, words),
        places=located(drawn.span, found, scene, words),
        part_of=_part_of(drawn, last, scene),
    )


def _carried(drawn: _Drawn, last: tuple[Span, Estimate] | None, scene: Scene, words: CountingWords) -> str | None:
    """The unit of what was counted just before, where the words go on with it."""
    if last is None:
        return None
    before = _BEFORE.search(scene.flow.text, max(0, drawn.span.start - 24), drawn.span.start)
    goes_on = drawn.found.carried or bool(before and before[1].lower() in words.carrying)
    between = scene.flow.text[last[0].end : scene.sentence_of(drawn.span).start]
    near = len(between) < NEAR and "\n" not in between.strip()
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
    if _INCLUDING.search(text, last[0].end, drawn.span.start) or _OF_THEM.match(text, drawn.span.end):
        return last[1].part_of or last[1].id
    listed = _LISTED.fullmatch(text, last[0].end, drawn.span.start)
    return last[1].part_of if listed else None


def located(quantity: Span, found: Counted, scene: Scene, words: CountingWords) -> tuple[Part, ...]:
    """Where the counted things are: the first phrase of place behind them, else one that opens the sentence."""
    sentence, syntax, what = scene.sentence_of(quantity), scene.syntax, found.what
    if what and found.unit == "%" and is_place(what, scene, words):
        return (part_for(what, scene),)
    begin = max(quantity.end, what.end if what else 0)
    behind = syntax.inside(Span(begin, sentence.end)) if begin < sentence.end else range(0)
    among = [syntax.inside(what)] if what else []
    among.append(behind[: _clause_end(behind, scene)])
    if sentence.start < quantity.start:
        opening = syntax.inside(Span(sentence.start, quantity.start))
        among += [opening] if syntax.lower(opening.start) in words.locating else []
    parts = (_place_in(part, scene, words) for part in among)
    return tuple(part for part in parts if part)[:1]


def _clause_end(behind: range, scene: Scene) -> int:
    """How many words behind a count still speak of it."""
    syntax = scene.syntax
    for number, word in enumerate(behind[:FURTHEST]):
        if (
            syntax.pos[word] in ("SCONJ", "CCONJ")
            or syntax.word(word) in ';:“”"'
            or syntax.lower(word) in ("which", "that", "who")
        ):
            return number
    return FURTHEST


def _place_in(among: range, scene: Scene, words: CountingWords) -> Part | None:
    """The first noun phrase behind a preposition of place that is one."""
    syntax = scene.syntax
    for word in among:
        if syntax.lower(word) == "there" and syntax.relations[word] != "expl":
            return part_for(Span(syntax.starts[word], syntax.ends[word]), scene)
        if syntax.lower(word) not in words.locating:
            continue
        relative = word + 1 < among.stop and syntax.lower(word + 1) == "of"
        found = phrase_at(word + 1 + relative, among.stop, syntax)
        if found and is_place(found, scene, words):
            return part_for(Span(syntax.starts[word], found.end) if relative else found, scene)
    return None


def phrase_at(first: int, stop: int, syntax: Syntax) -> Span | None:
    """The plain noun phrase that begins at a word, its articles included."""
    word = first
    while word < stop and (syntax.pos[word] in _IN_PHRASE or syntax.word(word) in _JOINING):
        word += 1
    while word > first and syntax.pos[word - 1] not in ("NOUN", "PROPN"):
        word -= 1
    return Span(syntax.starts[first], syntax.ends[word - 1]) if word > first else None


def is_place(phrase: Span, scene: Scene, words: CountingWords) -> bool:
    """Whether a phrase names a place or ends in a noun of places."""
    archived = scene.archived([phrase])
    if any(place.span.overlaps(part) and not place.demonym for place in scene.places for part in archived):
        return True
    return scene.syntax.lower(scene.syntax.inside(phrase).stop - 1) in words.places
