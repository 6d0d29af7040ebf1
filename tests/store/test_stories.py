from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.compare.stories import admit
from accordingto.compare.storyprints import story_print
from accordingto.compare.storyshelf import StoryShelf
from accordingto.model import UsageError
from accordingto.model.protocols import Entry
from accordingto.model.travel import StoryChangeKind
from accordingto.resources.background import open_background
from accordingto.store import stories as kept
from accordingto.store import storybook
from accordingto.store.schema.records import reports
from accordingto.store.schema.stories import stories, story_frequencies, story_ledger, story_reports, story_terms
from accordingto.store.store import Store
from evals.stories.invent import Inventor
from tests.store.made import unread


def entry_of(words: str, *, url: str | None = None, published: str | None = None, **more) -> Entry:
    """A report kept unread, as the cleaning makes it."""
    entry = unread(words, url=url, **more)
    made = report_of(capture_text(words), published=published, as_given=True)
    report = replace(entry.report, blocks=made.blocks, title=made.title, published=made.published)
    return replace(entry, report=report, given={"stories": story_print(report, open_background())})


def told(seed: int, happenings: int, each: int) -> list[tuple[int, str, str]]:
    """Number of the happening, text and day of invented reports, in an order of no meaning."""
    inventor = Inventor(seed)
    found = [
        (n, inventor.told(happening), happening.day)
        for n, happening in enumerate(inventor.happening() for _ in range(happenings))
        for _ in range(each)
    ]
    random.Random(seed).shuffle(found)
    return found


def entries(rows: Iterable[tuple[int, str, str]]) -> list[Entry]:
    return [entry_of(words, url=f"https://a.example/{i}", published=day) for i, (_, words, day) in enumerate(rows)]


def groups(store: Store) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    query = select(story_reports.c.story_key, reports.c.id).join(reports, reports.c.key == story_reports.c.report_key)
    with store.looking() as connection:
        for row in connection.execute(query):
            found.setdefault(row.story_key, set()).add(row.id)
    return {frozenset(one) for one in found.values()}


def story_of(store: Store, entry: Entry) -> str | None:
    with store.looking() as connection:
        return storybook.story_of(connection, entry.report.id)


def changes(store: Store, story: str) -> list[StoryChangeKind]:
    with store.looking() as connection:
        return [change.kind for change in storybook.changes(connection, story)]


def state(store: Store) -> dict[str, object]:
    with store.looking() as connection:
        counts = connection.execute(select(story_frequencies)).all()
        rows = connection.execute(select(story_terms)).all()
        sizes = connection.execute(select(stories.c.id, stories.c.reports, stories.c.first, stories.c.last)).all()
    return {"counts": sorted(counts), "terms": len(rows), "sizes": sorted(sizes, key=lambda row: row.id)}


def test_reports_of_one_happening_are_one_story_and_others_others(store: Store) -> None:
    rows = told(1, 6, 4)
    made = entries(rows)
    for entry in made:
        store.put(entry)
    by_story: dict[str | None, set[int]] = {}
    for entry, (n, _, _) in zip(made, rows, strict=True):
        by_story.setdefault(story_of(store, entry), set()).add(n)
    assert all(len(happenings) == 1 for happenings in by_story.values())
    assert len(by_story) <= 8
    with store.looking() as connection:
        sizes = connection.execute(select(stories.c.id, stories.c.reports, stories.c.title, stories.c.changed)).all()
        for row in sizes:
            key = connection.scalar(select(stories.c.key).where(stories.c.id == row.id))
            assert len(storybook.members(connection, key or 0)) == row.reports
    assert all(row.title and row.changed for row in sizes)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_store_groups_as_the_index_in_memory(store: Store, seed: int) -> None:
    made = entries(told(seed, 8, 5))
    shelf = StoryShelf()
    for key, entry in enumerate(made):
        store.put(entry)
        admit(shelf, key, entry.given["stories"])
    wanted = {frozenset(made[key].report.id for key in keys) for keys in shelf.reports.values()}
    assert groups(store) == wanted


def test_adding_again_and_forgetting_leave_nothing_behind(store: Store) -> None:
    made = entries(told(3, 4, 3))
    for entry in made[:6]:
        store.put(entry)
    before = state(store)
    for entry in made[:6]:
        store.put(entry)
    assert state(store) == before
    for entry in made[6:]:
        store.put(entry)
    for entry in made[6:]:
        store.forget(entry.report.id, at="2023-11-20T00:00:00+00:00")
    after = state(store)
    assert (after["counts"], after["terms"]) == (before["counts"], before["terms"])
    for entry in made[:6]:
        store.forget(entry.report.id, at="2023-11-20T00:00:00+00:00")
    assert state(store) == {"counts": [], "terms": 0, "sizes": []}
    with store.looking() as connection:
        assert connection.scalar(select(func.count()).select_from(story_ledger))


def test_an_emptied_story_says_so(store: Store) -> None:
    (entry,) = entries(told(4, 1, 1))
    store.put(entry)
    story = story_of(store, entry)
    assert story is not None
    store.forget(entry.report.id, at="2023-11-20T00:00:00+00:00")
    assert changes(store, story) == [StoryChangeKind.MINTED, StoryChangeKind.EMPTIED]
    with store.looking() as connection, pytest.raises(UsageError, match="were forgotten"):
        storybook.resolve(connection, story)
    with store.looking() as connection, pytest.raises(UsageError, match="there is no story"):
        storybook.resolve(connection, "story-never")


def test_a_story_is_called_by_its_earliest_report_that_is_kept(store: Store) -> None:
    made = entries((n, words, f"2023-03-0{7 - i}") for i, (n, words, _) in enumerate(told(8, 1, 3)))
    for entry in made:
        store.put(entry)

    def called() -> tuple[str, str, str]:
        with store.looking() as connection:
            return tuple(connection.execute(select(stories.c.title, stories.c.first, stories.c.last)).one())

    title = [entry.report.title.value for entry in made]
    assert called() == (title[2], "2023-03-05", "2023-03-07")
    store.forget(made[2].report.id, at="2023-11-20T00:00:00+00:00")
    assert called() == (title[1], "2023-03-06", "2023-03-07")


def test_an_edition_takes_the_place_of_the_one_before(store: Store) -> None:
    (_, words, day), (_, other, _) = told(5, 2, 1)
    url = "https://a.example/1"
    first, second = (
        entry_of(words, url=url, published=day),
        entry_of(f"{words}\n\nMore follows.", url=url, published=day),
    )
    store.put(first)
    story = story_of(store, first)
    store.put(second)
    assert story_of(store, first) is None
    assert story_of(store, second) == story
    store.put(first)  # seen again: still an earlier edition
    assert story_of(store, first) is None
    third = entry_of(other, url=url, published=day)
    store.put(third)
    assert story_of(store, third) == story, "alone in its story, it keeps it whatever it says"
    store.forget(third.report.id, at="2023-11-20T00:00:00+00:00")
    assert story_of(store, second) == story


def test_a_near_copy_is_of_the_same_story_unless_it_is_of_other_days(store: Store) -> None:
    from accordingto.compare.prints import prints
    from accordingto.resources.stock import open_stock

    (_, words, _), (_, other, _) = told(6, 2, 1)
    one = entry_of(words, url="https://a.example/1", published="2023-01-01")
    soon = entry_of(words, url="https://d.example/1", published="2023-01-20")
    late = entry_of(words, url="https://b.example/1", published="2023-11-01")
    unlike = entry_of(other, url="https://c.example/1", published="2023-11-01")
    for entry in (one, unlike, soon, late):
        store.put(replace(entry, given={**entry.given, "door": prints(entry.report, open_stock())}))
    assert story_of(store, one) == story_of(store, soon)
    assert len({story_of(store, entry) for entry in (one, late, unlike)}) == 3


def test_reports_of_next_to_no_words_have_no_story(store: Store) -> None:
    for words in ("Gone.", "\ud800 it is"):
        entry = entry_of(words)
        store.put(entry)
        assert story_of(store, entry) is None


def test_a_comparison_that_was_overtaken_does_not_count(store: Store) -> None:
    made = entries(told(7, 1, 2))
    store.put(made[0])
    with store.writing() as connection:
        (changed,) = storybook.changed(connection, limit=5)
        kept.refresh(connection, [changed.key])
        assert not storybook.compared(connection, changed)
        (changed,) = storybook.changed(connection, limit=5)
        assert storybook.compared(connection, changed)
        assert storybook.changed(connection, limit=5) == ()
