"""Statements that no matter sets against each other and that are of one thing all the same.

Who denies a thing, counts it otherwise or takes it back often does so in words that are not near enough to be of one matter. So what two
reports say is also compared regardless of matters: where meaning, words, what is counted and what is held bring two together, and a slot
tells a difference. Short statements share one word ("the pilot was killed", "the pilot is alive"): so no least number of words is asked
for, and meaning counts for more than in matters, where words must hold a group together. Nearness alone shows nothing here: two
statements that only say much the same stay with their matters, unless they are likely about one thing by all that was learnt: a matter
holds what is near to all of its statements, and two may be near to each other only. Only a headline, which is about its own report, is
always held against what is nearest to it there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from accordingto.compare.alike import (
    COUNTED_ALIKE,
    HELD_ALIKE,
    UNRELATED,
    Meanings,
    cosines,
    count_alike,
    hold_alike,
)
from accordingto.compare.candidates import Weights, similarities, similarity
from accordingto.compare.heard import hear
from accordingto.compare.linkage import Matrix
from accordingto.compare.origins import NOTHING_KNOWN
from accordingto.compare.pairing import EACH_WITH_EACH, apart, compared
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.thresholds import Thresholds
from accordingto.compare.together import Together
from accordingto.compare.weighing import Weighing
from accordingto.model import Relation, RelationKind, Slot

DIFFERING = (RelationKind.CONTRADICTS, RelationKind.UPDATES, RelationKind.WITHDRAWS, RelationKind.NARROWS)

ELSEWHERE = (Slot.TIME, Slot.PLACE)
"""Two happenings differ in these as well: of 16 pairs of the open stories of evals/travel that stand in no common matter and differ in one
of them, one is of one thing."""

MEANT_ALIKE = 1.5
"""What the cosine of two statements counts for beside their words; between 1 and 3 nothing changes on the open stories."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """Compares what the statements of different matters say."""

    scene: Scene
    weights: Weights
    frame: Frame
    thresholds: Thresholds
    together: Together

    def relations(self, meanings: Meanings, known: Collection[tuple[str, str]]) -> list[Relation]:
        """The differences between statements that are not compared yet.

        Args:
            meanings: Vectors of contents; without them nothing is found.
            known: Ids of the statements that have been compared.

        Returns:
            Relations of the kinds `DIFFERING`, the earlier statement first; those of any kind of what is likely about one thing; and each
            headline with what it is nearest to below it.
        """
        likely = [*self._likely(known)]
        known = {*known, *((one.a, one.b) for one in likely)}
        found = (self._relation(a, b) for a, b in self._near(meanings) if (a.id, b.id) not in known)
        return likely + [one for one in found if one is not None] + [*self._headlines(meanings, known)]

    def _likely(self, known: Collection[tuple[str, str]]) -> Iterator[Relation]:
        """The statements of two reports that are likely about one thing though no matter holds both."""
        order = {report: i for i, report in enumerate(self.scene.said)}
        every = _bodies(self.scene.said)
        weighing = Weighing(self.scene, NOTHING_KNOWN, self.weights, self.frame)
        for a in every:
            for b in every:
                if order[a.report] < order[b.report] and (a.id, b.id) not in known and self._together(a, b):
                    one, other = (hear(said, said.report, self.scene) for said in (a, b))
                    found = weighing.relation(one, other)
                    yield replace(found, kind=weighing.kind(one, other, found))

    def _together(self, a: Said, b: Said) -> bool:
        return self.together.pair(a, b) >= self.thresholds.likely_pair

    def _headlines(self, meanings: Meanings, known: Collection[tuple[str, str]]) -> Iterator[Relation]:
        """Each headline that is in no matter with its body, and what below it is nearest in meaning, whatever the two are to each other."""
        for some in self.scene.said.values():
            told = [one for one in some if one.content in meanings]
            body = apart([one for one in told if not one.headline])
            for head in apart([one for one in told if one.headline]):
                if any((one.id, head.id) in known for one in body):
                    continue
                near = [(float(meanings[one.content] @ meanings[head.content]), one) for one in body]
                cosine, one = max(near, key=lambda pair: round(pair[0], 6), default=(0.0, head))
                if cosine >= self.thresholds.crossing_meaning:
                    yield relation(one, head, similarity(one, head, self.weights), self.frame)

    def _near(self, meanings: Meanings) -> Iterator[tuple[Said, Said]]:
        """The statements of two reports, the earlier first, that are near enough to be of one thing."""
        every = [one for one in _bodies(self.scene.said) if one.content in meanings]
        if not every:
            return
        order = {report: i for i, report in enumerate(self.scene.said)}
        number = np.array([order[one.report] for one in every])
        near = (self._nearness(every, meanings) >= self.thresholds.crossing) & (number[:, None] < number[None, :])
        for i, j in zip(*np.nonzero(near), strict=True):
            yield every[i], every[j]

    def _nearness(self, every: Sequence[Said], meanings: Meanings) -> Matrix:
        """How much any two statements have in common: words, a count of one harm, a place held, and what they mean."""
        found = similarities(every, self.weights)
        found += COUNTED_ALIKE * count_alike(every, self.scene.words) + HELD_ALIKE * hold_alike(every)
        found += MEANT_ALIKE * (cosines(every, meanings) - UNRELATED)
        return found

    def _relation(self, a: Said, b: Said) -> Relation | None:
        if relation(a, b, 1.0, self.frame).kind not in DIFFERING:
            return None  # only a difference can turn out to be an update or a withdrawal
        one, other = (hear(said, said.report, self.scene) for said in (a, b))
        found = compared(one, other, self.scene, self.weights, self.frame)
        return found if found.kind in DIFFERING and found.differences[0].slot not in ELSEWHERE else None


def _bodies(said: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The statements below the headlines; of very many reports only the first to say a thing in its words."""
    every = [one for some in said.values() for one in apart([one for one in some if not one.headline])]
    if len(said) <= EACH_WITH_EACH:
        return every
    return [*{tuple(token.word for token in one.tokens): one for one in reversed(every)}.values()][::-1]
