"""Which quantities of two sides count the same, by the words around both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from accordingto.compare.kindred import kin_of
from accordingto.compare.numbers import Quantity, Stand, stand
from accordingto.compare.sides import Side

OTHER_MEASURE = 1.0
"""What it costs to pair a count with a share or an amount of money."""
TAKEN_ALREADY = 0.3
"""What it costs to pair a quantity that another one is paired with."""
FAR_IN_SIZE, FARTHEST = 0.12, 4.0
"""What each factor of e between two numbers costs, and at most so many of them count. These four were chosen on VitaminC."""


@dataclass(frozen=True, slots=True)
class Match:
    """A quantity of one side with the one of the other that most likely counts the same."""

    mine: Quantity
    other: Quantity
    stand: Stand
    trust: float
    """How much the words around both have in common, less what speaks against it; unbounded."""

    @property
    def apart(self) -> float:
        """The logarithm of the ratio of both numbers; 3 where one of them is nought."""
        a, b = abs(self.mine.size), abs(self.other.size)
        return abs(log(a / b)) if a and b else 0.0 if a == b else 3.0


def matches(
    mine: Side, other: Side, ours: Sequence[Quantity] | None = None, theirs: Sequence[Quantity] | None = None
) -> list[Match | None]:
    """For each quantity of one side the other's that fits it best by what both count; ``None`` where there is none.

    All quantities of both, unless some are given.
    """
    ours, theirs = mine.quantities if ours is None else ours, other.quantities if theirs is None else theirs
    rows = kin_of(mine.frame.words)
    around_ours, around_theirs = ([_widened(q.around, rows) for q in some] for some in (ours, theirs))
    taken: set[int] = set()
    found: list[Match | None] = []
    for quantity, around in zip(ours, around_ours, strict=True):
        scored = [
            (_trust(quantity, around, q, its) - TAKEN_ALREADY * (i in taken), -i)
            for i, (q, its) in enumerate(zip(theirs, around_theirs, strict=True))
        ]
        if not scored:
            found.append(None)
            continue
        best, i = max(scored)
        taken.add(-i)
        found.append(Match(quantity, theirs[-i], stand(quantity, theirs[-i]), best))
    return found


def trust(side: Side, a: Quantity, b: Quantity) -> float:
    """How much two quantities count the same by the words around both; ``side`` only lends the lexicon."""
    rows = kin_of(side.frame.words)
    return _trust(a, _widened(a.around, rows), b, _widened(b.around, rows))


def _widened(around: Mapping[str, float], rows: Mapping[str, frozenset[int]]) -> dict[str | int, float]:
    """Stems with the rows of kindred words that they stand in."""
    found: dict[str | int, float] = {}
    for word, worth in around.items():
        found[word] = worth
        for row in rows.get(word, ()):
            found[row] = max(found.get(row, 0.0), worth)
    return found


def _trust(a: Quantity, around: Mapping[str | int, float], b: Quantity, its: Mapping[str | int, float]) -> float:
    shared = sum(worth * its[word] for word, worth in around.items() if word in its)
    far = min(FARTHEST, abs(log(a.size / b.size))) if a.size > 0 and b.size > 0 else 0.0
    return shared - OTHER_MEASURE * (a.measure != b.measure) - FAR_IN_SIZE * far


def fits_any(mine: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether some quantity of the other side lies within mine, whatever it counts."""
    return any(stand(mine, other) in (Stand.SAME, Stand.WITHIN) for other in others)
