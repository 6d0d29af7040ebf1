"""Recast: what a report made of a statement that it has from another, in who acts, certainty, place and day.

These are looked for only between a report and the source that it names. There what is not in the source at all cannot be from it: a
place that the source nowhere names, put where the source names another, is a place changed; two independent accounts would only differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.compare.candidates import Weights
from accordingto.compare.normalise import tokens_of
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.compare.standing import agents_differ
from accordingto.model import Difference, Factuality, Passage, Place, PlaceKind, Slot, Span, overlap, spans_of, text_of

RECAST = (Slot.CERTAINTY, Slot.PLACE, Slot.TIME)
"""The slots that are looked at here against the whole of the source, and not in one statement of it."""

COVERED = 0.7
"""Weighted share of a hedged clause that must stand in the other statement for the two to be about one thing."""

_MONTH = re.compile(r"May\b|MAY\b")
"""Inside a sentence the month; small letters hedge."""

_OPEN = (Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.POSSIBLE_NOT, Factuality.PROBABLE_NOT)

_WIDE = (PlaceKind.CONTINENT, PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION)
"""Places that may stand for a narrower one: "in northern Orvenia" is not another place than the town."""


@dataclass(frozen=True, slots=True)
class _Hedged:
    """A clause that leaves open whether it is so: the hedge, and what is hedged."""

    span: Span
    forms: frozenset[str]


def recast(source: Said, report: Said, theirs: Sequence[Said], weights: Weights, frame: Frame) -> list[Difference]:
    """The differences of a report's statement from that of the source that it names.

    Args:
        source: The nearest statement of the source.
        report: The statement.
        theirs: All statements of the source's body.
        weights: How much words tell.
        frame: What comparisons share.
    """
    found = (
        _acted(source, report, frame),
        _raised(report, theirs, weights, frame),
        _lowered(source, report, theirs, weights, frame),
        _moved(source, report),
        _dated(source, report, theirs),
    )
    return [difference for difference in found if difference is not None]


def _acted(source: Said, report: Said, frame: Frame) -> Difference | None:
    """Somebody else who acts, where one of the two is in the passive."""
    found = agents_differ(source, report, frame)
    return _difference(Slot.ACTOR, source, found[0], report, found[1]) if found else None


def _raised(report: Said, theirs: Sequence[Said], weights: Weights, frame: Frame) -> Difference | None:
    """What the source leaves open and the report puts as a fact."""
    mine = _hedges(report, frame)
    for source in theirs:
        for hedged in _hedges(source, frame):
            about = _covers(report.forms, hedged.forms, weights)
            own = any(_covers(one.forms, hedged.forms & report.forms, weights) for one in mine)
            if about and not own and not _plainly(hedged, source, theirs, weights, frame):
                return _difference(Slot.CERTAINTY, source, hedged.span, report, _whole(report))
    return None


def _lowered(source: Said, report: Said, theirs: Sequence[Said], weights: Weights, frame: Frame) -> Difference | None:
    """What the source puts as a fact and the report leaves open."""
    for hedged in _hedges(report, frame):
        open_too = any(
            _covers(one.forms, hedged.forms & source.forms, weights) for s in theirs for one in _hedges(s, frame)
        )
        if _covers(source.forms, hedged.forms, weights) and not open_too:
            return _difference(Slot.CERTAINTY, source, _whole(source), report, hedged.span)
    return None


def _plainly(hedged: _Hedged, source: Said, theirs: Sequence[Said], weights: Weights, frame: Frame) -> bool:
    """Whether the source says elsewhere, and leaves nothing open, what it hedges here."""
    return any(
        other is not source and not _hedges(other, frame) and _covers(other.forms, hedged.forms, weights)
        for other in theirs
    )


def _covers(forms: Iterable[str], wanted: frozenset[str], weights: Weights) -> bool:
    whole = weights.total(wanted)
    return whole > 0 and weights.total(wanted.intersection(forms)) >= COVERED * whole


def _hedges(said: Said, frame: Frame) -> list[_Hedged]:
    """The hedged clauses of a statement; all of it where its voice itself leaves it open."""
    found = []
    for part in said.parts:
        for match in frame.words.hedges.finditer(said.text, part.start, part.end):
            if _MONTH.match(said.text, match.start()) and match.start() > part.start:
                continue
            hedge = Span(match.start(), match.end())
            found.append(_Hedged(hedge, frozenset(_clause(said, hedge, part, frame))))
    if not found and said.statement.factuality in _OPEN and said.statement.voices:
        cue = spans_of(said.statement.innermost.cue)
        found.append(_Hedged(cue[0] if cue else said.parts[0], said.forms))
    return [one for one in found if one.forms]


def _clause(said: Said, hedge: Span, part: Span, frame: Frame) -> list[str]:
    """The forms of the clause around a hedge, without it: up to a mark or a word that breaks clauses, on either side."""
    before: list[str] = []
    after: list[str] = []
    for token in said.tokens:
        if not part.start <= token.start < part.end:
            continue
        gap = said.text[max(part.start, token.start - 2) : token.start]
        breaks = token.word in (*frame.words.clause_breaks, "and", "that") or any(mark in gap for mark in ",;:–—.")
        if breaks and token.start <= hedge.start:
            before = []
        elif breaks and after:
            break
        form = frame.canon.of(token)
        if form is not None and not hedge.overlaps(Span(token.start, token.end)):
            (before if token.start < hedge.start else after).append(form)
    return [*before, *after]


def _moved(source: Said, report: Said) -> Difference | None:
    """A place that the source does not name, in the place of one that it does."""
    mine = [place for place in _places(report) if not _named(place, source.text)]
    others = [place for place in _places(source) if not _named(place, text_of(report.text, report.parts))]
    for place in mine:
        for other in others:
            if _before(report.text, place.span) == _before(source.text, other.span):
                return _difference(Slot.PLACE, source, other.span, report, place.span)
    return None


def _places(said: Said) -> list[Place]:
    """The narrow places of a statement, adjectives left out."""
    return [
        place
        for place in said.account.places
        if overlap((place.span,), said.parts) and not place.demonym and place.kind not in _WIDE
    ]


def _named(place: Place, text: str) -> bool:
    return re.search(rf"\b{re.escape(place.toponym)}", text, re.IGNORECASE) is not None


def _before(text: str, span: Span) -> str:
    """The word before a place, its article left out."""
    words = [token.word for token in tokens_of(text[max(0, span.start - 30) : span.start]) if token.word != "the"]
    return words[-1] if words else ""


def _dated(source: Said, report: Said, theirs: Sequence[Said]) -> Difference | None:
    """A day that the source does not give for it, in the place of one that it does."""
    mine, others = _days(report), _days(source)
    if not mine or not others or {day for day, _ in mine} & {day for one in (source, *theirs) for day, _ in _days(one)}:
        return None
    return _difference(Slot.TIME, source, others[0][1], report, mine[0][1])


def _days(said: Said) -> list[tuple[str, Span]]:
    """The days that a statement names, as ISO dates, with their words."""
    found = []
    for time in said.account.times:
        spans = spans_of(time.evidence)
        if time.start and time.start == time.end and spans and overlap(spans, said.parts):
            found.append((time.start, spans[0]))
    return found


def _whole(said: Said) -> Span:
    return said.statement.content[0]


def _difference(slot: Slot, a: Said, ours: Span, b: Said, theirs: Span) -> Difference:
    return Difference(
        slot, Passage(a.report, (ours,)), Passage(b.report, (theirs,)), ours.of(a.text), theirs.of(b.text)
    )
