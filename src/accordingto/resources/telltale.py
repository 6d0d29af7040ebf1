"""How much single words tell of the relation in which two statements stand: learnt weights that the package ships."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accordingto.resources.opening import open_lexicon

SCHEMA = 1


@dataclass(frozen=True, slots=True, eq=False)
class Telltale:
    """A weight for each word, by where it stands (`accordingto.compare.telltale`), and each label."""

    labels: tuple[str, ...]
    at: Mapping[str, int]
    """The row of each word."""
    weights: NDArray[np.float64]
    """Words × labels."""
    start: NDArray[np.float64]
    """What each label has before any word is looked at."""
    sha256: str

    def scores(self, given: Mapping[str, float]) -> dict[str, float]:
        """What the words of two statements add up to, by label; words that are not known tell nothing."""
        known = [(self.at[word], value) for word, value in given.items() if word in self.at]
        rows = np.array([row for row, _ in known], np.intp)
        found = self.start + np.array([value for _, value in known]) @ self.weights[rows] if known else self.start
        return {label: round(float(value), 6) for label, value in zip(self.labels, found, strict=True)}


def open_telltale(path: Path) -> Telltale:
    """Open a file of such weights.

    Raises:
        ResourceError: where the file is missing, malformed or of another schema.
    """
    return open_lexicon(path, "a file of words that tell relations", SCHEMA, telltale_of)


def telltale_of(table: Mapping[str, Any], digest: str) -> Telltale:
    """The weights of a table as the file has it.

    Raises:
        ValueError: where a word does not have a weight for each label.
    """
    labels = tuple(table["labels"])
    words: Mapping[str, list[int]] = table["words"]
    weights = np.array([*words.values()], np.float64).reshape(len(words), -1) * float(table["unit"])
    start = np.array(table["start"], np.float64)
    if weights.shape[1] != len(labels) or start.shape != (len(labels),):
        raise ValueError("a word has not one weight for each label")
    return Telltale(labels, {word: row for row, word in enumerate(words)}, weights, start, digest)
