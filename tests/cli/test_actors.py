"""``accordingto actors``: reports, one's own actors, coverage."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROW = "id,name,aliases,kind\ngroup:kharan,Kharan Front,KF,armed-group\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ACCORDINGTO_DATA", str(tmp_path / "data"))
    file = tmp_path / "own.csv"
    file.write_text(ROW, encoding="utf-8")
    return file


@pytest.mark.parametrize("words", [["actors"], ["actors", "read"]])
def test_actors_of_reports_with_and_without_the_command(run, words: list[str]) -> None:
    got = run(*words, "claimed.txt", "--format", "jsonl")
    assert got.exit_code == 0, got.stderr
    rows = [json.loads(line) for line in got.stdout.splitlines()]
    assert rows
    assert {row["type"] for row in rows} == {"actor"}
    assert run("actors", "--format", "jsonl", "claimed.txt").stdout == got.stdout


def test_adding_listing_showing_removing(run, own: Path) -> None:
    assert "1 added, 0 replaced" in run("actors", "add", str(own)).stderr
    assert "0 added, 1 replaced" in run("actors", "add", str(own)).stderr
    assert run("actors", "list", "--own").stdout == "group:kharan\tKharan Front\tarmed-group\t\n"
    assert "Kharan Front (armed-group)" in run("actors", "show", "KF").stdout
    (row,) = json.loads(run("actors", "show", "group:kharan", "--format", "json").stdout)
    assert row["origin"] == "own.csv"
    assert run("actors", "remove", "group:kharan").exit_code == 0
    assert run("actors", "list", "--own").stdout == ""


def test_the_registry_is_listed_by_kind_and_country(run, own: Path) -> None:
    got = run("actors", "list", "--kind", "coalition", "--country", "sy")
    assert "coalition:sdf\tSyrian Democratic Forces\tcoalition\tSY\n" in got.stdout
    assert all(line.split("\t")[2:] == ["coalition", "SY"] for line in got.stdout.splitlines())


def test_facts_are_shown_with_their_references(run, own: Path) -> None:
    shown = run("actors", "show", "Jim Mattis").stdout
    assert "office:us-defsec 2017-01-20 – 2019-01-01  [https://" in shown


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["claimed.txt", "-f", "geojson"], "actors have no place of their own"),
        (["show", "Nobody At All"], "nobody in the registry goes by"),
        (["remove", "group:none"], "is none of yours"),
        (["add", "missing.csv"], "cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_said(run, own: Path, words: list[str], message: str) -> None:
    got = run("actors", *words)
    assert got.exit_code != 0
    assert message in got.stderr
