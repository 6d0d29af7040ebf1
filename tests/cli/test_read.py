"""``accordingto read``: formats, batches, failures, exit codes."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from accordingto.cli.output import Format
from accordingto.export.schema import schema
from tests.cli.stub import CALLS

REPORT = "harbour.txt"


def test_piped_it_is_json_lines(run) -> None:
    got = run("read", REPORT)
    assert got.exit_code == 0
    rows = [json.loads(line) for line in got.stdout.splitlines()]
    assert [row["type"] for row in rows] == ["report", *["statement"] * 9]
    for row in rows:
        Draft202012Validator(schema()).validate(row)
    assert got.stderr == ""


@pytest.mark.parametrize("chosen", list(Format))
def test_every_format(run, chosen: Format) -> None:
    got = run("read", REPORT, "--format", chosen.value)
    assert got.exit_code == 0
    starts = {
        "text": "Army",
        "json": '{"type": "readings"',
        "jsonl": '{"type": "report"',
        "csv": "id,",
        "html": "<!doctype",
    }
    assert got.stdout.startswith(starts[chosen.value])
    assert "\x1b" not in got.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.json", '{"type": "readings"'),
        ("a.csv", "id,"),
        ("a.HTML", "<!doctype"),
        ("a.txt", "Army"),
        ("a", '{"type": "re'),
    ],
)
def test_the_output_file_tells_the_format(run, tmp_path: Path, name: str, start: str) -> None:
    got = run("read", REPORT, "-o", str(tmp_path / name))
    assert (got.exit_code, got.stdout) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_help_names_every_format(run) -> None:
    assert "|".join(Format) in run("read", "--help").stdout.replace("\n", "")


def test_one_failure_stops_nothing_and_is_told(run) -> None:
    got = run("read", "a.txt", "empty.txt", "b.txt")
    assert got.exit_code == 1
    rows = [json.loads(line) for line in got.stdout.splitlines()]
    assert [row["where"] for row in rows if row["type"] in ("report", "failure")] == ["a.txt", "empty.txt", "b.txt"]
    assert "accordingto: empty.txt: there is no text\ufffd[31m in it\n" in got.stderr
    assert "2 of 3 reports read" in got.stderr


@pytest.mark.parametrize("chosen", ["text", "csv", "html", "json"])
def test_failures_are_told_in_every_format(run, chosen: str) -> None:
    got = run("read", "a.txt", "empty.txt", "--format", chosen)
    assert got.exit_code == 1
    assert "empty.txt: there is no text" in got.stderr


def test_damage_outranks_failure(run) -> None:
    assert run("read", "broken.txt", "empty.txt").exit_code == 3


def test_nothing_read_is_still_a_whole_document(run) -> None:
    got = run("read", "empty.txt", "--format", "json")
    assert got.exit_code == 1
    assert json.loads(got.stdout)["readings"] == []


def test_settings_reach_the_pipeline(run) -> None:
    run("read", "a.txt", "b.txt", "c.txt", "--outlet", "Gulf Ledger", "--published", "2023-03", "--jobs", "2")
    assert CALLS == [{"paths": ["a.txt", "b.txt", "c.txt"], "jobs": 2, "outlet": "Gulf Ledger", "published": "2023-03"}]


def test_no_more_jobs_than_reports(run) -> None:
    run("read", "a.txt", "--jobs", "8")
    assert CALLS[0]["jobs"] == 1


def test_all_and_byte_order_mark(run) -> None:
    assert '"type": "mention"' in run("read", REPORT, "--all").stdout
    got = run("read", REPORT, "--format", "csv", "--bom")
    assert got.stdout_bytes.startswith(b"\xef\xbb\xbfid,")
    assert len(list(csv.reader(StringIO(got.stdout_bytes.decode("utf-8-sig"), newline="")))) == 10


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", REPORT, "--format", "xml"],
        ["read", REPORT, "--jobs", "0"],
        ["read", REPORT, "--published", "yesterday"],
        ["read", REPORT, "-o", "/nowhere/at/all.json"],
        ["raed"],
    ],
)
def test_usage(run, words: list[str]) -> None:
    got = run(*words)
    assert got.exit_code == 2
    assert got.stderr
    assert not CALLS


def test_a_folder_is_walked_but_not_its_own_output(run, tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/C.HTM", "notes.md", ".hidden.txt", ".git/x.txt", "out.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    got = run("read", str(tmp_path), str(tmp_path / "b.txt"), "-o", str(tmp_path / "out.html"))
    assert got.exit_code == 0
    assert [Path(path).name for path in CALLS[0]["paths"]] == ["a.html", "b.txt", "C.HTM"]


def test_an_empty_folder_is_told(run, tmp_path: Path) -> None:
    got = run("read", str(tmp_path))
    assert got.exit_code == 2
    assert "holds no report" in got.stderr


def test_a_report_is_never_overwritten(run, tmp_path: Path) -> None:
    report = tmp_path / "a.txt"
    report.write_text("precious")
    got = run("read", str(report), "-o", str(report))
    assert got.exit_code == 2
    assert report.read_text() == "precious"


def test_an_interrupt_is_quiet_and_keeps_what_was_read(run) -> None:
    got = run("read", "a.txt", "interrupt.txt")
    assert got.exit_code == 130
    assert '"type": "report"' in got.stdout
    assert "Traceback" not in got.stderr


def test_standard_input_is_read_where_it_is(run) -> None:
    run("read", "a.txt", "-", "--jobs", "2")
    assert CALLS[0]["jobs"] == 1


def test_standard_input_is_named_for_people(run) -> None:
    run("read", "-", "-")
    assert CALLS[0]["paths"] == ["-"]
