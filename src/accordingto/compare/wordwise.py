"""Two wordings of one utterance, aligned word by word so that as much as can be stands beside its like.

A translator keeps single words where a desk keeps phrases; so not the longest equal run comes first (as in `accordingto.compare.edits`),
but what gives the most equal words in all, less a price for every place where the two part and meet again (Gotoh 1982).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

CHANGE = 0.6
"""Price of a stretch of changed words: between what one equal word of content is worth (1) and one without (`SMALL`), so that a lone
"the" between two changes does not part them and a lone "talking" does."""
SMALL = 0.5

Stretch = tuple[int, int, int, int]
"""``a[i:j]`` became ``b[k:l]``, as (i, j, k, l)."""


def changes(a: Sequence[str], b: Sequence[str], function: Collection[str]) -> list[Stretch]:
    """The stretches in which two rows of words differ, in order.

    Args:
        a: Words.
        b: Words.
        function: Words without content.
    """
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    most = min(len(a), len(b)) - start
    end = next((i for i in range(most) if a[-1 - i] != b[-1 - i]), most)
    found = _aligned(a[start : len(a) - end], b[start : len(b) - end], function)
    return [(i + start, j + start, k + start, m + start) for i, j, k, m in found]


def _aligned(a: Sequence[str], b: Sequence[str], function: Collection[str]) -> list[Stretch]:
    """By the best score of all that is left, from the end: after an equal word (0), or inside a change (1)."""
    worth = [SMALL if word in function else 1.0 for word in a]
    rows, columns = len(a), len(b)
    best = [[(0.0, 0.0)] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            if i == rows and j == columns:
                continue
            skipped = max(
                best[i + 1][j][1] if i < rows else float("-inf"), best[i][j + 1][1] if j < columns else float("-inf")
            )
            equal = i < rows and j < columns and a[i] == b[j]
            kept = worth[i] + best[i + 1][j + 1][0] if equal else float("-inf")
            best[i][j] = (max(kept, skipped - CHANGE), max(kept, skipped))
    return _followed(a, b, worth, best)


def _followed(
    a: Sequence[str], b: Sequence[str], worth: Sequence[float], best: Sequence[Sequence[tuple[float, float]]]
) -> list[Stretch]:
    made: list[Stretch] = []
    i = j = 0
    opened: tuple[int, int] | None = None
    while i < len(a) or j < len(b):
        here = best[i][j][1 if opened else 0]
        if i < len(a) and j < len(b) and a[i] == b[j] and here == worth[i] + best[i + 1][j + 1][0]:
            if opened:
                made.append((opened[0], i, opened[1], j))
            opened, i, j = None, i + 1, j + 1
            continue
        opened = opened or (i, j)
        if i < len(a) and (j == len(b) or best[i + 1][j][1] >= best[i][j + 1][1]):
            i += 1
        else:
            j += 1
    return [*made, (opened[0], i, opened[1], j)] if opened else made
