"""Words and wordpieces of a text, with the surface features that an uncased encoder cannot see.

A *word* is what BERT's pre-tokeniser cuts (runs of letters and digits, single punctuation marks); the labels of every head
stand on words, and a word's vector is that of its first piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.language.quotation import quotations
from accordingto.language.wordpiece import WordPiece

Ints = NDArray[np.int64]

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
CASINGS, PARAGRAPH_STARTS, QUOTED = 6, 2, 2
FEATURE_SIZES = (CASINGS, PARAGRAPH_STARTS, QUOTED)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text. All arrays but ``pieces`` have one row a word."""

    starts: Ints
    ends: Ints
    features: Ints
    """Shape (words, 3): casing, paragraph start, inside quotation marks."""
    pieces: Ints
    """Wordpiece ids of the whole text, without special tokens."""
    first_piece: Ints
    """Index into ``pieces``; one more entry than words, the last is ``len(pieces)``."""

    def __len__(self) -> int:
        return len(self.starts)


def words_of(text: str, tokenizer: WordPiece) -> Words:
    """Cut a text into words and pieces; offsets are code points of ``text``."""
    cut = tokenizer.cut(text)
    return Words(
        starts=np.array(cut.starts, np.int64),
        ends=np.array(cut.ends, np.int64),
        features=_features(text, cut.starts, cut.ends),
        pieces=np.array(cut.pieces, np.int64),
        first_piece=np.array(cut.first_piece, np.int64),
    )


def casing(word: str) -> int:
    """The casing class of a word."""
    if not word[0].isalnum():
        return OTHER
    if word.isdigit():
        return DIGIT
    if word == word.lower():
        return LOWER
    if word[0].isupper() and word[1:] == word[1:].lower():
        return TITLE
    return UPPER if word == word.upper() else MIXED


def _features(text: str, starts: list[int], ends: list[int]) -> Ints:
    quoted = np.zeros(len(text) + 1, bool)
    for quotation in quotations(text):
        quoted[quotation.start : quotation.end] = True
    breaks = [m.end() for m in re.finditer(r"(?:\A|\n)\s*", text)]
    opening = set(breaks)
    rows = [(casing(text[a:b]), int(a in opening), int(quoted[a])) for a, b in zip(starts, ends, strict=True)]
    return np.array(rows, np.int64).reshape(-1, 3)


def one_hot(features: Ints) -> NDArray[np.float32]:
    """Features as the encoder takes them: shape (n, 3) → (n, 10)."""
    columns = features + np.cumsum([0, *FEATURE_SIZES[:-1]])
    hot = np.zeros((len(features), sum(FEATURE_SIZES)), np.float32)
    hot[np.arange(len(features))[:, None], columns] = 1.0
    return hot
