"""Comparing stories on the command line: how far it is, on standard error, and what became of them at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from accordingto.cli.exits import Exit, say
from accordingto.cli.taking import shown
from accordingto.model.protocols import Kept

if TYPE_CHECKING:
    from accordingto.pipeline.ingest import Taken
    from accordingto.pipeline.relating import Compared
    from accordingto.pipeline.workers import Workers
    from accordingto.store.store import Store

Relate = Annotated[
    bool,
    typer.Option(
        "--relate/--no-relate",
        help="Compare the reports of the stories that the new ones are in, when all are kept; relate does it later.",
    ),
]
Each = Annotated[
    bool,
    typer.Option("--relate-each", help="Compare after each report, and not when all are kept."),
]
T = TypeVar("T", bound="Taken | None")
_NEWS = (Kept.NEW, Kept.EDITION, Kept.EXTRACTION, Kept.REREAD)
NAMED = 3
"""Stories whose failure is named."""


@dataclass
class Counts:
    """What became of stories so far."""

    stories: int = 0
    reports: int = 0
    contradictions: int = 0
    changed: int = 0
    """Stories that changed while they were compared."""
    failed: list[tuple[str, str]] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def add(self, one: Compared) -> None:
        """Count a story."""
        if one.error is not None:
            self.failed.append((one.story, str(one.error)))
        elif not one.kept:
            self.changed += 1
        else:
            self.stories += 1
            self.reports += one.reports
            self.contradictions += one.contradictions

    def line(self) -> str:
        """In one line."""
        from accordingto.export.wording import counted

        seconds = max(time.monotonic() - self.began, 1e-3)
        told = f"{counted(self.stories, 'story', 'stories')} compared"
        return f"{told}, {counted(self.contradictions, 'contradiction')} · {self.stories / seconds:.1f}/s"


def compare_stories(stories: Iterable[Compared], write: Callable[[Compared], object] | None = None) -> Exit:
    """Compare stories, show how far it is, and say at the end what became of them; gives the exit code.

    Args:
        stories: what becomes of each; they are compared as it is gone through.
        write: is given each.
    """
    from sqlalchemy.exc import DBAPIError

    counts = Counts()
    try:
        with shown(counts.line) as show:
            for one in stories:
                counts.add(one)
                if write:
                    write(one)
                show()
    except KeyboardInterrupt:
        say(f"interrupted: {counts.line()}; accordingto relate goes on")
        return Exit.INTERRUPTED
    except DBAPIError as error:
        say(f"the store cannot be written: {error.orig}; see to space and rights, then accordingto relate goes on")
        return Exit.FAILED
    return summary(counts)


def summary(counts: Counts) -> Exit:
    """Say what became of stories; gives the exit code."""
    from accordingto.export.wording import counted

    if counts.stories:
        say(counts.line())
    if counts.changed:
        told = counted(counts.changed, "story", "stories")
        say(f"{told} got other reports meanwhile and stay to be compared: accordingto relate")
    for story, message in counts.failed[:NAMED]:
        say(f"{story}: {message}")
    if len(counts.failed) > NAMED:
        say(f"{len(counts.failed) - NAMED:,} more stories failed")
    return Exit.FAILED if counts.failed else Exit.READ


class Following:
    """Compares the stories that new reports are in: after each, when there is time, or at the end."""

    def __init__(self, store: Store, workers: Workers, *, wanted: bool, each: bool = False) -> None:
        from accordingto.pipeline.relating import Relating

        self._relating = Relating(store, workers)
        self._wanted, self._each = wanted or each, each
        self._reports: dict[str, None] = {}
        self._counts = Counts()

    def through(self, taken: Iterable[T]) -> Iterator[T]:
        """Pass on what became of items, and note the reports that are new or were read anew."""
        for one in taken:
            self.add(one)
            yield one

    def add(self, one: Taken | None) -> None:
        """Note a report that is new or was read anew."""
        if not self._wanted or one is None or not one.report or one.kept not in _NEWS:
            return
        if self._each:
            self._compare([one.report])
        else:
            self._reports[one.report] = None

    def idle(self) -> None:
        """Compare one story, since there is time."""
        if self._reports:
            report = next(iter(self._reports))
            del self._reports[report]
            self._compare([report])

    def finish(self) -> Exit:
        """Compare what is left, and say what became of it; gives the exit code."""
        if self._counts.stories or self._counts.failed or not self._reports:
            self._compare(self._reports)
            return summary(self._counts)
        return compare_stories(self._relating.of_reports(self._reports))

    def _compare(self, reports: Iterable[str]) -> None:
        for one in self._relating.of_reports(reports):
            self._counts.add(one)
