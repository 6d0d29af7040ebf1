"""Words that let on in which relation two statements stand: those that one has and the other has not, and those that both have.

"Revised", "no longer", "wrongly", "at least": in what only the later of two says a reader hears that the earlier has been overtaken, and no
list of such words is ever full. So each word counts for or against each relation, by where it stands: in the content of the earlier
statement alone, in that of the later, in both, or only in the sentence of the one or the other. How much, is learnt as a ridge
regression (Hoerl and Kennard 1970; `training/telltale.py`). Figures all count as one word.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt

from accordingto.compare.normalise import Token, tokens_of
from accordingto.compare.sides import Side

FIGURE = "#"
"""Stands for any number in figures."""


def telling(a: Side, b: Side) -> dict[str, float]:
    """The words of two sides by where they stand, each weighing alike, their squares adding up to one; a is the earlier."""
    ours, theirs = a.once(_content), b.once(_content)
    around, behind = a.once(_sentence), b.once(_sentence)
    found = [
        *(f"a {word}" for word in ours - theirs),
        *(f"b {word}" for word in theirs - ours),
        *(f"both {word}" for word in ours & theirs),
        *(f"around.a {word}" for word in around - behind),
        *(f"around.b {word}" for word in behind - around),
    ]
    return dict.fromkeys(found, 1 / sqrt(max(1, len(found))))


def _content(side: Side) -> frozenset[str]:
    return _words(side.said.tokens)


def _sentence(side: Side) -> frozenset[str]:
    return _words(tokens_of(side.text, (side.said.sentence,)))


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(FIGURE if token.word[0].isdigit() else token.stem for token in tokens)
