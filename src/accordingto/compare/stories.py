"""Stories: reports grouped by the happening they tell of, one after the other as they arrive.

`admit` looks a report up in an `Index`, compares it with what could be of the same story, and has it join the likeliest story or
found one; two stories that it shows to be one are merged. An index may lie in memory or in a database. A story is one happening, not
a topic: what joins two reports is learnt (`accordingto.compare.storylikeness`), what makes a story of pairs are the rules here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from accordingto.compare.storylikeness import STEPS, Weighed, apart, odds, rarities, weighed
from accordingto.compare.storyprints import TIMES, Kind, StoryPrint

TELLING = 20
"""Terms by which a report is found: its weightiest."""

OPENS = 1.5
"""How much more a term of the opening weighs in choosing them."""

CROWD = 40
"""Newest reports that are found by one term: a name that everybody writes of finds no story, its fellow terms do."""

COMPARED = 30
"""Reports that a new one is compared with, those that share most with it."""

JOIN_ONE = 1.0
"""Log-odds that a report needs with one of a story of fewer than `FEW` reports to join it."""

JOIN = 0.75
"""With one of a story of more: there it is likelier that just that one is written much like it."""

FEW = 3

MERGE = 1.5
"""How much more, for each time that the smaller story is e times larger, its reports need on average to be merged with another:
wrongly merging two large stories spoils both."""

CONSIDERED = -1.5
"""Log-odds that a new report must have with a second story for its merging with the first to be looked at."""

COPIED = 0.0
"""Log-odds that a report needs with a near copy of it to be of its story: a form that is filled in anew each week ("A market hit near …")
is a copy of words alone. Of 9,000 generated reports, copies that tell one happening lie above 10, and those that tell two below -2."""

LARGEST = 20
"""Two stories of more reports than so are not merged by likeness: that they are two has been seen often enough."""

SAMPLE = 8
"""Reports of the smaller story, and four times as many of the larger, that are compared for that: the newest."""


class Index(Protocol):
    """Where reports are kept with their stories; keys of both are its own."""

    def frequencies(self, terms: Collection[int]) -> tuple[int, Mapping[int, int]]:
        """How many reports were counted, and how many of them hold each of some terms."""

    def count(self, terms: Collection[int]) -> None:
        """Count one more report, which holds these terms."""

    def holders(self, terms: Collection[int], day: int) -> Mapping[int, Sequence[int]]:
        """For each term the newest reports that are found by it, `CROWD` at most, published near a day or on no known one."""

    def read(self, reports: Collection[int]) -> Mapping[int, Weighed]:
        """Reports as they were weighed when they came."""

    def stories(self, reports: Collection[int]) -> Mapping[int, int]:
        """The story of each report."""

    def sizes(self, stories: Collection[int]) -> Mapping[int, int]:
        """How many reports stories have."""

    def members(self, story: int, most: int) -> Sequence[int]:
        """The newest reports of a story, by day and then by key, newest first."""

    def insert(self, report: int, new: Weighed, telling: Collection[int]) -> None:
        """Keep a report, to be found by these terms."""

    def found(self, report: int) -> int:
        """Make a story of a report; gives its key."""

    def join(self, report: int, story: int) -> None:
        """Have a report be of a story."""

    def merge(self, story: int, into: int, because: int) -> None:
        """Have all reports of a story be of another, because of a report."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A story that a new report could be of."""

    story: int
    odds: float
    """Log-odds with the report of it that is likest."""
    size: int


def admit(index: Index, report: int, new: StoryPrint, *, near: Collection[int] = (), home: int | None = None) -> int:
    """Find a report's story and keep it there; gives the story's key.

    Args:
        index: does not hold the report yet.
        report: its key.
        new: its print.
        near: reports that are near copies of it (`accordingto.compare.door`); they are of its story unless they are of other days, or
            name others.
        home: a story without reports that is the report's own: an earlier edition of it was alone there.
    """
    hashes = [term.hash for term in new.terms]
    total, held = index.frequencies(hashes)
    mine = weighed(new, rarities(new, held, total))
    telling = _telling(mine)
    standings = _standings(index, mine, index.holders(telling, new.day))
    copied = _stories_of(index, mine, near)
    story = _joined(index, report, standings, copied, home)
    index.insert(report, mine, telling)
    index.count(hashes)
    index.join(report, story)
    for other in copied if home is None else [*copied, home]:
        story = _merged(index, story, other, report) if other != story else story
    for second in standings:
        if second.story != story and second.story not in copied and _one_story(index, story, second):
            story = _merged(index, story, second.story, report)
    return story


def restore(index: Index, report: int, known: StoryPrint, story: int) -> None:
    """Keep a report in the story that it was found to be of; with the frequencies that `admit` saw, the index is what it was."""
    hashes = [term.hash for term in known.terms]
    total, held = index.frequencies(hashes)
    mine = weighed(known, rarities(known, held, total))
    if report == story or not index.sizes([story])[story]:
        index.found(story)
    index.insert(report, mine, _telling(mine))
    index.count(hashes)
    index.join(report, story)


def _telling(new: Weighed) -> list[int]:
    def weight(i: int) -> float:
        term = new.print.terms[i]
        return TIMES[term.times] * new.rarities[i] * (OPENS if term.kind & Kind.OPENING else 1)

    places = sorted(range(len(new.print.terms)), key=lambda i: (-weight(i), new.print.terms[i].hash))
    return [new.print.terms[i].hash for i in places[:TELLING] if new.rarities[i]]


def _standings(index: Index, new: Weighed, holders: Mapping[int, Sequence[int]]) -> list[Standing]:
    """The stories of the reports that share most with a new one, likeliest first."""
    shared: Counter[int] = Counter()
    for term in sorted(holders):
        weight = round(new.words[term] * STEPS)
        for report in holders[term]:
            shared[report] += weight
    likest = sorted(shared, key=lambda report: (-shared[report], report))[:COMPARED]
    best: dict[int, float] = {}
    stories = index.stories(likest)
    for report, other in index.read(likest).items():
        if not apart(new.print.day, other.print.day):
            story = stories[report]
            best[story] = max(best.get(story, float("-inf")), odds(new, other))
    sizes = index.sizes(best)
    return sorted((Standing(key, value, sizes[key]) for key, value in best.items()), key=lambda s: (-s.odds, s.story))


def _stories_of(index: Index, new: Weighed, near: Collection[int]) -> list[int]:
    """The stories of the near copies of a new report that tell what it tells."""
    if not near:
        return []
    alike = [
        key
        for key, other in index.read(near).items()
        if not apart(new.print.day, other.print.day) and odds(new, other) >= COPIED
    ]
    return sorted(set(index.stories(alike).values()))


def _joined(index: Index, report: int, standings: list[Standing], copied: list[int], home: int | None) -> int:
    """The story that a report joins, founded where there is none."""
    if copied:
        return copied[0]
    best = next((s for s in standings if s.odds >= (JOIN if s.size >= FEW else JOIN_ONE)), None)
    if best is not None:
        return best.story
    return index.found(report) if home is None else home


def _merged(index: Index, one: int, other: int, because: int) -> int:
    """Merge two stories, the smaller into the larger, of equal ones the later into the earlier; gives what is left."""
    sizes = index.sizes([one, other])
    into, story = sorted((one, other), key=lambda key: (-sizes[key], key))
    index.merge(story, into, because)
    return into


def _one_story(index: Index, story: int, other: Standing) -> bool:
    """Whether two stories are one: on average, the reports of the smaller are like one of the larger."""
    if other.odds < CONSIDERED:
        return False
    sizes = index.sizes([story, other.story])
    few, many = sorted((story, other.story), key=lambda key: (sizes[key], -key))
    if sizes[few] > LARGEST or sizes[many] < FEW:
        return False
    smaller = index.read(index.members(few, SAMPLE)).values()
    larger = index.read(index.members(many, 4 * SAMPLE)).values()
    mean = sum(max(odds(a, b) for b in larger) for a in smaller) / len(smaller)
    return mean >= JOIN + MERGE * log(sizes[few])
