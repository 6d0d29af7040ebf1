"""Feeds and sitemaps: RSS, Atom, JSON Feed, news sitemaps and indexes of sitemaps, to the addresses that they list.

A feed's own copy of a text (``content:encoded``, a summary) is not kept: what is kept is the page, since that is what readers
were shown and what others can check.
"""

from __future__ import annotations

import json
import re
import zlib
from calendar import timegm
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from accordingto.capture.web.addresses import page_key, web_address
from accordingto.model import InputError, Refused, TooLarge

MAX_ITEMS = 50_000
"""Addresses taken from one file; the sitemap protocol allows as many."""
LIMIT = 50 * 2**20
"""Bytes of a sitemap once it is unpacked; the sitemap protocol allows as many."""
_ENTITY = re.compile(r"<!ENTITY", re.I)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""", re.I)
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]", re.I)
_PERIODS = {"hourly": 3600.0, "daily": 86400.0, "weekly": 604800.0, "monthly": 2592000.0, "yearly": 31536000.0}


@dataclass(frozen=True, slots=True)
class Item:
    """One page that a feed lists."""

    url: str
    """As `web_address` gives it."""
    title: str | None = None
    published: str | None = None
    """ISO 8601, as far as the feed says."""
    updated: str | None = None
    """When the feed says that it was last changed, ISO 8601."""
    outlet: str | None = None
    """Who published it, where the feed says so of the item: a news sitemap's publication, an aggregator's source."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed or sitemap holds."""

    kind: str
    """``rss``, ``atom``, ``json``, ``sitemap`` or ``index``."""
    items: tuple[Item, ...]
    sitemaps: tuple[Item, ...] = ()
    """Of an index: the sitemaps that it lists."""
    title: str | None = None
    every: float | None = None
    """Seconds after which it asks to be looked at again (``ttl``, ``sy:updatePeriod``)."""
    notes: tuple[str, ...] = ()
    """What was passed over, and why."""


def parse_feed(data: bytes, *, url: str, charset: str | None = None) -> Feed:
    """Read a feed or sitemap, whichever it is; packed ones too.

    Args:
        data: as it came.
        url: its address, to which relative addresses in it are relative.
        charset: of the HTTP header, for a feed that does not declare its encoding.

    Raises:
        InputError: where it is none, or declares entities, which no feed needs and which can be made to grow without end.
        TooLarge: where it unpacks to more than `LIMIT`.
    """
    data = _unpacked(data, url)
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if head in (b"{", b"["):
        return _json_feed(data, url)
    if declares_entities(data, charset):
        raise InputError(f"{url} declares entities in its DTD; such feeds are not read, tell whoever publishes it")
    text = _text(data)
    root = _ROOT.search(text)
    name = root[1].lower() if root else ""
    if name == "urlset":
        return _sitemap(data, url)
    if name == "sitemapindex":
        return _index(data, url)
    return _rss_or_atom(data, url, text, charset)


def declares_entities(data: bytes, charset: str | None = None) -> bool:
    """Whether markup declares entities of its own; they can be made to grow without end, or to read other files.

    Each encoding is looked through that a parser may take it to have, since one can hide in another.
    """
    names = dict.fromkeys((*_encodings(data), charset or "utf-8", "utf-8"))
    return any(_ENTITY.search(_decoded(data, name) or "") for name in names)


def is_feed(data: bytes) -> bool:
    """Whether bytes look like a feed or sitemap that `parse_feed` reads."""
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:2048]
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in head
    root = _ROOT.search(_text(head)) if head.startswith((b"<", b"\xff\xfe", b"\xfe\xff")) else None
    return root is not None and root[1].lower() in ("rss", "feed", "rdf", "urlset", "sitemapindex")


def _unpacked(data: bytes, url: str) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    engine = zlib.decompressobj(31)
    try:
        made = engine.decompress(data, LIMIT + 1)
    except zlib.error as error:
        raise InputError(f"{url} is packed with gzip and damaged: {error}") from error
    if len(made) > LIMIT:
        raise TooLarge(f"{url} unpacks to more than {LIMIT / 2**20:.0f} MB, which no feed or sitemap may have")
    if not engine.eof:
        raise InputError(f"{url} is packed with gzip and cut off; it is not read")
    return made


def _text(data: bytes) -> str:
    """The markup as text, by its mark or its declaration; only ASCII in it matters here."""
    found = (_decoded(data, name) for name in (*_encodings(data), "utf-8"))
    return next((text for text in found if text is not None), "")


def _encodings(data: bytes) -> list[str]:
    """The encodings that markup says it has: by its mark, by its NULs, by its declaration."""
    marked = [name for mark, name in _MARKS if data.startswith(mark)][:1]
    if not marked and data[:4] in (b"<\0?\0", b"\0<\0?"):
        marked = ["utf-16-le" if data[:1] == b"<" else "utf-16-be"]
    declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf")[:300])
    return [*marked, *([declared[1].decode("ascii")] if declared else [])]


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, "replace")
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None


def _rss_or_atom(data: bytes, url: str, text: str, charset: str | None) -> Feed:
    import feedparser

    headers = {"content-location": url}
    if charset and charset.isascii() and not _encodings(data):
        headers["content-type"] = f"application/xml; charset={charset}"
    got = feedparser.parse(
        data,
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    version = got.get("version") or ""
    if not version and not got.entries:
        raise InputError(_no_feed(url, text))
    drafts = [_entry(entry) for entry in got.entries]
    items, notes = _collected(drafts, url)
    kind = "atom" if version.startswith("atom") else "rss"
    broken = ("it is malformed; what could be read of it was",) if got.bozo and not items else ()
    return Feed(kind, items, title=_words(got.feed.get("title")), every=_every(got.feed), notes=(*notes, *broken))


Draft = tuple[str | None, str | None, str | None, str | None, str | None]
"""Address, title, published, updated, outlet; each as the feed wrote it."""


def _entry(entry: Any) -> Draft:
    """An item's own page: its link, else a guid that is an address."""
    link = entry.get("link")
    if not link:
        identity = entry.get("id") or ""
        link = identity if identity.startswith(("http://", "https://")) else None
    source = entry.get("source") or {}
    return (
        link,
        _words(entry.get("title")),
        _moment(entry.get("published_parsed")),
        _moment(entry.get("updated_parsed")) if "updated" in entry else None,
        _words(source.get("title")),
    )


def _every(feed: Any) -> float | None:
    """What a feed says of how often to look at it: ``ttl`` in minutes, or the syndication module of RSS."""
    ttl = str(feed.get("ttl") or "").strip()
    if re.fullmatch(r"\d{1,6}", ttl, re.ASCII):
        return float(ttl) * 60
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    frequency = str(feed.get("sy_updatefrequency") or "1").strip()
    return period / max(1, int(frequency)) if re.fullmatch(r"\d{1,6}", frequency, re.ASCII) else period


def _no_feed(url: str, text: str) -> str:
    if not _PAGE.search(text):
        return f"{url} is neither a feed (RSS, Atom, JSON Feed) nor a sitemap"
    offered = re.search(r"<link\b[^>]*\btype=[\"']application/(?:rss|atom)\+xml[\"'][^>]*>", text, re.I)
    link = re.search(r"\bhref=[\"']([^\"'<>\s]{1,500})", offered[0], re.I) if offered else None
    try:
        hint = f"; it names the feed {web_address(link[1], url)}" if link else ""
    except Refused:
        hint = ""
    return f"{url} is a web page, not a feed or sitemap{hint}"


def _json_feed(data: bytes, url: str) -> Feed:
    """JSON Feed 1 and 1.1."""
    try:
        got = json.loads(data)
        if not isinstance(got, dict) or not isinstance(got.get("items"), list):
            raise ValueError("it has no list of items")
    except (ValueError, RecursionError) as error:
        raise InputError(f"{url} is JSON and no JSON Feed: {error}") from error
    drafts = [_json_item(item) for item in got["items"] if isinstance(item, dict)]
    items, notes = _collected(drafts, url)
    return Feed("json", items, title=_words(got.get("title")), notes=notes)


def _json_item(item: dict[str, Any]) -> Draft:
    identity = item.get("id")
    named = [item.get("url"), item.get("external_url"), identity if str(identity).startswith("http") else None]
    link = next((one for one in named if isinstance(one, str) and one), None)
    return (
        link,
        _words(item.get("title")),
        _iso(item.get("date_published")),
        _iso(item.get("date_modified")),
        None,
    )


def _sitemap(data: bytes, url: str) -> Feed:
    """A sitemap; where it is one of news (``news:news``), with title, date and name of the publication."""
    drafts: list[Draft] = []
    for entry in _elements(data, "url", url):
        found = _children(entry)
        drafts.append(
            (
                found.get("loc"),
                _words(found.get("title")),
                _iso(found.get("publication_date")),
                _iso(found.get("lastmod")),
                _words(found.get("name")),
            )
        )
    items, notes = _collected(drafts, url)
    return Feed("sitemap", items, notes=notes)


def _index(data: bytes, url: str) -> Feed:
    found = [_children(entry) for entry in _elements(data, "sitemap", url)]
    drafts: list[Draft] = [(one.get("loc"), None, None, _iso(one.get("lastmod")), None) for one in found]
    sitemaps, notes = _collected(drafts, url)
    return Feed("index", (), sitemaps=sitemaps, notes=notes)


def _elements(data: bytes, name: str, url: str) -> list[Any]:
    """The elements of a name, whatever their namespace; nothing outside the bytes is read."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{url} is a sitemap that cannot be read: {error}") from error
    found = [] if root is None else root.findall(f"{{*}}{name}")
    if not found and parser.error_log:
        raise InputError(f"{url} is a sitemap that cannot be read: {parser.error_log.last_error.message}")
    return list(found)


def _children(entry: Any) -> dict[str, str]:
    """Local names and texts of what is below an entry, the first of each name; images and videos have their own and are left out."""
    found: dict[str, str] = {}
    for element in entry.iter():
        if not isinstance(element.tag, str):
            continue
        space, _, name = element.tag.rpartition("}")
        if ("image" in space or "video" in space) and "news" not in space:
            continue
        if element.text and element.text.strip():
            found.setdefault(name, element.text.strip())
    return found


def _collected(drafts: list[Draft], base: str) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """Items with an address that can be asked for, each page once, in the feed's order; and notes on the others."""
    kept: dict[str, Item] = {}
    refused: list[str] = []
    for link, title, published, updated, outlet in drafts[:MAX_ITEMS]:
        if not link:
            refused.append("an item has no address")
            continue
        try:
            url = web_address(link, base)
        except Refused as error:
            refused.append(str(error))
            continue
        kept.setdefault(page_key(url), Item(url, title, published, updated, outlet))
    notes = [f"{len(refused)} items were passed over, the first since {refused[0]}"] if refused else []
    if len(drafts) > MAX_ITEMS:
        notes.append(f"it lists {len(drafts)} items; those after the first {MAX_ITEMS} were passed over")
    return tuple(kept.values()), tuple(notes)


def _words(value: Any) -> str | None:
    """Words on one line without markup and half characters; ``None`` for nothing."""
    if not isinstance(value, str):
        return None
    plain = re.sub(r"<[^<>]{1,500}>", "", value) if "<" in value else value
    return " ".join(plain.encode("utf-8", "replace").decode().split())[:1000] or None


def _moment(parsed: Any) -> str | None:
    """The broken-down time that feedparser gives, which is in UTC, as ISO 8601."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if parsed else None
    except (TypeError, ValueError, OverflowError):
        return None


def _iso(value: Any) -> str | None:
    """A W3C date and time as it was written, where it is one."""
    written = value.strip() if isinstance(value, str) else ""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return written if re.fullmatch(r"\d{4}(-\d\d)?", written, re.ASCII) else None
    return written
