"""An address as a source of `accordingto.capture.gather`: a page, or a feed or sitemap and the pages that it lists."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from accordingto.capture.feeds import Feed, is_feed, parse_feed
from accordingto.capture.feeds import Item as Listed
from accordingto.capture.files import cannot_open, capture_bytes
from accordingto.capture.found import Found, Item, Missed, Options, Skipped
from accordingto.capture.web.addresses import page_key, web_address
from accordingto.capture.web.backoff import Backoff
from accordingto.capture.web.fetch import Fetcher
from accordingto.capture.web.manners import Fetched, Kind, Manners
from accordingto.model import Capture, InputError, Unreachable

MAX_DEPTH = 3
"""Levels of sitemap indexes below the one that was named; the protocol allows one, sites are seen to have two."""
MAX_SITEMAPS = 500
"""Sitemaps that are asked for below one index."""


TRIES = Backoff(base=5.0, longest=60.0, tries=3)
"""A person waits for it: an address that gives no answer is tried less often and sooner than by `accordingto watch`."""
LONGEST_WAIT = 120.0
"""Seconds that are waited for an address to answer again; what asks for more is missed."""


def gather_address(source: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures at an address: the page there, or the pages that the feed or sitemap there lists.

    Positions are the pages' keys. After the position of a page of a feed, the feed is asked for again, and the pages that
    it lists up to that one are passed over; where the page is gone from the feed, none is.

    Raises:
        InputError: where the address itself gives nothing that can be kept.
    """
    with closing(Fetcher(_manners(options))) as fetcher:
        yield from Addresses(fetcher, options).gather(source, after)


def gather_feed(source: str, options: Options, after: str | None = None) -> Iterator[Item]:
    """The captures of the pages that a feed or sitemap in a file lists; positions as for `gather_address`.

    Raises:
        InputError: where the file is no feed.
    """
    path = Path(source)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise cannot_open(path, error) from error
    with closing(Fetcher(_manners(options))) as fetcher:
        yield from Addresses(fetcher, options).listed(parse_feed(data, url=path.absolute().as_uri()), after)


@dataclass
class Addresses:
    """Gathers what addresses give, one after the other."""

    fetcher: Fetcher
    options: Options

    def gather(self, source: str, after: str | None) -> Iterator[Item]:
        """As `gather_address`."""
        address = web_address(source)
        got = self._got(address, Kind.EITHER)
        if got.data is not None and is_feed(got.data):
            yield from self.listed(parse_feed(got.data, url=got.url, charset=got.charset), after)
        elif after is None:
            yield Found(capture_of(got, limit=self.options.limit), page_key(address))

    def listed(self, feed: Feed, after: str | None) -> Iterator[Item]:
        """The pages that a feed, a sitemap or an index of sitemaps lists."""
        entries = self._walked(feed, 0, _Seen())
        if after is not None:
            every = list(entries)
            keys = [page_key(one.url) if isinstance(one, Listed) else "" for one in every]
            entries = iter(every[keys.index(after) + 1 :] if after in keys else every)
        for one in entries:
            yield self._page(one) if isinstance(one, Listed) else one

    def _walked(self, feed: Feed, depth: int, seen: _Seen) -> Iterator[Listed | Item]:
        """What a feed lists, the sitemaps below it asked for as they are come to."""
        yield from (Skipped(feed.title or feed.kind, "", note) for note in feed.notes)
        for item in feed.items:
            if seen.new(page_key(item.url)):
                yield item
        for sitemap in feed.sitemaps:
            if depth >= MAX_DEPTH or seen.sitemaps >= MAX_SITEMAPS:
                yield Skipped(sitemap.url, "", "sitemap too deep in an index, or one too many")
            elif seen.new(sitemap.url):
                seen.sitemaps += 1
                yield from self._below(sitemap.url, depth, seen)

    def _below(self, url: str, depth: int, seen: _Seen) -> Iterator[Listed | Item]:
        try:
            got = self._got(url, Kind.FEED)
            feed = parse_feed(got.data or b"", url=got.url, charset=got.charset)
        except InputError as error:
            yield Missed(url, "", error)
            return
        yield from self._walked(feed, depth + 1, seen)

    def _page(self, item: Listed) -> Found | Missed:
        key = page_key(item.url)
        try:
            made = capture_of(self._got(item.url, Kind.PAGE), limit=self.options.limit)
        except InputError as error:
            return Missed(item.url, key, error)
        return Found(made, key, outlet=item.outlet, title=item.title)

    def _got(self, address: str, kind: Kind) -> Fetched:
        """Fetch, and try again what may pass."""
        tried = 0
        while True:
            try:
                got = self.fetcher.fetch(address, kind)
                assert isinstance(got, Fetched)  # every redirect is followed where no choice is given
                return got
            except Unreachable as error:
                tried += 1
                wait = TRIES.wait(tried, after=error.after)
                if wait is None or wait > LONGEST_WAIT:
                    raise
                self.fetcher.clock.sleep(wait)


@dataclass
class _Seen:
    """What was listed before."""

    keys: set[str] = field(default_factory=set)
    sitemaps: int = 0

    def new(self, key: str) -> bool:
        """Note a key; whether it was not there."""
        before = len(self.keys)
        self.keys.add(key)
        return len(self.keys) > before


def capture_of(got: Fetched, *, limit: int) -> Capture:
    """The capture of a page that was fetched: seen at the address that was asked for, with the headers as they came.

    Raises:
        EmptyInput, BinaryInput, TooLarge: as for `capture_bytes`.
    """
    made = capture_bytes(
        got.data or b"", where=got.asked, url=got.url, declared_encoding=got.charset, seen_at=got.at, limit=limit
    )
    return replace(made, headers=got.headers)


def _manners(options: Options) -> Manners:
    return Manners(
        contact=options.contact,
        page_limit=options.limit,
        patience=float("inf"),
        allow_private=options.private_hosts,
    )
