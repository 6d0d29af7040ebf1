"""Sentence vectors: what a text means as a direction in 384 dimensions (Reimers and Gurevych 2019; Wang et al. 2020).

Each text is one unpadded window of one call, so that the same text gives the same vector whatever stands beside it: in int8 the
activations are quantised by the largest of a whole call.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from accordingto.language.encoder import END, START
from accordingto.language.windows import WINDOW
from accordingto.language.wordpiece import WordPiece
from accordingto.resources.sentence_encoder import Sentences

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]
SIZE = 384
"""Dimensions of a vector."""
LONGEST = WINDOW
"""Pieces of a text that are read, special ones included; what stands behind them is left out. MiniLM was trained on 128, and the
sentence-transformers package cuts at 256."""
STEPS = 127
"""Of int8 on either side of zero."""


@dataclass(frozen=True, slots=True, eq=False)
class SentenceEncoder:
    """An opened encoder with its tokeniser, which remembers the words that it has cut."""

    sentences: Sentences
    tokenizer: WordPiece = field(init=False)

    def __post_init__(self) -> None:
        words = {piece: number for number, piece in enumerate(self.sentences.vocabulary)}
        object.__setattr__(self, "tokenizer", WordPiece(words))

    def piece_ids(self, text: str) -> NDArray[np.int64]:
        """The wordpieces of a text between the two special ones, at most `LONGEST`."""
        return np.array([START, *self.tokenizer.cut(text).pieces[: LONGEST - 2], END], np.int64)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """The unit vectors of some texts, shape (texts, 384); of equal texts, computed once."""
        found = {text: self._vector(text) for text in dict.fromkeys(texts)}
        return np.array([found[text] for text in texts], np.float32).reshape(-1, SIZE)

    def packed(self, texts: Iterable[str]) -> dict[str, bytes]:
        """The vectors of some texts as a store keeps them: text → 384 bytes of int8."""
        return {text: rounded(self._vector(text)).tobytes() for text in dict.fromkeys(texts)}

    def _vector(self, text: str) -> Floats:
        """The mean over all pieces, special ones too: no piece is padding, so that the mask has nothing to leave out."""
        ids, shipped = self.piece_ids(text), self.sentences
        embedded = shipped.pieces[ids] * shipped.scale[ids] + shipped.positions[: len(ids)]
        hidden = shipped.session.run(None, {"embeddings": embedded[None]})[0][0]
        return unit(hidden.mean(0))


def unit(vectors: Floats) -> Floats:
    """Vectors along the last axis, brought to length 1."""
    made: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32(1e-12))
    return made.astype(np.float32, copy=False)


def rounded(vectors: Floats) -> Bytes:
    """Vectors as they are kept: int8, the largest of a vector's dimensions 127. Only their direction is kept, which is all that counts."""
    most = np.maximum(np.abs(vectors).max(-1, keepdims=True, initial=0), np.float32(1e-12))
    made: Bytes = np.rint(vectors * (STEPS / most)).astype(np.int8)
    return made


def signs(vectors: Floats | Bytes) -> NDArray[np.uint8]:
    """The sign of each dimension as a bit, shape (…, 48): the first sieve of a search (Charikar 2002)."""
    return np.packbits(vectors > 0, axis=-1)
