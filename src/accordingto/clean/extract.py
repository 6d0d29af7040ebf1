"""The body of a page: trafilatura says which text it is, the page's markup where it stands and what is missing."""

from __future__ import annotations

import copy
import logging
import re
from collections import Counter
from typing import Any

from accordingto.clean.dom import HEADINGS, Segment
from accordingto.clean.page import Page
from accordingto.clean.shapes import terminal

MAX_EXTRACT = 2_000_000
"""Characters of visible text up to which trafilatura is asked; it takes more than linear time beyond."""
MAX_ELEMENTS = 60_000
"""Elements up to which it is asked; the largest page of the page-fields set has some 15,000."""
NOT_BODY = frozenset({"caption", "credit", "byline", "related", "furniture", "figure", "standfirst", "time"})
MIN_BODY = 200
"""Characters below which what was extracted is no body."""
MOST = 0.8
"""Share of a segment that extracted paragraphs must cover for it to be body."""
MIN_LIKE = 2
"""Body paragraphs in an element of one kind from which others of that kind are looked at."""
COMMON = 0.4
"""Share of the body's characters from which a mark of theirs is the whole page's."""
_SILENT = logging.NullHandler()
_WORD = re.compile(r"\w+")
MIN_CONTAINED = 25
"""Letters of a segment that may lie inside a longer extracted paragraph; shorter ones must be one."""


def key_of(text: str) -> str:
    """Letters and figures only, case folded: what two renderings of one paragraph share."""
    return "".join(_WORD.findall(text)).casefold()


def extracted(page: Page) -> list[str]:
    """Trafilatura's paragraphs of a page, favouring precision; none where it finds no body or the page is too large."""
    from trafilatura import bare_extraction

    # Its warnings about pages without text are our errors and flags already; unhandled they would reach stderr.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    if sum(len(s.text) for s in page.segments) > MAX_EXTRACT or page.elements > MAX_ELEMENTS:
        return []
    try:
        document = bare_extraction(
            copy.deepcopy(page.tree),
            favor_precision=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []
    text = str(getattr(document, "text", "") or "")
    return [line for line in text.split("\n") if line.strip()]


def body_segments(page: Page, found: list[str]) -> tuple[set[int], frozenset[str]]:
    """Indices of the segments that are body: those extracted, and their like beside them.

    Also the marks that most of the body carries: a class name of the whole page tells nothing about its parts.
    """
    keys = {key_of(line) for line in found} - {""}
    run = "\x00".join(key_of(line) for line in found)
    chosen = _one_place(page.segments, {i for i, s in enumerate(page.segments) if _extracted(s, keys, run)})
    if sum(len(page.segments[i].text) for i in chosen) < MIN_BODY:
        chosen |= _densest(page.segments)
    common = _common(page.segments, chosen)
    return _rescued(page.segments, chosen, common), common


def _extracted(segment: Segment, keys: set[str], run: str) -> bool:
    own = key_of(segment.text)
    if not own or own in keys or (len(own) >= MIN_CONTAINED and own in run):
        return bool(own)
    if len(own) < 4 * MIN_CONTAINED:
        return False
    # Where the page makes one block of what was extracted as several paragraphs.
    inside = sum(len(key) for key in keys if len(key) >= MIN_CONTAINED and key in own)
    return inside >= MOST * len(own)


def _common(segments: list[Segment], chosen: set[int]) -> frozenset[str]:
    """Marks of the longer half of the chosen segments, by characters."""
    size: Counter[str] = Counter()
    for i in chosen:
        for mark in segments[i].marks:
            size[mark] += len(segments[i].text)
    total = sum(len(segments[i].text) for i in chosen)
    return frozenset(mark for mark, n in size.items() if n > COMMON * total)


def _one_place(segments: list[Segment], chosen: set[int]) -> set[int]:
    """Of a paragraph that stands twice on the page, keep the one among more of its like."""
    places: dict[str, list[int]] = {}
    for i in sorted(chosen):
        places.setdefault(key_of(segments[i].text), []).append(i)
    like = Counter(signature(segments[i]) for i in chosen)
    return {max(same, key=lambda i: (like[signature(segments[i])], -i)) for same in places.values()}


def signature(segment: Segment) -> tuple[str, str, str, str]:
    """Tag and class of the element that holds a segment and of the one above: what a body's paragraphs share."""
    own, above = segment.parent, segment.parent.getparent()
    if above is None:
        return own.tag, own.get("class") or "", "", ""
    return own.tag, own.get("class") or "", above.tag, above.get("class") or ""


def _densest(segments: list[Segment]) -> set[int]:
    """The sentences under the element that holds most prose."""
    size: Counter[Any] = Counter()
    members: dict[Any, set[int]] = {}
    for i, segment in enumerate(segments):
        if segment.marks & (NOT_BODY | {"form", "hidden"}) or segment.linked > 0.4 or not prose(segment.text):
            continue
        holder = segment.parent.getparent() if segment.tag in ("p", "li", "blockquote") else segment.parent
        size[holder] += len(segment.text)
        members.setdefault(holder, set()).add(i)
    best = max(size, key=lambda holder: size[holder], default=None)
    return members[best] if best is not None and size[best] >= MIN_BODY else set()


def prose(text: str) -> bool:
    """Whether a segment is a sentence or more."""
    return len(text) >= 60 and terminal(text)


def _rescued(segments: list[Segment], chosen: set[int], common: frozenset[str]) -> set[int]:
    """Add prose and headings that stand in the same kind of element as the body paragraphs do."""
    paragraphs = {i for i in chosen if segments[i].tag not in HEADINGS}
    holders = Counter(signature(segments[i]) for i in paragraphs)
    above = Counter(signature(segments[i])[2:] for i in paragraphs)
    texts = {key_of(segments[i].text) for i in chosen}
    last = max(chosen, default=-1)
    added: set[int] = set()
    for i in range(min(chosen, default=len(segments)), len(segments)):
        segment = segments[i]
        if i in chosen or (segment.marks - common) & (NOT_BODY | {"hidden"}) or key_of(segment.text) in texts:
            continue
        same = signature(segment)
        inside = i <= last or any(j in added for j in range(i - 8, i))
        if segment.tag in HEADINGS - {"h1"}:
            keep = i < last and segment.linked < 0.5 and above[same[2:]] >= MIN_LIKE
        else:
            keep = (
                holders[same] >= MIN_LIKE
                and segment.linked < 0.5
                and terminal(segment.text)
                and (inside or prose(segment.text))
            )
        if keep:
            added.add(i)
    return chosen | added
