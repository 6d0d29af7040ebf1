"""The relation that two statements stand in: what rules and what was learnt make of it together.

All relations are asked for at once (`accordingto.compare.relating`); the slots of `accordingto.compare.slots` then say in what the two
differ. A statement is only later than another, or takes it back, where its report is another's and not earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.compare.accord import accord
from accordingto.compare.accounts import before
from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.changes import changes
from accordingto.compare.excluding import likeliest_difference
from accordingto.compare.finding import Finding, Weight
from accordingto.compare.heard import Heard, same_source
from accordingto.compare.lapse import Lapse
from accordingto.compare.origins import Origins
from accordingto.compare.relating import APART, LAPSES, excluded, how_far_apart, likeliest, told
from accordingto.compare.scene import Scene
from accordingto.compare.slots import BY, Frame, found_between, relation
from accordingto.compare.traits import Traits
from accordingto.model import Difference, Relation, RelationKind
from accordingto.resources.telltale import Telltale


@dataclass(frozen=True, slots=True)
class Weighing:
    """Tells in which relation the statements of a matter stand."""

    scene: Scene
    origins: Origins
    weights: Weights
    frame: Frame

    def weighed(self, a: Heard, b: Heard) -> Relation:
        """The relation of two statements, the first of which is the earlier or, of one report, that of the body."""
        found, learnt = found_between(a.said, b.said, self.frame, on_one_thing=True), self.frame.words.learnt
        given = self.traits(a, b, learnt.telltale)
        kind = likeliest(
            learnt.relating.scores(given),
            may_lapse=may_lapse(a, b),
            differ=bool(found),
            apart=how_far_apart(found, given, learnt.excluding),
        )
        score = round(min(1.0, similarity(a.said, b.said, self.weights)), 4)
        return Relation(a.said.id, b.said.id, kind, self._differences(a, b, kind, found), score, BY)

    def _differences(self, a: Heard, b: Heard, kind: RelationKind, found: Sequence[Finding]) -> tuple[Difference, ...]:
        """In what two statements differ that stand in a relation: what cannot both be so only where that is what they are to each other."""
        if kind in LAPSES and not found:
            return (likeliest_difference(a.said, b.said, self.frame),)
        if kind in APART:
            return tuple(one.difference for one in found)
        kept = [one for one in found if one.weight is not Weight.APART] or _at_least(kind, found)
        return tuple(one.difference for one in kept)

    def traits(self, a: Heard, b: Heard, telltale: Telltale) -> Traits:
        """What tells in which relation two statements stand.

        Args:
            a: The earlier, or of one report that of the body.
            b: The other.
            telltale: What single words tell.
        """
        found = found_between(a.said, b.said, self.frame)
        return {
            **self._changes(a, b, found),
            **self._accord(a, b, found),
            **excluded(a.said, b.said, found, self.frame),
            **told(a.said, b.said, self.frame, telltale),
            "may.lapse": float(may_lapse(a, b)),
        }

    def _changes(self, a: Heard, b: Heard, found: Sequence[Finding]) -> Traits:
        """What speaks for an update or a withdrawal."""
        same = same_source(a, b, self.scene)
        rule = Lapse(self.frame.words).kind(a.said, b.said, relation(a.said, b.said, 1.0, self.frame), same_source=same)
        return changes(a, b, rule, found, self.scene, self.frame)

    def _accord(self, a: Heard, b: Heard, found: Sequence[Finding]) -> Traits:
        """What tells apart the relations of two that can both be so."""
        one, other = (self.origins.of_statement.get(x.said.id) for x in (a, b))
        sure = None if one is None or other is None else one == other
        return accord(
            a,
            b,
            found,
            self.scene,
            self.weights,
            self.frame,
            one_origin=self.scene.tied(a.report, b.report) if sure is None else sure,
            sure=sure,
        )


def _at_least(kind: RelationKind, found: Sequence[Finding]) -> Sequence[Finding]:
    """What is left of differences where all are such that both cannot be so: nothing, but of what is told more exactly the first."""
    return found[:1] if kind is RelationKind.NARROWS else ()


def may_lapse(a: Heard, b: Heard) -> bool:
    """Whether b is of another report than a, and not of an earlier one."""
    return a.report != b.report and before(a.said.account.report, b.said.account.report) is not False
