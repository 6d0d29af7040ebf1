"""Against the named source: where a report gives another as where it has a statement from, and that one says something else.

A statement is held against the named report's own words: its nearest statement in the body, of all its reports that the credit may
mean. A difference counts only if no other statement of the source on the same thing agrees: what a report says in its lead it often
says again, more fully or less, further down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from accordingto.compare.accounts import sentences_of
from accordingto.compare.candidates import Weights, similarity, weights_of
from accordingto.compare.credits import Credit
from accordingto.compare.hand import Handful
from accordingto.compare.lineage import edges
from accordingto.compare.normalise import tokens_of
from accordingto.compare.outlets import same_outlet
from accordingto.compare.quoted import Quoted, altered, quoted
from accordingto.compare.recast import recast
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame, relation
from accordingto.model import Act, Difference, Form, Lineage, Mismatch, Passage, Slot, Span, hull, overlap

BY = "compare/mismatches-1"

NEAR = 0.3
"""Least similarity of a statement to what the named source says for the two to be compared."""

ORDER = (Slot.QUOTE, Slot.ACTOR, Slot.POLARITY, Slot.CONTROL, Slot.NUMBER, Slot.PLACE, Slot.CERTAINTY, Slot.TIME)
"""Of several differences the graver first."""

AS_NEAR = 0.75
"""Share of the best similarity from which another statement of the source is on the same thing, and may agree."""


def mismatches(
    hand: Handful, said: Mapping[str, Sequence[Said]], frame: Frame, lineage: Sequence[Lineage] | None = None
) -> tuple[Mismatch, ...]:
    """Compare what reports give a named source for with what that source says.

    Args:
        hand: The reports with their credits.
        said: Their statements.
        frame: What comparisons share.
        lineage: What each took from; found anew where it is not given.

    Returns:
        One for each statement that differs, in canonical order; ``a`` of its differences is on the side of the source.
    """
    lineage = edges(hand) if lineage is None else lineage
    weights = weights_of([one for statements in said.values() for one in statements])
    quotes = {report: [(report, one) for one in quoted(account.report)] for report, account in hand.accounts.items()}
    found: list[Mismatch] = []
    for report, account in hand.accounts.items():
        sentences, taken = sentences_of(account.report), set[str]()
        for credit in hand.credits_by(report):
            sources = _sources(credit, lineage, hand)
            theirs = [one for source in sources for one in said[source]]
            words = [quote for source in sources for quote in quotes[source]]
            for one in _governed(credit, said[report], sentences) if theirs else ():
                made = _misquote(one, theirs, credit, words) or _mismatch(one, theirs, credit, weights, frame)
                if made is not None and one.id not in taken:
                    taken.add(one.id)
                    found.append(made)
    return tuple(found)


def _sources(credit: Credit, lineage: Sequence[Lineage], hand: Handful) -> list[str]:
    """The reports at hand that a credit means: those of the outlet that this one took from."""
    return [
        edge.target
        for edge in lineage
        if edge.known and edge.source == credit.report and same_outlet(hand.outlet(edge.target), credit.name)
    ]


def _governed(credit: Credit, statements: Sequence[Said], sentences: Sequence[Span]) -> Iterator[Said]:
    """The statements of a report that a credit stands over: of its chain, of its sentence, and what the same voice goes on to say."""
    named = [sentence for sentence in sentences if any(sentence.overlaps(span) for span in credit.evidence)]
    last: Said | None = None
    for one in statements:
        near = any(sentence.overlaps(span) for span in one.statement.content for sentence in named)
        stands = not one.headline and (credit.whole or one.id in credit.statements or near)
        if stands or (last is not None and _goes_on(last, one)):
            yield one
            last = one
        else:
            last = None


def _goes_on(last: Said, one: Said) -> bool:
    """Whether a statement is of the same paragraph and of the same innermost voice as one before it."""
    if not (last.statement.voices and one.statement.voices):
        return False
    mine, before = one.statement.innermost.source, last.statement.innermost.source
    between = one.text[hull(last.parts).end : max(hull(last.parts).end, hull(one.parts).start)]
    return "\n" not in between and mine.name is not None and mine.name == before.name


SHARED = 2
"""Words of content that a statement and its counterpart must share."""

TELLING = 3
"""Words of content that either must have for a difference to be one: less is a fragment."""

_UNANSWERED = (Act.NO_RESPONSE, Act.ASK)
"""Acts that put nothing forward that could be compared."""


def _mismatch(one: Said, theirs: Sequence[Said], credit: Credit, weights: Weights, frame: Frame) -> Mismatch | None:
    """The differences of a statement from its counterpart that no other statement of the source takes back."""
    near = _counterparts(one, theirs, weights)
    if not near:
        return None
    best, other = near[0]
    made = relation(other, one, best, frame)
    beside = [relation(more, one, score, frame).differences for score, more in near[1:] if score >= AS_NEAR * best]
    compared = [d for d in made.differences if _stands(d, other, one, frame) and not _taken_back(d.slot, beside)]
    body = [source for source in theirs if not source.headline]
    left = tuple(sorted([*compared, *recast(other, one, body, weights, frame)], key=lambda d: ORDER.index(d.slot)))
    if not left:
        return None
    named = Passage(one.report, credit.evidence or one.statement.content)
    return Mismatch(one.id, other.id, named, left, round(min(1.0, best), 4), BY)


def _counterparts(one: Said, theirs: Sequence[Said], weights: Weights) -> list[tuple[float, Said]]:
    """The statements of a source's body that one could be made from, the nearest first; the earlier of those that are as near."""
    if not _compares(one):
        return []
    scored = [(similarity(other, one, weights), -n, other) for n, other in enumerate(theirs) if _compares(other)]
    return [
        (score, other)
        for score, _, other in sorted(scored, key=lambda item: item[:2], reverse=True)
        if score >= NEAR and not other.headline and len(one.forms & other.forms) >= SHARED
    ]


def _compares(one: Said) -> bool:
    """Whether a statement puts enough forward to be compared."""
    return len(one.forms) >= TELLING and one.statement.act not in _UNANSWERED


def _misquote(
    one: Said, theirs: Sequence[Said], credit: Credit, words: Sequence[tuple[str, Quoted]]
) -> Mismatch | None:
    """A quotation of a statement that the source has in other words."""
    if one.statement.form is Form.NARRATION:
        return None
    found = altered(quoted(one.account.report, one.statement.content), [quote for _, quote in words])
    if found is None:
        return None
    source = next(report for report, quote in words if quote is found.source)
    a, b = Passage(source, (found.source.span,)), Passage(one.report, (found.report.span,))
    holders = [other for other in theirs if other.report == source]
    holder = max(holders, key=lambda other: overlap(other.statement.content, a.spans))
    text = holder.text
    difference = Difference(Slot.QUOTE, a, b, found.source.span.of(text), found.report.span.of(one.text))
    return Mismatch(one.id, holder.id, Passage(one.report, credit.evidence or b.spans), (difference,), 0.9, BY)


def _taken_back(slot: Slot, beside: Sequence[Sequence[Difference]]) -> bool:
    """Whether another statement of the source differs in other slots only, or in none."""
    return any(all(difference.slot is not slot for difference in differences) for differences in beside)


def _stands(difference: Difference, a: Said, b: Said, frame: Frame) -> bool:
    """Whether a difference holds of statements that need not be of one extent.

    Quotations are compared on their own. Of a swapped actor either side knows nothing, or, where two changed places, both know both:
    whom only one of the statements lacks is no other actor but another part of the sentence. And a happening is no actor.
    """
    if difference.slot is Slot.ACTOR:
        known = _has(b, difference.a_value) == _has(a, difference.b_value)
        return known and not any(_happens(said, part, frame) for said, part in ((a, difference.a), (b, difference.b)))
    return difference.slot is not Slot.QUOTE


def _happens(said: Said, subject: Passage, frame: Frame) -> bool:
    """Whether a subject is a blow that falls on somebody, and nobody who deals it: "an air strike"."""
    end = subject.spans[-1].end
    near = [*tokens_of(said.text, subject.spans)[-1:], *tokens_of(said.text[end : end + 20])[:1]]
    return any(token.word in frame.words.blows for token in near)


def _has(one: Said, words: str) -> bool:
    """Whether a statement has all of some words."""
    stems = {token.stem for token in one.tokens}
    return {token.stem for token in tokens_of(words)} <= stems
