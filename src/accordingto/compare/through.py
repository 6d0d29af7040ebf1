"""What two statements of a story have in common through all others: second looks at how likely they are about one thing.

Two that are each likely about one thing with a third are so too, in whatever words; and one that is far likelier about something else
that the other's report tells is not. What this tells is learnt as what the two have in common themselves is (stacking, Wolpert 1992).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.linkage import Matrix

NEIGHBOURS = 10
"""Nearest statements of each in which common ones are sought."""

Vector = NDArray[np.float64]
Places = NDArray[np.intp]


class _Tops(NamedTuple):
    """For each statement and report: the likeliest there, where it stands, and how likely the second is."""

    first: Matrix
    at: NDArray[np.intp]
    second: Matrix


def through(likely: Matrix, report: Places, i: Places, j: Places) -> dict[str, Vector]:
    """What some pairs of statements have in common through the others.

    Args:
        likely: How likely any two of n are about one thing by what they have in common themselves; n × n, symmetric.
        report: The number of each one's report, from 0.
        i: One of each pair.
        j: The other.

    Returns:
        For each pair numbers that do not change when its two are exchanged.
    """
    alone = likely.copy()
    np.fill_diagonal(alone, 0.0)
    tops = _tops(alone, report)
    away = tops.first.copy()
    away[np.arange(len(alone)), report] = 0.0
    most = away.max(axis=1)
    told = away.sum(axis=1) / max(1, away.shape[1] - 1)
    own = alone[i, j]
    best, second = _common(alone, i, j)
    lead = _lead(tops, own, report, i, j), _lead(tops, own, report, j, i)
    found = {
        "likely": own,
        "likely.share": own / np.maximum(1e-6, np.maximum(most[i], most[j])),
        "likely.share.less": own / np.maximum(1e-6, np.minimum(most[i], most[j])),
        "common": best,
        "common.second": second,
        "common.cosine": _cosine(alone, i, j),
        "lead.more": np.maximum(*lead),
        "lead.less": np.minimum(*lead),
        "most.more": np.maximum(most[i], most[j]),
        "most.less": np.minimum(most[i], most[j]),
        "told.more": np.maximum(told[i], told[j]),
        "told.less": np.minimum(told[i], told[j]),
    }
    return {name: np.round(values, 6) for name, values in found.items()}


def _tops(alone: Matrix, report: Places) -> _Tops:
    size, reports = len(alone), int(report.max()) + 1
    tops = _Tops(np.zeros((size, reports)), np.zeros((size, reports), np.intp), np.zeros((size, reports)))
    for number in range(reports):
        own = np.flatnonzero(report == number)
        if not len(own):
            continue
        some = alone[:, own]
        at = some.argmax(axis=1)
        tops.first[:, number] = some.max(axis=1)
        tops.at[:, number] = own[at]
        some = some.copy()
        some[np.arange(size), at] = 0.0
        tops.second[:, number] = some.max(axis=1)
    return tops


def _lead(tops: _Tops, own: Vector, report: Places, i: Places, j: Places) -> Vector:
    """By how much the second of each pair is likelier to the first than all else that its report tells."""
    there = i, report[j]
    rival = np.where(tops.at[there] == j, tops.second[there], tops.first[there])
    lead: Vector = own - rival
    return lead


def _common(alone: Matrix, i: Places, j: Places) -> tuple[Vector, Vector]:
    """How likely each pair is about one thing with the third that is likeliest so with both, and with the next."""
    near = np.argsort(-alone, axis=1, kind="stable")[:, : NEIGHBOURS + 1]
    found = []
    for one, other in ((i, j), (j, i)):
        third = near[one]
        both = np.minimum(alone[one[:, None], third], alone[other[:, None], third])
        found.append(-np.sort(-both, axis=1)[:, :2])
    more = np.maximum(*found)
    return more[:, 0], more[:, -1] if more.shape[1] > 1 else np.zeros(len(more))


def _cosine(alone: Matrix, i: Places, j: Places) -> Vector:
    """Cosine of what each of a pair is to all others."""
    shared = alone @ alone.T
    size = np.diag(shared)
    square = alone[i, j] ** 2
    cosine: Vector = shared[i, j] / np.sqrt(np.maximum(1e-9, (size[i] - square) * (size[j] - square)))
    return cosine
