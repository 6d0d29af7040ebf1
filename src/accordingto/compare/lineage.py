"""Lineage: for each report its direct likely origins — reports at hand that it copied or names, and agencies that are not at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from accordingto.compare.credits import Credit
from accordingto.compare.direct import PASSAGE_WORDS, Chosen, chosen
from accordingto.compare.follows import misquoted
from accordingto.compare.hand import Handful, handful
from accordingto.compare.outlets import outlet_key, same_outlet
from accordingto.compare.retold import Retold
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.model import Lineage, LineageKind, Passage, Span

__all__ = ["Handful", "edges", "handful", "outlet_key", "same_outlet"]

SHARED_TEXT = "shared-text"
WITHDRAWS = "withdraws"
CORRECTS = "corrects"
RETOLD = "retold"
MISQUOTE = "misquote"
DESCRIBED = "description"
CONTINUES = "own earlier report"

_SCORES = {"dateline": 1.0, "foot": 1.0, "chain": 0.9, "name": 0.7}
"""How sure a credit makes an edge, by where it stands."""

_SURE_WORDS = 60
"""Own words shared from which a copy is as sure as it gets."""


def edges(hand: Handful, thresholds: Thresholds = DEFAULTS) -> tuple[Lineage, ...]:
    """All edges, from each report to what it took from: one for each pair, in canonical order, without cycles."""
    made: list[Lineage] = []
    retold = Retold(hand.copies, hand.words.function_words)
    for report in hand.accounts:
        found = _edges_of(report, hand, retold, thresholds)
        told = () if any(edge.known for edge in found) else _retold(report, hand, retold, thresholds)
        for edge in (*found, *told) or _followed(report, hand):
            if not _told(edge, made) and not (edge.known and _reaches(edge.target, edge.source, made)):
                made.append(edge)
    return tuple(made)


def _edges_of(report: str, hand: Handful, retold: Retold, thresholds: Thresholds) -> list[Lineage]:
    """The edges of one report, the most telling first.

    The words of a withdrawal are those of what it takes back, and no copies; a corrected version goes on with the outlet's own text.
    """
    copied, withdrawn = _copied(report, hand, thresholds), [*_withdrawn(report, hand)]
    if withdrawn:
        corrected = any(edge.by == CORRECTS for edge in withdrawn)
        copied = [e for e in copied if corrected and same_outlet(hand.outlet(e.target), hand.outlet(report))]
    cited = [*_cited(report, hand, retold)]
    return [
        *(edge for edge in copied if not _meant_another(edge, cited, hand)),
        *withdrawn,
        *cited,
        *_described(report, hand, retold),
        *_continued(report, hand),
    ]


def _meant_another(copied: Lineage, cited: Sequence[Lineage], hand: Handful) -> bool:
    """Whether a report names the outlet of one that it shares little text with, and by what it says means another report of it."""
    few = hand.copies.shared(copied.target, copied.source).own_words < PASSAGE_WORDS
    meant = {
        edge.target
        for edge in cited
        if edge.known and same_outlet(hand.outlet(edge.target), hand.outlet(copied.target))
    }
    return few and bool(meant) and copied.target not in meant


def _told(edge: Lineage, made: Sequence[Lineage]) -> bool:
    """Whether there is an edge from this report to the same target already."""
    return any(edge.source == other.source and edge.target == other.target for other in made)


def _reaches(start: str, goal: str, made: Sequence[Lineage]) -> bool:
    """Whether edges lead from one report to another."""
    ahead, seen = [start], set()
    while ahead:
        here = ahead.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            ahead += [edge.target for edge in made if edge.source == here]
    return False


def _copied(report: str, hand: Handful, thresholds: Thresholds) -> list[Lineage]:
    """Edges to the reports whose running text this one took over, the one that explains most first."""
    return [_copy(report, source, hand) for source in chosen(report, hand, thresholds)]


def _copy(report: str, source: Chosen, hand: Handful) -> Lineage:
    found, credit = hand.copies.shared(source.report, report), hand.credit_to(report, source.report)
    named = (Passage(report, credit.evidence),) if credit and credit.evidence else ()
    return Lineage(
        source=report,
        target=source.report,
        kind=LineageKind.COPIES,
        evidence=(Passage(report, found.b), Passage(source.report, found.a), *named),
        share=round(found.of_b, 4),
        score=round(min(1.0, 0.5 + 0.5 * found.own_words / _SURE_WORDS), 4),
        by=f"{SHARED_TEXT}+{credit.by}" if credit else SHARED_TEXT,
        ordered=hand.ordered(source.report, report),
        target_share=round(found.of_a, 4),
        edits=found.edits,
    )


def _cited(report: str, hand: Handful, retold: Retold) -> Iterator[Lineage]:
    """Edges to the agencies and outlets that a report names and whose text it did not take over."""
    for credit in hand.credits_by(report):
        target = hand.at_hand(credit)
        if target is not None:
            yield _citation(credit, target, hand, retold)
        elif credit.by != "name" and (credit.medium or any(same_outlet(credit.name, name) for name in hand.agencies)):
            yield _stub(credit, hand)


def _described(report: str, hand: Handful, retold: Retold) -> Iterator[Lineage]:
    """Edges to an agency at hand that a report does not name: "the state agency", told by what its sentence says of it."""
    account = hand.accounts[report].report
    named = [span for credit in hand.credits_by(report) for span in credit.evidence]
    for match in hand.words.credits.described.finditer(account.text):
        span = Span(match.start(), match.end())
        if any(span.overlaps(other) for other in named) or account.text[span.end : span.end + 2].strip().isupper():
            continue
        agencies = [other for other in hand.accounts if hand.is_agency(other) and hand.may_precede(other, report)]
        near = sorted(((*retold.best(report, span, other), other) for other in agencies), key=lambda item: -item[0])
        score, there, other = near[0] if near else (0.0, None, "")
        if there and score >= DESCRIBED_SENTENCE and all(2 * beside <= score for beside, _, _ in near[1:]):
            evidence = (Passage(report, (span,)), Passage(other, (there,)))
            yield Lineage(
                report, other, LineageKind.CITES, evidence, None, 0.5, DESCRIBED, ordered=hand.ordered(other, report)
            )


DESCRIBED_SENTENCE = 0.05
"""Similarity from which a sentence that describes an agency is of one of its sentences, where no other agency has one half as near."""


def _citation(credit: Credit, target: str, hand: Handful, retold: Retold) -> Lineage:
    """With the sentences of the target that are nearest to what the credit stands over, where any are near."""
    there = retold.beside(credit.report, (*credit.evidence, *hand.contents(credit)), target)
    return Lineage(
        source=credit.report,
        target=target,
        kind=LineageKind.CITES,
        evidence=(Passage(credit.report, credit.evidence), *((Passage(target, there),) if there else ())),
        share=None,
        score=_SCORES[credit.by],
        by=credit.by,
        ordered=hand.ordered(target, credit.report),
    )


def _stub(credit: Credit, hand: Handful) -> Lineage:
    return Lineage(
        source=credit.report,
        target=credit.name,
        kind=LineageKind.CITES,
        evidence=(Passage(credit.report, credit.evidence),) if credit.evidence else (),
        share=None,
        score=_SCORES[credit.by],
        by=credit.by,
        known=False,
        about=credit.about or _first_day(credit.name, hand),
    )


def _first_day(name: str, hand: Handful) -> str | None:
    """The day of the earliest report that names an agency: it cannot have written later."""
    for report, account in hand.accounts.items():
        if any(same_outlet(credit.name, name) for credit in hand.credits_by(report)):
            return account.report.published.value.date if account.report.published else None
    return None


def _withdrawn(report: str, hand: Handful) -> Iterator[Lineage]:
    """An edge from a report in which an outlet takes back or corrects its own earlier one."""
    text, words = hand.accounts[report].report.text, hand.words.credits
    match = words.withdrawing.search(text, 0, WITHDRAWN_WITHIN)
    own = Credit(report, hand.outlet(report), (Span(match.start(), match.end()),), "name") if match else None
    target = hand.at_hand(own) if own else None
    if own and target:
        by = CORRECTS if hand.words.credits.correcting.search(text, 0, WITHDRAWN_WITHIN) else WITHDRAWS
        yield Lineage(report, target, LineageKind.CITES, (Passage(report, own.evidence),), None, 0.8, by)


def _continued(report: str, hand: Handful) -> Iterator[Lineage]:
    """An edge from a report in which an outlet speaks of what it reported before: "as we reported on Tuesday", "Correction: …"."""
    own = r"\s+".join(map(re.escape, hand.outlet(report).replace("’", "'").split()))
    words = hand.words.credits
    phrases = "|".join(phrase.replace(" ", r"\s+").replace("{own}", own) for phrase in words.own_earlier)
    earlier = rf"\b(?:{phrases})\b|^\W*{words.correcting.pattern}\s*:"
    text = hand.accounts[report].report.text.replace("’", "'")
    match = re.search(earlier, text, re.IGNORECASE | re.MULTILINE)
    credit = Credit(report, hand.outlet(report), (Span(match.start(), match.end()),), "name") if match else None
    target = hand.at_hand(credit) if credit else None
    if credit and target and hand.may_precede(target, report):
        yield Lineage(report, target, LineageKind.CITES, (Passage(report, credit.evidence),), None, 0.7, CONTINUES)


def _retold(report: str, hand: Handful, retold: Retold, thresholds: Thresholds) -> Iterator[Lineage]:
    """An edge from a report that names nobody at hand to the one that it tells sentence by sentence in other words.

    Of two that name one agency that is not at hand, what they have in common may be its words.
    """
    wires = [credit.name for credit in hand.credits_by(report) if hand.at_hand(credit) is None]
    earlier = [
        other
        for other in hand.accounts
        if hand.may_precede(other, report)
        and not any(same_outlet(credit.name, wire) for credit in hand.credits_by(other) for wire in wires)
    ]
    found = retold.nearest(report, earlier)
    if found and found.share >= thresholds.retold_share and len(found.here) >= RETOLD_SENTENCES:
        yield Lineage(
            source=report,
            target=found.report,
            kind=LineageKind.COPIES,
            evidence=(Passage(report, found.here), Passage(found.report, found.there)),
            share=round(hand.copies.share(report, found.report), 4),
            score=round(min(0.9, 0.3 + found.share), 4),
            by=RETOLD,
            ordered=hand.ordered(found.report, report),
            target_share=round(hand.copies.share(found.report, report), 4),
        )


def _followed(report: str, hand: Handful) -> Iterator[Lineage]:
    """An edge from a report that has nothing else in common with an earlier one than what that changed in a quotation."""
    found = misquoted(report, [other for other in hand.accounts if hand.may_precede(other, report)], hand.copies)
    if found:
        evidence = (Passage(report, (found.here,)), Passage(found.report, (found.there,)))
        ordered = hand.ordered(found.report, report)
        yield Lineage(report, found.report, LineageKind.FOLLOWS, evidence, None, 0.5, MISQUOTE, ordered=ordered)


RETOLD_SENTENCES = 3
"""Sentences that a rewrite tells after another report; two are what any two reports of one briefing have in common."""

WITHDRAWN_WITHIN = 300
"""Characters at the beginning of a report within which it says that it takes an earlier one back."""
