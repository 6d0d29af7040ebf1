"""The body: live-blog times, datelines, lists of links, captions above their credits, subheads."""

from __future__ import annotations

import itertools
import re

from accordingto.clean.credits import slashed_names
from accordingto.clean.datelines import Dateline, read_dateline
from accordingto.clean.dates import find_dates
from accordingto.clean.draft import Draft
from accordingto.clean.shapes import capitals, terminal, title_share
from accordingto.model import BlockKind
from accordingto.resources.cleaning import CleanRules

MIN_ENTRIES = 2
"""Clock times at paragraph starts from which a text is a live blog."""
MAX_SUBHEAD = 14
LONG_SUBHEAD = 20
"""Words of a subhead right above a paragraph of prose."""
MAX_TOLD = 40
"""Words of a caption in full sentences that stands over its credit; a longer one is the report's paragraph."""
MAX_LINK = 25
"""Words of a link to another report."""
MIN_TITLED = 4
TITLED = 0.9
"""Share of capitalised words from which a line of so many words is a subhead although it ends in a full stop."""
DATELINE_REACH = 3
"""Body paragraphs among which a dateline may stand."""
_ENTRY = re.compile(
    r"(?:(?:posted|published|updated|entry)(?: at)?\s*:?\s+)?[(\[]?"
    r"(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d)(?:\s?[ap]\.?m\.?)?(?:\s+(?:GMT|UTC|CET|CEST|MSK|EET|EEST|EST|EDT|BST|IST|local(?: time)?)\b)?"
    r"[)\]]?(?:\s*[|–—-](?=\s))?(?=$|\s)",
    re.I,
)
_AGO = re.compile(
    r"(?:posted|published|updated)?\s*\d{1,3}\s?(?:s|m|h|d|secs?|mins?|hrs?|seconds?|minutes?|hours?|days?)\s+ago"
    r"|(?:vor|il y a|hace|há) \d{1,3} \w+|قبل \d{1,3} \w+",
    re.I,
)
BULLET = re.compile(r"[•●▪■◦‣*–—-]\s")


def entry_times(drafts: list[Draft], source: str, rules: CleanRules) -> None:
    """Cut the clock time off the entries of a live blog; ages of entries and dates with a time are stamps of theirs too."""
    _dated_entries(drafts, source, rules)
    _ages(drafts)
    found = [
        (d, m) for d in drafts if (d.open or d.by == "text:date-line") and (m := _ENTRY.match(d.at.span.of(source)))
    ]
    whole = [d for d, m in found if m.end() == len(d.at.span)]
    if len(found) < MIN_ENTRIES or (
        len(found) < 3 and not whole and not all(_capital_after(d, m, source) for d, m in found)
    ):
        return
    for draft, match in found:
        start = draft.at.span.start
        rest = draft.at.span.of(source)[match.end() :].strip()
        draft.pieces = [(BlockKind.DATELINE, start, "text:entry-time")]
        if rest:
            short = len(rest.split()) <= MAX_SUBHEAD and not terminal(rest)
            kind, by = (BlockKind.SUBHEAD, "text:subhead") if short else (BlockKind.PARAGRAPH, "text:default")
            draft.pieces.append((kind, start + match.end(), by))


def _dated_entries(drafts: list[Draft], source: str, rules: CleanRules) -> None:
    """Date lines with a clock time below the first prose, where there are several: each opens an entry."""
    prose = next((i for i, draft in enumerate(drafts) if draft.looks_body()), len(drafts))
    stamps = [draft for draft in drafts[prose + 1 :] if draft.by == "text:date-line" and _moment(draft, source, rules)]
    if len(stamps) >= MIN_ENTRIES:
        for draft in stamps:
            draft.decide(BlockKind.DATELINE, "text:entry-time")


def _moment(draft: Draft, source: str, rules: CleanRules) -> bool:
    """Whether a whole line is one moment with its time of day."""
    dates = find_dates(draft.at.span.of(source), rules)
    return (
        len(dates) == 1 and dates[0].moment is not None and len(dates[0].moment.local) > 10 and len(draft.pieces) == 1
    )


def _ages(drafts: list[Draft]) -> None:
    """``2h ago`` over entries, where there are several: when that was the text does not say."""
    ages = [draft for draft in drafts if draft.open and _AGO.fullmatch(draft.text)]
    if len(ages) >= MIN_ENTRIES:
        for draft in ages:
            draft.decide(BlockKind.DATELINE, "text:entry-age")


def _capital_after(draft: Draft, match: re.Match[str], source: str) -> bool:
    rest = draft.at.span.of(source)[match.end() :].strip()
    return rest[:1].isupper() or rest[:1] in "“\"‘'«"


def body_dateline(drafts: list[Draft], start: int, source: str, rules: CleanRules) -> tuple[Draft, Dateline] | None:
    """Cut the dateline off the first body paragraph that has one, and say what it states."""
    for draft in [d for d in drafts[start:] if d.open][:DATELINE_REACH]:
        found = read_dateline(draft.at.span.of(source), rules)
        if found:
            at = draft.at.span.start
            draft.pieces = [
                (BlockKind.DATELINE, at, "text:dateline"),
                (BlockKind.PARAGRAPH, at + found.end, "text:default"),
            ]
            return draft, found
    return None


def link_lists(drafts: list[Draft], rules: CleanRules) -> None:
    """A line such as ``Related stories`` and the titles under it."""
    listing = False
    for draft in drafts:
        if rules.related_header.fullmatch(draft.text) and (
            draft.open or draft.kind in (BlockKind.RELATED, BlockKind.BOILERPLATE)
        ):
            draft.decide(BlockKind.RELATED, "text:related-list")
            listing = True
        elif listing and draft.open and _title_like(draft):
            draft.decide(BlockKind.RELATED, "text:related-list")
        elif draft.kind not in (BlockKind.RELATED, BlockKind.DATELINE):
            listing = False


def _title_like(draft: Draft) -> bool:
    text = BULLET.sub("", draft.text, count=1)
    return len(text.split()) <= MAX_LINK and (not terminal(text) or (text.endswith("?") and len(text.split()) <= 16))


def captions_above_credits(drafts: list[Draft], rules: CleanRules) -> None:
    """A line without a sentence's end right above a credit is its caption."""
    for draft, following in itertools.pairwise(drafts):
        plain = draft.open and following.open and draft.at.words >= 6 and not terminal(draft.text)
        if (
            plain
            and slashed_names(following.text)
            and not capitals(following.text)
            and not rules.tagline.search(draft.text)
        ):
            following.decide(BlockKind.CREDIT, "text:credit-line")
        if (
            following.by == "text:credit-line"
            and draft.open
            and (draft.at.words >= 4 or _labelled_below(draft, following))
        ):
            near = not terminal(draft.text) or (not following.at.blank and draft.at.words <= MAX_TOLD)
            if near and draft.at.words <= 60 and not draft.text.endswith("?"):
                draft.decide(BlockKind.CAPTION, "text:above-credit")


def _labelled_below(draft: Draft, credit: Draft) -> bool:
    """Whether a few words stand over a credit with a label: ``The mill bridge`` over ``Photo: Ola Bern``."""
    return ":" in credit.text and draft.at.words >= 2 and not terminal(draft.text)


def subheads(drafts: list[Draft], start: int) -> None:
    """Short lines without a sentence's end that something follows."""
    for i in range(start, len(drafts) - 1):
        draft = drafts[i]
        if draft.open and _subhead_like(draft, drafts[i + 1]) and _leads(drafts, i):
            draft.decide(BlockKind.SUBHEAD, "text:subhead")


def _subhead_like(draft: Draft, following: Draft) -> bool:
    text = draft.text
    longest = LONG_SUBHEAD if following.looks_body() else MAX_SUBHEAD
    if draft.at.words > longest or text[-1] in ",;:-–—" or BULLET.match(text) or text[0].islower():
        return False
    question = text.endswith("?") and draft.at.words <= 12 and text[0] not in '“"‘«'
    titled = draft.at.words >= MIN_TITLED and title_share(text) >= TITLED and following.looks_body()
    return question or titled or not terminal(text)


def _leads(drafts: list[Draft], index: int) -> bool:
    """Whether the next line is prose or a list: what a subhead stands over."""
    following = drafts[index + 1]
    if following.kind in (BlockKind.DATELINE, BlockKind.CAPTION):
        return True
    prose = following.kind in (None, BlockKind.PARAGRAPH)
    return prose and (
        terminal(following.text) or bool(BULLET.match(following.text)) or following.at.words > MAX_SUBHEAD
    )
