"""Slowing down who guesses passwords, whether or not there is such a name. In the memory of this process."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

MOST = 20_000
"""Names and addresses remembered; the ones that were longest quiet go first."""
FREE_HERE, LONGEST_HERE = 5, 900.0
"""From one address at one name: so many tries before it has to wait, twice as long each time, and how many seconds at most."""
FREE_ANYWHERE, LONGEST_ANYWHERE = 30, 60.0
"""At one name from all addresses together. The wait stays short: else anybody could lock somebody out."""
QUIET = 86_400.0
"""Seconds after which nothing is held against anybody."""


class Guesses:
    """How often a password was tried in vain."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tried: OrderedDict[tuple[str, str], tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, name: str, peer: str) -> float:
        """Begin a try: it counts as one in vain until `right` says otherwise, so that many at once do not slip through.

        Returns:
            0, or the seconds to wait; then it must not be tried, and does not count.
        """
        name = name.strip().casefold()
        with self._lock:
            here, anywhere = (name, peer), (name, "")
            wait = max(
                self._wait(here, FREE_HERE, LONGEST_HERE),
                self._wait(anywhere, FREE_ANYWHERE, LONGEST_ANYWHERE),
            )
            if not wait:
                self._count(here)
                self._count(anywhere)
            return wait

    def right(self, name: str, peer: str) -> None:
        """Note that the password was right: what was held against the name at this address is forgotten, and this try elsewhere."""
        name = name.strip().casefold()
        with self._lock:
            self._tried.pop((name, peer), None)
            tries, at = self._tried.get((name, ""), (1, 0.0))
            self._tried[name, ""] = (tries - 1, at)

    def _wait(self, key: tuple[str, str], free: int, longest: float) -> float:
        tries, at = self._tried.get(key, (0, 0.0))
        since = self._clock() - at
        if tries < free or since > QUIET:
            return 0.0
        return max(0.0, min(longest, 2.0 ** min(tries - free, 30)) - since)

    def _count(self, key: tuple[str, str]) -> None:
        tries, at = self._tried.pop(key, (0, 0.0))
        now = self._clock()
        self._tried[key] = (tries + 1 if now - at <= QUIET else 1, now)
        if len(self._tried) > MOST:
            self._tried.popitem(last=False)
