"""The learnt weights by which a claim is judged against an evidence, opened once and passed on explicitly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.resources.opening import open_lexicon

SHIPPED = Path(__file__).parent.parent / "lexicons" / "verdict.toml"
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


@cache
def open_verdict(path: Path = SHIPPED) -> Trees:
    """Open a file of weights.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a file of weights for verdicts", SCHEMA, _made)


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
