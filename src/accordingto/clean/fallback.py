"""Trafilatura's reading of a page, for pages where ours finds no body."""

from __future__ import annotations

import logging

from accordingto.clean.dom import SENTENCE
from accordingto.clean.page import Page
from accordingto.clean.shapes import terminal

MAX_TEXT = 2_000_000
"""Characters of visible text up to which trafilatura is asked; it takes more than linear time beyond."""
MAX_ELEMENTS = 60_000
"""Elements up to which it is asked; the largest page of the page-fields set has some 15,000."""
_SILENT = logging.NullHandler()


def extracted(page: Page) -> list[str]:
    """The sentences that trafilatura reads, favouring precision; none where it finds no body or the page is too large."""
    if page.elements > MAX_ELEMENTS or not sum(len(s.text) for s in page.segments) <= MAX_TEXT:
        return []
    from lxml import etree
    from trafilatura import bare_extraction

    # Its warnings about pages without text are our errors and flags already; unhandled they would reach stderr.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    try:
        document = bare_extraction(
            etree.tostring(page.tree, encoding="unicode", method="html"),
            favor_precision=True,
            include_comments=False,
            with_metadata=False,
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return []
    text = str(getattr(document, "text", "") or "")
    return [line for line in map(str.strip, text.split("\n")) if len(line) >= SENTENCE and terminal(line)]
