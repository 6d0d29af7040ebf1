"""How like two reports are in what tells happenings apart, and what that says for their being of one story.

Each word weighs by how rare it was when its report came (online tf·idf; Allan et al. 1998, Yang et al. 1998); names, numbers and
the openings are compared on their own, and what one opening names and the other report does not speaks against the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple

from accordingto.compare.storyprints import SHARES, TIMES, UNDATED, Kind, StoryPrint, unpacked

PRIOR = 1000
"""Reports that what is known of words beforehand counts like; of 300, 1,000 and 3,000 the second told stories of ECB+ apart best."""

WINDOW = 30
"""Days that two reports of one happening lie apart at most. A story goes on beyond as long as somebody writes of it in between."""

STEPS = 32.0
"""Of a byte for a rarity of 1."""

FEW_NUMBERS = 4
"""From so many numbers on that only one opening has it makes no difference how many."""


class Likeness(NamedTuple):
    """What two reports have in common; cosines and shares, 0 to 1."""

    words: float
    names: float
    others: float
    """Words that are neither names nor numbers."""
    numbers: float
    openings: float
    strange: float
    """Weight of the names in an opening that the other report does not have, of the side where it is less."""
    stranger: float
    """Of the other side."""
    uncounted: float
    """How many numbers of an opening the other report does not have, of the side where they are fewer."""
    weekdays: float
    """1 where both openings name days of the week and none is the same."""
    dates: float
    """1 where both name the same day of a month."""
    years: float
    """1 where both name years and none is the same."""


COEFFICIENTS = Likeness(
    words=9.57,
    names=6.1,
    others=-5.13,
    numbers=2.22,
    openings=5.03,
    strange=-1.68,
    stranger=0.09,
    uncounted=-0.51,
    weekdays=-0.98,
    dates=2.36,
    years=-0.42,
)
INTERCEPT = -3.82
"""Learnt by logistic regression on pairs of 772 reports of 66 happenings (ECB+, topics 1 to 35) by `evals/stories/fit.py`, which prints
them, and what they give on topics that they were not learnt on."""


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """A print whose words have weights."""

    print: StoryPrint
    rarities: bytes
    """Of each of its terms: the logarithm of reports for each report that holds it, a byte each of `STEPS`."""
    words: Mapping[int, float]
    names: Mapping[int, float]
    others: Mapping[int, float]
    numbers: Mapping[int, float]
    opening: Mapping[int, float]
    strange: Mapping[int, float]
    """Names of the opening, with their share of the whole report's length."""
    counted: frozenset[int]
    """Numbers of the opening."""
    lengths: tuple[float, float, float, float, float]
    """Of the vectors of words, names, others, numbers and the opening."""


def rarity(held: int, total: int, share: float) -> int:
    """How rare a term is, rounded as it is kept.

    Args:
        held: reports that hold it, the new one among them.
        total: reports that were counted, the new one among them.
        share: of reports that would hold it, by what is known beforehand.
    """
    return max(0, min(255, round(STEPS * log((PRIOR + total) / (PRIOR * share + held)))))


def rarities(print_: StoryPrint, held: Mapping[int, int], total: int) -> bytes:
    """How rare the terms of a print are, a byte each; `held` counts the reports before the new one, `total` too."""
    return bytes(rarity(held.get(term.hash, 0) + 1, total + 1, SHARES[term.share]) for term in print_.terms)


def weighed(print_: StoryPrint, rare: bytes) -> Weighed:
    """A print with the weights of its words."""
    words: dict[int, float] = {}
    names: dict[int, float] = {}
    others: dict[int, float] = {}
    numbers: dict[int, float] = {}
    opening: dict[int, float] = {}
    for (key, count, _, kind), step in zip(print_.terms, rare, strict=True):
        weight = TIMES[count] * step / STEPS
        words[key] = weight
        part = names if kind & Kind.NAME else numbers if kind & Kind.NUMBER else others
        part[key] = weight
        if kind & Kind.OPENING:
            opening[key] = step / STEPS
    lengths = [_length(part.values()) for part in (words, names, others, numbers, opening)]
    strange = {key: names[key] / lengths[0] for key in opening if key in names}
    counted = frozenset(key for key in opening if key in numbers)
    return Weighed(print_, rare, words, names, others, numbers, opening, strange, counted, tuple(lengths))  # type: ignore[arg-type]


@lru_cache(maxsize=2048)
def opened(packed: bytes, rare: bytes) -> Weighed:
    """The weighed report of a packed print; the neighbours of one report are mostly those of the next."""
    return weighed(unpacked(packed), rare)


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights)) or 1.0


def apart(a: int, b: int) -> bool:
    """Whether two days of publication are too far apart for one story; days that are not known are not."""
    return UNDATED not in (a, b) and abs(a - b) > WINDOW


def likeness(a: Weighed, b: Weighed) -> Likeness:
    """What two reports have in common; the same whichever comes first.

    Where one of them has no names, as in a script without capitals, all words stand in for them.
    """
    words = _cosine(a.words, b.words, a.lengths[0] * b.lengths[0])
    named = bool(a.names and b.names)
    strange = (
        [sum(w for key, w in x.strange.items() if key not in y.words) for x, y in ((a, b), (b, a))] if named else [0.0]
    )
    uncounted = min(len(a.counted - b.words.keys()), len(b.counted - a.words.keys()), FEW_NUMBERS)
    return Likeness(
        words,
        _cosine(a.names, b.names, a.lengths[1] * b.lengths[1]) if named else words,
        _cosine(a.others, b.others, a.lengths[2] * b.lengths[2]) if named else words,
        _cosine(a.numbers, b.numbers, a.lengths[3] * b.lengths[3]),
        _cosine(a.opening, b.opening, a.lengths[4] * b.lengths[4]),
        min(strange),
        max(strange),
        float(uncounted),
        float(bool(a.print.week and b.print.week and not a.print.week & b.print.week)),
        float(not a.print.dates.isdisjoint(b.print.dates)),
        float(bool(a.print.years and b.print.years and a.print.years.isdisjoint(b.print.years))),
    )


def _cosine(a: Mapping[int, float], b: Mapping[int, float], lengths: float) -> float:
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[key] for key, weight in a.items() if key in b) / lengths


def odds(a: Weighed, b: Weighed) -> float:
    """The logarithm of the odds that two reports tell of one happening, as learnt; minus infinity where their days are far apart."""
    if apart(a.print.day, b.print.day):
        return float("-inf")
    return INTERCEPT + sum(c * x for c, x in zip(COEFFICIENTS, likeness(a, b), strict=True))
