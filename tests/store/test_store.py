"""What becomes of reports that are put into a store, on both databases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from accordingto.model import UsageError
from accordingto.model.protocols import Checkpoint, Kept
from accordingto.store.schema import metadata
from accordingto.store.store import Store
from tests.store.made import claimed_entry, entry_of, invented_entry, unread


def count(store: Store, table: str) -> int:
    with store.looking() as connection:
        return connection.scalar(select(func.count()).select_from(metadata.tables[table])) or 0


def rows(store: Store, table: str) -> list[tuple]:
    with store.looking() as connection:
        found = metadata.tables[table]
        return sorted(map(tuple, connection.execute(select(found))), key=repr)


def everything(store: Store) -> dict[str, list[tuple]]:
    return {name: rows(store, name) for name in metadata.tables}


@pytest.mark.parametrize("make", [invented_entry, claimed_entry])
def test_a_reading_comes_back_equal(store: Store, make) -> None:
    entry = make(url="https://ledger.example/a")
    outcome = store.put(entry)
    assert (outcome.kept, outcome.capture_new, outcome.sighting_new) == (Kept.NEW, True, True)
    assert store.reading(entry.report.id) == entry.reading
    assert store.capture(entry.report.id) == entry.capture
    assert count(store, "statements") == len(entry.reading.statements)


def test_putting_twice_changes_nothing(store: Store) -> None:
    store.put(claimed_entry())
    before = everything(store)
    assert store.put(claimed_entry()).kept is Kept.KNOWN
    assert everything(store) == before


def test_the_same_bytes_are_one_capture_with_two_sightings(store: Store) -> None:
    store.put(claimed_entry(where="a.txt"))
    outcome = store.put(claimed_entry(where="b.txt"))
    assert (outcome.kept, outcome.capture_new, outcome.sighting_new) == (Kept.SEEN, False, True)
    assert (count(store, "captures"), count(store, "sightings"), count(store, "reports")) == (1, 2, 1)


def test_another_text_at_an_address_is_a_new_edition(store: Store) -> None:
    first = unread("Shells fell on Dorva.", url="https://www.ledger.example/a?utm_source=x")
    second = unread("Shells fell on Dorva, killing two.", url="http://ledger.example/a#top")
    assert store.put(first).kept is Kept.NEW
    outcome = store.put(second)
    assert (outcome.kept, outcome.previous) == (Kept.EDITION, first.report.id)
    assert store.put(second).kept is Kept.KNOWN
    with store.looking() as connection:
        reports = metadata.tables["reports"]
        assert connection.execute(select(reports.c.edition).order_by(reports.c.key)).scalars().all() == [1, 2]


def test_a_newer_cleaning_of_the_same_bytes_is_a_new_extraction_of_the_same_edition(store: Store) -> None:
    data = b"Shells fell on Dorva. Subscribe now!"
    first = unread("Shells fell on Dorva. Subscribe now!", data=data, url="https://ledger.example/a")
    second = unread("Shells fell on Dorva.", data=data, url="https://ledger.example/a", extraction="text-2")
    store.put(first)
    outcome = store.put(second)
    assert (outcome.kept, outcome.previous) == (Kept.EXTRACTION, first.report.id)
    assert [row[1] for row in rows(store, "successions")] == ["extraction"]
    assert list(store.stale(replace(claimed_entry().reading.run, extraction="text-2"))) == [second.report.id]


def test_another_run_replaces_only_the_rows_that_differ(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    before = everything(store)
    statements = entry.reading.statements
    changed = replace(
        entry.reading,
        run=replace(entry.reading.run, model_sha256="f" * 64),
        statements=(replace(statements[0], score=0.5), *statements[1:]),
    )
    assert store.put(replace(entry, reading=changed)).kept is Kept.REREAD
    after = everything(store)
    assert store.reading(entry.report.id) == changed
    differing = {name for name in before if before[name] != after[name]}
    assert differing == {"runs", "readings", "statements", "stories"}  # its story is to be compared anew
    assert sum(a != b for a, b in zip(before["statements"], after["statements"], strict=True)) == 1


def test_a_run_that_finds_the_same_changes_no_rows(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    before = everything(store)
    run = replace(entry.reading.run, model_sha256="f" * 64)
    assert not store.current(entry.report.id, run)
    assert store.put(replace(entry, reading=replace(entry.reading, run=run))).kept is Kept.KNOWN
    assert store.current(entry.report.id, run)
    after = everything(store)
    assert {name for name in before if before[name] != after[name]} == {"runs", "readings"}


def test_records_that_are_gone_go_with_what_belongs_to_them(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    run = replace(entry.reading.run, model_sha256="f" * 64)
    bare = replace(
        entry.reading, run=run, statements=entry.reading.statements[:1], events=(), estimates=(), control=(), places=()
    )
    store.put(replace(entry, reading=bare))
    assert store.reading(entry.report.id) == bare
    empty = (
        "events",
        "event_parts",
        "event_victims",
        "estimates",
        "estimate_parts",
        "control",
        "control_parts",
        "places",
    )
    assert [count(store, name) for name in empty] == [0] * len(empty)
    assert count(store, "statements") == 1


def test_reports_never_read_are_stale(store: Store) -> None:
    entry = claimed_entry()
    store.put(replace(entry, reading=None))
    assert list(store.stale(entry.reading.run)) == [entry.report.id]
    with pytest.raises(UsageError, match="no reading"):
        store.reading(entry.report.id)
    assert store.report(entry.report.id) == entry.report
    store.put(entry)
    assert list(store.stale(entry.reading.run)) == []


def test_two_outlets_may_print_the_same_text(store: Store) -> None:
    """Ids of statements follow from the text: they are unique within a report only."""
    store.put(claimed_entry(url="https://ledger.example/a"))
    store.put(claimed_entry(url="https://post.example/b"))
    assert len({row[2] for row in rows(store, "statements")}) * 2 == count(store, "statements")


def test_checkpoints_move_with_the_report(store: Store) -> None:
    assert store.reached("x.warc.gz") is None
    point = Checkpoint("x.warc.gz", "1234")
    store.put(claimed_entry(checkpoint=point))
    assert store.reached("x.warc.gz") == point
    store.reach(replace(point, position="99", done=True))
    assert store.reached("x.warc.gz") == Checkpoint("x.warc.gz", "99", done=True)


def test_cases_hold_reports(store: Store) -> None:
    entry = claimed_entry(cases=("Dorva", "حلب"))
    store.put(entry)
    store.put(invented_entry())
    assert list(store.reports(case="حلب")) == [entry.report.id]
    assert [reading.report.id for reading in store.readings(case="Dorva")] == [entry.report.id]
    assert store.count() == len(list(store.reports())) == 2


def test_a_text_that_a_database_cannot_hold_comes_back_as_it_was(store: Store) -> None:
    text = "Shells \ud800 fell\x00 on ␛Dorva\U0001f4a5, قال ‘x’\u00a0."
    entry = unread(text, data=b"other bytes", where="\udcff.txt", cases=("\ud800\x00",))
    store.put(entry)
    assert store.report(entry.report.id) == entry.report
    assert store.capture(entry.report.id) == entry.capture
    with store.looking() as connection:
        shown = connection.scalar(select(metadata.tables["reports"].c.text))
    assert shown is not None
    assert len(shown) == len(text)
    assert shown[7:15] == "\ufffd fell\ufffd "
    assert list(store.reports(case="\ud800\x00")) == [entry.report.id]


def test_long_names_and_addresses(store: Store) -> None:
    """An index of PostgreSQL holds 2.7 kB; addresses and names may be longer."""
    import random

    noise = "".join(random.Random(7).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=9000))
    entry = entry_of(claimed_entry().reading, url=f"https://ledger.example/{noise}", where=noise, cases=(noise,))
    outlet = replace(entry.report.outlet, value=noise)
    store.put(replace(entry, report=replace(entry.report, outlet=outlet)))
    assert list(store.reports(case=noise)) == [entry.report.id]
