"""How near two statements of a story are in meaning, beside what all of the story are: by the vectors of their contents.

The vectors of one story lie close together; what they share is taken away (Mu and Viswanath 2018, of word vectors: the mean), so that
what is left tells the statements of the story apart. A statement is also held against what stands around the other. `bearing` weighs
what of the meaning tells one thing from another, as it was learnt on other stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.alike import UNRELATED, Meanings, vectors_of
from accordingto.compare.linkage import Matrix
from accordingto.compare.said import Said

if TYPE_CHECKING:
    from accordingto.resources.metric import Metric

AROUND = 2
"""Statements nearest in the report that are what stands around one."""


def meanings_beside(every: Sequence[Said], meanings: Meanings) -> dict[str, Matrix]:
    """What any two statements have in common by their meaning, n × n, symmetric; 0 where one has no vector."""
    centred = _centred(every, meanings)
    cosine = np.round(centred @ centred.T, 6)
    lead = _lead(cosine, every)
    around = np.round(_around(centred, every) @ centred.T, 6)
    return {
        "meaning.centred": cosine,
        "meaning.lead.more": np.maximum(lead, lead.T),
        "meaning.lead.less": np.minimum(lead, lead.T),
        "meaning.around": np.maximum(around, around.T),
    }


def bearing(every: Sequence[Said], meanings: Meanings, metric: Metric) -> Matrix:
    """Cosines of the contents' vectors by a learnt metric, n × n; that of two unrelated ones where one has no vector."""
    rows = metric.stretched(vectors_of(every, meanings))
    has = np.linalg.norm(rows, axis=1) > 0
    return np.where(has[:, None] & has[None, :], np.round(rows @ rows.T, 6), UNRELATED)


def _centred(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """The vectors of the contents less their mean, brought to length 1."""
    rows = vectors_of(every, meanings)
    has = np.linalg.norm(rows, axis=1) > 0
    if has.any():
        rows[has] -= rows[has].mean(axis=0)
    return _unit(rows)


def _unit(rows: Matrix) -> Matrix:
    made: Matrix = rows / np.maximum(1e-9, np.linalg.norm(rows, axis=1))[:, None]
    return made


def _lead(cosine: Matrix, every: Sequence[Said]) -> Matrix:
    """By how much a statement (a column) is nearer to another (a row) than all else that its report has."""
    size = len(every)
    report = np.array([one.report for one in every])
    rows = np.arange(size)
    found = np.zeros((size, size))
    for name in sorted(set(report.tolist())):
        own = np.flatnonzero(report == name)
        some = np.where(rows[:, None] == own[None, :], -1.0, cosine[:, own])
        at = some.argmax(axis=1)
        first = some.max(axis=1)
        rest = some.copy()
        rest[rows, at] = -1.0
        second = rest.max(axis=1)
        nearest = at[:, None] == np.arange(len(own))[None, :]
        found[:, own] = some - np.where(nearest, second[:, None], first[:, None])
    return np.round(found, 6)


def _around(vectors: Matrix, every: Sequence[Said]) -> Matrix:
    """The mean of what stands around each statement in its report, brought to length 1; what overlaps it does not."""
    start = np.array([one.parts[0].start for one in every])
    end = np.array([one.parts[-1].end for one in every])
    report = np.array([one.report for one in every])
    apart = (report[:, None] == report[None, :]) & ((start[:, None] >= end[None, :]) | (start[None, :] >= end[:, None]))
    distance = np.where(apart, np.abs(start[:, None] - start[None, :]).astype(float), np.inf)
    near: NDArray[np.intp] = np.argsort(distance, axis=1, kind="stable")[:, :AROUND]
    here = np.isfinite(np.take_along_axis(distance, near, axis=1))
    found: Matrix = (vectors[near] * here[:, :, None]).sum(axis=1)
    return _unit(found)
