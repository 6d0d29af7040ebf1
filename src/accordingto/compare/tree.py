"""The way a matter took: for each report the one place it most likely has it from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.credits import Credit
from accordingto.compare.hand import Handful
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.model import Lineage, LineageKind


@dataclass(frozen=True, slots=True)
class Parent:
    """Where a report has the matter from: a report at hand, or an agency by name."""

    report: str | None
    agency: str | None
    how: str
    """``carries`` (prints the agency's text), ``carries-uncredited``, ``cites``, ``rewrites`` (takes over running text
    and names something further up) or ``copies`` (takes it over and names nobody)."""
    edge: Lineage


def parents(matter: Mapping[str, Sequence[Said]], lineage: Sequence[Lineage], hand: Handful) -> dict[str, Parent]:
    """The parent of each report that has one; ``matter`` holds each report's statements on the matter.

    The most telling evidence wins: an agency's dateline; another report named and at hand; text shared with a report
    that is not simply the same agency's; an agency named; the same agency's text without a word of it.
    """
    found = {report: _parent(_Ways(report, matter, lineage, hand)) for report in matter}
    return {report: parent for report, parent in found.items() if parent is not None}


@dataclass(frozen=True, slots=True)
class _Ways:
    """The edges of one report that concern a matter."""

    report: str
    matter: Mapping[str, Sequence[Said]]
    lineage: Sequence[Lineage]
    hand: Handful

    def edges(self) -> list[Lineage]:
        """To reports that have the matter, and to agencies that are not at hand."""
        return [e for e in self.lineage if e.source == self.report and (not e.known or e.target in self.matter)]

    def named(self, *, known: bool) -> list[tuple[Credit, Lineage]]:
        """Edges to what is credited for the whole report or for a statement on the matter, the most telling first."""
        return [
            (credit, edge)
            for credit in self.hand.credits_by(self.report)
            if self._covers(credit)
            for edge in self.edges()
            if edge.known is known and same_outlet(self._name(edge), credit.name)
        ]

    def copies(self) -> list[Lineage]:
        """Edges to what running text was taken from."""
        return [edge for edge in self.edges() if edge.kind is LineageKind.COPIES]

    def carried(self, agency: str) -> list[str]:
        """Other reports that print an agency's text."""
        return [other for other in self.hand.carriers(agency) if other != self.report]

    def _covers(self, credit: Credit) -> bool:
        return credit.whole or any(one.id in credit.statements for one in self.matter[self.report])

    def _name(self, edge: Lineage) -> str:
        return self.hand.outlet(edge.target) if edge.known else edge.target


def _parent(ways: _Ways) -> Parent | None:
    if ways.hand.is_agency(ways.report):
        return None
    agencies = ways.named(known=False)
    whole = next((edge for credit, edge in agencies if credit.by == "dateline"), None)
    if whole is not None:
        return Parent(None, whole.target, "carries", whole)
    for credit, edge in ways.named(known=True):
        return Parent(edge.target, None, "carries" if credit.whole else "cites", edge)
    return _rewritten(ways, agencies[0][1]) if agencies else _uncredited(ways)


def _rewritten(ways: _Ways, agency: Lineage) -> Parent:
    """Of a report that names an agency: who else its text is from, failing that the agency."""
    carried = ways.carried(agency.target)
    rewritten = next((edge for edge in ways.copies() if edge.ordered and edge.target not in carried), None)
    if rewritten is not None and not _explained(rewritten, carried, ways.hand):
        return Parent(rewritten.target, None, "rewrites", rewritten)
    return Parent(None, agency.target, "cites", agency)


def _explained(edge: Lineage, carried: Sequence[str], hand: Handful) -> bool:
    """Whether a report at hand that prints the agency's text explains as much of what is shared."""
    return any(hand.copies.share(edge.source, other) >= (edge.share or 0.0) for other in carried)


def _uncredited(ways: _Ways) -> Parent | None:
    """Of a report that names nobody: text of an agency, or shared with a report that prints an agency's, is wire copy.

    Which of the two reports was published first is no question then: outlets take from agencies.
    """
    copies = ways.copies()
    own = next((edge for edge in copies if ways.hand.is_agency(edge.target)), None)
    if own is not None:
        return Parent(own.target, None, "carries-uncredited", own)
    for edge in copies:
        wire = next((credit for credit in ways.hand.credits_by(edge.target) if credit.by == "dateline"), None)
        if wire is not None and not edge.ordered:
            return Parent(None, wire.name, "carries-uncredited", edge)
    taken = next((edge for edge in copies if edge.ordered), None)
    return None if taken is None else Parent(taken.target, None, "copies", taken)


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
