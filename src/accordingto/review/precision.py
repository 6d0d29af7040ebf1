"""How often records are right, from a random sample that people coded: a share with its interval, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from accordingto.model.review import Action, Review
from accordingto.review.apply import winner

Z = 1.959964
"""Of a two-sided interval of 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a sample, with the interval in which that of the whole lies at 95 %."""

    hits: int
    total: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """``None`` where there is nothing to take a share of."""
        return self.hits / self.total if self.total else None


def share(hits: int, total: int) -> Share:
    """A share with Wilson's score interval, which holds also near 0 and 1 and of few (Wilson 1927; Brown, Cai and DasGupta 2001)."""
    if not total:
        return Share(0, 0, 0.0, 1.0)
    rate, square = hits / total, Z * Z
    middle = (rate + square / (2 * total)) / (1 + square / total)
    half = Z * sqrt(rate * (1 - rate) / total + square / (4 * total * total)) / (1 + square / total)
    low, high = (0.0 if not hits else middle - half), (1.0 if hits == total else middle + half)
    return Share(hits, total, low, high)


@dataclass(frozen=True, slots=True)
class Precision:
    """What people said of the sampled records of one layer."""

    layer: str
    sampled: int
    decided: int
    population: int
    """Records that the sample was drawn from."""
    exact: Share
    """Accepted as they were read, of those decided."""
    there: Share
    """Accepted, or corrected in some part: not rejected."""

    @property
    def complete(self) -> bool:
        """Whether all that were drawn are decided: before that, what is left may differ from what is done."""
        return self.decided == self.sampled


def precision(layer: str, population: int, standing: Iterable[Iterable[Review]]) -> Precision:
    """What a sample says of its layer.

    Args:
        layer: the layer.
        population: how many records it was drawn from.
        standing: of each sampled record the decisions that stand; that of an adjudicator counts over those of coders.
    """
    made = [winner(list(reviews)) for reviews in standing]
    decided = [one.action for one in made if one is not None]
    right = sum(action == Action.ACCEPT for action in decided)
    wrong = sum(action == Action.REJECT for action in decided)
    total = len(decided)
    return Precision(layer, len(made), total, population, share(right, total), share(total - wrong, total))
