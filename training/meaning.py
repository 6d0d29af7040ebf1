"""The metric on sentence vectors by which two statements of a story are likely about one thing: `accordingto.resources.metric`.

A linear map of the vectors is learnt so that cosines of mapped vectors tell pairs that are about one thing from others (logistic loss, by
Adam, Kingma and Ba 2015), pulled towards leaving them as they are. What tells of a story is weighed alike for all stories, and in each
the pairs on one thing weigh as much as all others. Of what the map does to lengths and angles the directions are kept along which it
stretches or shrinks most. The figures are average precisions (mean over stories) of pairs of two reports by the cosine alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.alike import vectors_of
from accordingto.compare.travel import Ready, ready
from accordingto.evaluate.travel import likeness
from accordingto.model import hull
from accordingto.pipeline.travel import sentence_vectors
from accordingto.resources.comparison import open_comparison
from accordingto.resources.metric import Metric, metric_of
from evals.travel.compile import gold_row
from evals.travel.predicted import readings
from evals.travel.story import Story
from training.folds import fold_of, without_fold

Rows = NDArray[np.float64]

DIRECTIONS = 64
"""How many are kept: with 64 of 384 average precisions are those of the whole map."""
STEPS, RATE, DECAY, SQUARES = 60, 0.001, 0.9, 0.99
"""Of Adam."""
PULL = 0.01
"""How much it costs to move away from the identity."""
EVEN, SLOPE = 0.4, 0.1
"""The cosine at even odds, and how much more of it makes the odds e times as high."""


class Told(NamedTuple):
    """A story with what is known of its statements."""

    made: Ready
    matters: Mapping[str, frozenset[int]]
    """Numbers of the matters that each statement is a member of, by id."""


_TOLD: dict[str, Told] = {}


def told(story: Story) -> Told:
    """A story as comparing meets it, with the matters of the gold; made once."""
    if story.name not in _TOLD:
        _TOLD[story.name] = _told(story)
    return _TOLD[story.name]


def _told(story: Story) -> Told:
    own = readings(story)
    docs = {reading.report.id: doc for doc, reading in own.items()}
    made = ready(list(own.values()), words=open_comparison(), vectors=sentence_vectors)
    places = [(docs[one.report], hull(one.parts).start, hull(one.parts).end) for one in made.every]
    matters: dict[str, set[int]] = {one.id: set() for one in made.every}
    for number, matter in enumerate(gold_row(story)["origins"]):
        for member in matter["members"]:
            like = [likeness(tuple(member), place) for place in places]
            if max(like):
                matters[made.every[like.index(max(like))].id].add(number)
    return Told(made, {name: frozenset(numbers) for name, numbers in matters.items()})


class Pairs(NamedTuple):
    """The statements of a story and which two of them, of two reports, are known to be about one thing or about two."""

    vectors: Rows
    one: NDArray[np.bool_]
    two: NDArray[np.bool_]


def pairs_of(story: Story) -> Pairs:
    """All pairs of a story."""
    made, matters = told(story)
    about = [matters[one.id] for one in made.every]
    report = np.array([one.report for one in made.every])
    shared = np.array([[bool(a & b) for b in about] for a in about])
    known = np.array([[bool(a or b) for b in about] for a in about]) & (report[:, None] != report[None, :])
    return Pairs(vectors_of(made.every, made.meanings), shared & known, known & ~shared)


def learnt(some: Sequence[Pairs]) -> Rows:
    """The map of vectors that is learnt from some stories."""
    whole = np.eye(some[0].vectors.shape[1])
    made, mean, square = whole.copy(), np.zeros_like(whole), np.zeros_like(whole)
    for step in range(1, STEPS + 1):
        slope = PULL * (made - whole) + sum(_slope(made, one) for one in some) / len(some)
        mean = DECAY * mean + (1 - DECAY) * slope
        square = SQUARES * square + (1 - SQUARES) * slope * slope
        made -= RATE * (mean / (1 - DECAY**step)) / (np.sqrt(square / (1 - SQUARES**step)) + 1e-8)
    return made


def _slope(made: Rows, story: Pairs) -> Rows:
    """The gradient of the loss of one story."""
    mapped = story.vectors @ made.T
    length = np.linalg.norm(mapped, axis=1, keepdims=True) + 1e-9
    unit = mapped / length
    likely = 1 / (1 + np.exp((EVEN - unit @ unit.T) / SLOPE))
    weight = sum(0.5 * some / max(1, some.sum()) for some in (story.one, story.two))
    by_unit = 2 * ((likely - story.one) * weight / SLOPE) @ unit
    by_mapped = (by_unit - unit * (unit * by_unit).sum(axis=1, keepdims=True)) / length
    found: Rows = by_mapped.T @ story.vectors
    return found


def directions(made: Rows) -> NDArray[np.float16]:
    """The directions along which a map stretches or shrinks most, each as long as it is stretched: cosines stay near those of the map."""
    squares, every = np.linalg.eigh(made.T @ made)
    stretch = np.sqrt(squares)
    kept = np.argsort(-np.abs(stretch - 1), kind="stable")[:DIRECTIONS]
    found: NDArray[np.float16] = (every[:, kept] * stretch[kept]).T.astype(np.float16)
    return found


def written(fold: int | None = None) -> bytes:
    """The file of the metric, learnt without a fold."""
    data = BytesIO()
    np.save(data, directions(learnt([pairs_of(story) for story in without_fold(fold)])))
    return data.getvalue()


@cache
def metric_without_fold(fold: int | None) -> Metric:
    """The metric that was learnt without a fold."""
    return metric_of(written(fold))


def metric_without(name: str) -> Metric:
    """The metric that was learnt without a story and the others of its fold."""
    return metric_without_fold(fold_of(name))


def figures(found: Sequence[Story]) -> Mapping[str, float]:
    """Average precision by the cosine as it is and by the metric, of stories open and held back."""
    scores: dict[str, list[float]] = {}
    for story in found:
        pairs = pairs_of(story)
        i, j = np.nonzero(np.tril(pairs.one | pairs.two))
        for name, rows in (("as is", pairs.vectors), ("learnt", metric_without(story.name).stretched(pairs.vectors))):
            precision = average_precision(pairs.one[i, j].astype(float), (rows @ rows.T)[i, j])
            scores.setdefault(f"{name}, {'held back' if story.held_back else 'open'}", []).append(precision)
    return {name: round(float(np.mean(values)), 4) for name, values in scores.items()}


def average_precision(one: NDArray[np.float64], scores: NDArray[np.float64], unseen: int = 0) -> float:
    """The mean of the precisions at each pair that is about one thing; those that were not looked at count as never found."""
    order = np.argsort(-scores, kind="stable")
    hits = one[order]
    precisions = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precisions[hits > 0].sum() / max(1.0, hits.sum() + unseen))
