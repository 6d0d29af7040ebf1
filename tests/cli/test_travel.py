"""stories, story, compare, contradictions, relate, trace: on a store, and over files."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from accordingto.cli.main import app
from accordingto.export.schema import schema
from accordingto.export.trace_view import shortened
from accordingto.model.review import GroupDecision, GroupKind
from accordingto.store.store import Store
from tests.compare import crossing
from tests.store import told

VALIDATOR = Draft202012Validator(schema())
STORY = "story-crossing"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample reports as one story, compared."""
    path = str(tmp_path_factory.mktemp("told") / "told.db")
    with Store.open(path) as store:
        told.crossing_story(store)
        told.compared(store, STORY)
    return path


def run(*words: str):
    return CliRunner().invoke(app, list(words))


def test_stories_are_listed_with_what_is_in_them(db: str) -> None:
    done = run("stories", "--db", db, "--format", "text")
    assert done.exit_code == 0
    assert "5 reports of 5 outlets" in done.stdout
    assert "contradiction" in done.stdout
    (row,) = map(json.loads, run("stories", "--db", db).stdout.splitlines())
    VALIDATOR.validate(row)
    assert (row["id"], row["reports"], row["changed"]) == (STORY, 5, False)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--place", "Orvenia"), 0),
        (("--actor", "nobody of that name"), 0),
        (("--from", "2023-11-15"), 1),
        (("--from", "2023-11-17"), 0),
        (("--to", "2023-11-13"), 0),
        (("--several",), 1),
        (("--offset", "1"), 0),
    ],
)
def test_stories_are_narrowed(db: str, options: tuple[str, ...], found: int) -> None:
    done = run("stories", "--db", db, *options)
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == found


def test_a_collection_that_is_not_there_is_told(db: str) -> None:
    done = run("stories", "--db", db, "--case", "nothing")
    assert done.exit_code == 2
    assert "no collection 'nothing'" in done.stderr


def test_a_story_is_shown_by_its_id_by_a_report_and_by_an_address(db: str) -> None:
    with Store.open(db) as store:
        report = store.story(STORY).reports[0]
        address = store.report(report).url.value
    shown = [run("story", name, "--db", db, "--format", "text") for name in (STORY, report, address)]
    assert {done.exit_code for done in shown} == {0}
    assert len({done.stdout for done in shown}) == 1
    text = shown[0].stdout
    assert text.index("contradiction") < text.index("Who has it from whom")
    assert STORY in text


def test_a_story_as_json_and_as_a_graph(db: str, tmp_path: Path) -> None:
    row = json.loads(run("story", STORY, "--db", db).stdout)
    VALIDATOR.validate(row)
    assert row["story"]["id"] == STORY
    done = run("story", STORY, "--db", db, "--output", str(tmp_path / "a.graphml"))
    assert done.exit_code == 0
    ElementTree.fromstring((tmp_path / "a.graphml").read_text(encoding="utf-8"))


def test_a_story_that_changed_is_compared_on_the_spot_and_says_so(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        told.crossing_story(store)
    done = run("story", STORY, "--db", path, "--format", "text")
    assert "compared just now, and not kept" in done.stdout
    assert json.loads(run("story", STORY, "--db", path).stdout)["story"]["changed"] is True
    with Store.open(path) as store:
        assert store.travel(STORY) is None


def test_a_story_that_changed_is_told_with_what_people_decided(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        told.crossing_story(store)
        told.compared(store, STORY)
        first, other = (one.id for one in store.travel(STORY).matters[:2])
        store.decide_group(GroupDecision("merge", GroupKind.MATTERS, (first, other), "Nura"))
        kept = json.loads(run("story", STORY, "--db", path).stdout)
        told.story(store, STORY, store.story(STORY).reports)
    shown = json.loads(run("story", STORY, "--db", path).stdout)
    assert (kept["story"]["changed"], shown["story"]["changed"]) == (False, True)
    assert shown["matters"] == kept["matters"]
    assert other not in {one["id"] for one in shown["matters"]}
    assert [one["action"] for one in next(one for one in shown["matters"] if one["id"] == first)["decided"]] == [
        "merge"
    ]


@pytest.mark.parametrize("words", [("story", "story-none"), ("compare", "report-a", "report-b"), ("story", "a", "b")])
def test_what_is_not_there_is_told(db: str, words: tuple[str, ...]) -> None:
    done = run(*words, "--db", db)
    assert done.exit_code == 2
    assert done.stderr.startswith("accordingto: ")


def test_contradictions_show_both_sentences_both_chains_and_the_slot(db: str) -> None:
    done = run("contradictions", "--db", db, "--format", "text")
    assert done.exit_code == 0
    rows = [json.loads(line) for line in run("contradictions", "--db", db).stdout.splitlines()]
    assert rows
    with Store.open(db) as store:
        texts = {name: store.report(name).text for name in store.reports()}
    for row in rows:
        VALIDATOR.validate(row)
        assert row["differences"]
        for side in (row["a"], row["b"]):
            ((start, end),) = side["sentence"]["spans"]
            assert texts[side["report"]][start:end] == side["sentence"]["text"]
            assert side["outlet"] in done.stdout
        for one in row["differences"]:
            before, after = (shortened(one[side]["value"]) for side in ("a", "b"))
            assert f"{one['slot']}: {before} → {after}" in " ".join(done.stdout.split())


def test_contradictions_are_narrowed(db: str) -> None:
    rows = [json.loads(line) for line in run("contradictions", "--db", db).stdout.splitlines()]
    slots = {one["slot"] for row in rows for one in row["differences"]}
    for slot in ("actor", "number", "polarity", "place"):
        held = [json.loads(line) for line in run("contradictions", "--db", db, "--slot", slot).stdout.splitlines()]
        assert bool(held) == (slot in slots)
        assert all(slot in {one["slot"] for one in row["differences"]} for row in held)
    assert run("contradictions", "--db", db, "--since", "2024").stdout == ""
    assert len(run("contradictions", "--db", db, "--story", STORY).stdout.splitlines()) == len(rows)
    more = run("contradictions", "--db", db, "--kind", "rewords", "--kind", "repeats").stdout.splitlines()
    assert {json.loads(line)["kind"] for line in more} <= {"rewords", "repeats"}
    table = list(csv.DictReader(StringIO(run("contradictions", "--db", db, "--format", "csv").stdout)))
    assert len(table) == sum(len(row["differences"]) for row in rows)


def test_reports_of_a_store_are_compared(db: str) -> None:
    with Store.open(db) as store:
        one, other = store.story(STORY).reports[:2]
    done = run("compare", one, other, "--db", db, "--format", "text")
    assert done.exit_code == 0
    row = json.loads(run("compare", one, other, "--db", db).stdout)
    VALIDATOR.validate(row)
    assert [report["id"] for report in row["reports"]] == [one, other]
    assert run("compare", one, "--db", db).exit_code == 2


def test_a_statement_a_claim_and_a_quotation_are_traced_through_their_story(db: str) -> None:
    with Store.open(db) as store:
        readings = {reading.report.id: reading for reading in store.story_readings(STORY)}
        travel = store.travel(STORY)
    statement = next(iter(readings.values())).statements[1]
    for words in ((statement.id,), (crossing.CLAIM, "--story", STORY), (travel.quotes[0].id,)):
        done = run("trace", *words, "--db", db)
        assert done.exit_code == 0, done.stderr
        row = json.loads(done.stdout)
        VALIDATOR.validate(row)
        assert row["matter"]["statements"]
    assert run("trace", crossing.CLAIM, "--db", db).exit_code == 2
    assert run("trace", "statement-0000", "--db", db).exit_code == 2
    assert run("trace", "quote-0000", "--db", db).exit_code == 2


def test_relate_compares_what_changed_and_nothing_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        reports = told.put(store, crossing.readings())
        for n, group in enumerate((reports[:3], reports[3:])):
            told.story(store, f"story-{n}", group)
    without_processes(monkeypatch)
    done = run("relate", "--db", path, "--format", "jsonl")
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["story"] for line in done.stdout.splitlines()] == ["story-0", "story-1"]
    assert run("relate", "--db", path, "--format", "jsonl").stdout == ""
    assert len(run("relate", "--db", path, "--format", "jsonl", "--all").stdout.splitlines()) == 2
    assert len(run("relate", reports[0], "--db", path, "--format", "jsonl").stdout.splitlines()) == 1


def without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in this process: the commands take a crew as a context manager."""
    from contextlib import nullcontext

    from accordingto.cli import relate
    from accordingto.pipeline.workers import Alone

    crew: Callable[..., object] = lambda *_: nullcontext(Alone())  # noqa: E731
    monkeypatch.setattr(relate, "crew", crew)


def test_files_need_no_store(run, tmp_path: Path) -> None:
    for name in ("claimed.txt", "invented.txt"):
        (tmp_path / name).write_text("text")
    paths = [str(tmp_path / name) for name in ("claimed.txt", "invented.txt")]
    for command in ("story", "compare"):
        done = run(command, *paths)
        assert done.exit_code == 0, done.stderr
        row = json.loads(done.stdout)
        VALIDATOR.validate(row)
        assert len(row["reports"]) == 2
    assert run("story", str(tmp_path / "empty.txt")).exit_code == 2
    (tmp_path / "empty.txt").write_text("")
    assert run("story", str(tmp_path / "empty.txt")).exit_code == 1


def test_all_stories_are_made_anew(tmp_path: Path) -> None:
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        told.put(store, crossing.readings())
    done = run("stories", "--rebuild", "--db", path)
    assert done.exit_code == 0, done.stderr
    assert "5 reports in " in done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert sum(row["reports"] for row in rows) == 5
    assert run("stories", "--rebuild", "--db", path).stdout == done.stdout
