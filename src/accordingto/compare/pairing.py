"""Which statements of a matter are set against each other, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from accordingto.compare.candidates import Weights, pairs, similarity
from accordingto.compare.heard import Heard, hear, nested
from accordingto.compare.origins import Origins
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.thresholds import Thresholds
from accordingto.compare.together import Together
from accordingto.compare.weighing import Weighing
from accordingto.model import Relation

EACH_WITH_EACH = 16
"""Voices on a matter up to which each is set against each other; of more, each against the one that it has the matter from, and
against the first of each occasion."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Compares what is heard on a matter."""

    scene: Scene
    origins: Origins
    weights: Weights
    frame: Frame
    thresholds: Thresholds
    together: Together

    def relations(self) -> list[Relation]:
        """The statements of different voices and reports on the matter, and each headline against the body below it."""
        found = [self._weighed(a, b) for a, b in self._pairs()]
        heads = ([hear(one, one.report, self.scene) for one in (body, head)] for head, body in self._headlines())
        return found + [self._weighed(body, head) for body, head in heads]

    def _pairs(self) -> Iterator[tuple[Heard, Heard]]:
        """The voices of two reports, and what else these two have that is each other's nearest; the earlier first."""
        heard = [one for one in self.origins.heard if not one.said.headline]
        if len(heard) > EACH_WITH_EACH:
            yield from self._few(heard)
            return
        told = {(a.said.id, b.said.id): (a, b) for a, b in combinations(heard, 2) if a.report != b.report}
        for one, other in combinations(self.scene.matter, 2):
            ours, theirs = (self._body(report) for report in (one, other))
            for a, b, _ in pairs([x.said for x in ours], [x.said for x in theirs], self.weights):
                told.setdefault((a.id, b.id), (_of(a, ours), _of(b, theirs)))
        yield from (
            (a, b) for a, b in told.values() if self.together.pair(a.said, b.said) >= self.thresholds.pair_of_matter
        )

    def _body(self, report: str) -> list[Heard]:
        body = apart([said for said in self.scene.matter[report] if not said.headline])
        return [hear(said, report, self.scene) for said in body]

    def _few(self, heard: Sequence[Heard]) -> Iterator[tuple[Heard, Heard]]:
        """Of very many voices, each with the one that it has the matter from and the first of each occasion."""
        firsts = self._firsts(heard)
        for i, b in enumerate(heard):
            sources = {*firsts, self.origins.source_of.get(b.said.id)}
            yield from ((a, b) for a in heard[:i] if a.said.id in sources and a.report != b.report)

    def _firsts(self, heard: Sequence[Heard]) -> set[str]:
        """The earliest statement of each occasion."""
        found: dict[str | None, str] = {}
        for one in heard:
            found.setdefault(self.origins.of_statement.get(one.said.id), one.said.id)
        return set(found.values())

    def _weighed(self, a: Heard, b: Heard) -> Relation:
        return Weighing(self.scene, self.origins, self.weights, self.frame).weighed(a, b)

    def _headlines(self) -> Iterator[tuple[Said, Said]]:
        """Each headline with the statement below it that is nearest."""
        for group in self.scene.matter.values():
            body = [one for one in group if not one.headline]
            for head in apart([one for one in group if one.headline]):
                if body:
                    yield head, max(body, key=lambda one: similarity(one, head, self.weights))


def _of(said: Said, heard: Sequence[Heard]) -> Heard:
    return next(one for one in heard if one.said is said)


def apart(group: Sequence[Said]) -> list[Said]:
    """Statements of one report without those that are others read twice; the first of such stays."""
    kept: list[Said] = []
    for said in group:
        if not any(nested(said, other) for other in kept):
            kept.append(said)
    return kept
