"""Batches of windows as padded tensors. Everything random comes from (seed, epoch), so a run can be resumed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from accordingto.language.windows import WINDOW
from training.branch.labels import IGNORE, ROOT
from training.branch.lower import WIDTH, Window

NO_SENTENCE = -1


@dataclass
class Batch:
    """Padded windows: ``lower`` (b, pieces, 384), ``mask`` (b, 1, 1, pieces), the rest (b, words)."""

    lower: Tensor
    mask: Tensor
    word_pieces: Tensor
    labels: dict[str, Tensor]

    def within(self) -> Tensor:
        """Which arcs may be, (b, words, words + 1): to another word of the sentence, or to the root."""
        sentence = self.labels["sentence"]
        same = (sentence[:, :, None] == sentence[:, None]) & (sentence[:, None] != NO_SENTENCE)
        same &= ~torch.eye(sentence.shape[1], dtype=torch.bool)
        return torch.cat([same, torch.ones_like(same[..., :1])], -1)


def epoch_batches(
    windows: Sequence[Window], times: Mapping[str, float], size: int, seed: int, epoch: int
) -> Iterator[list[Window]]:
    """One pass, each window as often as its corpus says (less than once: a draw of them); batches of like length in random order.

    A batch holds at most as many pieces as ``size`` full windows.
    """
    rng = random.Random(f"{seed}/{epoch}")
    drawn = [window for window in windows for _ in range(int(times.get(window.corpus, 1) + rng.random()))]
    rng.shuffle(drawn)
    drawn.sort(key=lambda window: window.rows // 16)
    batches: list[list[Window]] = []
    for window in drawn:
        longest = max(window.rows, max((w.rows for w in batches[-1]), default=0) if batches else 0)
        if batches and longest * (len(batches[-1]) + 1) <= size * WINDOW:
            batches[-1].append(window)
        else:
            batches.append([window])
    rng.shuffle(batches)
    yield from batches


def padded(windows: Sequence[Window], states: Sequence[NDArray[np.float16]]) -> Batch:
    """Pad windows to the longest; labels are padded with `IGNORE`."""
    pieces, words = max(w.rows for w in windows), max(len(w.word_pieces) for w in windows)
    lower = np.zeros((len(windows), pieces, WIDTH), np.float32)
    mask = np.full((len(windows), 1, 1, pieces), -1e4, np.float32)
    at = np.zeros((len(windows), words), np.int64)
    labels: dict[str, NDArray[np.generic]] = {
        name: np.full((len(windows), words), IGNORE, np.int64) for name in vars(windows[0].labels)
    }
    labels["sentence"][:] = NO_SENTENCE  # type: ignore[index]
    labels["factuality"] = np.full((len(windows), words), np.nan, np.float32)
    for row, window in enumerate(windows):
        n = len(window.word_pieces)
        lower[row, : window.rows] = states[window.file][window.row : window.row + window.rows]
        mask[row, ..., : window.rows] = 0
        at[row, :n] = window.word_pieces
        for name, values in vars(window.labels).items():
            labels[name][row, :n] = values  # type: ignore[index]
    heads = labels["heads"]
    heads[heads == ROOT] = words  # type: ignore[index]
    return Batch(
        torch.from_numpy(lower), torch.from_numpy(mask), torch.from_numpy(at),
        {name: torch.from_numpy(values) for name, values in labels.items()},
    )  # fmt: skip
