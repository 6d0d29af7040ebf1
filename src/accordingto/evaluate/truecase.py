"""Casing for texts in capitals: sentences and names begin with one, everything else is lowered.

A word counts as a name where it is a month, a day or a title's neighbour, or where neither it nor its stem is a whole piece of the
encoder's vocabulary, which holds the thirty thousand commonest words of English. Short forms in brackets stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Container

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_START = re.compile(r"(?:\A|[.!?][\"”’)\]]*\s+|\n\s*\n\s*|\[TEXT\]\s+)\W*$")
_DATES = frozenset(
    "january february march april june july august september october november december jan feb apr jun jul aug sep oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_TITLES = frozenset(
    "president general colonel minister major captain lieutenant mr mrs dr judge senator bishop archbishop father".split()
)
_ENDINGS = re.compile(r"(?:'s|’s|ies|ied|ing|ed|es|s|ly|er|ers|d)\Z")
_SHORT = 5
"""Letters that a short form in brackets may have."""


def is_capitals(text: str) -> bool:
    """Whether a text is all in capitals."""
    return text.upper() == text and any(c.isalpha() for c in text)


def truecased(text: str, known: Container[str]) -> str:
    """A text in capitals with sensible casing, character for character in its place.

    Args:
        text: in capitals.
        known: common words in lower case.
    """
    if not is_capitals(text):
        return text
    made, last, before = [], 0, ""
    for match in _WORD.finditer(text):
        word = match[0]
        made.append(text[last : match.start()])
        made.append(_cased(text, match, before, known))
        last, before = match.end(), word.lower()
    return "".join(made) + text[last:]


def _cased(text: str, match: re.Match[str], before: str, known: Container[str]) -> str:
    word, lower = match[0], match[0].lower()
    if (
        text[match.start() - 1 : match.start()] in ("[", "(")
        and text[match.end() : match.end() + 1] in ("]", ")")
        and len(word) <= _SHORT
    ):
        return word
    if (
        lower in _DATES
        or _START.search(text, max(0, match.start() - 12), match.start())
        or (before in _TITLES and not _common(lower, known))
    ):
        return word[0] + lower[1:]
    return lower if _common(lower, known) else word[0] + lower[1:]


def _common(word: str, known: Container[str]) -> bool:
    if word in known:
        return True
    stem = _ENDINGS.sub("", word)
    return any(form in known for form in (stem, stem + "e", stem + "y")) or (
        len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    )
