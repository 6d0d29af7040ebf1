"""A page's visible text as segments in page order, each with what its place in the markup tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from accordingto.clean.marks import FOREIGN, MARKED, NONE, WRAPPERS, named, names_of, own_marks
from accordingto.clean.shapes import terminal
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
LINKED = 0.5
"""Share of a segment inside links from which it is a link."""
SENTENCE = 60
"""Characters from which text that ends as a sentence does is prose."""
LONG = 200
"""Characters from which running text is prose whatever it ends with."""
COMMON = 0.4
"""Share of a page's prose from which a name or mark of it is the whole page's and tells nothing of its parts."""
DENSE = 3
"""Letters of an alphabet that say as much as one character of Han, kana or Hangul."""
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
ALL = 0.85
"""Share of a page's prose from which a name that speaks of consent is the page's own: dialogs are shorter."""
_SETTING = frozenset({"credit", "caption", "byline", "time"})
"""Marks that set an inline element apart from the text around it."""
_INLINE = (False, False, False)
_SPACE = re.compile(r"[ \t\n\r\f\u200b]+")


@dataclass(slots=True, eq=False)  # frozen ones take four times as long to make, and pages have thousands
class Segment:
    """A stretch of running text, not to be changed. ``marks`` are what its ancestors say: ``caption``, ``related``, ``h2`` …."""

    text: str
    tag: str
    parent: Any
    """The block element that holds it."""
    marks: frozenset[str]
    size: int
    """Its length in characters of an alphabet; those of a syllabary or of Han script count `DENSE` times."""
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
                self.segments.append(Segment(text, element.tag, element, marks, size_of(text), share, bold))
        self.buffer.clear()
        self.linked = self.strong = self.breaks = 0

    def line_break(self) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self.flush()
        self.buffer.append("\n")


def segments(root: Any, rules: CleanRules, *, void: frozenset[str] = frozenset()) -> list[Segment]:
    """The text segments under an lxml element, in page order; names in ``void`` tell nothing."""
    from lxml import etree

    walk = _Collector()
    entered: list[tuple[bool, bool, bool]] = []
    iterator = etree.iterwalk(root, events=("start", "end"))
    for event, element in iterator:
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIP:
            if event == "start":
                iterator.skip_subtree()
            elif element is not root:
                walk.text(element.tail)
        elif event == "start":
            entered.append(_enter(walk, element, tag, rules, void))
            if text := element.text:
                walk.text(text)
        else:
            block, link, bold = entered.pop()
            if block:
                walk.flush()
                walk.blocks.pop()
            walk.links -= link
            walk.bolds -= bold
            if (tail := element.tail) and element is not root:
                walk.text(tail)
    walk.flush()
    return walk.segments


def _enter(
    walk: _Collector, element: Any, tag: str, rules: CleanRules, void: frozenset[str]
) -> tuple[bool, bool, bool]:
    """Open an element: whether it is a block, a link, bold."""
    inherited = walk.blocks[-1][1] if walk.blocks else NONE
    if tag == "br":
        walk.line_break()
        return _INLINE
    own = own_marks(element, tag, inherited, rules, void)
    link, bold = tag == "a", tag in ("b", "strong")
    walk.links += link
    walk.bolds += bold
    if tag not in BLOCKS and not (own and own - inherited & _SETTING):
        return False, link, bold
    walk.flush()
    walk.blocks.append((element, inherited | own if own else inherited))
    return True, link, bold


def size_of(text: str) -> int:
    """The length of a text, whatever its script."""
    return len(text) if text.isascii() else len(text) + (DENSE - 1) * len(_DENSE.findall(text))


def prose(segment: Segment) -> bool:
    """Whether a segment is a sentence or more."""
    return segment.size > LONG or (segment.size >= SENTENCE and terminal(segment.text))


def prosy(segment: Segment) -> bool:
    """Whether a segment is running text and no link."""
    return segment.linked <= LINKED and prose(segment)


def text_in(element: Any) -> str:
    """All text inside an element, white space as it stands."""
    return "".join(element.itertext())


def members(segments: list[Segment], holder: Any) -> set[int]:
    """Indices of the segments inside an element."""
    inside: dict[Any, bool] = {holder: True}

    def within(element: Any) -> bool:
        way = []
        found: bool | None = None
        for at in upwards(element):
            if (found := inside.get(at)) is not None:
                break
            way.append(at)
        for at in way:
            inside[at] = bool(found)
        return bool(found)

    return {i for i, segment in enumerate(segments) if within(segment.parent)}


def upwards(element: Any) -> Iterator[Any]:
    """An element and all around it."""
    while element is not None:
        yield element
        element = element.getparent()


def misleading(found: list[Segment], rules: CleanRules) -> frozenset[str]:
    """Names that say of most of a page's prose, or of its headline, that it is beside the report: ``sidebar-grid``."""
    size: Counter[str] = Counter()
    dialogs: Counter[str] = Counter()
    total = everything = 0
    void: set[str] = set()
    for segment in found:
        foreign = segment.marks & FOREIGN
        if foreign and "h1" in segment.marks:
            void |= {name for name in _names_around(segment) if named(name, rules) & FOREIGN}
        everything += segment.size if prosy(segment) else 0
        if "consent" in foreign and prosy(segment):
            for name in _names_around(segment):
                dialogs[name] += segment.size
        if foreign or not prosy(segment):
            continue
        total += segment.size
        if segment.marks & MARKED:
            for name in _names_around(segment):
                size[name] += segment.size
    void |= {name for name, n in dialogs.items() if n > ALL * everything and "consent" in named(name, rules)}
    return frozenset(void | {name for name, n in size.items() if n > COMMON * total and named(name, rules) & MARKED})


def _names_around(segment: Segment) -> set[str]:
    return {name for at in upwards(segment.parent) if at.tag not in WRAPPERS for name in names_of(at)}
