"""The way a matter took: for each report the one place it most likely has it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.lineage import UNORDERED, Handful, same_outlet
from accordingto.model import Lineage, LineageKind

ON_THE_MATTER = ("dateline", "chain")
"""Credits that cover a statement on the matter; one elsewhere in a report says nothing about where it has this from."""


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a report has the matter from: a report at hand, or an agency by name."""

    report: str | None
    agency: str | None
    how: str
    """``carries`` (prints the agency's text), ``carries-uncredited``, ``cites``, ``rewrites`` (takes over running text
    and names something further up) or ``copies`` (takes it over and names nobody)."""
    edge: Lineage


def parents(reports: Sequence[str], lineage: Sequence[Lineage], hand: Handful) -> dict[str, Parent]:
    """The parent of each report that has one.

    The most telling evidence wins: an agency's dateline; another report named and at hand; text shared with a report
    that is not simply the same agency's; an agency named; the same agency's text without a word of it.
    """
    return {report: parent for report in reports if (parent := _parent(report, reports, lineage, hand)) is not None}


def _parent(report: str, reports: Sequence[str], lineage: Sequence[Lineage], hand: Handful) -> Parent | None:
    mine = [edge for edge in lineage if edge.source == report and (not edge.known or edge.target in reports)]
    cites = [edge for edge in mine if edge.kind is LineageKind.CITES and edge.by in ON_THE_MATTER]
    shared = [edge for edge in mine if edge.kind is LineageKind.COPIES]
    copies = [edge for edge in shared if edge.by != UNORDERED]
    if hand.is_agency(report):
        return None
    dateline = next((edge for edge in cites if edge.by == "dateline" and not edge.known), None)
    if dateline is not None:
        return Parent(None, dateline.target, "carries", dateline)
    named = next((edge for edge in cites if edge.known), None)
    if named is not None:
        return Parent(named.target, None, "carries" if named.by == "dateline" else "cites", named)
    agency = next((edge for edge in cites if not edge.known), None)
    carried = _carriers_of(report, agency, hand)
    rewritten = next((edge for edge in copies if edge.target not in carried), None)
    if rewritten is not None and not _explained(rewritten, carried, hand):
        return Parent(rewritten.target, None, "rewrites", rewritten)
    if agency is not None:
        return Parent(None, agency.target, "cites", agency)
    return _uncredited(shared, hand) or (Parent(copies[0].target, None, "copies", copies[0]) if copies else None)


def _carriers_of(report: str, agency: Lineage | None, hand: Handful) -> list[str]:
    return [] if agency is None else [other for other in hand.carriers(agency.target) if other != report]


def _explained(edge: Lineage, carried: Sequence[str], hand: Handful) -> bool:
    """Whether a report at hand that prints the agency's text explains as much of what is shared."""
    share = edge.share or 0.0
    return any(hand.shares[other, edge.source].of_b >= share for other in carried)


def _uncredited(shared: Sequence[Lineage], hand: Handful) -> Parent | None:
    """Text shared with an agency, or with a report that prints an agency's: wire copy without a word of it.

    Which of the two was published first is no question then: outlets take from agencies.
    """
    own = next((edge for edge in shared if hand.is_agency(edge.target)), None)
    if own is not None:
        return Parent(own.target, None, "carries-uncredited", own)
    for edge in shared:
        dateline = next((credit for credit in hand.credits_by(edge.target) if credit.by == "dateline"), None)
        if dateline is not None:
            return Parent(None, dateline.name, "carries-uncredited", edge)
    return None


def top_of(report: str, found: Mapping[str, Parent]) -> tuple[str, str | None]:
    """The first report at hand on a report's way, and the agency that this one has it from, if there is one."""
    seen: set[str] = set()
    while report not in seen and (parent := found.get(report)) is not None:
        if parent.report is None:
            return report, parent.agency
        seen.add(report)
        report = parent.report
    return report, None


def reference(report: str, reports: Sequence[str], found: Mapping[str, Parent], hand: Handful) -> str | None:
    """What a report's words are held against: its parent, or whoever prints the parent agency's text first."""
    parent = found.get(report)
    if parent is None:
        return None
    if parent.report is not None:
        return parent.report
    siblings = [other for other in reports if other != report and _of_agency(found.get(other), parent.agency or "")]
    printed = [other for other in siblings if other in hand.carriers(parent.agency or "")]
    earlier = [other for other in (printed or siblings) if reports.index(other) < reports.index(report)]
    return earlier[0] if earlier else None


def _of_agency(parent: Parent | None, agency: str) -> bool:
    return parent is not None and parent.agency is not None and same_outlet(parent.agency, agency)
