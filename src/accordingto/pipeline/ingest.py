"""From a source into a store: gather, clean, read, keep. Written in the order of the source, one transaction a report.

Cleaning and reading happen in processes of their own (`accordingto.pipeline.workers`); this one gathers, asks the store what it
has already, and writes. How far the source was taken stands in the same transaction as what was taken from it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accordingto.capture.gather import Container, Found, Item, Missed, Options, Skipped, gather
from accordingto.model import AccordingtoError, Forgotten, Report, Run
from accordingto.model.protocols import Checkpoint, Entry, Keeper, Kept, Unread
from accordingto.pipeline.ahead import ahead
from accordingto.pipeline.prepare import Work
from accordingto.pipeline.steps import Step, cleaned, read
from accordingto.pipeline.workers import Crew

if TYPE_CHECKING:
    pass

STDIN = "-"
_NOTHING = Skipped("", "", "nothing has come")


@dataclass(frozen=True, slots=True)
class Plan:
    """How sources are taken in."""

    options: Options = field(default_factory=Options)
    outlet: str | None = None
    """The outlet of all reports; wins over what sources and reports say."""
    published: str | None = None
    cases: tuple[str, ...] = ()
    read: bool = True
    """Whether reports are read, or only cleaned and kept."""
    resume: bool = True
    """Whether a source that was left in the middle is gone on with, or begun anew."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one item of a source."""

    where: str
    position: str
    kept: Kept | None = None
    """``None`` where it could not be read, is no report, or is a file that reports are cut from."""
    report: str | None = None
    """Id."""
    previous: str | None = None
    """Id of the edition or extraction before."""
    title: str | None = None
    statements: int | None = None
    """How many were read now; ``None`` where nothing was."""
    error: AccordingtoError | None = None
    skipped: str | None = None
    """Why it is no report, in a few words."""


@dataclass(frozen=True, slots=True)
class Handed:
    """An item that is handed over one by one, and what is kept with it."""

    item: Found | Missed
    cases: tuple[str, ...] = ()
    """Collections that its report goes into, beside those of the plan."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """For `Entry`."""


@dataclass(slots=True, eq=False)
class _Step(Step[Report | None]):
    """An item on its way."""

    item: Item
    cases: tuple[str, ...]
    report: Report | None = field(default=None, kw_only=True)
    known: str | None = None
    """Id of the report that it is, where taking it in would change nothing."""

    @property
    def size(self) -> int:
        """Bytes of its capture."""
        return len(self.item.capture.data) if isinstance(self.item, Found | Container) else 0


@dataclass(eq=False)
class Intake:
    """Takes sources into a store with one plan."""

    store: Keeper
    crew: Crew
    plan: Plan = field(default_factory=Plan)
    work: Work = field(default_factory=Work)

    def take(self, source: str) -> Iterator[Taken]:
        """Take a source in, and tell what became of each of its items, in order.

        What could not be read is kept as a failure and stops nothing. Left in the middle, it goes on there next time.

        Args:
            source: a path, an address, or ``-`` for standard input.

        Raises:
            UsageError: where it cannot be carried out as asked.
        """
        name = source_name(source, self.plan)
        reached = self.store.reached(name) if name and self.plan.resume else None
        position = after = None if reached is None or reached.done else reached.position
        items = gather(source, self.plan.options, after=after)
        for step in self._through(_Step(item, self.plan.cases) for item in items):
            yield self._kept(step, name)
            position = step.item.position or position
        if name and position is not None and self.store.reached(name) != (end := Checkpoint(name, position, done=True)):
            self.store.reach(end)

    def take_handed(self, handed: Iterable[Handed | None]) -> Iterator[Taken | None]:
        """Take in what somebody hands over as it comes, and tell what became of each, in order.

        Args:
            handed: items; ``None`` says that none has come for a moment, and lets those before it come to their end.

        Yields:
            What became of an item; ``None`` for ``None``.
        """
        for step in self._through(self._step(one) for one in handed):
            yield None if step.item is _NOTHING else self._kept(step, None)

    def _step(self, handed: Handed | None) -> _Step:
        if handed is None:
            return _Step(_NOTHING, ())
        cases = tuple(dict.fromkeys((*self.plan.cases, *handed.cases)))
        return _Step(handed.item, cases, given=dict(handed.given))

    def _through(self, steps: Iterable[_Step]) -> Iterator[_Step]:
        """Steps in their order, cleaned and read."""
        done = (cleaned(self.crew, step) for step in ahead(steps, self._clean, self.crew))
        for step in ahead(done, self._begin_reading, self.crew):
            read(self.crew, step)
            self.crew.turn()
            yield step

    @cached_property
    def _run(self) -> Run:
        """What makes records in the crew's processes. It is asked for there, so that this one opens no model."""
        made: Run = self.crew.result(self.crew.submit(self.work.run))
        return made

    def _clean(self, step: _Step) -> None:
        item = step.item
        if not isinstance(item, Found):
            return
        outlet = self.plan.outlet or item.outlet
        step.known = self.store.settled(item.capture, outlet=outlet, cases=step.cases, read=self.plan.read)
        if step.known is None:
            published = self.plan.published or item.published
            step.ticket = self.crew.submit(self.work.clean, item.capture, outlet, published, item.title)

    def _begin_reading(self, step: _Step) -> None:
        if step.report and self.plan.read and not self.store.current(step.report.id, self._run):
            step.ticket = self.crew.submit(self.work.read, step.report, _where(step.item))

    def _kept(self, step: _Step, name: str | None) -> Taken:
        """Write a step that has come to its turn."""
        item = step.item
        checkpoint = Checkpoint(name, item.position) if name and item.position else None
        if isinstance(item, Skipped):
            return Taken(item.where, item.position, skipped=item.reason)
        if isinstance(item, Container):
            self.store.keep(item.capture)
            return Taken(_where(item), item.position)
        if isinstance(item, Missed):
            return self._failed(item, item.error, checkpoint)
        if step.known:
            return Taken(_where(item), item.position, Kept.KNOWN, step.known)
        if step.error or step.report is None:
            assert step.error
            return self._failed(item, step.error, checkpoint)
        return self._put(item, step, step.report, checkpoint)

    def _put(self, item: Found, step: _Step, report: Report, checkpoint: Checkpoint | None) -> Taken:
        entry = Entry(item.capture, report, step.reading, cases=step.cases, checkpoint=checkpoint, given=step.given)
        try:
            outcome = self.store.put(entry)
        except Forgotten:
            return Taken(_where(item), item.position, skipped="forgotten before")
        return Taken(
            _where(item),
            item.position,
            outcome.kept,
            outcome.report,
            outcome.previous,
            title=report.title.value if report.title else None,
            statements=len(step.reading.statements) if step.reading else None,
        )

    def _failed(self, item: Found | Missed, error: AccordingtoError, checkpoint: Checkpoint | None) -> Taken:
        capture = item.capture if isinstance(item, Found) else None
        self.store.fail(Unread(_where(item), error, capture, at=_now(), checkpoint=checkpoint))
        return Taken(_where(item), item.position, error=error)


def _where(item: Item) -> str:
    if isinstance(item, Missed | Skipped):
        return item.where
    sightings = item.capture.sightings
    return sightings[0].where if sightings else item.capture.id


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def source_name(source: str, plan: Plan) -> str | None:
    """What the store calls a source to know how far it was taken; ``None`` where it cannot be gone on with.

    A file that changed is another source, and so is the same one taken in otherwise.
    """
    if source == STDIN:
        return None
    parts = [source if "://" in source else os.path.realpath(source)]
    path = Path(parts[0])
    if path.is_file():
        status = path.stat()
        changed = datetime.fromtimestamp(status.st_mtime_ns // 10**9, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        parts.append(f"{status.st_size} bytes of {changed}.{status.st_mtime_ns % 10**9:09}Z")
    options = plan.options
    told = {
        "text column": options.text_column,
        **{f"{role} column": name for role, name in options.columns},
        "outlet": plan.outlet,
        "published": plan.published,
        "case": ", ".join(plan.cases) or None,
        "list": "yes" if options.as_list else None,
        "read": None if plan.read else "no",
    }
    return " · ".join([*parts, *(f"{name} {value}" for name, value in told.items() if value)])
