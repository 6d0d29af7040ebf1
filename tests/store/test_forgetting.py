"""What was forgotten is gone, with nothing of it left, and is not taken in again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from accordingto.capture.files import capture_bytes
from accordingto.model import EmptyInput, Forgotten, UsageError
from accordingto.model.protocols import Kept, Unread
from accordingto.pipeline.ingest import Intake, Plan
from accordingto.pipeline.workers import Alone
from accordingto.store.schema import metadata
from accordingto.store.store import Store
from tests.pipeline import tasks
from tests.store.made import claimed_entry, invented_entry, unread

NOW = "2024-05-01T10:00:00Z"
LEFT = {"search_settings", "actor_names", "tombstones", "runs", "checkpoints", "actors", "cases", "story_ledger"}
"""Tables in which something may stay: hashes, what read it, how far a source was taken, the registry's actors, names of collections,
what became of the id of its story."""


def counts(store: Store) -> dict[str, int]:
    with store.looking() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in metadata.tables.items()
        }


def test_nothing_of_it_is_left(store: Store) -> None:
    entry = claimed_entry(url="https://ledger.example/a", cases=("River",))
    store.put(entry)
    gone = store.forget(entry.report.id, at=NOW, reason="asked to")
    assert (gone.captures, gone.containers) == (1, ())
    assert {name for name, count in counts(store).items() if count and name not in LEFT} == set()
    with store.looking() as connection:
        kept = connection.execute(select(metadata.tables["tombstones"])).all()
    assert {(row.what, row.digest, row.reason) for row in kept} == {
        ("bytes", entry.capture.sha256, "asked to"),
        ("report", entry.report.id, "asked to"),
    }


def test_it_is_not_taken_in_again(store: Store) -> None:
    entry = claimed_entry()
    store.put(entry)
    store.forget(entry.report.id, at=NOW)
    with pytest.raises(Forgotten, match="2024-05-01"):
        store.put(entry)
    framed = replace(entry, capture=capture_bytes(b"another frame", where="b.txt"))
    with pytest.raises(Forgotten):
        store.put(framed)
    store.fail(Unread("a.txt", EmptyInput("empty"), entry.capture))
    assert counts(store)["captures"] == 0


def test_others_stay_as_they_are(store: Store) -> None:
    first = unread("Shells fell on Dorva.", url="https://ledger.example/a")
    second = unread("Shells fell on Dorva, killing two.", url="https://ledger.example/a")
    for entry in (first, second, invented_entry(where="i.txt")):
        store.put(entry)
    store.forget(first.report.id, at=NOW)
    assert store.report(second.report.id) == second.report
    assert store.count() == 2
    assert counts(store)["works"] == 1
    assert counts(store)["successions"] == 0


def test_bytes_that_another_report_has_stay(store: Store) -> None:
    entry = unread("Shells fell on Dorva.")
    other = replace(entry, report=replace(entry.report, id="report-other"))
    store.put(entry)
    store.put(other)
    assert store.forget(entry.report.id, at=NOW).captures == 0
    assert store.capture("report-other").data == entry.capture.data


def test_the_file_that_it_was_cut_from_is_named(store: Store) -> None:
    whole = capture_bytes(b"an export of two articles", where="export.docx")
    entry = unread("Shells fell on Dorva.")
    store.put(replace(entry, capture=replace(entry.capture, container=whole.id), container=whole))
    assert store.forget(entry.report.id, at=NOW).containers == ("export.docx",)


def test_no_word_stays_in_the_file(tmp_path: Path) -> None:
    """Not in free pages and not in the log."""
    path = tmp_path / "a.db"
    with Store.open(path) as store:
        entry = unread("Shells fell on Zarathustrapolis. " * 400)
        store.put(entry)
        store.put(unread("Another report altogether."))
        assert any(b"zarathustrapolis" in file.read_bytes().lower() for file in tmp_path.iterdir())
        store.forget(entry.report.id, at=NOW)
        assert not any(b"zarathustrapolis" in file.read_bytes().lower() for file in tmp_path.iterdir())


def test_a_source_passes_over_it(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry left Jisr Kamil\n\nGeneral Nadim Hazrun said that the ferry left at six.\n")
    intake = Intake(store, Alone(), Plan(), tasks.WORK)
    [first] = intake.take(str(tmp_path / "a.txt"))
    assert first.kept is Kept.NEW
    store.forget(first.report or "", at=NOW)
    [again] = intake.take(str(tmp_path / "a.txt"))
    assert (again.kept, again.skipped, again.error) == (None, "forgotten before", None)


def test_an_unknown_report_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="no report report-none"):
        store.forget("report-none", at=NOW)
