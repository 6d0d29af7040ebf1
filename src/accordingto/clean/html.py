"""HTML to blocks and fields. The archived text is composed here: blocks in page order, blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from accordingto.clean.compose import Composed, compose, parts_of
from accordingto.clean.dom import size_of
from accordingto.clean.extract import body_segments
from accordingto.clean.fallback import extracted
from accordingto.clean.headings import Names, read_names
from accordingto.clean.liveblog import entries
from accordingto.clean.outlets import address, outlet
from accordingto.clean.page import Page, parse_page
from accordingto.clean.pagedates import published, updated
from accordingto.clean.parts import Part
from accordingto.clean.paywalls import paywalled, stub_of
from accordingto.clean.shapes import key_of
from accordingto.clean.text import Cleaned
from accordingto.clean.versions import HTML_EXTRACTION
from accordingto.clean.writers import authors
from accordingto.model import Block, BlockKind, Field, Moment, NotAnArticle, Span, TooLarge
from accordingto.resources.cleaning import CleanRules

MAX_MARKUP = 24_000_000
"""Characters of markup read: a page of 20 MB takes some seconds, and no report needs as much."""
MIN_BODY = 140
"""Characters of body below which a page is no article: shorter ones are notices and consent dialogs."""
MIN_STUB = 30
"""The same for a page that says itself that it shows a part only."""


def clean_html(
    markup: str, rules: CleanRules, *, where: str, url: str | None = None, seen: str | None = None
) -> Cleaned:
    """The archived text of a page, its blocks and fields.

    Args:
        markup: the page.
        rules: the cleaning lexicons.
        where: what to call it in errors.
        url: the address that it was fetched from.
        seen: when it was fetched, ISO 8601: no date after it is the report's.

    Raises:
        TooLarge: where there is more markup than `MAX_MARKUP`.
        NotAnArticle: where no body of text is found.
    """
    if len(markup) > MAX_MARKUP:
        raise TooLarge(f"{where} has {len(markup) / 1e6:.0f} MB of markup; save the article alone, or give its text")
    page = parse_page(markup, where, rules)
    names = read_names(page)
    walled = paywalled(page, rules)
    composed = _composed(page, names, rules, walled=walled)
    if composed is None:
        raise NotAnArticle(
            f"{where} has no body of text: it may be a front page, a video or a page filled by scripts; "
            "give the article's page or its text"
        )
    cleaned = _cleaned(page, names, composed, rules, seen=seen, url=url)
    flags = ("paywall",) if walled else ()
    return replace(cleaned, url=address(page, url), truncated=_cut_off(markup), flags=flags)


def _composed(page: Page, names: Names, rules: CleanRules, *, walled: bool) -> Composed | None:
    title = names.title.value if names.title else None
    least = MIN_STUB if walled else MIN_BODY
    for parts in _readings(page, names, title, walled=walled):
        if _body_size(parts) >= least:
            return compose(parts, rules)
    return None


def _readings(page: Page, names: Names, title: str | None, *, walled: bool) -> Iterator[list[Part]]:
    """The parts of a page as read from its markup; where that holds no body, as others give it."""
    live = entries(page, page.rules)
    body, common = body_segments(page, names.heading, live=live)
    yield parts_of(page, body, common, names, live)
    raw = page.article.get("articleBody")
    yield _as_given(_lines(raw if isinstance(raw, str) else ""), title, "json-ld:articleBody")
    if walled:
        yield _as_given(stub_of(page, names.heading), title, "html:stub")
    yield _as_given(extracted(page), title, "trafilatura")


def _body_size(parts: list[Part]) -> int:
    return sum(size_of(text) for kind, text, *_ in parts if kind is BlockKind.PARAGRAPH)


def _lines(text: str) -> list[str]:
    """The paragraphs of a body as JSON-LD gives it, for pages whose scripts fill in the visible one."""
    return [" ".join(re.sub(r"<[^>]+>", " ", p).split()) for p in re.split(r"\s*\n\s*|</p>", text)]


def _as_given(paragraphs: list[str], title: str | None, by: str) -> list[Part]:
    parts = [Part(BlockKind.PARAGRAPH, text, by) for text in paragraphs if text]
    return ([Part(BlockKind.HEADLINE, title, "html:title")] if title else []) + parts


def _cleaned(
    page: Page, names: Names, composed: Composed, rules: CleanRules, *, seen: str | None, url: str | None
) -> Cleaned:
    title = names.title
    headline = next((b for b in composed.blocks if b.kind is BlockKind.HEADLINE), None)
    if title and headline and key_of(headline.span.of(composed.text)) == key_of(title.value):
        title = Field(title.value, title.read_from, headline.span)
    stated = published(page, rules, heading=names.heading, seen=seen, url=url)
    changed = updated(page, rules, seen=seen)
    place, moment = _dateline(composed)
    return Cleaned(
        text=composed.text,
        extraction=HTML_EXTRACTION,
        blocks=composed.blocks,
        title=title,
        outlet=outlet(page),
        authors=_placed(authors(page, names.heading, names.site, rules), composed),
        published=stated or moment,
        updated=changed if changed and (stated is None or changed.value != stated.value) else None,
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
