from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from accordingto.model import Field
from accordingto.store.store import Store
from evals.door.invent import Inventor
from tests.store.test_door import entry_of


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Three outlets with one story, one of them in part, and an edition."""
    inventor = Inventor(7)
    story, other = inventor.report(least=10, most=10), inventor.report(least=10, most=10)
    made = [
        (story, "https://asur.example/1", "Radio Asur"),
        (f"{story}\n\nMore was heard of it later that day.", "https://asur.example/1", "Radio Asur"),
        (story, "https://voice.example/9", "=Upland \ud800Voice"),
        (f"{other}\n\n{story[: story.index(chr(10), 600)]}", "https://herald.example/a", None),
    ]
    path = str(tmp_path / "copies.db")
    with Store.open(path) as store:
        for text, url, outlet in made:
            entry = entry_of(text, url=url, cases=("river",) if outlet else ())
            report = entry.report if outlet is None else _by(entry.report, outlet)
            store.put(_of(entry, report))
    return path


def _by(report, outlet):
    from dataclasses import replace

    return replace(report, outlet=Field(outlet, "given"))


def _of(entry, report):
    from dataclasses import replace

    return replace(entry, report=report)


def test_pairs_are_listed_with_both_reports(run, db: str) -> None:
    got = run("copies", "--db", db, "-f", "text")
    assert got.exit_code == 0, got.stderr
    assert "the same text\n" in got.stdout
    assert "near copies; " in got.stdout
    assert "a part of one in the other; " in got.stdout
    assert "Radio Asur: (no title)" in got.stdout
    assert "(outlet not known): (no title)" in got.stdout
    assert got.stdout.endswith("5 pairs\n")
    assert "editions of one article" not in got.stdout


def test_editions_only_when_asked(run, db: str) -> None:
    rows = [json.loads(line) for line in run("copies", "--db", db, "--editions").stdout.splitlines()]
    assert len(rows) == 6
    assert [row["kind"] for row in rows if row["editions"]] == ["near"]


def test_the_pairs_of_one_report_by_address_or_id(run, db: str) -> None:
    rows = [
        json.loads(line)
        for line in run("copies", "https://www.voice.example/9/?utm_source=x", "--db", db).stdout.splitlines()
    ]
    assert len(rows) == 3
    ident = next(row["report"] for row in rows if row["url"] == "https://asur.example/1")
    of_it = run("copies", ident, "--db", db, "--kind", "exact", "-f", "jsonl")
    assert [json.loads(line)["kind"] for line in of_it.stdout.splitlines()] == ["exact"]
    missing = run("copies", "report-none", "--db", db)
    assert missing.exit_code == 2
    assert "accordingto reports" in missing.stderr


def test_a_collection(run, db: str) -> None:
    assert run("copies", "--db", db, "--case", "river", "-f", "text").stdout.endswith("2 pairs\n")
    assert run("copies", "--db", db, "--case", "sea").exit_code == 2


def test_csv_is_no_formula(run, db: str, tmp_path: Path) -> None:
    out = tmp_path / "copies.csv"
    assert run("copies", "--db", db, "-o", str(out)).exit_code == 0
    rows = list(csv.DictReader(StringIO(out.read_text(encoding="utf-8"), newline="")))
    assert len(rows) == 5
    named = {row["outlet"] for row in rows} | {row["other_outlet"] for row in rows}
    assert any(name.startswith("'=Upland") for name in named)
