"""How wide words are that a picture shows, where nothing can measure them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = (("mwMW—", 0.9), (" iljtfrI.,:;|!'’()[]-", 0.3))
"""Widths of letters in their size; with 0.56 for others and 0.68 for capitals that is the mean of system-ui, DejaVu and Liberation as
Chromium measures them. A line that is wider than reckoned ends at the picture's edge."""
BOLD = 1.06
"""How much wider bold letters are."""


def cut(words: str, room: float, size: float) -> str:
    """Words that end with an ellipsis where they are wider than the room for them.

    Args:
        words: in one line.
        room: in pixels.
        size: of the letters, in pixels.
    """
    if length(words, size) <= room:
        return words
    kept = words
    while kept and length(kept, size) + size > room:
        kept = kept[: max(0, len(kept) - max(1, int((length(kept, size) + size - room) / (size * 1.1))))]
    return f"{kept.rstrip()}…"


def length(words: str, size: float) -> float:
    """About how wide words are, in pixels, in letters of a size in pixels."""
    return size * sum(_em(char) for char in words)


@lru_cache(maxsize=2**12)
def _em(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return next((width for chars, width in _WIDTHS if char in chars), 0.68 if char.isupper() else 0.56)
