"""Other libraries that read pages, for comparison: what each gives of a page, in one form. Those not installed are missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any


@dataclass(frozen=True, slots=True)
class Found:
    """What a system read: text of the body, title, day (ISO 8601), names of authors. ``None`` where it gives no such field."""

    body: str
    title: str | None = None
    day: str | None = None
    authors: tuple[str, ...] | None = None


System = Callable[[bytes, str], Found]


def trafilatura_precision(page: bytes, url: str) -> Found:
    """Trafilatura, favouring precision, with metadata."""
    return _trafilatura(page, url, favor_precision=True)


def trafilatura_fast(page: bytes, url: str) -> Found:
    """Trafilatura without its fallbacks, with metadata."""
    return _trafilatura(page, url, fast=True)


def _trafilatura(page: bytes, url: str, **options: Any) -> Found:
    from trafilatura import bare_extraction

    found = bare_extraction(page, include_comments=False, with_metadata=True, url=url, **options)
    authors = tuple(str(getattr(found, "author", "") or "").split("; "))
    title, day = str(getattr(found, "title", "") or ""), getattr(found, "date", None)
    return Found(str(getattr(found, "text", "") or ""), title, day, authors)


def newspaper(page: bytes, url: str) -> Found:
    """newspaper4k, from saved markup."""
    from newspaper import Article

    # Without this it asks the network for every picture on the page.
    article = Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=page.decode("utf-8", "replace"))
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return Found(article.text or "", article.title or "", day, tuple(article.authors or ()))


def readability(page: bytes, url: str) -> Found:
    """readability-lxml: body and title only."""
    from lxml import html
    from readability import Document

    document = Document(page.decode("utf-8", "replace"), url=url)
    body = "\n".join(text for text in html.fromstring(document.summary()).itertext() if text.strip())
    return Found(body, document.short_title() or "")


SYSTEMS: dict[str, tuple[System, str, str]] = {
    "trafilatura precision": (trafilatura_precision, "trafilatura", "trafilatura"),
    "trafilatura fast": (trafilatura_fast, "trafilatura", "trafilatura"),
    "newspaper4k": (newspaper, "newspaper", "newspaper4k"),
    "readability-lxml": (readability, "readability", "readability-lxml"),
}
"""By name: what reads a page, the module it needs and the package that brings it."""


def at_hand() -> tuple[dict[str, System], list[str]]:
    """The systems that are installed, and the packages of those that are not."""
    found = {name: system for name, (system, module, _) in SYSTEMS.items() if find_spec(module)}
    return found, [package for name, (_, _, package) in SYSTEMS.items() if name not in found]
