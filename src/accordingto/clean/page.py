"""A parsed page: its tree, its head and its segments. Parsing only; what they mean is decided elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accordingto.clean.dom import Segment, misleading, segments, text_in
from accordingto.clean.jsonld import Node, article, nodes
from accordingto.model import NotAnArticle, TooLarge
from accordingto.resources.cleaning import CleanRules

MAX_ELEMENTS = 300_000
"""Elements above which a page is refused: reading them takes longer than any report is worth."""
_DROP = ("script", "style", "noscript", "svg", "template", "iframe", "object", "canvas")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """What was read off a page. ``tree`` has no scripts and styles any more."""

    rules: CleanRules
    tree: Any
    meta: dict[str, list[str]]
    """Lower-case ``name``, ``property`` or ``itemprop`` → contents, in page order."""
    links: dict[str, str]
    """``rel`` → ``href`` of ``link`` elements."""
    nodes: list[Node]
    article: Node
    html_title: str
    lang: str | None
    dated: list[Any]
    """``time`` elements, and those with an ``itemprop``."""
    segments: list[Segment]
    elements: int
    """How many elements there are without scripts and styles."""


def parse_page(text: str, where: str, rules: CleanRules) -> Page:
    """Parse a page.

    Raises:
        NotAnArticle: where there is no element at all.
        TooLarge: where there are more than `MAX_ELEMENTS`.
    """
    from lxml import etree

    # Plain elements: those of lxml.html cost a look-up in Python each time one is touched.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
        if tree is None:
            raise ValueError("it is empty")
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAnArticle(
            f"{where} has no readable markup ({error}); save the page again, or give its text"
        ) from error
    elements = int(tree.xpath("count(//*)"))
    if elements > MAX_ELEMENTS:
        raise TooLarge(
            f"{where} has {elements:,} elements, more than {MAX_ELEMENTS:,}; save the article alone, or give its text"
        )
    found = nodes([s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()])
    meta, links = _head(tree)
    title = tree.find(".//title")
    etree.strip_elements(tree, *_DROP, with_tail=False)
    body = tree.find("body")
    return Page(
        rules=rules,
        tree=tree,
        meta=meta,
        links=links,
        nodes=found,
        article=article(found) or {},
        html_title=" ".join((text_in(title) if title is not None else "").split()),
        lang=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        dated=tree.xpath("//time | //*[@itemprop]"),
        segments=_segments(body if body is not None else tree, rules),
        elements=elements,
    )


def _segments(root: Any, rules: CleanRules) -> list[Segment]:
    """The segments, read again where names mislead."""
    found = segments(root, rules)
    void = misleading(found, rules)
    return segments(root, rules, void=void) if void else found


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
