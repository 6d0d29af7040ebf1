"""An index of stories in memory: for a batch, a notebook, a test; a store keeps its own on disk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from accordingto.compare.stories import CROWD
from accordingto.compare.storylikeness import WINDOW, Weighed, opened
from accordingto.compare.storyprints import UNDATED


class StoryShelf:
    """The index of `accordingto.compare.stories` as dictionaries; some 6 kB a report."""

    def __init__(self) -> None:
        self.story: dict[int, int] = {}
        """The story of each report."""
        self.reports: dict[int, list[int]] = {}
        """The reports of each story, in the order in which they came to it."""
        self._kept: dict[int, tuple[int, bytes, bytes]] = {}
        """Of each report its day, its packed print and the rarities of its terms."""
        self._holders: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """For each term the day and report of those that are found by it, sorted."""
        self._counts: Counter[int] = Counter()
        self._total = 0

    def frequencies(self, terms: Collection[int]) -> tuple[int, Mapping[int, int]]:
        """How many reports were counted, and how many of them hold each of some terms."""
        return self._total, {term: self._counts[term] for term in terms if term in self._counts}

    def count(self, terms: Collection[int]) -> None:
        """Count one more report, which holds these terms."""
        self._total += 1
        self._counts.update(terms)

    def holders(self, terms: Collection[int], day: int) -> Mapping[int, Sequence[int]]:
        """For each term the newest reports that are found by it, `CROWD` at most, published near a day or on no known one."""
        return {term: self._near(self._holders[term], day) for term in terms if term in self._holders}

    def _near(self, held: list[tuple[int, int]], day: int) -> list[int]:
        undated = bisect_right(held, (UNDATED, 2**63))
        first = bisect_left(held, (day - WINDOW, -1), undated) if day != UNDATED else undated
        last = bisect_right(held, (day + WINDOW, 2**63), undated) if day != UNDATED else len(held)
        dated, other = held[max(first, last - CROWD) : last], held[max(0, undated - CROWD) : undated]
        return [report for _, report in [*dated, *other]]

    def read(self, reports: Collection[int]) -> Mapping[int, Weighed]:
        """Reports as they were weighed when they came."""
        return {report: opened(*self._kept[report][1:]) for report in reports}

    def stories(self, reports: Collection[int]) -> Mapping[int, int]:
        """The story of each report."""
        return {report: self.story[report] for report in reports if report in self.story}

    def sizes(self, stories: Collection[int]) -> Mapping[int, int]:
        """How many reports stories have."""
        return {story: len(self.reports.get(story, ())) for story in stories}

    def members(self, story: int, most: int) -> Sequence[int]:
        """The newest reports of a story, by day and then by key, newest first."""
        held = (report for report in self.reports[story] if report in self._kept)
        return sorted(held, key=lambda report: (self._kept[report][0], report), reverse=True)[:most]

    def insert(self, report: int, new: Weighed, telling: Collection[int]) -> None:
        """Keep a report, to be found by these terms."""
        self._kept[report] = (new.print.day, new.print.packed, new.rarities)
        for term in telling:
            insort(self._holders[term], (new.print.day, report))

    def found(self, report: int) -> int:
        """Make a story of a report; gives its key."""
        self.reports[report] = []
        return report

    def join(self, report: int, story: int) -> None:
        """Have a report be of a story."""
        self.story[report] = story
        self.reports[story].append(report)

    def merge(self, story: int, into: int, because: int) -> None:  # noqa: ARG002
        """Have all reports of a story be of another."""
        for report in self.reports[story]:
            self.story[report] = into
        self.reports[into] += self.reports.pop(story)

    def drop_before(self, day: int) -> None:
        """Let go of the prints of reports that were published before a day, for a batch in the order of days; their stories stay."""
        gone = {report for report, (at, _, _) in self._kept.items() if UNDATED < at < day}
        for report in gone:
            del self._kept[report]
        for term in list(self._holders):
            held = [one for one in self._holders[term] if one[1] not in gone]
            if held:
                self._holders[term] = held
            else:
                del self._holders[term]
