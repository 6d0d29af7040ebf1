from __future__ import annotations

import random

import pytest
from sqlalchemy import delete, func, select

from accordingto.model.travel import StoryChangeKind
from accordingto.store import regrouping, storybook
from accordingto.store.regrouping import rebuild
from accordingto.store.schema.stories import stories, story_drafts, story_frequencies, story_reports, story_terms
from accordingto.store.store import Store
from tests.store.test_stories import changes, entries, groups, state, story_of, told


class Stopped(Exception):
    """Somebody pressed a key."""


def ids(store: Store) -> dict[str, frozenset[str]]:
    with store.looking() as connection:
        rows = connection.execute(select(stories.c.key, stories.c.id)).all()
        return {row.id: frozenset(storybook.members(connection, row.key)) for row in rows}


def test_a_rebuilding_does_not_depend_on_the_order_in_which_reports_came(store: Store) -> None:
    made = entries(told(11, 8, 4))
    shuffled = random.Random(5).sample(made, len(made))
    for entry in shuffled:
        store.put(entry)
    done = rebuild(store)
    found = groups(store)
    assert (done.reports, done.stories) == (len(made), len(found))
    before = ids(store), state(store)
    again = rebuild(store)
    assert (again.merged, again.split) == (0, 0)
    assert (ids(store), state(store)) == before
    with store.looking() as connection:
        assert not connection.scalar(select(func.count()).select_from(story_drafts))


def test_a_store_of_an_earlier_version_gets_its_stories(store: Store) -> None:
    made = entries(told(12, 5, 3))
    for entry in made:
        store.put(entry)
    rebuild(store)
    wanted = groups(store)
    with store.writing() as connection:
        for table in (story_terms, story_frequencies, story_reports, stories):
            connection.execute(delete(table))
    told_of: list[tuple[int, int]] = []
    rebuild(store, lambda done, total: told_of.append((done, total)))
    assert groups(store) == wanted
    assert told_of[-1][0] == told_of[-1][1] == 2 * len(made)


def test_an_interrupted_rebuilding_goes_on_and_comes_to_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regrouping, "BATCH", 5)
    made = entries(told(13, 6, 4))
    for entry in random.Random(2).sample(made, len(made)):
        store.put(entry)

    def stop(done: int, total: int) -> None:
        if done > 0.8 * total:
            raise Stopped

    before = ids(store)
    with pytest.raises(Stopped):
        rebuild(store, stop)
    assert ids(store) == before, "nothing changes before the end"
    admitted: list[int] = []
    admit = regrouping.admit
    monkeypatch.setattr(
        regrouping,
        "admit",
        lambda shelf, key, *more, **given: admitted.append(key) or admit(shelf, key, *more, **given),
    )
    rebuild(store)
    assert len(admitted) < len(made)
    after = ids(store)
    rebuild(store)
    assert ids(store) == after


def test_ids_stay_with_most_of_their_reports_and_the_ledger_leads_on(store: Store) -> None:
    """Stories are put together wrongly by hand: one in two halves, two in one."""
    rows = told(14, 3, 6)
    made = entries(rows)
    for entry in made:
        store.put(entry)
    rebuild(store)
    right = ids(store)
    of = {n: [e for e, (m, _, _) in zip(made, rows, strict=True) if m == n] for n in range(3)}
    halved = story_of(store, of[0][0])
    kept, lost = (story_of(store, of[n][0]) for n in (1, 2))
    assert halved
    assert kept
    assert lost
    with store.writing() as connection:
        keys = {row.id: row.key for row in connection.execute(select(stories.c.id, stories.c.key))}
        mine = select(story_reports.c.report_key)
        inside = {
            name: [*connection.scalars(mine.where(story_reports.c.story_key == key))] for name, key in keys.items()
        }
        half = connection.execute(
            stories.insert().values(id="story-half", reports=2, revision=1, changed=False)
        ).inserted_primary_key[0]
        move = story_reports.update()
        connection.execute(move.where(story_reports.c.report_key.in_(inside[halved][:2])).values(story_key=half))
        connection.execute(move.where(story_reports.c.report_key.in_(inside[lost])).values(story_key=keys[kept]))
        connection.execute(delete(stories).where(stories.c.id == lost))
    done = rebuild(store)
    assert (done.merged, done.split) == (1, 1)
    assert set(ids(store).values()) == set(right.values())
    with store.looking() as connection:
        assert storybook.resolve(connection, "story-half") == halved
        (new,) = set(ids(store)) - {halved, kept}
        assert [c.other for c in storybook.changes(connection, new) if c.kind is StoryChangeKind.SPLIT] == [kept]
        sizes = connection.execute(select(stories.c.reports, stories.c.changed)).all()
    assert [row.reports for row in sizes] == [6, 6, 6]
    assert StoryChangeKind.MINTED in changes(store, new)


def test_an_empty_store_is_rebuilt_to_nothing(store: Store) -> None:
    assert rebuild(store) == regrouping.Rebuilt(0, 0, 0, 0)
