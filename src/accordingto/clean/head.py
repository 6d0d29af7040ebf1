"""The lines before the body: outlet and tagline, headline, standfirst, bare bylines, captions without a credit."""

from __future__ import annotations

import re

from accordingto.clean.body import BULLET
from accordingto.clean.bylines import bare_byline, bare_names
from accordingto.clean.datelines import read_dateline
from accordingto.clean.draft import Draft
from accordingto.clean.entries import STAMPS
from accordingto.clean.shapes import breadcrumb, capitals, named, prefixes, terminal, title_share, words
from accordingto.model import BlockKind
from accordingto.resources.cleaning import CleanRules

MAX_HEAD = 14
"""Paragraphs among which the body starts."""
MAX_HEADLINE = 30
TITLE_CASE = 0.75
"""Share of capitalised words from which a first line with a full stop is a headline in title case."""
MIN_ITEM = 4
"""Words of a point of a list, the bullet among them; shorter ones are a menu."""
MAX_POINTS = 6
"""Points of a list that stands for a standfirst."""
ECHO = 0.6
"""Share of a first line's content words that the next two paragraphs repeat, from which it is their headline."""
CONTRAST = 0.3
"""How much more of the next line's content words than of a tagline's the body repeats."""
NAMELESS_CONTRAST = 0.15
"""The same where the first line names nobody and the next one does."""
LABELLED = 5
"""Words of a line from which a single word above it is its section, not the headline."""
LEAD = 4
"""First body paragraphs, in which a headline's words come back."""
_NAME_END = re.compile(r"\s+[|–—·>»›/-]\s+|\s*\|\s*")


def body_start(drafts: list[Draft], rules: CleanRules) -> int:
    """Index of the first body paragraph.

    Before it stand date line and byline: a body-shaped paragraph that a date line still follows is a standfirst.
    """
    entry = next((i for i, draft in enumerate(drafts) if draft.by in STAMPS), len(drafts))
    return min(entry, _prose_start(drafts, rules))


def _prose_start(drafts: list[Draft], rules: CleanRules) -> int:
    after = next((i + 1 for i, draft in enumerate(drafts) if draft.kind is BlockKind.HEADLINE), 0)
    shaped = [i for i, draft in enumerate(drafts) if i >= after and draft.looks_body()]
    if not shaped:
        low = max(1, after)
        shaped = [i for i, d in enumerate(drafts) if i >= low and d.open and terminal(d.text) and d.at.words >= 4]
    if not shaped:
        return min(max(1, after), len(drafts) - 1)
    first = shaped[0]
    if len(shaped) > 1 and first < MAX_HEAD and _headline_with_stop(drafts, first, rules):
        first = shaped[1]
    listed = next((i for i in range(after, min(first, len(drafts) - 1)) if _list(drafts, i)), None)
    if listed is not None and listed > 0 and not _summary(drafts, listed):
        return listed
    for later in (i for i in shaped if i > first):
        between = range(first + 1, later)
        if (
            later <= MAX_HEAD
            and any(_marks_head(drafts[i], rules) for i in between)
            and all(not drafts[i].open or bare_names(drafts[i].text, rules) or drafts[i].at.words <= 1 for i in between)
        ):
            first = later
            continue
        break
    return first


def _listed(draft: Draft) -> bool:
    return draft.open and BULLET.match(draft.text) is not None


def _list(drafts: list[Draft], index: int) -> bool:
    """Whether two points of a list stand here; short ones alone are a menu."""
    pair = drafts[index : index + 2]
    return all(_listed(draft) for draft in pair) and max(draft.at.words for draft in pair) >= MIN_ITEM


def _summary(drafts: list[Draft], first: int) -> bool:
    """Whether the points of a list above the body sum it up: few, no heading over them, and prose right after them."""
    if drafts[first - 1].open and any(draft.open for draft in drafts[: first - 1]):
        return False
    after = next((i for i in range(first, len(drafts)) if drafts[i].open and not _listed(drafts[i])), len(drafts))
    following = [draft for draft in drafts[after:] if draft.open][:2]
    return after - first <= MAX_POINTS and len(following) == 2 and all(terminal(d.text) for d in following)


def _marks_head(draft: Draft, rules: CleanRules) -> bool:
    return draft.by in ("text:date-line", "text:byline") or (draft.open and bare_names(draft.text, rules))


def _headline_with_stop(drafts: list[Draft], index: int, rules: CleanRules) -> bool:
    """Whether a first line that ends in a full stop is a headline all the same."""
    draft = drafts[index]
    if any(d.open for d in drafts[:index]) or draft.at.words > 25 or re.search(r"[.!?]\s", draft.text):
        return False
    following = [d for d in drafts[index + 1 :] if d.open][:2]
    if not following or read_dateline(draft.text, rules) or draft.at.words >= following[0].at.words:
        return False
    own = prefixes(draft.text, rules.stopwords["en"])
    echoed = own & prefixes(" ".join(d.text for d in following), rules.stopwords["en"])
    return (
        title_share(draft.text) >= TITLE_CASE
        or len(echoed) >= ECHO * max(3, len(own))
        or read_dateline(following[0].text, rules) is not None
    )


def judge_head(drafts: list[Draft], start: int, rules: CleanRules) -> None:
    """Decide every open line before the body."""
    head = drafts[:start]
    for draft in head:
        if draft.open and breadcrumb(draft.text):
            draft.decide(BlockKind.BOILERPLATE, "text:breadcrumb")
    echo = _Echo(drafts[start:], rules)
    candidates = [d for d in head if d.open]
    if any(draft.kind is BlockKind.HEADLINE for draft in head):
        for draft in candidates:
            _below_headline(draft, head, rules)
        return
    while len(candidates) > 1 and (by := _above_headline(candidates[0], candidates[1], echo, rules)):
        candidates.pop(0).decide(BlockKind.BOILERPLATE, by)
    if candidates and _tagline(candidates[0].text, rules):
        candidates.pop(0).decide(BlockKind.BOILERPLATE, "text:tagline")
    if candidates and candidates[0].at.words <= MAX_HEADLINE + 10:
        candidates.pop(0).decide(BlockKind.HEADLINE, "text:headline")
    for draft in candidates:
        _below_headline(draft, head, rules)


class _Echo:
    """How much of a line's content words the lead repeats."""

    def __init__(self, body: list[Draft], rules: CleanRules) -> None:
        self._stop = rules.stopwords["en"]
        lead = [d.text for d in body if d.open][:LEAD]
        self._body = prefixes(" ".join(lead), self._stop)

    def shared(self, text: str) -> int:
        return len(prefixes(text, self._stop) & self._body)

    def __call__(self, text: str) -> float:
        own = prefixes(text, self._stop)
        return len(own & self._body) / len(own) if own else 0.0


def _above_headline(draft: Draft, following: Draft, echo: _Echo, rules: CleanRules) -> str | None:
    """The rule by which a first line is an outlet's name, tagline or section, not the headline."""
    text = draft.text
    if _tagline(text, rules):
        return "text:tagline"
    if draft.at.words == 1 and following.at.words >= LABELLED:
        return "text:section"
    name = masthead_name(text)
    if name and name != text and rules.boilerplate_whole.fullmatch(_NAME_END.split(text, maxsplit=1)[1]):
        return "text:masthead"
    if name and (name != text or draft.at.words < following.at.words) and echo(text) < 0.5:
        return "text:masthead"
    longer = following.at.words > draft.at.words + (3 if named(following.text) else 0) and following.at.words > 3
    if name and name == text and longer and (draft.at.words <= 3 or capitals(text)):
        return "text:masthead"
    plain = draft.at.words <= 12 and not terminal(text) and following.at.words <= 18
    if re.search(r"[.!?]\s", following.text):
        return None
    gap = NAMELESS_CONTRAST if not _inner_capitals(text) and _inner_capitals(following.text) > 1 else CONTRAST
    shared = echo.shared(text)
    if plain and following.at.words >= 4 and shared <= 1 and echo(following.text) >= echo(text) + gap:
        return "text:tagline"
    return None


def _inner_capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in words(text)[1:])


def _tagline(text: str, rules: CleanRules) -> bool:
    return len(text.split()) <= 16 and rules.tagline.search(text) is not None


def masthead_name(text: str) -> str | None:
    """The outlet's name in ``Orra Post``, ``ORRA POST | World``, ``Orra Post — gulf news``; ``None`` for others."""
    name = _NAME_END.split(text, maxsplit=1)[0].strip()
    limit = 5 if name != text else 4
    counted = words(name)
    if (
        not 0 < len(counted) <= limit
        or any(char.isdigit() for char in name)
        or terminal(name)
        or ":" in text
        or "," in name
    ):
        return None
    rest = text[len(name) :]
    if len(rest.split()) > 10:
        return None
    return name if named(name) or capitals(name) else None


def _below_headline(draft: Draft, head: list[Draft], rules: CleanRules) -> None:
    at = next(i for i, other in enumerate(head) if other is draft)
    beside = [head[i] for i in (at - 1, at + 1) if 0 <= i < len(head)]
    dated = any(other.by in ("text:date-line", "text:byline") for other in beside)
    after_date = any(other.by == "text:date-line" for other in head[:at])
    if bare_byline(draft.text, rules) and (dated or rules.desks.search(draft.text)):
        draft.decide(BlockKind.BYLINE, "text:bare-byline")
    elif bare_names(draft.text, rules):
        draft.decide(BlockKind.BYLINE, "text:bare-name")
    elif rules.caption_cue.search(draft.text) or (
        after_date and at == len(head) - 1 and draft.at.words >= 6 and not terminal(draft.text) and find_day(draft.text)
    ):
        draft.decide(BlockKind.CAPTION, "text:caption-cue")
    elif not terminal(draft.text) and draft.at.words <= 6 and after_date:
        draft.decide(BlockKind.SUBHEAD, "text:subhead")
    elif draft.at.words >= 3:
        draft.decide(BlockKind.STANDFIRST, "text:standfirst")
    else:
        draft.decide(BlockKind.BOILERPLATE, "text:label")


def find_day(text: str) -> bool:
    """Whether a year is named near a line's end, as captions do."""
    return re.search(r"\b(?:19|20)\d\d\W*$", text) is not None
