"""Stories of texts at hand: grouped one after the other as they arrive, in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.compare.door import Kind
from accordingto.compare.door import admit as at_the_door
from accordingto.compare.prints import prints
from accordingto.compare.shelf import Shelf
from accordingto.compare.stories import admit
from accordingto.compare.storyprints import story_print
from accordingto.compare.storyshelf import StoryShelf
from accordingto.model import Report, UsageError
from accordingto.resources.background import open_background
from accordingto.resources.stock import open_stock

Given = tuple[str, str, str | None]
"""Id, text, and the day of publication where it is known."""


@dataclass(slots=True)
class Grouping:
    """Reports grouped so far. What is told of those that came stands; later ones may merge their stories."""

    shelf: StoryShelf = field(default_factory=StoryShelf)
    texts: Shelf = field(default_factory=Shelf)
    ids: list[str] = field(default_factory=list)
    _same: dict[int, list[int]] = field(default_factory=dict)
    """The reports of each text at the door."""

    def add(self, ident: str, report: Report | None) -> None:
        """Group one more report; one of next to no words, or none at all, is a story of its own."""
        key = len(self.ids)
        self.ids.append(ident)
        if report is None:
            return
        made = story_print(report, open_background())
        near = self._near(key, report)
        if made is not None:
            admit(self.shelf, key, made, near=near)

    def _near(self, key: int, report: Report) -> list[int]:
        """The reports that a report is an exact or near copy of."""
        made = prints(report, open_stock())
        if made is None:
            return []
        text = at_the_door(self.texts, made)
        pairs = self.texts.of(text)
        found = [key for other, kind in pairs.items() if kind is Kind.NEAR for key in self._same.get(other, ())]
        mine = self._same.setdefault(text, [])
        found += mine
        mine.append(key)
        return found

    def stories(self) -> list[str]:
        """The story of each report so far, in the order in which they came: the id of its first report."""
        return [self.ids[self._first(key)] for key in range(len(self.ids))]

    def _first(self, key: int) -> int:
        story = self.shelf.story.get(key)
        return key if story is None else min(self.shelf.reports[story])


def grouped(texts: Iterable[Given]) -> list[str]:
    """The story of each text, in the order in which they are given; it depends on that order.

    Args:
        texts: of each its id, its words as they came, and the day or time of its publication in ISO 8601, where it is known.

    Returns:
        Of each the id of its story, which is that of the first text that tells it.

    Raises:
        UsageError: where two have one id.
    """
    grouping, seen = Grouping(), set[str]()
    for ident, text, date in texts:
        if ident in seen:
            raise UsageError(f"two texts have the id {ident}; give each its own")
        seen.add(ident)
        report = report_of(capture_text(text), published=date, as_given=True) if text.strip() else None
        grouping.add(ident, report)
    return grouping.stories()


def grouped_reports(reports: Sequence[Report]) -> list[str]:
    """The story of each report, in the order in which they are given; see `grouped`."""
    grouping = Grouping()
    for report in reports:
        grouping.add(report.id, report)
    return grouping.stories()
