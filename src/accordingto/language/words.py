"""Words and wordpieces of a text, with the surface features that an uncased encoder cannot see.

A *word* is what BERT's pre-tokeniser cuts (runs of letters and digits, single punctuation marks); the labels of every head
stand on words, and a word's vector is that of its first piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from accordingto.language.quotation import quotations

Ints = NDArray[np.int64]

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER = range(6)
CASINGS, PARAGRAPH_STARTS, QUOTED = 6, 2, 2
FEATURE_SIZES = (CASINGS, PARAGRAPH_STARTS, QUOTED)


class PieceEncoding(Protocol):
    """What we use of ``tokenizers.Encoding``."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    word_ids: list[int | None]


class PieceTokenizer(Protocol):
    """What we use of ``tokenizers.Tokenizer``."""

    def encode(self, sequence: str, *, add_special_tokens: bool = ...) -> PieceEncoding:
        """Cut a text into pieces."""
        ...


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


def words_of(text: str, tokenizer: PieceTokenizer) -> Words:
    """Cut a text into words and pieces; offsets are code points of ``text``."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    first: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last = None
    for i, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word == last and ends:
            ends[-1] = end
            continue
        first.append(i)
        starts.append(start)
        ends.append(end)
        last = word
    first.append(len(encoding.ids))
    return Words(
        starts=np.array(starts, np.int64),
        ends=np.array(ends, np.int64),
        features=_features(text, starts, ends),
        pieces=np.array(encoding.ids, np.int64),
        first_piece=np.array(first, np.int64),
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
