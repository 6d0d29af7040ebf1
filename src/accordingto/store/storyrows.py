"""The `accordingto.compare.stories.Index` in a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.compare.stories import CROWD
from accordingto.compare.storylikeness import WINDOW, Weighed, opened
from accordingto.compare.storyprints import UNDATED, unpacked
from accordingto.model import content_id
from accordingto.model.travel import StoryChangeKind
from accordingto.store import applying
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_frequencies, story_ledger, story_reports, story_terms
from accordingto.store.storybook import note
from accordingto.store.writer import insert_rows

ALL = 0
"""In place of a term: counts all reports. No hash of a term is 0 but by a chance of one in 2^64."""
AT_ONCE = 5_000
"""Values a query asks for: SQLite takes 32,766 parameters, PostgreSQL 65,535."""
OPENING = 12
"""Words of a report without a headline that its story is called by."""
_HELD = select(story_frequencies).where(story_frequencies.c.term.in_(bindparam("values", expanding=True)))
_READ = select(story_reports.c.report_key, story_reports.c.terms, story_reports.c.rarities).where(
    story_reports.c.report_key.in_(bindparam("values", expanding=True))
)
_STORIES = select(story_reports.c.report_key, story_reports.c.story_key).where(
    story_reports.c.report_key.in_(bindparam("values", expanding=True))
)
_SIZES = select(stories.c.key, stories.c.reports).where(stories.c.key.in_(bindparam("values", expanding=True)))


class StoryRows:
    """The index of stories in a database; keys of reports and stories are those of their rows."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def frequencies(self, terms: Collection[int]) -> tuple[int, Mapping[int, int]]:
        """How many reports were counted, and how many of them hold each of some terms."""
        held = {row.term: row.reports for row in self._where(_HELD, [*terms, ALL])}
        return held.pop(ALL, 0), held

    def count(self, terms: Collection[int]) -> None:
        """Count one more report, which holds these terms."""
        self._counted(terms, 1)

    def _counted(self, terms: Collection[int], by: int) -> None:
        rows = [{"term": term, "reports": by} for term in sorted({*terms, ALL})]
        self.connection.execute(_adding(self.connection.dialect.name), rows)

    def holders(self, terms: Collection[int], day: int) -> Mapping[int, Sequence[int]]:
        """For each term the newest reports that are found by it, `CROWD` at most, published near a day or on no known one."""
        found: dict[int, list[int]] = defaultdict(list)
        spans = [(UNDATED, UNDATED), (day - WINDOW, day + WINDOW) if day != UNDATED else (UNDATED + 1, 2**31 - 1)]
        if terms:
            given = {f"t{i}": term for i, term in enumerate(sorted(terms))}
            for first, last in spans:
                asked = {**given, "first": first, "last": last, "most": CROWD}
                for row in self.connection.execute(_holders(len(given)), asked):
                    found[row.term].append(row.report_key)
        return found

    def read(self, reports: Collection[int]) -> Mapping[int, Weighed]:
        """Reports as they were weighed when they came."""
        return {row.report_key: opened(row.terms, row.rarities) for row in self._where(_READ, reports)}

    def stories(self, reports: Collection[int]) -> Mapping[int, int]:
        """The story of each report."""
        return {row.report_key: row.story_key for row in self._where(_STORIES, reports)}

    def sizes(self, stories: Collection[int]) -> Mapping[int, int]:
        """How many reports stories have."""
        return {row.key: row.reports for row in self._where(_SIZES, stories)}

    def members(self, story: int, most: int) -> Sequence[int]:
        """The newest reports of a story, by day and then by key, newest first."""
        mine = select(story_reports.c.report_key).where(story_reports.c.story_key == story)
        newest = mine.order_by(story_reports.c.day.desc(), story_reports.c.report_key.desc())
        return self.connection.scalars(newest.limit(most)).all()

    def insert(self, report: int, new: Weighed, telling: Collection[int]) -> None:
        """Keep a report, to be found by these terms. Its row is written by `join`."""
        rows = [{"term": term, "day": new.print.day, "report_key": report} for term in sorted(telling)]
        insert_rows(self.connection, story_terms, rows, plain=True)
        self._new = new

    def found(self, report: int) -> int:
        """Make a story of a report; gives its key. Its id follows from that of the report, unless that was given before."""
        name = self._name(report)
        ident = free_id(self.connection, name)
        values = {"id": ident, "reports": 0, "revision": 0, "changed": True}
        made = self.connection.execute(insert(stories).values(values)).inserted_primary_key
        note(self.connection, StoryChangeKind.MINTED, ident, None, name)
        return int(made[0])  # type: ignore[index]

    def join(self, report: int, story: int) -> None:
        """Have a report be of a story."""
        row: dict[str, Any] = {"report_key": report, "story_key": story, "day": self._new.print.day}
        row |= {"terms": self._new.print.packed, "rarities": self._new.rarities}
        self.connection.execute(insert(story_reports).values(row))
        self._resized(story, 1)

    def merge(self, story: int, into: int, because: int) -> None:
        """Have all reports of a story be of another, because of a report; the ledger leads from its id to the other's."""
        mine = update(story_reports).where(story_reports.c.story_key == story)
        moved = self.connection.execute(mine.values(story_key=into)).rowcount
        names = dict(
            self.connection.execute(select(stories.c.key, stories.c.id).where(stories.c.key.in_((story, into)))).all()
        )
        applying.restore(self.connection, story)
        self.connection.execute(delete(stories).where(stories.c.key == story))
        self._resized(into, moved)
        note(self.connection, StoryChangeKind.MERGED, names[story], names[into], self._name(because))

    def remove(self, report: int) -> int | None:
        """Take a report out of the index and out of its story, which may have none left; gives the story's key."""
        held = self.connection.execute(select(story_reports).where(story_reports.c.report_key == report)).first()
        if held is None:
            return None
        hashes = sorted(term.hash for term in unpacked(held.terms).terms)
        gone = delete(story_terms).where(
            story_terms.c.term == bindparam("value"),
            story_terms.c.day == bindparam("at"),
            story_terms.c.report_key == bindparam("report"),
        )
        self.connection.execute(gone, [{"value": term, "at": held.day, "report": report} for term in hashes])
        self._counted(hashes, -1)
        self.connection.execute(
            delete(story_frequencies).where(
                story_frequencies.c.term.in_([*hashes, ALL]), story_frequencies.c.reports <= 0
            )
        )
        self.connection.execute(delete(story_reports).where(story_reports.c.report_key == report))
        self._resized(held.story_key, -1)
        return int(held.story_key)

    def _resized(self, story: int, by: int) -> None:
        values = {"reports": stories.c.reports + by, "revision": stories.c.revision + 1, "changed": True}
        self.connection.execute(update(stories).where(stories.c.key == story).values(values))

    def _name(self, report: int) -> str:
        name: str = self.connection.scalars(select(reports.c.id).where(reports.c.key == report)).one()
        return name

    def _where(self, query: Any, values: Collection[int]) -> Iterator[Any]:
        wanted = sorted(values)
        for start in range(0, len(wanted), AT_ONCE):
            yield from self.connection.execute(query, {"values": wanted[start : start + AT_ONCE]})


@cache
def _holders(terms: int) -> Any:
    """The newest reports of each of so many terms; each is a range of the index of its own, which is left after so many rows."""
    one = (
        "SELECT * FROM (SELECT term, report_key FROM story_terms WHERE term = :t{i} AND day BETWEEN :first AND :last "
        "ORDER BY day DESC, report_key DESC LIMIT :most) AS x{i}"
    )
    return text(" UNION ALL ".join(one.format(i=i) for i in range(terms)))


@cache
def _adding(dialect: str) -> Any:
    """INSERT of counts that are added to what is there."""
    made = (sqlite if dialect == "sqlite" else postgresql).insert(story_frequencies)
    held = story_frequencies.c.reports + made.excluded.reports
    return made.on_conflict_do_update(index_elements=[story_frequencies.c.term], set_={"reports": held})


def free_id(connection: Connection, report_id: str) -> str:
    """The id of a story that a report founds: it follows from the report's, and from how many stories that founded before."""
    before = select(func.count()).select_from(story_ledger).where(story_ledger.c.because == report_id)
    founded = connection.scalar(before.where(story_ledger.c.kind == StoryChangeKind.MINTED.value)) or 0
    return content_id("story", report_id, extra=[str(founded)] if founded else [])


def refresh(connection: Connection, keys: Iterable[int]) -> None:
    """Bring what stories are called and their first and last days up to date, and have them compared anew."""
    for story in sorted(set(keys)):
        mine = select(story_reports.c.report_key, story_reports.c.day).where(story_reports.c.story_key == story)
        dated = mine.where(story_reports.c.day > UNDATED)
        first = connection.execute(dated.order_by(story_reports.c.day, story_reports.c.report_key).limit(1)).first()
        last = connection.execute(dated.order_by(story_reports.c.day.desc()).limit(1)).first()
        named = first or connection.execute(mine.order_by(story_reports.c.report_key).limit(1)).first()
        values = {
            "title": _title(connection, named.report_key) if named else None,
            "first": date.fromordinal(first.day).isoformat() if first else None,
            "last": date.fromordinal(last.day).isoformat() if last else None,
            "revision": stories.c.revision + 1,
            "changed": True,
        }
        connection.execute(update(stories).where(stories.c.key == story).values(values))


def _title(connection: Connection, report: int) -> str:
    """A report's headline, or its opening words."""
    row = connection.execute(select(reports.c.title, reports.c.text).where(reports.c.key == report)).one()
    if row.title:
        return str(row.title)
    words = row.text[: 20 * OPENING].split()
    return " ".join(words[:OPENING]) + (" …" if len(words) > OPENING else "")
