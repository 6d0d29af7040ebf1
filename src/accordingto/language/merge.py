"""Overlapping windows → one set of scores a text: each word is taken from the window in which it stands most central."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """One window of ``w`` words: ``tags`` (w, labels) and each pointer (w, w + 1), the last column nowhere."""

    tags: Floats
    pointers: dict[str, Floats]


def merge(
    total: int, cuts: list[tuple[int, int]], parts: list[WindowScores]
) -> tuple[Floats, dict[str, Floats]]:
    """Scores of ``total`` words: (total, labels) and, by pointer, (total, total + 1)."""
    if not parts:
        return np.zeros((0, 1), np.float32), {}
    tags = np.zeros((total, parts[0].tags.shape[1]), np.float32)
    pointers = {name: np.zeros((total, total + 1), np.float32) for name in parts[0].pointers}
    for (begin, end), keep, part in zip(cuts, owned(cuts), parts, strict=True):
        rows = slice(keep[0] - begin, keep[1] - begin)
        tags[keep[0] : keep[1]] = part.tags[rows]
        for name, scores in part.pointers.items():
            pointers[name][keep[0] : keep[1], begin:end] = scores[rows, :-1]
            pointers[name][keep[0] : keep[1], -1] = scores[rows, -1]
    return tags, pointers


def owned(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words that each window answers for: overlaps are halved."""
    edges = [cuts[0][0]]
    edges += [(a_end + b_begin) // 2 for (_, a_end), (b_begin, _) in zip(cuts, cuts[1:], strict=False)]
    edges.append(cuts[-1][1])
    return list(zip(edges, edges[1:], strict=False))
