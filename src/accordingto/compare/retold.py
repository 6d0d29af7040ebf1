"""Retold: a report that names nobody and keeps no sentence, and still says the same as an earlier one, sentence by sentence.

What two independent reports of one happening share are a few names and numbers; a rewrite shares most of what each of its sentences
tells. So each sentence is compared with the nearest one of the other report by the words that few reports of the handful have.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.compare.copies import Copies, Text
from accordingto.model import Span, Spans

SENTENCE = 0.25
"""Similarity from which two sentences are shown as evidence; below it lie sentences that only name the same people."""

NAMED_SENTENCE = 0.15
"""The same for a sentence that names the other report: no chance has brought the two together."""

TWO_WORDS = 2
"""Two sentences must share so many words of content, so that one name is never enough."""

NEAREST = 6
"""Reports looked at closely: those that share most rare words. All others lie far below."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """What a report tells after another: ``share`` of its weight, and the sentences on both sides."""

    report: str
    share: float
    here: Spans
    there: Spans


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    stems: frozenset[str]


class Retold:
    """The sentences of a handful of reports as sets of weighted words."""

    def __init__(self, copies: Copies, function_words: Collection[str]) -> None:
        self._sentences = {report: _sentences(text, function_words) for report, text in copies.texts.items()}
        self._stems = {r: frozenset[str]().union(*(s.stems for s in found)) for r, found in self._sentences.items()}
        counts = Counter(stem for stems in self._stems.values() for stem in stems)
        self._weights = {stem: math.log((len(self._stems) + 1) / count) for stem, count in counts.items()}

    def nearest(self, report: str, others: Sequence[str]) -> Retelling | None:
        """The report that one tells most after; the first of those that are as near."""
        close = sorted(others, key=lambda other: -self._weight(self._stems[report] & self._stems[other]))[:NEAREST]
        found = [self._retelling(report, other) for other in others if other in close]
        return max(found, key=lambda retelling: retelling.share, default=None)

    def beside(self, report: str, where: Spans, other: str) -> Spans:
        """The sentences of another report that are nearest to those of one in which some spans stand, where they are near enough."""
        near = [
            self._near(sentence, other)
            for sentence in self._sentences[report]
            if any(sentence.span.overlaps(span) for span in where)
        ]
        return tuple(
            sorted({sentence.span for score, sentence in near if sentence is not None and score >= NAMED_SENTENCE})
        )

    def best(self, report: str, where: Span, other: str) -> tuple[float, Span | None]:
        """The sentence of another report that is nearest to that of one in which a span stands, and how near it is."""
        sentence = next((one for one in self._sentences[report] if one.span.overlaps(where)), None)
        score, near = self._near(sentence, other) if sentence else (0.0, None)
        return score, near.span if near else None

    def _retelling(self, report: str, other: str) -> Retelling:
        told = whole = 0.0
        here: list[Span] = []
        there: list[Span] = []
        for sentence in self._sentences[report]:
            score, near = self._near(sentence, other)
            weight = self._weight(sentence.stems)
            told, whole = told + weight * score, whole + weight
            if near is not None and score >= SENTENCE:
                here.append(sentence.span)
                there.append(near.span)
        return Retelling(other, told / whole if whole else 0.0, tuple(here), tuple(sorted(set(there))))

    def _near(self, sentence: _Sentence, other: str) -> tuple[float, _Sentence | None]:
        """How near the nearest sentence of a report is to one of another; the first of those that are as near."""
        scored = [(self._similarity(sentence.stems, s.stems), s) for s in self._sentences[other]]
        return max(scored, key=lambda pair: pair[0], default=(0.0, None))

    def _similarity(self, a: frozenset[str], b: frozenset[str]) -> float:
        common = a & b
        return self._weight(common) / (self._weight(a | b) or 1.0) if len(common) >= TWO_WORDS else 0.0

    def _weight(self, stems: Collection[str]) -> float:
        return math.fsum(self._weights[stem] for stem in stems)


def _sentences(text: Text, function_words: Collection[str]) -> list[_Sentence]:
    made = []
    for start, end in pairwise([*(start for _, start in text.rows), text.size]):
        tokens = text.tokens[start:end]
        stems = frozenset(token.stem for token in tokens if token.word not in function_words)
        made.append(_Sentence(Span(tokens[0].start, tokens[-1].end), stems))
    return made
