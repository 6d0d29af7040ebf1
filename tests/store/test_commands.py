"""The commands that fill and show a store, as processes, with the real model: a few reports on SQLite."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evals.kill import corpus

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "accordingto" / "samples"
PROGRAM = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in an empty folder, with no data of the user's own."""

    def made(*words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*PROGRAM, *words], capture_output=True, text=True, check=False, cwd=tmp_path, env=environment(tmp_path)
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return made


def environment(folder: Path) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return {**os.environ, "PYTHONPATH": path, "ACCORDINGTO_DATA": str(folder / "data")}


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_added_listed_and_read_again_when_a_place_was_added(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("gulf-ledger.txt", "harbour-post.html"):
        (folder / name).write_bytes((SAMPLES / "crossing" / name).read_bytes())
    (folder / "empty.txt").write_text("\n")
    (folder / "nav.html").write_text("<html><body><nav>Home</nav></body></html>")
    first = run("add", "in", "--case", "Asur", "--jobs", "1", "--format", "jsonl", code=1)
    made = rows(first.stdout)
    assert [one["kept"] for one in made if one["kept"]] == ["new", "new"]
    assert all(one["statements"] for one in made if one["kept"])
    assert "2 new reports, 1 failed, 1 passed over" in first.stderr
    assert "NotAnArticle" in first.stderr
    again = run("add", "in", "--case", "Asur", "--jobs", "1", code=1)
    assert again.stdout == ""
    assert "2 known already, 1 failed" in again.stderr
    assert [one["outlet"] for one in rows(run("reports").stdout)] == ["Gulf Ledger", "The Harbour Post"]
    assert rows(run("reports", "--by", "case").stdout) == [{"type": "count", "case": "Asur", "reports": 2}]
    assert "2 reports" in run("reports", "-f", "text").stdout
    assert [one["error"] for one in rows(run("failures").stdout)] == ["NotAnArticle"]
    assert "nothing to take in" in run("process", "--jobs", "1").stderr
    run("gazetteer", "add", str(SAMPLES / "world" / "gazetteer.csv"))
    read = rows(run("process", "--jobs", "1", "--format", "jsonl").stdout)
    assert [one["kept"] for one in read] == ["reread", "reread"]
    assert [one["report"] for one in read] == [one["report"] for one in made if one["kept"]], "ids stay"
    assert run("process", "--jobs", "1", "--format", "jsonl").stdout == ""


def test_editions_are_shown(run: Run, tmp_path: Path) -> None:
    page = (SAMPLES / "crossing" / "harbour-post.html").read_text(encoding="utf-8")
    (tmp_path / "1.html").write_text(page, encoding="utf-8")
    (tmp_path / "2.html").write_text(page.replace("fewer than 800", "about 950"), encoding="utf-8")
    run("add", "1.html", "2.html", "--jobs", "1", "--no-read")
    [listed] = rows(run("editions").stdout)
    address = "https://harbourpost.example/world/coalition-front-government-territory"
    assert listed["address"] == address
    shown = run("editions", address, "-f", "text").stdout
    assert "~ paragraph changed" in shown
    assert "^^^" in shown
    assert "not both editions were read" in " ".join(shown.split())
    run("process", "--jobs", "1")
    [revision] = rows(run("editions", "--all").stdout)
    assert [one["change"] for one in revision["sentences"]] == ["changed"]  # type: ignore[attr-defined]
    words = revision["sentences"][0]["words"]  # type: ignore[index]
    assert [(one["old_text"], one["new_text"]) for one in words] == [("fewer than 800", "about 950")]
    assert revision["statements"], "a statement changed with the number"
    assert "there is no report" in run("editions", "https://harbourpost.example/none", code=2).stderr


def test_a_list_on_standard_input(run: Run, tmp_path: Path) -> None:
    made = subprocess.run(
        [*PROGRAM, "add", "-", "--list", "--no-read", "--jobs", "1", "--format", "jsonl"],
        input=f"{SAMPLES / 'crossing' / 'gulf-ledger.txt'}\n\nnowhere.txt\n",
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert made.returncode == 1
    assert [one["kept"] for one in rows(made.stdout)] == ["new", None]


def test_what_is_asked_wrongly_is_told(run: Run) -> None:
    assert "ROLE=NAME" in run("add", "x.csv", "--column", "title", code=2).stderr
    assert "ISO 8601" in run("add", "x.txt", "--published", "soon", code=2).stderr
    assert "accordingto add" in run("reports", code=2).stderr
    assert "cannot be made" in run("add", "x.txt", "--db", "no/such/folder/a.db", code=2).stderr


def test_ctrl_c_says_how_to_go_on(tmp_path: Path) -> None:
    folder, _ = corpus.write(tmp_path / "corpus", reports=90)
    heed = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # tests in the background ignore it
    )
    program = [*PROGRAM[:-1], f"{heed}; {PROGRAM[-1]}"]
    words = [*program, "add", folder, "--jobs", "1", "--format", "jsonl"]
    process = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment(tmp_path),
    )
    assert process.stdout
    assert process.stderr
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    said = process.stderr.read()
    assert process.wait(60) == 130
    assert "goes on where it stopped" in said
    assert "Traceback" not in said
    process.stdout.close()
    process.stderr.close()
