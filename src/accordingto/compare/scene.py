"""What is known of a handful of reports once lineage is read: shared by origins, the tree and the summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.accounts import outlet_of
from accordingto.compare.hand import Handful
from accordingto.compare.outlets import CARRIERS, same_outlet
from accordingto.compare.said import Said
from accordingto.compare.speakers import same_voice
from accordingto.compare.tree import Parent, reference, top_of
from accordingto.model import Lineage, Link

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Scene:
    """The reports that have a matter, in order of publication, and all that was found between them."""

    hand: Handful
    matter: Mapping[str, Sequence[Said]]
    """The statements on the matter, by report, the nearest to the claim first; every report of the scene has one."""
    said: Mapping[str, Sequence[Said]]
    """All statements, by report."""
    parents: Mapping[str, Parent]
    words: Comparison
    lineage: Sequence[Lineage] = ()

    @property
    def reports(self) -> list[str]:
        """Their ids."""
        return [*self.matter]

    def outlet(self, report: str) -> str:
        """The outlet's name of one."""
        return outlet_of(self.hand.accounts[report])

    def edges(self, report: str) -> list[Lineage]:
        """What a report has from others."""
        return [edge for edge in self.lineage if edge.source == report]

    def ancestors(self, report: str) -> set[str]:
        """The reports at hand that a report has something from, straight or by way of others."""
        found: set[str] = set()
        ahead = [report]
        while ahead:
            here = ahead.pop()
            new = {edge.target for edge in self.edges(here) if edge.known} - found
            found |= new
            ahead += new
        return found

    def tied(self, a: str, b: str) -> bool:
        """Whether one of two reports goes back to the other, both to a third, or both to one agency."""
        above = {a, *self.ancestors(a)} & {b, *self.ancestors(b)}
        return bool(above) or self.same_agency(a, b)

    def reports_itself(self, report: str) -> bool:
        """Whether a report has something from nobody else and hears people of its own: voices that no other report has."""
        if self.edges(report):
            return False
        others = [link for other, said in self.said.items() if other != report for link in voices_in(said)]
        return any(not any(same_voice(link, other) for other in others) for link in voices_in(self.said[report]))

    def agency(self, report: str) -> str | None:
        """The agency at the top of a report's way, be its own report at hand or not."""
        top, agency = top_of(report, self.parents)
        if agency is not None:
            return agency
        outlet = self.outlet(top)
        return outlet if any(same_outlet(outlet, name) for name in self.hand.agencies) else None

    def same_agency(self, a: str, b: str) -> bool:
        """Whether one agency stands at the top of both ways."""
        one, other = self.agency(a), self.agency(b)
        return bool(one and other and same_outlet(one, other))

    def is_parent(self, a: str, b: str) -> bool:
        """Whether one of two reports has the matter from the other."""
        return any((parent := self.parents.get(x)) is not None and parent.report == y for x, y in ((a, b), (b, a)))

    def against(self) -> dict[str, str]:
        """For each report the one that its words are held against, where there is one."""
        found = {report: reference(report, self.reports, self.parents, self.hand) for report in self.reports}
        return {report: other for report, other in found.items() if other is not None}


def voices_in(said: Sequence[Said]) -> list[Link]:
    """The people and bodies heard in some statements; agencies and outlets only carry."""
    links = [one.statement.innermost for one in said if one.statement.voices]
    return [link for link in links if link.source.kind not in CARRIERS]
