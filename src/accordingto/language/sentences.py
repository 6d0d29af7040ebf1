"""Sentences of a text, as spans. A paragraph break always ends one; abbreviations, initials and decimal points do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from accordingto.model import Span

_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof gen maj col lt sgt capt cpl adm brig cmdr gov sen rep hon rev st jr sr vs etc approx no "
        "nos vol fig inc ltd co corp dept est jan feb mar apr jun jul aug sep sept oct nov dec mt ft pres min spc pvt"
    ).split()
)
_STOP = re.compile(r"[.!?…]+[\"”’»)\]]*|\n")
_OPENER = re.compile(r"[\s\"“‘«(\[—–-]*(\S)")


def sentences(text: str) -> Iterator[Span]:
    """Yield sentence spans in order, without surrounding white space."""
    start = 0
    for match in _STOP.finditer(text):
        if match[0] == "\n" or _ends(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def sentence_at(starts: Sequence[int], offset: int) -> int:
    """Index of the sentence that an offset lies in, given where the sentences start; the first for what stands before."""
    return max(0, bisect_right(starts, offset) - 1)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    right = len(part.rstrip())
    if left < right:
        yield Span(start + left, start + right)


def _ends(text: str, match: re.Match[str]) -> bool:
    at, after = match.start(), match.end()
    if after < len(text) and not text[after].isspace():
        return False
    following = _OPENER.match(text, after)
    if following and following[1].islower():
        return False
    if match[0].startswith(".") and len(match[0]) == 1:
        word = re.search(r"[\w.]*$", text[max(0, at - 12) : at])
        token = word[0] if word else ""
        if token.lower().rstrip(".") in _ABBREVIATIONS and following:
            return False
        if re.fullmatch(r"[A-Z]", token) or (
            re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", token) and not _new_sentence(text, after)
        ):
            return False
    return True


def _new_sentence(text: str, after: int) -> bool:
    """After an acronym with points ("the U.S."), only a clear opener starts a new sentence."""
    following = re.match(
        r"\s+[\"“]?(The|A|An|But|And|In|On|He|She|It|They|We|I|However|Meanwhile|This|That|His|Her)\b", text[after:]
    )
    return bool(following)
