"""What an element's tag, class names and the like tell of the text in it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from accordingto.resources.cleaning import CleanRules

Marks = frozenset[str]
NONE: Marks = frozenset()
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OF_NO_LINK = frozenset({"related", "furniture", "caption"})
_AUXILIARY = frozenset({"picture", "frame"})
_ABOUT_PICTURES = frozenset({"figure", "caption"})
_CREDIT = frozenset({"credit"})
_FIGURE = frozenset({"figure"})
_UNSEEN = frozenset({"hidden"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_PLACES = {
    "aside": "related",
    "nav": "furniture",
    "footer": "furniture",
    "button": "furniture",
    "dialog": "consent",
    "figcaption": "caption",
    "figure": "figure",
    "time": "time",
    "form": "form",
    "header": "header",
    "blockquote": "quote",
    "table": "table",
}
_OF_TAGS: dict[str, Marks] = {tag: frozenset({mark}) for tag, mark in _PLACES.items()} | {
    tag: frozenset({tag}) for tag in HEADINGS
}
_NAMES = frozenset({"class", "id", "itemprop", "rel", "role", "data-component", "data-testid", "itemtype"})
WRAPPERS = frozenset({"html", "body", "main", "article"})
"""Elements whose names tell of the page, not of a part."""
MARKED = frozenset({"caption", "credit", "byline", "related", "furniture", "figure", "standfirst", "time"})
"""Marks of text beside the body."""
FOREIGN = frozenset({"comment", "consent"})
"""Marks of text that is not the outlet's report however much of the page it is."""


def own_marks(element: Any, tag: str, inherited: Marks, rules: CleanRules, void: frozenset[str]) -> Marks:
    """What an element itself tells.

    Args:
        element: an lxml element.
        tag: its tag.
        inherited: what the elements around it tell.
        rules: with the patterns of the names.
        void: names that tell nothing on this page.
    """
    found = _OF_TAGS.get(tag, NONE)
    names = ""
    for key, value in element.items():
        if key in _NAMES:
            names = f"{names} {value}" if names else value
        elif key == "hidden" or (key == "style" and _HIDDEN.search(value)):
            found |= _UNSEEN
    if not names or tag in WRAPPERS:
        return found
    return found | _fitting(_named_all(names, rules, void), tag, inherited)


def names_of(element: Any) -> list[str]:
    """Class, id, itemprop and the like of an element."""
    return [name for key, value in element.items() if key in _NAMES for name in value.split()]


def _fitting(found: Marks, tag: str, inherited: Marks) -> Marks:
    """What of the names' marks an element can have where it stands."""
    if not found:
        return found
    # A credit is one only in or about a picture: texts have copyright lines too.
    lone = "credit" in found and "picture" not in found and not inherited & _ABOUT_PICTURES
    framed = _FIGURE if "frame" in found and tag in ("div", "section") else NONE
    kept = found - _AUXILIARY - (_OF_NO_LINK if tag == "a" else NONE) - (_CREDIT if lone else NONE)
    return kept | framed


@lru_cache(maxsize=16384)
def _named_all(names: str, rules: CleanRules, void: frozenset[str]) -> Marks:
    return NONE.union(*[named(name, rules) for name in names.split() if name not in void])


@lru_cache(maxsize=32768)
def named(name: str, rules: CleanRules) -> Marks:
    """What one class name or the like says. Pages repeat the same few hundred, most of them layout."""
    low = name.lower()
    if not any(fragment in low for fragment in rules.name_fragments):
        return NONE
    return frozenset(mark for mark, pattern in rules.page_marks.items() if pattern.search(name))
