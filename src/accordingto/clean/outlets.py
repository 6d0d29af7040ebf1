"""The outlet of a page, its address, and what it says of itself in a sentence."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from accordingto.clean.jsonld import strings
from accordingto.clean.page import Page
from accordingto.model import Field


def outlet(page: Page) -> Field[str] | None:
    """The outlet's name."""
    for name in page.rules.meta["outlet"][:1]:
        if name in page.meta:
            return Field(page.meta[name][0], f"meta:{name}")
    for value in strings(page.article.get("publisher")):
        return Field(value, "json-ld:publisher")
    for node in page.nodes:
        if str(node.get("@type")) in ("NewsMediaOrganization", "WebSite") and strings(node.get("name")):
            return Field(strings(node.get("name"))[0], f"json-ld:{node['@type']}")
    return next(
        (Field(page.meta[name][0], f"meta:{name}") for name in page.rules.meta["outlet"][1:] if name in page.meta), None
    )


def standfirst(page: Page) -> list[str]:
    """What the page's metadata say in a sentence or two."""
    return [
        *strings(page.article.get("description")),
        *(t for name in page.rules.meta["description"] for t in page.meta.get(name, [])),
    ]


def address(page: Page, url: str | None) -> Field[str] | None:
    """The canonical address."""
    candidates: list[tuple[Any, str]] = [
        (page.links.get("canonical"), "link:canonical"),
        (next(iter(page.meta.get("og:url", [])), None), "meta:og:url"),
        (next(iter(strings(page.article.get("url"), key="@id")), None), "json-ld:url"),
        (url, "capture"),
    ]
    for value, where in candidates:
        full = _joined(url, value) if value else ""
        if full.startswith(("http://", "https://")) and _host(full):
            return Field(full, where)
    return None


def _joined(base: str | None, address: str) -> str:
    try:
        return urljoin(base or "", address)
    except ValueError:
        return ""


def _host(address: str) -> str:
    """The host of an address, empty where the page wrote none that can be read."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""
