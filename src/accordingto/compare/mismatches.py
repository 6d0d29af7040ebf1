"""Against the named source: where a report gives another as where it has a statement from, and that one says something else.

A statement is held against the named report's own words: its nearest statement in the body, of all its reports that the credit may
mean. By the rules a difference counts only if no other statement of the source on the same thing agrees: what a report says in its
lead it often says again, more fully or less, further down. Where it is known how likely statements are about one thing, what the rules
found is weighed with all else that speaks for a change (`accordingto.compare.misreport`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from accordingto.compare.accounts import sentences_of
from accordingto.compare.candidates import Weights, weights_of
from accordingto.compare.clauses import clauses
from accordingto.compare.counterparts import Counterparts
from accordingto.compare.credits import Credit
from accordingto.compare.governing import governed
from accordingto.compare.hand import Handful
from accordingto.compare.lineage import edges
from accordingto.compare.misreport import Credited, Held, Misreport
from accordingto.compare.normalise import tokens_of
from accordingto.compare.outlets import same_outlet
from accordingto.compare.pace import pace_differs
from accordingto.compare.quoted import Quoted, altered, quoted, reworded
from accordingto.compare.recast import RECAST, recast
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.standing import stands
from accordingto.compare.together import NOTHING_LEARNT, Together
from accordingto.model import (
    Difference,
    Form,
    Lineage,
    Mismatch,
    Passage,
    QuoteGroup,
    RelationKind,
    Slot,
    Span,
    overlap,
)

if TYPE_CHECKING:
    from accordingto.compare.travel import Ready

Utterances = Mapping[str, Sequence[tuple[int, Span]]]

BY = "compare/mismatches-1"

ORDER = (Slot.QUOTE, Slot.ACTOR, Slot.CONTROL, Slot.NUMBER, Slot.PLACE, Slot.CERTAINTY, Slot.POLARITY, Slot.TIME)
"""Of several differences the graver first; a hedge before a negation, which may be of a part of the clause only."""

PACED = 3
"""Statements of the source, the nearest first, among which that with the number of a pace is sought."""

AS_NEAR = 0.75
"""Share of the best similarity from which another statement of the source is on the same thing, and may agree."""


def mismatches(
    hand: Handful,
    said: Mapping[str, Sequence[Said]],
    frame: Frame,
    lineage: Sequence[Lineage] | None = None,
    quotes: Sequence[QuoteGroup] = (),
    together: Together = NOTHING_LEARNT,
) -> tuple[Mismatch, ...]:
    """Compare what reports give a named source for with what that source says.

    Args:
        hand: The reports with their credits.
        said: Their statements.
        frame: What comparisons share.
        lineage: What each took from; found anew where it is not given.
        quotes: What they quote, each utterance across the reports.
        together: How likely any two statements are about one thing, where that is known.

    Returns:
        One for each slot of a statement that was changed, in canonical order, or, by the rules alone, one for each clause that differs;
        ``a`` of its differences is on the side of the source.
    """
    lineage = edges(hand) if lineage is None else lineage
    weights = weights_of([one for statements in said.values() for one in statements])
    found, credited, asking = _asking(hand, said, frame, lineage, quotes, together, weights)
    return _likeliest(asking.weighed(credited, found)) if together.at else tuple(found)


def held_against(made: Ready, together: Together) -> Iterator[Held]:
    """All statements that `mismatches` weighs where it is known how likely statements are about one thing."""
    found, credited, asking = _asking(
        made.hand, made.said, made.frame, made.lineage, made.quotes, together, made.weights
    )
    for one in credited:
        yield from asking.held(one, found)


def _asking(
    hand: Handful,
    said: Mapping[str, Sequence[Said]],
    frame: Frame,
    lineage: Sequence[Lineage],
    quotes: Sequence[QuoteGroup],
    together: Together,
    weights: Weights,
) -> tuple[list[Mismatch], list[Credited], Misreport]:
    """What the rules find, what is credited, and who weighs both."""
    credited = [one for report in hand.accounts for one in _credited(report, hand, said, frame, lineage)]
    found = _by_rules(credited, hand, said, frame, quotes, Counterparts(weights, frame, together))
    return found, credited, Misreport(Scene(hand, {}, said, {}, frame.words, lineage), weights, frame, together)


def _likeliest(found: Iterable[Mismatch]) -> tuple[Mismatch, ...]:
    """Of several in one slot of a statement the likeliest: it may be held against more than one report of an outlet, or outlet."""
    kept: dict[tuple[str, Slot], Mismatch] = {}
    for one in found:
        key = one.statement, one.differences[0].slot
        if key not in kept or one.score > kept[key].score:
            kept[key] = one
    return tuple(kept.values())


def _credited(
    report: str, hand: Handful, said: Mapping[str, Sequence[Said]], frame: Frame, lineage: Sequence[Lineage]
) -> Iterator[Credited]:
    """The credits of a report to others at hand, with what they stand over."""
    sentences, credits = sentences_of(hand.accounts[report].report), hand.credits_by(report)
    for credit in credits:
        sources = _sources(credit, lineage, hand)
        copied = _reprinted(report, sources, lineage)
        if any(said[source] for source in sources):
            over = governed(credit, said[report], sentences, frame.words, copied)
            others = [other for other in credits if other is not credit]
            yield Credited(credit, sources, frozenset(one.id for one in over), sentences, others)


def _by_rules(
    credited: Sequence[Credited],
    hand: Handful,
    said: Mapping[str, Sequence[Said]],
    frame: Frame,
    quotes: Sequence[QuoteGroup],
    near: Counterparts,
) -> list[Mismatch]:
    """What the rules find, statement by statement, each against the first credit by which they find anything."""
    parts = {report: [part for one in made for part in clauses(one, frame)] for report, made in said.items()}
    utterances = _utterances(quotes)
    pieced = {report: [(report, one) for one in quoted(account.report)] for report, account in hand.accounts.items()}
    found: list[Mismatch] = []
    taken = set[str]()
    for each in credited:
        theirs = [one for source in each.sources for one in said[source]]
        pieces = [part for source in each.sources for part in parts[source]]
        words = [quote for source in each.sources if said[source] for quote in pieced[source]]
        told = _Told({_words(part) for part in pieces}, {_sentence(part) for part in pieces})
        for one in said[each.credit.report]:
            if one.id not in each.governed or one.id in taken:
                continue
            misquote = _misquote(one, theirs, each.credit, words, frame, utterances)
            made = [misquote] if misquote else [*_mismatches(one, pieces, told, each.credit, near, frame)]
            if made:
                taken.add(one.id)
                found += made
    return found


def _sources(credit: Credit, lineage: Sequence[Lineage], hand: Handful) -> list[str]:
    """The reports at hand that a credit means: those of the outlet that this one took from."""
    return [
        edge.target
        for edge in lineage
        if edge.known and edge.source == credit.report and same_outlet(hand.outlet(edge.target), credit.name)
    ]


REPRINT = 0.8
"""Share of a report that another explains from which it is a reprint: naming the other anywhere, it names it for all of its text."""


def _reprinted(report: str, sources: Sequence[str], lineage: Sequence[Lineage]) -> list[Span]:
    """The passages that a report reprints from one of some reports."""
    return [
        span
        for edge in lineage
        if edge.source == report and edge.target in sources and (edge.share or 0.0) >= REPRINT
        for passage in edge.evidence
        if passage.report == report
        for span in passage.spans
    ]


class _Told(NamedTuple):
    """What a source says word for word."""

    clauses: Set[tuple[str, ...]]
    sentences: Set[tuple[str, ...]]


def _mismatches(
    one: Said, theirs: Sequence[Said], told: _Told, credit: Credit, near: Counterparts, frame: Frame
) -> Iterator[Mismatch]:
    """The differences of a statement from its counterparts, clause by clause; what the source says word for word is skipped."""
    named = Passage(one.report, credit.evidence or one.statement.content)
    if _sentence(one) in told.sentences:
        return
    for clause in clauses(one, frame):
        if _words(clause) in told.clauses:
            continue
        found = _of_clause(clause, theirs, near, frame)
        if found:
            differences, source, score = found
            yield Mismatch(one.id, source, named, differences, round(min(1.0, score), 4), BY)


def _words(one: Said) -> tuple[str, ...]:
    return tuple(token.word for token in one.tokens)


def _sentence(one: Said) -> tuple[str, ...]:
    return tuple(token.word for token in tokens_of(one.text, (one.sentence,)))


def _of_clause(
    clause: Said, theirs: Sequence[Said], counterparts: Counterparts, frame: Frame
) -> tuple[tuple[Difference, ...], str, float] | None:
    """The differences of a clause from the nearest one of the source that no other one takes back, with its statement and likeness."""
    near = counterparts.of(clause, theirs)
    if not near:
        return None
    best, other = near[0]
    made = relation(other, clause, best, _fresh(frame))
    beside = [
        relation(more, clause, score, _fresh(frame)).differences
        for score, more in near[1:]
        if score >= AS_NEAR * best and counterparts.on_the_same(clause.forms & other.forms, more.forms)
    ]
    own = [
        d
        for d in made.differences
        if overlap(d.b.spans, clause.parts) and (d.slot not in RECAST or _hardened(d, frame))
    ]
    left = [d for d in own if stands(d, other, clause, frame) and not _taken_back(d.slot, beside)]
    found = recast(other, clause, [source for source in theirs if not source.headline], counterparts.weights, frame)
    left += [d for d in found if d.slot not in {one.slot for one in left}]
    paced = pace_differs(clause, [more for _, more in near[:PACED]], frame)
    if paced and not any(d.slot is Slot.NUMBER for d in left):
        return (paced[0],), paced[1].id, best
    return (tuple(sorted(left, key=lambda d: ORDER.index(d.slot))), other.id, best) if left else None


def _fresh(frame: Frame) -> Frame:
    """A frame that remembers no comparison: clauses bear the id of their statement, and must not be taken for one another."""
    return Frame(frame.canon, frame.words, frame.abbreviations, frame.places)


def _hardened(difference: Difference, frame: Frame) -> bool:
    """Whether a difference in certainty is a hedge of the source that the report has not: what it puts in itself may be its own caution."""
    hedges = frame.words.hedges
    if difference.slot is not Slot.CERTAINTY or hedges.search(difference.b_value):
        return False
    return hedges.search(difference.a_value) is not None


def _misquote(
    one: Said,
    theirs: Sequence[Said],
    credit: Credit,
    words: Sequence[tuple[str, Quoted]],
    frame: Frame,
    utterances: Utterances,
) -> Mismatch | None:
    """A quotation of a statement that the source has in other words."""
    if one.statement.form is Form.NARRATION:
        return None
    ours = quoted(one.account.report, one.statement.content)
    of_one = partial(_of_one_utterance, report=one.report, words=words, utterances=utterances)
    found = altered(ours, [quote for _, quote in words]) or reworded(ours, of_one)
    if found is None:
        return None
    source = next(report for report, quote in words if quote is found.source)
    a, b = Passage(source, (found.source.span,)), Passage(one.report, (found.report.span,))
    holders = [other for other in theirs if other.report == source]
    holder = max(holders, key=lambda other: overlap(other.statement.content, a.spans))
    text = holder.text
    difference = Difference(Slot.QUOTE, a, b, found.source.span.of(text), found.report.span.of(one.text))
    made = (*_against(holder, one, a, b, frame), difference)
    return Mismatch(one.id, holder.id, Passage(one.report, credit.evidence or b.spans), made, 0.9, BY)


def _of_one_utterance(
    one: Quoted, *, report: str, words: Sequence[tuple[str, Quoted]], utterances: Utterances
) -> list[Quoted]:
    """The quoted sentences of a source that stand in one group with one of a report."""
    mine = _groups_at(report, one, utterances)
    return [other for source, other in words if mine & _groups_at(source, other, utterances)]


def _groups_at(report: str, one: Quoted, utterances: Utterances) -> set[int]:
    return {number for number, span in utterances.get(report, ()) if span.overlaps(one.span)}


def _utterances(quotes: Sequence[QuoteGroup]) -> Utterances:
    """The pieces of each report with the number of their group."""
    found: dict[str, list[tuple[int, Span]]] = {}
    for number, group in enumerate(quotes):
        for variant in group.variants:
            found.setdefault(variant.report, []).extend((number, piece) for piece in variant.pieces)
    return found


def _against(source: Said, report: Said, a: Passage, b: Passage, frame: Frame) -> list[Difference]:
    """In what two quoted sentences cannot both be so: then more than the wording was changed."""
    one, other = (_cut_to(said, at, frame) for said, at in ((source, a), (report, b)))
    made = relation(one, other, 1.0, _fresh(frame))
    if made.kind is not RelationKind.CONTRADICTS:
        return []
    return [d for d in made.differences if d.slot not in (Slot.QUOTE, *RECAST)]


def _cut_to(said: Said, at: Passage, frame: Frame) -> Said:
    """A statement of which only one passage is looked at."""
    tokens = tuple(tokens_of(said.text, at.spans))
    forms = frozenset(frame.canon.all_of(tokens))
    return replace(
        said, statement=replace(said.statement, content=at.spans), parts=at.spans, tokens=tokens, forms=forms
    )


def _taken_back(slot: Slot, beside: Sequence[Sequence[Difference]]) -> bool:
    """Whether another statement of the source differs in other slots only, or in none."""
    return any(all(difference.slot is not slot for difference in differences) for differences in beside)
