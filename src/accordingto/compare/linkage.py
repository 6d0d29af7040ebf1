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


def joined_apart(
    clusters: Sequence[Sequence[int]], alike: Matrix, holders: Sequence[frozenset[str]], least: float
) -> list[list[int]]:
    """Clusters, those that no holder has both of joined while the most similar two reach a similarity on the average of their members.

    Args:
        clusters: Indices of members, each in one cluster.
        alike: Similarities, n × n, symmetric.
        holders: Who has something of each cluster; one that nobody has is joined to none.
        least: Where joining ends.

    Returns:
        Indices in ascending order, clusters by the place of their first in what was given.
    """
    found = [[*members] for members in clusters]
    holds = _holds(holders)
    has = _of(found, len(alike))
    sums, size = has @ alike @ has.T, has.sum(axis=1)
    while found:
        mean = np.round(sums / np.outer(size, size), 6)  # the last digits depend on how a library adds up
        barred = (holds @ holds.T > 0) | (holds.sum(axis=1) == 0)[:, None] | (holds.sum(axis=1) == 0)[None, :]
        mean[barred] = -np.inf
        i, j = sorted(divmod(int(mean.argmax()), len(found)))
        if mean[i, j] < least:
            break
        sums[i] += sums[j]
        sums[:, i] += sums[:, j]
        size[i] += size[j]
        holds[i] += holds[j]
        found[i] += found.pop(j)
        sums, size, holds = np.delete(np.delete(sums, j, 0), j, 1), np.delete(size, j), np.delete(holds, j, 0)
    return [sorted(members) for members in found]


def _holds(holders: Sequence[frozenset[str]]) -> Matrix:
    names = sorted(frozenset().union(*holders))
    return np.array([[name in some for name in names] for some in holders], float).reshape(len(holders), len(names))


def _of(clusters: Sequence[Sequence[int]], size: int) -> Matrix:
    """1 where a cluster has a member."""
    found = np.zeros((len(clusters), size))
    for n, members in enumerate(clusters):
        found[n, [*members]] = 1.0
    return found
