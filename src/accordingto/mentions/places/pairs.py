"""Toponyms of which the text says that one lies in the other: "Alexandria, La.", "Arbin in the Eastern Ghouta", "Syria's Raqqa"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.mentions.places.candidates import Name
from accordingto.mentions.places.toponym import Toponym

_INSIDE = re.compile(
    r"[\s\u00a0]*(?:,|\(|,?(?:[\s\u00a0]+[a-z-]+){0,3}[\s\u00a0]+(?:in|of|inside)(?:[\s\u00a0]+(?:the|[a-z]+(?:ern)?))?)[\s\u00a0]*"
)
"""Between the inner and the outer: a comma, or a few words with "in" or "of"."""
_POSSESSIVE = re.compile(r"(?:['’]s|['’])?(?:[\s\u00a0]+[a-z-]+){0,3}(?:[\s\u00a0]+of)?[\s\u00a0]+")
"""Between the outer, a possessive or an adjective, and the inner: "Syria's northern", "Syrian town of"."""
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Numbers of two names: the text says that ``inner`` lies in ``outer``."""

    inner: int
    outer: int


def pairs_of(text: str, toponyms: Sequence[Toponym], names: Sequence[Name]) -> list[Pair]:
    """The pairs of a document."""
    owner = {number: at for at, name in enumerate(names) for number in name.toponyms}
    ordered = sorted(range(len(toponyms)), key=lambda number: toponyms[number].span.start)
    found: set[tuple[int, int]] = set()
    for left, right in pairwise(ordered):
        between = text[toponyms[left].span.end : toponyms[right].span.start]
        if len(between) > LONGEST or owner[left] == owner[right]:
            continue
        if _INSIDE.fullmatch(between):
            found.add((owner[left], owner[right]))
        possessive = between.startswith(("'", "’")) or toponyms[left].demonym
        if possessive and _POSSESSIVE.fullmatch(between):
            found.add((owner[right], owner[left]))
    return [Pair(inner, outer) for inner, outer in sorted(found)]
