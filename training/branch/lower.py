"""The frozen lower layers over all passages, once: windows of labelled words, and a file of their hidden states in float16."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accordingto.language.encoder import lower_of
from accordingto.language.sentences import sentences
from accordingto.language.windows import windows
from accordingto.language.wordpiece import WordPiece
from accordingto.language.words import Words, words_of
from accordingto.resources.model import Model
from training.branch.labels import Labels, labels_of
from training.branch.passages import Passage
from training.branch.silver import Silver

WIDTH = 384
Ints = NDArray[np.int64]


@dataclass
class Window:
    """Some words of a passage; their hidden states are rows ``[row, row + rows)`` of a file of states, given by its number."""

    corpus: str
    doc: str
    file: int
    row: int
    rows: int
    word_pieces: Ints
    labels: Labels


def cut(
    passages: Sequence[Passage], silver: Sequence[Silver], pieces: WordPiece, corpus: str, file: int
) -> list[Window]:
    """The windows of passages in a fixed order, without overlap."""
    found: list[Window] = []
    row = 0
    for passage, taught in zip(passages, silver, strict=True):
        words = words_of(passage.text, pieces)
        if len(words) != len(taught.pos):
            raise SystemExit(f"the silver labels of {passage.doc} are of another text: remove them")
        labels = labels_of(passage, taught, words, _sentence_of(passage, words))
        for begin, end in windows(words, overlap=0):
            first, last = int(words.first_piece[begin]), int(words.first_piece[end])
            at = words.first_piece[begin:end] - first + 1
            found.append(Window(corpus, passage.doc, file, row, last - first + 2, at, labels.part(begin, end)))
            row += last - first + 2
    return found


def _sentence_of(passage: Passage, words: Words) -> Ints:
    """The sentence of each word, cut where the teacher was cut."""
    starts = np.array([s.start for s in sentences(passage.taught)] or [0])
    return np.maximum(np.searchsorted(starts, words.starts, "right") - 1, 0)


def written(passages: Sequence[Passage], pieces: WordPiece, model: Model, path: Path) -> NDArray[np.float16]:
    """The hidden states of all windows of passages, shape (pieces, 384), read from ``path`` or made and kept there."""
    if not path.exists():
        rows = 0
        with path.with_suffix(".new").open("wb") as out:
            for passage in passages:
                words = words_of(passage.text, pieces)
                for begin, end in windows(words, overlap=0):
                    states = lower_of(words, begin, end, model).astype(np.float16)
                    out.write(states.tobytes())
                    rows += len(states)
        path.with_suffix(".new").replace(path)
    states: NDArray[np.float16] = np.memmap(path, np.float16, "r").reshape(-1, WIDTH)
    return states
