"""Watching feeds: ask for what is due, follow what feeds list to the pages, hand these on to be read and kept.

One thread takes jobs on, some ask the web, one renews the leases; the thread that calls `Watch.arrivals` takes what has come
and settles it. Nothing is requested but the feeds that were named, what they list, and robots.txt of these sites.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from queue import Empty, Queue
from threading import Event, Lock, Semaphore, Thread

import httpx

from accordingto.capture.feeds import Feed, parse_feed
from accordingto.capture.found import Found, Missed
from accordingto.capture.web.backoff import Backoff
from accordingto.capture.web.fetch import Fetcher
from accordingto.capture.web.manners import Fetched, Kind, Manners, Moved
from accordingto.capture.web.source import MAX_DEPTH, MAX_SITEMAPS, capture_of
from accordingto.capture.web.turns import Clock, NotYet
from accordingto.model import InputError, Refused, Unreachable
from accordingto.pipeline.frontier import Frontier, Job, Settled, State

SHORTEST = 60.0
"""Seconds between two looks at a feed at least, whatever is asked for."""
LONGEST = 24 * 3600.0
"""Seconds between two looks at a feed at most, whatever the feed asks for, unless the user asks for more."""
JITTER = 0.1
"""Share by which the time of the next look is moved at random, so that feeds spread out."""
ONCE_PATIENCE = 120.0
"""Seconds that a single pass waits for something to become due; what takes longer is left to the next one. The waits of the usual
backoff are shorter, that for a robots.txt that cannot be had is longer."""
NEVER = 1e12
"""Later than any time, in seconds of Unix time: a sitemap waits for the index above it to say that it changed."""
_TICK = 0.2
_LOOK = 0.25


@dataclass
class Idle:
    """Since when nothing could be taken on, and when to look whether the pass is over."""

    since: float
    look_at: float = 0.0


class Stopped(Exception):
    """Somebody asked to stop; what is not under way yet is left."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a watch goes about it. Durations are seconds.

    Attributes:
        once: whether to make one pass and end.
        workers: requests under way at once, over all hosts.
        lease: for how long a job is taken on; it is renewed as long as this program lives.
        backoff: when what failed is tried again.
    """

    once: bool = False
    workers: int = 8
    lease: float = 60.0
    backoff: Backoff = field(default_factory=Backoff)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A page that has come, or one that gave nothing, on its way to be kept; and what becomes of its job then."""

    item: Found | Missed
    job: Job
    settled: Settled


@dataclass
class Told:
    """What happened so far, counted."""

    feeds: int = 0
    feeds_failed: int = 0
    found: int = 0
    pages: int = 0
    unchanged: int = 0
    moved: int = 0
    failed: int = 0
    forbidden: int = 0
    retried: int = 0
    _lock: Lock = field(default_factory=Lock)

    def add(self, name: str, count: int = 1) -> None:
        """Count on."""
        with self._lock:
            setattr(self, name, getattr(self, name) + count)


@dataclass
class Watch:
    """A watch over the feeds that a frontier knows; a context manager.

    Attributes:
        frontier: what is to be fetched.
        manners: how hosts are asked.
        pace: how to go about it.
        now: seconds of Unix time.
        say: is told, in a line, what whoever watches should know.
        transport: in place of the network, for tests.
    """

    frontier: Frontier
    manners: Manners
    pace: Pace = field(default_factory=Pace)
    now: Callable[[], float] = time.time
    say: Callable[[str], None] = lambda _: None
    transport: httpx.BaseTransport | None = None
    told: Told = field(default_factory=Told)

    def __post_init__(self) -> None:
        self._stop, self._wake, self._left = Event(), Event(), Event()
        self._free = Semaphore(self.pace.workers)
        self._arrived: Queue[Arrival] = Queue(self.pace.workers)
        self._broken: BaseException | None = None
        self._dispatching = Thread(target=self._guarded, args=(self._dispatch,), daemon=True)
        self._renewing = Thread(target=self._guarded, args=(self._renew,), daemon=True)
        self._fetcher = Fetcher(
            self.manners, self.frontier, self.frontier, Clock(self.now, self._sleep), self.transport
        )

    def stop(self) -> None:
        """Take nothing on any more; what is under way comes to its end and is kept."""
        self._stop.set()
        self._wake.set()

    def __enter__(self) -> Watch:
        self._renewing.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and wait for what is under way; what has come and was not kept is let go, to be fetched again."""
        self.stop()
        while self._dispatching.is_alive():
            self._drain()
            self._dispatching.join(_TICK)
        self._left.set()
        self._renewing.join()
        self._fetcher.close()
        self.frontier.release()

    def arrivals(self) -> Iterator[Arrival | None]:
        """What comes, one after the other, until the pass is over or somebody stops it; ``None`` where nothing came for a moment.

        To be called once, inside the context: what was handed on stays taken on until that is left.

        Raises:
            Exception: what broke a thread, if anything did.
        """
        self._dispatching.start()
        while True:
            over = not self._dispatching.is_alive()
            try:
                yield self._arrived.get(timeout=_TICK)
            except Empty:
                if over:
                    break
                yield None
        if self._broken:
            raise self._broken

    def keep(self, arrival: Arrival, error: Exception | None, *, kept: bool) -> None:
        """Settle a page that was handed on, once it is kept or could not be.

        Args:
            arrival: as `arrivals` gave it.
            error: why it could not be read, where it could not.
            kept: whether it was settled together with its report.
        """
        settled = arrival.settled
        if error is not None and isinstance(arrival.item, Found):
            settled = Settled(arrival.job.key, State.FAILED, self.now(), message=str(error))
        if not kept or settled is not arrival.settled:
            self.frontier.settle(settled)
        self.told.add({State.DONE: "pages", State.FORBIDDEN: "forbidden"}.get(settled.state, "failed"))
        self._wake.set()

    def _drain(self) -> None:
        with suppress(Empty):
            while True:
                self._arrived.get_nowait()

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            self._broken = self._broken or error
            self.stop()

    def _renew(self) -> None:
        while not self._left.wait(self.pace.lease / 3):
            self.frontier.renew(until=self.now() + self.pace.lease)

    def _dispatch(self) -> None:
        """Take jobs on as workers are free, until nothing is left of the pass, or somebody stops it."""
        since = self.now() if self.pace.once else None
        poll = min(0.25, max(0.02, self.manners.delay / 4))
        idle = Idle(self.now())
        with ThreadPoolExecutor(self.pace.workers, thread_name_prefix="watch") as pool:
            while not self._stop.is_set():
                self._free.acquire()
                now = self.now()
                job = self.frontier.claim(
                    now=now, until=now + self.pace.lease, together=self.manners.together, since=since
                )
                if job is not None:
                    idle = Idle(now)
                    pool.submit(self._work, job)
                    continue
                self._free.release()
                if since is not None and self._over(now, idle, since):
                    return
                self._wake.wait(poll)
                self._wake.clear()

    def _over(self, now: float, idle: Idle, since: float) -> bool:
        """Whether a single pass has come to its end; looked at now and then, when nothing can be taken on."""
        if now < idle.look_at:
            return False
        idle.look_at = now + _LOOK
        due = self.frontier.due(since=since)
        # What another program holds is due when its lease ends; it renews it while it lives, and is not waited for for ever.
        return due is None or due > now + ONCE_PATIENCE or now - idle.since > ONCE_PATIENCE + 2 * self.pace.lease

    def _work(self, job: Job) -> None:
        """Carry out a job; whatever happens, somebody can take it on again."""
        try:
            (self._feed if job.kind is Kind.FEED else self._page)(job)
        except Stopped:
            self._put_off(job, self.now())
        except NotYet as error:
            self._put_off(job, error.at)
        except BaseException as error:
            self._broken = self._broken or error
            self.stop()
        finally:
            self._free.release()
            self._wake.set()

    def _put_off(self, job: Job, at: float) -> None:
        waits = Settled(
            job.key, State.WAITING, self.now(), at, job.tries, None, job.etag, job.last_modified, asked=False
        )
        self.frontier.settle(waits)

    def _page(self, job: Job) -> None:
        try:
            got = self._fetcher.fetch(
                job.url, Kind.PAGE, etag=job.etag, last_modified=job.last_modified, follow=_elsewhere
            )
            if isinstance(got, Moved):
                self.frontier.moved(job, got.url, now=self.now())
                self.told.add("moved")
                return
            etag, last_modified = _validators(job, got)
            done = Settled(job.key, State.DONE, self.now(), etag=etag, last_modified=last_modified)
            if got.data is None:
                self.frontier.settle(done)
                self.told.add("unchanged")
                return
            found = Found(
                capture_of(got, limit=self.manners.page_limit), str(job.key), outlet=job.outlet, title=job.title
            )
        except InputError as error:
            self._failed(job, error)
            return
        self.frontier.fetched(job)
        self._arrived.put(Arrival(found, job, done))

    def _feed(self, job: Job) -> None:
        try:
            got = self._fetcher.fetch(job.url, Kind.FEED, etag=job.etag, last_modified=job.last_modified)
            assert isinstance(got, Fetched)  # every redirect is followed where no choice is given
            feed = None if got.data is None else parse_feed(got.data, url=got.url, charset=got.charset)
        except InputError as error:
            self._failed(job, error)
            return
        next_at = self._next_look(job, feed, got.fresh)
        etag, last_modified = _validators(job, got)
        settled = Settled(job.key, State.WAITING, self.now(), next_at, etag=etag, last_modified=last_modified)
        self.told.add("feeds")
        if feed is None:
            self.frontier.settle(settled)
            return
        if feed.sitemaps:
            if any(sitemap.updated is None for sitemap in feed.sitemaps):
                # The index says nothing of whether they changed, so that they are looked at even if it did not.
                settled = replace(settled, etag=None, last_modified=None)
            feed = self._bounded(job, feed)
        for note in feed.notes:
            self.say(f"{job.url}: {note}")
        self.told.add("found", self.frontier.listed(job, feed, settled))

    def _bounded(self, job: Job, feed: Feed) -> Feed:
        """An index without the sitemaps that are too deep or too many."""
        kept = feed.sitemaps[:MAX_SITEMAPS] if job.depth < MAX_DEPTH else ()
        if len(kept) < len(feed.sitemaps):
            self.say(f"{job.url}: {len(feed.sitemaps) - len(kept)} sitemaps in it are too deep or too many")
        return replace(feed, sitemaps=kept)

    def _next_look(self, job: Job, feed: Feed | None, fresh: float | None) -> float:
        """When to look at a feed again: as often as is wanted, or as seldom as it asks for; sitemaps when their index says so."""
        if job.depth:
            return NEVER
        wish = max(job.every, (feed.every if feed else None) or 0.0, fresh or 0.0)
        every = max(SHORTEST, min(wish, max(LONGEST, job.every)))
        return self.now() + every * random.uniform(1 - JITTER, 1 + JITTER)

    def _failed(self, job: Job, error: InputError) -> None:
        """Try again later what may pass; a page that does not is handed on as missed, a feed is looked at next time."""
        now, tries, why = self.now(), job.tries + 1, str(error)
        wait = self.pace.backoff.wait(tries, after=error.after) if isinstance(error, Unreachable) else None
        if wait is not None:
            self.frontier.settle(Settled(job.key, State.WAITING, now, now + wait, tries, why))
            self.told.add("retried")
        elif job.kind is Kind.FEED:
            self.frontier.settle(Settled(job.key, State.WAITING, now, self._next_look(job, None, None), 0, why))
            self.told.add("feeds_failed")
            self.say(f"feed not read: {why}")
        else:
            state = State.FORBIDDEN if isinstance(error, Refused) else State.FAILED
            self.frontier.fetched(job)
            missed = Missed(job.url, str(job.key), error)
            self._arrived.put(Arrival(missed, job, Settled(job.key, state, now, 0.0, tries, why)))

    def _sleep(self, seconds: float) -> None:
        """Wait; where somebody asks to stop meanwhile, stop."""
        if self._stop.wait(seconds):
            raise Stopped


def _elsewhere(target: str) -> bool:  # noqa: ARG001
    """Redirects to another page are not followed: where they lead is a page of its own, fetched once whoever leads there."""
    return False


def _validators(job: Job, got: Fetched) -> tuple[str | None, str | None]:
    """ETag and Last-Modified to ask with next time; an answer that nothing changed need not repeat them."""
    if got.data is None:
        return got.etag or job.etag, got.last_modified or job.last_modified
    return got.etag, got.last_modified
