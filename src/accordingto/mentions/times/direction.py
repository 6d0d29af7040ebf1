"""Whether a clause looks back or ahead, by the verbs and adverbs beside a time expression. News looks back by default."""

from __future__ import annotations

import re

from accordingto.mentions.times.words import Words
from accordingto.resources.times import TimeWords

REACH = 12
"""Words on either side in which a cue is looked for: clauses of news seldom run longer (TimeBank, even documents)."""
PERFECT = 4
"""Words before "due", "would", "planned" within which "had" puts them in the past."""
BEHIND = 1.5
"""How much farther away a cue behind the expression counts than one before it: English puts times after their verb."""
_PAST = re.compile(r"[a-z]{2,}(?<!e)ed")
_EDGES = frozenset(
    "the end start beginning middle close of early late mid - noon midnight a.m. p.m. am pm gmt est".split()
)
_PRESENT = frozenset(("is", "are", "being"))
_STOPS = re.compile(r"[.;:!?…]|\n")


def direction(words: Words, first: int, last: int, lexicon: TimeWords) -> int:
    """−1 where the clause around words ``[first, last)`` looks back, 1 where it looks ahead, 0 where nothing tells."""
    if beside := _beside(words, first, lexicon):
        return beside
    before = _nearest(words, range(first - 1, max(-1, first - 1 - REACH), -1), lexicon)
    behind = _nearest(words, range(last, min(len(words), last + REACH)), lexicon, parting=lexicon.parting)
    if before and behind:
        return before[1] if before[0] <= behind[0] * BEHIND else behind[1]
    found = before or behind
    return found[1] if found else 0


def _beside(words: Words, first: int, lexicon: TimeWords) -> int:
    """What the preposition says, right before the expression or before "the end of" it."""
    at = first - 1
    while at > 0 and (words.lower[at] in _EDGES or words.lower[at][0].isdigit()):
        at -= 1
    word = words.lower[at] if at >= 0 else ""
    if word == "to":
        return int(not lexicon.moved_to.isdisjoint(words.lower[max(0, at - 5) : at]))
    if word == "as" and words.lower[max(0, at - 1)] == "soon":
        return 1
    if word == "until" and words.capital(at):
        return 0
    if word in lexicon.ahead_of:
        return -1 if "had" in words.lower[max(0, at - REACH) : at] else 1
    return -1 if word in lexicon.back_from else 0


def _nearest(
    words: Words, places: range, lexicon: TimeWords, *, parting: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """How far the nearest cue is, and where it looks."""
    for distance, at in enumerate(places, 1):
        if words.lower[at] in parting or (_STOPS.match(words.lower[at]) and not _abbreviation(words, at)):
            return None
        if looks := _cue(words, at, lexicon):
            return distance, looks
    return None


def _cue(words: Words, at: int, lexicon: TimeWords) -> int:
    """Where a word looks: "is held" nowhere, "be held" ahead, "agreed to" ahead, "agreed" back."""
    word = words.lower[at]
    if word in lexicon.ahead:
        return -1 if "had" in words.lower[max(0, at - PERFECT) : at] else 1
    if word not in lexicon.back and not _PAST.fullmatch(word):
        return 0
    before = words.lower[at - 1] if at else ""
    after = words.lower[at + 1] if at + 1 < len(words) else ""
    if before in _PRESENT:
        return 0
    return 1 if before == "be" or (after == "to" and word in lexicon.resolved_to) else -1


def _abbreviation(words: Words, at: int) -> bool:
    return words.lower[at] == "." and at + 1 < len(words) and not words.capital(at + 1)
