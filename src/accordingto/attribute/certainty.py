"""The factuality head: how far the text commits to what a word says happened, from -3 (certainly not) to 3 (certainly).

The scale is that of UDS-IH2 (Rudinger et al. 2018, "Neural models of factuality"), which the head is trained on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from accordingto.language.encoder import Encoded
from accordingto.language.merge import owned

Floats = NDArray[np.float32]
LIMIT = 3.0


def certainties(encoded: Encoded, tables: Mapping[str, Floats]) -> Floats:
    """The head's value for every word of a text that was encoded with its branch, shape (words,).

    Only the values of verbs and other predicates mean anything.
    """
    values = np.zeros(len(encoded.words), np.float32)
    if not encoded.cuts:
        return values
    weight, bias = tables["branch.factuality.weight"], tables["branch.factuality.bias"]
    for cut, (first, end), (vectors, _) in zip(encoded.cuts, owned(encoded.cuts), encoded.upper(), strict=True):
        values[first:end] = (vectors[first - cut[0] : end - cut[0]] @ weight + bias)[:, 0]
    return np.clip(values, -LIMIT, LIMIT)


def certainties_at(encoded: Encoded, tables: Mapping[str, Floats], offsets: Sequence[int]) -> list[float]:
    """The values of the words that some offsets of the text lie in."""
    values = certainties(encoded, tables)
    words = np.searchsorted(encoded.words.starts, np.asarray(offsets, np.int64), "right") - 1
    return [float(value) for value in values[np.maximum(words, 0)]]
