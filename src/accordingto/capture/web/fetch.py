"""One page or feed, asked for politely: robots.txt before every request, turns at every host, redirects followed by hand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx

from accordingto.capture.web.addresses import host_of, origin_of, page_key, path_of, web_address
from accordingto.capture.web.headers import content_type, fresh_for, retry_after
from accordingto.capture.web.manners import MAX_REDIRECTS, Fetched, Kind, Manners, Moved
from accordingto.capture.web.robots import LIMIT as ROBOTS_LIMIT
from accordingto.capture.web.robots import MAX_REDIRECTS as ROBOTS_REDIRECTS
from accordingto.capture.web.robots import MemoryShelf, Robots, RobotsAnswer, RobotsShelf, Rules, delay_of
from accordingto.capture.web.turns import Clock, Gate, MemoryGate, Turn, Turns
from accordingto.capture.web.wire import REDIRECTS, Answer, BadCertificate, Wire
from accordingto.model import NotFetched, Refused, TooLarge, Unreachable

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses that may pass: the standard ones, and those of a large content network for an origin that does not answer."""
_GONE = frozenset({404, 410})


_ACCEPT = {
    Kind.PAGE: "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.5,application/pdf;q=0.5,*/*;q=0.1",
    Kind.FEED: "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1",
    Kind.EITHER: "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.1",
}
_PAGE_TYPES = frozenset(
    {"", "text/html", "application/xhtml+xml", "text/plain", "application/pdf", "application/octet-stream"}
)
"""Media types that may be a report; what the bytes really are is told from the bytes."""
_FEED_TYPES = re.compile(r"application/(?:.+\+)?(?:xml|json)|text/xml|application/(?:x-)?gzip")
_NO_FEED = ("image/", "audio/", "video/", "font/")
"""A feed's media type says little: they are seen as text/html and application/octet-stream too."""


Follow = Callable[[str], bool]


@dataclass
class Fetcher:
    """Fetches pages and feeds; threads may share one.

    Attributes:
        manners: how hosts are asked.
        gate: the turns at hosts; shared by all who must not ask a host together.
        shelf: where copies of robots.txt are kept.
        clock: time, and waiting for it.
        transport: in place of the network, for tests.
    """

    manners: Manners
    gate: Gate = field(default_factory=MemoryGate)
    shelf: RobotsShelf = field(default_factory=MemoryShelf)
    clock: Clock = field(default_factory=Clock)
    transport: httpx.BaseTransport | None = None

    def __post_init__(self) -> None:
        manners = self.manners
        self._wire = Wire(
            agent=manners.agent,
            longest=manners.longest,
            allow_private=manners.allow_private,
            transport=self.transport,
        )
        # A turn that was left open counts as over once its request must be: its time, and as much again for the resolver.
        self._turns = Turns(self.gate, self.clock, manners.together, 2 * manners.longest, manners.patience)
        self._robots = Robots(self._ask_robots, self.shelf, self.clock.now)

    def close(self) -> None:
        """Close all connections."""
        self._wire.close()

    def fetch(
        self,
        address: str,
        kind: Kind,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        follow: Follow | None = None,
    ) -> Fetched | Moved:
        """Ask for an address and follow its redirects.

        Args:
            address: as `web_address` gives it.
            kind: what it is hoped to give.
            etag: the validator that came with it last time.
            last_modified: the date that came with it last time.
            follow: whether to follow a redirect to an address.

        Raises:
            Refused: where robots.txt, or the check of addresses, forbids it or an address that it redirects to.
            Unreachable: where it may go better later.
            TooLarge: where the body is larger than the limit.
            NotFetched: where it gives nothing that can be kept.
            NotYet: where its host may not be asked for a while.
        """
        headers = {"Accept": _ACCEPT[kind]}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        at, seen = address, {address}
        while True:
            answer = self._asked(at, headers, kind)
            if answer.status == 304 and not (etag or last_modified):
                raise NotFetched(f"{at} was answered with status 304 to a request that names no earlier answer")
            if answer.status not in REDIRECTS:
                return self._fetched(address, answer, kind)
            at = _target(answer, seen, MAX_REDIRECTS)
            if follow is not None and page_key(at) != page_key(address) and not follow(at):
                return Moved(address, at)

    def _asked(self, address: str, headers: dict[str, str], kind: Kind) -> Answer:
        """One request, if robots.txt lets it; a host that asks for rest gets it."""
        rules = self._robots.rules(origin_of(address))
        _check(rules, address, self.clock.now())
        limit = self.manners.page_limit if kind is Kind.PAGE else self.manners.feed_limit
        with self._turns.turn(host_of(address), max(self.manners.delay, rules.delay)) as turn:
            answer = self._wire.get(address, headers, limit=limit, wanted=lambda head: _wanted(head, kind))
            self._rest(turn, answer)
            return answer

    def _rest(self, turn: Turn, answer: Answer) -> None:
        if answer.status in (429, 503):
            now = self.clock.now()
            turn.not_before = now + (retry_after(answer.header("retry-after"), now) or 0.0)

    def _fetched(self, asked: str, answer: Answer, kind: Kind) -> Fetched:
        now = self.clock.now()
        _check_status(answer, now)
        media_type, charset = content_type(answer.header("content-type"))
        if answer.status != 304 and not _right_type(media_type, kind):
            raise NotFetched(f"{answer.url} is {media_type}, not a {kind.value}; it was not read")
        return Fetched(
            asked=asked,
            url=answer.url,
            headers=answer.headers,
            data=None if answer.status == 304 else answer.data,
            at=datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            charset=charset,
            media_type=media_type,
            etag=answer.header("etag"),
            last_modified=answer.header("last-modified"),
            fresh=fresh_for(answer.header("cache-control")),
        )

    def _ask_robots(self, origin: str) -> RobotsAnswer:
        """Ask for a robots.txt; redirects are followed, to another origin only where they lead to its robots.txt.

        Any other address of another origin may be forbidden by its own rules, and these are not known yet.
        """
        at = f"{origin}/robots.txt"
        seen = {at}
        try:
            while True:
                with self._turns.turn(host_of(at), self.manners.delay) as turn:
                    answer = self._wire.get(at, {}, limit=ROBOTS_LIMIT, wanted=_succeeded, cut=True)
                    self._rest(turn, answer)
                    got = self._robots_answer(answer)
                    if _succeeded(answer):  # the delay that it asks for holds from here on
                        turn.not_before = self.clock.now() + delay_of(got.text)
                if answer.status not in REDIRECTS:
                    return got
                at = _target(answer, seen, ROBOTS_REDIRECTS)
                if origin_of(at) != origin and path_of(at) != "/robots.txt":
                    return RobotsAnswer(None, reason=f"it redirects to {at}")
        except BadCertificate as error:
            return RobotsAnswer(None, reason=str(error), lasting=True)
        except Refused as error:
            if at == f"{origin}/robots.txt":
                raise
            return RobotsAnswer(None, reason=str(error))
        except (NotFetched, TooLarge) as error:
            return RobotsAnswer(None, reason=str(error))

    def _robots_answer(self, answer: Answer) -> RobotsAnswer:
        if _succeeded(answer):
            data = answer.data
            if len(data) >= ROBOTS_LIMIT:  # a rule that is cut off would say something else
                data = data[: data.rfind(b"\n") + 1]
            text = data.decode("utf-8-sig", "replace")
            return RobotsAnswer(answer.status, text, fresh_for(answer.header("cache-control")))
        wait = retry_after(answer.header("retry-after"), self.clock.now())
        return RobotsAnswer(answer.status, fresh=wait, reason=f"status {answer.status}")


def _target(answer: Answer, seen: set[str], most: int) -> str:
    """Where a redirect leads; notes it in ``seen``.

    Raises:
        NotFetched: where it leads nowhere, in a circle, or too far.
        Refused: where it leads to what is never asked for.
    """
    location = answer.header("location")
    if not location:
        raise NotFetched(f"{answer.url} redirects (status {answer.status}) without saying where to")
    target = web_address(location, answer.url)
    if target in seen:
        raise NotFetched(f"{answer.url} redirects in a circle, back to {target}")
    if len(seen) > most:
        raise NotFetched(f"{answer.url} is the end of {most} redirects, and leads on to {target}; it was given up")
    seen.add(target)
    return target


def _check(rules: Rules, address: str, now: float) -> None:
    """Stop where robots.txt forbids an address, or cannot be had."""
    copy = rules.copy
    if copy.rules is None:
        why = f"{address} was not asked for: the robots.txt of its site cannot be had ({copy.reason})"
        if copy.lasting:
            raise NotFetched(why)
        raise Unreachable(why, after=max(0.0, copy.expires - now))
    if not rules.allows(address):
        raise Refused(f"{address} was not asked for: the site's robots.txt forbids it")


def _check_status(answer: Answer, now: float) -> None:
    status = answer.status
    if status in (200, 203, 304):
        return
    if status in _BUSY:
        after = retry_after(answer.header("retry-after"), now)
        raise Unreachable(f"{answer.url} was answered with status {status}", after=after)
    meaning = "there is no such page any more" if status in _GONE else "the server does not give it"
    raise NotFetched(f"{answer.url} was answered with status {status}: {meaning}")


def _succeeded(answer: Answer) -> bool:
    return 200 <= answer.status < 300


def _wanted(answer: Answer, kind: Kind) -> bool:
    return answer.status in (200, 203) and _right_type(content_type(answer.header("content-type"))[0], kind)


def _right_type(media_type: str, kind: Kind) -> bool:
    if kind is Kind.FEED:
        return not media_type.startswith(_NO_FEED)
    return media_type in _PAGE_TYPES or (kind is Kind.EITHER and _FEED_TYPES.fullmatch(media_type) is not None)
