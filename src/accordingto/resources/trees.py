"""Boosted trees as plain numbers: learnt weights that the package ships, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.resources.opening import open_lexicon

SCHEMA = 1


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Boosted trees as plain numbers. A row is a tree, a column a node; the first node is the root, a leaf leads to itself."""

    labels: tuple[str, ...]
    features: tuple[str, ...]
    """Names of the numbers that the trees ask for, in the order of their columns."""
    label: NDArray[np.intp]
    """Which label each tree speaks for."""
    feature: NDArray[np.intp]
    threshold: NDArray[np.float64]
    """A node goes left where the feature is not greater."""
    left: NDArray[np.intp]
    right: NDArray[np.intp]
    value: NDArray[np.float64]
    """Of leaves."""
    depth: int
    sha256: str

    def sums(self, given: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees of each label add up to, for each row of numbers in the order of `features`; rows × labels."""
        size = len(given)
        found = np.zeros((size, len(self.labels)))
        columns, rows = np.ascontiguousarray(given.T).ravel(), np.arange(size)
        for tree, label in enumerate(self.label):
            column, threshold = self.feature[tree] * size, self.threshold[tree]
            left, right = self.left[tree], self.right[tree]
            node = np.zeros(size, np.intp)
            for _ in range(self.depth):
                goes_left = columns.take(column.take(node) + rows) <= threshold.take(node)
                node = np.where(goes_left, left.take(node), right.take(node))
            found[:, label] += self.value[tree].take(node)
        return found

    def scores(self, given: Mapping[str, float]) -> dict[str, float]:
        """The same for one row, by label: much faster than a table of one."""
        row = [given[name] for name in self.features]
        found = dict.fromkeys(self.labels, 0.0)
        for label, tree in _walks(self):
            node = tree[0]
            while node[0] >= 0:
                node = tree[node[2] if row[node[0]] <= node[1] else node[3]]
            found[label] += node[4]
        return found

    def likely(self, given: Mapping[str, float]) -> float:
        """The probability of the only label, for one row."""
        (score,) = self.scores(given).values()
        return 1 / (1 + exp(-score))


@lru_cache(maxsize=64)
def _walks(trees: Trees) -> list[tuple[str, list[tuple[int, float, int, int, float]]]]:
    """For each tree its label and its nodes: feature (-1 of a leaf), threshold, left, right, value."""
    tables = [one.tolist() for one in (trees.feature, trees.threshold, trees.left, trees.right, trees.value)]
    return [
        (
            trees.labels[label],
            [
                (-1 if left == at else feature, threshold, left, right, value)
                for at, (feature, threshold, left, right, value) in enumerate(zip(*nodes, strict=True))
            ],
        )
        for label, *nodes in zip(trees.label.tolist(), *tables, strict=True)
    ]


def open_trees(path: Path, what: str) -> Trees:
    """Open a file of weights.

    Args:
        path: The file.
        what: What to call it in an error.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, what, SCHEMA, _made)


def _made(table: Mapping[str, Any], digest: str) -> Trees:
    rows = table["trees"]
    width = max(len(row["value"]) for row in rows)
    trees = Trees(
        labels=tuple(table["labels"]),
        features=tuple(table["features"]),
        label=np.array([row["label"] for row in rows], np.intp),
        feature=_padded(rows, "feature", width, np.intp),
        threshold=_padded(rows, "threshold", width, np.float64),
        left=_padded(rows, "left", width, np.intp),
        right=_padded(rows, "right", width, np.intp),
        value=_padded(rows, "value", width, np.float64),
        depth=int(table["depth"]),
        sha256=digest,
    )
    if trees.feature.max() >= len(trees.features) or max(trees.left.max(), trees.right.max()) >= width:
        raise ValueError("a tree asks for a feature or a node that there is not")
    return trees


def _padded(rows: list[Mapping[str, Any]], name: str, width: int, kind: Any) -> NDArray[Any]:
    made: NDArray[Any] = np.zeros((len(rows), width), kind)
    for i, row in enumerate(rows):
        made[i, : len(row[name])] = row[name]
    return made
