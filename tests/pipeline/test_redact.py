"""A person is taken out of a report by every name that it has for them, and of nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import accordingto
from accordingto.cli.main import app
from accordingto.model import Capture, Sighting
from accordingto.pipeline.forgetting import Forgetting
from accordingto.pipeline.redact import naming, redacted
from accordingto.store.store import Store

TEXT = """Minister Salwa al-Rumani resigns

BAB ZAHIR — Interior Minister Salwa al-Rumani stepped down on Monday, her office said. “I leave with a clear conscience,” al-Rumani told
reporters. Deputy Minister Karim Hadad, who had criticised Rumani’s plan, said that Ms al-Rumani had no choice.

SALWA AL-RUMANI was appointed in 2019.
"""


@pytest.fixture(scope="module")
def reading() -> Any:
    return accordingto.read_text(TEXT, published="2023-03-13")


def run(*words: str) -> Any:
    return CliRunner().invoke(app, list(words))


def test_every_name_goes_and_every_other_word_stays(reading: Any):
    spans = naming(reading, "salwa al rumani")
    capture = Capture("capture-1", "0" * 64, TEXT.encode(), "text/plain", None, None, (Sighting("a.txt"),))
    made, kept = redacted(reading.report, capture, spans, "salwa al rumani")
    assert len(made.text) == len(TEXT)
    assert "rumani" not in made.text.lower().replace("rumani’s", "")
    assert "salwa" not in made.text.lower()
    assert "Karim Hadad, who had criticised" in made.text
    assert "salwa" not in kept.data.decode().lower()
    assert made.title is None or "Salwa" not in made.title.value
    assert made.id != reading.report.id
    assert "redacted" in made.flags


def test_who_is_not_named_is_not_found(reading: Any):
    assert naming(reading, "Salwa Hadad") == ()
    assert naming(reading, "Minister of Nothing") == ()
    assert naming(reading, "…") == ()


def test_the_command_takes_a_person_out_of_a_store(tmp_path: Path):
    file, db = tmp_path / "minister-salwa-al-rumani.txt", str(tmp_path / "a.db")
    file.write_text(TEXT, encoding="utf-8")
    other = tmp_path / "other.txt"
    other.write_text(
        "Karim Hadad was sworn in\n\nThe new minister, Karim Hadad, said he would keep the border open.\n",
        encoding="utf-8",
    )
    assert run("add", str(file), str(other), "--db", db, "--case", "one").exit_code == 0
    asked = run("forget", "--person", "Salwa al-Rumani", "--db", db)
    assert (asked.exit_code, "--yes" in asked.stderr) == (2, True)
    made = run("forget", "--person", "Salwa al-Rumani", "--db", db, "--yes", "--reason", "asked to")
    assert made.exit_code == 0, made.stderr
    assert "taken out of 1 report" in made.stderr
    data = Path(db).read_bytes()
    assert b"Salwa" not in data
    assert b"salwa" not in data
    with Store.open(db) as store:
        assert store.count() == 2
        assert len(list(store.reports(case="one"))) == 2
    assert json.loads(run("search", "Hadad", "--reports", "--db", db, "--format", "json").stdout)["total"] == 2
    assert run("verify", "--db", db).exit_code == 0
    assert "no report in this store names" in run("forget", "--person", "Salwa al-Rumani", "--db", db, "--yes").stderr
    again = run("add", str(file), "--db", db)
    assert "forgotten" in again.stderr


def test_sources_are_gone_through_once_and_before_any_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    files, db = [tmp_path / name for name in ("al-rumani.txt", "second.txt")], str(tmp_path / "a.db")
    for file, more in zip(files, ("", "Bab Zahir was quiet.\n"), strict=True):
        file.write_text(TEXT + more, encoding="utf-8")
    assert run("add", *map(str, files), "--db", db).exit_code == 0
    with Store.open(db) as store:
        steps: list[str] = []
        sources, report = store.forget_sources, store.forget
        monkeypatch.setattr(store, "forget_sources", lambda named: (steps.append("sources"), sources(named)))
        monkeypatch.setattr(store, "forget", lambda name, **more: (steps.append(name), report(name, **more))[1])
        work = Forgetting(store)
        found = work.naming("Salwa al-Rumani")
        assert [name for name, _ in work.take_out("Salwa al-Rumani", found, at="2024-05-01T10:00:00Z")] == found
        assert steps == ["sources", *found]
        assert len(found) == 2
        assert work.naming("Salwa al-Rumani") == []
