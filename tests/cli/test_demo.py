"""The demo, with the real model: what it prints, the page and the store that it leaves."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from accordingto.cli.main import app

run = CliRunner().invoke


def test_it_keeps_traces_and_names_its_page_and_store(tmp_path: Path) -> None:
    output = tmp_path / "demo.html"
    kept = tmp_path / "demo.db"
    for _ in range(2):  # the second time the store is there
        done = run(app, ["demo", "-o", str(output)])
        assert done.exit_code == 0
        assert "5 outlets, 1 origin: a briefing carried by one agency" in done.stdout
        assert "actor: coalition → FUF" in done.stdout
        assert str(kept.resolve()) in done.stdout
        assert done.stdout.rstrip().endswith(str(output.resolve()))
        assert output.read_text(encoding="utf-8").startswith("<!doctype html>")
    listed = run(app, ["reports", "--db", str(kept), "--by", "case"])
    assert json.loads(listed.stdout) == {"type": "count", "case": "Asur", "reports": 6}
    assert len(run(app, ["editions", "--db", str(kept)]).stdout.splitlines()) == 1


def test_it_hands_out_its_reports(tmp_path: Path) -> None:
    done = run(app, ["demo", "--reports", str(tmp_path / "in")])
    assert done.exit_code == 0
    assert len(list((tmp_path / "in").iterdir())) == 6
