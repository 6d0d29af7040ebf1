"""Samples are drawn at random and reproducibly; releases name what a store held."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from accordingto import review
from accordingto.cli.main import app
from accordingto.model import NotKept, UsageError
from accordingto.review.audits import figures, measured
from accordingto.store import releases, samples
from accordingto.store.queueing import Queue
from accordingto.store.samples import Drawing, Sample
from accordingto.store.store import Store
from tests.store.made import claimed_entry, invented_entry, unread


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with Store.open(database) as made:
        made.put(claimed_entry(url="https://ledger.example/a", cases=("one",)))
        made.put(invented_entry(url="https://post.example/b"))
        yield made


def draw(store: Store, **asked: object) -> Sample:
    drawing = Drawing(**{"name": "first", **asked})  # type: ignore[arg-type]
    return store.transact(lambda connection: samples.draw(connection, drawing, by="ada"))


def drawn(store: Store, name: str = "first") -> list[str]:
    with store.looking() as connection:
        key = connection.exec_driver_sql(f"SELECT key FROM audits WHERE name = '{name}'").scalar()
        rows = connection.exec_driver_sql(f"SELECT record FROM audit_items WHERE audit_key = {key} ORDER BY ordinal")
        return [row[0] for row in rows]


def test_the_same_seed_draws_the_same_and_another_one_something_else(store: Store):
    made = draw(store, size=2)
    draw(store, name="again", size=2)
    draw(store, name="other", size=2, seed=7)
    assert drawn(store) == drawn(store, "again")
    assert len(drawn(store)) == min(2, made.population["statements"]) == 2
    others = {tuple(drawn(store, "other"))}
    for seed in range(8, 14):
        draw(store, name=f"seed {seed}", size=2, seed=seed)
        others.add(tuple(drawn(store, f"seed {seed}")))
    assert len(others) > 1


def test_every_record_is_drawn_about_as_often(store: Store):
    counts: Counter[str] = Counter()
    population = draw(store, name="all", size=10_000).population["statements"]
    for seed in range(2, 122):
        draw(store, name=f"seed {seed}", size=1, seed=seed)
        counts.update(drawn(store, f"seed {seed}"))
    assert len(counts) == population
    assert max(counts.values()) < 4 * 120 / population


def test_what_cannot_be_drawn_is_told(store: Store):
    draw(store)
    with pytest.raises(UsageError, match="was drawn already"):
        draw(store)
    with pytest.raises(UsageError, match="records of dreams cannot be reviewed"):
        draw(store, name="x", layers=("dreams",))
    with pytest.raises(NotKept, match="no collection"):
        draw(store, name="x", case="none")
    with pytest.raises(NotKept, match="no sample"), store.looking() as connection:
        samples.found(connection, "nothing")


def test_the_queue_gives_just_the_sample_and_decisions_make_the_figures(store: Store):
    draw(store, size=2)
    items = store.queue(Queue(by="ada", audit="first", limit=100)).items
    assert {one.record for one in items} == set(drawn(store))
    one, two = items
    for item, decide in ((one, review.accept), (two, review.reject)):
        store.decide(decide(store.reading(item.report), item.layer, item.record, by="ada"))
    assert store.queue(Queue(by="ada", audit="first")).items == ()
    _, (found,) = measured(store, "first")
    assert (found.exact.hits, found.decided, found.complete) == (1, 2, True)
    (told,) = figures(store)
    assert told["layers"]["statements"]["exact"]["share"] == 0.5


def test_a_release_names_what_there_is_and_the_next_what_changed(store: Store):
    def release(name: str) -> releases.Released:
        return store.transact(
            lambda connection: releases.release(connection, name, by="ada", version="1", audits=figures(store))
        )

    first = release("2024a")
    assert first.record["reports"] == 2
    assert first.record["since"] is None
    with store.looking() as connection:
        assert not releases.compared(connection, "2024a")
    added = unread("One was killed.", url="https://post.example/c")
    store.put(added)
    gone = next(iter(store.reports()))
    store.forget(gone, at="2024-01-01", reason=None)
    with store.looking() as connection:
        changes = releases.compared(connection, "2024a")
    assert (changes.added, changes.removed, changes.changed) == ((added.report.id,), (gone,), ())
    second = release("2024b")
    assert second.record["since"] == {"release": "2024a", "added": [added.report.id], "removed": [gone], "changed": []}
    assert second.sha256 != first.sha256
    with pytest.raises(UsageError, match="was made already"):
        release("2024a")


def run(*words: str) -> Any:
    return CliRunner().invoke(app, list(words))


def test_the_commands(store: Store, database: str) -> None:
    made = run("audit", "first", "--size", "2", "--db", database)
    assert made.exit_code == 0, made.stderr
    assert "sample first drawn" in made.stderr
    told = json.loads(run("audit", "--format", "jsonl", "--db", database).stdout)
    assert told["layers"]["statements"]["sampled"] == 2
    assert "was drawn already" in run("audit", "first", "--size", "3", "--db", database).stderr
    released = run("release", "2024a", "--note", "for a paper", "--db", database)
    assert "Cite: " in released.stdout
    assert run("release", "2024a", "--check", "--db", database).exit_code == 0
    assert "2024a" in run("release", "--db", database).stdout
    assert run("release", "nothing", "--check", "--db", database).exit_code == 2


def test_a_release_is_written_to_a_file(store: Store, database: str, tmp_path: Path) -> None:
    file = tmp_path / "release.json"
    assert run("release", "2024a", "-o", str(file), "--db", database).exit_code == 0
    made = json.loads(file.read_text(encoding="utf-8"))
    assert made["id"].startswith("release-")
    assert made["sha256"] in made["citation"]
