"""Stories of hand-made readings, put together by hand: how reports are grouped is another matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select

from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import Related, Relating, relate
from accordingto.pipeline.workers import Alone
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.store import Store
from tests.compare import crossing
from tests.store.made import entry_of


def put(store: Store, readings: Iterable[Reading]) -> list[str]:
    """Keep readings; gives the ids of their reports."""
    kept = []
    for reading in readings:
        entry = entry_of(reading, url=f"https://outlet.example/{reading.report.id}", where=reading.where)
        kept.append(store.put(entry).report)
    return kept


def story(store: Store, ident: str, members: Sequence[str]) -> str:
    """Make a story of some reports, whatever stories they were in; it is to be compared."""
    with store.writing() as connection:
        keys = [*connection.scalars(select(reports.c.key).where(reports.c.id.in_(members)))]
        own = select(stories.c.key).where(stories.c.id == ident)
        others = story_reports.c.report_key.not_in(keys) & story_reports.c.story_key.in_(own)
        connection.execute(delete(story_reports).where(others))
        row = {
            "title": ident,
            "first": "2023-11-14",
            "last": "2023-11-15",
            "revision": 1,
            "changed": True,
        }
        key = connection.scalar(select(stories.c.key).where(stories.c.id == ident))
        if key is None:
            made = connection.execute(insert(stories).values(id=ident, reports=len(keys), **row))
            key = made.inserted_primary_key[0]
        else:
            connection.execute(stories.update().where(stories.c.key == key).values(reports=len(keys), **row))
        mine = story_reports.c.report_key.in_(keys)
        connection.execute(story_reports.update().where(mine).values(story_key=key))
        used = select(story_reports.c.story_key)
        connection.execute(delete(stories).where(stories.c.key.not_in(used)))
    return ident


def crossing_story(store: Store) -> str:
    """The sample reports as one story."""
    return story(store, "story-crossing", put(store, crossing.readings()))


def compared(store: Store, ident: str, work=relate) -> Related:
    """Compare a story and keep what is found; gives what was found."""
    seen: list[Related] = []

    def noted(readings: tuple[Reading, ...], held: dict[str, bytes]) -> Related:
        seen.append(work(readings))
        return seen[-1]

    (told,) = Relating(store, Alone(), noted).these([ident])
    assert told.error is None
    return seen[0]
