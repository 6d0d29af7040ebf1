"""In which reports a statement stands, and in which stories these are."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_reports


@dataclass(frozen=True, slots=True)
class Home:
    """A report that has a statement."""

    report: str
    story: str | None
    story_key: int | None
    story_title: str | None


def homes(connection: Connection, statement: str) -> list[Home]:
    """The reports that have a statement, those that are in a story first, then in the order of keeping; reports of one text share it."""
    query = (
        select(reports.c.id, stories.c.id, stories.c.key, stories.c.title)
        .select_from(statements)
        .join(reports, reports.c.key == statements.c.report_key)
        .outerjoin(story_reports, story_reports.c.report_key == reports.c.key)
        .outerjoin(stories, stories.c.key == story_reports.c.story_key)
        .where(statements.c.id == statement)
        .order_by(stories.c.key.is_(None), reports.c.key)
    )
    return [Home(*row) for row in connection.execute(query)]
