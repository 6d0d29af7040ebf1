"""``accordingto search`` over a small store."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accordingto.cli.search import app
from accordingto.model import Act, UsageError
from accordingto.store.store import Store
from tests.store.spoken import Said, report

SHELLS = "Shells fell on the market of Mánshar"
FLED = "Two hundred people fled Dorva"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("search") / "a.db"
    with Store.open(path) as store:
        store.put(report([Said(SHELLS, "Col. Ilyas Berend", Act.ALLEGE), FLED], title="Shells \x1b[31mon Mánshar"))
    return str(path)


def run(db: str, *args: str, code: int = 0) -> tuple[str, str]:
    result = CliRunner().invoke(app, [*args, "--db", db])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout, result.stderr


def test_lines_say_according_to_whom(db: str) -> None:
    out, err = run(db, "manshar", "-f", "jsonl")
    (row,) = map(json.loads, out.splitlines())
    assert (row["type"], row["content"], row["chain_text"]) == ("statement", SHELLS, "Col. Ilyas Berend")
    assert [SHELLS[a:b] for a, b in row["matches"]] == ["Mánshar"]
    assert (row["outlet"], row["published"], row["act"], row["similarity"]) == (
        "The Harbour Post",
        "2023-03-13",
        "allege",
        None,
    )
    assert "1 statement found, best matches first" in err


def test_text_marks_matches_and_shows_no_escape_of_the_report(db: str) -> None:
    out, _ = run(db, '"fell on"', "-f", "text")
    assert "The Harbour Post ← Col. Ilyas Berend" in out
    assert "“Shells [fell on] the market of Mánshar”" in out
    assert "\x1b" not in out
    assert "13 March 2023" in out


def test_without_words_all_are_listed(db: str) -> None:
    out, err = run(db, "--outlet", "harbour", "-f", "json", "--limit", "1")
    found = json.loads(out)
    assert (found["total"], found["more"], found["order"], len(found["statements"])) == (2, False, "newest", 1)
    assert "2 statements found; 1 shown, newest first" in err


def test_csv_has_a_row_a_hit(db: str) -> None:
    out, _ = run(db, "fled", "-f", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["content"], row["matches"]) == (FLED, "19-23")


def test_reports_come_with_an_extract(db: str) -> None:
    out, _ = run(db, "dorva", "--reports", "-f", "jsonl")
    (row,) = map(json.loads, out.splitlines())
    assert row["type"] == "report"
    assert [row["extract"][a:b] for a, b in row["matches"]] == ["Dorva"]


def test_nothing_found_is_no_failure(db: str) -> None:
    assert run(db, "nowhere", "-f", "text") == ("", "accordingto: 0 statements found\n")


def test_by_meaning_makes_the_vectors_that_are_lacking(db: str) -> None:
    out, err = run(db, "--like", "Hundreds of civilians left the town", "-f", "jsonl", "--limit", "1")
    (row,) = map(json.loads, out.splitlines())
    assert (row["content"], row["alike"]) == (FLED, 1)
    assert row["similarity"] > 0.3
    assert "making the vectors of 2 statements" in err
    _, again = run(db, "--like", "Hundreds of civilians left the town", "--source", "berend", "-f", "text")
    assert "making" not in again
    assert "1 wording, nearest first" in again


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--like", "x y", "--reports"], "leave out --reports"),
        (["--like", "…"], "needs a sentence"),
        (["…"], "no word to look for"),
        (["--source", "?"], "a letter or a number"),
        (["--since", "2024", "--until", "2023"], "nothing lies between"),
        (["--since", "tomorrow"], "no ISO 8601 date"),
    ],
)
def test_what_cannot_be_asked_is_said(db: str, args: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run(db, *args)


def test_where_no_store_is_it_is_said_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="accordingto add"):
        run(str(tmp_path / "none.db"), "x")


def test_the_reference_names_every_field() -> None:
    from accordingto.export.hits import COLUMNS

    page = (Path(__file__).parents[2] / "docs" / "reference" / "search.md").read_text(encoding="utf-8")
    for columns in COLUMNS.values():
        for name, meaning in columns.items():
            assert f"| `{name}` | {meaning} |" in page
