"""What a `Store` does with stories: it hands them out to be compared, keeps what was found, and gives it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, or_, select, update

from accordingto.compare.travel import Travel
from accordingto.model import NotKept, sha256
from accordingto.model.travel import Story
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import Assembled, Related
from accordingto.store import storybook, tracing, travel, travel_record, vectors
from accordingto.store.contradicting import Sought, contradictions
from accordingto.store.fetch import asked, reading_of
from accordingto.store.opposed import Contradiction
from accordingto.store.provisional import provisional
from accordingto.store.schema.records import readings, reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.storying import Asked, Listed, listed, standing, story_record
from accordingto.store.syncing import parted

T = TypeVar("T")
BATCH = 200
"""Stories whose ids are fetched at a time."""


class Opened(Protocol):
    """An opened store."""

    engine: Engine

    def looking(self) -> AbstractContextManager[Connection]:
        """A transaction that reads one state of the database."""

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Carry out work in one transaction that writes."""


class Telling:
    """The part of `accordingto.store.store.Store` that knows stories. It implements `accordingto.pipeline.relating.Stories`."""

    def changed_stories(self: Opened) -> Iterator[str]:
        """Ids of the stories whose reports have yet to be compared, in the order in which they were founded."""
        last = -1
        while True:
            query = select(stories.c.key, stories.c.id).where(stories.c.changed, stories.c.key > last)
            with self.looking() as connection:
                rows = connection.execute(query.order_by(stories.c.key).limit(BATCH)).all()
            if not rows:
                return
            yield from (row.id for row in rows)
            last = rows[-1].key

    def stories_of(self: Opened, given: Iterable[str]) -> list[str]:
        """Ids of the stories that some reports are in, in the order in which they were founded, each once."""
        found: dict[int, str] = {}
        with self.looking() as connection:
            for part in parted(list(given)):
                inside = select(story_reports.c.story_key).join(reports).where(reports.c.id.in_(part))
                rows = connection.execute(select(stories.c.key, stories.c.id).where(stories.c.key.in_(inside)))
                found |= {row.key: row.id for row in rows}
        return [found[key] for key in sorted(found)]

    def stories_named(self: Opened, given: Iterable[str]) -> list[str]:
        """Ids of the stories that some ids mean, of stories or of reports in them, each once.

        Raises:
            UsageError: where one means none.
        """
        with self.looking() as connection:
            return list(dict.fromkeys(standing(connection, one) for one in given))

    def mark_stories(self: Opened, given: Iterable[str] | None) -> None:
        """Have some stories compared anew, or all."""
        wanted = None if given is None else list(given)

        def work(connection: Connection) -> None:
            marked = update(stories).values(changed=True)
            if wanted is None:
                connection.execute(marked)
            for part in parted(wanted or []):
                connection.execute(marked.where(stories.c.id.in_(part)))

        self.transact(work)

    def assembled(self: Opened, story: str) -> Assembled | None:
        """A story with its reports; ``None`` where there is none, its reports need not be compared, or none of them is read."""
        with self.looking() as connection:
            row = connection.execute(
                select(stories.c.key, stories.c.revision).where(stories.c.id == story, stories.c.changed)
            ).first()
            if row is None:
                return None
            found = tuple(_readings(connection, row.key))
            if not found:
                return None
            return Assembled(story, _state(connection, row.key, row.revision), found, _meanings(connection, row.key))

    def keep_travel(self: Opened, assembled: Assembled, related: Related) -> bool:
        """Keep what was found between the reports of a story, in one transaction.

        Returns:
            Whether its reports were still those that were compared; if not, nothing is kept and it stays to be compared.
        """

        def work(connection: Connection) -> bool:
            asked = select(stories.c.key, stories.c.revision).where(stories.c.id == assembled.story)
            row = connection.execute(asked.with_for_update()).first()
            if row is None or _state(connection, row.key, row.revision) != assembled.state:
                return False
            at = datetime.now(UTC).isoformat(timespec="seconds")
            attached = len(related.attached)
            travel.keep(connection, row.key, related.travel, assembled.readings, at=at, attached=attached)
            return storybook.compared(connection, storybook.Changed(row.key, assembled.story, row.revision))

        return self.transact(work)

    def stories(self: Opened, asked: Asked | None = None) -> list[Listed]:
        """Stories with what was found between their reports, the latest first.

        Args:
            asked: which; all without it.
        """
        with self.looking() as connection:
            return listed(connection, asked or Asked())

    def story(self: Opened, story: str) -> Story:
        """A story, by its id or by one that went up in it.

        Raises:
            UsageError: where there is none.
        """
        with self.looking() as connection:
            return story_record(connection, storybook.resolve(connection, story))

    def story_changed(self: Opened, story: str) -> bool:
        """Whether a story's reports have yet to be compared, or have changed since they were."""
        with self.looking() as connection:
            return bool(connection.scalar(select(stories.c.changed).where(stories.c.id == story)))

    def report_named(self: Opened, named: str) -> str:
        """Id of the report that an id or an address means; of an address its latest edition.

        Raises:
            UsageError: where there is none.
        """
        query = select(reports.c.id).where(or_(reports.c.id == named, reports.c.url == named))
        with self.looking() as connection:
            found: str | None = connection.scalar(query.order_by(reports.c.edition.desc()).limit(1))
        if found is None:
            raise NotKept(f"there is no report {named} in this store; accordingto reports lists what there is")
        return found

    def traced(self: Opened, ident: str) -> tuple[str, str]:
        """The story that a statement, quotation or matter is in, and its words.

        Raises:
            UsageError: where there is nothing of that id, or its report is in no story.
        """
        with self.looking() as connection:
            return tracing.traced(connection, ident)

    def story_readings(self: Opened, story: str) -> list[Reading]:
        """The readings of a story's reports, in the order of keeping; those kept unread are left out.

        Raises:
            UsageError: where there is no such story.
        """
        with self.looking() as connection:
            return list(_readings(connection, _key(connection, story)))

    def travel(self: Opened, story: str) -> Travel | None:
        """What was found between the reports of a story when they were last compared; ``None`` where they never were.

        Raises:
            UsageError: where there is no such story.
            IntegrityError: where its record is damaged.
        """
        with self.looking() as connection:
            return travel_record.read(connection, _key(connection, story))

    def provisional(self: Opened, story: str, found: Travel, held: Sequence[Reading]) -> Travel:
        """What was found just now between the readings of a story, with the ids and the decisions that its groups have here.

        Raises:
            UsageError: where there is no such story.
            IntegrityError: where the record of what was found before is damaged.
        """
        with self.looking() as connection:
            return provisional(connection, _key(connection, story), found, held)

    def contradictions(self: Opened, sought: Sought | None = None) -> list[Contradiction]:
        """Pairs of statements that contradict each other, the latest first, with both sentences and the slot that differs.

        Args:
            sought: which; all without it.
        """
        with self.looking() as connection:
            return contradictions(connection, sought or Sought())


def _key(connection: Connection, story: str) -> int:
    found: int | None = connection.scalar(
        select(stories.c.key).where(stories.c.id == storybook.resolve(connection, story))
    )
    if found is None:
        raise NotKept(f"there is no story {story} in this store; accordingto stories lists what there is")
    return found


def _readings(connection: Connection, story: int) -> Iterator[Reading]:
    query = asked().join(story_reports, story_reports.c.report_key == reports.c.key)
    for row in connection.execute(query.where(story_reports.c.story_key == story).order_by(reports.c.key)).all():
        yield reading_of(connection, row)


def _meanings(connection: Connection, story: int) -> dict[str, bytes]:
    """The vectors of contents of a story's statements, as far as they are kept."""
    keys = connection.scalars(select(story_reports.c.report_key).where(story_reports.c.story_key == story))
    return vectors.of_reports(connection, list(keys))


def _state(connection: Connection, story: int, revision: int) -> str:
    """What tells whether a story has changed: which reports it has, and what was read from each."""
    query = (
        select(story_reports.c.report_key, reports.c.record_sha256, readings.c.record_sha256)
        .join(reports, reports.c.key == story_reports.c.report_key)
        .outerjoin(readings, readings.c.report_key == reports.c.key)
        .where(story_reports.c.story_key == story)
    )
    rows = sorted((key, report, reading or "") for key, report, reading in connection.execute(query))
    return sha256(repr((revision, rows)).encode())
