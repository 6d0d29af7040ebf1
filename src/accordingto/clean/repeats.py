"""Lines that come back in a text: labels and advertisements, names over the entries of a live blog, the headline above itself."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from accordingto.clean.draft import Draft
from accordingto.clean.shapes import capitals, person_like, terminal
from accordingto.model import BlockKind

MIN_REPEATS = 3
"""Times that a line stands in a text from which it is a label, whatever its language; a paragraph is not printed three times."""
MAX_LABEL = 20
"""Words of such a line."""
MAX_NOTICE = 8
"""The same of one that ends as a sentence does and does not follow itself: longer ones may be the report's."""
MAX_BUTTON = 4
"""Words; a longer first line above the body may be its headline, which pages print again."""
DIALOGUE = 0.5
"""Share of neighbouring name lines that name different people from which they are the speakers of a transcript."""
MIN_HEADLINE = 3
REACH = 30
"""Lines at the start among which a headline may stand twice."""


def recurring(drafts: Sequence[Draft]) -> None:
    """Decide the lines that stand three times or more: names are bylines of entries, all others are furniture."""
    counts = Counter(draft.text for draft in drafts if draft.at.words <= MAX_LABEL)
    again = [draft for draft in drafts if draft.open and counts[draft.text] >= MIN_REPEATS]
    headline = next(
        (draft for draft in drafts[: _head_end(drafts)] if draft.open and draft.at.words > MAX_BUTTON), None
    )
    again = [draft for draft in again if draft is not headline]
    names = [draft for draft in again if person_like(draft.text)]
    if _dialogue([draft.text for draft in names]):
        names, again = [], [draft for draft in again if not person_like(draft.text)]
    people = {draft.text for draft in names}
    doubled = {a.text for a, b in itertools.pairwise(drafts) if a.text == b.text}
    for draft in again:
        if draft.text in people:
            draft.decide(BlockKind.BYLINE, "text:repeated-name")
        elif not terminal(draft.text) or 1 < draft.at.words <= MAX_NOTICE or draft.text in doubled:
            draft.decide(BlockKind.BOILERPLATE, "text:recurring")


def _dialogue(names: Sequence[str]) -> bool:
    """Whether names take turns, as the speakers of a transcript do."""
    turns = sum(a != b for a, b in itertools.pairwise(names))
    return len(set(names)) > 1 and turns > DIALOGUE * (len(names) - 1)


def headline_again(drafts: Sequence[Draft]) -> None:
    """Where the first lines have a line twice, or once more with the outlet's name behind it, the last one is the headline.

    What stands before it then is the page's: its window title, a trail of sections, buttons.
    """
    head = drafts[: _head_end(drafts)]
    for index in range(len(head) - 1, 0, -1):
        last = head[index]
        if last.open and last.at.words >= MIN_HEADLINE and any(_same(one.text, last.text) for one in head[:index]):
            for draft in head[:index]:
                if draft.open:
                    draft.decide(BlockKind.BOILERPLATE, "text:above-headline")
            last.decide(BlockKind.HEADLINE, "text:headline")
            return


def _head_end(drafts: Sequence[Draft]) -> int:
    """Where the first paragraph of prose stands."""
    return next((i for i, draft in enumerate(drafts[:REACH]) if draft.looks_body()), min(REACH, len(drafts)))


def _same(earlier: str, headline: str) -> bool:
    """Equal but for case, a bullet before or the outlet's name behind: ``Talks fail | World | Orra Post``."""
    one, two = (text.casefold().lstrip("•·-– 0123456789.") for text in (earlier, headline))
    return one == two or (one.startswith(two) and one[len(two) :].lstrip()[:1] in tuple("|-–—·»") and not capitals(two))
