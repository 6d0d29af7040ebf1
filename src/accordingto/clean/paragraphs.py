"""The paragraphs of a plain text: its lines, or runs of lines where a text is hard-wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.clean.shapes import MARKS, count_words
from accordingto.model import Span

MAX_WRAP = 120
"""Columns: longer lines are paragraphs, not wrapped lines."""
MIN_WRAP = 40
MIN_PAIRS = 4
"""Pairs of lines needed before a text is believed to be wrapped."""
WRAP_SHARE = 0.6
"""Share of line pairs whose break a greedy wrapper would have made; in unwrapped text it is near zero."""
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch without white space at its ends. ``text`` is its view for rules.

    In the view runs of white space are one space, and marks of direction at the ends are left out.
    """

    span: Span
    text: str
    blank: bool
    """Whether a blank line, or the text's start, stands before it."""
    words: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    blank: bool


def paragraphs(text: str) -> list[Paragraph]:
    """All that is not white space, in order, never overlapping."""
    lines = _lines(text)
    width = wrap_width([[line.end - line.start for line in run] for run in _runs(lines)], text, lines)
    made: list[list[_Line]] = []
    for line in lines:
        if made and width and not line.blank and _continues(text, made[-1], line, width):
            made[-1].append(line)
        else:
            made.append([line])
    return [_paragraph(text, run) for run in made]


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        before = text[found[-1].end : start] if found else ""
        blank = not found or len(_BREAK.findall(before)) > 1
        found.append(_Line(start, start + len(stripped), start - match.start(), blank))
    return found


def _runs(lines: Sequence[_Line]) -> list[list[_Line]]:
    runs: list[list[_Line]] = []
    for line in lines:
        if line.blank or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def wrap_width(runs: Sequence[Sequence[int]], text: str, lines: Sequence[_Line]) -> int | None:
    """The column at which a text was wrapped, or ``None`` where it was not.

    A break is a wrapper's where the next line's first word would not have fitted.
    """
    inner = [length for run in runs if len(run) > 1 for length in run]
    width = max(inner, default=0)
    if not MIN_WRAP <= width <= MAX_WRAP:
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.blank]
    fits = sum(_overfull(text, a, b, width) for a, b in pairs)
    return width if len(pairs) >= MIN_PAIRS and fits >= WRAP_SHARE * len(pairs) else None


def _overfull(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the following line's first word would have passed the width."""
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width


def _continues(text: str, run: Sequence[_Line], line: _Line, width: int) -> bool:
    indented = line.indent > run[-1].indent + 1 and len(run) > 1
    return not indented and _overfull(text, run[-1], line, width)


def _paragraph(text: str, run: Sequence[_Line]) -> Paragraph:
    span = Span(run[0].start, run[-1].end)
    words = " ".join(span.of(text).split())
    collapsed = words.strip(MARKS + " ") or words

    return Paragraph(span, collapsed, run[0].blank, count_words(collapsed))
