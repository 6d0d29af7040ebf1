"""Stories, kept: the index of `accordingto.compare.stories` in a database, written in a report's transaction.

Everything is looked up by key, some hundred rows a report, whatever the size of the store; nothing is held in memory. The editions
of a report are one report, at its latest edition.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, func, select

from accordingto.compare.stories import admit
from accordingto.compare.storyprints import StoryPrint, story_print
from accordingto.model.travel import StoryChangeKind
from accordingto.pipeline.reading import Reading
from accordingto.resources.background import open_background
from accordingto.store.fetch import report_of_row
from accordingto.store.schema.door import copy_pairs, copy_reports
from accordingto.store.schema.records import reports, successions
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.storybook import note
from accordingto.store.storyrows import StoryRows, refresh

_LOCK = 0x73746F72
"""PostgreSQL's number of the lock under which reports find their stories: two that are added at once would not see each other."""
NEAR = 300
"""Near copies of a report that are asked for their stories; a reprint has as many, and all of one story."""


def write(connection: Connection, report: int, reading: Reading | None, given: StoryPrint | None = None) -> None:
    """Find the story of a report among those that are kept; it takes the place of its earlier editions.

    Args:
        connection: inside the report's transaction, after `accordingto.store.door`: on PostgreSQL others wait from there on.
        report: its key.
        reading: its reading; the print is made of its report, or of that in the database, where none is given.
        given: its print.
    """
    lock(connection)
    if _later(connection, report):
        return
    before = _earlier(connection, report)
    homes = [home for home in (_take(connection, key) for key in before) if home is not None]
    made = given or made_of(connection, report, reading)
    if made is not None:
        _admit(connection, report, made, homes)
    _leave(connection, homes, name_of(connection, report))


def again(connection: Connection, report: int, reading: Reading | None, given: StoryPrint | None = None) -> None:
    """Bring what is kept of a report up to date; where its print is what it was, its story only has to be compared anew."""
    lock(connection)
    made = given or made_of(connection, report, reading)
    held = connection.execute(
        select(story_reports.c.terms, story_reports.c.story_key).where(story_reports.c.report_key == report)
    ).first()
    if held is not None and made is not None and held.terms == made.packed:
        refresh(connection, [held.story_key])
        return
    home = _take(connection, report)
    if made is not None and not _later(connection, report):
        _admit(connection, report, made, [] if home is None else [home])
    _leave(connection, [] if home is None else [home], name_of(connection, report))


def forget(connection: Connection, report: int) -> None:
    """Take a report out of its story, which goes with its last report; an earlier edition takes its place."""
    lock(connection)
    home = _take(connection, report)
    if home is None:
        return
    homes = [home]
    before = _before(connection, report)
    made = made_of(connection, before, None) if before is not None else None
    if before is not None and made is not None:
        _admit(connection, before, made, homes)
    _leave(connection, homes, name_of(connection, report))


def lock(connection: Connection) -> None:
    """On PostgreSQL, wait until nobody else finds stories; SQLite has one writer at a time."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def made_of(connection: Connection, report: int, reading: Reading | None) -> StoryPrint | None:
    """The print of a report: of that of its reading, else of that in the database."""
    if reading is not None:
        return story_print(reading.report, open_background())
    columns = (reports.c.text, reports.c.text_exact, reports.c.record)
    row = connection.execute(select(*columns).where(reports.c.key == report)).one()
    return story_print(report_of_row(row), open_background())


def name_of(connection: Connection, report: int) -> str:
    """Id of a report."""
    name: str = connection.scalars(select(reports.c.id).where(reports.c.key == report)).one()
    return name


def near_copies(connection: Connection, report: int) -> list[int]:
    """The reports that a report is an exact or near copy of."""
    text = connection.scalar(select(copy_reports.c.text_key).where(copy_reports.c.report_key == report))
    if text is None:
        return []
    pair = copy_pairs.c
    one = select(pair.other_key).where(pair.text_key == text, pair.kind == "near").limit(NEAR)
    other = select(pair.text_key).where(pair.other_key == text, pair.kind == "near").limit(NEAR)
    texts = {text, *connection.scalars(one), *connection.scalars(other)}
    found = select(copy_reports.c.report_key).where(
        copy_reports.c.text_key.in_(texts), copy_reports.c.report_key != report
    )
    return sorted(connection.scalars(found.order_by(copy_reports.c.report_key.desc()).limit(NEAR)))


def _admit(connection: Connection, report: int, made: StoryPrint, homes: Collection[int]) -> None:
    """Find the story of a report. Where it was alone in one before, it keeps that one, whatever it says now."""
    rows = StoryRows(connection)
    alone = [home for home in homes if rows.sizes([home])[home] == 0]
    story = admit(rows, report, made, near=near_copies(connection, report), home=alone[0] if alone else None)
    refresh(connection, [story])


def _leave(connection: Connection, homes: Iterable[int], because: str) -> None:
    """Bring stories up to date that a report has left; one without reports goes, and the ledger says so."""
    for home in sorted(set(homes)):
        held = connection.execute(select(stories.c.id, stories.c.reports).where(stories.c.key == home)).first()
        if held is not None and held.reports == 0:
            connection.execute(delete(stories).where(stories.c.key == home))
            note(connection, StoryChangeKind.EMPTIED, held.id, None, because)
        elif held is not None:
            refresh(connection, [home])


def _take(connection: Connection, report: int) -> int | None:
    """Take a report out of the index and out of its story; gives the story's key."""
    return StoryRows(connection).remove(report)


def _later(connection: Connection, report: int) -> bool:
    """Whether a later edition or cleaning of a report is kept."""
    own = connection.execute(select(reports.c.work_key, reports.c.edition).where(reports.c.key == report)).one()
    if (
        connection.scalar(select(successions.c.report_key).where(successions.c.previous_key == report).limit(1))
        is not None
    ):
        return True
    if own.work_key is None:
        return False
    newer = (reports.c.edition > own.edition) | ((reports.c.edition == own.edition) & (reports.c.key > report))
    return (
        connection.scalar(select(reports.c.key).where(reports.c.work_key == own.work_key, newer).limit(1)) is not None
    )


def _earlier(connection: Connection, report: int) -> list[int]:
    """The reports in stories in whose place a report stands now."""
    work = connection.scalar(select(reports.c.work_key).where(reports.c.key == report))
    found = set(connection.scalars(select(successions.c.previous_key).where(successions.c.report_key == report)))
    if work is not None:
        same = select(reports.c.key).where(reports.c.work_key == work, reports.c.key != report)
        found |= set(connection.scalars(same))
    held = select(story_reports.c.report_key).where(story_reports.c.report_key.in_(found))
    return sorted(connection.scalars(held)) if found else []


def _before(connection: Connection, report: int) -> int | None:
    """The report that is the latest of its work, or of its bytes, once this one is gone."""
    work = connection.scalar(select(reports.c.work_key).where(reports.c.key == report))
    if work is not None:
        same = select(reports.c.key).where(reports.c.work_key == work, reports.c.key != report)
        return connection.scalar(same.order_by(reports.c.edition.desc(), reports.c.key.desc()).limit(1))
    last = select(successions.c.previous_key).where(successions.c.report_key == report)
    return connection.scalar(last.order_by(successions.c.previous_key.desc()).limit(1))
