"""`Store`: the door to a database of reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sqlalchemy import URL, Connection, Engine, Select, and_, func, or_, select
from sqlalchemy.exc import DBAPIError

from accordingto.model import Capture, NotKept, Report, Run
from accordingto.model.protocols import Checkpoint, Entry, Outcome, Unread
from accordingto.pipeline.reading import Reading
from accordingto.store import collected
from accordingto.store import engine as engines
from accordingto.store.captures import read_capture, write_capture
from accordingto.store.collected import in_any_case
from accordingto.store.editions import EXTRACTION
from accordingto.store.failing import fail
from accordingto.store.fetch import asked, reading_of, report_of_row
from accordingto.store.forgetting import Gone, forget, forget_sources
from accordingto.store.migrate import Tell, prepare
from accordingto.store.packing import digest
from accordingto.store.put import put, reach
from accordingto.store.reviewing import Reviewing
from accordingto.store.schema.keeping import checkpoints
from accordingto.store.schema.records import captures, readings, reports, runs, successions
from accordingto.store.settled import settled
from accordingto.store.spelling import saying
from accordingto.store.telling import Telling

T = TypeVar("T")
RETRIES = 8
"""How often a transaction is tried again that another one got in the way of; each time both are a few milliseconds long."""
_CLASHES = ("40001", "40P01", "23505")
"""PostgreSQL: serialisation failure, deadlock, a unique row that another one made meanwhile."""
BATCH = 200
"""Reports read at a time by what goes through them all: some MB."""


class Store(Telling, Reviewing):
    """A database of reports, the bytes that they came from and what was read from them.

    It implements `accordingto.model.protocols.Keeper`. Each call that writes is one transaction; two programs may write at once. Not to
    be shared between threads or handed to another process: open one in each.
    """

    def __init__(self, engine: Engine, url: URL) -> None:
        self.engine = engine
        self.url = url

    @classmethod
    def open(
        cls,
        url: str | Path = engines.DEFAULT,
        *,
        create: bool = True,
        read_only: bool = False,
        patience: float | None = None,
        tell: Tell | None = None,
    ) -> Store:
        """Open a store, made where there is none; one with an older schema is brought up to date.

        Args:
            url: a path of a file of SQLite, or an address: ``postgresql://USER@HOST/DATABASE``.
            create: whether it may be made.
            read_only: whether nothing will be written; an older schema is then refused.
            patience: seconds that PostgreSQL may work at one query before it stops with `TookTooLong`; any where ``None``.
            tell: is told that an older schema is brought up to date.

        Raises:
            UsageError: where it cannot be opened; the message says why and what to do.
        """
        made = engines.address(url)
        engine = engines.open_engine(made, create=create, read_only=read_only, patience=patience)
        name = made.render_as_string() if made.get_backend_name() != "sqlite" else str(made.database)
        try:
            with engines.explained(made):
                prepare(engine, name, create=create, read_only=read_only, tell=tell or _untold)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, made)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that writes."""
        return engines.writing(self.engine)

    def looking(self) -> AbstractContextManager[Connection]:
        """A transaction that reads one state of the database."""
        return engines.reading(self.engine)

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Carry out work in one transaction that writes; it is tried again where another one got in its way."""
        for attempt in range(RETRIES + 1):
            try:
                with self.writing() as connection:
                    return work(connection)
            except Exception as error:
                if attempt == RETRIES or _state(error) not in _CLASHES:
                    raise
        raise AssertionError  # the last attempt has returned or raised

    def put(self, entry: Entry) -> Outcome:
        """Keep a report with all that belongs to it, in one transaction.

        The same bytes are one capture with another sighting. The same report is kept once; another text at its address is a new
        edition, another text that a newer cleaning made of the same bytes a new extraction, each tied to the one before. Records
        that another run made replace those that differ; what does not differ keeps its rows and keys.

        Raises:
            UsageError: where the report has more records than a store can number.
        """
        return self.transact(lambda connection: put(connection, entry))

    def fail(self, unread: Unread) -> None:
        """Keep what could not be read and why, with its bytes where there are any."""
        self.transact(lambda connection: fail(connection, unread))

    def forget(self, report_id: str, *, at: str, reason: str | None = None) -> Gone:
        """Delete a report for good, with its bytes and all that was read from it; hashes stay, so that it is not taken in again.

        Args:
            report_id: the report.
            at: now, ISO 8601.
            reason: why; stays beside the hashes.

        Raises:
            UsageError: where there is no such report.
        """
        gone = self.transact(lambda connection: forget(connection, report_id, at=at, reason=reason))
        engines.wiped(self.engine)
        return gone

    def forget_sources(self, named: Callable[[str], bool]) -> None:
        """Delete how far sources were taken, and what failed in them, where their name tells something that must go."""
        self.transact(lambda connection: forget_sources(connection, named))

    def saying(self, name: str) -> list[str]:
        """Ids of the reports in which some words stand in a row, and of other editions and extractions of these."""
        with self.looking() as connection:
            return saying(connection, name)

    def keep(self, capture: Capture) -> bool:
        """Keep bytes alone: a file that reports are cut from. Gives whether they are new."""
        return self.transact(lambda connection: write_capture(connection, capture))[2]

    def reach(self, checkpoint: Checkpoint) -> None:
        """Note how far a source was taken."""
        self.transact(lambda connection: reach(connection, checkpoint))

    def reached(self, source: str) -> Checkpoint | None:
        """How far a source was taken, or ``None``."""
        with self.looking() as connection:
            row = connection.execute(select(checkpoints).where(checkpoints.c.digest == digest(source))).first()
        return Checkpoint(row.source, row.position, row.done) if row else None

    def current(self, report_id: str, run: Run) -> bool:
        """Whether there is a reading of the report that this run need not make again."""
        with self.looking() as connection:
            found = connection.execute(
                select(reports.c.extraction, runs)
                .join(readings, readings.c.report_key == reports.c.key)
                .join(runs, runs.c.key == readings.c.run_key)
                .where(reports.c.id == report_id)
            ).first()
        return found is not None and _same(Run(*found[3:]), run) and found[0] in run.extraction.split()

    def settled(self, capture: Capture, *, outlet: str | None, cases: tuple[str, ...], read: bool) -> str | None:
        """Id of the report that these bytes were taken in as, where taking them in again would change nothing.

        Args:
            capture: bytes, with the sighting that they come with.
            outlet: the outlet's name, where it is given from outside.
            cases: collections that the report is to be in.
            read: whether it is to have been read, by any run.
        """
        with self.looking() as connection:
            return settled(connection, capture, outlet=outlet, wanted=cases, read=read)

    def cases_of(self, report_id: str) -> tuple[str, ...]:
        """Names of the collections that a report is in, sorted."""
        with self.looking() as connection:
            key = connection.scalar(select(reports.c.key).where(reports.c.id == report_id))
            return () if key is None else collected.cases_of(connection, key)

    def stale(self, run: Run) -> Iterator[str]:
        """Ids of the reports that this run should read, in the order of keeping.

        Those never read, read by a run of another model, lexicon, gazetteer or version, or cleaned by other rules than this run's. A
        report in whose place a newer extraction stands is history and is not read again.
        """
        later = successions.alias()
        yes = and_(
            runs.c.version == run.version,
            runs.c.model_sha256 == run.model_sha256,
            runs.c.lexicons_sha256 == run.lexicons_sha256,
            runs.c.gazetteer_sha256 == run.gazetteer_sha256,
            reports.c.extraction.in_(run.extraction.split()),
        )
        replaced = select(later.c.report_key).where(later.c.previous_key == reports.c.key, later.c.kind == EXTRACTION)
        query = (
            select(reports.c.key, reports.c.id)
            .outerjoin(readings, readings.c.report_key == reports.c.key)
            .outerjoin(runs, runs.c.key == readings.c.run_key)
            .where(or_(readings.c.run_key.is_(None), ~yes), ~replaced.exists())
        )
        yield from self._batches(query)

    def reading(self, report_id: str) -> Reading:
        """The reading of a report, equal to the one that was put.

        Raises:
            UsageError: where there is no such report, or it has not been read.
            IntegrityError: where its record is damaged.
        """
        with self.looking() as connection:
            row = connection.execute(asked().where(reports.c.id == report_id)).first()
            if row is None:
                raise NotKept(f"there is no reading of {report_id} in this store")
            return reading_of(connection, row)

    def report(self, report_id: str) -> Report:
        """A report.

        Raises:
            UsageError: where there is no such report.
            IntegrityError: where its record is damaged.
        """
        query = select(reports.c.text, reports.c.text_exact, reports.c.record).where(reports.c.id == report_id)
        with self.looking() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise NotKept(f"there is no report {report_id} in this store")
        return report_of_row(row)

    def capture(self, report_id: str) -> Capture:
        """The capture that a report was made of, with the address that it had then.

        Raises:
            UsageError: where there is no such report.
            IntegrityError: where the bytes are damaged.
        """
        query = select(reports.c.capture_key, reports.c.sighting_key).where(reports.c.id == report_id)
        with self.looking() as connection:
            row = connection.execute(query).first()
            if row is None:
                raise NotKept(f"there is no report {report_id} in this store")
            return read_capture(connection, row.capture_key, row.sighting_key)

    def has_bytes(self, sha256: str) -> bool:
        """Whether bytes of this hash are kept."""
        with self.looking() as connection:
            return connection.scalar(select(captures.c.key).where(captures.c.sha256 == sha256)) is not None

    def reports(self, *, case: str | None = None) -> Iterator[str]:
        """Ids of all reports, or of those in a case, in the order of keeping; memory does not grow with their number."""
        query = select(reports.c.key, reports.c.id)
        if case is not None:
            query = query.where(reports.c.key.in_(in_any_case(case)))
        yield from self._batches(query)

    def readings(self, *, case: str | None = None) -> Iterator[Reading]:
        """All readings, or those of a case, in the order of keeping; memory does not grow with their number."""
        for name in self.reports(case=case):
            with self.looking() as connection:
                row = connection.execute(asked().where(reports.c.id == name)).first()
                found = reading_of(connection, row) if row else None
            if found is not None:
                yield found

    def count(self) -> int:
        """How many reports there are."""
        with self.looking() as connection:
            return connection.scalar(select(func.count()).select_from(reports)) or 0

    def _batches(self, query: Select[int, str]) -> Iterator[str]:
        """Ids in the order of `reports.key`, a batch a transaction: a long one would keep SQLite's log from being folded in."""
        last = -1
        while True:
            with self.looking() as connection:
                page = query.where(reports.c.key > last).order_by(reports.c.key).limit(BATCH)
                rows = connection.execute(page).all()
            if not rows:
                return
            yield from (row.id for row in rows)
            last = rows[-1].key


def _state(error: Exception) -> str | None:
    """What PostgreSQL calls an error that it raised."""
    state: str | None = getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlstate", None)
    return state


def _untold(message: str) -> None:
    """Tells nobody."""


def _same(a: Run, b: Run) -> bool:
    """Whether two runs differ in nothing but the versions of the cleaning."""
    return (a.version, a.model_sha256, a.lexicons_sha256, a.gazetteer_sha256) == (
        b.version,
        b.model_sha256,
        b.lexicons_sha256,
        b.gazetteer_sha256,
    )


def open_store(url: str | Path = engines.DEFAULT, *, create: bool = True, read_only: bool = False) -> Store:
    """Open a store, made where there is none. Used as a context manager, it is closed when it is left.

    Args:
        url: a path of a file of SQLite, or an address: ``postgresql://USER@HOST/DATABASE``.
        create: whether it may be made.
        read_only: whether nothing will be written.

    Raises:
        UsageError: where it cannot be opened; the message says why and what to do.
    """
    return Store.open(url, create=create, read_only=read_only)
