"""The sentences that outlets write under many reports, opened once from the lexicon and passed on explicitly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from accordingto.resources.opening import open_lexicon

SHIPPED = Path(__file__).parent.parent / "lexicons" / "stock.toml"
SCHEMA = 1
SHORT = 18
"""Words; a longer sentence with a phrase of reserve says something else beside it (two short English sentences have 18)."""

Patterns = Mapping[str, tuple[re.Pattern[str], ...]]
"""By a word that a sentence must hold: few hold one, and only those are searched."""


@dataclass(frozen=True, slots=True, eq=False)
class Stock:
    """The lexicon as patterns over a sentence's plain form: words in lower case, one space between them."""

    furniture: Patterns
    reserve: Patterns
    """Phrases that make only a short sentence a stock one."""
    sha256: str

    def covers(self, words: Sequence[str]) -> bool:
        """Whether a sentence, given as its plain words, is one that outlets write under many reports."""
        return _found(self.furniture, words) or (len(words) <= SHORT and _found(self.reserve, words))


def _found(patterns: Patterns, words: Sequence[str]) -> bool:
    held = patterns.keys() & set(words)
    if not held:
        return False
    plain = " ".join(words)
    return any(pattern.search(plain) for word in held for pattern in patterns[word])


@cache
def open_stock(path: Path = SHIPPED) -> Stock:
    """Open a lexicon of stock sentences.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a lexicon of stock sentences", SCHEMA, _made)


def _made(table: Mapping[str, Any], digest: str) -> Stock:
    return Stock(_by_word(table["furniture"]), _by_word(table["reserve"]), digest)


def _by_word(rows: Iterable[tuple[str, str]]) -> Patterns:
    found: dict[str, tuple[re.Pattern[str], ...]] = defaultdict(tuple)
    for words, pattern in rows:
        compiled = re.compile(pattern)
        for word in words.split():
            found[word] += (compiled,)
    return dict(found)
