"""Comparing the reports of stories with each other, and keeping what is found: after reports came, or as a batch over a whole store.

A story is compared as a whole, in one transaction with the mark that it need not be compared again; the mark is set only if its reports
are still those that were compared. Killed at any moment, a store holds for each story what a comparison gave, or the mark that it is
to be compared, so that the same command goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from accordingto.compare.likeness import Vectors
from accordingto.compare.travel import Travel
from accordingto.model import AccordingtoError
from accordingto.pipeline.ahead import ahead
from accordingto.pipeline.attaching import MOST, Chosen, chosen, expanded
from accordingto.pipeline.meanings import Meanings
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.travel import travel
from accordingto.pipeline.workers import Crew, Ticket


@dataclass(frozen=True, slots=True)
class Assembled:
    """A story with its reports, as they stood in the store when they were taken out."""

    story: str
    """Id."""
    state: str
    """Tells whether its reports have changed since."""
    readings: tuple[Reading, ...]
    meanings: Mapping[str, bytes] = field(default_factory=dict)
    """Vectors of contents of its statements, as far as they are kept."""


@dataclass(frozen=True, slots=True)
class Related:
    """What was found between the reports of a story."""

    travel: Travel
    attached: tuple[str, ...]
    """Reports that stand by another one that they copy."""
    left: tuple[str, ...]
    """Reports of a very large story that were not compared."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of a story."""

    story: str
    reports: int
    contradictions: int = 0
    kept: bool = True
    """Whether it was kept: its reports had not changed meanwhile."""
    error: AccordingtoError | None = None


class Stories(Protocol):
    """What keeps stories."""

    def changed_stories(self) -> Iterator[str]:
        """Ids of the stories whose reports are to be compared, in the order of keeping."""

    def stories_of(self, reports: Iterable[str]) -> list[str]:
        """Ids of the stories that some reports are in, in the order of keeping, each once."""

    def assembled(self, story: str) -> Assembled | None:
        """A story with its reports; ``None`` where there is none, or its reports need not be compared."""

    def keep_travel(self, assembled: Assembled, related: Related) -> bool:
        """Keep what was found, in one transaction; gives whether the story's reports were still those that were compared."""


def relate(
    readings: tuple[Reading, ...],
    held: Mapping[str, bytes] | None = None,
    *,
    most: int = MOST,
    vectors: Vectors | None = None,
) -> Related:
    """Compare the reports of one story.

    Args:
        readings: all of them, in any order; the result does not depend on it.
        held: the vectors that are known of contents, as a store keeps them.
        most: texts that are compared at most.
        vectors: gives the unit vectors of sentences; where it is not given, the shipped encoder makes those that are not held.
    """
    choice: Chosen = chosen(readings, most=most)
    found = expanded(travel(choice.compared, vectors=vectors or Meanings(held or {})), choice)
    return Related(
        found,
        tuple(reading.report.id for reading, _ in choice.attached),
        tuple(reading.report.id for reading in choice.left),
    )


def compare_reports(readings: Iterable[Reading]) -> Travel:
    """Compare reports of one story: who took what from whom, matters with their origins, quotations, and what differs.

    Args:
        readings: the reports, in any order; the result does not depend on it.

    Returns:
        Records only; every difference, edge and wording holds the exact spans of the readings' texts.
    """
    return relate(tuple(readings)).travel


@dataclass(slots=True, eq=False)
class _Step:
    assembled: Assembled
    ticket: Ticket | None = None

    @property
    def size(self) -> int:
        """Bytes that it holds, roughly."""
        return sum(20 * len(reading.report.text) for reading in self.assembled.readings)


@dataclass(eq=False)
class Relating:
    """Compares stories in the crew's processes."""

    store: Stories
    crew: Crew
    work: Callable[[tuple[Reading, ...], Mapping[str, bytes]], Related] = field(default=relate)

    def changed(self) -> Iterator[Compared]:
        """Compare all stories that are marked; those whose reports changed meanwhile stay marked."""
        yield from self.these(self.store.changed_stories())

    def of_reports(self, reports: Iterable[str]) -> Iterator[Compared]:
        """Compare the marked ones of the stories that some reports are in."""
        yield from self.these(self.store.stories_of(reports))

    def these(self, stories: Iterable[str]) -> Iterator[Compared]:
        """Compare those of some stories that are marked, and tell what became of each, in their order."""
        steps = (_Step(found) for story in stories if (found := self.store.assembled(story)) is not None)
        for step in ahead(steps, self._begin, self.crew):
            yield self._kept(step)
            self.crew.turn()

    def _begin(self, step: _Step) -> None:
        step.ticket = self.crew.submit(self.work, step.assembled.readings, step.assembled.meanings)

    def _kept(self, step: _Step) -> Compared:
        story, reports = step.assembled.story, len(step.assembled.readings)
        assert step.ticket is not None
        try:
            related: Related = self.crew.result(step.ticket)
        except AccordingtoError as error:
            return Compared(story, reports, kept=False, error=error)
        kept = self.store.keep_travel(step.assembled, related)
        found = sum(bool(one.kind == "contradicts") for one in related.travel.relations)
        return Compared(story, reports, found, kept)
