"""``accordingto framing`` over files and over a store."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from accordingto.export.framing_rows import COLUMNS
from accordingto.model import text_sha256
from accordingto.store.store import Store
from tests.export.claimed import claimed
from tests.store import told
from tests.store.made import claimed_entry, entry_of, unread


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "framing.db")
    with Store.open(path) as store:
        store.put(claimed_entry(cases=("river",)))
        store.put(unread("Not read\n\nThe Kharan Front is named here.", where="b.txt"))
    return path


def test_text_has_counts_by_place_and_an_example_with_its_span(run) -> None:
    got = run("framing", "Kharan Front", "claimed.txt", "-f", "text")

    assert got.exit_code == 0, got.stderr
    assert got.stdout.startswith("Kharan Front: in 1 report of 1 looked through\n")
    assert "names it" in got.stdout
    assert "→the Kharan Front←" in got.stdout
    assert "83–99" in got.stdout


def test_a_pipe_gets_json_with_all_examples(run) -> None:
    got = run("framing", "Kharan Front", "claimed.txt")

    found = json.loads(got.stdout)
    assert found["meant"] == [{"name": "Kharan Front", "reports": 1}]
    assert {(one["kind"], one["words"]) for one in found["words"]} == {
        ("name", "Front"),
        ("name", "Kharan Front"),
        ("act", "Rockets … hit"),
    }
    assert found["words"][0]["examples"][0]["spans"]


def test_csv_has_the_documented_columns(run) -> None:
    got = run("framing", "ASSAULT", "claimed.txt", "-f", "csv")

    rows = list(csv.DictReader(StringIO(got.stdout)))
    assert [*rows[0]] == [*COLUMNS]
    assert {row["words"] for row in rows} == {"Rockets … hit", "bombed", "kill"}


def test_words_can_be_narrowed(run) -> None:
    names = run("framing", "Kharan Front", "claimed.txt", "--only", "names")
    often = run("framing", "Kharan Front", "claimed.txt", "--least", "2")
    other = run("framing", "Kharan Front", "claimed.txt", "--outlet", "ONA")

    assert {one["kind"] for one in json.loads(names.stdout)["words"]} == {"name"}
    assert json.loads(often.stdout)["words"] == []
    assert json.loads(other.stdout)["looked"] == 0


def test_a_store_is_looked_through_and_what_is_not_read_is_told_of(run, db: str) -> None:
    got = run("framing", "Kharan Front", "--db", db)

    assert got.exit_code == 0, got.stderr
    assert json.loads(got.stdout)["looked"] == 1
    assert "1 report not read yet and left out" in got.stderr


def test_reports_of_a_store_are_chosen_by_case_and_day(run, db: str) -> None:
    assert json.loads(run("framing", "Front", "--db", db, "--case", "river").stdout)["looked"] == 1
    assert json.loads(run("framing", "Front", "--db", db, "--case", "other").stdout)["looked"] == 0
    assert json.loads(run("framing", "Front", "--db", db, "--from", "2023-03-14").stdout)["looked"] == 0
    assert json.loads(run("framing", "Front", "--db", db, "--to", "2023-03").stdout)["looked"] == 1


def test_a_story_of_the_store_can_be_looked_through_alone(run, tmp_path: Path) -> None:
    path = str(tmp_path / "stories.db")
    with Store.open(path) as store:
        told.crossing_story(store)
        store.put(claimed_entry())

    got = run("framing", "Northwire", "--db", path, "--story", "story-crossing")
    none = run("framing", "Northwire", "--db", path, "--story", "story-of-nobody")

    assert json.loads(got.stdout)["looked"] == 5
    assert none.exit_code != 0
    assert "story-of-nobody" in none.stderr


def test_of_a_report_that_changed_the_newest_edition_counts(run, tmp_path: Path) -> None:
    path = str(tmp_path / "editions.db")
    first, later = claimed("claimed.txt"), claimed("claimed.txt")
    text = later.report.text + "\nAdded."
    later = replace(later, report=replace(later.report, text=text, text_sha256=text_sha256(text)))
    with Store.open(path) as store:
        store.put(entry_of(first, url="https://post.example/1"))
        store.put(entry_of(later, url="https://post.example/1"))

    assert json.loads(run("framing", "Front", "--db", path).stdout)["looked"] == 1


def test_who_is_in_no_report_is_said(run) -> None:
    got = run("framing", "Nobody", "claimed.txt")

    assert got.exit_code == 0
    assert "no report of 1 has “Nobody”" in got.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("framing", "…", "claimed.txt"), "letter or a number"),
        (("framing", "Front", "claimed.txt", "--case", "river"), "choose in a store"),
        (("framing", "Front", "claimed.txt", "--story", "story-1"), "choose in a store"),
        (("framing", "Front", "--from", "2023-05", "--to", "2023-04"), "comes after"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(run, words: tuple[str, ...], message: str) -> None:
    got = run(*words)

    assert got.exit_code != 0
    assert message in got.stderr
