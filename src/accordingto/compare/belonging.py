"""Which statements belong to a group on one thing beside those that it was made of."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.heard import nested
from accordingto.compare.linkage import Matrix
from accordingto.compare.said import Said
from accordingto.compare.thresholds import Thresholds

Vector = NDArray[np.float64]


def near_to(members: Sequence[int], alike: Matrix, every: Sequence[Said]) -> Vector:
    """How near each statement is to a cluster: its mean similarity to the nearer half of what other reports have there, to two at least.

    Args:
        members: Indices of the cluster's statements.
        alike: Similarities, n × n, symmetric.
        every: All n statements.

    Returns:
        n values; 0 where no other report has anything of the cluster.
    """
    by = np.array([one.report for one in every])
    own = by[[*members]][:, None] == by[None, :]
    found = np.where(own, -np.inf, alike[[*members]])
    found = -np.sort(-found, axis=0)
    count = np.isfinite(found).sum(axis=0)
    nearer = np.minimum(count, np.maximum(2, (count + 1) // 2))
    found[np.arange(len(members))[:, None] >= nearer[None, :]] = 0.0
    made: Vector = np.round(
        found.sum(axis=0) / np.maximum(1, nearer), 6
    )  # the last digits depend on how a library adds up
    return made


def with_near(members: Sequence[int], alike: Matrix, every: Sequence[Said], least: float) -> list[int]:
    """A cluster with the statements of others that are as near to most of it: one sentence may tell of two things."""
    if len({every[i].report for i in members}) < 2:
        return [*members]
    return sorted({*members, *np.flatnonzero(near_to(members, alike, every) >= least).tolist()})


def with_lone(
    clusters: Sequence[Sequence[int]], alike: Matrix, every: Sequence[Said], thresholds: Thresholds
) -> list[list[int]]:
    """Clusters with the statements of none that are, of all that their reports have, clearly the nearest to one these do not tell."""
    held = {i for members in clusters for i in members}
    told = [frozenset(every[i].report for i in members if not every[i].headline) for members in clusters]
    travelled = [n for n, members in enumerate(clusters) if len({every[i].report for i in members}) > 1]
    near = {n: near_to(clusters[n], alike, every) for n in travelled}
    taken: dict[int, list[int]] = {}
    for j, one in enumerate(every):
        if j in held or one.headline:
            continue
        lacking = [n for n in travelled if one.report not in told[n]]
        nearest = max(lacking, key=lambda n: near[n][j], default=None)
        if nearest is None or near[nearest][j] < thresholds.lone_similarity:
            continue
        if near[nearest][j] >= _rival(j, near[nearest], every) + thresholds.lone_lead:
            taken.setdefault(nearest, []).append(j)
    return [sorted({*members, *taken.get(n, ())}) for n, members in enumerate(clusters)]


def _rival(j: int, near: Vector, every: Sequence[Said]) -> float:
    """How near to a cluster the nearest other statement in the body of a statement's report is; what is that one read twice is no other."""
    mine = every[j]
    others = [i for i, one in enumerate(every) if i != j and one.report == mine.report and not one.headline]
    return max((float(near[i]) for i in others if not nested(every[i], mine)), default=0.0)
