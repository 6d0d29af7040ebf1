"""Whole words that the shipped tagger's vocabulary knows, for asking whether something is a word."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

_SHORTEST = 5
"""Letters; among shorter entries are many that are parts of names."""


@lru_cache(maxsize=1)
def whole_words() -> frozenset[str]:
    """English words in lower case, some 20,000."""
    raw = (resources.files("accordingto.resources") / "tagger" / "vocabulary.txt").read_text("utf-8")
    return frozenset(word for word in raw.split("\n") if len(word) >= _SHORTEST and word.isalpha())
