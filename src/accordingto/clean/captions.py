"""Captions of scraped lines that no bracket marks: a maker's name behind the last sentence, a date at the end, a rights sign."""

from __future__ import annotations

import re

from accordingto.clean.credits import MAX_CAPTION, MAX_CREDIT
from accordingto.clean.dates import find_dates
from accordingto.clean.shapes import count_words, named, terminal, words
from accordingto.resources.cleaning import CleanRules

MIN_CAPTION = 3
"""Words before a credit that make a caption."""
MIN_DATED = 5
MAX_DATED = 40
"""Words of a line that is a caption because it ends in a date and in no sentence."""
_SIGN = re.compile(r"(?:©|\(c\)|copyright)\s*:?\s*(?P<name>[^\W\d][^©]{2,60})$", re.I)
_SIGN_INSIDE = re.compile(r"\s(?:©|\(c\)|copyright)\s*:?\s*(?P<name>[^\W\d][^©]{2,60})$", re.I)
_BEHIND = re.compile(r"(?<=[.!?…。다])\s*(?P<name>[^.!?…。]{2,60})$")
_JOINED = re.compile(r"\b(?:for|via|of|at|by|par|von|de|für)\b", re.I)
_LABEL = re.compile(r"(?<=[\s.,|(\[–—-])(?=\w|©)")


def rights_credit(text: str, rules: CleanRules) -> bool:
    """``© Ola Bern/Northwire``, ``Copyright Ola Bern/AP``: who made a picture; an outlet's own notice has a year or no slash."""
    match = _SIGN.match(text)
    return match is not None and len(text.split()) <= MAX_CREDIT and _maker(match["name"], rules)


def unmarked_caption(text: str, rules: CleanRules) -> int | None:
    """Where the credit starts in a caption that `caption_parts` does not know; the text's length where it has none."""
    count = count_words(text)
    if not MIN_CAPTION < count <= MAX_CAPTION:
        return None
    for split in (_signed, _behind, _labelled):
        at = split(text, rules)
        if at is not None:
            return at
    return len(text) if _dated(text, count, rules) else None


def _signed(text: str, rules: CleanRules) -> int | None:
    match = _SIGN_INSIDE.search(text)
    if match is None or not _maker(match["name"], rules) or len(text[: match.start()].split()) < MIN_CAPTION:
        return None
    return match.start() + 1


def _behind(text: str, rules: CleanRules) -> int | None:
    """``… on the bridge. Ola Bern/AP`` and ``… on the bridge. Northwire``: a maker behind the last sentence."""
    match = _BEHIND.search(text)
    if match is None or terminal(text) or count_words(text[: match.start()]) < MIN_CAPTION:
        return None
    name = match["name"].strip()
    whole = rules.agencies.fullmatch(name) or rules.credit_words.fullmatch(name)
    slashed = "/" in name and _maker(name, rules)
    return match.start("name") if name and (slashed or whole) else None


def _labelled(text: str, rules: CleanRules) -> int | None:
    """``… Photo: Ola Bern for The Orra Post via Northwire``: a label, names, and what joins them."""
    for match in reversed(list(_LABEL.finditer(text))):
        label = rules.credit_label.match(text, match.start())
        if label is None or ":" not in label.group() or match.start() == 0:
            continue
        rest = _JOINED.sub(" ", text[label.end() :].rstrip(" .)]"))
        before = text[: match.start()].rstrip(" ([|–—-")
        if words(rest) and len(rest.split()) <= MAX_CREDIT and named(rest) and len(before.split()) >= MIN_CAPTION:
            return match.start()
    return None


def _maker(name: str, rules: CleanRules) -> bool:
    """Names with a slash between, the last an agency's or a credit word: ``Ola Bern/Northwire``; or such a name alone."""
    parts = [part.strip(" .") for part in re.split(r"[/|]", _JOINED.sub("/", name)) if part.strip(" .")]
    if not parts or any(
        len(part.split()) > 5 or not (named(part) or rules.credit_words.fullmatch(part)) for part in parts
    ):
        return False
    known = rules.agencies.fullmatch(parts[-1]) or rules.credit_words.fullmatch(parts[-1])
    return known is not None or (len(parts) > 1 and len(parts[-1].split()) <= 2)


def _dated(text: str, count: int, rules: CleanRules) -> bool:
    """A line without a sentence that ends in a day with its year."""
    if not MIN_DATED <= count <= MAX_DATED or terminal(text) or text[0] in '“"‘«':
        return False
    dates = find_dates(text, rules)
    last = dates[-1] if dates else None
    return last is not None and last.moment is not None and last.moment.date is not None and not words(text[last.end :])
