"""Lineage: what each report took from another, or from an agency that is not at hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from accordingto.compare.accounts import Account, Accounts, before, canonical_order, outlet_of
from accordingto.compare.copies import COPIED_SHARE, Shared, shared
from accordingto.compare.said import Said
from accordingto.model import (
    BlockKind,
    Lineage,
    LineageKind,
    Link,
    Passage,
    Report,
    SourceKind,
    Span,
    Spans,
    spans_of,
)

DATELINE = re.compile(
    r"(?P<place>(?!The\b)(?:(?:[^\W_a-z][\w’'.-]*|and|of|the|de|\([^()]{2,30}\))[,;:./]*\s+){0,9}?)"
    r"[(\[]\s*(?P<agency>[^\W\d_][\w’'.& -]{1,30}?)\s*[)\]]\s*(?:[–—-]|$)"
)
"""What an agency's dateline looks like at the start of a paragraph: "SELMAR, March 9 (Agency) –". Before the bracket
stand names and numbers only."""

FIRST_PARAGRAPHS = 3
"""A dateline stands over the first paragraph; place lines and standfirsts may come before it."""

_CARRIER_WORDS = frozenset(["agency", "newswire", "newspaper", "broadcaster"])
"""Words in a name that tell a carrier: "the agency Northwire"."""

UNORDERED = "shared-text:unordered"


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that a report names as where it has something from."""

    report: str
    name: str
    evidence: Spans
    by: str
    """``dateline``, ``chain`` (of a statement on the matter) or ``report`` (elsewhere in the report)."""


def credits_of(account: Account, matter: Sequence[Said], agencies: frozenset[str]) -> list[Credit]:
    """Whom a report credits, the most telling first: in its dateline, in the matter's chains, elsewhere."""
    report = account.report
    found = [Credit(report.id, name, (span,), "dateline") for name, span in datelines(report)]
    for by, statements in (("chain", [said.statement for said in matter]), ("report", account.statements)):
        for statement in statements:
            found += [
                Credit(report.id, link.source.name or "", spans_of(link.source.evidence) + spans_of(link.cue), by)
                for link in statement.voices
                if carries(link, agencies)
            ]
    return _first_of_name(found)


def _first_of_name(found: Iterable[Credit]) -> list[Credit]:
    kept: list[Credit] = []
    for credit in found:
        if not any(same_outlet(credit.name, other.name) for other in kept):
            kept.append(credit)
    return kept


def carries(link: Link, known: frozenset[str]) -> bool:
    """Whether a voice passes on what others said: an agency, an outlet, or whoever the handful shows to be one."""
    source = link.source
    if not source.name:
        return False
    if source.kind in (SourceKind.AGENCY, SourceKind.OUTLET):
        return True
    if any(same_outlet(source.name, name) for name in known):
        return True
    return source.kind is SourceKind.ORGANISATION and bool(_CARRIER_WORDS & set(outlet_key(source.name).split()))


def datelines(report: Report) -> list[tuple[str, Span]]:
    """The agencies named in the report's datelines, with their spans."""
    blocks = [b for b in report.blocks if b.kind is BlockKind.DATELINE]
    blocks += [b for b in report.blocks if b.kind is BlockKind.PARAGRAPH][:FIRST_PARAGRAPHS]
    matches = (DATELINE.match(report.text, block.span.start, block.span.end) for block in blocks)
    return [
        (match["agency"], Span(match.start("agency"), match.end("agency")))
        for match in matches
        if match and not _explains(match["place"], match["agency"])
    ]


def _explains(words: str, bracket: str) -> bool:
    """Whether a bracket is the abbreviation of the name before it: "Free Upland Forces (FUF) –"."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", words) if word[0].isupper())
    return bracket.isupper() and initials.endswith(bracket)


def outlet_key(name: str) -> str:
    """A name as it is compared: without article, case and marks."""
    words = re.findall(r"\w+", name.lower())
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "le", "la", "el", "al") else words)


def same_outlet(a: str, b: str) -> bool:
    """Whether two names are of one outlet: equal, or one the end of the other ("the Post" of "The Harbour Post")."""
    one, other = sorted((outlet_key(a), outlet_key(b)), key=len)
    return bool(one) and (one == other or other.endswith(f" {one}"))


@dataclass(frozen=True, slots=True)
class Handful:
    """The accounts in canonical order with everything that lineage is read from."""

    accounts: Accounts
    credits: tuple[Credit, ...]
    shares: dict[tuple[str, str], Shared]
    """For ordered pairs (a, b): what of b stands in a."""

    @property
    def agencies(self) -> list[str]:
        """The agencies that some report at hand names in a dateline, its own included."""
        return [name for account in self.accounts.values() for name, _ in datelines(account.report)]

    def is_agency(self, report: str) -> bool:
        """Whether a report at hand is an agency's own."""
        return any(same_outlet(outlet_of(self.accounts[report]), name) for name in self.agencies)

    def carriers(self, agency: str) -> list[str]:
        """Reports that print an agency's own text under its dateline."""
        return [c.report for c in self.credits if c.by == "dateline" and same_outlet(c.name, agency)]

    def credits_by(self, report: str) -> list[Credit]:
        """What one report credits."""
        return [credit for credit in self.credits if credit.report == report]


def handful(accounts: Sequence[Account], matter: dict[str, list[Said]]) -> Handful:
    """Read credits and shared text of some accounts; ``matter`` holds each report's statements on the matter."""
    ordered = canonical_order(accounts)
    known = frozenset(name for account in ordered for name, _ in datelines(account.report))
    known |= {outlet_of(account) for account in ordered}
    found = tuple(credit for a in ordered for credit in credits_of(a, matter.get(a.report.id, []), known))
    shares = {(a.report.id, b.report.id): shared(a.report, b.report) for a in ordered for b in ordered if a is not b}
    own = {a.report.id: outlet_of(a) for a in ordered}
    others = [credit for credit in found if not same_outlet(credit.name, own[credit.report])]
    names = [*known, *(credit.name for credit in others)]
    return Handful({a.report.id: a for a in ordered}, tuple(_plainly(credit, names) for credit in others), shares)


def _plainly(credit: Credit, names: Sequence[str]) -> Credit:
    """A credit under the shortest name that the handful has for it: "the agency Northwire" is Northwire."""
    return replace(credit, name=min((n for n in names if same_outlet(n, credit.name)), key=lambda n: (len(n), n)))


def edges(hand: Handful) -> tuple[Lineage, ...]:
    """All edges, from each report to what it took from; in canonical order, without cycles."""
    made: list[Lineage] = []
    for report in hand.accounts:
        for edge in (*_citations(report, hand), *_copies(report, hand)):
            if not edge.known or edge.by == UNORDERED or not _reaches(edge.target, edge.source, made):
                made.append(edge)
    return tuple(made)


def _reaches(start: str, goal: str, made: Sequence[Lineage]) -> bool:
    """Whether ordered edges lead from one report to another."""
    ahead, seen = [start], set()
    while ahead:
        here = ahead.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            ahead += [edge.target for edge in made if edge.source == here and edge.by != UNORDERED]
    return False


def _citations(report: str, hand: Handful) -> list[Lineage]:
    made = []
    for credit in hand.credits_by(report):
        at_hand = _at_hand(credit, hand)
        passage = Passage(report, tuple(sorted(set(credit.evidence))))
        score = {"dateline": 1.0, "chain": 0.9}.get(credit.by, 0.6)
        evidence = (passage,) if credit.evidence else ()
        target, known = (at_hand, True) if at_hand else (credit.name, False)
        made.append(Lineage(report, target, LineageKind.CITES, evidence, None, score, credit.by, known))
    return made


def _at_hand(credit: Credit, hand: Handful) -> str | None:
    """The report at hand that a credit means: of that outlet, sharing the most text, and not published later."""
    ours = hand.accounts[credit.report].report
    meant = [
        report
        for report, account in hand.accounts.items()
        if report != credit.report
        and same_outlet(credit.name, outlet_of(account))
        and before(ours, account.report) is not True
    ]
    return max(meant, key=lambda report: hand.shares[report, credit.report].of_b, default=None)


def _copies(report: str, hand: Handful) -> list[Lineage]:
    """Edges to the reports that this one shares running text with, the largest share first."""
    made = []
    for other in hand.accounts:
        if other == report or not (found := hand.shares[other, report]).copied:
            continue
        order = before(hand.accounts[other].report, hand.accounts[report].report)
        if order is False or (order is None and _named(other, report, hand)):
            continue
        by = "shared-text" if order or _named(report, other, hand) else UNORDERED
        evidence = (Passage(report, found.b), Passage(other, tuple(sorted(set(found.a)))))
        made.append(Lineage(report, other, LineageKind.COPIES, evidence, round(found.of_b, 4), _copy_score(found), by))
    return sorted(made, key=lambda edge: -(edge.share or 0.0))


def _copy_score(found: Shared) -> float:
    return round(min(1.0, 0.5 + 0.5 * found.own_of_b / (4 * COPIED_SHARE)), 4)


def _named(report: str, other: str, hand: Handful) -> bool:
    """Whether one report names the outlet of another."""
    return any(same_outlet(credit.name, outlet_of(hand.accounts[other])) for credit in hand.credits_by(report))
