"""How common words are in news before a store has told: a guess from the order of the shipped tagger's vocabulary.

That vocabulary is BERT's, whose whole words stand in the order of their frequency. It gives no counts; by Zipf's law the share of
reports that hold a word falls about as one through its rank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_FIRST = "the"
"""The most frequent word; single letters and signs stand before it."""
HALF = 20
"""Rank of a word that half of all reports hold: the third dozen of English words are prepositions and pronouns."""
RAREST = 1e-3
"""Share of reports that may hold a word that is no common one. Higher for names than it would be for all news, since news keeps
coming back to them; of 3e-4, 1e-3 and 3e-3 the second told stories of ECB+ apart best."""
SURE = 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Shares of reports by word."""

    ranks: Mapping[str, int]
    """From 0, of the words of the vocabulary."""

    def share(self, word: str) -> float:
        """The share of reports that would hold a word, folded as by `accordingto.language.terms`; above 0, at most `SURE`."""
        rank = self.ranks.get(word)
        return RAREST if rank is None else max(RAREST, min(SURE, HALF / (rank + HALF)))


@cache
def open_background() -> Background:
    """The shipped one."""
    raw = (resources.files("accordingto.resources") / "tagger" / "vocabulary.txt").read_text("utf-8")
    words = raw.split("\n")
    after = words[words.index(_FIRST) :]
    return Background({word: rank for rank, word in enumerate(after) if word.isalnum()})
