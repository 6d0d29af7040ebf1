"""Comparing the stories of a store: what fails stops nothing, what changed meanwhile waits, a killed run is gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import accordingto
from accordingto.model import InputError
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import Assembled, Related, Relating, relate
from accordingto.pipeline.workers import Alone
from accordingto.store.store import Store
from accordingto.store.verify import findings
from evals.travel.generate import readings as generated
from tests.compare import crossing
from tests.store import told


@dataclass
class Held:
    """Stories in memory."""

    stories: dict[str, tuple[Reading, ...]]
    changing: frozenset[str] = frozenset()
    kept: dict[str, Related] = field(default_factory=dict)

    def changed_stories(self) -> Iterator[str]:
        return iter([story for story in self.stories if story not in self.kept])

    def stories_of(self, reports: Iterable[str]) -> list[str]:
        wanted = set(reports)
        return [s for s, held in self.stories.items() if wanted & {reading.report.id for reading in held}]

    def assembled(self, story: str) -> Assembled | None:
        return None if story in self.kept else Assembled(story, "", self.stories[story])

    def keep_travel(self, assembled: Assembled, related: Related) -> bool:
        if assembled.story in self.changing:
            return False
        self.kept[assembled.story] = related
        return True


def work(readings: tuple[Reading, ...], held: Mapping[str, bytes]) -> Related:
    if len(readings) == 1:
        raise InputError("one alone")
    return relate(readings, held)


def test_what_fails_stops_nothing_and_what_changed_meanwhile_waits() -> None:
    five = tuple(crossing.readings())
    held = Held({"a": five[:2], "b": five[2:3], "c": five[3:], "d": five}, frozenset(["c"]))
    found = list(Relating(held, Alone(), work).changed())
    assert [one.story for one in found] == ["a", "b", "c", "d"]
    assert [one.kept for one in found] == [True, False, False, True]
    assert [type(one.error) for one in found] == [type(None), InputError, type(None), type(None)]
    assert set(held.kept) == {"a", "d"}
    assert [one.story for one in Relating(held, Alone(), work).changed()] == ["b", "c"]


def test_only_the_stories_of_some_reports() -> None:
    five = tuple(crossing.readings())
    held = Held({"a": five[:2], "c": five[3:]})
    found = list(Relating(held, Alone(), work).of_reports([five[4].report.id]))
    assert [one.story for one in found] == ["c"]
    assert list(Relating(held, Alone(), work).of_reports([five[4].report.id])) == []


def test_the_order_in_which_reports_are_given_changes_nothing() -> None:
    five = tuple(crossing.readings())
    assert relate(five) == relate(five[::-1])
    assert accordingto.compare_reports(five) == relate(five).travel


def filled(path: str) -> None:
    """A store of generated stories, to be compared."""
    homes: dict[int, list[str]] = {}
    with Store.open(path) as store:
        for home, reading in generated(60):
            homes.setdefault(home, []).extend(told.put(store, [reading]))
        for home, reports in homes.items():
            told.story(store, f"story-{home:020d}", reports)


def started(path: str) -> subprocess.Popen[str]:
    program = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
    words = ["relate", "--db", path, "--jobs", "1", "--format", "jsonl"]
    return subprocess.Popen([*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_killed_on_the_way_a_store_is_whole_and_the_next_run_completes_it(tmp_path: Path) -> None:
    disturbed, alone = str(tmp_path / "a.db"), str(tmp_path / "b.db")
    filled(disturbed)
    filled(alone)
    done = 0
    for lines in (1, 7):
        process = started(disturbed)
        assert process.stdout
        for _ in range(lines):
            assert json.loads(process.stdout.readline())["kept"]
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        with Store.open(disturbed) as store:
            assert [one for one in findings(store) if one.kind in ("story", "reference", "database")] == []
            waiting = list(store.changed_stories())
        assert waiting
        done += lines
    said, _ = started(disturbed).communicate()
    assert len(said.splitlines()) <= len(waiting)
    started(alone).communicate()
    with Store.open(disturbed) as one, Store.open(alone) as other:
        assert list(one.changed_stories()) == list(other.changed_stories()) == []
        stories = [listed.id for listed in one.stories()]
        assert {story: one.travel(story) for story in stories} == {story: other.travel(story) for story in stories}
