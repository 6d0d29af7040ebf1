"""Figures and how sure they are: what every scorer gives back.

A scorer counts each document into a `Counter` and makes `Measure`s of a sum of counts; intervals come from summing the counts
of documents drawn with replacement (Efron 1979), because statements of one document stand and fall together.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

Counts = Counter[str]
DRAWS = 500
LEAST = 10
"""Gold items that a class needs to enter a macro figure: below it, one item more or less moves the figure by points."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure, in per cent."""

    name: str
    value: float
    support: int
    """How many gold items it rests on."""
    precision: float | None = None
    recall: float | None = None
    """Where the figure is an F1: what it is made of, in per cent."""
    interval: tuple[float, float] | None = None
    """Bounds of 95 %."""


Measuring = Callable[[Counts], list[Measure]]


def share(name: str, hits: float, total: int) -> Measure:
    """Hits over total; 0 where there is none."""
    return Measure(name, 100 * hits / total if total else 0.0, total)


def f1(name: str, hits: int, predicted: int, gold: int) -> Measure:
    """F1 of one-to-one hits."""
    both = predicted + gold
    value, p, r = 200 * hits / both if both else 0.0, 100 * hits / max(1, predicted), 100 * hits / max(1, gold)
    return Measure(name, value, gold, p, r)


def harmonic(name: str, precision: float, recall: float, support: int) -> Measure:
    """F1 of a precision and a recall (both in per cent) that have hits of their own."""
    total = precision + recall
    return Measure(name, 2 * precision * recall / total if total else 0.0, support, precision, recall)


def with_intervals(
    per_document: Sequence[Counts], measuring: Measuring, *, draws: int = DRAWS, seed: int = 0
) -> list[Measure]:
    """The measures of all documents, each with the interval that holds 95 % of its draws.

    Args:
        per_document: the counts of each document.
        measuring: makes measures of summed counts.
        draws: how many times documents are drawn; 0 leaves intervals out.
        seed: of the draws; the same seed draws the same documents for every task.
    """
    whole = measuring(total(per_document))
    if not draws or not per_document:
        return whole
    drawn: dict[str, list[float]] = {measure.name: [] for measure in whole}
    for sample in _samples(per_document, draws, seed):
        for measure in measuring(sample):
            if measure.support:
                drawn[measure.name].append(measure.value)
    return [_bounded(measure, drawn[measure.name]) for measure in whole]


def total(per_document: Sequence[Counts]) -> Counts:
    """The sum of counts."""
    summed = Counts()
    for counts in per_document:
        summed.update(counts)
    return summed


def _samples(per_document: Sequence[Counts], draws: int, seed: int) -> list[Counts]:
    """Sums over documents drawn with replacement, as many as there are."""
    keys = sorted(set().union(*per_document))
    table = np.array([[counts[key] for key in keys] for counts in per_document], np.int64)
    chance, size = random.Random(seed), len(per_document)
    sums = [table[[chance.randrange(size) for _ in range(size)]].sum(axis=0) for _ in range(draws)]
    return [Counts(dict(zip(keys, map(int, row), strict=True))) for row in sums]


def _bounded(measure: Measure, values: list[float]) -> Measure:
    """With the interval of the draws that held gold for it; without one where none did."""
    if not values:
        return measure
    low, high = np.percentile(values, [2.5, 97.5])
    return Measure(
        measure.name, measure.value, measure.support, measure.precision, measure.recall, (float(low), float(high))
    )
