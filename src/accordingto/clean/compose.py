"""A page's segments to blocks in page order, and the text that is archived of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any

from accordingto.clean.bylines import bare_byline, closing_credit, opened_byline
from accordingto.clean.datelines import Dateline, read_dateline
from accordingto.clean.dates import find_dates
from accordingto.clean.dom import LINKED, Segment, prose, upwards
from accordingto.clean.extract import signature
from accordingto.clean.headings import Names
from accordingto.clean.liveblog import MIN_ENTRIES, Entry, clock_stamp, clocked
from accordingto.clean.marks import HEADINGS, MARKED
from accordingto.clean.outlets import standfirst
from accordingto.clean.page import Page
from accordingto.clean.parts import Part
from accordingto.clean.pictures import picture_parts
from accordingto.clean.shapes import key_of, symbols, terminal
from accordingto.model import Block, BlockKind, Moment, Span
from accordingto.resources.cleaning import CleanRules

_REPEATED = frozenset({BlockKind.PARAGRAPH, BlockKind.CREDIT})
MIN_CAPTION = 4
"""Words below which text under a caption is a maker's name."""
HEAD_REACH = 14
"""Segments before the body, and after the headline, among which standfirst and byline stand."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The archived text and its blocks; the dateline of the first paragraph where there is one, with its offset."""

    text: str
    blocks: tuple[Block, ...]
    dateline: tuple[int, Dateline] | None


def compose(parts: list[Part], rules: CleanRules) -> Composed:
    """Join parts by blank lines. A dateline is cut off the first paragraph, both keeping their place in it."""
    blocks: list[Block] = []
    pieces: list[str] = []
    at, paragraphs = 0, 0
    dateline: tuple[int, Dateline] | None = None
    for kind, text, by, when in parts:
        if pieces:
            pieces.append("\n\n")
            at += 2
        body = kind is BlockKind.PARAGRAPH
        paragraphs += body
        found = read_dateline(text, rules) if body and paragraphs <= 2 and dateline is None else None
        blocks.extend(_cut(kind, text, by, at, found, when))
        dateline = (at, found) if found else dateline
        pieces.append(text)
        at += len(text)
    return Composed("".join(pieces), tuple(blocks), dateline)


def _cut(kind: BlockKind, text: str, by: str, at: int, dateline: Dateline | None, when: Moment | None) -> list[Block]:
    if dateline is None or not text[dateline.end :].strip():
        return [Block(kind, Span(at, at + len(text)), by, when)]
    prefix = text[: dateline.end].rstrip()
    return [
        Block(BlockKind.DATELINE, Span(at, at + len(prefix)), "html:dateline", when),
        Block(kind, Span(at + dateline.end, at + len(text)), by, when),
    ]


def parts_of(page: Page, body: set[int], common: frozenset[str], names: Names, live: dict[int, Entry]) -> list[Part]:
    """The parts of a page in page order: what is body, and around it what belongs to the report.

    Args:
        page: the page.
        body: indices of its segments that are body.
        common: marks that tell nothing on this page.
        names: its title, set first where no segment repeats it.
        live: the entries of a live blog that segments stand in.
    """
    parts = _Judge(page, body, common, names, live).parts()
    if names.title and not any(part.kind is BlockKind.HEADLINE for part in parts):
        parts.insert(0, Part(BlockKind.HEADLINE, names.title.value, "html:title"))
    return parts


class _Judge:
    """Decides segment after segment; remembers what has stood already."""

    def __init__(
        self, page: Page, body: set[int], common: frozenset[str], names: Names, live: dict[int, Entry]
    ) -> None:
        self.segments, self.rules, self.body, self.common = page.segments, page.rules, body, common
        self.known = names.known
        self.summaries = {key_of(text) for text in standfirst(page) if text}
        self.heading = self._heading()
        kinds = Counter(signature(page.segments[i]) for i in body)
        self.usual = kinds.most_common(1)[0][0] if kinds and kinds.most_common(1)[0][1] > 2 else None
        sentences = [i for i in sorted(body) if i > self.heading and self._sentence(i)]
        self.first = sentences[0] if sentences else min(body, default=0)
        self.last = max(body, default=0)
        self.live = live
        opened = [i for i in body if self.segments[i].tag in HEADINGS and clocked(self.segments[i].text)]
        self.first = min((self.first, *live, *(i for i in opened if i > self.heading)))
        self.seen: set[str] = set()
        self.captioned: Any = None
        """The frame of the last caption."""

    def _heading(self) -> int:
        """Index of the headline on the page, or −1: the last repeat of the title before most of the body, h1 first."""
        half = sorted(self.body)[len(self.body) // 2] if self.body else len(self.segments)
        same = [
            i
            for i, s in enumerate(self.segments[:half])
            if _is_title(s, self.known) and "hidden" not in s.marks - self.common
        ]
        top = [i for i in same if "h1" in self.segments[i].marks]
        return (top or [i for i in same if i not in self.body or i < half] or [-1])[-1]

    def _sentence(self, i: int) -> bool:
        segment = self.segments[i]
        return (
            prose(segment) and not self._summary(segment) and not segment.marks - self.common & {"caption", "related"}
        )

    def _summary(self, segment: Segment) -> bool:
        """Whether the page's description repeats it, unless it stands in the body's own kind of element."""
        if signature(segment) == self.usual and "standfirst" not in segment.marks:
            return False
        own = key_of(segment.text)
        return len(own) > 15 and any(own == s or (len(own) > 40 and own in s) for s in self.summaries)

    def parts(self) -> list[Part]:
        made: list[Part] = []
        start = self.heading if self.heading >= 0 else max(0, self.first - HEAD_REACH)
        for i in range(max(0, min(start, self.first) - 6), len(self.segments)):
            for part in self._judged(i):
                kind, text, *_ = part
                own = key_of(text) + kind
                portrait = kind is BlockKind.CAPTION and len(text.split()) < MIN_CAPTION and made
                if portrait and made[-1][0] is BlockKind.BYLINE:
                    break
                if kind is BlockKind.CREDIT and (not made or made[-1][:2] == (kind, text)):
                    break
                if kind not in _REPEATED and own in self.seen:
                    break  # a picture shown twice, with its credit
                self.seen.add(own)
                made.append(part._replace(at=self.live[i].at) if i in self.live else part)
        return _tidied(made)

    def _judged(self, i: int) -> list[Part]:
        """The parts that a segment makes."""
        segment = self.segments[i]
        if i in self.live and clock_stamp(segment):
            return [Part(BlockKind.DATELINE, segment.text, "html:entry-time")]
        if i != self.heading and self._near(i) and not symbols(segment.text):
            found = picture_parts(segment, segment.marks - self.common, self.rules, body=i in self.body)
            if found is not None:
                return self._signed(i, found)
        part = self._judge(i)
        return [part] if part else []

    def _signed(self, i: int, found: list[Part]) -> list[Part]:
        """A few words right under a caption, in the same frame, say who made the picture."""
        kind, text, by, _ = found[0] if found else Part(BlockKind.BOILERPLATE, "", "")
        short = kind is BlockKind.CAPTION and len(text.split()) < MIN_CAPTION
        if short and self.captioned == self._frame(i):
            return [Part(BlockKind.CREDIT, text, by)]
        if short and self.segments[i].linked > LINKED:
            return []
        if kind is BlockKind.CAPTION:
            self.captioned = self._frame(i)
        return found

    def _frame(self, i: int) -> Any:
        """The figure that a segment stands in, or the element two above it."""
        around = list(islice(upwards(self.segments[i].parent), 6))
        return next((at for at in around if at.tag == "figure"), around[min(2, len(around) - 1)])

    def _judge(self, i: int) -> Part | None:
        segment = self.segments[i]
        marks = segment.marks - self.common
        text = segment.text
        if symbols(text):
            return None
        if i == self.heading:
            return Part(BlockKind.HEADLINE, text, "html:headline")
        if _is_title(segment, self.known) and i <= self.first:
            return None
        if i in self.body:
            return self._body(i, marks)
        if i < self.first:
            return self._head(i, marks)
        return self._beside(i, marks) if i <= self.last else None

    def _near(self, i: int) -> bool:
        top = self.heading if self.heading >= 0 else self.first
        return min(top, self.first) - 6 <= i <= self.last + 3

    def _body(self, i: int, marks: frozenset[str]) -> Part | None:
        segment, text, rules = self.segments[i], self.segments[i].text, self.rules
        if i < self.first:
            return self._head(i, marks)
        if rules.related.match(text) and len(text.split()) <= 40:
            return Part(BlockKind.RELATED, text, "text:related-label")
        if segment.linked > 0.8 and (not terminal(text) or len(text.split()) < 25) and "quote" not in marks:
            return Part(BlockKind.RELATED, text, "html:linked")
        if segment.tag == "li" and segment.linked > 0.5 and not terminal(text):
            return Part(BlockKind.RELATED, text, "html:linked")
        if marks & {"related"} and (segment.linked > 0.3 or not terminal(text)):
            return Part(BlockKind.RELATED, text, "html:related")
        if closing_credit(text, rules):
            return Part(BlockKind.BYLINE, text, "text:closing-credit")
        if self._furniture(segment, marks):
            return None
        if segment.tag in HEADINGS or (segment.bold and not terminal(text) and len(text.split()) <= 14):
            return Part(BlockKind.SUBHEAD, text, "html:subhead")
        return Part(BlockKind.PARAGRAPH, text, "html:body")

    def _furniture(self, segment: Segment, marks: frozenset[str]) -> bool:
        text = segment.text
        short = len(text.split()) <= 45
        listed = self.rules.boilerplate_whole.fullmatch(text) or self.rules.related_header.fullmatch(text)
        if listed or (
            short and (self.rules.boilerplate_start.match(text) or self.rules.boilerplate_anywhere.search(text))
        ):
            return True
        return bool(marks & {"furniture", "byline", "time"}) and not terminal(text)

    def _head(self, i: int, marks: frozenset[str]) -> Part | None:
        """Standfirst, byline and date between the headline and the first paragraph."""
        segment, text = self.segments[i], self.segments[i].text
        if i < self.heading or marks & {"hidden"} or len(text) > 900:
            return None
        if self._summary(segment) or ("standfirst" in marks and not marks & {"related"} and len(text.split()) >= 5):
            return Part(BlockKind.STANDFIRST, text, "html:standfirst")
        if opened_byline(text, self.rules) or ("byline" in marks and bare_byline(text, self.rules)):
            return Part(BlockKind.BYLINE, text, "html:byline")
        if (
            len(text) < 90
            and (dates := find_dates(text, self.rules))
            and sum(d.end - d.start for d in dates) * 2 > len(text)
        ):
            return Part(BlockKind.DATELINE, text, "html:date-line")
        if i in self.body and not marks & MARKED and segment.linked < 0.5:
            heading = segment.tag in HEADINGS or (not terminal(text) and len(text.split()) <= 25)
            return Part(BlockKind.STANDFIRST if heading else BlockKind.PARAGRAPH, text, "html:head")
        return None

    def _beside(self, i: int, marks: frozenset[str]) -> Part | None:
        """Links to other pieces between the paragraphs."""
        segment = self.segments[i]
        title_like = 3 <= len(segment.text.split()) <= 30 and not marks & {"furniture", "hidden"}
        linked = segment.linked > 0.8 or bool(self.rules.related.match(segment.text))
        if title_like and linked and not self._furniture(segment, marks):
            return Part(BlockKind.RELATED, segment.text, "html:related")
        return None


def _is_title(segment: Segment, known: frozenset[str]) -> bool:
    own = key_of(segment.text)
    return bool(own) and any(own == name or (len(own) > 20 and own in name) for name in known)


def _piled(parts: list[Part], index: int) -> bool:
    """Whether a heading stands among headings only: a list of other pieces."""
    around = parts[max(0, index - 1) : index + 2]
    return len(around) == 3 and all(part.kind is BlockKind.SUBHEAD for part in around)


def _tidied(parts: list[Part]) -> list[Part]:
    """Headings that nothing follows are cut, and credits glued with a label only."""
    headed = [i for i, part in enumerate(parts) if part.kind is BlockKind.SUBHEAD and clocked(part.text)]
    for i in headed if len(headed) >= MIN_ENTRIES else ():
        parts[i] = parts[i]._replace(by="html:entry-time")
    parts = [part for i, part in enumerate(parts) if part[0] is not BlockKind.SUBHEAD or not _piled(parts, i)]
    while parts and parts[-1][0] in (BlockKind.SUBHEAD, BlockKind.RELATED):
        parts = parts[:-1]
    return [part._replace(text=re.sub(r"\s*\n\s*", "\n", part.text).strip()) for part in parts if part.text.strip()]
