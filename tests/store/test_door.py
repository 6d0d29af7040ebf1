from __future__ import annotations

import random
from dataclasses import replace

import pytest
from sqlalchemy import func, select, text

from accordingto.compare.door import COMMON, Kind, admit
from accordingto.compare.prints import Prints, prints
from accordingto.compare.shelf import Shelf
from accordingto.model.protocols import Entry
from accordingto.resources.stock import open_stock
from accordingto.store import door
from accordingto.store.schema.door import (
    copy_bands,
    copy_common,
    copy_pairs,
    copy_reports,
    copy_sentences,
    copy_texts,
)
from accordingto.store.schema.records import reports
from accordingto.store.store import Store
from evals.door import edit
from evals.door.corpus import report_of
from evals.door.invent import Inventor
from tests.store.made import claimed_entry, unread

TABLES = (copy_bands, copy_common, copy_pairs, copy_reports, copy_sentences, copy_texts)


def entry_of(words: str, *, url: str | None = None, **more) -> Entry:
    """A report kept unread, with its prints."""
    entry = unread(words, url=url, **more)
    made = report_of(words)
    report = replace(entry.report, blocks=made.blocks)
    return replace(entry, report=report, given={"door": prints(report, open_stock())})


def key_of(store: Store, entry: Entry) -> int:
    with store.looking() as connection:
        return connection.scalars(select(reports.c.key).where(reports.c.id == entry.report.id)).one()


def copies(store: Store, entry: Entry) -> list[tuple[int, Kind, float, float]]:
    with store.looking() as connection:
        found = door.copies_of(connection, key_of(store, entry))
    return [(c.other, c.reuse.kind, round(c.reuse.share_of_a, 2), round(c.reuse.share_of_b, 2)) for c in found]


def pairs_in(store: Store) -> set[tuple[int, ...]]:
    """By fingerprints, whatever the keys are."""
    with store.looking() as connection:
        names = {
            row.key: row.fingerprint for row in connection.execute(select(copy_texts.c.key, copy_texts.c.fingerprint))
        }
        rows = connection.execute(select(copy_pairs)).all()
    return {(*sorted((names[row.text_key], names[row.other_key])), row.kind, row.sentences) for row in rows}


def counts(store: Store) -> dict[str, int]:
    with store.looking() as connection:
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in TABLES}


def stories(count: int, seed: int = 1) -> list[str]:
    inventor = Inventor(seed)
    return [inventor.report(least=8, most=12) for _ in range(count)]


def test_exact_near_and_partial_copies_are_kept_on_both_sides(store: Store) -> None:
    rng = random.Random(2)
    story, other = stories(2)
    taken = edit.split(story)[2:5]
    made = [
        entry_of(story, url="https://asur.example/1"),
        entry_of(story, url="https://voice.example/9"),
        entry_of(edit.edited(story, rng), url="https://herald.example/a"),
        entry_of("\n\n".join([other, *taken]), url="https://post.example/b"),
    ]
    for entry in made:
        store.put(entry)
    keys = [key_of(store, entry) for entry in made]
    assert [(key, kind) for key, kind, _, _ in copies(store, made[0])] == [
        (keys[1], Kind.EXACT),
        (keys[2], Kind.NEAR),
        (keys[3], Kind.PARTIAL),
    ]
    forth, back = copies(store, made[0])[2], copies(store, made[3])[0]
    assert (forth[2:], back[0]) == (back[:1:-1], keys[0])
    assert counts(store)["copy_texts"] == 3


def test_an_edition_is_no_copy_of_the_one_before(store: Store) -> None:
    story, other = stories(2)
    address = "https://asur.example/1"
    first, second = entry_of(story, url=address), entry_of(f"{story}\n\nMore was heard later that day.", url=address)
    reprint = entry_of(story, url="https://voice.example/9")
    for entry in (first, second, reprint, entry_of(other, url="https://post.example/b")):
        store.put(entry)
    assert [kind for _, kind, _, _ in copies(store, first)] == [Kind.EXACT]
    assert [kind for _, kind, _, _ in copies(store, second)] == [Kind.NEAR]
    assert len(copies(store, reprint)) == 2
    with store.looking() as connection:
        rows = connection.execute(text("SELECT kind, editions FROM copies_flat ORDER BY report_key, other_key")).all()
    assert [(kind, bool(editions)) for kind, editions in rows] == [("near", True), ("exact", False), ("near", False)]


def test_adding_again_changes_nothing(store: Store) -> None:
    made = [entry_of(story) for story in stories(4)] + [entry_of(stories(1)[0].upper())]
    for entry in made:
        store.put(entry)
    before = counts(store), pairs_in(store)
    for entry in made:
        store.put(entry)
        with store.writing() as connection:
            door.write(connection, key_of(store, entry), None, entry.given["door"])
    assert (counts(store), pairs_in(store)) == before


def test_forgetting_a_report_leaves_nothing_of_it(store: Store) -> None:
    story, other = stories(2)
    made = [entry_of(story, url="https://a.example/1"), entry_of(other, url="https://b.example/1")]
    made += [entry_of(f"{story}\n\n{other}", url="https://c.example/1"), entry_of(story, url="https://d.example/1")]
    for entry in made[:2]:
        store.put(entry)
    before = counts(store)
    for entry in made[2:]:
        store.put(entry)
    assert len(pairs_in(store)) == 2
    for entry in made[2:]:
        with store.writing() as connection:
            door.forget(connection, key_of(store, entry))
    assert counts(store) == before
    with store.writing() as connection:
        door.forget(connection, key_of(store, made[2]))  # again: nothing to do
        for entry in made[:2]:
            door.forget(connection, key_of(store, entry))
    assert not any(counts(store).values())


def many() -> list[Prints]:
    """Stories, edits of them, and more reports over one piece of furniture than make a sentence common."""
    rng, inventor = random.Random(3), Inventor(3)
    furniture = "\n\n".join(inventor.sentence() for _ in range(2))
    texts = [f"{story}\n\n{furniture}" for story in stories(COMMON + 5, seed=4)]
    for story in stories(6, seed=5):
        texts += [story, edit.trimmed(story, rng), edit.edited(story, rng), edit.light(story, rng)]
    made = [prints(report_of(words), open_stock()) for words in texts]
    return [one for one in made if one]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_store_finds_what_the_index_in_memory_finds_in_any_order(store: Store, seed: int) -> None:
    texts = many()
    shelf = Shelf()
    for one in texts:
        admit(shelf, one)
    wanted = {
        (*sorted((shelf.texts[a].fingerprint, shelf.texts[b].fingerprint)), reuse.kind.value, reuse.sentences)
        for (a, b), reuse in shelf.pairs.items()
    }
    random.Random(seed).shuffle(texts)
    with store.writing() as connection:
        for one in texts:
            admit(door.Rows(connection), one)
    assert pairs_in(store) == wanted
    assert len(wanted) > 20


def test_reports_of_next_to_no_words_are_kept_without_prints(store: Store) -> None:
    for words in ("Gone.", "He gave no details.", "\ud800 it is"):
        store.put(entry_of(words))
    assert not any(counts(store).values())


def test_arabic_and_no_break_spaces_pass_through_a_store(store: Store) -> None:
    words = "قال المتحدث باسم المجلس إن القوات انسحبت من الجسر القديم قبل الفجر"
    one, other = entry_of(words), entry_of(words.replace(" ", "\u00a0") + ".")
    store.put(one)
    store.put(other)
    assert [kind for _, kind, _, _ in copies(store, one)] == [Kind.EXACT]


def test_a_report_cleaned_anew_is_compared_anew(store: Store) -> None:
    story, other = stories(2)
    one, entry = entry_of(story, url="https://a.example/1"), entry_of(other, url="https://b.example/1")
    store.put(one)
    store.put(entry)
    before = counts(store)
    with store.writing() as connection:
        door.again(connection, key_of(store, entry), None)
        assert connection.scalar(select(func.count()).select_from(copy_pairs)) == 0
        door.again(connection, key_of(store, entry), None, prints(report_of(f"{other}\n\n{story}"), open_stock()))
    assert [(kind, share) for _, kind, share, _ in copies(store, one)] == [(Kind.PARTIAL, 1.0)]
    with store.writing() as connection:
        door.again(connection, key_of(store, entry), None)
    assert counts(store) == before


@pytest.mark.parametrize("read", [True, False])
def test_prints_are_made_where_none_are_given(store: Store, read: bool) -> None:
    entry = claimed_entry() if read else replace(entry_of(stories(1)[0]), given={})
    store.put(entry)
    assert counts(store)["copy_reports"] == 1
