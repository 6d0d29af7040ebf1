import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from accordingto.cli.demo import samples
from accordingto.cli.main import app
from accordingto.model import InputError
from accordingto.pipeline import read as pipeline
from accordingto.pipeline.read import Failure
from accordingto.pipeline.reading import Reading
from tests.compare import crossing

HAND_MADE = {
    "gulf-ledger.txt": crossing.gulf,
    "harbour-post.html": crossing.harbour,
    "meridian-monitor.txt": crossing.meridian,
    "courrier-imbra.html": crossing.courrier,
    "basin-live.txt": crossing.basin,
}
FILES = samples()
run = CliRunner().invoke


@pytest.fixture(autouse=True)
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading gives the hand-made readings of the samples, and fails for any other file."""

    def read_many(paths: list[str], **_: Any) -> Iterator[Reading | Failure]:
        for path in map(Path, paths):
            made = HAND_MADE.get(path.name)
            if made is None:
                yield Failure(str(path), InputError("cannot be opened"))
            else:
                reading = made()
                yield Reading(reading.report, reading.statements, reading.run, where=str(path))

    monkeypatch.setattr(pipeline, "read_many", read_many)


def test_the_samples_are_five_and_come_with_the_package() -> None:
    assert [Path(path).name for path in FILES] == sorted(HAND_MADE)


def test_trace_prints_the_tree() -> None:
    done = run(app, ["trace", crossing.CLAIM, *FILES, "--format", "text"])
    assert done.exit_code == 0
    assert done.stdout.startswith("5 outlets, 1 origin: a briefing carried by one agency\n")
    assert "actor: coalition → FUF" in done.stdout


def test_a_pipe_gets_json() -> None:
    done = run(app, ["trace", crossing.CLAIM, *FILES])
    assert json.loads(done.stdout)["type"] == "trace"


@pytest.mark.parametrize(
    ("name", "start"), [("way.html", "<!doctype html>"), ("way.json", "{"), ("way.txt", "5 outlets")]
)
def test_the_ending_of_the_file_tells_the_format(tmp_path: Path, name: str, start: str) -> None:
    assert run(app, ["trace", crossing.CLAIM, *FILES, "-o", str(tmp_path / name)]).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_report_that_cannot_be_read_is_told_and_the_others_are_traced() -> None:
    done = run(app, ["trace", crossing.CLAIM, *FILES, "missing.txt", "-f", "text"])
    assert done.exit_code == 1
    assert "missing.txt" in done.stderr
    assert done.stdout.startswith("5 outlets")


def test_nothing_read_is_nothing_to_trace() -> None:
    done = run(app, ["trace", crossing.CLAIM, "missing.txt"])
    assert done.exit_code == 1
    assert "nothing to trace" in done.stderr


def test_a_claim_without_a_match_is_a_clear_message() -> None:
    done = run(app, ["trace", "the price of tea in the capital", *FILES])
    assert done.exit_code == 2
    assert "no statement of the 5 reports is like" in done.stderr
    assert done.stdout == ""
