"""Paragraphs on their way to blocks: `Draft`, and what single lines tell by themselves."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from accordingto.clean.bylines import closing_credit, desk_byline, opened_byline, trailing_credit
from accordingto.clean.captions import rights_credit, unmarked_caption
from accordingto.clean.credits import caption_parts
from accordingto.clean.datelines import read_dateline
from accordingto.clean.dates import Dated, find_dates
from accordingto.clean.paragraphs import Paragraph
from accordingto.clean.shapes import body_like, named, symbols, terminal, words
from accordingto.model import Block, BlockKind, Span
from accordingto.resources.cleaning import CleanRules

MAX_FURNITURE = 45
"""Words; a longer line with the words of a notice in it is prose."""
MAX_DATE_LINE = 25
MAX_LOOSE = 8
"""Words of a part of a date line that is neither date, name nor notice: ``All times local to Talmark.``"""
_SEGMENT = re.compile(r"\s+[|·•–—/]\s+|\s*\|\s*|\.\s+(?=[A-Z])")
_CLOCK_WORDS = re.compile(
    r"\(?(?:GMT|UTC)\s?[+−-]?\d{0,2}(?::?\d\d)?\)?|\d+[- ]min\w*|\b\d{1,2}[:.h]\d\d\b|\(GMT\)", re.I
)

Piece = tuple[BlockKind, int, str]
"""Kind, where it starts (an offset into the report's text; it ends where the next begins), and the rule."""


@dataclass(slots=True)
class Draft:
    """One paragraph and what is decided about it. No pieces: undecided."""

    at: Paragraph
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph, white space collapsed."""
        return self.at.text

    @property
    def kind(self) -> BlockKind | None:
        """The first piece's kind."""
        return self.pieces[0][0] if self.pieces else None

    @property
    def by(self) -> str:
        """The first piece's rule."""
        return self.pieces[0][2] if self.pieces else ""

    @property
    def open(self) -> bool:
        """Whether nothing is decided."""
        return not self.pieces

    def decide(self, kind: BlockKind, by: str) -> None:
        """Make the whole paragraph one block."""
        self.pieces = [(kind, self.at.span.start, by)]

    def looks_body(self) -> bool:
        """Whether it has a body paragraph's shape and nothing else is decided."""
        return self.open and body_like(self.text, self.at.words)


def blocks_of(text: str, drafts: list[Draft]) -> tuple[Block, ...]:
    """The blocks of all drafts, white space trimmed at every edge; what is undecided is a paragraph."""
    made: list[Block] = []
    for draft in drafts:
        pieces = draft.pieces or [(BlockKind.PARAGRAPH, draft.at.span.start, "text:default")]
        ends = [start for _, start, _ in pieces[1:]] + [draft.at.span.end]
        for (kind, start, by), end in zip(pieces, ends, strict=True):
            cut = text[start:end]
            left = start + len(cut) - len(cut.lstrip())
            right = start + len(cut.rstrip())
            if left < right:
                made.append(Block(kind, Span(left, right), by))
    return tuple(made)


def judge_alone(draft: Draft, source: str, rules: CleanRules) -> None:
    """Decide what a line tells by itself: links, furniture, dates, bylines, captions."""
    text, count = draft.text, draft.at.words
    if symbols(text):
        draft.decide(BlockKind.BOILERPLATE, "text:symbols")
    elif related_line(text, count, rules):
        draft.decide(BlockKind.RELATED, "text:related-label")
    elif closing_credit(text, rules):
        draft.decide(BlockKind.BYLINE, "text:closing-credit")
    elif not date_line(draft, source, rules):
        if rights_credit(text, rules):
            draft.decide(BlockKind.CREDIT, "text:credit-line")
        elif furniture(text, count, rules):
            draft.decide(BlockKind.BOILERPLATE, "text:furniture")
        elif opened_byline(text, rules):
            draft.decide(BlockKind.BYLINE, "text:byline")
        else:
            caption(draft, source, rules)
            if draft.open and (at := trailing_credit(_raw(draft, source), rules)):
                draft.pieces = [
                    (BlockKind.PARAGRAPH, draft.at.span.start, "text:default"),
                    (BlockKind.BYLINE, draft.at.span.start + at, "text:closing-credit"),
                ]


def _raw(draft: Draft, source: str) -> str:
    return draft.at.span.of(source)


def related_line(text: str, count: int, rules: CleanRules) -> bool:
    """``Read: …``, ``[Read also: …]``; a weak label needs a title after it."""
    if count > 40:
        return False
    strong = rules.related.match(text)
    if strong:
        return strong.end() < len(text) or count <= 4
    weak = rules.related_weak.match(text)
    rest = text[weak.end() :] if weak else ""
    return bool(rest) and 3 <= len(rest.split()) <= 25 and not terminal(rest)


def furniture(text: str, count: int, rules: CleanRules) -> bool:
    """Notices, share buttons, menus, rights."""
    if rules.boilerplate_whole.fullmatch(text):
        return True
    if count > MAX_FURNITURE or any(mark in text for mark in "“”«»"):
        return False
    if rules.boilerplate_start.match(text) or rules.boilerplate_anywhere.search(text):
        return True
    parts = [part.strip().lower() for part in re.split(r"\s*[|·•]\s*|\s{2,}", text)]
    if len(parts) > 1 and any(rules.boilerplate_start.match(part) for part in parts):
        return True
    return len(parts) > 1 and sum(part in rules.menu for part in parts) * 2 >= len(parts)


def date_line(draft: Draft, source: str, rules: CleanRules) -> bool:
    """Split a line of date, author and notices into its parts. ``False`` where it is no such line."""
    if draft.at.words > MAX_DATE_LINE:
        return False
    raw = _raw(draft, source)
    dates = find_dates(raw, rules)
    if not dates:
        return False
    pieces = [_segment(raw, start, end, dates, rules) for start, end in _segments(raw, dates)]
    first = next((i for i, piece in enumerate(pieces) if piece[0] is BlockKind.DATELINE), None)
    if first is None or any(kind is None for kind, _, _ in pieces[:first]):
        return False
    loose = [raw[a:b] for (a, b), (kind, _, _) in zip(_segments(raw, dates), pieces, strict=True) if kind is None]
    if loose and (max(len(part.split()) for part in loose) > MAX_LOOSE or read_dateline(raw, rules)):
        return False
    start = draft.at.span.start
    draft.pieces = [(kind or BlockKind.BOILERPLATE, start + at, by) for kind, at, by in pieces]
    return True


def _segments(raw: str, dates: list[Dated]) -> list[tuple[int, int]]:
    """The parts between bars, dots and dashes; a separator inside a date does not part."""
    cuts = [m for m in _SEGMENT.finditer(raw) if not any(d.start < m.end() and m.start() < d.end for d in dates)]
    edges = [0, *[m.start() + 1 if m.group().startswith(".") else m.end() for m in cuts], len(raw)]
    return [(a, b) for a, b in itertools.pairwise(edges) if raw[a:b].strip()]


def _segment(
    raw: str, start: int, end: int, dates: list[Dated], rules: CleanRules
) -> tuple[BlockKind | None, int, str]:
    part = raw[start:end].strip(" |·•–—.")
    inside = [d for d in dates if start <= d.start and d.end <= end]
    if inside and _only_date(raw, start, end, inside, rules):
        return BlockKind.DATELINE, start, "text:date-line"
    name = 2 <= len(part.split()) <= 4 and named(part) and not inside and not any(c.isdigit() for c in part)
    if opened_byline(part, rules) or desk_byline(part, rules) or name:
        return BlockKind.BYLINE, start, "text:byline"
    if furniture(part, len(part.split()), rules):
        return BlockKind.BOILERPLATE, start, "text:furniture"
    return None, start, "text:date-line-rest"


def _only_date(raw: str, start: int, end: int, dates: list[Dated], rules: CleanRules) -> bool:
    """Whether nothing stands beside the dates but the words of a date line, and perhaps a place before them."""
    rest = list(raw[start:end])
    for dated in dates:
        rest[dated.start - start : dated.end - start] = " " * (dated.end - dated.start)
    left = _CLOCK_WORDS.sub(" ", "".join(rest))
    place = left[: dates[0].start - start].rstrip(" \u00a0")
    if place.endswith(",") and named(place) and len(words(place)) <= 4:
        left = left[len(place) :]
    left = rules.beside_date.sub(" ", left)
    return not words(left)


def caption(draft: Draft, source: str, rules: CleanRules) -> None:
    """Part a caption from its credit."""
    raw = _raw(draft, source)
    at = caption_parts(raw, rules)
    start = draft.at.span.start
    if at == 0:
        draft.decide(BlockKind.CREDIT, "text:credit-line")
    elif at is not None:
        draft.pieces = [
            (BlockKind.CAPTION, start, "text:caption-credit"),
            (BlockKind.CREDIT, start + at, "text:caption-credit"),
        ]
    elif rules.caption_label.match(draft.text) and not rules.related.match(draft.text) and draft.at.words <= 60:
        draft.decide(BlockKind.CAPTION, "text:caption-label")
    elif (at := unmarked_caption(raw, rules)) is not None:
        draft.pieces = [(BlockKind.CAPTION, start, "text:caption-unmarked")]
        if at < len(raw):
            draft.pieces.append((BlockKind.CREDIT, start + at, "text:caption-unmarked"))
