"""The pairs of statements between which the stories of `training.corpus` tell a relation, as the comparison meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from accordingto.compare.heard import Heard, hear
from accordingto.compare.origins import origins_of
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.together import Together
from accordingto.compare.travel import Ready, ready
from accordingto.compare.tree import parents
from accordingto.compare.weighing import Weighing
from accordingto.evaluate.travel import likeness
from accordingto.model import RelationKind, hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from evals.travel.compile import gold_row
from evals.travel.predicted import readings
from evals.travel.story import Story
from training.corpus import corpus
from training.unseen import likelihoods


class Pair(NamedTuple):
    """Two statements, the earlier first or of one report that of the body, and the relation that the story tells."""

    a: Heard
    b: Heard
    relation: RelationKind
    weighing: Weighing
    """Of the story's own matter."""


@cache
def pairs_of(name: str) -> list[Pair]:
    """Those of a story of which reading has found both ends; made once."""
    [story] = [one for one in corpus() if one.name == name]
    return [*_pairs_of(story)]


def _pairs_of(story: Story) -> Iterator[Pair]:
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    gold = gold_row(story)
    matters = [_found(matter["members"], made, docs) for matter in gold["origins"]]
    together = likelihoods(story, made)
    weighings = [_weighing(members, made, together) for members in matters if members]
    order = {one.id: n for n, one in enumerate(said for some in made.said.values() for said in some)}
    for account in gold["accounts"]:
        places = [[end["doc"], end["start"], end["end"]] for end in (account["a"], account["b"])]
        ends = sorted(_found(places, made, docs), key=lambda one: (one.headline, order[one.id]))
        if len(ends) == 2 and ends[0].report != ends[1].report:
            ends.sort(key=lambda one: order[one.id])
        held = [one for one in weighings if all(_holds(one.scene, end) for end in ends)]
        if len(ends) == 2 and held:
            a, b = (hear(end, end.report, held[0].scene) for end in ends)
            yield Pair(a, b, RelationKind(account["relation"]), held[0])


def _found(places: Sequence[Sequence[Any]], made: Ready, docs: Mapping[str, str]) -> list[Said]:
    """The statements that lie over some places best, each once."""
    found: dict[str, Said] = {}
    for place in places:
        likely = [
            (
                likeness(
                    tuple(place), (docs[one.report], hull(one.statement.content).start, hull(one.statement.content).end)
                ),
                one,
            )
            for some in made.said.values()
            for one in some
        ]
        best, one = max(likely, key=lambda pair: pair[0])
        if best:
            found[one.id] = one
    return [*found.values()]


def _holds(scene: Scene, said: Said) -> bool:
    return any(one.id == said.id for one in scene.matter.get(said.report, ()))


def _weighing(members: Sequence[Said], made: Ready, together: Together) -> Weighing:
    """The weighing of a matter of these members."""
    words = open_comparison()
    kept = {report: [one for one in members if one.report == report] for report in made.said}
    group = {report: some for report, some in kept.items() if some}
    scene = Scene(made.hand, group, made.said, parents(group, made.lineage, made.hand), words, made.lineage)
    return Weighing(scene, origins_of(scene, made.weights, made.frame, together), made.weights, made.frame)
