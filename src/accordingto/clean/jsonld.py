"""The JSON-LD of a page: ``@graph``, lists, broken JSON."""

from __future__ import annotations

import contextlib
import html
import json
import re
from collections.abc import Iterator
from typing import Any

ARTICLE = re.compile(r"Article|BlogPosting|Report|LiveBlog|Posting", re.I)
MAX_SIZE = 2_000_000
"""Characters of one script: longer ones are product lists."""
_PAIR = re.compile(r'"(headline|datePublished|dateModified|dateCreated)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_AUTHOR = re.compile(r'"author"\s*:\s*(\{[^{}]*\}|\[[^\[\]]*\]|"(?:[^"\\]|\\.)*")')
_APART = frozenset({"comment", "itemListElement", "review", "liveBlogUpdate"})
"""Keys whose objects are not the page's article."""
Node = dict[str, Any]


def nodes(scripts: list[str]) -> list[Node]:
    """Every JSON-LD object of a page's scripts, outer ones first."""
    return [node for script in scripts if len(script) <= MAX_SIZE for node in _walk(parse(script), 0)]


def article(found: list[Node]) -> Node | None:
    """The node that describes the page's article: of an article type, the one that says most."""
    candidates = [node for node in found if ARTICLE.search(" ".join(strings(node.get("@type"))))]
    keys = ("headline", "datePublished", "author", "articleBody", "publisher", "mainEntityOfPage")
    return max(candidates, key=lambda node: sum(key in node for key in keys), default=None)


def parse(script: str) -> Any:
    """Parse a script, repaired where it is broken; at worst an object of the fields that could be picked out."""
    text = re.sub(
        r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$",
        "",
        script,
    )
    text = text.strip().rstrip(";")
    for candidate in (text, re.sub(r",\s*([}\]])", r"\1", text), html.unescape(text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return _picked(text)


def _picked(text: str) -> Node:
    picked: Node = {"@type": "NewsArticle"}
    for key, value in _PAIR.findall(text):
        picked.setdefault(key, _unquoted(value))
    author = _AUTHOR.search(text)
    if author:
        with contextlib.suppress(ValueError):
            picked["author"] = json.loads(author[1], strict=False)
    return picked if len(picked) > 1 else {}


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def _walk(value: Any, depth: int) -> Iterator[Node]:
    if depth > 12:
        return
    if isinstance(value, list):
        for item in value:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, item in value.items():
            if isinstance(item, list | dict) and key not in _APART:
                yield from _walk(item, depth + 1)


def strings(value: Any, *, key: str = "name", depth: int = 0) -> list[str]:
    """The strings of a value: itself, those of a list, or an object's ``name``."""
    if depth > 6:
        return []
    if isinstance(value, str):
        clean = " ".join(html.unescape(value).split())
        return [clean] if clean else []
    if isinstance(value, list):
        return [text for item in value for text in strings(item, key=key, depth=depth + 1)]
    if isinstance(value, dict):
        return strings(value.get(key), key=key, depth=depth + 1)
    return []
