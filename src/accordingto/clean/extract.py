"""The body of a page: the element that holds most prose, and which of the text in it is the report's.

Every stretch of text votes for all elements around it, prose with its length, links and boxes against; the deepest element with
most votes holds the body. That is the maximum-subsequence idea of Pasternack and Roth (Extracting article text from the Web with
maximum subsequence segmentation, WWW 2009) on the tree instead of on the line of tokens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from accordingto.clean.dom import COMMON, LINKED, Segment, members, prose, prosy, upwards
from accordingto.clean.liveblog import clocked
from accordingto.clean.marks import FOREIGN, HEADINGS, MARKED
from accordingto.clean.page import Page
from accordingto.clean.shapes import key_of, terminal
from accordingto.resources.cleaning import CleanRules

MOSTLY = 0.85
"""The same for paragraphs of the body's own kind, whose sentences may be linked."""
_ENTRY_MARKS = frozenset({"header"})
AWAY = frozenset({"related", "furniture", "form", "hidden"}) | FOREIGN
"""Marks whose text speaks against the elements around it."""
MIN_BODY = 140
"""Votes below which no element holds a body."""
NEAR = 0.25
"""Share of the most votes that prose around the headline must have for the body to be looked for there."""
MIN_ARTICLE = 500
"""Characters of prose before another ``h1`` from which a second article begins there."""
SHORT_VOTE = 0.1
"""How much text that is neither prose nor link counts against an element."""
MIN_USUAL = 0.12
"""Share of the prose from which a kind of element is one of the body's own; a box beside it has less."""
STRICT = 0.5
"""Share of the body found without them from which marks of much of the page's prose are taken at their word."""
MAX_CARD = 2
"""Paragraphs in a box that announces another piece."""
PARAGRAPHS = frozenset({"p", "li", "blockquote", "dd", "pre", "td"})
ALIKE = 0.8
"""Share of the prose in usual kinds from which prose in bare containers of other kinds is a box."""
MIN_STATED = 400
"""Characters of a body stated in JSON-LD from which it tells which segments are body."""
COVERED = 0.8
"""Share of that body that must stand on the page."""
MIN_CONTAINED = 25
"""Letters of a segment that may lie inside a longer stated paragraph; shorter ones tell nothing."""
Signature = tuple[str, str, str, str]


def cards(segments: list[Segment], live: Mapping[int, Any]) -> frozenset[int]:
    """Segments in boxes that announce other pieces: a linked title and a sentence or two under it."""
    boxes: dict[Any, int] = {}
    for i, segment in enumerate(segments):
        if segment.linked > MOSTLY and segment.tag in HEADINGS and segment.tag != "h1" and i not in live:
            outside = (at for at in upwards(segment.parent.getparent()) if at.tag != "a")
            if (box := next(outside, None)) is not None:
                boxes[box] = 0
    inside: dict[int, Any] = {}
    for i, segment in enumerate(segments if boxes else ()):
        box = next((at for at in islice(upwards(segment.parent), 3) if at in boxes), None)
        if box is not None:
            inside[i] = box
            boxes[box] += prosy(segment)
    return frozenset(i for i, box in inside.items() if boxes[box] <= MAX_CARD)


def body_segments(
    page: Page, heading: int | None, *, live: Mapping[int, Any] | None = None
) -> tuple[set[int], frozenset[str]]:
    """Indices of the segments that are body.

    ``live`` are the segments in entries of a live blog, each an article of its own.

    Also the marks that most of the body carries: a class name of the whole page tells nothing about its parts.
    """
    segments = page.segments
    pool = [i for i, s in enumerate(segments) if prosy(s) and not s.marks & FOREIGN]
    common = _common(segments, pool)
    if sum(segments[i].size for i in pool if "hidden" not in segments[i].marks) >= MIN_ARTICLE:
        common -= {"hidden"}
    chosen = _body(page, heading, common, live or {})
    if common & MARKED:
        # Marks of much of the prose may be the whole page's, or those of many boxes beside a short body.
        strict = _body(page, heading, common - MARKED, live or {})
        if _length(segments, strict & chosen) >= STRICT * _length(segments, chosen):
            chosen = strict
    return chosen, _common(segments, chosen)


def _body(page: Page, heading: int | None, common: frozenset[str], live: Mapping[int, Any]) -> set[int]:
    segments = page.segments
    announced = cards(segments, live)
    holder = _holder(segments, common, announced, segments[heading].parent if heading is not None else None)
    if holder is None:
        return set()
    inside = _inside(segments, holder, common)
    inside = sorted({*inside, *live}) if live else _own_article(segments, inside, heading)
    inside = [i for i in _uncommented(segments, inside, page.rules) if i not in announced]
    return _chosen(segments, inside, common, _stated(page, inside), frozenset(live))


def _uncommented(segments: list[Segment], inside: list[int], rules: CleanRules) -> list[int]:
    """What stands before the heading of the readers' comments."""
    before = 0
    for at, i in enumerate(inside):
        if before >= MIN_BODY and segments[i].size <= 60 and rules.comments_header.fullmatch(segments[i].text):
            return inside[:at]
        before += segments[i].size if prosy(segments[i]) else 0
    return inside


def _length(segments: list[Segment], chosen: set[int]) -> int:
    return sum(segments[i].size for i in chosen)


def _own_article(segments: list[Segment], inside: list[int], heading: int | None) -> list[int]:
    """What is left without other articles on the page: those in elements of their own, and those under another ``h1``."""
    if heading is None:
        return inside
    own = _article(segments[heading])
    if own is not None:
        held = members(segments, own)
        mine = [i for i in inside if i in held]
        if sum(segments[i].size for i in mine if prosy(segments[i])) >= MIN_BODY:
            inside = mine
    before = 0
    holders = {segments[i].parent.getparent() for i in inside if prosy(segments[i])}
    for at, i in enumerate(inside):
        segment = segments[i]
        other = "h1" in segment.marks and i > heading and segment.text != segments[heading].text
        # Among the paragraphs themselves an h1 is a heading of theirs.
        if other and before >= MIN_ARTICLE and segment.parent.getparent() not in holders:
            return inside[:at]
        before += segment.size if i > heading and prosy(segment) else 0
    return inside


def _common(segments: list[Segment], chosen: Iterable[int]) -> frozenset[str]:
    """Marks of a good part of the chosen segments, by characters."""
    size: Counter[str] = Counter()
    total = 0
    for i in chosen:
        total += segments[i].size
        for mark in segments[i].marks:
            size[mark] += segments[i].size
    return frozenset(mark for mark, n in size.items() if n > COMMON * total)


def _holder(
    segments: list[Segment], common: frozenset[str], announced: frozenset[int], heading: Any | None
) -> Any | None:
    """The deepest element with most votes, of those around the headline where there is prose; none where none has enough."""
    own: dict[Any, float] = {}
    for i, segment in enumerate(segments):
        vote = -float(segment.size) if i in announced else _vote(segment, common)
        own[segment.parent] = own.get(segment.parent, 0.0) + vote
    votes: dict[Any, float] = {}
    for element, vote in own.items():
        for at in upwards(element):
            votes[at] = votes.get(at, 0.0) + vote
    best = max(votes, key=lambda element: votes[element], default=None)
    if best is None or votes[best] < MIN_BODY:
        return None
    if heading is not None and not _within(heading, best):
        around = next((at for at in upwards(heading) if _prose_in(at, own) >= NEAR * votes[best]), None)
        if around is not None and not _within(best, around):
            near = [element for element in votes if _within(element, around)]
            best = max(near, key=lambda element: votes[element])
    return _deepest(best, votes)


def _prose_in(element: Any, own: dict[Any, float]) -> float:
    return sum(vote for at, vote in own.items() if vote > 0 and _within(at, element))


def _deepest(element: Any, votes: dict[Any, float]) -> Any:
    while (inner := next((c for c in element if votes.get(c, 0.0) >= votes[element]), None)) is not None:
        element = inner
    return element


def _vote(segment: Segment, common: frozenset[str]) -> float:
    size = float(segment.size)
    marks = segment.marks - common
    if marks & FOREIGN:
        return 0.0  # however long they are: they are left out wherever they stand
    if marks & AWAY or segment.linked > LINKED:
        return -size
    if marks & {"caption", "credit", "figure"}:
        return 0.0
    return size if prosy(segment) else -SHORT_VOTE * size


def _inside(segments: list[Segment], holder: Any, common: frozenset[str]) -> list[int]:
    """The segments in the holder, and prose outside that stands in the same named kind of element."""
    inside = members(segments, holder)
    size: Counter[Signature] = Counter()
    for i in inside:
        if prosy(segments[i]) and not _outside(segments[i], common):
            size[signature(segments[i])] += segments[i].size
    usual = {kind for kind, n in size.items() if n >= MIN_USUAL * size.total() and (kind[1] or kind[3])}
    articles = {_article(segments[i]) for i in inside}
    for i, segment in enumerate(segments):
        if i not in inside and signature(segment) in usual and _article(segment) in articles:
            inside.add(i)
    return sorted(inside)


def _article(segment: Segment) -> Any:
    return next((at for at in upwards(segment.parent) if at.tag == "article"), None)


def _within(element: Any, holder: Any) -> bool:
    return any(at is holder for at in upwards(element))


def _stated(page: Page, inside: list[int]) -> set[int] | None:
    """The segments that the page's JSON-LD gives as its body; ``None`` where it gives none, or another one."""
    raw = page.article.get("articleBody")
    if not isinstance(raw, str) or len(raw) < MIN_STATED:
        return None
    run = key_of(re.sub(r"<[^>]+>", " ", raw))
    keys = {i: key_of(page.segments[i].text) for i in inside}
    found = {i for i, key in keys.items() if len(key) >= MIN_CONTAINED and key in run}
    return found if sum(len(keys[i]) for i in found) >= COVERED * len(run) else None


def signature(segment: Segment) -> Signature:
    """Tag and class of the element that holds a segment and of the one above: what a body's paragraphs share."""
    own, above = segment.parent, segment.parent.getparent()
    if above is None:
        return own.tag, own.get("class") or "", "", ""
    return own.tag, own.get("class") or "", above.tag, above.get("class") or ""


def _chosen(
    segments: list[Segment], inside: list[int], common: frozenset[str], stated: set[int] | None, live: frozenset[int]
) -> set[int]:
    """Of the segments in the holder, those that are the report's: its prose, and what stands between in the same kinds."""
    clean = [i for i in inside if not _outside(segments[i], common | _ENTRY_MARKS if i in live else common)]
    strong = [i for i in clean if prose(segments[i]) and segments[i].linked <= LINKED]
    if not strong:
        return set()
    size: Counter[Signature] = Counter()
    for i in strong:
        size[signature(segments[i])] += segments[i].size
    usual = {kind for kind, n in size.items() if n >= MIN_USUAL * size.total()}
    clean = [i for i in clean if segments[i].linked <= LINKED or signature(segments[i]) in usual]
    strong = [i for i in clean if prose(segments[i])]
    carded = _carded(segments, [i for i in inside if i not in live])
    alike = sum(size[kind] for kind in usual) >= ALIKE * size.total()
    body = [i for i in strong if signature(segments[i]) in usual or not _box(segments[i], carded, alike=alike)]
    if stated:
        body = sorted({*(i for i in body if i in stated or signature(segments[i]) in usual), *stated})
    if not body:
        return set()
    first, last = body[0], body[-1]
    chosen = set(body)
    for i in clean:
        segment = segments[i]
        kind = signature(segment)
        entry = segment.tag in HEADINGS and (i in live or clocked(segment.text))
        if i in chosen or segment.parent in carded or (i < first and not entry):
            continue
        if i < last:
            if segment.tag in HEADINGS or size[kind] or segment.tag in PARAGRAPHS:
                chosen.add(i)
        elif kind in usual and terminal(segment.text):
            chosen.add(i)
    return _one_place(segments, chosen)


def _outside(segment: Segment, common: frozenset[str]) -> bool:
    """Whether a segment is marked as something else or is a link."""
    marks = segment.marks - common
    if segment.tag in HEADINGS:
        marks -= {"standfirst"}  # headings between paragraphs are called subheadlines, too
    return bool(marks & (AWAY | MARKED | {"header"})) or segment.linked > MOSTLY


def _carded(segments: list[Segment], inside: list[int]) -> set[Any]:
    """The boxes with a linked title in them: what stands there beside it announces another piece."""
    found: set[Any] = set()
    for i in inside:
        segment = segments[i]
        if segment.linked > 0.8 and len(segment.text.split()) >= 4:
            found.add(segment.parent.getparent() if segment.tag in (*HEADINGS, "p", "a") else segment.parent)
    return found


def _box(segment: Segment, carded: set[Any], *, alike: bool) -> bool:
    """Whether prose of an unusual kind is a box: with a linked title in or beside it, or no paragraph among such."""
    return segment.parent in carded or segment.parent.getparent() in carded or (alike and segment.tag not in PARAGRAPHS)


def _one_place(segments: list[Segment], chosen: set[int]) -> set[int]:
    """Of a paragraph that stands twice on the page, keep the one among more of its like."""
    places: dict[str, list[int]] = {}
    for i in sorted(chosen):
        places.setdefault(key_of(segments[i].text), []).append(i)
    like = Counter(signature(segments[i]) for i in chosen)
    return {max(same, key=lambda i: (like[signature(segments[i])], -i)) for same in places.values()}
