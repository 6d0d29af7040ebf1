"""Copies: which passages of one report stand in another, and what share of each they are.

Passages are runs of equal words found through an index of word n-grams, wherever they were moved to. Words inside
quotation marks are counted apart: the same quotation shows the same origin, not who copied from whom.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.compare.accounts import body
from accordingto.compare.normalise import Token, tokens_of
from accordingto.language.quotation import quotations
from accordingto.model import Report, Span, Spans

RUN = 6
"""Words in a row that count as shared: runs of five still meet by chance in stock phrases of the field ("are reported
to have been killed"), runs of six hardly do."""

COPIED_SHARE = 0.12
"""Least share of a report's own words (outside quotations) that must stand in another to call it a copy. Of the 1,260
ordered pairs of reports in evals/field, which tell of different happenings, none shares more than .045."""


COPIED_WORDS = 15
"""And so many words: in a report of two sentences one stock phrase is already a large share."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports share, as passages in text order on the side of ``b``."""

    a: Spans
    b: Spans
    of_a: float
    """Share of the words of a's body that stand in b, 0–1."""
    of_b: float
    own_of_b: float
    """The same share counted outside b's quotations."""
    own_words: int
    """How many words that is."""

    @property
    def copied(self) -> bool:
        """Whether so much of b's own words stands in a that one was made from the other, or both from a third."""
        return self.own_of_b >= COPIED_SHARE and self.own_words >= COPIED_WORDS


def shared(a: Report, b: Report) -> Shared:
    """Compare the bodies of two reports."""
    ours, theirs = tokens_of(a.text, body(a)), tokens_of(b.text, body(b))
    found = _runs_inside_blocks(a, ours, b, theirs)
    in_a = {at + i for at, _, length in found for i in range(length)}
    in_b = {at + i for _, at, length in found for i in range(length)}
    own = _unquoted(b, theirs)
    return Shared(
        a=tuple(_span(ours, i, length) for i, _, length in found),
        b=tuple(_span(theirs, j, length) for _, j, length in found),
        of_a=len(in_a) / max(1, len(ours)),
        of_b=len(in_b) / max(1, len(theirs)),
        own_of_b=len(in_b & own) / max(1, len(own)),
        own_words=len(in_b & own),
    )


def _runs_inside_blocks(
    a: Report, ours: Sequence[Token], b: Report, theirs: Sequence[Token]
) -> list[tuple[int, int, int]]:
    """Runs between two bodies as (index of token in a, in b, words), none across two blocks.

    Between blocks each side has a mark that the other cannot have; its indices are taken out again.
    """
    (left, real_a), (right, real_b) = _marked(a, ours, "a"), _marked(b, theirs, "b")
    return [(real_a[i], real_b[j], length) for i, j, length in runs(left, right)]


def _marked(report: Report, tokens: Sequence[Token], side: str) -> tuple[list[str], list[int]]:
    """The words with a mark at the start of each block, and for each entry the index of its token."""
    starts = [span.start for span in body(report)]
    words: list[str] = []
    index: list[int] = []
    block = -1
    for i, token in enumerate(tokens):
        here = bisect_right(starts, token.start)
        if here != block:
            words.append(f"{side} {here}")
            index.append(i)
            block = here
        words.append(token.word)
        index.append(i)
    return words, index


def _unquoted(report: Report, tokens: Sequence[Token]) -> set[int]:
    quoted = [(quotation.start, quotation.end) for quotation in quotations(report.text)]
    return {i for i, token in enumerate(tokens) if not any(start <= token.start < end for start, end in quoted)}


def _span(tokens: Sequence[Token], first: int, length: int) -> Span:
    return Span(tokens[first].start, tokens[first + length - 1].end)


def runs(a: Sequence[str], b: Sequence[str], *, least: int = RUN) -> list[tuple[int, int, int]]:
    """Longest runs of equal words: (start in a, start in b, words), in the order of b and not overlapping there."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(a) - least + 1):
        index[tuple(a[i : i + least])].append(i)
    found, j = [], 0
    while j <= len(b) - least:
        starts = index.get(tuple(b[j : j + least]), ())
        if not starts:
            j += 1
            continue
        length, at = max((_extent(a, b, i, j), -i) for i in starts)
        found.append((-at, j, length))
        j += length
    return found


def _extent(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length
