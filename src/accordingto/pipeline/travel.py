"""Tracing with the shipped lexicon: what `accordingto.compare.trace` needs is opened here and passed on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from accordingto.compare.trace import Trace
from accordingto.compare.trace import trace as compare
from accordingto.compare.travel import Travel
from accordingto.compare.travel import travel as compare_all
from accordingto.pipeline.reading import Reading
from accordingto.resources.comparison import open_comparison

if TYPE_CHECKING:
    from accordingto.language.vectors import SentenceEncoder


def trace(readings: Sequence[Reading], claim: str) -> Trace:
    """Trace a claim through a handful of reports.

    Args:
        readings: The reports, in any order.
        claim: The words sought, a sentence or a part of one.

    Raises:
        UsageError: where the claim has no content words, or no statement of any report matches it.
    """
    return compare(readings, claim, words=open_comparison())


def travel(readings: Sequence[Reading]) -> Travel:
    """Compare all that the reports of one story tell.

    Args:
        readings: The reports, in any order.
    """
    return compare_all(readings, words=open_comparison(), vectors=sentence_vectors)


def sentence_vectors(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """The vectors of some sentences; the encoder is opened by the first that are asked for."""
    return [[float(x) for x in vector] for vector in _encoder().vectors(texts)]


@cache
def _encoder() -> SentenceEncoder:
    from accordingto.language.vectors import SentenceEncoder
    from accordingto.resources.sentence_encoder import open_sentences

    return SentenceEncoder(open_sentences())
