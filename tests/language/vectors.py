"""Texts encoded with made-up vectors: a word's vector depends on its letters alone."""

import string
import zlib

import numpy as np

from accordingto.language.encoder import Encoded
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import words_of

SIZE = 5
LETTERS = ["[UNK]", *string.ascii_lowercase, *(f"##{c}" for c in string.ascii_lowercase), *string.punctuation]


def branched(text: str, window: int, seed: int) -> Encoded:
    """A text in windows of so many words, without overlap."""
    words = words_of(text, WordPiece.of_lines(LETTERS))
    cuts = tuple((a, min(a + window, len(words))) for a in range(0, len(words), window))
    vectors = np.array(
        [_vector(text[a:b], seed) for a, b in zip(words.starts, words.ends, strict=True)], np.float32
    ).reshape(-1, SIZE)
    start = _vector("start", seed)
    parts = tuple(vectors[a:b] for a, b in cuts)
    return Encoded(text, words, cuts, parts, (start,) * len(cuts), tuple((part, start) for part in parts))


def _vector(word: str, seed: int) -> np.ndarray:
    return np.random.default_rng([zlib.crc32(word.encode()), seed]).normal(size=SIZE).astype(np.float32)
