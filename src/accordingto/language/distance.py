"""Values that depend on how far apart two words stand, as the matrix over all pairs of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def by_distance(values: Floats) -> Floats:
    """A view of shape (n, n), row word, column other word, on the values of the distances 1 - n … n - 1, shape (2 n - 1,)."""
    n = (len(values) + 1) // 2
    view: Floats = np.lib.stride_tricks.sliding_window_view(values, n)[::-1]
    return view
