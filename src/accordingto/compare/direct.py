"""From whom a report has its words: of all that share text with it, the few that explain what it has.

Reprints of one wire all share its text, and a rewrite of a rewrite shares text with the first as well. What tells the direct
source is what only it explains: words that it changed or added and the report has too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.compare.hand import Handful
from accordingto.compare.thresholds import Thresholds

NAMED_WORDS = 2
"""Words by which a source that the report names may explain less than one that it does not name: a change of a word or two is
made twice by chance, and who is named was used more often than not."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A report that another took words from."""

    report: str
    bits: int
    """Of the taker's words, those that it explains and no other chosen before it."""


def chosen(report: str, hand: Handful, thresholds: Thresholds) -> list[Chosen]:
    """The reports that one took its words from, the one that explains most first."""
    text = hand.copies.texts[report]
    left = {other: bits for other, bits in hand.copies.of(report).items() if hand.may_precede(other, report)}
    explained = _by_wires(report, hand, left)
    found: list[Chosen] = []
    while left := _still(left, explained, text.own, thresholds):
        best = max(left, key=lambda other: _rank(report, other, left[other] & text.telling, hand))
        found.append(Chosen(best, left[best]))
        explained |= left.pop(best)
    return found


def _still(left: Mapping[str, int], explained: int, own: int, thresholds: Thresholds) -> dict[str, int]:
    """What reports explain beside what is explained already, where that is enough to be a copy."""
    found = {other: bits & ~explained for other, bits in left.items()}
    return {
        other: bits for other, bits in found.items() if _is_copy((bits & own).bit_count(), own.bit_count(), thresholds)
    }


PASSAGE_WORDS = 30
"""Own words that are a copy in a report of any length: two sentences."""


def _is_copy(words: int, of: int, thresholds: Thresholds) -> bool:
    """Whether so many of a report's own words are a copy: enough of them, and enough of it."""
    return words >= thresholds.copied_words and (words >= PASSAGE_WORDS or words >= thresholds.copied_share * of)


def _rank(report: str, other: str, bits: int, hand: Handful) -> tuple[float, bool, int]:
    """How much a report explains of another; of those that explain as much an agency's own stands first, then the earliest."""
    named = NAMED_WORDS * (hand.credit_to(report, other) is not None)
    return bits.bit_count() + named, hand.is_agency(other), -hand.places[other]


def _by_wires(report: str, hand: Handful, left: dict[str, int]) -> int:
    """What the text of agencies that are not at hand explains, as far as reports that carry it show; those are left out."""
    explained = 0
    for credit in hand.credits_by(report):
        if hand.at_hand(credit) is None:
            for carrier in hand.carriers(credit.name):
                explained |= left.pop(carrier, 0)
    return explained
