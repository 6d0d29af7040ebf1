"""What is counted over a whole store, remembered for a minute: fifty readers of a list cost what one does."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
KEPT = 60.0
"""Seconds: a list of counts may be that old, and says so."""
MOST = 64
"""Counts that are remembered at once."""
_held: dict[tuple[str, str], tuple[float, Any]] = {}
_making: dict[tuple[str, str], Lock] = {}
_lock = Lock()


def remembered(where: str, what: str, make: Callable[[], T]) -> T:
    """What was made less than a minute ago, or is made now; of several who ask at once one makes it, and the others wait.

    Args:
        where: address of the store.
        what: name of what is counted.
        make: counts it.
    """
    key = (where, what)
    with _lock:
        making = _making.setdefault(key, Lock())
    with making:
        now = time.monotonic()
        if key in _held and now - _held[key][0] < KEPT:
            found: T = _held[key][1]
            return found
        made = make()
        with _lock:
            while len(_held) >= MOST:
                oldest = next(iter(_held))
                del _held[oldest]
                _making.pop(oldest, None)
            _held[key] = (time.monotonic(), made)
        return made
