"""Whether a page says that it shows only a part of its report."""

from __future__ import annotations

from typing import Any

from accordingto.clean.dom import LINKED, prosy
from accordingto.clean.extract import AWAY
from accordingto.clean.marks import MARKED
from accordingto.clean.page import Page
from accordingto.clean.shapes import terminal
from accordingto.resources.cleaning import CleanRules

MAX_STUB = 1500
"""Characters of prose up to which a notice makes a page a stub: whole articles carry the same notices as advertisements."""
NOTICE = 400
"""Characters of a notice."""
MIN_SENTENCE = 25
"""Characters of a sentence of a stub."""
_CLOSED = frozenset({"false", "0", "no"})


def paywalled(page: Page, rules: CleanRules) -> bool:
    """Whether the page states so (schema.org's ``isAccessibleForFree``), or a notice stands under little text."""
    if _closed(page.article) or any(_closed(node) for node in page.nodes if node.get("cssSelector")):
        return True
    if any(value.lower() in ("locked", "metered", "premium") for value in page.meta.get("article:content_tier", [])):
        return any(value.lower() == "locked" for value in page.meta["article:content_tier"]) or _notice(page, rules)
    return _notice(page, rules)


def stub_of(page: Page, heading: int | None) -> list[str]:
    """The sentences after the headline of a page that shows hardly more: too few for the body to be told by its length."""
    found = []
    for segment in page.segments[(heading + 1) if heading is not None else 0 :]:
        beside = segment.marks & (AWAY | MARKED | {"header", "h1"})
        told = segment.linked <= LINKED and segment.size >= MIN_SENTENCE and terminal(segment.text)
        if told and not beside and not page.rules.paywall.search(segment.text):
            found.append(segment.text)
    return found


def _closed(node: dict[str, Any]) -> bool:
    stated = node.get("isAccessibleForFree")
    return stated is False or (isinstance(stated, str) and stated.strip().lower().rsplit("/", 1)[-1] in _CLOSED)


def _notice(page: Page, rules: CleanRules) -> bool:
    apart = frozenset({"furniture", "related", "comment"})
    prose = [s for s in page.segments if prosy(s) and not s.marks & apart]
    if sum(s.size for s in prose) > MAX_STUB + NOTICE:
        return False
    told = [s for s in page.segments if s.size <= NOTICE and rules.paywall.search(s.text)]
    return bool(told) and sum(s.size for s in prose if s not in told) <= MAX_STUB
