"""The number slot of two sides: which numbers of one are of the same things as which of the other, and whether both can be so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from accordingto.compare.counting import trust
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import kin_of
from accordingto.compare.numbers import Stand, stand
from accordingto.compare.sides import Side
from accordingto.compare.tallies import COUNT, Sort, Tally, same_party, tallies
from accordingto.model import Slot

TRUSTED = 0.08
"""Least trust for two numbers among several to be set against each other."""
FAR_APART = -0.45
"""Trust of two numbers without a word in common of which one is forty times the other."""
ABOUT = 0.15
"""How far a number may lie from one that is only about right and not be another."""

SAME_HARM, SAME_NOUN, SAME_PARTY, OTHER_PARTY, SAME_NUMBER = 1.0, 0.6, 0.7, 0.5, 0.5
"""What it adds to the trust of two numbers that they are of one harm, one noun, one party, and the same; and what another party takes."""
TOTAL = 0.3
"""What it adds that one is called a number or toll, rather than another that stands beside it."""
NO_HARM = 0.6
"""What it takes that one is of a harm and the other is of people of whom no harm is said."""

Pair = tuple[Tally, Tally]


def number_findings(a: Side, b: Side) -> list[Finding]:
    """Numbers of the same things whose bounds differ."""
    ours, theirs = tallies(a), tallies(b)
    if not ours or not theirs:
        return []
    whole = _all_and_some(ours, theirs)
    if whole is not None:
        return [_found(a, b, Weight.APART, whole)]
    return [
        _found(a, b, _weight(ours, theirs, mine, other), (mine, other))
        for mine, other in set_against(a, b)
        if mine.quantity.bounds != other.quantity.bounds
    ]


def _found(a: Side, b: Side, weight: Weight, pair: Pair) -> Finding:
    mine, other = pair
    return finding(Slot.NUMBER, weight, (a.said, (mine.quantity.span,)), (b.said, (other.quantity.span,)))


def _all_and_some(ours: Sequence[Tally], theirs: Sequence[Tally]) -> Pair | None:
    """All of a number on one side, and on the other fewer out of the same number: "all 23 are safe", "22 of the 23"."""
    for mine, other, turned in ((ours, theirs, False), (theirs, ours, True)):
        for every, (some, whole) in product((one for one in mine if one.every), pairwise(other)):
            same = whole.whole and whole.quantity.bounds == every.quantity.bounds
            if same and some.quantity.high < whole.quantity.low:
                return (some, every) if turned else (every, some)
    return None


def set_against(a: Side, b: Side) -> list[Pair]:
    """Numbers that count the same, each with at most one, those that do so most surely first."""
    ours, theirs = tallies(a), tallies(b)
    scored = sorted(
        (
            (value, -i, -j)
            for (i, mine), (j, other) in product(enumerate(ours), enumerate(theirs))
            if (value := _alike(a, mine, b, other)) is not None
        ),
        reverse=True,
    )
    left, found = (set(range(len(ours))), set(range(len(theirs)))), list[Pair]()
    for value, i, j in scored:
        if -i not in left[0] or -j not in left[1]:
            continue
        alone = len(left[0]) == 1 or len(left[1]) == 1
        if value < TRUSTED and not (alone and _comparable(a, ours[-i], b, theirs[-j])):
            continue
        left[0].discard(-i)
        left[1].discard(-j)
        found.append((ours[-i], theirs[-j]))
    return found


def _alike(a: Side, mine: Tally, b: Side, other: Tally) -> float | None:
    """How likely it is that two numbers count the same; ``None`` where they cannot."""
    if mine.quantity.measure != other.quantity.measure or mine.whole != other.whole:
        return None
    party = same_party(mine.who, other.who) if mine.who and other.who else None
    if mine.part != other.part and not party:
        return None
    same = mine.quantity.bounds == other.quantity.bounds
    if mine.harms and other.harms and not mine.harms & other.harms:
        return None
    if {mine.sort, other.sort} in ({Sort.PEOPLE, Sort.THINGS}, {Sort.PEOPLE, Sort.OFTEN}):
        return None
    value = min(1.0, trust(a, mine.quantity, other.quantity))
    value += SAME_HARM * bool(mine.harms & other.harms) + SAME_NOUN * bool(
        mine.heads & other.heads or mine.kin & other.kin
    )
    value -= NO_HARM * (not same and bool(mine.harms) != bool(other.harms) and not _a_count(a) and not _a_count(b))
    value += TOTAL * (mine.total or other.total)
    value += 0.0 if party is None else SAME_PARTY if party else -OTHER_PARTY
    return value + SAME_NUMBER * same * (1 + (value > 0))


def _a_count(side: Side) -> bool:
    """Whether it speaks of a number of whatever was counted before: "the number has risen to 19"."""
    return bool(kin_of(side.frame.words).get(COUNT, frozenset()) & side.kin)


def _comparable(a: Side, mine: Tally, b: Side, other: Tally) -> bool:
    """Whether the only numbers that are left can be of one thing though they have no word in common."""
    if Sort.BARE in (mine.sort, other.sort) and trust(a, mine.quantity, other.quantity) < FAR_APART:
        return False
    if bool(mine.harms) != bool(other.harms):
        found = mine.sort is other.sort is Sort.PEOPLE and any(one.found for one in (mine, other))
        return found or _a_count(a) or _a_count(b)
    return True


def _weight(ours: Sequence[Tally], theirs: Sequence[Tally], mine: Tally, other: Tally) -> Weight:
    one, two = mine.quantity, other.quantity
    if stand(one, two) not in (Stand.BELOW, Stand.ABOVE):
        return Weight.FINER
    if (one.low == one.high) != (two.low == two.high) and abs(one.size - two.size) <= 1:
        return Weight.FINER  # "fewer than 800" against "800": only the bound fell out
    near = abs(one.size - two.size) <= ABOUT * max(abs(one.size), abs(two.size))
    if near and (one.about or two.about):
        return Weight.FINER
    return Weight.FINER if _added_up(theirs, other, mine) or _added_up(ours, mine, other) else Weight.APART


def _added_up(tallied: Sequence[Tally], one: Tally, whole: Tally) -> bool:
    """Whether a number and those listed with it make the other side's: "12 bombers and two transport planes" are 14 aircraft."""
    if Sort.OFTEN in (one.sort, whole.sort):
        return False
    low, high = whole.quantity.low, whole.quantity.high
    return any(
        len(run) > 1 and one in run and low <= sum(t.quantity.size for t in run) <= high
        for run in _lists([t for t in tallied if (t.harms, t.quantity.measure) == (one.harms, one.quantity.measure)])
    )


def _lists(tallied: Sequence[Tally]) -> Iterator[list[Tally]]:
    """Runs of numbers that go on with each other."""
    run: list[Tally] = []
    for one in tallied:
        if not one.listed or (run and run[-1].whole):
            yield run
            run = []
        run.append(one)
    yield run
