"""Outlets of the store, counted: reports, statements by whom, copied text, sources credited. Counts, each with what it is counted in.

Counted are reports whose place no later edition or extraction has taken.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, case, cast, func, select, tuple_

from accordingto.model import Form, NotKept
from accordingto.store.schema.claims import statements
from accordingto.store.schema.door import copy_reports, copy_texts
from accordingto.store.schema.records import readings, reports, successions
from accordingto.store.schema.stories import stories, story_reports
from accordingto.store.schema.travel import lineage

Row = dict[str, Any]
MOST_CREDITED = 30
"""Sources that are told one by one of those that an outlet credits."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is counted of an outlet."""

    name: str | None
    """``None`` for the reports of which it is not known."""
    reports: int
    first: str | None
    last: str | None
    """Days of publication, of those that have one."""
    read: int = 0
    """Reports that were read; what follows is counted in these."""
    statements: int = 0
    attributed: int = 0
    """Statements with a voice below the outlet."""
    unnamed: int = 0
    """Of these, whose innermost voice nobody can tell from the report."""
    stories: int = 0
    compared: int = 0
    """Reports that were compared with others of their story, and have words to compare."""
    copying: int = 0
    """Of these, that took text from another report."""
    words: int = 0
    """Words of the bodies of the compared ones."""
    copied: int = 0
    """Of these words, found in the one report of which each took most."""
    credited: int = 0
    """Different sources that they cite."""


def outlets(connection: Connection, name: str | None = None, *, unknown: bool = False) -> list[Outlet]:
    """What is counted of each outlet, those with most reports first.

    Args:
        connection: to the store.
        name: only of this outlet.
        unknown: only of the reports of which the outlet is not known.
    """
    own: list[ColumnElement[bool]] = [reports.c.outlet.is_(None)] if unknown else []
    own += [reports.c.outlet == name] if name is not None else []
    made = {
        row.outlet: Outlet(row.outlet, row.reports, row.first, row.last) for row in _all(connection, _reports(), own)
    }
    for query in (_read(), _said(), _stories(), _copied(), _credited()):
        for row in _all(connection, query, own):
            counts = {name: int(value or 0) for name, value in row._mapping.items() if name != "outlet"}
            made[row.outlet] = Outlet(**{**asdict(made[row.outlet]), **counts})
    return sorted(made.values(), key=lambda one: (-one.reports, one.name or ""))


def _all(connection: Connection, query: Select[Any], own: list[ColumnElement[bool]]) -> Any:
    current = reports.c.key.not_in(select(successions.c.previous_key))
    return connection.execute(query.where(current, *own).group_by(reports.c.outlet))


def _reports() -> Select[Any]:
    day = reports.c.published_day
    counts = (func.count().label("reports"), func.min(day).label("first"), func.max(day).label("last"))
    return select(reports.c.outlet, *counts)


def _read() -> Select[Any]:
    return select(reports.c.outlet, func.count().label("read")).join(readings, readings.c.report_key == reports.c.key)


def _said() -> Select[Any]:
    attributed = case((statements.c.form != Form.NARRATION.value, 1), else_=0)
    unnamed = case((and_(statements.c.form != Form.NARRATION.value, statements.c.unnamed), 1), else_=0)
    counts = (
        func.count().label("statements"),
        func.sum(attributed).label("attributed"),
        func.sum(unnamed).label("unnamed"),
    )
    return select(reports.c.outlet, *counts).join(statements, statements.c.report_key == reports.c.key)


def _stories() -> Select[Any]:
    count = func.count(func.distinct(story_reports.c.story_key)).label("stories")
    return select(reports.c.outlet, count).join(story_reports, story_reports.c.report_key == reports.c.key)


def _copied() -> Select[Any]:
    """Copied words, by the largest share that a report has from one other; only where it is known which was first."""
    most = (
        select(lineage.c.report_key, func.max(lineage.c.share).label("share"))
        .where(lineage.c.kind == "copies", lineage.c.ordered)
        .group_by(lineage.c.report_key)
        .subquery()
    )
    words = copy_texts.c.words
    counts = (
        func.count().label("compared"),
        func.count(most.c.share).label("copying"),
        func.sum(words).label("words"),
        func.sum(cast(words * func.coalesce(most.c.share, 0), Integer)).label("copied"),
    )
    return (
        select(reports.c.outlet, *counts)
        .join(story_reports, story_reports.c.report_key == reports.c.key)
        .join(stories, and_(stories.c.key == story_reports.c.story_key, ~stories.c.changed))
        .join(copy_reports, copy_reports.c.report_key == reports.c.key)
        .join(copy_texts, copy_texts.c.key == copy_reports.c.text_key)
        .outerjoin(most, most.c.report_key == reports.c.key)
    )


def _credited() -> Select[Any]:
    count = func.count(func.distinct(_source())).label("credited")
    return _citing(select(reports.c.outlet, count))


def _source() -> Any:
    """Whom a report cites: the outlet of the report that it took from, else the name that it gives."""
    return func.coalesce(_TARGET.c.outlet, lineage.c.target)


_TARGET = reports.alias("target")


def _citing(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(reports)
        .join(lineage, and_(lineage.c.report_key == reports.c.key, lineage.c.kind == "cites"))
        .outerjoin(_TARGET, _TARGET.c.key == lineage.c.target_key)
    )


def outlet_of(connection: Connection, name: str) -> Outlet:
    """What is counted of one outlet.

    Raises:
        NotKept: where no report is of it.
    """
    found = outlets(connection, name)
    if not found:
        raise NotKept(f"no report of this store is of an outlet {name}; accordingto reports --by outlet lists them")
    return found[0]


def credited(connection: Connection, name: str) -> list[Row]:
    """Whom an outlet credits, in how many of its reports; most first."""
    count = func.count(func.distinct(reports.c.key)).label("reports")
    query = _citing(select(_source().label("name"), count)).where(reports.c.outlet == name)
    query = query.group_by(_source()).order_by(count.desc(), _source()).limit(MOST_CREDITED)
    return [dict(row._mapping) for row in connection.execute(query)]


def acts(connection: Connection, name: str) -> list[Row]:
    """What the innermost voices of its attributed statements do, and how often; most first."""
    count = func.count().label("statements")
    query = (
        select(statements.c.act, count)
        .join(reports, reports.c.key == statements.c.report_key)
        .where(reports.c.outlet == name, statements.c.form != Form.NARRATION.value)
        .where(reports.c.key.not_in(select(successions.c.previous_key)))
        .group_by(statements.c.act)
        .order_by(count.desc(), statements.c.act)
    )
    return [dict(row._mapping) for row in connection.execute(query)]


def reports_by(connection: Connection, name: str, *, after: str | None, limit: int) -> list[Row]:
    """Reports of an outlet, the last published first, those without a day last.

    Args:
        connection: to the store.
        name: of the outlet.
        after: id of the report behind which to go on.
        limit: how many at most.

    Raises:
        NotKept: where there is no report to go on behind.
    """
    order = (func.coalesce(reports.c.published, ""), reports.c.key)
    query = (
        select(*(reports.c[column] for column in ("id", "title", "published")), stories.c.id.label("story"))
        .outerjoin(story_reports, story_reports.c.report_key == reports.c.key)
        .outerjoin(stories, stories.c.key == story_reports.c.story_key)
        .where(reports.c.outlet == name, reports.c.key.not_in(select(successions.c.previous_key)))
    )
    if after is not None:
        row = connection.execute(select(*order).where(reports.c.id == after)).first()
        if row is None:
            raise NotKept(f"there is no report {after} in this store to go on behind")
        query = query.where(tuple_(*order) < tuple_(*row))
    rows = connection.execute(query.order_by(*(column.desc() for column in order)).limit(limit))
    return [dict(row._mapping) for row in rows]
