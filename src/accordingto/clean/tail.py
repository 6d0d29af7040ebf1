"""What follows the body: signatures, notes on the authors, the readers' comments, links to other reports, loose ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from accordingto.clean.body import BULLET, MAX_LINK
from accordingto.clean.bylines import bare_byline, bare_names, initials
from accordingto.clean.draft import Draft
from accordingto.clean.shapes import person_like, terminal
from accordingto.model import BlockKind
from accordingto.resources.cleaning import CleanRules

MIN_TAIL = 4
"""Lines without a sentence's end after the last prose from which they are a list of links; fewer may be cut prose."""
TAIL = 3
"""Last paragraphs among which a line without a sentence is a signature or furniture."""
MAX_HEADERS = 20
"""Headers of comments or links that are tried; text with more of them is no report."""
SOLID = 7
"""Words from which a line that ends a sentence is prose wherever it stands."""
RUN = 3
"""Paragraphs of prose in a row from which a report goes on below a header of links or comments."""
MIN_TITLES = 3
"""Lines of titles and names that a list of other reports has; after fewer the report may go on."""
MAX_TEASER = 40
"""Words of the summary of another report; a longer paragraph is the report's own."""
MAX_PROSE = 0.6
"""Share of paragraphs of prose among the lines below a header of links; titles and names stand between the summaries."""
NOTE_REACH = 12
"""Words among which a note on an author has the name."""
_TIME = re.compile(
    r"\b\d{1,2}\s?(?:s|m|h|d|w|min\w*|sec\w*|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b|\b(?:vor|il y a|hace|há|fa)\s+\d+\s\w+"
    r"|\b\d{1,2}[:.]\d\d\s*(?:uhr|[ap]\.?m\.?)?$|\b(?:19|20)\d\d\b",
    re.I,
)


def tail(drafts: list[Draft], start: int, rules: CleanRules) -> None:
    """Decide what stands after the report's last sentence; what is not certain stays open."""
    signatures(drafts, start, rules)
    comments(drafts, start, rules)
    other_reports(drafts, start, rules)
    author_notes(drafts, start)
    loose_ends(drafts, start)
    link_tail(drafts, start)


def signatures(drafts: list[Draft], start: int, rules: CleanRules) -> None:
    """Initials, desks and names in the last lines, and the names of the head's bylines wherever they stand alone again."""
    for draft in drafts[max(start + 1, len(drafts) - TAIL) :]:
        if draft.open and (
            initials(draft.text)
            or (draft.at.words <= 8 and bare_byline(draft.text, rules) and _signed(draft, rules))
            or bare_names(draft.text, rules)
        ):
            draft.decide(BlockKind.BYLINE, "text:signature")
    known = {draft.text for draft in drafts[:start] if draft.kind is BlockKind.BYLINE}
    for draft in drafts[start + 1 :]:
        if (draft.open or draft.kind is BlockKind.SUBHEAD) and draft.text in known:
            draft.decide(BlockKind.BYLINE, "text:signature")


def _signed(draft: Draft, rules: CleanRules) -> bool:
    return draft.at.words >= 2 and (
        rules.desks.search(draft.text) is not None or rules.agencies.search(draft.text) is not None
    )


def comments(drafts: list[Draft], start: int, rules: CleanRules) -> None:
    """Everything below the header of the readers' comments, where comments follow and the report does not go on."""
    headers = (i for i in range(start + 1, len(drafts)) if rules.comments_line.fullmatch(drafts[i].text))
    for index in itertools.islice(headers, MAX_HEADERS):
        if _comments_follow(drafts, index, rules):
            for draft in drafts[index:]:
                if draft.open or draft.kind in (BlockKind.BYLINE, BlockKind.SUBHEAD, BlockKind.DATELINE):
                    draft.decide(BlockKind.BOILERPLATE, "text:comments")
            return


def _comments_follow(drafts: Sequence[Draft], index: int, rules: CleanRules) -> bool:
    """Below a header stand names and times between short texts, or a form; above it stands more prose than below."""
    below, above = drafts[index + 1 :], drafts[:index]
    words = [sum(d.at.words for d in part if d.looks_body()) for part in (above, below)]
    if words[1] == 0:
        return True
    marks = sum(
        rules.comment_form.search(d.text) is not None or (d.at.words <= 8 and _TIME.search(d.text) is not None)
        for d in below
    )
    counted = re.search(r"\d", drafts[index].text) is not None
    if marks == 0 and not counted:
        return False
    return (_longest_run(below) < RUN and words[0] >= words[1]) or marks * 4 >= len(below)


def _longest_run(drafts: Sequence[Draft]) -> int:
    """Paragraphs of prose that follow each other directly."""
    runs = (sum(1 for _ in group) for prose, group in itertools.groupby(drafts, Draft.looks_body) if prose)
    return max(runs, default=0)


def other_reports(drafts: list[Draft], start: int, rules: CleanRules) -> None:
    """Titles, summaries and authors below the last header of links, where no prose of the report's own follows."""
    headers = [
        index
        for index in range(start + 1, len(drafts))
        if drafts[index].by == "text:related-list" and rules.related_header.fullmatch(drafts[index].text)
    ]
    for index in headers[-MAX_HEADERS:]:
        below = [draft for draft in drafts[index + 1 :] if draft.open]
        prose = sum(draft.looks_body() for draft in below)
        if len(drafts) - index - 1 - prose < MIN_TITLES:
            continue
        own = _longest_run(drafts[index + 1 :]) >= RUN or prose > MAX_PROSE * (len(drafts) - index - 1)
        if own or any(draft.at.words > MAX_TEASER for draft in below) or not below or drafts[index + 1].looks_body():
            continue
        for draft in drafts[index + 1 :]:
            if draft.open or draft.kind in (BlockKind.SUBHEAD, BlockKind.BYLINE):
                draft.decide(BlockKind.RELATED, "text:tail-list")
        return


def author_notes(drafts: list[Draft], start: int) -> None:
    """``Lena Vostrik covers the Tarsa valley.``: a last paragraph with the name of an author of the report.

    In the report itself its author is not named.
    """
    names = {
        name
        for draft in drafts
        if draft.kind is BlockKind.BYLINE
        for name in re.split(
            r"\s*[|,]\s*|\s+(?:and|und|et|y)\s+", re.sub(r"^\W*\w+\s+(?=\w+ \w+$)|^[Bb]y\s+", "", draft.text)
        )
        if person_like(name)
    }
    for draft in reversed(drafts[start + 1 :]):
        if not draft.open:
            continue
        beginning = " ".join(draft.text.split()[:NOTE_REACH])
        if not any(name in beginning for name in names):
            return
        draft.decide(BlockKind.BOILERPLATE, "text:author-note")


def loose_ends(drafts: list[Draft], start: int) -> None:
    """Short lines without a sentence's end after the last sentence."""
    for draft in reversed(drafts[start + 1 :]):
        if not draft.open:
            continue
        if terminal(draft.text) or draft.at.words > 6 or BULLET.match(draft.text) or draft.text[0] in '“"‘«':
            break
        draft.decide(BlockKind.BOILERPLATE, "text:loose-end")


def link_tail(drafts: list[Draft], start: int) -> None:
    """Titles and labels piled up after the last prose: what a page shows under its report."""
    last = _last_prose(drafts, start)
    rest = [d for d in drafts[last + 1 :] if d.open]
    if len(rest) < MIN_TAIL:
        return
    for draft in rest:
        title = draft.at.words >= 4
        draft.decide(
            BlockKind.RELATED if title else BlockKind.BOILERPLATE, "text:tail-list" if title else "text:loose-end"
        )


def _last_prose(drafts: Sequence[Draft], start: int) -> int:
    """The last paragraph of prose; a short sentence behind several lines that are none does not count."""
    last, between = start, 0
    for index in range(start, len(drafts)):
        draft = drafts[index]
        if not draft.open:
            continue
        solid = (terminal(draft.text) and draft.at.words >= SOLID) or draft.at.words > MAX_LINK + 5
        asked = draft.at.words < 12 and draft.text.endswith("?")
        if not asked and (solid or (terminal(draft.text) and between < 2)):
            last, between = index, 0
        else:
            between += 1
    return last
