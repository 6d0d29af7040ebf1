"""What a report leaves in the index of stories: the words that may tell its happening from others, each with what it is.

Who is named, which numbers and which days stand in the opening matter more than the rest: two happenings of one kind share its words.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntFlag
from hashlib import blake2b
from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from accordingto.language.terms import terms
from accordingto.model import BlockKind, Report

if TYPE_CHECKING:
    from accordingto.resources.background import Background

OWN = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.PARAGRAPH)
"""Blocks that are printed; captions and links to other reports tell of other happenings often enough."""

OPENING = 50
"""Words of a report, headline first, in which it says what happened."""

MOST = 220
"""Terms kept of a report, the most telling ones by what is known of words beforehand; a report of 500 words has about as many."""

LEAST_WORDS = 6
"""A report of fewer words tells no happening (as `accordingto.compare.prints.SENTENCE_WORDS`)."""

COMMONEST = 0.5
"""Share of reports from which a word tells nothing at all."""

UNCOMMON = 6_000
"""Rank in the background from which a word that is only ever written with a capital, in headlines and at the start of sentences, is
taken for a name."""

UNDATED = -1
"""In place of a day where none is known."""

METHOD = 1
"""Version of what is kept and how. It goes into every hash: prints of different versions have nothing in common."""

_METHOD = f"stories/{METHOD}".encode()
_TERM = struct.Struct("<qBBB")
_HEAD = struct.Struct("<ihBBB")
_STEPS, _FALLS = 31.0, 20.0
"""Steps of a byte for 1: of the logarithm of a count (which reaches 3,700), and of that of a share (down to three in a million)."""
TIMES = tuple(1 + step / _STEPS for step in range(256))
SHARES = tuple(exp(-step / _FALLS) for step in range(256))
_OPENS = re.compile(r"[.!?:\n\"“”«»]|``|''")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = {name: i for i, month in enumerate(_MONTHS, 1) for name in (month, month[:3])} | {"sept": 9}


class Kind(IntFlag):
    """What a term is."""

    NAME = 1
    NUMBER = 2
    OPENING = 4
    """It stands in the report's opening."""


class Term(NamedTuple):
    """A word of a report, as it is kept."""

    hash: int
    """64 bits, signed."""
    times: int
    """How often it stands in the report: a place in `TIMES`, which hold 1 and its logarithm."""
    share: int
    """What share of reports would hold it by what is known beforehand: a place in `SHARES`."""
    kind: int
    """Of `Kind`."""


@dataclass(frozen=True, slots=True)
class StoryPrint:
    """The print of one report."""

    day: int
    """Of publication, counted from the year 1; `UNDATED` where it is not known."""
    week: int
    """Days of the week named in the opening, a bit each from Monday."""
    dates: frozenset[int]
    """Days named anywhere: 32 times the month and the day."""
    years: frozenset[int]
    terms: tuple[Term, ...]
    """Most telling first, as far as is known beforehand."""

    @property
    def packed(self) -> bytes:
        """As bytes: nine, two for each date and year, eleven for each term."""
        head = _HEAD.pack(self.day, METHOD, self.week, len(self.dates), len(self.years))
        named = struct.pack(f"<{len(self.dates) + len(self.years)}h", *sorted(self.dates), *sorted(self.years))
        return head + named + b"".join(_TERM.pack(*term) for term in self.terms)


def unpacked(data: bytes) -> StoryPrint:
    """The print that `StoryPrint.packed` made bytes of."""
    day, _, week, dates, years = _HEAD.unpack_from(data)
    body = _HEAD.size + 2 * (dates + years)
    named = struct.unpack_from(f"<{dates + years}h", data, _HEAD.size)
    found = tuple(Term(*fields) for fields in _TERM.iter_unpack(data[body:]))
    return StoryPrint(day, week, frozenset(named[:dates]), frozenset(named[dates:]), found)


class _Word(NamedTuple):
    """A word where it stands."""

    word: str
    capital: bool
    small: bool
    opens: bool
    """Whether a sentence, or something quoted, begins with it: a capital shows nothing there."""
    headline: bool


def story_print(report: Report, background: Background) -> StoryPrint | None:
    """The print of a report; ``None`` where it has fewer than `LEAST_WORDS` words of its own.

    It depends on the words and the day of publication alone, not on white space, quotation marks, accents or other reports.
    """
    words = list(_words(report))
    if len(words) < LEAST_WORDS:
        return None
    opening = [word.word for word in words[:OPENING]]
    found = sorted(_terms(words, set(opening), background), key=_telling)
    week = sum(1 << _WEEK.index(word) for word in set(opening) if word in _WEEK)
    plain = [word.word for word in words]
    years = frozenset(int(word) for word in plain if _YEAR.fullmatch(word))
    return StoryPrint(_day(report), week, _capped(_dates(plain)), _capped(years), tuple(found[:MOST]))


def _words(report: Report) -> Iterator[_Word]:
    for block in report.of_kind(*OWN):
        part = block.span.of(report.text)
        end, headline = 0, block.kind is BlockKind.HEADLINE
        for term in terms(part):
            first = part[term.start]
            opens = end == 0 or _OPENS.search(part, end, term.start) is not None
            yield _Word(term.word, first.isupper(), first.islower(), opens, headline)
            end = term.end


def _terms(words: list[_Word], opening: set[str], background: Background) -> Iterator[Term]:
    counts = Counter(word.word for word in words)
    names = _names(words, background)
    for word, count in counts.items():
        share = background.share(word)
        if share < COMMONEST:
            kind = Kind.NUMBER if word[0].isdigit() else Kind.NAME if word in names else Kind(0)
            kept = min(255, round(log(count) * _STEPS)), min(255, round(-log(share) * _FALLS))
            yield Term(_hash(word), *kept, int(kind | (Kind.OPENING if word in opening else Kind(0))))


def _names(words: list[_Word], background: Background) -> set[str]:
    """The words that are parts of names: oftener written with a capital inside a sentence than without one."""
    inside = Counter(word.word for word in words if word.capital and not word.opens and not word.headline)
    small = Counter(word.word for word in words if word.small)
    found = {word for word, count in inside.items() if count > small[word]}
    elsewhere = {word.word for word in words if word.capital} - set(inside) - set(small)
    found |= {word for word in elsewhere if background.ranks.get(word, UNCOMMON) >= UNCOMMON}
    return found - set(_WEEK) - set(_MONTH)


def _telling(term: Term) -> tuple[float, int]:
    return -TIMES[term.times] * term.share * (1.3 if term.kind & Kind.OPENING else 1), term.hash


def _hash(word: str) -> int:
    plain = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(plain, digest_size=8, person=_METHOD).digest(), "big", signed=True)


def _dates(words: list[str]) -> frozenset[int]:
    """The days that are named by month and number, in either order."""
    found = set()
    for one, other in pairwise(words):
        for month, number in ((one, other), (other, one)):
            if month in _MONTH and number.isdecimal() and len(number) < 3 and 1 <= int(number) <= 31:
                found.add(32 * _MONTH[month] + int(number))
    return frozenset(found)


def _capped(numbers: frozenset[int]) -> frozenset[int]:
    """The first 255, as many as a byte counts."""
    return frozenset(sorted(numbers)[:255])


def _day(report: Report) -> int:
    day = report.published.value.date if report.published else None
    try:
        return date.fromisoformat(day).toordinal() if day else UNDATED
    except ValueError:
        return UNDATED
