"""Cutting a text into windows that the encoder can read, and choosing the window whose reading of a word counts."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.language.words import Words

WINDOW = 256
"""Pieces an encoder window holds, the two special tokens included (the length trained on)."""
OVERLAP = 48
"""Pieces that neighbouring windows share at least, so that every word is read with context on both sides."""


def windows(words: Words, *, size: int = WINDOW, overlap: int = OVERLAP, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield ``[first word, end word)`` windows of at most ``size - 2`` pieces."""
    capacity, total = size - 2, len(words)
    first = words.first_piece
    begin = start
    while begin < total:
        end = begin
        while end < total and first[end + 1] - first[begin] <= capacity:
            end += 1
        end = max(end, begin + 1)
        yield begin, end
        if end >= total:
            return
        next_begin = end
        while (
            next_begin > begin + 1
            and first[end] - first[next_begin] < overlap
            and first[end + 1] - first[next_begin - 1] <= capacity  # room for a new word must be left
        ):
            next_begin -= 1
        begin = next_begin
