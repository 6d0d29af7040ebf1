"""The tree as it is read: occasion, agency, reports in order of publication, each below what it has the matter from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.origins import Origins
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import in_order, main_of
from accordingto.compare.scene import Scene
from accordingto.compare.tree import Parent
from accordingto.model import Lineage

NOT_STATED = "origin not stated"


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree: an occasion, an agency, or a report."""

    kind: str
    """``occasion``, ``agency`` or ``report``."""
    depth: int
    label: str
    how: str = ""
    """How it has the matter from the branch above, as `accordingto.compare.tree.Parent` says it."""
    taken_from: str | None = None
    """The name of the agency, or of the outlet, that it has the matter from."""
    occasion: str | None = None
    report: str | None = None
    statement: str | None = None
    """The statement that stands for the report."""
    statements: tuple[str, ...] = ()
    """All its statements on the matter, in reading order."""
    against: str | None = None
    """The report that its words are held against."""
    edge: Lineage | None = None


def branches_of(scene: Scene, origins: Origins) -> list[Branch]:
    """The lines of the tree, depth first; reports whose origin is not known come last."""
    grower = _Grower(scene, scene.against())
    made: list[Branch] = []
    for occasion in origins.occasions:
        made.append(Branch("occasion", 0, occasion.description, occasion=occasion.id))
        made += grower.below([report for report in scene.reports if origins.of_report.get(report) == occasion.id])
    loose = [report for report in scene.reports if report not in origins.of_report]
    if loose:
        made += [Branch("occasion", 0, NOT_STATED), *grower.below(loose)]
    return made


@dataclass(frozen=True, slots=True)
class _Grower:
    scene: Scene
    against: Mapping[str, str]

    def below(self, members: Sequence[str]) -> list[Branch]:
        """The agencies of an occasion with their reports, and the reports that come straight from it."""
        made: list[Branch] = []
        agencies: list[str] = []
        for report in members:
            parent = self.scene.parents.get(report)
            if parent is None or (parent.report is not None and parent.report not in members):
                made += self._report(report, members, 1)
            elif parent.agency is not None and not any(same_outlet(parent.agency, name) for name in agencies):
                agencies.append(parent.agency)
                made += self._agency(parent.agency, members)
        return made

    def _agency(self, agency: str, members: Sequence[str]) -> list[Branch]:
        made = [Branch("agency", 1, agency)]
        for report in members:
            parent = self.scene.parents.get(report)
            if parent and parent.agency is not None and same_outlet(parent.agency, agency):
                made += self._report(report, members, 2)
        return made

    def _report(self, report: str, members: Sequence[str], depth: int) -> list[Branch]:
        made = [self._line(report, depth)]
        for other in members:
            parent = self.scene.parents.get(other)
            if parent and parent.report == report:
                made += self._report(other, members, depth + 1)
        return made

    def _name(self, parent: Parent | None) -> str | None:
        if parent is None:
            return None
        return parent.agency if parent.report is None else self.scene.outlet(parent.report)

    def _line(self, report: str, depth: int) -> Branch:
        parent, group = self.scene.parents.get(report), self.scene.matter[report]
        return Branch(
            kind="report",
            depth=depth,
            label=self.scene.outlet(report),
            how=parent.how if parent else "",
            taken_from=self._name(parent),
            report=report,
            statement=main_of(group).id,
            statements=tuple(one.id for one in in_order(group)),
            against=self.against.get(report),
            edge=parent.edge if parent else None,
        )
