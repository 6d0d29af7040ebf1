"""What sentences mean, for comparing: the vectors that a store keeps of contents, and the encoder's for all others.

All are int8, as a store keeps them, so that a comparison gives the same whether they were kept or are made anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from accordingto.language.vectors import SIZE, unit

KEPT = 20_000
"""Vectors that a process remembers, 384 bytes each: a report that joins a story has all the others of it compared again."""


@dataclass(frozen=True)
class Meanings:
    """Gives the unit vectors of sentences: a `accordingto.compare.likeness.Vectors`."""

    held: Mapping[str, bytes] = field(default_factory=dict)
    """Those that are known, as `accordingto.language.vectors.SentenceEncoder.packed` makes them."""

    def __call__(self, texts: Sequence[str]) -> Any:
        """Shape (texts, 384)."""
        found = b"".join([self.held.get(text) or _packed(text) for text in texts])
        return unit(np.frombuffer(found, np.int8).reshape(-1, SIZE).astype(np.float32))


@lru_cache(maxsize=KEPT)
def _packed(text: str) -> bytes:
    from accordingto.pipeline.prepare import sentence_encoder

    return sentence_encoder().packed([text])[text]
