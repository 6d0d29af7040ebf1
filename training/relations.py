"""The pairs of statements between which the stories of `training.corpus` tell a relation, as the comparison meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.heard import Heard, hear
from accordingto.compare.origins import origins_of
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.together import Together
from accordingto.compare.traits import Traits
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
from training.learner import Answers, Rows
from training.unseen import likelihoods

SETTINGS = {
    "objective": "multiclass",
    "learning_rate": 0.06,
    "num_leaves": 4,
    "max_depth": 2,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.35,
    "lambda_l2": 10.0,
}
"""Of questions that are learnt from pairs, beside the number of their labels."""


class Pair(NamedTuple):
    """Two statements, the earlier first or of one report that of the body, and the relation that the story tells."""

    a: Heard
    b: Heard
    relation: RelationKind
    weighing: Weighing
    """Of the story's own matter."""


def pairs_of(story: Story) -> Iterator[Pair]:
    """All that reading has found both ends of."""
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


def rows_of(story: Story, label: Callable[[Pair], int | None], traits: Callable[[Pair], Traits]) -> Rows:
    """The rows of a story: for each pair that has a label its number and what speaks for it."""
    made = [(number, traits(pair)) for pair in pairs_of(story) if (number := label(pair)) is not None]
    names = [*made[0][1]] if made else []
    table = np.array([[given[name] for name in names] for _, given in made])
    return Rows(story.name, story.held_back, names, table, np.array([number for number, _ in made], float))


def figures(labels: Sequence[str], corpus: Sequence[Rows], given: Answers) -> Mapping[str, float]:
    """F1 of each label over the stories that are open and those held back."""
    own = [found.argmax(axis=1) for found in given]
    found: dict[str, float] = {}
    for group, held_back in (("open", False), ("held back", True)):
        some = [n for n, one in enumerate(corpus) if one.held_back is held_back]
        truth, answer = (np.concatenate([rows[n] for n in some]) for rows in ([one.label for one in corpus], own))
        scores = [_f1(truth == number, answer == number) for number in range(len(labels))]
        found |= {f"{name}, {group}": score for name, score in zip(labels, scores, strict=True)}
        found[f"mean, {group}"] = round(sum(scores) / len(scores), 4)
    return found


def _f1(truth: NDArray[np.bool_], answer: NDArray[np.bool_]) -> float:
    return round(float(2 * (truth & answer).sum() / max(1, truth.sum() + answer.sum())), 4)
