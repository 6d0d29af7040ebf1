"""The evidence of a trace in words: what shows each occasion and each edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.compare.accounts import outlet_of
from accordingto.compare.trace import Trace
from accordingto.model import Lineage, LineageKind, Passage, text_of
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.wording import one_line

PASSAGES = 3
"""Passages shown of one copy; the longest, since they tell most. JSON has them all."""

Row = tuple[str, str, tuple[str, ...]]


def occasion_rows(trace: Trace, readings: Sequence[Reading]) -> list[Row]:
    """For each occasion a row a passage: description (in the first row), outlet, words."""
    texts = {reading.report.id: reading for reading in readings}
    return [
        (one_line(occasion.description) if first else "", _outlet(texts, passage.report), (_words(texts, passage),))
        for occasion in trace.matter.occasions
        for first, passage in _firsts(dict.fromkeys(occasion.evidence))
    ]


def _firsts(passages: Iterable[Passage]) -> Iterator[tuple[bool, Passage]]:
    return ((number == 0, passage) for number, passage in enumerate(passages))


def edge_rows(trace: Trace, readings: Sequence[Reading]) -> list[Row]:
    """For each edge: the report, what it took from and how, and the words that show it."""
    texts = {reading.report.id: reading for reading in readings}
    return [(_outlet(texts, edge.source), _how(edge, texts), _shown(edge, texts)) for edge in trace.lineage]


def _how(edge: Lineage, texts: dict[str, Reading]) -> str:
    target = _outlet(texts, edge.target) if edge.known else one_line(edge.target)
    if edge.kind is LineageKind.CITES:
        return f"cites {target} ({edge.by})"
    order = "; which was first is not known" if not edge.ordered else ""
    return f"shares text with {target}: {edge.share or 0:.0%} of its words{order}"


def _shown(edge: Lineage, texts: dict[str, Reading]) -> tuple[str, ...]:
    if edge.kind is LineageKind.CITES:
        return tuple(_words(texts, passage) for passage in edge.evidence)
    here = [passage for passage in edge.evidence if passage.report == edge.source]
    spans = sorted((span for passage in here for span in passage.spans), key=lambda span: -len(span))[:PASSAGES]
    return tuple(_words(texts, Passage(edge.source, (span,))) for span in sorted(spans))


def _outlet(texts: dict[str, Reading], report: str) -> str:
    return one_line(outlet_of(texts[report]))


def _words(texts: dict[str, Reading], passage: Passage) -> str:
    return one_line(text_of(texts[passage.report].report.text, passage.spans))
