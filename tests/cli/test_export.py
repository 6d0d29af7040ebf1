"""``accordingto export``: where it writes, what it refuses, and that nothing half is left."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.export.formats import FORMATS
from accordingto.export.sheets.running import SHEETS
from accordingto.store.store import Store
from tests.export import kept


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(kept.made(tmp_path_factory.mktemp("export") / "kept.db"))


@pytest.fixture
def run(db: str):
    return lambda *words: CliRunner().invoke(app, ["export", *words, "--db", db])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_layer_goes_to_standard_output(run) -> None:
    got = run("csv", "--layer", "events", "--no-hxl")
    assert got.exit_code == 0
    assert len(rows(got.stdout)) == 5
    assert got.stderr == ""
    derived = run("csv", "--layer", "events", "--no-hxl", "--derived")
    assert [row["event_type"] for row in rows(derived.stdout) if row["derived"] == "true"] == ["REJECT"]


def test_all_layers_go_into_a_folder(run, tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    got = run("csv", "-o", str(folder))
    assert (got.exit_code, got.stderr) == (0, f"accordingto: csv written to {folder}\n")
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{layer}.csv" for layer in FORMATS["csv"].layers} | {"about.json"}
    about = json.loads((folder / "about.json").read_text())
    assert about["rows"]["reports"] == 8
    assert (about["evidence"], about["audit"]) == ("quotes", None)
    assert "according to whoever" in about["claims"]


def test_one_layer_to_a_file_says_what_it_is_beside_it(run, tmp_path: Path) -> None:
    path = tmp_path / "denied.csv"
    got = run("csv", "--layer", "statements", "--act", "deny", "--evidence", "hashes", "-o", str(path))
    assert got.exit_code == 0
    made = rows(path.read_text("utf-8"))
    assert {row["act"] for row in made[1:]} == {"deny"}
    assert {row["content"] for row in made[1:]} == {""}
    about = json.loads((tmp_path / "denied.about.json").read_text())
    assert about["asked"] == {"acts": ["deny"]}
    assert about["rows"] == {"statements": len(made) - 1}
    assert {path.name for path in tmp_path.iterdir()} == {"denied.csv", "denied.about.json"}


def test_any_name_will_do_for_one_layer_and_a_folder_is_filled(run, tmp_path: Path) -> None:
    assert run("csv", "--layer", "places", "-o", str(tmp_path / "places.txt")).exit_code == 0
    assert (tmp_path / "places.txt").is_file()
    assert run("csv", "--layer", "places", "-o", str(tmp_path)).exit_code == 0
    assert (tmp_path / "places.csv").read_bytes() == (tmp_path / "places.txt").read_bytes()
    got = run("sqlite", "-o", str(tmp_path))
    assert (got.exit_code, got.stderr) == (
        2,
        f"accordingto: {tmp_path} is a folder, and sqlite is one file; give it a name\n",
    )


def test_the_same_rows_for_a_story_and_its_collection(run) -> None:
    story = run("csv", "--layer", "statements", "--story", kept.STORY)
    case = run("csv", "--layer", "statements", "--case", "crossing")
    assert story.stdout == case.stdout
    assert 5 < len(rows(story.stdout)) < len(rows(run("csv", "--layer", "statements").stdout))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["excel"], "there is no format excel; there are csv"),
        (["csv"], "csv has several layers and standard output takes one; choose a --layer (reports, statements"),
        (["csv", "-o", "x.csv"], "csv has several layers and x.csv names one file"),
        (["csv", "--layer", "people"], "csv has no layer people; there are reports"),
        (["events", "--layer", "events"], "events has no layer events; it has none"),
        (["geojson", "--layer", "events", "--bom"], "geojson has no --bom; csv, events have it"),
        (["events", "--names", "gdelt"], "columns are not known by the names of gdelt; there are acled, ucdp"),
        (["csv", "--layer", "events", "--evidence", "some"], "--evidence some is not known; it is one of full, quotes"),
        (["csv", "--layer", "events", "--story", "story-x"], "there is no story story-x in this store"),
        (["csv", "--layer", "events", "--case", "x"], "there is no collection 'x' in this store"),
        (["csv", "--layer", "events", "--actor", "…"], "a name to look for needs a letter or a number"),
        (["dossier"], "dossier is made of one story; name it with --story"),
        (["json-ld", "--base", "desk"], "--base is the address of a server, https://…; desk is none"),
        (["graphml", "--base", "https://desk.example"], "graphml has no --base; json-ld, web-annotation have it"),
        (["csv", "--layer", "events", "--since", "2024", "--until", "2023"], "--since 2024 comes after --until 2023"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(run, words: list[str], said: str) -> None:
    got = run(*words)
    assert got.exit_code == 2
    assert got.stderr.startswith(f"accordingto: {said}")
    assert got.stdout == ""


@pytest.mark.parametrize("words", [["csv"], ["events"], ["geojson"], ["sqlite"]], ids=lambda words: words[0])
def test_what_breaks_on_the_way_leaves_what_was_there(run, tmp_path: Path, monkeypatch, words: list[str]) -> None:
    made = FORMATS[words[0]]
    path = tmp_path / ("all" if made.layers else f"all{made.ending}")
    assert run(*words, "-o", str(path)).exit_code == 0
    files = [file for file in sorted(tmp_path.rglob("*")) if file.is_file()]
    before = {file: file.read_bytes() for file in files}
    assert before

    def broken(self, source, rows, carried):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(SHEETS["places"]), "cells", broken)
    assert run(*words, "-o", str(path)).exit_code == 130
    after = {file: file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file()}
    assert after == before


def test_a_story_is_named_by_its_id_or_by_a_report_in_it(run, db: str, tmp_path: Path) -> None:
    with Store.open(db, read_only=True) as store:
        report = store.story(kept.STORY).reports[0]
    made = []
    for named in (kept.STORY, report):
        path = tmp_path / f"{named}.html"
        assert run("dossier", "--story", named, "-o", str(path)).exit_code == 0
        made.append(re.sub(r"[0-9:]+ UTC", "", path.read_text("utf-8")))
    assert made[0] == made[1]
    assert made[0].startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["json-ld", "web-annotation", "followthemoney", "graphml"])
def test_graphs_take_the_options_of_a_search(run, name: str) -> None:
    everything, denied = run(name), run(name, "--act", "deny", "--evidence", "hashes")
    assert (everything.exit_code, denied.exit_code) == (0, 0)
    assert len(denied.stdout) < len(everything.stdout)


def test_a_folder_that_cannot_be_written_is_said(run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    got = run("events", "-o", str(tmp_path / "file" / "x.csv"))
    assert got.exit_code == 2
    assert "cannot be written" in got.stderr
