"""``accordingto evaluate`` over a reader without a model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.evaluate import predict as predicting
from accordingto.evaluate.rows import Row, read_rows, write_rows
from tests.evaluate.build import TEXT, StubReader, attribution, statement, voice

QUOTE = attribution("", "", "“We hold the dam,”")
TELI = statement("“We hold the dam,”", voice("Rozan Teli"), form="direct")
ROWS: list[Row] = [
    {"doc": name, "text": f"{TEXT} {name}", "attributions": [QUOTE], "statements": [TELI]} for name in "abc"
]


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> StubReader:
    stub = StubReader()
    monkeypatch.setattr(predicting, "open_reader", lambda: stub)
    return stub


@pytest.fixture
def given(tmp_path: Path) -> Path:
    write_rows(ROWS, tmp_path / "in.jsonl")
    return tmp_path / "in.jsonl"


def run(*words: object, **more: Any) -> Any:
    return CliRunner().invoke(app, ["evaluate", *map(str, words)], **more)


def test_predict_then_score(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("predict", "attribution", given, out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "3 of 3 rows predicted" in done.stderr
    scored = run("score", "attribution", given, out, "--boot", 10)
    assert scored.exit_code == 0
    assert scored.stdout.startswith("attribution, 3 documents\n")
    plain = json.loads(run("score", "attribution", given, out, "--format", "json", "--boot", 0).stdout)
    assert {m["name"]: m["value"] for m in plain["measures"]}["A5"] == 100.0


def test_resuming_reads_only_what_is_left(given: Path, tmp_path: Path, reader: StubReader) -> None:
    out = tmp_path / "out.jsonl"
    run("predict", "statements", given, out)
    whole = out.read_bytes()
    out.write_bytes(whole[: whole.index(b"\n") + 9])
    reader.seen.clear()
    done = run("predict", "statements", given, out, "--resume")
    assert done.exit_code == 0
    assert "1 of 3 rows are there already" in done.stderr
    assert len(reader.seen) == 2
    assert out.read_bytes() == whole


def test_resuming_what_is_complete_and_what_is_another(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("predict", "statements", given, out)
    assert "0 of 0 rows predicted" in run("predict", "statements", given, out, "--resume").stderr
    write_rows([{"doc": "z"}], out)
    assert run("predict", "statements", given, out, "--resume").exit_code == 3


def test_predict_begins_anew_without_resume(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("something else\n")
    assert run("predict", "attribution", given, out).exit_code == 0
    assert len(list(read_rows(out))) == 3


def test_standard_streams(given: Path) -> None:
    done = run("predict", "attribution", "-", "-", input=given.read_text())
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["a", "b", "c"]


def test_a_row_that_fails_gives_exit_code_one(tmp_path: Path) -> None:
    write_rows([*ROWS, {"doc": "bad", "text": "It breaks the reader."}], tmp_path / "in.jsonl")
    done = run("predict", "statements", tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    assert done.exit_code == 1
    assert "bad: RuntimeError: a fault" in done.stderr
    assert "3 of 4 rows predicted, 1 could not be read" in done.stderr
    assert len(list(read_rows(tmp_path / "out.jsonl"))) == 4


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("predict", "weather", "IN", "out.jsonl"), "available: attribution, statements, contents, blocks"),
        (("predict", "attribution", "none.jsonl", "out.jsonl"), "none.jsonl cannot be read"),
        (("predict", "attribution", "IN", "IN"), "both read and written"),
        (("predict", "attribution", "IN", "-", "--resume"), "--resume needs a file"),
        (("score", "blocks", "IN", "IN"), "available: attribution, statements, contents"),
        (("gate", "--floors", "none.json"), "none.json is not there"),
        (("gate", "--raise", "--gold", "none"), "none is no folder"),
    ],
)
def test_usage_errors(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*(str(given) if word == "IN" else word for word in words))
    assert done.exit_code == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_score_tells_what_is_absent_and_refuses_spans_outside(given: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    write_rows([{"doc": "a", "attributions": [QUOTE]}], out)
    assert "no prediction for 2 of 3 documents, the first b" in run("score", "attribution", given, out).stderr
    write_rows([{"doc": "a", "attributions": [{**QUOTE, "content": [[0, 999]]}]}], out)
    done = run("score", "attribution", given, out)
    assert done.exit_code == 3
    assert "lies outside the text" in done.stderr


def test_the_gate(tmp_path: Path) -> None:
    (tmp_path / "field").mkdir()
    write_rows(ROWS, tmp_path / "field" / "gold.jsonl")
    floors = tmp_path / "floors.json"
    begun = run("gate", "--floors", floors, "--raise")
    assert begun.exit_code == 0
    assert "no floor" in begun.stdout
    assert run("gate", "--floors", floors).exit_code == 0
    entries = json.loads(floors.read_text())
    entries[0]["floor"] = 100.01
    floors.write_text(json.dumps(entries))
    fell = run("gate", "--floors", floors)
    assert (fell.exit_code, "FELL" in fell.stdout) == (1, True)
    entries[0]["sha256"] = "0" * 64
    floors.write_text(json.dumps(entries))
    assert run("gate", "--floors", floors).exit_code == 3


def test_bench() -> None:
    done = run("bench", "--reports", 10, "--words", 60)
    assert done.exit_code == 0
    assert "reports a CPU-second, end to end" in done.stdout
    assert json.loads(run("bench", "--reports", 10, "--words", 60, "--format", "json").stdout)["reports"] == 10
