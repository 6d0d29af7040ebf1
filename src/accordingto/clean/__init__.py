"""Bytes to `Report`: the text that is archived, its blocks, and what is known about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from accordingto.capture.sniff import DOCUMENTS
from accordingto.clean.decode import decode
from accordingto.clean.entries import timed
from accordingto.clean.languages import direction_of, language_of
from accordingto.clean.moments import machine_moment
from accordingto.clean.text import Cleaned, clean_text
from accordingto.clean.versions import DOCUMENT_EXTRACTION, HTML_EXTRACTION, TEXT_EXTRACTION
from accordingto.model import (
    BlockKind,
    Capture,
    EmptyInput,
    Field,
    Moment,
    Report,
    UsageError,
    content_id,
    text_sha256,
)
from accordingto.resources.cleaning import CleanRules, open_clean_rules

EXTRACTION = f"{TEXT_EXTRACTION} {HTML_EXTRACTION} {DOCUMENT_EXTRACTION}"
"""Versions of the cleaning. A change in what text or which blocks come out raises one of them."""
SHORT = 60
"""Words of body below which a report is flagged ``short``: too few for copies, stories and most chains."""

__all__ = ["DOCUMENT_EXTRACTION", "EXTRACTION", "HTML_EXTRACTION", "TEXT_EXTRACTION", "blocks_row", "report_of"]


def report_of(
    capture: Capture,
    *,
    outlet: str | None = None,
    published: str | None = None,
    title: str | None = None,
    rules: CleanRules | None = None,
    as_given: bool = False,
) -> Report:
    """Read a capture as a report.

    Args:
        capture: the bytes as they came.
        outlet: the outlet's name, where the caller knows it; wins over the page's.
        published: when it was published, ISO 8601 or a written English date; wins over the page's.
        title: its headline, where the caller knows it; wins over the page's.
        rules: the cleaning lexicons, where not the shipped ones.
        as_given: keep the characters as they are, also where they were certainly read wrongly before: for strings that a
            program hands over and counts offsets in. Bytes are repaired, see `decode`.

    Raises:
        InputError: where a document is damaged, encrypted or has no text.
        EmptyInput: where nothing but white space is left.
        NotAnArticle: where a page has no body of text.
        TooLarge: where a page has too much markup.
        UsageError: where ``published`` is no date.
    """
    rules = rules or open_clean_rules()
    where = capture.sightings[0].where if capture.sightings else capture.url or capture.id
    if capture.media_type in DOCUMENTS:
        cleaned, flags = _document(capture, rules, where)
    else:
        decoded = decode(capture, rules, repair=not as_given)
        if not decoded.text.strip():
            raise EmptyInput(f"{where} is empty: there is no text in it; check that it was saved or downloaded in full")
        cleaned, flags = _cleaned(capture, decoded.text, rules, where), decoded.flags
    if outlet:
        cleaned = replace(cleaned, outlet=Field(outlet, "given"))
    if published:
        cleaned = replace(cleaned, published=Field(_moment(published, rules), "given"))
    if title:
        cleaned = replace(cleaned, title=Field(title, "given"))
    return _report(capture, cleaned, flags, rules)


def _document(capture: Capture, rules: CleanRules, where: str) -> tuple[Cleaned, tuple[str, ...]]:
    """A PDF, Word or RTF document: its text is read out of it, and its own metadata fill in a missing headline."""
    from accordingto.clean.documents import document_of

    document = document_of(capture, where)
    if not document.text.strip():
        raise EmptyInput(f"{where} is empty: there is no text in it; check that it was saved in full")
    cleaned = _cleaned(capture, document.text, rules, where)
    extraction = f"{cleaned.extraction} {DOCUMENT_EXTRACTION}"
    return replace(cleaned, title=cleaned.title or document.title, extraction=extraction), document.flags


def _cleaned(capture: Capture, text: str, rules: CleanRules, where: str) -> Cleaned:
    if capture.media_type == "text/html":
        from accordingto.clean.html import clean_html

        seen = min((s.at for s in capture.sightings if s.at), default=None)
        return clean_html(text, rules, where=where, url=capture.url, seen=seen)
    url = Field(capture.url, "capture") if capture.url else None
    return replace(clean_text(text, rules), url=url)


def _report(capture: Capture, cleaned: Cleaned, flags: tuple[str, ...], rules: CleanRules) -> Report:
    """Put a report together. The address and a given outlet are part of its id: a reprint is a report of its own."""
    text, digest = cleaned.text, text_sha256(cleaned.text)
    prose = "\n".join(b.span.of(text) for b in cleaned.blocks if b.kind is BlockKind.PARAGRAPH)
    language = language_of(prose or text, rules)
    given = cleaned.outlet.value if cleaned.outlet and cleaned.outlet.read_from == "given" else ""
    return Report(
        id=content_id("report", digest, extra=[cleaned.url.value if cleaned.url else "", given]),
        capture=capture.id,
        text=text,
        text_sha256=digest,
        blocks=timed(
            cleaned.blocks,
            text,
            cleaned.published.value if cleaned.published else None,
            rules,
            updated=cleaned.updated.value if cleaned.updated else None,
        ),
        extraction=cleaned.extraction,
        title=cleaned.title,
        outlet=cleaned.outlet,
        url=cleaned.url,
        authors=cleaned.authors,
        published=cleaned.published,
        updated=cleaned.updated,
        place=cleaned.place,
        language=Field(language, "text:stop-words") if language else None,
        direction=direction_of(language),
        flags=(*flags, *cleaned.flags, *_flags(cleaned, prose, language)),
    )


def _flags(cleaned: Cleaned, prose: str, language: str | None) -> list[str]:
    tests = (
        ("truncated", cleaned.truncated),
        ("short", len(prose.split()) < SHORT),
        ("not-english", language not in (None, "en")),
        ("no-date", cleaned.published is None),
        ("no-headline", cleaned.title is None),
    )
    return [name for name, holds in tests if holds]


def _moment(published: str, rules: CleanRules) -> Moment:
    moment = machine_moment(published, rules)
    if moment is None:
        raise UsageError(f"{published!r} is no date that can be read; give it as 2024-05-31 or 2024-05-31T14:05+02:00")
    return moment


def blocks_row(report: Report) -> dict[str, Any]:
    """The report's blocks as the task ``blocks`` of the predict contract has them.

    Returns:
        ``blocks`` (``kind``, ``start``, ``end``); ``outlet``, ``published`` (ISO 8601) and ``title``, each may be null.
    """
    return {
        "blocks": [{"kind": b.kind.value, "start": b.span.start, "end": b.span.end} for b in report.blocks],
        "outlet": report.outlet.value if report.outlet else None,
        "published": report.published.value.iso if report.published else None,
        "title": report.title.value if report.title else None,
    }
