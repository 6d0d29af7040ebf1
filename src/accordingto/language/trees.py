"""The best dependency tree of a sentence, given a score for each arc (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]
ROOT = -1


def best_tree(scores: Floats) -> Ints:
    """Heads of ``m`` words, shape (m,), `ROOT` for a root; ``scores`` (m, m + 1), row word, column head, the last column root.

    Each word's scores are taken as logits, so that a tree's score is its probability. At least one word is a root.
    """
    m = len(scores)
    if not m:
        return np.zeros(0, np.int64)
    logits = scores.astype(np.float64)
    logits[np.arange(m), np.arange(m)] = -np.inf
    logits -= np.logaddexp.reduce(logits, axis=1, keepdims=True)
    heads: Ints = logits.argmax(1)
    if _cycle(heads, m) is not None:
        heads = _contracted(logits)
    return np.where(heads == m, ROOT, heads)


def _cycle(heads: Ints, root: int) -> list[int] | None:
    """The words of a cycle, or ``None`` where every word leads to the root."""
    state = [0] * root
    for word in range(root):
        path, at = [], word
        while at != root and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if at != root and state[at] == 1:
            return path[path.index(at) :]
        for seen in path:
            state[seen] = 2
    return None


def _contracted(logits: Floats) -> Ints:
    """Chu-Liu-Edmonds: contract a cycle to one word, solve the smaller problem, and break the cycle where it is entered."""
    m = len(logits)
    heads: Ints = logits.argmax(1)
    cycle = _cycle(heads, m)
    if cycle is None:
        return heads
    rest = [word for word in range(m) if word not in set(cycle)]
    columns = [*rest, m]
    k = len(rest)
    small = np.full((k + 1, k + 2), -np.inf)
    small[:k, :k], small[:k, k + 1] = logits[np.ix_(rest, rest)], logits[rest, m]
    leaving = logits[np.ix_(rest, cycle)]
    if k:
        small[:k, k] = leaving.max(1)
    loss = logits[cycle, heads[cycle]]
    entering = logits[np.ix_(cycle, columns)] - loss[:, None]
    small[k, :k], small[k, k + 1] = entering.max(0)[:k], entering.max(0)[k]
    solved = _contracted(small)
    for i, word in enumerate(rest):
        head = int(solved[i])
        heads[word] = cycle[int(leaving[i].argmax())] if head == k else columns[min(head, k)]
    entered = min(int(solved[k]), k)
    broken = cycle[int(entering[:, entered].argmax())]
    heads[broken] = columns[entered]
    return heads
