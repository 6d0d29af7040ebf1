"""robots.txt, as RFC 9309 has it: what a site asks programs to leave alone, kept for a day at most."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from protego import Protego

PRODUCT = "accordingto"
"""The token that robots.txt may name in ``User-agent:``."""
LONGEST = 24 * 3600.0
"""Seconds that a copy is used at most (RFC 9309, §2.4)."""
SHORTEST = 3600.0
"""Seconds that a copy is used at least, whatever its Cache-Control says: asking before every page would be no kindness."""
RETRY = 300.0
"""Seconds until a robots.txt that could not be had is asked for again; doubled each time up to `LONGEST`."""
LIMIT = 512 * 1024
"""Bytes that are parsed; RFC 9309 (§2.5) asks for 500 KiB at least. Rules cut off are not known, so a longer file's are read up to here."""
MAX_REDIRECTS = 5
"""RFC 9309, §2.3.1.2."""
REMEMBERED = 512
"""Parsed files held in memory."""
LONGEST_DELAY = 24 * 3600.0
"""Seconds of Crawl-delay that are heeded; more would be a way of writing Disallow."""


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """A site's robots.txt as it was last asked for.

    ``rules`` is its text; ``None`` where it could not be had, and then everything is disallowed. Where there is none, it is "".
    """

    origin: str
    rules: str | None
    expires: float
    """Seconds of Unix time until which it is used."""
    failures: int = 0
    """How often in a row it could not be had."""
    reason: str = ""
    """Why it could not be had."""
    lasting: bool = False
    """Whether that will not pass by itself: a certificate that is not valid."""


@dataclass(frozen=True, slots=True)
class RobotsAnswer:
    """What asking for a robots.txt gave.

    ``status`` is ``None`` for no answer; ``fresh`` is for how many seconds it may be kept, or how long to wait after a failure,
    where that was said; ``reason`` and ``lasting`` are as in `RobotsCopy`.
    """

    status: int | None
    text: str = ""
    fresh: float | None = None
    reason: str = ""
    lasting: bool = False


class RobotsShelf(Protocol):
    """Where copies are kept."""

    def robots(self, origin: str) -> RobotsCopy | None:
        """The copy of an origin, expired or not."""

    def keep_robots(self, copy: RobotsCopy) -> None:
        """Keep a copy in place of the one before."""


@dataclass
class MemoryShelf:
    """Copies of one process."""

    _copies: dict[str, RobotsCopy] = field(default_factory=dict)

    def robots(self, origin: str) -> RobotsCopy | None:
        """As `RobotsShelf`."""
        return self._copies.get(origin)

    def keep_robots(self, copy: RobotsCopy) -> None:
        """As `RobotsShelf`."""
        self._copies[copy.origin] = copy


def copy_of(origin: str, answer: RobotsAnswer, *, now: float, before: RobotsCopy | None) -> RobotsCopy:
    """What an answer means (RFC 9309, §2.3.1).

    Success: its rules. A status of 4xx: there are none, and everything is allowed; but 429 says that the site is asked too
    much, and counts as a failure. A status of 5xx, or no answer: everything is disallowed, and it is asked for again soon.
    """
    status = answer.status
    if status is not None and 200 <= status < 300:
        return RobotsCopy(origin, answer.text, now + _kept(answer.fresh))
    if status is not None and 400 <= status < 500 and status != 429:
        return RobotsCopy(origin, "", now + _kept(answer.fresh))
    failures = (before.failures if before else 0) + 1
    wait = min(LONGEST, max(RETRY * 2 ** min(failures - 1, 16), answer.fresh or 0.0))
    return RobotsCopy(origin, None, now + wait, failures, answer.reason, answer.lasting)


def _kept(fresh: float | None) -> float:
    return LONGEST if fresh is None else min(LONGEST, max(SHORTEST, fresh))


@dataclass
class Rules:
    """What robots.txt says of addresses of one origin."""

    copy: RobotsCopy
    _parsed: Protego | None

    def allows(self, address: str) -> bool:
        """Whether an address may be asked for."""
        return self._parsed is not None and bool(self._parsed.can_fetch(address, PRODUCT))

    @property
    def delay(self) -> float:
        """Seconds between two requests that it asks for, at most `LONGEST_DELAY`; 0.0 where it asks for none."""
        return 0.0 if self._parsed is None else _delay(self._parsed)


@dataclass
class Robots:
    """Rules of origins, asked for when they are first needed and again when their copy is too old.

    Attributes:
        ask: asks for an origin's robots.txt.
        shelf: keeps the copies.
        now: seconds of Unix time.
    """

    ask: Callable[[str], RobotsAnswer]
    shelf: RobotsShelf
    now: Callable[[], float]
    _parsed: OrderedDict[str, Rules] = field(default_factory=OrderedDict)
    _asking: dict[str, Lock] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def rules(self, origin: str) -> Rules:
        """The rules of an origin; threads that need the same ones wait for the first to ask."""
        with self._lock:
            asking = self._asking.setdefault(origin, Lock())
        with asking:
            copy = self._fresh(origin)
            with self._lock:
                known = self._parsed.get(origin)
                if known is None or known.copy != copy:
                    known = self._parsed[origin] = _rules(copy)
                self._parsed.move_to_end(origin)
                while len(self._parsed) > REMEMBERED:
                    self._parsed.popitem(last=False)
                return known

    def _fresh(self, origin: str) -> RobotsCopy:
        copy = self.shelf.robots(origin)
        if copy is None or copy.expires <= self.now():
            copy = copy_of(origin, self.ask(origin), now=self.now(), before=copy)
            self.shelf.keep_robots(copy)
        return copy


def _rules(copy: RobotsCopy) -> Rules:
    from protego import Protego

    return Rules(copy, None if copy.rules is None else Protego.parse(copy.rules))


def delay_of(text: str) -> float:
    """Seconds between two requests that a robots.txt asks for, as `Rules.delay`."""
    from protego import Protego

    return _delay(Protego.parse(text))


def _delay(parsed: Protego) -> float:
    delay = parsed.crawl_delay(PRODUCT) or 0.0
    rate = parsed.request_rate(PRODUCT)
    spread = rate.seconds / rate.requests if rate and rate.requests else 0.0
    return min(LONGEST_DELAY, max(0.0, delay, spread))
