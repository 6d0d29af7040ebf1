"""Average linkage (Sokal and Michener 1958), and the joining of clusters that have nothing in common but their likeness."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def average_linkage(alike: Matrix, least: float) -> list[list[int]]:
    """Clusters of two members and more, merged while the most similar two reach a similarity on the average of their members.

    Args:
        alike: Similarities, n × n, symmetric.
        least: Where merging ends.

    Returns:
        Indices in ascending order, clusters by their first.
    """
    size = len(alike)
    alike = alike.copy()
    np.fill_diagonal(alike, -1.0)
    members: list[list[int]] = [[i] for i in range(size)]
    best = alike.argmax(axis=1)
    value = alike[np.arange(size), best]
    while True:
        i = int(value.argmax())
        if value[i] < least:
            break
        i, j = sorted((i, int(best[i])))
        _merge(alike, members, i, j)
        _rebest(alike, best, value, i, j)
    return [sorted(found) for found in members if len(found) > 1]


def _merge(alike: Matrix, members: list[list[int]], i: int, j: int) -> None:
    """Put cluster j into cluster i; the row of j becomes empty."""
    a, b = len(members[i]), len(members[j])
    joined = (a * alike[i] + b * alike[j]) / (a + b)
    joined[[i, j]] = -1.0
    joined[alike[i] < 0] = -1.0  # clusters that went into others
    alike[i], alike[:, i] = joined, joined
    alike[j], alike[:, j] = -1.0, -1.0
    members[i] += members[j]
    members[j] = []


def _rebest(alike: Matrix, best: NDArray[np.intp], value: Matrix, i: int, j: int) -> None:
    """The nearest neighbours again, of those whose nearest was one of two clusters that were merged."""
    for k in (*np.flatnonzero((best == i) | (best == j)), i, j):
        best[k] = alike[k].argmax()
        value[k] = alike[k, best[k]]
    nearer = alike[i] > value
    best[nearer], value[nearer] = i, alike[i][nearer]


def joined_apart(clusters: Sequence[Sequence[int]], alike: Matrix, barred: Matrix, least: float) -> list[list[int]]:
    """Clusters, joined while the most similar two that nothing bars reach a similarity on the average of their members.

    Args:
        clusters: Indices of members, each in one cluster.
        alike: Similarities, n × n, symmetric.
        barred: 1 for two members whose clusters cannot be joined, else 0; n × n, symmetric.
        least: Where joining ends.

    Returns:
        Indices in ascending order, clusters by the place of their first in what was given.
    """
    found = [[*members] for members in clusters]
    has = _of(found, len(alike))
    sums, bars, size = has @ alike @ has.T, has @ barred @ has.T, has.sum(axis=1)
    np.fill_diagonal(bars, 1.0)
    while found:
        mean = np.round(sums / np.outer(size, size), 6)  # the last digits depend on how a library adds up
        mean[bars > 0] = -np.inf
        i, j = sorted(divmod(int(mean.argmax()), len(found)))
        if mean[i, j] < least:
            break
        found[i] += found.pop(j)
        sums, bars = (_put_together(one, i, j) for one in (sums, bars))
        size[i] += size[j]
        size = np.delete(size, j)
    return [sorted(members) for members in found]


def _put_together(sums: Matrix, i: int, j: int) -> Matrix:
    """Sums over pairs of clusters once cluster j is part of cluster i."""
    sums[i] += sums[j]
    sums[:, i] += sums[:, j]
    return np.delete(np.delete(sums, j, 0), j, 1)


def _of(clusters: Sequence[Sequence[int]], size: int) -> Matrix:
    """1 where a cluster has a member."""
    found = np.zeros((len(clusters), size))
    for n, members in enumerate(clusters):
        found[n, [*members]] = 1.0
    return found
