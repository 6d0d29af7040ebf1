"""A page's visible text as segments in page order, each with what its place in the markup tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from accordingto.resources.cleaning import CleanRules

_SKIP_LIST = (
    "script style noscript svg template iframe select option canvas audio object embed head math map textarea input"
)
SKIP = frozenset(_SKIP_LIST.split())
_BLOCKS_LIST = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p picture pre section summary table tbody td "
    "tfoot th thead tr ul button video"
)
BLOCKS = frozenset(_BLOCKS_LIST.split())
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"[ \t\n\r\f\u200b]+")
_OF_NO_LINK = frozenset({"related", "furniture", "caption"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_PLACES = {
    "aside": "related",
    "nav": "furniture",
    "footer": "furniture",
    "button": "furniture",
    "dialog": "furniture",
    "figcaption": "caption",
    "figure": "figure",
    "time": "time",
    "form": "form",
    "header": "header",
    "blockquote": "quote",
    "table": "table",
}
_NAMES = ("class", "id", "itemprop", "rel", "role", "data-component", "data-testid")
_WRAPPERS = frozenset({"html", "body", "main", "article"})


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A stretch of running text. ``marks`` are what its ancestors say: ``caption``, ``related``, ``h2`` …."""

    text: str
    tag: str
    parent: Any
    """The block element that holds it."""
    marks: frozenset[str]
    linked: float
    """Share of its characters inside links."""
    bold: bool
    """Whether all of it is bold."""


class _Collector:
    """One walk over the tree; a segment ends at every block edge, double line break and marked inline element."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.buffer: list[str] = []
        self.linked = self.strong = self.breaks = 0
        self.blocks: list[tuple[Any, frozenset[str]]] = []
        self.links = self.bolds = 0

    def text(self, value: str | None) -> None:
        if not value:
            return
        self.buffer.append(value)
        if self.links or self.bolds or self.breaks:
            visible = len(value.strip())
            self.linked += visible if self.links else 0
            self.strong += visible if self.bolds else 0
            if visible:
                self.breaks = 0

    def flush(self) -> None:
        if self.buffer:
            text = _SPACE.sub(" ", "".join(self.buffer)).strip()
            if text and self.blocks:
                element, marks = self.blocks[-1]
                share = min(1.0, self.linked / len(text))
                bold = self.strong >= 0.95 * len(text.replace(" ", "")) and self.strong > 0
                self.segments.append(Segment(text, element.tag, element, marks, share, bold))
        self.buffer.clear()
        self.linked = self.strong = self.breaks = 0

    def line_break(self) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        self.buffer.append("\n")


def segments(root: Any, rules: CleanRules) -> list[Segment]:
    """The text segments under an lxml element, in page order."""
    from lxml import etree

    walk = _Collector()
    entered: list[tuple[bool, bool, bool]] = []
    iterator = etree.iterwalk(root, events=("start", "end"))
    for event, element in iterator:
        tag = element.tag
        if event == "end":
            if isinstance(tag, str) and tag not in SKIP:
                _leave(walk, entered)
            if element is not root:
                walk.text(element.tail)
            continue
        if not isinstance(tag, str) or tag in SKIP:
            iterator.skip_subtree()
            continue
        entered.append(_enter(walk, element, tag, rules))
        walk.text(element.text)
    walk.flush()
    return walk.segments


def _enter(walk: _Collector, element: Any, tag: str, rules: CleanRules) -> tuple[bool, bool, bool]:
    inherited = walk.blocks[-1][1] if walk.blocks else frozenset()
    if tag == "br":
        walk.line_break()
    link, bold = tag == "a", tag in ("b", "strong")
    walk.links += link
    walk.bolds += bold
    marks = inherited | _own_marks(element, tag, inherited, rules)
    block = tag in BLOCKS or bool(marks - inherited & {"credit", "caption", "byline", "time"})
    if block:
        walk.flush()
        walk.blocks.append((element, marks))
    return block, link, bold


def _leave(walk: _Collector, entered: list[tuple[bool, bool, bool]]) -> None:
    block, link, bold = entered.pop()
    if block:
        walk.flush()
        walk.blocks.pop()
    walk.links -= link
    walk.bolds -= bold


def _hidden(element: Any) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    return "hidden" in attributes or ("style" in attributes and _HIDDEN.search(attributes["style"]) is not None)


def _own_marks(element: Any, tag: str, inherited: frozenset[str], rules: CleanRules) -> frozenset[str]:
    own = {"hidden"} if _hidden(element) else set()
    if tag in _PLACES:
        own.add(_PLACES[tag])
    if tag in HEADINGS:
        own.add(tag)
    attributes = element.attrib
    if attributes and tag not in _WRAPPERS:
        names = " ".join([attributes.get(key, "") for key in _NAMES]).split()
        if names:
            own |= _from_names(names, tag, inherited, rules)
    return frozenset(own)


def _from_names(names: list[str], tag: str, inherited: frozenset[str], rules: CleanRules) -> frozenset[str]:
    found = frozenset().union(*[_named(name, rules) for name in names])
    # A credit is one only in or about a picture: texts have copyright lines too.
    lone = "credit" in found and "picture" not in found and not inherited & {"figure", "caption"}
    framed = {"figure"} if "frame" in found and tag in ("div", "section") else set()
    dropped = {"picture", "frame"} | (_OF_NO_LINK if tag == "a" else set()) | ({"credit"} if lone else set())
    return (found - dropped) | framed


@lru_cache(maxsize=32768)
def _named(name: str, rules: CleanRules) -> frozenset[str]:
    """What one class name or the like says. Pages repeat the same few hundred."""
    return frozenset(mark for mark, pattern in rules.page_marks.items() if pattern.search(name))
