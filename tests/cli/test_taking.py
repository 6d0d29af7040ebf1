"""What is said while reports are taken into a store, and at the end."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from sqlalchemy.exc import OperationalError

from accordingto.cli import taking
from accordingto.cli.exits import Exit
from accordingto.cli.taking import Format, carry_out
from accordingto.model import EmptyInput, NotAnArticle, UsageError
from accordingto.model.protocols import Kept
from accordingto.pipeline.ingest import Taken

NEW = Taken("a.txt", "a.txt", Kept.NEW, "report-1", title="A \ud800", statements=3)
KNOWN = Taken("b.txt", "b.txt", Kept.KNOWN, "report-2")
EMPTY = Taken("c.txt", "c.txt", error=EmptyInput("c.txt is empty"))
IMAGE = Taken("d.png", "d.png", skipped="image/png")


def test_a_summary_counts_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    failing = [Taken(f"{n}.html", f"{n}", error=NotAnArticle("no body")) for n in range(5)]
    code = carry_out([[NEW, KNOWN, EMPTY, IMAGE, *failing]], db="x.db", chosen=Format.NONE)
    out, err = capsys.readouterr()
    assert code is Exit.FAILED
    assert out == ""
    assert "1 new report, 1 known already, 6 failed, 1 passed over, 3 statements" in err
    assert "passed over, being no reports: 1 image/png" in err
    assert "EmptyInput: c.txt is empty" in err
    assert "NotAnArticle: 2.html: no body" in err
    assert "3.html" not in err
    assert "NotAnArticle: 2 more" in err
    assert "accordingto failures --db x.db" in err


def test_rows_go_to_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert carry_out([[NEW, EMPTY, IMAGE]], db="x.db", chosen=Format.JSONL) is Exit.FAILED
    rows = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [(row["kept"], row["error"], row["skipped"]) for row in rows] == [
        ("new", None, None),
        (None, "EmptyInput", None),
        (None, None, "image/png"),
    ]


def test_nothing_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert carry_out([[]], db="x.db", chosen=Format.NONE) is Exit.READ
    assert "nothing to take in" in capsys.readouterr().err


def test_a_source_that_cannot_be_taken_in_stops_none_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    def unusable() -> Iterator[Taken]:
        yield KNOWN
        raise UsageError("pip install 'accordingto[warc]'")

    assert carry_out([unusable(), [NEW]], db="x.db", chosen=Format.NONE) is Exit.USAGE
    err = capsys.readouterr().err
    assert "accordingto[warc]" in err
    assert "1 new report, 1 known already" in err


def test_ctrl_c_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> Iterator[Taken]:
        yield NEW
        raise KeyboardInterrupt

    assert carry_out([interrupted()], db="x.db", chosen=Format.NONE) is Exit.INTERRUPTED
    assert "goes on where it stopped" in capsys.readouterr().err


def test_a_database_that_gives_up_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> Iterator[Taken]:
        yield NEW
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    assert carry_out([full()], db="x.db", chosen=Format.NONE) is Exit.FAILED
    assert "x.db cannot be written: database or disk is full; 1 new report" in capsys.readouterr().err


def test_progress_elsewhere_than_on_a_terminal_is_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "EVERY", 0.0)
    carry_out([[NEW, KNOWN]], db="x.db", chosen=Format.NONE)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("accordingto: 1 new report · ")
    assert lines[0].endswith("/s · a.txt")
