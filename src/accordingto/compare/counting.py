"""The number slot of two sides: which quantities count the same, and how they stand to each other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.numbers import Quantity, Stand, stand
from accordingto.compare.sides import Side
from accordingto.model import Slot

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
        trust, i = max(scored)
        taken.add(-i)
        found.append(Match(quantity, theirs[-i], stand(quantity, theirs[-i]), trust))
    return found


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


COUNT = "number"
"""Words of its kin speak of a count without saying of what."""
TRUSTED = 0.08
"""Least trust for two quantities among several to be set against each other."""
ABOUT = 0.15
"""How far a number may lie from one that is only about right and not be another."""


def number_findings(a: Side, b: Side) -> list[Finding]:
    """Quantities of the same things whose bounds differ."""
    return [
        finding(Slot.NUMBER, _weight(mine, other), (a.said, (mine.span,)), (b.said, (other.span,)))
        for mine, other in _set_against(a, b)
        if mine.bounds != other.bounds
    ]


def _set_against(a: Side, b: Side) -> list[tuple[Quantity, Quantity]]:
    """Quantities that count the same: those matched from both sides, or where one has a single one, that with its like."""
    mine, others = ([q for q in side.quantities if not _put_right(side, q)] for side in (a, b))
    ours, theirs = _left(mine, others), _left(others, mine)
    if not ours or not theirs:
        return []
    if len(ours) == 1 or (theirs and len(theirs) == 1):
        turned = len(ours) != 1
        made = matches(b, a, theirs, ours) if turned else matches(a, b, ours, theirs)
        best = max(filter(None, made), key=lambda match: match.trust, default=None)
        if best is None or best.mine.measure != best.other.measure or (best.trust <= 0 and _other_harm(a, b)):
            return []
        return [(best.other, best.mine) if turned else (best.mine, best.other)]
    back = {match.mine.span: match.other.span for match in matches(b, a, theirs, ours) if match is not None}
    return [
        (match.mine, match.other)
        for match in matches(a, b, ours, theirs)
        if match is not None and match.trust >= TRUSTED and back.get(match.other.span) == match.mine.span
    ]


def _other_harm(a: Side, b: Side) -> bool:
    """Whether one tells of killed or hurt and the other of none or of others: two numbers with no word in common then count two things."""
    counts = kin_of(a.frame.words).get(COUNT, frozenset())
    if counts & a.kin or counts & b.kin:
        return False  # "the number has risen to 19" is of whatever was counted before
    harms = a.frame.words.harms.values()
    ours, theirs = ({i for i, named in enumerate(harms) if named & side.words} for side in (a, b))
    return ours != theirs and not ours & theirs


def _put_right(side: Side, quantity: Quantity) -> bool:
    """Whether a number is named as the one that is not so: "sixteen, not 18"."""
    return (
        re.search(r"\bnot\s+(?:the\s+)?$", side.text[max(0, quantity.span.start - 9) : quantity.span.start]) is not None
    )


def _left(mine: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Those that the other side does not have just so: "two of the six gates" and "three of the six" differ in one number."""
    same = [(other.bounds, other.measure) for other in others]
    return [quantity for quantity in mine if (quantity.bounds, quantity.measure) not in same]


def _weight(mine: Quantity, other: Quantity) -> Weight:
    if stand(mine, other) not in (Stand.BELOW, Stand.ABOVE):
        return Weight.FINER
    if (mine.low == mine.high) != (other.low == other.high) and abs(mine.size - other.size) <= 1:
        return Weight.FINER  # "fewer than 800" against "800": only the bound fell out
    near = abs(mine.size - other.size) <= ABOUT * max(abs(mine.size), abs(other.size))
    return Weight.FINER if near and (mine.about or other.about) else Weight.APART
