"""Named: whether the words around an outlet's name in the running text have something from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from accordingto.compare.accounts import sentence_of
from accordingto.compare.outlets import CARRIER_WORDS
from accordingto.model import Report, Span

if TYPE_CHECKING:
    from accordingto.resources.credits import CreditWords

TOLD_BEFORE, TOLD_AFTER = 50, 60
"""Characters around a name within which its sentence has something from it: "told the pro-government newspaper …", "… reported"."""


def has_from(report: Report, span: Span, words: CreditWords) -> bool:
    """Whether the words around a name have something from it: "told the agency", "(Northwire, March 21)", not "its driver was hurt"."""
    sentence, text = sentence_of(report, (span,)), report.text
    if text[max(0, span.start - 1) : span.start] == "(" and text[span.end : span.end + 1] in (")", ","):
        return True
    if _GIVEN_IN.search(text, sentence.start, span.start) and not _POSSESSIVE.match(text, span.end):
        return True
    before, after = max(sentence.start, span.start - TOLD_BEFORE), min(sentence.end, span.end + TOLD_AFTER)
    following = text[span.end : after].split(",")[0] if text[span.end : span.end + 1] != "," else text[span.end : after]
    return words.telling.search(text, before, span.end) is not None or words.telling.search(following) is not None


_GIVEN_IN = re.compile(
    rf"\b(?:in|by|as|which|that|with)\s+(?:(?:[Tt]he|news|{'|'.join(sorted(CARRIER_WORDS))})\s+){{0,3}}\Z"
)
"""What stands before the name of one that has or gives something: "as ONA found", "in the Post", "which the agency Lumen passed on"."""

_POSSESSIVE = re.compile(r"['’]s?\b")


def stands_alone(text: str, span: Span) -> bool:
    """Whether a name in brackets is a line of its own: a foot line, wherever it was put."""
    before, after = text[: span.start].rpartition("\n")[2].strip(), text[span.end :].partition("\n")[0].strip()
    return (before, after.rstrip(".")) in (("(", ")"), ("[", "]"), ("/", "/"))
