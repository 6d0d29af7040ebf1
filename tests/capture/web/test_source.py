"""Addresses as sources: a page, a feed, a sitemap, an index of sitemaps."""

from __future__ import annotations

import httpx
import pytest

from accordingto.capture.found import Found, Item, Missed, Options, Skipped
from accordingto.capture.web.source import MAX_DEPTH, Addresses
from accordingto.model import NotFetched
from tests.capture.web.world import Answer, Web, page, robots, to

A = "https://ledger.example"


def _rss(*links: str) -> httpx.Response:
    body = "".join(f"<item><title>{link}</title><link>{link}</link></item>" for link in links)
    return page(f"<rss version='2.0'><channel>{body}</channel></rss>", content_type="application/rss+xml")


def _index(*links: str) -> httpx.Response:
    body = "".join(f"<sitemap><loc>{link}</loc></sitemap>" for link in links)
    return page(f"<sitemapindex>{body}</sitemapindex>", content_type="text/xml")


def _sitemap(*links: str) -> httpx.Response:
    body = "".join(f"<url><loc>{link}</loc></url>" for link in links)
    return page(f"<urlset>{body}</urlset>", content_type="text/xml")


def _gather(web: Web, source: str, after: str | None = None) -> list[Item]:
    return list(Addresses(web.fetcher(), Options()).gather(source, after))


def _web(**answers: Answer | list[Answer]) -> Web:
    return Web({f"{A}/{name}": answer for name, answer in answers.items()})


def _where(items: list[Item]) -> list[str]:
    return [item.capture.sightings[0].where for item in items if isinstance(item, Found)]


def test_a_page() -> None:
    web = _web(old=to("/a?utm_source=x"), **{"a?utm_source=x": page(content_type="text/html; charset=utf-8")})
    (got,) = _gather(web, f"{A}/old")
    assert isinstance(got, Found)
    assert got.capture.url == f"{A}/a?utm_source=x"
    assert got.capture.sightings[0].where == f"{A}/old"
    assert got.capture.sightings[0].at == "2023-11-14T22:13:24Z"
    assert ("content-type", "text/html; charset=utf-8") in got.capture.headers
    assert got.capture.declared_encoding == "utf-8"
    assert _gather(web, f"{A}/old", after=got.position) == []


def test_the_pages_of_a_feed_and_going_on_after_one() -> None:
    pages = {name: page(f"<html><body>{name} was quiet</body></html>") for name in "abc"}
    web = _web(feed=_rss("/a", "/b", "/c"), **pages)
    got = _gather(web, f"{A}/feed")
    assert _where(got) == [f"{A}/a", f"{A}/b", f"{A}/c"]
    assert _where(_gather(web, f"{A}/feed", after=got[1].position)) == [f"{A}/c"]
    assert len(_where(_gather(web, f"{A}/feed", after=f"{A}/gone-from-the-feed"))) == 3


def test_one_bad_page_stops_nothing() -> None:
    web = _web(feed=_rss("/a", "/b", "/p/x", "/c"), a=page(), b=page(status=404), c=page("<html>  c</html>"))
    web.answers[f"{A}/robots.txt"] = robots("User-agent: *", "Disallow: /p/")
    got = _gather(web, f"{A}/feed")
    assert [type(item) for item in got] == [Found, Missed, Missed, Found]
    assert f"{A}/p/x" not in web.asked


def test_what_may_pass_is_tried_again() -> None:
    web = _web(a=[page(status=503, retry_after="7"), page(status=500), page()])
    assert len(_gather(web, f"{A}/a")) == 1
    web = _web(a=page(status=500))
    with pytest.raises(NotFetched):
        _gather(web, f"{A}/a")
    assert len(web.pages_asked()) == 3


def test_an_index_of_sitemaps_is_followed_so_deep_and_no_page_is_taken_twice() -> None:
    web = _web(
        index=_index("/s1", "/s2", "/broken", "/index"),
        s1=_sitemap("/a", "/b"),
        s2=_sitemap("/b", "/c"),
        **{name: page(f"<html>{name}</html>") for name in "abc"},
    )
    got = _gather(web, f"{A}/index")
    assert sorted(_where(got)) == [f"{A}/a", f"{A}/b", f"{A}/c"]
    assert [item.where for item in got if isinstance(item, Missed)] == [f"{A}/broken"]
    deep = _web(**{f"i{n}": _index(f"/i{n + 1}") for n in range(10)})
    got = _gather(deep, f"{A}/i0")
    assert len(deep.pages_asked()) == MAX_DEPTH + 1
    assert any(isinstance(item, Skipped) for item in got)
