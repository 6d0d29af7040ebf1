"""The encoder: one pass over a text gives one `Encoded`, which every head reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.language.windows import windows
from accordingto.language.words import Words, one_hot
from accordingto.model import UsageError

if TYPE_CHECKING:
    from accordingto.resources import Model

Floats = NDArray[np.float32]
START, END = 101, 102


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A text as the encoder sees it.

    ``cuts`` are the windows, ``[first word, end word)``; ``vectors[i]`` has shape (words of window i, 384), ``starts[i]`` is
    the vector of its start symbol. ``branched`` has the same of the branch (vectors, start), where it was asked for.
    """

    text: str
    words: Words
    cuts: tuple[tuple[int, int], ...]
    vectors: tuple[Floats, ...]
    starts: tuple[Floats, ...]
    branched: tuple[tuple[Floats, Floats], ...] = ()

    def upper(self) -> tuple[tuple[Floats, Floats], ...]:
        """The branch's vectors and start, one pair a window.

        Raises:
            UsageError: where the text was encoded without its branch.
        """
        if len(self.branched) != len(self.cuts):
            raise UsageError("the text was encoded without the branch that this head reads; encode it with branch=True")
        return self.branched


def encode(text: str, words: Words, model: Model, *, branch: bool = False) -> Encoded:
    """Read a text, one unpadded window a call, so that the same text gives the same vectors whatever stands beside it.

    With ``branch``, its layers are run as well, for syntax, names, mentions and factuality: about half as much work again.

    Raises:
        ResourceError: where the branch is asked of a model that has none.
    """
    cuts = tuple(windows(words))
    session = model.opened_branch() if branch else None
    vectors, starts, branched = [], [], []
    for begin, end in cuts:
        at = words.first_piece[begin:end] - int(words.first_piece[begin]) + 1
        inputs = {"embeddings": _embedded(words, begin, end, model)[None]}
        if session is None:
            hidden = model.session.run(["hidden"], inputs)[0][0]
        else:
            (hidden,), lower = model.session.run(["hidden", "lower"], inputs)
            upper = session.run(["upper"], {"lower": lower})[0][0]
            branched.append((upper[at], upper[0]))
        starts.append(hidden[0])
        vectors.append(hidden[at])
    return Encoded(text, words, cuts, tuple(vectors), tuple(starts), tuple(branched))


def lower_of(words: Words, begin: int, end: int, model: Model) -> Floats:
    """What the branch reads of a window: the states of a lower layer, special tokens included, shape (pieces + 2, 384)."""
    states: Floats = model.session.run(["lower"], {"embeddings": _embedded(words, begin, end, model)[None]})[0][0]
    return states


def _embedded(words: Words, begin: int, end: int, model: Model) -> Floats:
    """Summed embeddings of a window's pieces, special tokens included: (pieces + 2, 384)."""
    first, last = int(words.first_piece[begin]), int(words.first_piece[end])
    limit = len(model.tables["positions"]) - 2
    ids = np.concatenate([[START], words.pieces[first:last][:limit], [END]])
    lengths = np.diff(words.first_piece[begin : end + 1])
    features = np.zeros((len(ids), len(model.tables["features"])), np.float32)
    features[[0, -1]] = one_hot(np.zeros((1, words.features.shape[1]), np.int64))
    features[1:-1] = np.repeat(one_hot(words.features[begin:end]), lengths, axis=0)[:limit]
    embedded = model.pieces[ids] * model.tables["scale"][ids]
    embedded += model.tables["positions"][: len(ids)]
    embedded += features @ model.tables["features"]
    summed: Floats = embedded
    return summed
