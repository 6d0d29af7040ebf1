"""The loop over a web in memory and a store on disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from accordingto.capture.feeds import Feed
from accordingto.capture.found import Found
from accordingto.capture.web.backoff import Backoff
from accordingto.capture.web.manners import Kind, Manners
from accordingto.pipeline.frontier import Job, State, Wanted
from accordingto.pipeline.watch import LONGEST, NEVER, SHORTEST, Arrival, Pace, Watch
from accordingto.store.store import Store
from accordingto.store.watch import StoreFrontier
from tests.capture.web.world import Answer, Web, page, robots

A = "https://ledger.example"
FEED = f"{A}/rss"


class Live:
    """The time that it is, since the loop waits for itself."""

    def now(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None: ...


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "watch.db") as opened:
        yield opened


def _web(**answers: Answer | list[Answer]) -> Web:
    return Web({f"{A}/{name}": answer for name, answer in answers.items()}, clock=Live())  # type: ignore[arg-type]


def _rss(*links: str, **headers: str) -> httpx.Response:
    body = "".join(f"<item><link>{link}</link></item>" for link in links)
    return page(f"<rss version='2.0'><channel>{body}</channel></rss>", content_type="application/rss+xml", **headers)


def _watch(store: Store, web: Web, *, every: float = 900.0, said: list[str] | None = None) -> Watch:
    watch = Watch(
        StoreFrontier(store),
        Manners(delay=0.01, patience=0.5),
        Pace(once=True, workers=3, lease=5.0, backoff=Backoff(base=0.05, tries=3)),
        say=(said if said is not None else []).append,
        transport=httpx.MockTransport(web.handle),
    )
    watch.frontier.watch([Wanted(FEED, every=every)], now=watch.now())
    return watch


def _pass(watch: Watch) -> list[Arrival]:
    got = []
    with watch:
        for arrival in watch.arrivals():
            if arrival is not None:
                got.append(arrival)
                watch.keep(arrival, None, kept=False)
    return got


def _due(store: Store) -> None:
    """Let every feed be due."""
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE watch_fetches SET next_at = 0, asked_at = 0 WHERE kind = 'feed'")


def test_pages_come_with_their_headers_and_failures_are_told(store: Store) -> None:
    web = _web(
        rss=_rss("/a", "/b", "/p/x", "/c"),
        a=page(etag='"1"'),
        b=page(status=404),
        c=[page(status=503), page("<html>c</html>")],
        **{"robots.txt": robots("User-agent: *", "Disallow: /p/")},
    )
    watch = _watch(store, web)
    got = {arrival.job.address.removeprefix(A): arrival for arrival in _pass(watch)}
    assert {path: arrival.settled.state for path, arrival in got.items()} == {
        "/a": State.DONE,
        "/b": State.FAILED,
        "/p/x": State.FORBIDDEN,
        "/c": State.DONE,
    }
    first = got["/a"].item
    assert isinstance(first, Found)
    assert ("etag", '"1"') in first.capture.headers
    assert (watch.told.pages, watch.told.failed, watch.told.forbidden, watch.told.retried) == (2, 1, 1, 1)
    assert f"{A}/p/x" not in web.asked


def test_a_feed_is_asked_for_with_its_validators_and_new_items_are_fetched(store: Store) -> None:
    def feed(request: httpx.Request) -> httpx.Response:
        return httpx.Response(304) if request.headers.get("if-none-match") == '"1"' else _rss("/a", etag='"1"')

    web = _web(rss=feed, a=page(), b=page("<html>b</html>"))
    assert len(_pass(_watch(store, web))) == 1
    _due(store)
    second = _watch(store, web)
    assert _pass(second) == []
    assert second.told.feeds == 1
    web.answers[FEED] = _rss("/b", "/a", etag='"2"')
    _due(store)
    assert [arrival.job.address for arrival in _pass(_watch(store, web))] == [f"{A}/b"]


def test_a_feed_that_is_none_is_told_and_looked_at_again_in_time(store: Store) -> None:
    said: list[str] = []
    watch = _watch(store, _web(rss=page()), said=said)
    assert _pass(watch) == []
    assert "is a web page, not a feed" in said[0]
    assert watch.told.feeds_failed == 1
    due = watch.frontier.due()
    assert due is not None
    assert due - time.time() == pytest.approx(900, rel=0.15)


def test_an_index_of_sitemaps_is_followed(store: Store) -> None:
    web = _web(
        rss=page("<sitemapindex><sitemap><loc>/s1</loc></sitemap></sitemapindex>", etag='"1"'),
        s1=page("<urlset><url><loc>/a</loc></url></urlset>"),
        a=page(),
    )
    assert [arrival.job.address for arrival in _pass(_watch(store, web))] == [f"{A}/a"]
    _due(store)
    _pass(_watch(store, web))
    # nothing says whether the sitemap changed, so that it is looked at again, and the index with no validator
    assert web.asked.count(f"{A}/s1") == 2
    assert "if-none-match" not in web.requests[-2].headers


def test_what_breaks_the_one_who_takes_ends_the_watch_and_loses_nothing(store: Store) -> None:
    web = _web(rss=_rss("/a", "/b", "/c"), a=page(), b=page("<html>b</html>"), c=page("<html>c</html>"))
    watch = _watch(store, web)
    with pytest.raises(ValueError, match="full"), watch:
        raise ValueError(f"{next(filter(None, watch.arrivals()))}: the disk is full")
    assert {arrival.job.address for arrival in _pass(_watch(store, web))} == {f"{A}/a", f"{A}/b", f"{A}/c"}


def test_stopping_keeps_what_is_under_way(store: Store) -> None:
    web = _web(rss=_rss(*(f"/{n}" for n in range(50))), **{str(n): page(f"<html>{n}</html>") for n in range(50)})
    watch = _watch(store, web)
    got = 0
    with watch:
        for arrival in filter(None, watch.arrivals()):
            got += 1
            watch.keep(arrival, None, kept=False)
            watch.stop()
    assert 1 <= got < 50
    assert watch.frontier.states()[State.DONE] == got
    assert len(web.pages_asked()) - 1 == got


def test_what_was_handed_on_stays_taken_on_until_it_is_kept(store: Store) -> None:
    watch = _watch(store, _web(rss=_rss("/a"), a=page()))
    with watch:
        handed = []
        for arrival in filter(None, watch.arrivals()):
            handed.append(arrival)
            watch.stop()
        other = StoreFrontier(store)
        other.watch([Wanted(FEED, every=900.0)], now=watch.now())
        assert other.claim(now=watch.now(), until=watch.now() + 9, together=9) is None
        watch.keep(handed[0], None, kept=False)
    assert watch.frontier.states() == {State.DONE: 1}


def test_what_breaks_a_worker_is_raised(store: Store) -> None:
    def broken(request: httpx.Request) -> httpx.Response:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        _pass(_watch(store, _web(rss=broken)))


@pytest.mark.parametrize(
    ("every", "ttl", "fresh", "expected"),
    [
        (900.0, None, None, 900.0),
        (900.0, 3600.0, None, 3600.0),
        (900.0, None, 1800.0, 1800.0),
        (900.0, 60.0, 0.0, 900.0),
        (1.0, None, None, SHORTEST),
        (900.0, 1e9, None, LONGEST),
        (7 * LONGEST, 60.0, None, 7 * LONGEST),
    ],
)
def test_when_a_feed_is_looked_at_next(
    store: Store, every: float, ttl: float | None, fresh: float | None, expected: float
) -> None:
    watch = _watch(store, _web())
    job = Job(1, Kind.FEED, FEED, FEED, 0, every=every)
    wait = watch._next_look(job, Feed("rss", (), every=ttl), fresh) - time.time()
    assert wait == pytest.approx(expected, rel=0.11)
    assert watch._next_look(Job(1, Kind.FEED, FEED, FEED, 0, every=every, depth=1), None, None) == NEVER
