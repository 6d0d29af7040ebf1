"""All stories made anew: the reports that are kept, grouped in canonical order, by day of publication and then by id.

What comes out follows from the reports alone, not from the order in which they came. The work goes in small transactions and goes on
where it was interrupted; the stories themselves change in one, at the end. Ids stay with the story that has most of the reports that the
id stood for, and the ledger says where the others went.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from accordingto.compare.stories import admit, restore
from accordingto.compare.storylikeness import WINDOW
from accordingto.compare.storyprints import StoryPrint, unpacked
from accordingto.compare.storyshelf import StoryShelf
from accordingto.model.travel import StoryChangeKind
from accordingto.store import applying
from accordingto.store import stories as kept
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_drafts, story_frequencies, story_reports
from accordingto.store.store import Store
from accordingto.store.storybook import REBUILT, note
from accordingto.store.storyrows import ALL, free_id, refresh

Tell = Callable[[int, int], object]
"""Is told how many steps of how many are done."""
BATCH = 200
"""Reports a transaction: some seconds of work to lose."""
_TOTAL = -1
"""In place of a report's key: the draft is how many reports there were when the grouping began."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuilding did."""

    reports: int
    stories: int
    merged: int
    """Ids that lead to another story now."""
    split: int
    """Ids that were made of reports of another story."""


@dataclass(frozen=True, slots=True)
class _Place:
    key: int
    id: str
    day: int


def rebuild(store: Store, tell: Tell | None = None) -> Rebuilt:
    """Group all kept reports anew.

    Args:
        store: to be written. Reports may be added meanwhile: they go where the story that they joined goes.
        tell: is told how far it is; two steps a report.
    """
    tell = tell or _untold
    _print_all(store, tell)
    order = _order(store)
    drafts = _regroup(store, order, tell)
    return store.transact(lambda connection: _settle(connection, drafts))


def _untold(done: int, total: int) -> None:
    """Tells nobody."""


def _print_all(store: Store, tell: Tell) -> None:
    """Give each report a print and a story that has none: of a store of an earlier version, none has."""
    last, done = -1, 0
    with store.looking() as connection:
        total = connection.scalar(select(func.count()).select_from(reports)) or 0
    while True:
        page = (
            select(reports.c.key, story_reports.c.story_key)
            .outerjoin(story_reports, story_reports.c.report_key == reports.c.key)
            .where(reports.c.key > last)
            .order_by(reports.c.key)
            .limit(BATCH)
        )
        with store.looking() as connection:
            rows = connection.execute(page).all()
        if not rows:
            return
        missing = [row.key for row in rows if row.story_key is None]
        if missing:
            store.transact(lambda connection, keys=missing: _write(connection, keys))  # type: ignore[misc]
        last, done = rows[-1].key, done + len(rows)
        tell(done, 2 * total)


def _write(connection: Connection, keys: Collection[int]) -> None:
    held = set(connection.scalars(select(reports.c.key).where(reports.c.key.in_(keys))))
    known = set(connection.scalars(select(story_reports.c.report_key).where(story_reports.c.report_key.in_(keys))))
    for key in sorted(held - known):
        kept.write(connection, key, None)


def _order(store: Store) -> list[_Place]:
    query = select(reports.c.key, reports.c.id, reports.c.published, story_reports.c.day).join(
        story_reports, story_reports.c.report_key == reports.c.key
    )
    with store.looking() as connection:
        rows = sorted(connection.execute(query), key=lambda row: (row.day, row.published or "", row.id))
    return [_Place(row.key, row.id, row.day) for row in rows]


class Known(StoryShelf):
    """A shelf that knows from the start how many reports hold each term: so a word weighs the same in the first report as in the last."""

    def __init__(self, total: int, held: Mapping[int, int]) -> None:
        super().__init__()
        self.total, self.held = total, held
        self.moved: set[int] = set()
        """Reports whose draft has yet to be noted."""

    def frequencies(self, terms: Collection[int]) -> tuple[int, Mapping[int, int]]:
        """As for any one report that comes last: it is not among those that were counted."""
        return self.total - 1, {term: self.held.get(term, 1) - 1 for term in terms}

    def count(self, terms: Collection[int]) -> None:
        """All are counted."""

    def join(self, report: int, story: int) -> None:
        """Have a report be of a story."""
        super().join(report, story)
        self.moved.add(report)

    def merge(self, story: int, into: int, because: int) -> None:
        """Have all reports of a story be of another."""
        self.moved.update(self.reports[story])
        super().merge(story, into, because)


def _regroup(store: Store, order: list[_Place], tell: Tell) -> dict[int, int]:
    """Group the reports in order, or go on with that; gives the draft of each report: the one that founded its story."""
    with store.looking() as connection:
        counts = {row.term: row.reports for row in connection.execute(select(story_frequencies))}
    shelf = Known(counts.pop(ALL, 0), counts)
    drafts = _drafts(store, shelf.total, order)
    today = 0
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        if batch[0].day - today > WINDOW:
            today = batch[0].day
            shelf.drop_before(today - WINDOW)
        with store.looking() as connection:
            prints = _prints(connection, [place.key for place in batch])
            near = {place.key: kept.near_copies(connection, place.key) for place in batch if place.key not in drafts}
        for key in (place.key for place in batch if place.key in prints):
            if key in drafts:
                restore(shelf, key, prints[key], drafts[key])
            else:
                admit(shelf, key, prints[key], near=near[key])
        if batch[-1].key not in drafts:
            _note(store, shelf)
        tell(len(order) + start + len(batch), 2 * len(order))
    return shelf.story


def _prints(connection: Connection, keys: Collection[int]) -> dict[int, StoryPrint]:
    held = select(story_reports.c.report_key, story_reports.c.terms).where(story_reports.c.report_key.in_(keys))
    return {row.report_key: unpacked(row.terms) for row in connection.execute(held)}


def _drafts(store: Store, total: int, order: list[_Place]) -> dict[int, int]:
    """What an interrupted rebuilding had grouped, where that is how this one begins; else nothing, and it is deleted."""
    with store.looking() as connection:
        found = {row.report_key: row.draft for row in connection.execute(select(story_drafts))}
    begun = found.pop(_TOTAL, None)
    if begun == total and {place.key for place in order[: len(found)]} == set(found):
        return found
    with store.writing() as connection:
        connection.execute(delete(story_drafts))
        connection.execute(insert(story_drafts).values(report_key=_TOTAL, draft=total))
    return {}


def _note(store: Store, shelf: Known) -> None:
    """Keep what was grouped since this was last called."""
    rows = [{"report_key": key, "draft": shelf.story[key]} for key in sorted(shelf.moved)]
    shelf.moved.clear()
    with store.writing() as connection:
        for start in range(0, len(rows), BATCH):
            part = rows[start : start + BATCH]
            connection.execute(
                delete(story_drafts).where(story_drafts.c.report_key.in_([row["report_key"] for row in part]))
            )
            connection.execute(insert(story_drafts), part)


def _settle(connection: Connection, drafts: Mapping[int, int]) -> Rebuilt:
    """Make the drafts the stories, in one transaction."""
    kept.lock(connection)
    before = {
        row.report_key: row.story_key
        for row in connection.execute(select(story_reports.c.report_key, story_reports.c.story_key))
    }
    groups: dict[int, set[int]] = defaultdict(set)
    for report, draft in drafts.items():
        if report in before:  # not forgotten, nor replaced by an edition, meanwhile
            groups[draft].add(report)
    shares = Counter((before[report], draft) for draft, mine in groups.items() for report in mine)
    own = _heirs(shares)
    changed = _rename(connection, groups, own, shares)
    split = len(changed)
    after = {report: own[draft] for draft, mine in groups.items() for report in mine}
    heir = {old: own[draft] for (old, draft), _ in sorted(shares.items(), key=lambda item: (item[1], -item[0][1]))}
    after |= {report: heir.get(story, story) for report, story in before.items() if report not in after}
    moved = [{"report": report, "story": story} for report, story in sorted(after.items()) if before[report] != story]
    changed |= {row["story"] for row in moved} | {before[row["report"]] for row in moved}
    if moved:
        to = (
            update(story_reports)
            .where(story_reports.c.report_key == bindparam("report"))
            .values(story_key=bindparam("story"))
        )
        connection.execute(to, moved)
    lost = set(before.values()) - set(after.values())
    merged = _lead_on(connection, lost, heir)
    _resize(connection, changed - lost, Counter(after.values()))
    connection.execute(delete(story_drafts))
    return Rebuilt(len(after), len(set(after.values())), merged, split)


def _heirs(shares: Counter[tuple[int, int]]) -> dict[int, int]:
    """Which draft keeps which story's key and id: largest overlaps first, each once."""
    own: dict[int, int] = {}
    taken: set[int] = set()
    for (old, draft), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        if draft not in own and old not in taken:
            own[draft] = old
            taken.add(old)
    return own


def _rename(
    connection: Connection, groups: Mapping[int, set[int]], own: dict[int, int], shares: Counter[tuple[int, int]]
) -> set[int]:
    """Mint ids for drafts that inherit none, which were parts of other stories; ``own`` gets their keys."""
    made = set()
    names = {row.key: row.id for row in connection.execute(select(stories.c.key, stories.c.id))}
    for draft in sorted(set(groups) - set(own)):
        other = max((old for old, mine in shares if mine == draft), key=lambda old: (shares[old, draft], -old))
        founder = kept.name_of(connection, min(groups[draft]))
        ident = free_id(connection, founder)
        values = {"id": ident, "reports": 0, "revision": 0, "changed": True}
        result = connection.execute(insert(stories).values(values)).inserted_primary_key
        own[draft] = int(result[0])  # type: ignore[index]
        made.add(own[draft])
        note(connection, StoryChangeKind.MINTED, ident, None, founder)
        note(connection, StoryChangeKind.SPLIT, ident, names[other], REBUILT)
    return made


def _lead_on(connection: Connection, lost: Collection[int], heir: Mapping[int, int]) -> int:
    """Delete stories that no report is in any more; their ids lead to the story that has most of their reports."""
    names = {row.key: row.id for row in connection.execute(select(stories.c.key, stories.c.id))}
    for old in sorted(lost):
        note(connection, StoryChangeKind.MERGED, names[old], names[heir[old]], REBUILT)
        applying.restore(connection, old)
        connection.execute(delete(stories).where(stories.c.key == old))
    return len(lost)


def _resize(connection: Connection, changed: Collection[int], sizes: Mapping[int, int]) -> None:
    for story in sorted(changed):
        connection.execute(update(stories).where(stories.c.key == story).values(reports=sizes[story]))
    refresh(connection, changed)
