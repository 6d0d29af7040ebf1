"""Sets of characters, their overlap, and one-to-one matching: what every span metric here is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from accordingto.model import UsageError

Chars = frozenset[int]


def chars(text: str, spans: Iterable[Sequence[int]] | None) -> Chars:
    """The offsets of the letters and digits inside spans: white space and punctuation do not count."""
    return frozenset(i for a, b in spans or () for i in range(a, b) if text[i].isalnum())


def iou(a: Chars, b: Chars) -> float:
    """Intersection over union; 0 for two empty sets."""
    union = len(a | b)
    return len(a & b) / union if union else 0.0


def need_scipy() -> None:
    """Check that scipy is there before anything long begins.

    Raises:
        UsageError: where it is not, with the command that installs it.
    """
    try:
        import scipy.optimize  # noqa: F401
    except ImportError as error:
        raise UsageError("scoring needs scipy: pip install 'accordingto[evaluate]'") from error


def assign(likeness: Sequence[Sequence[float]], *, floor: float) -> list[tuple[int, int]]:
    """Pairs (row, column) of the one-to-one matching with the greatest summed likeness; values under ``floor`` are 0.

    Needs the extra ``evaluate`` (scipy): Crouse 2016, "On implementing 2D rectangular assignment algorithms".

    Raises:
        UsageError: where scipy is missing.
    """
    if not likeness or not likeness[0]:
        return []
    need_scipy()
    from scipy.optimize import linear_sum_assignment

    matrix = np.asarray(likeness, float)
    matrix[matrix < floor] = 0.0
    rows, columns = linear_sum_assignment(-matrix)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if matrix[i, j] > 0]
