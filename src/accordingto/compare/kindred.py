"""Words that can stand for one another in two accounts of one thing, and words that cannot both hold of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.normalise import stem

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


@lru_cache(maxsize=4)
def kin_of(words: Comparison) -> Mapping[str, frozenset[int]]:
    """The rows of kindred words that a stem stands in."""
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(words.compared.kin):
        for word in row:
            rows.setdefault(stem(word), set()).add(number)
    return {one: frozenset(numbers) for one, numbers in rows.items()}


def rows_of(stems: Iterable[str], words: Comparison) -> frozenset[int]:
    """The rows of kindred words that some stems stand in."""
    rows = kin_of(words)
    return frozenset(row for one in stems for row in rows.get(one, ()))


_NOUN = re.compile(r"(?<=\w{4})(?:ion|ment|al|ance|ence|er|or)$")


@lru_cache(maxsize=1 << 14)
def root(one: str) -> str:
    """What a verb and the nouns made from it have in common, given a stem: "violation" and "violate", "refusal" and "refuse"."""
    return _NOUN.sub("", one).removesuffix("e")


@lru_cache(maxsize=4)
def opposites_of(words: Comparison) -> Mapping[str, frozenset[str]]:
    """The stems that cannot hold of a thing of which a stem holds."""
    found: dict[str, set[str]] = {}
    for first, *others in words.compared.opposites:
        for other in others:
            found.setdefault(stem(first), set()).add(stem(other))
            found.setdefault(stem(other), set()).add(stem(first))
    return {one: frozenset(others) for one, others in found.items()}
