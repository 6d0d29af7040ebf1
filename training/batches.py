"""Windows of labelled words, and batches of them. Everything random comes from (seed, epoch), so a run can be resumed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from accordingto.language.windows import WINDOW, windows
from accordingto.language.words import FEATURE_SIZES, Words, one_hot
from training.corpora import Example
from training.labels import IGNORE, NOWHERE, Labels

START, END, MASK, PAD = 101, 102, 103, 0


@dataclass
class Document:
    """An example cut into words and labelled."""

    example: Example
    words: Words
    labels: Labels


@dataclass
class Window:
    """One window as arrays; pointer targets count from the window's first word, its word count meaning nowhere."""

    pieces: np.ndarray
    features: np.ndarray
    word_pieces: np.ndarray
    tags: np.ndarray
    cue_of: np.ndarray
    source_of: np.ndarray


def window_of(document: Document, begin: int, end: int) -> Window:
    """Cut words ``[begin, end)`` of a document out as a window."""
    words, labels = document.words, document.labels
    first, last = int(words.first_piece[begin]), int(words.first_piece[end])
    lengths = np.diff(words.first_piece[begin : end + 1])
    inner = np.repeat(words.features[begin:end], lengths, axis=0)
    edge = np.zeros((1, len(FEATURE_SIZES)), np.int64)
    return Window(
        pieces=np.concatenate([[START], words.pieces[first:last], [END]]),
        features=np.concatenate([edge, inner, edge]),
        word_pieces=words.first_piece[begin:end] - first + 1,
        tags=labels.tags[begin:end],
        cue_of=_local(labels.cue_of[begin:end], begin, end),
        source_of=_local(labels.source_of[begin:end], begin, end),
    )


def _local(targets: np.ndarray, begin: int, end: int) -> np.ndarray:
    local = targets - begin
    local[(targets >= 0) & ((targets < begin) | (targets >= end))] = IGNORE
    local[targets == NOWHERE] = end - begin
    local[targets == IGNORE] = IGNORE
    return local


def epoch_windows(documents: list[list[Document]], seed: int, epoch: int) -> Iterator[list[Window]]:
    """One pass: of each document one annotator, cut from a random start; batches of like length in random order."""
    rng = random.Random(f"{seed}/{epoch}")
    cut: list[Window] = []
    for readings in documents:
        document = rng.choice(readings)
        shift = rng.randrange(max(1, min(len(document.words), WINDOW // 2)))
        if shift:
            cut.append(window_of(document, 0, shift))
        cut.extend(window_of(document, a, b) for a, b in windows(document.words, overlap=0, start=shift))
    rng.shuffle(cut)
    cut.sort(key=lambda window: len(window.pieces) // 32)
    batches: list[list[Window]] = []
    budget = 9 * WINDOW
    for window in cut:
        longest = max(len(window.pieces), max((len(w.pieces) for w in batches[-1]), default=0) if batches else 0)
        if batches and longest * (len(batches[-1]) + 1) <= budget:
            batches[-1].append(window)
        else:
            batches.append([window])
    rng.shuffle(batches)
    yield from batches


def tensors(batch: list[Window], *, mask_share: float, rng: np.random.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Pad a batch: pieces, features, mask (batch, 1, 1, pieces). A share of the pieces is masked out as noise."""
    longest = max(len(window.pieces) for window in batch)
    ids = np.full((len(batch), longest), PAD, np.int64)
    features = np.zeros((len(batch), longest, sum(FEATURE_SIZES)), np.float32)
    mask = np.full((len(batch), 1, 1, longest), -1e4, np.float32)
    for row, window in enumerate(batch):
        n = len(window.pieces)
        noise = rng.random(n) < mask_share
        noise[[0, -1]] = False
        ids[row, :n] = np.where(noise, MASK, window.pieces)
        features[row, :n] = one_hot(window.features)
        mask[row, ..., :n] = 0.0
    return torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask)
