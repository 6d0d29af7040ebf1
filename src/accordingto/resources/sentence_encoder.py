"""The shipped sentence encoder: MiniLM in int8, its upper layers learnt on scenes, each file checked by its hash before it is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.model import ResourceError, sha256
from accordingto.resources.model import SHIPPED as TAGGER
from accordingto.resources.weights import checked, manifest, session

SHIPPED = Path(__file__).parent / "sentences"
VOCABULARY = TAGGER / "vocabulary.txt"
"""MiniLM's own, which the tagger was not trained to change: shipped once."""
FILES = ("encoder.onnx", "pieces.npy", "tables.npz")
_ADVICE = "install accordingto again"


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """An opened sentence encoder.

    ``session`` maps summed embeddings (1, pieces, 384) to vectors of the same shape; ``pieces`` holds the wordpiece vectors as
    int8 rows, memory-mapped, to be multiplied by ``scale`` (pieces, 1); ``positions`` are those of a window.
    """

    session: Any
    vocabulary: tuple[str, ...]
    """Wordpieces; the place of each is its id."""
    pieces: NDArray[np.int8]
    scale: NDArray[np.float32]
    positions: NDArray[np.float32]
    sha256: str
    """Hash over the hashes of the files: vectors of different encoders must not be compared."""


@cache
def open_sentences(folder: Path = SHIPPED) -> Sentences:
    """Open the sentence encoder.

    Raises:
        ResourceError: where a file is missing or is not the one that the manifest names.
    """
    digest = _hash_over(checked(folder, FILES, _ADVICE))
    try:
        words = tuple(VOCABULARY.read_text(encoding="utf-8").splitlines())
    except OSError as error:
        raise ResourceError(f"the vocabulary of the sentence encoder is missing ({error}); {_ADVICE}") from error
    with np.load(folder / "tables.npz") as tables:
        scale, positions = (tables[name].astype(np.float32) for name in ("scale", "positions"))
    pieces = np.load(folder / "pieces.npy", mmap_mode="r")
    if len(words) != len(pieces):
        raise ResourceError(f"{VOCABULARY} does not belong to the sentence encoder; {_ADVICE}")
    return Sentences(session(folder / "encoder.onnx"), words, pieces, scale, positions, digest)


@cache
def shipped_sha256() -> str:
    """The hash of the shipped encoder by its manifest alone: nothing is opened."""
    hashes = manifest(SHIPPED, _ADVICE)
    return _hash_over({name: hashes.get(name, "") for name in FILES})


def _hash_over(hashes: Mapping[str, str]) -> str:
    return sha256("".join(hashes[name] for name in FILES).encode())
