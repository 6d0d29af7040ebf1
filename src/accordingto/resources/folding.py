"""Names folded for comparison: what case, accents, apostrophes, hyphens and ways of transliterating leave the same.

Two keys: the *plain* one keeps all letters; the *loose* one also levels the vowels and doublings in which transliterations of
one Arabic, Russian or Ukrainian name differ ("Hizbullah", "Hezbollah"), so it may only be asked where the plain one finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "’'‘`ʼʿʾ"
_TOKEN = re.compile(rf"(?:[A-Z]\.){{2,}}|[^\W_]+(?:[{APOSTROPHES}\"][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]\Z")
_MARKS = str.maketrans("", "", APOSTROPHES + '."')
_ARTICLES = frozenset("al el as ash an ad ar at az ul ud".split())
_LEVELLED = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("yi", "i"),
    ("iy", "i"),
    ("ii", "i"),
    ("o", "u"),
    ("e", "i"),
    ("y", "i"),
)
_UNDECOMPOSED = str.maketrans("ıłøđßæ", "ilodsa")
LOOSE_LEAST = 6
"""Letters that a loose key needs: shorter names that differ in a vowel are mostly different names."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a name or text: folded, as written, and where it stands."""

    folded: str
    written: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text. A possessive ending belongs to none; a hyphenated Arabic article is always ``al``."""
    found = []
    for match in _TOKEN.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        end = match.start() + len(written)
        hyphen = text[end : end + 1] == "-"
        found.append(Token(_article(fold(written), hyphen=hyphen), written, match.start(), end))
    return found


def fold(word: str) -> str:
    """One word without case, accents, points and apostrophes."""
    if word.isascii():
        return word.translate(_MARKS).lower()
    plain = unicodedata.normalize("NFKD", word).translate(_MARKS).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_UNDECOMPOSED)


def plain_key(words: Sequence[str]) -> str:
    """The key of a folded name."""
    return " ".join(words)


def loose_key(words: Sequence[str]) -> str | None:
    """The key that ways of transliterating leave the same, without articles; ``None`` where too little is left."""
    key = " ".join(levelled(word) for word in words if word != "al")
    return key if len(key) >= LOOSE_LEAST else None


@lru_cache(maxsize=4096)
def levelled(word: str) -> str:
    """A folded word with the vowels and doublings levelled in which transliterations differ."""
    for given, level in _LEVELLED:
        word = word.replace(given, level)
    word = re.sub(r"(.)\1", r"\1", word)
    return word[:-1] if word.endswith("h") and len(word) > 3 else word


def _article(folded: str, *, hyphen: bool) -> str:
    return "al" if hyphen and folded in _ARTICLES else folded
