"""Quotations: which characters stand between quotation marks, and which marks belong together.

English newspapers re-open a quotation at each new paragraph and close it only at the end; scraped text also loses closing
marks. So a quotation left open at the end of a paragraph continues only if the next paragraph re-opens it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"'}
_MARKS = re.compile('[“”„«»‘’"\n]')


@dataclass(frozen=True, slots=True)
class Quotation:
    """One stretch of quoted text inside one paragraph; ``[start, end)`` code points, marks included."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ends before the quotation does."""
    continued: bool
    """True where it takes up a quotation left open by the paragraph before."""


def quotations(text: str) -> list[Quotation]:
    """Find the quotations of a text, in order; nested marks belong to the outer quotation."""
    found: list[Quotation] = []
    start, closers, pending = -1, "", ""
    for match in _MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            if start >= 0:
                found.append(Quotation(start, at, closed=False, continued=pending == "continued"))
                pending = "open"
            elif text[text.rfind("\n", 0, at) + 1 : at].strip():
                pending = ""  # a paragraph that does not take the quotation up ends it
            start = -1
        elif start < 0:
            if _opens(text, at, mark):
                start, closers = at, OPENING[mark]
                pending = "continued" if pending == "open" and _paragraph_start(text, at) else "fresh"
        elif mark in closers and _closes(text, at, mark):
            found.append(Quotation(start, at + 1, closed=True, continued=pending == "continued"))
            start, pending = -1, ""
    if start >= 0:
        found.append(Quotation(start, len(text), closed=False, continued=pending == "continued"))
    return found


def _opens(text: str, at: int, mark: str) -> bool:
    if mark not in OPENING:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(after) and (mark == "«" or not after.isspace())


def _closes(text: str, at: int, mark: str) -> bool:
    after = text[at + 1 : at + 2]
    if mark == "’":  # also the apostrophe
        return not after.isalnum() and not (text[at - 1 : at] == "s" and re.match(r"\s[a-z]", text[at + 1 : at + 3]))
    return not (mark == '"' and after.isalnum())


def _paragraph_start(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return not text[line:at].strip()
