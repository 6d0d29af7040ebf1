"""``accordingto gazetteer`` with places of the sample world."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.resources.gazetteer.gazetteer import open_gazetteer
from accordingto.resources.gazetteer.users import COLUMNS

WORLD = Path(__file__).parents[2] / "src" / "accordingto" / "samples" / "world" / "gazetteer.csv"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("ACCORDINGTO_DATA", str(tmp_path / "data"))
    open_gazetteer.cache_clear()
    yield tmp_path
    open_gazetteer.cache_clear()


def run(*words: object) -> Any:
    return CliRunner().invoke(app, ["gazetteer", *map(str, words)])


def test_places_are_added_listed_found_and_removed() -> None:
    assert run("list").stdout == ""
    added = run("add", WORLD, "--name", "world")
    assert (added.exit_code, added.stderr) == (0, "accordingto: 36 places in the gazetteer world\n")
    assert run("list").stdout == "world\t36\tthe user's own\n"
    first, *_ = run("find", "tel harun").stdout.splitlines()
    assert first == "world:tell-harun\tTell Harun\tsettlement\tOrvenia\t\t-42.85\t-121.42\tworld"
    assert run("remove", "world").exit_code == 0
    assert run("list").stdout == ""


def test_a_name_shows_all_that_it_may_mean() -> None:
    lines = [line.split("\t") for line in run("find", "Arbin").stdout.splitlines()]
    assert {line[3] for line in lines} >= {"FR", "SY"}
    (line,) = run("find", "Line of Control").stdout.splitlines()
    assert line.split("\t")[:4] == ["region:line-of-control", "Line of Control", "line", "IN, PK"]


def test_what_goes_wrong_is_said(folder: Path) -> None:
    assert run("find", "Xyqq").exit_code == 1
    assert "no gazetteer is called world" in run("remove", "world").stderr
    wrong = folder / "wrong.csv"
    wrong.write_text("name,lat,lon\nTell Harun,north,2\n", encoding="utf-8")
    found = run("add", wrong)
    assert found.exit_code == 1
    assert "line 2: lat is 'north'" in found.stderr


def test_the_example_of_the_page_can_be_added(folder: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "add-your-own-places.md").read_text(encoding="utf-8")
    (example,) = [block for block in page.split("```") if block.lstrip().startswith("id,name")]
    (folder / "places.csv").write_text(example.lstrip(), encoding="utf-8")
    assert run("add", folder / "places.csv").stderr == "accordingto: 2 places in the gazetteer places\n"
    assert all(f"`{column}`" in page for column in COLUMNS)


def test_a_dump_is_installed_listed_and_found(folder: Path) -> None:
    cells = [
        "1",
        "Derbazin",
        "Derbazin",
        "",
        "35.5",
        "39.5",
        "P",
        "PPL",
        "SY",
        "",
        "04",
        "",
        "",
        "",
        "900",
        "",
        "",
        "",
        "",
    ]
    dump = folder / "SY.txt"
    dump.write_text("\t".join(cells) + "\n", encoding="utf-8")
    installed = run("install", dump, "--countries", "sy")
    assert (installed.exit_code, installed.stderr) == (0, "accordingto: 1 places in the gazetteer SY\n")
    assert run("list").stdout.startswith("SY\t1\tGeoNames, CC BY 4.0")
    assert run("find", "derbazin").stdout.startswith("geonames:1\tDerbazin\tsettlement\tSY")
    wrong = run("install", folder / "nothing.zip")
    assert wrong.exit_code == 1
    assert "cannot be read" in wrong.stderr
