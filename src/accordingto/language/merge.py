"""Overlapping windows → one reading of a text.

Labels are averaged where windows overlap; a word points as in the window in which it stands most central.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """One window of ``w`` words: ``tags`` (w, labels) and each pointer (w, w + 1), the last column nowhere."""

    tags: Floats
    pointers: dict[str, Floats]


@dataclass(frozen=True, slots=True)
class Pointed:
    """One pointer over a whole text. A word points inside its own window only, so windows are kept as they are."""

    cuts: tuple[Cut, ...]
    owned: tuple[Cut, ...]
    scores: tuple[Floats, ...]

    def mass(self, asking: Cut, candidates: Sequence[Cut]) -> tuple[Floats, float]:
        """Probability that the words of ``asking`` point into each candidate span, and nowhere; means over the words."""
        found, nowhere = np.zeros(len(candidates), np.float32), 0.0
        starts = np.array([a for a, _ in candidates])
        ends = np.array([b for _, b in candidates])
        for (begin, end), (first, last), scores in zip(self.cuts, self.owned, self.scores, strict=True):
            a, b = max(first, asking[0]), min(last, asking[1])
            if a >= b:
                continue
            votes = scores[a - begin : b - begin].sum(0)
            upto = np.concatenate([[0.0], np.cumsum(votes[:-1])])
            left, right = (np.minimum(np.maximum(edge, begin), end) - begin for edge in (starts, ends))
            found += upto[right] - upto[left]
            nowhere += float(votes[-1])
        words = asking[1] - asking[0]
        mean: Floats = found / np.float32(words)
        return mean, nowhere / words


def merge(total: int, cuts: Sequence[Cut], parts: Sequence[WindowScores]) -> tuple[Floats, dict[str, Pointed]]:
    """Label log-probabilities of ``total`` words, shape (total, labels), and the pointers by name."""
    shares, read = np.zeros((total, parts[0].tags.shape[1]), np.float32), np.zeros((total, 1), np.float32)
    for (begin, end), part in zip(cuts, parts, strict=True):
        shares[begin:end] += np.exp(part.tags)
        read[begin:end] += 1
    tags: Floats = np.log(shares / np.maximum(read, 1) + 1e-30)
    mine = owned(cuts)
    pointers = {
        name: Pointed(tuple(cuts), mine, tuple(part.pointers[name] for part in parts)) for name in parts[0].pointers
    }
    return tags, pointers


def owned(cuts: Sequence[Cut]) -> tuple[Cut, ...]:
    """The words that each window answers for: overlaps are halved."""
    edges = [cuts[0][0]]
    edges += [(a_end + b_begin) // 2 for (_, a_end), (b_begin, _) in pairwise(cuts)]
    edges.append(cuts[-1][1])
    return tuple(pairwise(edges))
