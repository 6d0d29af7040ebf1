"""A store in memory: what `accordingto.model.protocols.Keeper` asks for and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from accordingto.model import Capture, Report, Run
from accordingto.model.protocols import Checkpoint, Entry, Kept, Outcome, Records, Unread


@dataclass
class Memory:
    captures: dict[str, Capture] = field(default_factory=dict)
    sightings: dict[tuple[str, str, str | None], list[str]] = field(default_factory=dict)
    """(Capture, where, at) → ids of the reports that it gave."""
    reports: dict[str, Report] = field(default_factory=dict)
    readings: dict[str, Records] = field(default_factory=dict)
    cases: dict[str, set[str]] = field(default_factory=dict)
    failures: dict[str, Unread] = field(default_factory=dict)
    checkpoints: dict[str, Checkpoint] = field(default_factory=dict)
    writes: int = 0
    """How many transactions there were."""
    interrupt_after: int | None = None
    """After how many of them Ctrl-C is pressed."""

    def _write(self, checkpoint: Checkpoint | None) -> None:
        if self.writes == self.interrupt_after:
            raise KeyboardInterrupt
        self.writes += 1
        if checkpoint:
            self.checkpoints[checkpoint.source] = checkpoint

    def put(self, entry: Entry) -> Outcome:
        self._write(entry.checkpoint)
        report = entry.report
        new = report.id not in self.reports
        reread = entry.reading is not None and self.readings.get(report.id) != entry.reading
        self.reports.setdefault(report.id, report)
        self.captures.setdefault(entry.capture.id, entry.capture)
        if entry.reading:
            self.readings[report.id] = entry.reading
        sighting = entry.capture.sightings[0]
        given = self.sightings.setdefault((entry.capture.id, sighting.where, sighting.at), [])
        seen = report.id in given
        if not seen:
            given.append(report.id)
        for case in entry.cases:
            self.cases.setdefault(case, set()).add(report.id)
        self.failures.pop(sighting.where, None)
        kept = Kept.NEW if new else Kept.REREAD if reread else Kept.KNOWN if seen else Kept.SEEN
        return Outcome(kept, report.id)

    def fail(self, unread: Unread) -> None:
        self._write(unread.checkpoint)
        self.failures[unread.where] = unread

    def keep(self, capture: Capture) -> bool:
        self._write(None)
        return self.captures.setdefault(capture.id, capture) is capture

    def current(self, report_id: str, run: Run) -> bool:
        reading = self.readings.get(report_id)
        return reading is not None and reading.run == run

    def settled(self, capture: Capture, *, outlet: str | None, cases: tuple[str, ...], read: bool) -> str | None:
        sighting = capture.sightings[0]
        for id_ in self.sightings.get((capture.id, sighting.where, sighting.at), ()):
            known = self.reports[id_].outlet
            given = known.value if known and known.read_from == "given" else None
            if (
                given == outlet
                and all(id_ in self.cases.get(case, ()) for case in cases)
                and (not read or id_ in self.readings)
            ):
                return id_
        return None

    def reached(self, source: str) -> Checkpoint | None:
        return self.checkpoints.get(source)

    def reach(self, checkpoint: Checkpoint) -> None:
        self._write(checkpoint)

    def stale(self, run: Run) -> Iterator[str]:
        return (id_ for id_ in list(self.reports) if not self.current(id_, run))
