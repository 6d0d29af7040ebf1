"""Lists of feeds to watch: TOML with settings, OPML as feed readers write it, or addresses alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accordingto.capture.feeds import declares_entities
from accordingto.capture.web.addresses import web_address
from accordingto.model import Refused, UsageError

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_SIZES = {"": 1, "kb": 2**10, "mb": 2**20}
SETTINGS: dict[str, tuple[str, str]] = {
    "contact": ("words", "An address of the web or of mail, told to every site, where it finds out who asks."),
    "interval": ("duration", "Time between two looks at a feed, where the feed has none of its own. Default: 15m."),
    "case": ("names", "Collection, or list of collections, for the reports of all feeds."),
    "delay": ("duration", "Time between two requests to one host. A longer Crawl-delay wins. Default: 2s."),
    "per_host": ("count", "Requests under way at one host. Default: 1."),
    "concurrency": ("count", "Requests under way over all hosts. Default: 8."),
    "timeout": ("duration", "Time that one response may take, from the first byte to the last. Default: 60s."),
    "page_limit": ("size", "Size of a page at most, unpacked. Default: 10MB."),
    "feed_limit": ("size", "Size of a feed or sitemap at most, unpacked. Default: 50MB."),
    "tries": ("count", "How often an address that gives no answer is tried. Default: 5."),
    "backoff": ("duration", "Bound of the first wait between tries; it doubles with each. Default: 10s."),
    "allow_private": ("switch", "Whether loopback, private and link-local addresses may be asked. Default: false."),
}
"""Settings of the whole list: kind of value, and what it says."""
FEED: dict[str, tuple[str, str]] = {
    "url": ("words", "Address of the feed or sitemap."),
    "outlet": ("words", "The outlet of its reports; wins over what they say."),
    "case": ("names", "Collection, or list of collections, for its reports."),
    "interval": ("duration", "Time between two looks at it."),
}
"""Settings of a ``[[feed]]``."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed of a list."""

    url: str
    outlet: str | None = None
    cases: tuple[str, ...] = ()
    interval: float | None = None


@dataclass(frozen=True, slots=True)
class FeedList:
    """Feeds, and the settings of the list that named them: names of `SETTINGS`, durations in seconds, sizes in bytes."""

    feeds: tuple[Listed, ...]
    settings: dict[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    """What was passed over, and why."""


def feeds_of(sources: Iterable[str]) -> FeedList:
    """The feeds that files and addresses name, each once.

    Args:
        sources: paths of TOML or OPML files, and addresses of feeds.

    Raises:
        UsageError: where one cannot be read, or says what no list can.
    """
    found: dict[str, Listed] = {}
    settings: dict[str, Any] = {}
    notes: list[str] = []
    for source in sources:
        got = _address(source) if "://" in source else _file(Path(source))
        settings |= got.settings
        notes += got.notes
        for feed in got.feeds:
            found[feed.url] = _joined(found.get(feed.url), feed)
    if not found:
        raise UsageError("no feed is named; give addresses of feeds, or a TOML or OPML file that lists some")
    return FeedList(tuple(found.values()), settings, tuple(notes))


def duration(value: Any) -> float:
    """Seconds of ``90``, ``"90s"``, ``"15m"``, ``"2h"`` or ``"1d"``.

    Raises:
        ValueError: where it is none.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
        return float(value)
    found = (
        re.fullmatch(r"\s*(\d{1,9}(?:\.\d{1,3})?)\s*([smhd]?)\s*", value, re.ASCII) if isinstance(value, str) else None
    )
    if not found:
        raise ValueError('a time such as "90s", "15m", "2h" or "1d"')
    return float(found[1]) * _UNITS[found[2] or "s"]


def _joined(one: Listed | None, other: Listed) -> Listed:
    """A feed that is named twice: its collections together, the rest as it was said last."""
    if one is None:
        return other
    cases = tuple(dict.fromkeys((*one.cases, *other.cases)))
    return Listed(other.url, other.outlet or one.outlet, cases, other.interval or one.interval)


def _address(source: str) -> FeedList:
    try:
        return FeedList((Listed(web_address(source)),))
    except Refused as error:
        raise UsageError(str(error)) from error


def _file(path: Path) -> FeedList:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"{path} cannot be opened: {error.strerror or error}; check its name and your rights"
        ) from error
    if path.suffix.lower() == ".toml":
        return _toml(path, data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _opml(path, data)
    raise UsageError(f"{path} is neither TOML (its name does not end in .toml) nor OPML; see docs/reference/watch.md")


def _toml(path: Path, data: bytes) -> FeedList:
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    rows = table.pop("feed", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f"{path}: feeds are written as tables, each under a line [[feed]]")
    settings = _values(path, "the list", table, SETTINGS)
    shared = settings.pop("case", ())
    feeds = []
    for number, row in enumerate(rows, 1):
        got = _values(path, f"feed {number}", row, FEED)
        if "url" not in got:
            raise UsageError(f"{path}: feed {number} has no url")
        try:
            url = web_address(got["url"])
        except Refused as error:
            raise UsageError(f"{path}: feed {number}: {error}") from error
        feeds.append(Listed(url, got.get("outlet"), got.get("case", shared), got.get("interval")))
    return FeedList(tuple(feeds), settings)


def _values(path: Path, where: str, table: dict[str, Any], known: dict[str, tuple[str, str]]) -> dict[str, Any]:
    made = {}
    for name, value in table.items():
        if name not in known:
            raise UsageError(f"{path}: {where} has a setting {name!r} that is not known; known are {', '.join(known)}")
        try:
            made[name] = _value(known[name][0], value)
        except ValueError as error:
            raise UsageError(f"{path}: {name} of {where} is {value!r}; it must be {error}") from error
    return made


def _value(kind: str, value: Any) -> Any:
    if kind == "duration":
        return duration(value)
    if kind == "switch" and isinstance(value, bool):
        return value
    if kind == "count" and isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    if kind == "words" and isinstance(value, str) and value.strip().isprintable() and value.strip():
        return value.strip()
    if kind == "names":
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(name, str) and name.strip() for name in names):
            return tuple(name.strip() for name in names)
    if kind == "size":
        return _size(value)
    raise ValueError(_WORDS[kind])


_WORDS = {
    "switch": "true or false",
    "count": "a whole number of 1 or more",
    "words": "words on one line",
    "names": "a name, or a list of names",
    "size": 'a size such as "10MB", "500KB" or a number of bytes',
}


def _size(value: Any) -> int:
    found = re.fullmatch(r"(\d{1,9})\s*([km]b)?", str(value).strip().lower(), re.ASCII)
    if not found or isinstance(value, bool) or int(found[1]) == 0:
        raise ValueError(_WORDS["size"])
    return int(found[1]) * _SIZES[found[2] or ""]


def _opml(path: Path, data: bytes) -> FeedList:
    """The ``xmlUrl`` of all outlines. A title there is the feed's, not the outlet's, and is not taken for it."""
    from lxml import etree

    if declares_entities(data):
        raise UsageError(f"{path} declares entities in its DTD; such a file is not read")
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UsageError(f"{path} is not OPML: {error}") from error
    feeds, notes = [], []
    for outline in root.iter("{*}outline"):
        named = next((value for name, value in outline.attrib.items() if str(name).lower() == "xmlurl"), None)
        if not named:
            continue
        try:
            feeds.append(Listed(web_address(_without_feed(str(named).strip()))))
        except Refused as error:
            notes.append(f"{path}, line {outline.sourceline}, was passed over: {error}")
    if not feeds:
        raise UsageError(f"{path} lists no feed: no outline in it has an xmlUrl that can be asked for")
    return FeedList(tuple(feeds), notes=tuple(notes))


def _without_feed(address: str) -> str:
    """The address behind ``feed:https://…`` and ``feed://…``, as some readers write them."""
    rest = re.sub(r"^feed:(?://)?", "", address, flags=re.I)
    return rest if rest == address or re.match(r"https?:", rest, re.I) else f"http://{rest}"
