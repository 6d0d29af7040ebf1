"""A WARC file of synthetic news pages of the sample world, for measuring how fast and in what memory archives are read.

The same number and seed give the same bytes. Beside the pages stand, as in any crawl, what is no page: images, pages that are gone,
redirects, revisits, a robots.txt; bodies come plain, chunked, packed with gzip, or in Windows-1252.

Run it as ``python -m accordingto.evaluate.archive PAGES FILE.warc.gz [--seed N] [--words N]``.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import hashlib
import json
import random
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

from accordingto.evaluate.synthetic import WORDS, Synthetic, fill, reports

_CRAWLED = datetime(2024, 3, 1)
_IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(600)


def write_archive(path: Path, pages: int, *, seed: int = 0, words: int = WORDS) -> int:
    """Write a WARC file, a gzip member a record.

    Args:
        path: the file to write.
        pages: how many news pages it holds.
        seed: decides everything else.
        words: words of each report.

    Returns:
        How many records it has in all.
    """
    number = 0
    with path.open("wb") as stream:
        for number, record in enumerate(_records(pages, seed, words), 1):  # noqa: B007 the last one counts
            stream.write(gzip.compress(record, 6, mtime=0))
    return number


def page(report: Synthetic, chance: random.Random) -> tuple[str, str]:
    """The address and the HTML of a report, in the template of its outlet."""
    headline, _, *paragraphs = report.text.strip().split("\n\n")
    slug = "-".join("".join(c if c.isalnum() else " " for c in headline.lower()).split()[:8])
    host = "".join(report.outlet.lower().split())
    url = f"https://www.{host}.example/{report.published[:10].replace('-', '/')}/{slug}-{chance.randrange(10**8)}"
    template = _TEMPLATES[sum(map(ord, report.outlet)) % len(_TEMPLATES)]
    return url, template.format_map(_slots(headline, paragraphs, report, url, chance))


def _records(pages: int, seed: int, words: int) -> Iterator[bytes]:
    chance = random.Random(f"archive/{seed}")
    yield _record("warcinfo", "", b"software: accordingto.evaluate.archive\r\n", _CRAWLED, "application/warc-fields")
    earlier: tuple[str, str] | None = None
    for number, report in enumerate(reports(pages, words=words, seed=seed)):
        when = _CRAWLED + timedelta(seconds=3 * number)
        url, html = page(report, chance)
        body = _http(html, chance)
        digest = _digest(body.partition(b"\r\n\r\n")[2])
        yield _record("response", url, body, when, digest=digest)
        if number % 10 == 0:
            yield from _others(url, when, chance)
        if earlier and number % 25 == 0:
            yield _revisit(*earlier, when)
        if number % 7 == 0:
            earlier = (url, digest)


def _others(url: str, when: datetime, chance: random.Random) -> Iterator[bytes]:
    yield _record("response", url + ".png", _head(200, "image/png") + _IMAGE, when)
    status = chance.choice((301, 404, 410, 503))
    yield _record(
        "response", url + "/old", _head(status, "text/html") + b"<html><body><p>Gone.</p></body></html>", when
    )


def _http(html: str, chance: random.Random) -> bytes:
    """A response in one of the forms that servers send."""
    form = chance.randrange(10)
    if form == 0:
        return _head(200, "text/html; charset=windows-1252") + html.encode("cp1252", "xmlcharrefreplace")
    data = html.encode()
    if form in (1, 2, 3):
        return _head(200, "text/html; charset=utf-8", "Content-Encoding: gzip") + gzip.compress(data, 6, mtime=0)
    if form in (4, 5):
        half = len(data) // 2
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:half], data[half:], b""))
        return _head(200, "text/html; charset=utf-8", "Transfer-Encoding: chunked") + chunks
    return _head(200, "text/html; charset=utf-8") + data


def _head(status: int, kind: str, *others: str) -> bytes:
    lines = (
        f"HTTP/1.1 {status} {'OK' if status == 200 else 'Other'}",
        f"Content-Type: {kind}",
        "Server: press",
        *others,
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _revisit(url: str, digest: str, when: datetime) -> bytes:
    return _record("revisit", url, _head(200, "text/html; charset=utf-8"), when, digest=digest)


def _record(
    kind: str,
    url: str,
    block: bytes,
    when: datetime,
    media_type: str = "application/http; msgtype=response",
    digest: str = "",
) -> bytes:
    stated = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {url} {when}')}>"),
    ]
    stated += [
        ("WARC-Date", f"{when:%Y-%m-%dT%H:%M:%SZ}"),
        ("Content-Type", media_type),
        ("WARC-Block-Digest", _digest(block)),
    ]
    stated += [("WARC-Target-URI", url)] if url else []
    stated += [("WARC-Payload-Digest", digest)] if digest else []
    stated += [("Content-Length", str(len(block)))]
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in stated)
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def _digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def _paragraphs(paragraphs: list[str], opening: str, closing: str) -> str:
    return "\n".join(f"{opening}{escape(text, quote=False)}{closing}" for text in paragraphs)


def _slots(headline: str, paragraphs: list[str], report: Synthetic, url: str, chance: random.Random) -> dict[str, str]:
    """What the templates take their parts from."""
    related = "".join(
        f"<li><a href='/story/{chance.randrange(10**6)}'>{escape(fill('{Fact}', chance))}</a></li>" for _ in range(4)
    )
    author = fill("{person}", chance)
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "url": url,
        "datePublished": report.published + ":00+00:00", "author": {"@type": "Person", "name": author},
        "publisher": {"@type": "Organization", "name": report.outlet},
    }  # fmt: skip
    return {
        "headline": escape(headline),
        "outlet": report.outlet,
        "url": url,
        "at": report.published,
        "day": report.published[:10],
        "author": author,
        "data": json.dumps(data),
        "related": related,
        "caption": f"{escape(fill('{Thing} in {place} {day}.', chance))} [Ila Renn/{report.outlet}]",
        "comment": escape(fill("{Fact}!", chance)),
        "lead": _paragraphs(paragraphs[:2], "<p>", "</p>"),
        "rest": _paragraphs(paragraphs[2:], "<p>", "</p>"),
        "divided": _paragraphs(paragraphs, "<div class='par'>", "</div>"),
    }


_MENU = """<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/live">Live</a></li></ul></nav>"""
_FOOTER = """<footer><p>© 2023 {outlet}. All rights reserved.</p>
<p><a href="/privacy">Privacy</a> · <a href="/contact">Contact</a></p></footer>
</body></html>
"""
_FIGURE = """<figure><img src="/i/1.jpg" alt=""><figcaption>{caption}</figcaption></figure>"""
_STRUCTURED = (
    """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | {outlet}</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="{outlet}">
<script type="application/ld+json">{data}</script></head><body>"""
    + _MENU
    + """<main><article><h1>{headline}</h1>"""
    + _FIGURE
    + """<div class="article-body">{lead}<aside class="related"><h3>Related stories</h3><ul>{related}</ul></aside>
{rest}</div></article></main>"""
    + _FOOTER
)
_PLAIN = (
    """<html><head><title>{outlet} - {headline}</title><link rel="canonical" href="{url}"></head><body>
<div id="header"><a href="/">{outlet}</a></div><div id="content"><h2>{headline}</h2><p class="byline">By {author}</p>
<time datetime="{at}">{day}</time>{lead}
{rest}</div><div id="sidebar"><h3>Most read</h3><ul>{related}</ul></div>"""
    + _FOOTER
)
_DIVIDED = (
    """<!doctype html><html><head><title>{headline}</title><meta name="author" content="{author}">
<meta property="article:published_time" content="{at}:00Z"><meta property="og:url" content="{url}">
<meta property="og:site_name" content="{outlet}"></head><body>"""
    + _MENU
    + """<div class="story"><h1 class="title">{headline}</h1>"""
    + _FIGURE
    + """{divided}</div><section id="comments"><h4>Comments</h4><div class="comment"><b>reader7</b> <p>{comment}</p></div></section>"""
    + _FOOTER
)
_TEMPLATES = (_STRUCTURED, _PLAIN, _DIVIDED)
"""JSON-LD with a figure and related links inside the body; hardly any markup; paragraphs as divisions with comments below."""


def main(given: list[str] | None = None) -> None:
    """Write an archive as the arguments say."""
    parser = argparse.ArgumentParser(
        prog="python -m accordingto.evaluate.archive", description="Write a WARC file of synthetic news pages."
    )
    parser.add_argument("pages", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--words", type=int, default=WORDS)
    chosen = parser.parse_args(given)
    write_archive(chosen.file, chosen.pages, seed=chosen.seed, words=chosen.words)


if __name__ == "__main__":
    main()
