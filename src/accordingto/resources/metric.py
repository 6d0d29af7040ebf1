"""A learnt metric on sentence vectors: what of the meaning of two sentences tells that they are about one thing.

Vectors are stretched along some directions before they are held against each other, so that what tells things apart counts for more and
what all reports share for less (a Mahalanobis metric, Xing et al. 2002; of low rank beside the identity).
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accordingto.model import ResourceError, sha256

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """Directions in the space of sentence vectors, and how far each is stretched."""

    directions: Rows
    """Orthogonal rows of length 1; directions × 384."""
    stretch: NDArray[np.float64]
    """Of each direction; 1 leaves it as it is."""
    sha256: str

    def stretched(self, vectors: Rows) -> Rows:
        """Vectors (rows) stretched and brought to length 1; zeros and vectors of another size stay what they are."""
        if vectors.shape[1] != self.directions.shape[1]:
            return vectors
        along = vectors @ self.directions.T
        made = vectors + (along * (self.stretch - 1)) @ self.directions
        found: Rows = made / np.maximum(1e-9, np.linalg.norm(made, axis=1))[:, None]
        return found


def metric_of(data: bytes) -> Metric:
    """The metric of a file: an array of NumPy whose rows are the directions, each as long as it is stretched.

    Raises:
        ValueError: where it is no such array.
    """
    rows = np.load(BytesIO(data), allow_pickle=False).astype(np.float64)
    if rows.ndim != 2 or not np.isfinite(rows).all() or not (stretch := np.linalg.norm(rows, axis=1)).all():
        raise ValueError("it holds no directions")
    return Metric(rows / stretch[:, None], stretch, sha256(data))


def open_metric(path: Path) -> Metric:
    """Open a file of a metric.

    Raises:
        ResourceError: where the file is missing or malformed.
    """
    try:
        return metric_of(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError) as error:
        raise ResourceError(f"{path.name} is not a metric on sentence vectors: {error}") from error
