"""Working on what a store holds: reports that were cleaned by an older version, or never read, or read by an older run.

Nothing is done again whose ingredients are the same. What was done is no longer found wanting, so an interrupted pass goes on
where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from accordingto.clean import EXTRACTION
from accordingto.model import Capture, Field, Moment, Report, Run
from accordingto.model.protocols import Entry, Kept, Shelf
from accordingto.pipeline.ahead import ahead
from accordingto.pipeline.ingest import Taken
from accordingto.pipeline.prepare import Work
from accordingto.pipeline.steps import Step, cleaned, read
from accordingto.pipeline.workers import Crew

if TYPE_CHECKING:
    pass


@dataclass(slots=True, eq=False)
class _Step(Step[Report]):
    capture: Capture
    stood: str
    """Id of the report as it stood before."""

    @property
    def size(self) -> int:
        """Bytes of its capture."""
        return len(self.capture.data)

    @property
    def where(self) -> str:
        """Where the report came from."""
        return self.capture.sightings[-1].where if self.capture.sightings else self.report.id


@dataclass(eq=False)
class Processing:
    """Brings a store up to date with what is installed and what the user added to it."""

    store: Shelf
    crew: Crew
    work: Work = field(default_factory=Work)
    extractions: frozenset[str] = frozenset(EXTRACTION.split())
    """Versions of the cleaning in force."""

    def run(self) -> Iterator[Taken]:
        """Clean anew, from the bytes that are kept, what an older version cleaned; read that, and what another run read or none.

        Yields:
            What became of each report. One that fails is told, stays as it was, and stops nothing.
        """
        run: Run = self.crew.result(self.crew.submit(self.work.run))
        steps = (
            _Step(self.store.capture(name), name, report=self.store.report(name)) for name in self.store.stale(run)
        )
        done = (cleaned(self.crew, step) for step in ahead(steps, self._begin_cleaning, self.crew))
        for step in ahead(done, self._begin_reading, self.crew):
            read(self.crew, step)
            self.crew.turn()
            yield self._kept(step)

    def _begin_cleaning(self, step: _Step) -> None:
        if step.report.extraction in self.extractions:
            return
        published = _given(step.report.published)
        moment = published.iso if isinstance(published, Moment) else None
        outlet, title = _given(step.report.outlet), _given(step.report.title)
        step.ticket = self.crew.submit(self.work.clean, step.capture, outlet, moment, title)

    def _begin_reading(self, step: _Step) -> None:
        if step.error is None:
            step.ticket = self.crew.submit(self.work.read, step.report, step.where)

    def _kept(self, step: _Step) -> Taken:
        if step.error is not None or step.reading is None:
            return Taken(step.where, step.stood, report=step.stood, error=step.error)
        cases = self.store.cases_of(step.stood)
        entry = Entry(step.capture, step.report, step.reading, cases=cases, given=step.given)
        outcome = self.store.put(entry)
        # a reading that came out the same is still work done, and counted as such
        kept = outcome.kept if outcome.kept is Kept.EXTRACTION else Kept.REREAD
        title = step.report.title.value if step.report.title else None
        statements = len(step.reading.statements)
        return Taken(step.where, step.stood, kept, outcome.report, outcome.previous, title, statements)


def _given(value: Field[Any] | None) -> Any:
    """What whoever added the report said, not the report itself."""
    return value.value if value is not None and value.read_from == "given" else None
