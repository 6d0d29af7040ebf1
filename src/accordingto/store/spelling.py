"""Reports by words that stand in them, all of them and not only those that a search shows."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from accordingto.language.terms import words
from accordingto.model import UsageError
from accordingto.store.filters import Filters
from accordingto.store.find import Target, index_of, matching
from accordingto.store.query import Phrase
from accordingto.store.schema.records import reports, successions
from accordingto.store.syncing import parted


def saying(connection: Connection, name: str) -> list[str]:
    """Ids of the reports in which some words stand in a row, and of all other editions and extractions of these.

    A text that a better extraction took the place of is in no index, and still there.

    Raises:
        UsageError: where there is no word.
    """
    sought = tuple(words(name))
    if not sought:
        raise UsageError("a name to look for needs a letter or a number")
    index = index_of(connection, Phrase(sought), Filters(), Target.REPORTS)
    found = set(matching(connection, index, 2**62))
    found |= _related(connection, found)
    named: dict[int, str] = {}
    for part in parted(sorted(found)):
        named |= {
            row.key: row.id
            for row in connection.execute(select(reports.c.key, reports.c.id).where(reports.c.key.in_(part)))
        }
    return [named[key] for key in sorted(named)]


def _related(connection: Connection, keys: set[int]) -> set[int]:
    """Keys of what came before and after some reports."""
    seen, fresh = set(keys), set(keys)
    while fresh:
        reached: set[int] = set()
        for part in parted(sorted(fresh)):
            query = select(successions.c.report_key, successions.c.previous_key)
            either = or_(successions.c.report_key.in_(part), successions.c.previous_key.in_(part))
            for row in connection.execute(query.where(either)):
                reached |= {row.report_key, row.previous_key}
        fresh = reached - seen
        seen |= fresh
    return seen
