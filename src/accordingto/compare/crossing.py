"""Statements that no matter sets against each other and that are likely of one thing all the same.

A matter holds what is near to all of its statements on the average. Who denies a thing, counts it otherwise or takes it back may be near
to the one statement that he answers and far from the others. So two statements of two reports that are likely about one thing by all
that was learnt (`accordingto.compare.together`) are compared though no matter holds both. And a headline, which is about its own report,
is always held against what is nearest to it there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.compare.alike import Meanings
from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.heard import hear
from accordingto.compare.origins import NOTHING_KNOWN
from accordingto.compare.pairing import EACH_WITH_EACH, apart
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame, relation
from accordingto.compare.thresholds import Thresholds
from accordingto.compare.together import Together
from accordingto.compare.weighing import Weighing
from accordingto.model import Relation


@dataclass(frozen=True, slots=True)
class Crossing:
    """Compares what the statements of different matters say."""

    scene: Scene
    weights: Weights
    frame: Frame
    thresholds: Thresholds
    together: Together

    def relations(self, meanings: Meanings, known: Collection[tuple[str, str]]) -> list[Relation]:
        """The relations of statements that are not compared yet.

        Args:
            meanings: Vectors of contents; without them headlines in no matter stay alone.
            known: Ids of the statements that have been compared.

        Returns:
            Those of what is likely about one thing, the earlier statement first; and each headline with what it is nearest to below it.
        """
        return [*self._likely(known), *self._headlines(meanings, known)]

    def _likely(self, known: Collection[tuple[str, str]]) -> Iterator[Relation]:
        """The statements of two reports that are likely about one thing though no matter holds both."""
        order = {report: i for i, report in enumerate(self.scene.said)}
        every = _bodies(self.scene.said)
        weighing = Weighing(self.scene, NOTHING_KNOWN, self.weights, self.frame)
        for a in every:
            for b in every:
                if order[a.report] < order[b.report] and (a.id, b.id) not in known and self._on_one_thing(a, b):
                    yield weighing.weighed(*(hear(one, one.report, self.scene) for one in (a, b)))

    def _on_one_thing(self, a: Said, b: Said) -> bool:
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


def _bodies(said: Mapping[str, Sequence[Said]]) -> list[Said]:
    """The statements below the headlines; of very many reports only the first to say a thing in its words."""
    every = [one for some in said.values() for one in apart([one for one in some if not one.headline])]
    if len(said) <= EACH_WITH_EACH:
        return every
    return [*{tuple(token.word for token in one.tokens): one for one in reversed(every)}.values()][::-1]
