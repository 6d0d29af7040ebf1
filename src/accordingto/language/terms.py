"""The words of a text as a search index knows them: without case, accents, vowel signs and apostrophes, each with its place.

Every database is given these words instead of cutting texts by rules of its own, so that the same search finds the same everywhere.
Nothing is stemmed: names must not be ("Evans" is not "Evan"), stemmers differ between databases and know one language each, and a
search can ask for beginnings (``strik*``). No word is left out as too common, since "will not" means more than "will".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from accordingto.resources.folding import APOSTROPHES, fold

LONGEST = 64
"""Letters of a word that count; longer ones are no words but addresses, hashes and broken text."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u08d3-\u08ff\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e4e\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""What belongs to the word around it though it is no letter: accents, vowel signs, the tatweel; whole blocks of Indian scripts."""
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
"""Scripts written without spaces: each character is a word, and what is searched for is a phrase of them."""
_LETTERS = rf"(?:[^\W_{_ALONE}]+|[{_MARKS}{_INVISIBLE}]+)+"
_WORD = re.compile(
    rf"(?P<alone>[{_ALONE}])"
    rf"|(?P<dotted>\b(?:[A-Za-z]\.){{2,}})"
    rf"|(?P<number>(?<![\d.,])\d{{1,3}}(?:[,\u202f]\d{{3}})+(?![\d,]))"
    rf"|(?P<word>{_LETTERS}(?:[{APOSTROPHES}]{_LETTERS})*)"
)
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]\Z")
_DROPPED = re.compile(rf"[{_INVISIBLE}\u0640,.\u202f]")
_DIGITS = {base + n: str(n) for base in (0x0660, 0x06F0, 0x0966) for n in range(10)}
_PLAIN = re.compile(r"[A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Term:
    """A word: as the index knows it, and where it stands, ``[start, end)`` in code points."""

    word: str
    start: int
    end: int


def terms(text: str) -> list[Term]:
    """The words of a text, in order."""
    found = []
    for match in _WORD.finditer(text):
        word = folded_word(match[0])
        if word:
            found.append(Term(word, match.start(), match.end()))
    return found


def words(text: str) -> list[str]:
    """The words of a text, without their places."""
    return [word for match in _WORD.finditer(text) if (word := folded_word(match[0]))]


@lru_cache(maxsize=2**16)
def folded_word(written: str) -> str:
    """A word as the index knows it; empty where nothing is left of it."""
    if _PLAIN.fullmatch(written):
        return written.lower()[:LONGEST]
    bare = _DROPPED.sub("", _POSSESSIVE.sub("", written)).translate(_DIGITS)
    return "".join(c for c in fold(bare) if c.isalnum() or ord(c) > 0x7F)[:LONGEST]
