"""Feeds and sitemaps of every kind, good, bad and hostile."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.capture.feeds import is_feed, parse_feed
from accordingto.model import InputError, TooLarge

URL = "https://ledger.example/feeds/world.xml"
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gulf Ledger – World</title><ttl>45</ttl>
<item><title>Selmar quiet after talks &amp; calm</title><link>https://ledger.example/a?utm_source=rss</link>
<pubDate>Tue, 14 Nov 2023 22:13:20 +0200</pubDate><content:encoded><![CDATA[<p>Whole text</p>]]></content:encoded></item>
<item><title>Relative</title><link>/b</link></item>
<item><title>By guid</title><guid isPermaLink="true">https://ledger.example/c</guid></item>
<item><title>Again</title><link>https://ledger.example/a</link></item>
<item><title>No address</title></item>
<item><title>By mail</title><link>mailto:desk@ledger.example</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ledger.example/base/"><title>Ledger</title>
<entry><title>One</title><link rel="self" href="https://ledger.example/self.xml"/><link rel="alternate" href="one"/>
<id>urn:1</id><published>2023-11-14T22:13:20Z</published><updated>2023-11-15T01:00:00Z</updated></entry>
<entry><title>Two</title><link href="https://ledger.example/two"/><id>urn:2</id><updated>2023-11-15T02:00:00+02:00</updated></entry></feed>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://ledger.example/a </loc><image:image><image:loc>https://ledger.example/a.jpg</image:loc><image:title>Harbour</image:title></image:image>
<n:news><n:publication><n:name>Gulf Ledger</n:name><n:language>en</n:language></n:publication>
<n:publication_date>2023-11-14T22:13:20+02:00</n:publication_date><n:title>Selmar quiet</n:title></n:news></url>
<url><loc>https://ledger.example/b</loc><lastmod>2023-11-15</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://ledger.example/s1.xml.gz</loc><lastmod>2023-11-15</lastmod></sitemap>
<sitemap><loc>/s2.xml</loc></sitemap></sitemapindex>"""


def test_rss() -> None:
    feed = parse_feed(RSS.encode(), url=URL)
    assert (feed.kind, feed.title, feed.every) == ("rss", "Gulf Ledger – World", 45 * 60)
    assert [item.url for item in feed.items] == [
        "https://ledger.example/a?utm_source=rss",
        "https://ledger.example/b",
        "https://ledger.example/c",
    ]
    first = feed.items[0]
    assert (first.title, first.published, first.updated) == (
        "Selmar quiet after talks & calm",
        "2023-11-14T20:13:20Z",
        None,
    )
    assert feed.items[1].published is None
    assert "2 items were passed over" in feed.notes[0]


def test_atom() -> None:
    feed = parse_feed(ATOM.encode(), url=URL)
    assert feed.kind == "atom"
    assert [item.url for item in feed.items] == ["https://ledger.example/base/one", "https://ledger.example/two"]
    assert feed.items[0].published == "2023-11-14T22:13:20Z"
    assert feed.items[1].updated == "2023-11-15T00:00:00Z"


def test_json_feed() -> None:
    items = [
        {
            "id": "1",
            "url": "/a",
            "title": "One",
            "date_published": "2023-11-14T22:13:20Z",
            "date_modified": "2023-11-15",
        },
        {"id": "https://ledger.example/b", "content_text": "text"},
        {"id": "3", "external_url": "https://coast.example/c", "date_published": "yesterday"},
        {"id": "4"},
        "nonsense",
    ]
    data = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Ledger", "items": items}).encode()
    assert is_feed(data)
    feed = parse_feed(data, url="https://ledger.example/feed.json")
    assert feed.kind == "json"
    assert [item.url for item in feed.items] == [
        "https://ledger.example/a",
        "https://ledger.example/b",
        "https://coast.example/c",
    ]
    assert (feed.items[0].published, feed.items[0].updated) == ("2023-11-14T22:13:20Z", "2023-11-15")
    assert feed.items[2].published is None


def test_news_sitemap() -> None:
    feed = parse_feed(NEWS.encode(), url=URL)
    assert feed.kind == "sitemap"
    first, second = feed.items
    assert (first.url, first.title, first.outlet) == ("https://ledger.example/a", "Selmar quiet", "Gulf Ledger")
    assert first.published == "2023-11-14T22:13:20+02:00"
    assert (second.published, second.updated) == (None, "2023-11-15")


def test_index_and_packed_sitemap() -> None:
    feed = parse_feed(INDEX.encode(), url=URL)
    assert feed.kind == "index"
    assert [one.url for one in feed.sitemaps] == ["https://ledger.example/s1.xml.gz", "https://ledger.example/s2.xml"]
    assert parse_feed(gzip.compress(NEWS.encode()), url=URL).items == parse_feed(NEWS.encode(), url=URL).items


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (lambda text: text.replace("</channel></rss>", ""), 3),
        (lambda text: text.replace("&amp;", "&"), 3),
        (lambda text: text.replace("<title>Relative</title>", "<title>Rel<b>ative</title>"), 3),
        (lambda text: "\n \n" + text, 3),
        (lambda text: "\ufeff" + text, 3),
        (lambda text: text.replace("Tue, 14 Nov 2023 22:13:20 +0200", "some day"), 3),
        (lambda text: text.replace('encoding="UTF-8"', 'encoding="nonsense"'), 3),
    ],
)
def test_malformed_rss_is_read_as_far_as_it_goes(edit, expected: int) -> None:
    assert len(parse_feed(edit(RSS).encode(), url=URL).items) == expected


@pytest.mark.parametrize("coding", ["utf-16", "windows-1256", "iso-8859-6"])
def test_other_encodings(coding: str) -> None:
    text = RSS.replace("UTF-8", coding).replace("–", "-").replace("Relative", "سلمار")
    assert parse_feed(text.encode(coding), url=URL).items[1].title == "سلمار"


def test_the_charset_of_the_header_counts_where_the_feed_says_nothing() -> None:
    text = RSS.split("?>", 1)[1].replace("–", "-").replace("Relative", "سلمار")
    assert parse_feed(text.encode("windows-1256"), url=URL, charset="windows-1256").items[1].title == "سلمار"
    assert parse_feed(RSS.encode(), url=URL, charset="windows-1256").title == "Gulf Ledger – World"
    assert len(parse_feed(RSS.encode(), url=URL, charset="nonsense\u00e9").items) == 3


BOMB = '<!DOCTYPE x [<!ENTITY a "selmar">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize("dtd", [BOMB, OUTSIDE, '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://ledger.example/dtd"> %p;'])
@pytest.mark.parametrize("body", [RSS, ATOM, NEWS, INDEX])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16", "utf-7"])
def test_entities_are_refused(dtd: str, body: str, coding: str) -> None:
    text = body.split("?>", 1)[-1].replace("/a<", "/&i;<").replace("/one", "/&i;")
    data = f'<?xml version="1.0" encoding="{coding}"?>{dtd}]>{text}'.encode(coding)
    with pytest.raises(InputError, match="entities"):
        parse_feed(data, url=URL)


def test_entities_are_not_hidden_by_another_encoding_of_the_header() -> None:
    text = (BOMB + "]>" + RSS.split("?>", 1)[1]).replace("–", "-")
    hidden = {"utf-7": text.encode("utf-7"), "utf-16-le": text.encode("utf-16-le")}
    hidden["unicode_escape"] = text.replace("<", "\\x3c").encode()
    for charset, data in hidden.items():
        with pytest.raises(InputError, match="entities"):
            parse_feed(data, url=URL, charset=charset)


def test_the_old_doctype_of_rss_is_harmless() -> None:
    text = (
        '<!DOCTYPE rss PUBLIC "-//Ledger//DTD RSS 0.91//EN" "http://ledger.example/rss-0.91.dtd">'
        + RSS.split("?>", 1)[1]
    )
    assert len(parse_feed(text.encode(), url=URL).items) == 3


def test_a_packed_bomb_is_refused() -> None:
    with pytest.raises(TooLarge):
        parse_feed(gzip.compress(bytes(60 * 2**20)), url=URL)
    with pytest.raises(InputError, match="cut off"):
        parse_feed(gzip.compress(NEWS.encode())[:-9], url=URL)


def test_a_large_feed() -> None:
    text = "<p>" + "Selmar was quiet on Tuesday, the governor said. " * 100 + "</p>"
    item = "<item><title>n {n}</title><link>/p{n}</link><description><![CDATA[" + text + "]]></description></item>"
    body = "".join(item.replace("{n}", str(n)) for n in range(1100))
    data = f"<rss version='2.0'><channel>{body}</channel></rss>".encode()
    assert len(data) > 5_000_000
    assert len(parse_feed(data, url=URL).items) == 1100


def test_only_so_many_items_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.capture.feeds.MAX_ITEMS", 20)
    body = "".join(f"<url><loc>https://ledger.example/{n}</loc></url>" for n in range(25))
    feed = parse_feed(f"<urlset>{body}</urlset>".encode(), url=URL)
    assert len(feed.items) == 20
    assert "passed over" in feed.notes[0]


def test_what_is_no_feed_is_told() -> None:
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>x</body></html>'
    with pytest.raises(InputError, match=r"a web page.*https://ledger\.example/rss"):
        parse_feed(page, url=URL)
    for data in (
        b"",
        b"plain words",
        b"{}",
        b"[1]",
        b"{broken",
        b'{"items": 5}',
        b"<urlset",
        b"\x1f\x8bnonsense",
        b"[" * 100_000,
    ):
        with pytest.raises(InputError):
            parse_feed(data, url=URL)
    assert not is_feed(page)
    assert not is_feed(b"plain words")
    assert all(is_feed(text.encode()) for text in (RSS, ATOM, NEWS, INDEX))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_feed_or_an_error(data: bytes) -> None:
    is_feed(data)
    with suppress(InputError):
        parse_feed(data, url=URL)
