"""How much two statements have in common: words, what they count, whom they say a place is held by, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.compare.candidates import PAIR_WORDS, Weights, dice_and_overlap, holdings
from accordingto.compare.kindred import rows_of
from accordingto.compare.likeness import Vectors
from accordingto.compare.linkage import Matrix
from accordingto.compare.normalise import Canon, tokens_of
from accordingto.compare.numbers import quantities_in
from accordingto.compare.said import Said

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

Meanings = Mapping[str, NDArray[np.float32]]
"""Unit vectors by the words of a content, as `accordingto.language.vectors` makes them."""

NO_MEANINGS: Meanings = {}

_NO_FORMS = Canon({}, {}, frozenset())

COUNTED_ALIKE = 0.5
"""What it adds that both give a number of the same harm."""

HELD_ALIKE = 0.4
"""What it adds that both tell who holds or takes one place."""
GENERAL = "the place"
"""Stands for a place that a statement does not name."""

MEANT_ALIKE = 0.6
UNRELATED = 0.22
"""Cosine of two statements of one story that are about different things: in our own stories a quarter of such pairs lie above."""


def meanings_of(said: Mapping[str, Sequence[Said]], vectors: Vectors | None) -> Meanings:
    """The vectors of all contents; none where there is nothing to make them."""
    contents = [*dict.fromkeys(one.content for statements in said.values() for one in statements)]
    if vectors is None or not contents:
        return NO_MEANINGS
    return dict(zip(contents, np.asarray(vectors(contents), np.float32), strict=True))


def similarities(every: Sequence[Said], weights: Weights, words: Comparison, meanings: Meanings) -> Matrix:
    """How much any two statements have in common, n × n: their words, what they count, and what their contents mean."""
    shared = shared_words(every, weights, words)
    return added_up(shared, count_alike(every, words), hold_alike(every), mean_alike(every, meanings))


def added_up(shared: Matrix, counted: Matrix, held: Matrix, meant: Matrix) -> Matrix:
    """The same of what was reckoned before: `shared_words`, `count_alike`, `hold_alike` and `mean_alike`."""
    found = shared + COUNTED_ALIKE * counted + HELD_ALIKE * held + MEANT_ALIKE * meant
    return np.round(found, 6)  # the last digits depend on how a library adds up


def shared_words(every: Sequence[Said], weights: Weights, words: Comparison) -> Matrix:
    """How much two statements share: the mean of the Dice and the overlap coefficient, as in `accordingto.compare.candidates`.

    Two words must be shared, or one and a kindred one: so that one rare name is never enough.
    """
    forms = holdings([one.forms for one in every])
    kindred = holdings([kindred_rows(one, words) for one in every]).holds
    count = forms.holds @ forms.holds.T + (kindred @ kindred.T > 0)
    found = dice_and_overlap(forms, weights)
    found[count < PAIR_WORDS] = 0.0
    return found


def kindred_rows(one: Said, words: Comparison) -> frozenset[str]:
    """The rows of kindred words that a statement has a word of."""
    return frozenset(map(str, rows_of((token.stem for token in one.tokens), words)))


def count_alike(every: Sequence[Said], words: Comparison) -> Matrix:
    """1 where both give a number of the same harm: killed, hurt, displaced."""
    counted = [harms(one, words) for one in every]
    kinds = sorted({kind for kinds in counted for kind in kinds})
    holds = np.array([[kind in kinds_here for kind in kinds] for kinds_here in counted], float).reshape(len(every), -1)
    found: Matrix = np.minimum(holds @ holds.T, 1.0)
    return found


def hold_alike(every: Sequence[Said]) -> Matrix:
    """1 where both say who holds, takes or leaves one place."""
    held = [held_places(one) for one in every]
    found = np.zeros((len(every), len(every)))
    for i, ours in enumerate(held):
        for j, theirs in enumerate(held[:i]):
            if ours and theirs and (ours & theirs or GENERAL in ours | theirs):
                found[i, j] = found[j, i] = 1.0
    return found


def held_places(one: Said) -> frozenset[str]:
    """The stems of the names of the places whose control a statement tells; `GENERAL` for "the town"."""
    parts = [part for c in one.account.control if c.statement == one.id and c.asserted for part in c.places]
    names = {t.stem for part in parts for t in tokens_of(part.words) if t.capital and t.word != "the"}
    return frozenset(names) or frozenset([GENERAL] if parts else [])


def harms(one: Said, words: Comparison) -> frozenset[str]:
    """The kinds of harm that a statement gives a number of."""
    if not any(quantities_in(one.text, one.parts, _NO_FORMS, words)):
        return frozenset()
    found = {token.word for token in one.tokens}
    return frozenset(kind for kind, named in words.harms.items() if found & named)


def cosines(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """Cosines of the vectors of contents that all have one, n × n."""
    if not every:
        return np.zeros((0, 0))
    rows = np.array([meanings[one.content] for one in every], np.float64)
    found: Matrix = np.round(rows @ rows.T, 6)  # the last digits depend on how a library adds up
    return found


def vectors_of(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """The vectors of the contents, a row each; zeros where one has none."""
    found = [meanings.get(one.content) for one in every]
    size = next((len(vector) for vector in found if vector is not None), 1)
    return np.array([np.zeros(size) if vector is None else vector for vector in found], np.float64)


def mean_alike(every: Sequence[Said], meanings: Meanings) -> Matrix:
    """Cosines of the contents' vectors, less what any two sentences have; 0 where one has no vector."""
    rows = vectors_of(every, meanings)
    has = np.linalg.norm(rows, axis=1) > 0
    made: Matrix = (rows @ rows.T - UNRELATED) * has[:, None] * has[None, :]
    return made
