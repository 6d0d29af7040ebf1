"""How often somebody may ask: a bucket of tokens each, in the memory of this process."""

from __future__ import annotations

import math
import re
import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_network

from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.web.security.policy import address_of
from accordingto.web.security.refusals import refuse
from accordingto.web.security.viewer import LOCAL
from accordingto.web.security.ways import OPEN

MOST = 20_000
"""Buckets kept, the least recently used go first: some MB."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second from then on."""

    burst: int
    a_second: float


READING = Rate(burst=300, a_second=20)
"""A person opens a page every few seconds, and it brings a handful of requests; a program that reads a store through asks some a second."""
WRITING = Rate(burst=60, a_second=5)
"""A coder decides once a second at most; a notebook sends a batch."""
SIGN_IN = Rate(burst=10, a_second=1 / 6)
"""From one address: ten people behind one router at nine o'clock, and not 15,000 guesses a day."""


EXPORTING = Rate(burst=20, a_second=1 / 10)
"""An export goes through a whole store."""
TOGETHER, EACH = 8, 2
"""Exports under way at a time, and of one person: each holds a connection for as long as its client takes to read, of the sixteen that
there are (`accordingto.web.stores`); the pages need the others."""
AGAIN = 10
"""Seconds after which to ask again where others' exports are under way."""
_EXPORT = re.compile(r"/api/v\d+/export/")


class Buckets:
    """The buckets, for all that ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def take(self, kind: str, who: str, rate: Rate) -> float:
        """Take one from a bucket.

        Args:
            kind: what for.
            who: whose bucket.
            rate: how it fills.

        Returns:
            0, or the seconds until there is one again.
        """
        now, key = self._clock(), (kind, who)
        left, at = self._held.pop(key, (float(rate.burst), now))
        left = min(rate.burst, left + (now - at) * rate.a_second)
        wait = 0.0 if left >= 1 else (1 - left) / rate.a_second
        self._held[key] = (left if wait else left - 1, now)
        if len(self._held) > MOST:
            self._held.popitem(last=False)
        return wait


def network_of(peer: str) -> str:
    """Whose bucket a peer's is: of version 6 the whole /64, which one household or machine has to itself."""
    found = address_of(peer)
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else peer


class Rates:
    """Middleware that asks those who ask too often to wait. The one person at this machine never waits."""

    def __init__(self, app: ASGIApp, *, buckets: Buckets) -> None:
        self._app = app
        self._buckets = buckets
        self._exports: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or 429 and when to come again."""
        wait = self._wait(scope) if scope["type"] == "http" else 0.0
        if not wait and scope["type"] == "http" and _EXPORT.match(scope["path"]) and not _local(scope):
            wait = await self._exported(scope, receive, send)
            if not wait:
                return
        if not wait:
            await self._app(scope, receive, send)
            return
        seconds = math.ceil(wait)
        told = f"Too many requests; wait {seconds} s."
        await refuse(scope, receive, send, 429, told, {"retry-after": str(seconds)})

    async def _exported(self, scope: Scope, receive: Receive, send: Send) -> float:
        """Answer with an export, and give 0; or the seconds to wait where too many are under way."""
        who = _who(scope)
        if self._exports[who] >= EACH or self._exports.total() >= TOGETHER:
            return AGAIN
        self._exports[who] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._exports[who] -= 1
            if not self._exports[who]:
                del self._exports[who]
        return 0.0

    def _wait(self, scope: Scope) -> float:
        path = scope["path"]
        if path.startswith(OPEN) or _local(scope):
            return 0.0
        who = _who(scope)
        if _EXPORT.match(path):
            return self._buckets.take("exporting", who, EXPORTING)
        if scope["method"] in SAFE:
            return self._buckets.take("reading", who, READING)
        if path == "/sign-in":
            return self._buckets.take("sign-in", network_of(scope["state"]["peer"]), SIGN_IN)
        return self._buckets.take("writing", who, WRITING)


def _local(scope: Scope) -> bool:
    viewer = scope["state"].get("viewer")
    return viewer is not None and viewer.via == LOCAL


def _who(scope: Scope) -> str:
    viewer = scope["state"].get("viewer")
    return f"peer {network_of(scope['state']['peer'])}" if viewer is None else f"name {viewer.name}"
