"""HTML to blocks and fields. The archived text is composed here: blocks in page order, blank lines between."""

from __future__ import annotations

import re
from dataclasses import replace

from accordingto.clean import fields
from accordingto.clean.compose import Composed, compose, parts_of
from accordingto.clean.extract import body_segments, extracted, key_of
from accordingto.clean.page import Page, parse_page
from accordingto.clean.text import Cleaned
from accordingto.clean.versions import HTML_EXTRACTION
from accordingto.model import Block, BlockKind, Field, Moment, NotAnArticle, Span, TooLarge
from accordingto.resources.cleaning import CleanRules

MAX_MARKUP = 24_000_000
"""Characters of markup read: a page of 20 MB takes some seconds, and no report needs as much."""
MIN_BODY = 140
"""Characters of body below which a page is no article: shorter ones are notices and consent dialogs."""


def clean_html(markup: str, rules: CleanRules, *, where: str, url: str | None = None) -> Cleaned:
    """The archived text of a page, its blocks and fields.

    Raises:
        TooLarge: where there is more markup than `MAX_MARKUP`.
        NotAnArticle: where no body of text is found.
    """
    if len(markup) > MAX_MARKUP:
        raise TooLarge(f"{where} has {len(markup) / 1e6:.0f} MB of markup; save the article alone, or give its text")
    page = parse_page(markup, where, rules)
    composed = _composed(page, rules)
    if composed is None:
        raise NotAnArticle(
            f"{where} has no body of text: it may be a front page, a video or a page filled by scripts; "
            "give the article's page or its text"
        )
    return replace(_cleaned(page, composed, rules), url=fields.address(page, url), truncated=_cut_off(markup))


def _composed(page: Page, rules: CleanRules) -> Composed | None:
    body, common = body_segments(page, extracted(page))
    title = fields.title(page)
    parts = parts_of(page, body, common, title.value if title else None)
    if _body_size(parts) < MIN_BODY:
        parts = _from_json(page, title.value if title else None)
    if _body_size(parts) < MIN_BODY:
        return None
    return compose(parts, rules)


def _body_size(parts: list[tuple[BlockKind, str, str]]) -> int:
    return sum(len(text) for kind, text, _ in parts if kind is BlockKind.PARAGRAPH)


def _from_json(page: Page, title: str | None) -> list[tuple[BlockKind, str, str]]:
    """The body as JSON-LD gives it, for pages whose scripts fill in the visible one."""
    raw = page.article.get("articleBody")
    text = raw if isinstance(raw, str) else ""
    paragraphs = [" ".join(re.sub(r"<[^>]+>", " ", p).split()) for p in re.split(r"\s*\n\s*|</p>", text)]
    parts = [(BlockKind.PARAGRAPH, p, "json-ld:articleBody") for p in paragraphs if p]
    return ([(BlockKind.HEADLINE, title, "html:title")] if title else []) + parts


def _cleaned(page: Page, composed: Composed, rules: CleanRules) -> Cleaned:
    title = fields.title(page)
    headline = next((b for b in composed.blocks if b.kind is BlockKind.HEADLINE), None)
    if title and headline and key_of(headline.span.of(composed.text)) == key_of(title.value):
        title = Field(title.value, title.read_from, headline.span)
    published = fields.published(page, rules)
    updated = fields.updated(page, rules)
    place, moment = _dateline(composed)
    return Cleaned(
        text=composed.text,
        extraction=HTML_EXTRACTION,
        blocks=composed.blocks,
        title=title,
        outlet=fields.outlet(page),
        authors=_placed(fields.authors(page), composed),
        published=published or moment,
        updated=updated if updated and (published is None or updated.value != published.value) else None,
        place=place,
    )


def _dateline(composed: Composed) -> tuple[Field[str] | None, Field[Moment] | None]:
    if composed.dateline is None:
        return None, None
    at, found = composed.dateline
    span = Span(at + found.place[0], at + found.place[1]) if found.place else None
    place = Field(span.of(composed.text), "text:dateline", span) if span else None
    return place, Field(found.moment, "text:dateline", Span(at, at + found.end)) if found.moment else None


def _placed(authors: tuple[Field[str], ...], composed: Composed) -> tuple[Field[str], ...]:
    """Give authors their span where a byline of the archived text names them."""
    bylines = [b for b in composed.blocks if b.kind is BlockKind.BYLINE]
    return tuple(_in_byline(author, bylines, composed.text) for author in authors)


def _in_byline(author: Field[str], bylines: list[Block], text: str) -> Field[str]:
    for block in bylines:
        at = text.find(author.value, block.span.start, block.span.end)
        if at >= 0:
            return Field(author.value, author.read_from, Span(at, at + len(author.value)))
    return author


def _cut_off(markup: str) -> bool:
    """Whether a page stops before its end: it opened ``body`` or ``html`` and closed neither."""
    end = markup[-4000:].lower()
    opened = re.search(r"<(?:html|body)[\s>]", markup[:200_000], re.I)
    return bool(opened) and "</body" not in end and "</html" not in end
