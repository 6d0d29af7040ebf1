"""Tracing with the shipped lexicon: what `accordingto.compare.trace` needs is opened here and passed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.compare.likeness import Vectors
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.trace import Trace
from accordingto.compare.trace import trace as compare
from accordingto.compare.travel import Travel
from accordingto.compare.travel import travel as compare_all
from accordingto.pipeline.prepare import sentence_encoder
from accordingto.pipeline.reading import Reading
from accordingto.resources.comparison import open_comparison
from accordingto.resources.learnt import Learnt


def trace(readings: Sequence[Reading], claim: str) -> Trace:
    """Trace a claim through a handful of reports.

    Args:
        readings: The reports, in any order.
        claim: The words sought, a sentence or a part of one.

    Raises:
        UsageError: where the claim has no content words, or no statement of any report matches it.
    """
    return compare(readings, claim, words=open_comparison())


def travel(
    readings: Sequence[Reading],
    *,
    vectors: Vectors | None = None,
    thresholds: Thresholds = DEFAULTS,
    learnt: Learnt | None = None,
) -> Travel:
    """Compare all that the reports of one story tell.

    Args:
        readings: The reports, in any order.
        vectors: Gives the unit vectors of sentences, as a store keeps them; made by the shipped encoder where not given.
        thresholds: What has to be reached.
        learnt: What was learnt on stories whose path is known, where it is not what is shipped.
    """
    known = vectors or sentence_vectors
    words = replace(open_comparison(), learnt=learnt) if learnt else open_comparison()
    return compare_all(readings, words=words, vectors=known, thresholds=thresholds)


def sentence_vectors(texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """The vectors of some sentences, made by the shipped encoder: a few milliseconds each."""
    return sentence_encoder().vectors(texts)  # type: ignore[return-value]
