"""The attribution heads over an `Encoded`: labels and pointers, then flat attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.attribute.decode import Flat, Scores, attributions
from accordingto.attribute.scheme import DISTANCE_BUCKETS, POINTERS, distance_bucket
from accordingto.language.distance import by_distance
from accordingto.language.encoder import Encoded
from accordingto.language.merge import WindowScores, merge
from accordingto.language.windows import WINDOW

if TYPE_CHECKING:
    from collections.abc import Mapping

Floats = NDArray[np.float32]

_BUCKETS = np.array([distance_bucket(d) for d in range(-WINDOW, WINDOW + 1)])
assert _BUCKETS.max() < DISTANCE_BUCKETS


def tag(encoded: Encoded, tables: Mapping[str, Floats]) -> list[Flat]:
    """The flat attributions of a text: the outermost voices in it."""
    if not encoded.cuts:
        return []
    parts = [_scores(v, s, tables) for v, s in zip(encoded.vectors, encoded.starts, strict=True)]
    tags, pointers = merge(len(encoded.words), list(encoded.cuts), parts)
    breaks = encoded.words.features[:, 1] == 1
    return attributions(Scores(tags, pointers["cue_of"], pointers["source_of"]), breaks)


def _scores(vectors: Floats, start: Floats, tables: Mapping[str, Floats]) -> WindowScores:
    labels = vectors @ tables["tags.weight"] + tables["tags.bias"]
    pointers = {name: _softmax(_point(name, vectors, start, tables)) for name in POINTERS}
    return WindowScores(np.log(_softmax(labels) + 1e-30), pointers)


def _point(name: str, vectors: Floats, start: Floats, tables: Mapping[str, Floats]) -> Floats:
    """Scores (n, n + 1) of one pointer; the last column is nowhere."""
    n = len(vectors)
    asked = vectors @ tables[f"{name}.query.weight"] + tables[f"{name}.query.bias"]
    offered = np.vstack([vectors, start]) @ tables[f"{name}.key.weight"] + tables[f"{name}.key.bias"]
    scores: Floats = asked @ offered.T / asked.shape[1] ** 0.5
    buckets = _BUCKETS[WINDOW - n + 1 : WINDOW + n]
    scores[:, :n] += by_distance(tables[f"{name}.distance.weight"][buckets, 0])
    return scores


def _softmax(scores: Floats) -> Floats:
    raised: Floats = scores - scores.max(-1, keepdims=True)
    np.exp(raised, out=raised)
    raised /= raised.sum(-1, keepdims=True)
    return raised
