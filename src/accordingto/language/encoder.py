"""The encoder: one pass over a text gives one `Encoded`, which every head reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from accordingto.language.windows import windows
from accordingto.language.words import Words, one_hot

if TYPE_CHECKING:
    from accordingto.resources import Model

Floats = NDArray[np.float32]
START, END = 101, 102


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """A text as the encoder sees it.

    ``cuts`` are the windows, ``[first word, end word)``; ``vectors[i]`` has shape (words of window i, 384), ``starts[i]`` is
    the vector of its start symbol.
    """

    text: str
    words: Words
    cuts: tuple[tuple[int, int], ...]
    vectors: tuple[Floats, ...]
    starts: tuple[Floats, ...]


def encode(text: str, words: Words, model: Model) -> Encoded:
    """Read a text, one unpadded window a call, so that the same text gives the same vectors whatever stands beside it."""
    cuts = tuple(windows(words))
    vectors, starts = [], []
    for begin, end in cuts:
        hidden = _window(words, begin, end, model)
        starts.append(hidden[0])
        first = int(words.first_piece[begin])
        vectors.append(hidden[words.first_piece[begin:end] - first + 1])
    return Encoded(text, words, cuts, tuple(vectors), tuple(starts))


def _window(words: Words, begin: int, end: int, model: Model) -> Floats:
    """Vectors of a window's pieces, special tokens included: (pieces + 2, 384)."""
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
    hidden: Floats = model.session.run(None, {"embeddings": embedded[None]})[0][0]
    return hidden
