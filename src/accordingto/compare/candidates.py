"""Which statements could be about one thing. Similarity only finds candidates here; it is never agreement."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from accordingto.compare.linkage import Matrix
from accordingto.compare.said import Said

CLAIM_COVERED = 0.5
"""Weighted share of the claim's content words that a statement must hold: below half it is about something else more
often than not, above two thirds the re-worded and translated versions of our own test stories are lost."""

CLAIM_WORDS = 2
"""A statement must hold two content words of the claim, so that one shared name is never enough."""

CLOSE_TO_BEST = 0.7
"""Beside the best statement of a report, others count only if they cover nearly as much of the claim."""

PAIR_SIMILARITY = 0.42
"""Least similarity of two statements to be compared slot by slot: in our own test stories pairs on one subject lie at
.45 and above, pairs of neighbouring sentences at .30 and below."""

PAIR_WORDS = 2
"""And they must share two content words, so that one rare name is never enough."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a canonical form tells: rarer among the statements, more."""

    of_form: Mapping[str, float]
    unseen: float

    def total(self, forms: Iterable[str]) -> float:
        """The summed weight of some forms; exact, so that the order in which a set gives them does not matter."""
        return math.fsum(self.of_form.get(form, self.unseen) for form in forms)


def weights_of(said: Sequence[Said]) -> Weights:
    """Inverse document frequencies over the statements, smoothed so that in a handful no word weighs nothing."""
    counts = Counter(form for one in said for form in one.forms)
    size = len(said) + 1
    return Weights({form: 1 + math.log(size / (count + 1)) for form, count in counts.items()}, 1 + math.log(size))


def coverage(claim: frozenset[str], one: Said, weights: Weights) -> float:
    """Share of the claim's weight found in a statement, 0–1."""
    whole = weights.total(claim)
    return weights.total(claim & one.forms) / whole if whole else 0.0


def similarity(a: Said, b: Said, weights: Weights) -> float:
    """Weighted overlap, 0–1: the mean of the Dice and the overlap coefficient, since one may be cut short."""
    common = weights.total(a.forms & b.forms)
    one, other = weights.total(a.forms), weights.total(b.forms)
    if not common:
        return 0.0
    return (2 * common / (one + other) + common / min(one, other)) / 2


class Holdings(NamedTuple):
    """Which of some names each statement has."""

    names: list[str]
    holds: Matrix
    """1 where it has one; statements × names."""


def holdings(sets: Sequence[frozenset[str]]) -> Holdings:
    """Which names stand in which of some sets."""
    names = sorted(frozenset().union(*sets))
    at = {name: i for i, name in enumerate(names)}
    holds = np.zeros((len(sets), len(names)))
    for i, found in enumerate(sets):
        holds[i, [at[name] for name in found]] = 1.0
    return Holdings(names, holds)


def similarities(said: Sequence[Said], weights: Weights) -> Matrix:
    """The `similarity` of any two statements, n × n."""
    found = dice_and_overlap(holdings([one.forms for one in said]), weights)
    return np.round(found, 6)  # the last digits depend on how a library adds up


def dice_and_overlap(forms: Holdings, weights: Weights) -> Matrix:
    """The same by the forms that each statement has, to the last digit."""
    tells = np.array([weights.of_form.get(form, weights.unseen) for form in forms.names])
    common = (forms.holds * tells) @ forms.holds.T
    total = np.maximum(np.diag(common), 1e-9)
    lesser = np.minimum(total[:, None], total[None, :])
    found: Matrix = (2 * common / (total[:, None] + total[None, :]) + common / lesser) / 2
    return found


def matching(claim: frozenset[str], said: Sequence[Said], weights: Weights) -> list[Said]:
    """The statements of one report that the claim could be, the nearest first; empty where there is none."""
    enough = min(CLAIM_WORDS, len(claim))
    scored = [(coverage(claim, one, weights), one) for one in said if len(claim & one.forms) >= enough]
    least = max(CLAIM_COVERED, CLOSE_TO_BEST * max((score for score, _ in scored), default=0.0))
    return [one for score, one in sorted(scored, key=lambda pair: -pair[0]) if score >= least]


def pairs(a: Sequence[Said], b: Sequence[Said], weights: Weights) -> list[tuple[Said, Said, float]]:
    """Statements of two reports that are each other's most similar, in the order of the second report."""
    scores = {
        (i, j): similarity(one, other, weights)
        for i, one in enumerate(a)
        for j, other in enumerate(b)
        if len(one.forms & other.forms) >= PAIR_WORDS
    }
    best_of_a, best_of_b = _best(scores, 0), _best(scores, 1)
    return [
        (a[i], b[j], score)
        for (i, j), score in sorted(scores.items(), key=lambda item: (item[0][1], item[0][0]))
        if score >= PAIR_SIMILARITY and best_of_a[i] == j and best_of_b[j] == i
    ]


def _best(scores: Mapping[tuple[int, int], float], side: int) -> dict[int, int]:
    """For each index of one side the index of its most similar on the other; the earlier where they tie."""
    best: dict[int, tuple[float, int]] = {}
    for pair, score in scores.items():
        here, there = pair[side], pair[1 - side]
        if here not in best or score > best[here][0]:
            best[here] = (score, there)
    return {here: there for here, (_, there) in best.items()}
