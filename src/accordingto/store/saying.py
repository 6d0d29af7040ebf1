"""In which reports a statement stands, and in which stories these are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from accordingto.store.schema.claims import statements
from accordingto.store.schema.records import readings, reports
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
    held: Any = statements.join(reports, reports.c.key == statements.c.report_key)
    return _homes(connection, held, statements.c.id == statement)


def homes_of_text(connection: Connection, text_sha256: str) -> list[Home]:
    """The reports of a text that have been read, in the same order."""
    held: Any = reports.join(readings, readings.c.report_key == reports.c.key)
    return _homes(connection, held, reports.c.text_sha256 == text_sha256)


def _homes(connection: Connection, held: Any, meant: ColumnElement[bool]) -> list[Home]:
    query = (
        select(reports.c.id, stories.c.id, stories.c.key, stories.c.title)
        .select_from(held)
        .outerjoin(story_reports, story_reports.c.report_key == reports.c.key)
        .outerjoin(stories, stories.c.key == story_reports.c.story_key)
        .where(meant)
        .order_by(stories.c.key.is_(None), reports.c.key)
    )
    return [Home(*row) for row in connection.execute(query)]
