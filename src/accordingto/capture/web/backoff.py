"""How long to wait before an address that gave no answer is asked for again."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential backoff with full jitter: a time drawn evenly from nothing to a bound that doubles with every try.

    Of the ways to spread retries, full jitter asks least of a server in trouble (M. Brooker, "Exponential Backoff And Jitter", 2015).

    Attributes:
        base: seconds of the first bound.
        longest: seconds of any bound.
        tries: after so many an address is given up.
    """

    base: float = 10.0
    longest: float = 3600.0
    tries: int = 5

    def wait(
        self, tried: int, *, after: float | None = None, draw: Callable[[], float] = random.random
    ) -> float | None:
        """Seconds until the next try; ``None`` where there is none.

        Args:
            tried: how often it was tried, from 1.
            after: seconds that the server asked for; what is drawn comes on top, since others were told the same.
            draw: a number from 0 to 1.
        """
        if tried >= self.tries:
            return None
        return (after or 0.0) + draw() * min(self.longest, self.base * 2.0 ** min(tried - 1, 32))
