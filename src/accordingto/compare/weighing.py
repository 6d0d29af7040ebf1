"""The relation that two statements stand in: what rules and what was learnt make of it together.

First it is asked whether the later one is an update or a withdrawal, then whether both can be so, and if they can which of the relations
of those it is (`accordingto.compare.accord`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from accordingto.compare.accord import ACCORDS, accord
from accordingto.compare.accounts import before
from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.changes import changes
from accordingto.compare.excluding import likeliest_difference
from accordingto.compare.heard import Heard, same_source
from accordingto.compare.lapse import Lapse
from accordingto.compare.origins import Origins
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, found_between, relation
from accordingto.compare.traits import Traits
from accordingto.model import Relation, RelationKind
from accordingto.resources.trees import Trees

LAPSES = (None, RelationKind.UPDATES, RelationKind.WITHDRAWS)
"""What time may have made of two statements, in the order of the labels that were learnt."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Tells in which relation the statements of a matter stand."""

    scene: Scene
    origins: Origins
    weights: Weights
    frame: Frame

    def weighed(self, a: Heard, b: Heard) -> Relation:
        """The relation of two statements, the first of which is the earlier or, of one report, that of the body."""
        found = relation(a.said, b.said, similarity(a.said, b.said, self.weights), self.frame, on_one_thing=True)
        kind = self._kind(a, b, found)
        if kind in LAPSES and not found.differences:
            return replace(found, kind=kind, differences=(likeliest_difference(a.said, b.said, self.frame),))
        return replace(found, kind=kind)

    def _kind(self, a: Heard, b: Heard, found: Relation) -> RelationKind:
        learnt = self.frame.words.learnt
        if may_lapse(a, b):
            lapse = LAPSES[_likeliest(self.changes(a, b), learnt.lapse)]
            if lapse is not None:
                return lapse
        if found.kind is RelationKind.CONTRADICTS:
            return found.kind
        return _likeliest_accord(self.accord(a, b), learnt.accord, differ=bool(found.differences))

    def changes(self, a: Heard, b: Heard) -> Traits:
        """What speaks for an update or a withdrawal."""
        same = same_source(a, b, self.scene)
        rule = Lapse(self.frame.words).kind(a.said, b.said, relation(a.said, b.said, 1.0, self.frame), same_source=same)
        return changes(a, b, rule, found_between(a.said, b.said, self.frame), self.scene, self.frame)

    def accord(self, a: Heard, b: Heard) -> Traits:
        """What tells apart the relations of two that can both be so."""
        one, other = (self.origins.of_statement.get(x.said.id) for x in (a, b))
        sure = None if one is None or other is None else one == other
        return accord(
            a,
            b,
            found_between(a.said, b.said, self.frame),
            self.scene,
            self.weights,
            self.frame,
            one_origin=self.scene.tied(a.report, b.report) if sure is None else sure,
            sure=sure,
        )


def may_lapse(a: Heard, b: Heard) -> bool:
    """Whether b is of another report than a, and not of an earlier one."""
    return a.report != b.report and before(a.said.account.report, b.said.account.report) is not False


def _likeliest(given: Mapping[str, float], trees: Trees) -> int:
    """The number of the label for which most speaks."""
    scores = [*trees.scores(given).values()]
    return scores.index(max(scores))


def _likeliest_accord(given: Mapping[str, float], trees: Trees, *, differ: bool) -> RelationKind:
    """The same of two that can both be so; nothing is told more exactly where nothing is found in which the two differ."""
    scores = dict(zip(ACCORDS, trees.scores(given).values(), strict=True))
    return max((kind for kind in ACCORDS if differ or kind is not RelationKind.NARROWS), key=lambda kind: scores[kind])
