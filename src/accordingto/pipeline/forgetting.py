"""Taking a person out of all that a store holds: report by report, each redacted, read anew, and kept in the place of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from accordingto.model import Capture, NotKept, Report
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.redact import naming, place, redacted, spelt


class Holding(Protocol):
    """A store, as far as it matters here."""

    def saying(self, name: str) -> list[str]:
        """Ids of the reports in which some words stand in a row, and of all other editions and extractions of these."""

    def reading(self, report_id: str) -> Reading:
        """The reading of a report."""

    def report(self, report_id: str) -> Report:
        """A report."""

    def capture(self, report_id: str) -> Capture:
        """What a report was made of."""

    def cases_of(self, report_id: str) -> tuple[str, ...]:
        """Names of the collections that it is in."""

    def put(self, entry: Entry) -> Any:
        """Keep a report."""

    def forget_sources(self, named: Callable[[str], bool]) -> None:
        """Delete what is kept of files and addresses whose name tells something."""

    def forget(self, report_id: str, *, at: str, reason: str | None = None) -> Any:
        """Delete a report for good."""


class Forgetting:
    """Takes people out of a store. A report is gone only when the one without the name is kept: killed at any moment, none is lost."""

    def __init__(self, store: Holding) -> None:
        self._store = store

    def naming(self, name: str) -> list[str]:
        """Ids of the reports that name a person, in the order of keeping."""
        return [report for report in self._store.saying(name) if naming(self._read(report), name)]

    def _read(self, report: str) -> Reading:
        try:
            return self._store.reading(report)
        except NotKept:
            return Reading.unread_of(self._store.report(report))

    def take_out(
        self, name: str, reports: Iterable[str], *, at: str, reason: str | None = None
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Take a person out of reports, and before that out of the names of sources, which no report would lead to afterwards.

        Args:
            name: of the person.
            reports: their ids, as `naming` gives them.
            at: now, ISO 8601.
            reason: why; stays beside the hashes of what was there.

        Yields:
            The id of each report that is done, and where the files were seen that its bytes were cut from: they are kept, for other
            reports, and still name them.
        """
        self._store.forget_sources(lambda source: spelt(source, name))
        for report in reports:
            yield report, self._replaced(name, report, at=at, reason=reason)

    def _replaced(self, name: str, report: str, *, at: str, reason: str | None) -> tuple[str, ...]:
        before = self._read(report)
        made, capture = redacted(before.report, self._store.capture(report), naming(before, name), name)
        self._store.put(Entry(capture, made, self._anew(before, made, name), cases=self._store.cases_of(report)))
        containers: tuple[str, ...] = self._store.forget(report, at=at, reason=reason).containers
        return containers

    def _anew(self, before: Reading, made: Report, name: str) -> Reading | None:
        """What is read from the text as it is left; nothing where the report was kept unread."""
        from accordingto.pipeline.read import shared_reader

        if before.unread:
            return None
        return shared_reader().read_report(made, where=place(before.where, name))
