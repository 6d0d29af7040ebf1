"""What the small web says: reports on invented places, another one for each name, and the feeds that list them."""

from __future__ import annotations

import json
import random
from email.utils import formatdate

PLACES = ("Selmar", "Tarok", "the harbour of Ilmen", "Dorran", "the Vesh valley", "Karst", "the old bridge", "Orlen")
PEOPLE = ("the governor", "a spokesman of the coast guard", "the mayor", "two aid workers", "a teacher", "the ministry")
DOINGS = (
    "said that the road had been open since {hour} o'clock",
    "denied that anybody had been hurt on {day}",
    "asked for {count} tents before the winter",
    "said that talks would go on for {count} days",
    "counted {count} lorries at the crossing",
    "told reporters that the power was back in {count} villages",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


def _rss(listed: list[str]) -> bytes:
    items = "".join(
        f"<item><title>Report {n}</title><link>{_escaped(address)}</link>"
        f"<pubDate>{formatdate(1_700_000_000 + 60 * n, usegmt=True)}</pubDate></item>"
        for n, address in enumerate(listed)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Reports</title>{items}</channel></rss>'.encode()


def _atom(listed: list[str]) -> bytes:
    items = "".join(
        f'<entry><title>Report {n}</title><link href="{_escaped(address)}"/><id>urn:{n}</id></entry>'
        for n, address in enumerate(listed)
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Reports</title>{items}</feed>'.encode()


def _json(listed: list[str]) -> bytes:
    items = [{"id": str(n), "url": address, "title": f"Report {n}"} for n, address in enumerate(listed)]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Reports", "items": items}).encode()


def sitemap(listed: list[str]) -> bytes:
    entries = "".join(
        f"<url><loc>{_escaped(address)}</loc><n:news><n:publication><n:name>Gulf Ledger</n:name></n:publication>"
        f"<n:title>Report {n}</n:title></n:news></url>"
        for n, address in enumerate(listed)
    )
    spaces = (
        'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    )
    return f"<urlset {spaces}>{entries}</urlset>".encode()


FEEDS = {"/rss.xml": _rss, "/atom.xml": _atom, "/feed.json": _json, "/news.xml": sitemap}


def _escaped(address: str) -> str:
    return address.replace("&", "&amp;")


def article(name: str) -> bytes:
    """A page with a report, another one for each name."""
    draw = random.Random(name)
    paragraphs = [" ".join(_sentence(draw) for _ in range(draw.randint(2, 4))) for _ in range(draw.randint(3, 6))]
    place = draw.choice(PLACES)
    title = f"Report from {place}: {draw.choice(DAYS)} brings {draw.randint(2, 99)} changes"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title><meta property='og:site_name' content='Gulf Ledger'>"
        f"<meta property='article:published_time' content='2023-11-{draw.randint(10, 28)}T08:00:00+00:00'></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}</article><footer>Gulf Ledger</footer></body></html>"
    ).encode()


def _sentence(draw: random.Random) -> str:
    doing = draw.choice(DOINGS).format(hour=draw.randint(5, 11), day=draw.choice(DAYS), count=draw.randint(2, 900))
    return f"In {draw.choice(PLACES)} {draw.choice(PEOPLE)} {doing}."
