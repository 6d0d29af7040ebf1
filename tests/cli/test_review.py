"""``accordingto review``: from the queue to gold that scores."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.fixture
def db(tmp_path: Path) -> str:
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        store.put(claimed_entry(url="https://ledger.example/a", cases=("one",)))
        store.put(invented_entry(url="https://post.example/b"))
    return path


def run(runner, *words: str, code: int = 0) -> tuple[list[dict], str]:
    """What a command writes, as rows, and what it says."""
    done = runner.invoke(app, ["review", *words])
    assert done.exit_code == code, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_from_the_queue_to_a_decision_and_back(runner, db: str) -> None:
    rows, _ = run(runner, "queue", "--db", db, "--by", "Nura", "--limit", "3")
    assert len(rows) == 3
    first = rows[0]
    _, told = run(
        runner, "decide", "accept", first["report"], first["record"], "--db", db, "--by", "Nura", "--note", "right"
    )
    assert "decision 1 is kept" in told
    again, _ = run(runner, "queue", "--db", db, "--by", "Nura")
    assert first["record"] not in {row["record"] for row in again}
    fields = ["--fields", '{"mood": "asked"}']
    _, told = run(
        runner, "decide", "correct", first["report"], first["record"], *fields, "--db", db, "--by", "Sami", "--saw", "0"
    )
    assert "Nura decided otherwise meanwhile: accept, decision 1; both are kept" in told
    _, told = run(runner, "undo", "2", "--db", db, "--by", "Sami")
    assert "decision 2 is taken back by decision 3" in told
    rows, _ = run(runner, "list", "--db", db)
    assert [(row["action"], row["standing"]) for row in rows] == [("accept", True), ("correct", False), ("undo", False)]
    assert rows[1]["conflicts"] == 1
    only, _ = run(runner, "list", first["report"], "--by", "Nura", "--db", db)
    assert only == rows[:1]
    orphans, _ = run(runner, "orphaned", "--db", db)
    assert orphans == []


def test_what_was_missed_is_added_from_a_file_and_comments_are_kept(runner, db: str, tmp_path: Path) -> None:
    with Store.open(db) as store:
        (report, *_) = store.reports()
        text = store.report(report).text
    start = text.index("market")
    (tmp_path / "new.json").write_text(json.dumps({"span": [start, start + 6], "name": "Market"}))
    fields = ["--fields", f"@{tmp_path / 'new.json'}"]
    run(runner, "decide", "add", report, "--layer", "places", *fields, "--db", db, "--by", "Nura")
    run(runner, "decide", "comment", report, "--note", "odd", "--db", db, "--by", "Nura")
    rows, _ = run(runner, "list", report, "--db", db)
    assert [(row["action"], row["layer"], row["note"]) for row in rows] == [
        ("add", "places", None),
        ("comment", "report", "odd"),
    ]
    assert rows[0]["value"]["name"] == "Market"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["decide", "accept", "REPORT"], "no RECORD in this report"),
        (["decide", "accept", "REPORT", "statement-z"], "no statement-z in this report"),
        (["decide", "correct", "REPORT", "statement-z"], "correct needs --fields"),
        (["decide", "accept", "REPORT", "x", "--fields", "{}"], "accept takes no --fields"),
        (["decide", "add", "REPORT", "--fields", "{}"], "name its --layer"),
        (["decide", "add", "REPORT", "--layer", "events", "--fields", "{}"], "needs at least one span"),
        (["decide", "add", "REPORT", "--layer", "events", "--fields", "[]"], "is a JSON object"),
        (["decide", "add", "REPORT", "--layer", "events", "--fields", "{"], "cannot be read"),
        (["decide", "add", "REPORT", "--layer", "events", "--fields", "@nowhere.json"], "cannot be read"),
        (["decide", "comment", "REPORT"], "a comment needs words"),
        (["decide", "coded", "REPORT"], "are not decided on yet"),
        (["decide", "accept", "nowhere", "x"], "no report nowhere"),
        (["undo", "7"], "no decision 7"),
        (["undo", "7", "--group"], "no decision 7"),
        (["list", "--for", "Nura"], "--for goes with a report"),
        (["agreement", "pilot"], "no report of the batch pilot"),
        (["assign", "pilot"], "at least one report"),
        (["merge", "matters", "matter-a", "matter-b"], "no matter matter-a"),
        (["split", "matters", "matter-a", "statement-a"], "no matter matter-a"),
        (["queue", "--order", "unnamed", "--layer", "events"], "is of statements"),
    ],
)
def test_a_wrong_call_says_what_to_do(runner, db: str, words: list[str], message: str) -> None:
    with Store.open(db) as store:
        report = next(store.reports())
    named = [report if word == "REPORT" else word for word in words]
    _, told = run(
        runner, *named, "--db", db, *(["--by", "Nura"] if words[0] not in ("list", "agreement") else []), code=2
    )
    assert message in told


def test_a_batch_is_coded_blind_compared_settled_and_exported(runner, db: str, tmp_path: Path) -> None:
    with Store.open(db) as store:
        names = list(store.reports())
        texts = {name: store.report(name).text for name in names}
        one = store.reading(names[0]).statements[0].id
    two = ["--coder", "Nura", "--coder", "Sami"]
    _, told = run(runner, "assign", "pilot", *names, *two, "--db", db, "--by", "Ora")
    assert "4 assignments are new" in told
    run(runner, "decide", "correct", names[0], one, "--fields", '{"act": "warn"}', "--by", "Nura", "--db", db)
    for by in ("Nura", "Sami"):
        for name in names:
            run(runner, "decide", "coded", name, "--rest", "accept", "--by", by, "--batch", "pilot", "--db", db)
    rows, _ = run(runner, "assignments", "pilot", "--db", db)
    assert [row["state"] for row in rows] == ["done"] * 4
    found, told = run(runner, "agreement", "pilot", "--db", db)
    figures = {row["layer"]: row for row in found}
    assert figures["statements"]["exact_f1"] == 1.0
    act = figures["statements"]["labels"][0]
    assert act["name"] == "act"
    assert 0 < act["equal"] < 1
    text = runner.invoke(app, ["review", "agreement", "pilot", "--db", db, "--format", "text"]).stdout
    assert "statements" in text
    assert "equal, α" in text
    gold, told = run(runner, "export", "--db", db)
    assert "2 reports are gold; 1 records are disputed" in told
    assert "statements" not in next(row for row in gold if row["doc"] == names[0])
    _, told = run(runner, "export", "--layer", "statements", "--db", db)
    assert "1 reports are gold" in told
    (dispute,), told = run(runner, "disputed", "pilot", "--db", db)
    assert (dispute["record"], [held["by"] for held in dispute["decisions"]]) == (one, ["Nura", "Sami"])
    run(runner, "decide", "accept", names[0], one, "--by", "Ora", "--role", "adjudicator", "--db", db)
    path = tmp_path / "gold.jsonl"
    _, told = run(runner, "export", "--db", db, "-o", str(path))
    assert "2 reports are gold" in told
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert {row["doc"]: row["text"] for row in rows} == texts
    assert all({"statements", "events", "estimates", "control", "toponyms"} <= set(row) for row in rows)


def test_lists_are_text_on_a_terminal(runner, db: str) -> None:
    with Store.open(db) as store:
        name = next(store.reports())
        record = store.reading(name).statements[0].id
    run(runner, "decide", "accept", name, record, "--by", "Nura", "--note", "fine\x1b[31m", "--db", db)
    run(runner, "assign", "pilot", name, "--coder", "Nura", "--coder", "Sami", "--db", db, "--by", "Ora")
    for words, wanted in (
        (["queue", "--by", "Lio"], "of others"),
        (["list"], "Nura: accept statement-"),
        (["list", "--groups"], ""),
        (["assignments"], "pilot  Nura: code report-"),
        (["disputed"], ""),
        (["orphaned"], ""),
    ):
        done = runner.invoke(app, ["review", *words, "--db", db, "--format", "text"])
        assert done.exit_code == 0
        assert wanted in done.stdout
        assert "\x1b" not in done.stdout
    _, told = run(runner, "assign", "pilot", "--withdraw", "--coder", "Sami", "--db", db, "--by", "Ora")
    assert "1 assignments are taken back" in told
