"""Scraped text that holds a part of its report only: cut in the middle, or closed by a notice to its readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.clean.shapes import terminal
from accordingto.model import Block, BlockKind
from accordingto.resources.cleaning import CleanRules

MAX_STUB = 1500
"""Characters of prose up to which a notice makes a text a stub, as on pages: whole reports carry the same as advertisements."""
MIN_CUT = 12
"""Words of a last paragraph that stops in the middle; a shorter one may be a signature or a heading."""
_ELLIPSIS = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|\[\+\d+ chars\]|(?<=\w)\s?(?:…|\.{3}))\W*$")
"""How feeds and interfaces end what they cut; behind a closing quotation mark it is the speaker's."""


def truncated(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the last paragraph stops in the middle of a sentence, or says that there is more."""
    last = next((block for block in reversed(blocks) if block.kind is BlockKind.PARAGRAPH), None)
    if last is None:
        return False
    words = last.span.of(text)
    if len(words.split()) >= MIN_CUT and _ELLIPSIS.search(words) and words.rstrip()[-1] not in "”\"'»":
        return True
    return last is blocks[-1] and not terminal(words) and len(words.split()) >= MIN_CUT


def walled(text: str, blocks: Sequence[Block], rules: CleanRules) -> bool:
    """Whether a notice that the rest is for subscribers stands by little prose."""
    notices = [block for block in blocks if rules.paywall.search(" ".join(block.span.of(text).split()))]
    if not notices:
        return False
    prose = sum(len(b.span) for b in blocks if b.kind is BlockKind.PARAGRAPH and b not in notices)
    return prose <= MAX_STUB
