"""A parsed page: its tree, its head and its segments. Parsing only; what they mean is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accordingto.clean.dom import Segment, segments
from accordingto.clean.jsonld import Node, article, nodes
from accordingto.model import NotAnArticle

_DROP = ("script", "style", "noscript", "svg", "template", "iframe", "object", "canvas")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What was read off a page. ``tree`` has no scripts and styles any more."""

    tree: Any
    meta: dict[str, list[str]]
    """Lower-case ``name``, ``property`` or ``itemprop`` → contents, in page order."""
    links: dict[str, str]
    """``rel`` → ``href`` of ``link`` elements."""
    nodes: list[Node]
    article: Node
    html_title: str
    lang: str | None
    segments: list[Segment]


def parse_page(text: str, where: str) -> Page:
    """Parse a page.

    Raises:
        NotAnArticle: where there is no element at all.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NotAnArticle(f"{where} has no readable markup ({error}); save the page again, or give its text") from error
    found = nodes([s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()])
    meta, links = _head(tree)
    title = tree.find(".//title")
    etree.strip_elements(tree, *_DROP, with_tail=False)
    body = tree.find("body")
    return Page(
        tree=tree,
        meta=meta,
        links=links,
        nodes=found,
        article=article(found) or {},
        html_title=" ".join((title.text_content() if title is not None else "").split()),
        lang=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        segments=segments(body if body is not None else tree),
    )


def _head(tree: Any) -> tuple[dict[str, list[str]], dict[str, str]]:
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if content:
            for key in ("property", "name", "itemprop"):
                if element.get(key):
                    meta.setdefault(element.get(key).lower(), []).append(content)
    links: dict[str, str] = {}
    for element in tree.iter("link"):
        if element.get("rel") and element.get("href"):
            links.setdefault(element.get("rel").lower(), element.get("href").strip())
    return meta, links
