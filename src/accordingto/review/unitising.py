"""Agreement on where units are and what they are: Krippendorff's alpha for unitising and for nominal data.

`unitising_alpha` is ᵤα of Krippendorff, "Measuring the reliability of qualitative text analysis data", Quality & Quantity 38 (2004),
787-800, and Content Analysis, 2nd edition (2004), 251-256, whose example is a test of it. `nominal_alpha` follows Krippendorff,
"Computing Krippendorff's alpha-reliability" (2011), with pairs of values as units. Both are 1 where all agree, and about 0 where they agree
as often as by chance.

Why our own: in Python there is pygamma-agreement (Mathet and others 2015, the measure gamma), which pins a version of cvxopt without
wheels for Python 3.14 and brings 800 MB; krippendorff is under the GPL and has no unitising; nltk has none either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

Units = Sequence[tuple[int, int]]
"""``[start, end)`` of units of one coder in one text: sorted, apart from each other."""


@dataclass(frozen=True, slots=True)
class Continuum:
    """One text, as several coders have cut it."""

    length: int
    coders: tuple[Units, ...]


def apart(parts: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Units sorted, with those that overlap made one: the measure knows no units over each other."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if made and start < made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return made


def unitising_alpha(texts: Iterable[Continuum]) -> float | None:
    """ᵤα of several texts, laid end to end for each number of coders.

    Args:
        texts: each with two coders or more.

    Returns:
        The coefficient; ``None`` where there are no units.
    """
    groups: dict[int, list[Continuum]] = {}
    for one in texts:
        groups.setdefault(len(one.coders), []).append(one)
    observed = expected = 0.0
    for many, held in groups.items():
        length = sum(one.length for one in held)
        if many < 2 or not length:
            continue
        observed += sum(map(_observed, held)) / (many * (many - 1))
        expected += length**2 * _expected(held, many, length)
    return 1 - observed / expected if expected else None


def _segments(units: Units, length: int) -> Iterator[tuple[int, int, bool]]:
    """Units and the gaps between them: begin, length, whether it is a unit."""
    at = 0
    for start, end in units:
        if start > at:
            yield at, start - at, False
        yield start, end - start, True
        at = end
    if at < length:
        yield at, length - at, False


def _observed(text: Continuum) -> float:
    """The summed squared differences between all pairs of coders, both ways."""
    cut = [list(_segments(units, text.length)) for units in text.coders]
    return float(sum(2 * _between(a, b) for a, b in combinations(cut, 2)))


def _between(one: list[tuple[int, int, bool]], other: list[tuple[int, int, bool]]) -> int:
    """The differences of two cuttings of one text: only segments that overlap count."""
    begins = [begin for begin, _, _ in other]
    found = 0
    for begin, size, unit in one:
        first = max(0, bisect_left(begins, begin + 1) - 1)
        for b, s, u in other[first:]:
            if b >= begin + size:
                break
            found += _difference(begin, size, unit, b, s, u)
    return found


def _difference(begin: int, size: int, unit: bool, b: int, s: int, u: bool) -> int:
    """The squared difference of two segments that overlap."""
    if unit and u:
        return (begin - b) ** 2 + (begin + size - b - s) ** 2
    if unit and s - size >= begin - b >= 0:
        return size**2
    if u and size - s >= b - begin >= 0:
        return s**2
    return 0


def _expected(texts: Sequence[Continuum], many: int, length: int) -> float:
    units: list[int] = []
    gaps: list[int] = []
    for text in texts:
        for coder in text.coders:
            for _, size, unit in _segments(coder, text.length):
                (units if unit else gaps).append(size)
    gaps.sort()
    tails = list(accumulate(reversed(gaps)))[::-1]
    total = 0.0
    for size in units:
        first = bisect_left(gaps, size)
        room = tails[first] - (size - 1) * (len(gaps) - first) if first < len(gaps) else 0
        total += (len(units) - 1) / 3 * (2 * size**3 - 3 * size**2 + size) + size**2 * room
    whole = many * length
    return 2 / length * total / (whole * (whole - 1) - sum(size * (size - 1) for size in units)) if units else 0.0


def nominal_alpha(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Krippendorff's alpha of pairs of nominal values.

    Returns:
        The coefficient; ``None`` where there are no pairs, or only one value is ever given, so that there is nothing to agree about.
    """
    counts = Counter(value for pair in pairs for value in pair)
    values = 2 * len(pairs)
    expected = values**2 - sum(count**2 for count in counts.values())
    if not expected:
        return None
    differing = 2 * sum(a != b for a, b in pairs)
    return 1 - (values - 1) * differing / expected
