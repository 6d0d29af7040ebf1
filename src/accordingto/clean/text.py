"""Plain text to blocks and fields. The report's text is the given text: nothing is dropped, nothing changed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accordingto.clean.body import (
    body_dateline,
    captions_above_credits,
    entry_times,
    link_lists,
    subheads,
)
from accordingto.clean.bylines import author_names, opened_byline
from accordingto.clean.datelines import Dateline
from accordingto.clean.dates import find_dates
from accordingto.clean.draft import Draft, blocks_of, judge_alone
from accordingto.clean.head import body_start, judge_head, masthead_name
from accordingto.clean.paragraphs import paragraphs
from accordingto.clean.repeats import headline_again, recurring
from accordingto.clean.shapes import named
from accordingto.clean.stubs import truncated, walled
from accordingto.clean.tail import tail
from accordingto.clean.versions import TEXT_EXTRACTION
from accordingto.model import Block, BlockKind, Field, Moment, Span
from accordingto.resources.cleaning import CleanRules

_RIGHTS = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?,?\s+)?(?P<after>[^\W\d][^.|,;©]{1,50})",
    re.I,
)
_RIGHTS_BEFORE = re.compile(r"(?:^|[|·]\s*)(?P<before>[^|·©]{2,50}?)\s+©\s*(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The archived text, its blocks and fields, before they become a `Report`."""

    text: str
    extraction: str
    blocks: tuple[Block, ...]
    url: Field[str] | None = None
    title: Field[str] | None = None
    outlet: Field[str] | None = None
    authors: tuple[Field[str], ...] = ()
    published: Field[Moment] | None = None
    updated: Field[Moment] | None = None
    place: Field[str] | None = None
    truncated: bool = False
    flags: tuple[str, ...] = ()


def clean_text(text: str, rules: CleanRules) -> Cleaned:
    """Blocks and fields of a plain text. Blocks never overlap, stand in order, and with white space are the text."""
    drafts = [Draft(paragraph) for paragraph in paragraphs(text)]
    if not drafts:
        return Cleaned(text, TEXT_EXTRACTION, ())
    for draft in drafts:
        judge_alone(draft, text, rules)
    entry_times(drafts, text, rules)
    recurring(drafts)
    headline_again(drafts)
    link_lists(drafts, rules)
    captions_above_credits(drafts, rules)
    start = body_start(drafts, rules)
    if len(drafts) > 1:
        judge_head(drafts, start, rules)
    dateline = body_dateline(drafts, start, text, rules)
    subheads(drafts, start)
    tail(drafts, start, rules)
    return _fields(text, drafts, dateline, rules)


def _fields(text: str, drafts: list[Draft], dateline: tuple[Draft, Dateline] | None, rules: CleanRules) -> Cleaned:
    blocks = blocks_of(text, drafts)
    published, updated = _moments(text, blocks, dateline, rules)
    headline = next((b for b in blocks if b.kind is BlockKind.HEADLINE), None)
    return Cleaned(
        text=text,
        extraction=TEXT_EXTRACTION,
        blocks=blocks,
        title=_stated(text, headline.span, "text:headline") if headline else None,
        outlet=_outlet(text, blocks, dateline),
        authors=_authors(text, blocks, rules),
        published=published,
        updated=updated,
        place=_dateline_part(text, dateline, "place"),
        truncated=truncated(text, blocks),
        flags=("paywall",) if walled(text, blocks, rules) else (),
    )


def _stated(text: str, span: Span, read_from: str) -> Field[str]:
    return Field(" ".join(span.of(text).split()), read_from, span)


def _dateline_part(text: str, dateline: tuple[Draft, Dateline] | None, name: str) -> Field[str] | None:
    part: tuple[int, int] | None = getattr(dateline[1], name) if dateline else None
    if dateline is None or part is None:
        return None
    at = dateline[0].at.span.start
    return _stated(text, Span(at + part[0], at + part[1]), "text:dateline")


def _moments(
    text: str, blocks: tuple[Block, ...], dateline: tuple[Draft, Dateline] | None, rules: CleanRules
) -> tuple[Field[Moment] | None, Field[Moment] | None]:
    """Publication and update, from date lines first, then the dateline, then dates in the furniture of the head.

    A report that states only when it was updated is dated by that, and ``read_from`` says so.
    """
    published: Field[Moment] | None = None
    updated: Field[Moment] | None = None
    for block in (b for b in blocks if b.by == "text:date-line" and b.kind is BlockKind.DATELINE):
        for moment, span, is_update in _dates_in(text, block, rules):
            if is_update:
                updated = updated or Field(moment, "text:date-line", span)
            else:
                published = published or Field(moment, "text:date-line", span)
    if published is None and dateline and dateline[1].moment:
        at = dateline[0].at.span.start
        published = Field(dateline[1].moment, "text:dateline", Span(at, at + dateline[1].end))
    if published is None and updated is not None:
        published = Field(updated.value, "text:update-line", updated.span)
    published = published or _newest_entry(text, blocks, rules)
    return published or _head_date(text, blocks, rules), updated


def _newest_entry(text: str, blocks: tuple[Block, ...], rules: CleanRules) -> Field[Moment] | None:
    """The newest entry of a live blog whose stamps have days: the last time that is known to have been written."""
    stamps = [block for block in blocks if block.by == "text:entry-time"]
    dated = [(m, span) for block in stamps for m, span, _ in _dates_in(text, block, rules) if m.date]
    newest = max(dated, key=lambda one: one[0].local, default=None)
    return Field(newest[0], "text:entry-time", newest[1]) if newest else None


def _dates_in(text: str, block: Block, rules: CleanRules) -> list[tuple[Moment, Span, bool]]:
    inside = block.span.of(text)
    found = []
    for dated in find_dates(inside, rules):
        if dated.moment:
            span = Span(block.span.start + dated.start, block.span.start + dated.end)
            found.append((dated.moment, span, rules.updated.search(inside[: dated.start]) is not None))
    return found


def _head_date(text: str, blocks: tuple[Block, ...], rules: CleanRules) -> Field[Moment] | None:
    """A full date in a notice or byline above the body."""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return None
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.BYLINE):
            for moment, span, _ in _dates_in(text, block, rules):
                if moment.date:
                    return Field(moment, "text:head", span)
    return None


def _outlet(text: str, blocks: tuple[Block, ...], dateline: tuple[Draft, Dateline] | None) -> Field[str] | None:
    """The outlet by its masthead, its rights notice, or the agency of the dateline."""
    for block in blocks:
        if block.by == "text:masthead" or (block is blocks[0] and block.by in ("text:breadcrumb", "text:tagline")):
            name = masthead_name(block.span.of(text))
            if name and (block.by == "text:masthead" or name != block.span.of(text)):
                return Field(
                    " ".join(name.split()), "text:masthead", Span(block.span.start, block.span.start + len(name))
                )
    for block in (b for b in blocks if b.kind is BlockKind.BOILERPLATE):
        inside = block.span.of(text)
        for pattern, group in ((_RIGHTS, "after"), (_RIGHTS_BEFORE, "before")):
            match = pattern.search(inside)
            name = match[group].strip() if match else ""
            if match and named(name) and len(name.split()) <= 5 and not name.lower().startswith("all rights"):
                start = block.span.start + match.start(group)
                return _stated(text, Span(start, start + len(match[group].rstrip())), "text:rights")
    return _dateline_part(text, dateline, "agency")


def _authors(text: str, blocks: tuple[Block, ...], rules: CleanRules) -> tuple[Field[str], ...]:
    """The names of bylines above the body that open with ``By``."""
    found: list[Field[str]] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            break
        if block.kind is BlockKind.BYLINE and (part := opened_byline(block.span.of(text), rules)):
            start = block.span.start + part[0]
            names = text[start : block.span.start + part[1]]
            found.extend(_stated(text, Span(start + a, start + b), "text:byline") for a, b in author_names(names))
    return tuple(found)
