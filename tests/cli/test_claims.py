"""``accordingto events``, ``places``, ``estimates``, ``control``: filters, formats, failures, exit codes."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from accordingto.cli.claims import Format
from accordingto.export.schema import schema
from tests.cli.stub import CALLS

REPORT = "claimed.txt"
COMMANDS = {"events": 4, "places": 5, "estimates": 4, "control": 2}
"""How many records each command lists of the report without a filter."""


def listed(run, *words: str) -> list[dict[str, object]]:
    got = run(*words, "--format", "jsonl")
    assert got.exit_code == 0, got.stderr
    return [json.loads(line) for line in got.stdout.splitlines()]


@pytest.mark.parametrize(("command", "count"), list(COMMANDS.items()))
def test_piped_it_is_json_lines_of_that_layer_alone(run, command: str, count: int) -> None:
    got = run(command, REPORT)
    rows = [json.loads(line) for line in got.stdout.splitlines()]
    assert len(rows) == count
    for row in rows:
        Draft202012Validator(schema()).validate(row)
    assert got.stderr == ""


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("chosen", list(Format))
def test_every_format(run, command: str, chosen: Format) -> None:
    got = run(command, REPORT, "harbour.txt", "--format", chosen.value)
    assert got.exit_code == 0
    if chosen in (Format.JSON, Format.GEOJSON):
        assert json.loads(got.stdout)["type"] in ("listing", "FeatureCollection")
    if chosen is Format.CSV:
        assert len(list(csv.reader(StringIO(got.stdout, newline="")))) == 1 + COMMANDS[command]
    if chosen is Format.TEXT:
        assert "according to\n" in got.stdout
        assert got.stdout.endswith(" in 1 of 2 reports\n")


def test_the_ending_of_the_file_tells_the_format(run, tmp_path: Path) -> None:
    assert run("events", REPORT, "-o", str(tmp_path / "a.geojson")).exit_code == 0
    assert len(json.loads((tmp_path / "a.geojson").read_text())["features"]) == 4
    run("events", REPORT, "-o", str(tmp_path / "a.csv"), "--bom")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfid,event_type")


@pytest.mark.parametrize(
    ("words", "triggers"),
    [
        (["--actor", "kharan"], ["Rockets … hit"]),
        (["--actor", "KF"], ["Rockets … hit"]),
        (["--actor", "al-jabha"], ["Rockets … hit"]),
        (["--actor", "khar"], []),
        (["--actor", "AO", "--actor", "kharan front"], ["Rockets … hit", "bombed"]),
        (["--source", "asur monitor"], ["kill", "Rockets … hit"]),
        (["--place", "manshar"], ["kill", "Rockets … hit"]),
        (["--place", "Orvenia"], ["kill", "Rockets … hit", "bombed"]),
        (["--place", "Dorva"], ["withdraw"]),
        (["--act", "deny"], ["bombed"]),
        (["--act", "deny", "--derived"], ["denied", "bombed"]),
        (["--act", "deny", "--act", "state", "--type", "retreat"], ["withdraw"]),
        (["--type", "REJECT"], ["denied"]),
        (["--since", "2023-03-12"], ["Rockets … hit"]),
        (["--since", "2023-03", "--until", "2023-03"], ["Rockets … hit"]),
        (["--since", "2023-03-13"], []),
        (["--until", "2023-03-11T10:00"], []),
        (["--actor", "kharan", "--place", "hadra"], []),
    ],
)
def test_filters_of_events(run, words: list[str], triggers: list[str]) -> None:
    assert [row["trigger"]["text"] for row in listed(run, "events", REPORT, *words)] == triggers  # type: ignore[index]


@pytest.mark.parametrize(
    ("command", "words", "count"),
    [
        ("estimates", ["--actor", "front"], 2),
        ("estimates", ["--place", "asur"], 1),
        ("estimates", ["--act", "estimate"], 1),
        ("estimates", ["--since", "2023"], 1),
        ("control", ["--actor", "front"], 1),
        ("control", ["--status", "gains"], 1),
        ("control", ["--status", "gains", "--status", "holds"], 2),
        ("control", ["--until", "2023-03-12"], 1),
        ("places", ["--place", "kharan"], 2),
        ("places", ["--actor", "KF"], 1),
        ("places", ["--act", "deny"], 1),
        ("places", ["--since", "2023-03-12", "--until", "2023-03-12"], 1),
    ],
)
def test_filters_of_the_others(run, command: str, words: list[str], count: int) -> None:
    assert len(listed(run, command, REPORT, *words)) == count


def test_what_has_no_time_is_left_out_aloud_and_only_where_a_bound_is_given(run) -> None:
    assert run("events", REPORT).stderr == ""
    got = run("events", REPORT, "--since", "2023-01-01")
    assert got.stderr == "accordingto: 3 events without a time left out\n"
    got = run("events", REPORT, "--since", "2023-01-01", "--actor", "kharan front")
    assert got.stderr == ""


def test_a_report_that_cannot_be_read_stops_nothing(run) -> None:
    got = run("events", REPORT, "empty.txt", "claimed2.txt")
    assert got.exit_code == 1
    assert "empty.txt: there is no text" in got.stderr
    types = [json.loads(line)["type"] for line in got.stdout.splitlines()]
    assert types == ["event"] * 4 + ["failure"] + ["event"] * 4


def test_settings_reach_the_reader(run) -> None:
    run("places", REPORT, "x.txt", "--jobs", "2", "--outlet", "The Post", "--published", "2023-03")
    assert CALLS == [{"paths": [REPORT, "x.txt"], "jobs": 2, "outlet": "The Post", "published": "2023-03"}]
    CALLS.clear()
    run("events", "-", "x.txt", "--jobs", "2")
    assert CALLS[0]["jobs"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ["events"],
        ["events", REPORT, "--format", "html"],
        ["events", REPORT, "--since", "Monday"],
        ["events", REPORT, "--since", "2023-03-02", "--until", "2023-03-01"],
        ["events", REPORT, "--act", "shout"],
        ["events", REPORT, "--actor", "…"],
        ["control", REPORT, "--status", "likes"],
        ["places", REPORT, "-o", "/nowhere/at/all.geojson"],
    ],
)
def test_usage(run, words: list[str]) -> None:
    got = run(*words)
    assert got.exit_code == 2
    assert got.stderr
    assert not CALLS


def test_nothing_found_is_said(run) -> None:
    assert run("events", "harbour.txt", "--format", "text").stdout == "0 events in 1 report\n"
