"""What became of stories: the ledger of their ids, and which of them have yet to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from accordingto.model import NotKept, UsageError
from accordingto.model.travel import StoryChange, StoryChangeKind
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_ledger, story_reports

REBUILT = "rebuilt"
"""What brings a change about where no report does."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A story whose reports have yet to be compared with each other."""

    key: int
    id: str
    revision: int
    """To be given back to `compared`: which reports it had."""


def resolve(connection: Connection, story: str) -> str:
    """The id under which a story is kept now: its own, or that of the story that it went up in.

    Raises:
        UsageError: where there never was such a story, or where the last report of it was forgotten.
    """
    seen: set[str] = set()
    while story not in seen:
        seen.add(story)
        if connection.scalar(select(stories.c.key).where(stories.c.id == story)) is not None:
            return story
        last = _last_change(connection, story)
        if last is None:
            raise NotKept(f"there is no story {story} in this store; accordingto stories lists what there is")
        if last.kind == StoryChangeKind.MERGED and last.other is not None:
            story = last.other
    raise UsageError(
        f"the reports of {story} were forgotten or are told elsewhere; accordingto stories lists what there is"
    )


def _last_change(connection: Connection, story: str) -> StoryChange | None:
    """The last line about a story itself."""
    found = changes(connection, story)
    own = [change for change in found if change.story == story]
    return own[-1] if own else None


def changes(connection: Connection, story: str) -> tuple[StoryChange, ...]:
    """The lines of the ledger in which a story stands, on either side, oldest first."""
    told = (story_ledger.c.story == story) | (story_ledger.c.other == story)
    rows = connection.execute(select(story_ledger).where(told).order_by(story_ledger.c.key))
    return tuple(StoryChange(StoryChangeKind(row.kind), row.story, row.other, row.at, row.because) for row in rows)


def note(connection: Connection, kind: StoryChangeKind, story: str, other: str | None, because: str) -> None:
    """Add a line to the ledger."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    values = {"story": story, "kind": kind.value, "other": other, "at": at, "because": because}
    connection.execute(insert(story_ledger).values(values))


def members(connection: Connection, story: int) -> tuple[str, ...]:
    """Ids of the reports of a story, by its key, in canonical order: by time of publication, those without one first, then by id."""
    query = (
        select(reports.c.id, reports.c.published)
        .join(story_reports, story_reports.c.report_key == reports.c.key)
        .where(story_reports.c.story_key == story)
    )
    return tuple(row.id for row in sorted(connection.execute(query), key=lambda row: (row.published or "", row.id)))


def story_of(connection: Connection, report_id: str) -> str | None:
    """Id of the story of a report; ``None`` for an earlier edition and a report of next to no words."""
    query = (
        select(stories.c.id)
        .join(story_reports, story_reports.c.story_key == stories.c.key)
        .join(reports, reports.c.key == story_reports.c.report_key)
        .where(reports.c.id == report_id)
    )
    return connection.scalar(query)


def changed(connection: Connection, *, limit: int) -> tuple[Changed, ...]:
    """The stories that have yet to be compared, in the order in which they were founded."""
    wanted = (stories.c.key, stories.c.id, stories.c.revision)
    rows = connection.execute(select(*wanted).where(stories.c.changed).order_by(stories.c.key).limit(limit))
    return tuple(Changed(row.key, row.id, row.revision) for row in rows)


def compared(connection: Connection, story: Changed) -> bool:
    """Note that a story was compared as it was; gives whether it still is so, and else it stays to be compared."""
    same = (stories.c.key == story.key) & (stories.c.revision == story.revision)
    return connection.execute(update(stories).where(same).values(changed=False)).rowcount > 0
