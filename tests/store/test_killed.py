"""Killed while it adds, a store is whole, and the next run completes it; the long version is ``evals/kill/run.py``."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from accordingto.store.store import Store
from evals.kill import corpus
from evals.kill.dump import differences
from evals.kill.run import add, disturb, held
from tests.store import postgres

KILLS = 3


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Something that gives the address of a new, empty database each time it is asked."""
    if request.param == "sqlite":
        numbers = iter(range(100))
        yield lambda: str(tmp_path / f"{next(numbers)}.db")
        return
    server = request.getfixturevalue("postgres_server")
    with ExitStack() as stack:
        yield lambda: stack.enter_context(postgres.database(server))


def test_killed_on_the_way_it_is_whole_and_completed(fresh: Callable[[], str], tmp_path: Path) -> None:
    sources = corpus.write(tmp_path / "corpus", reports=45)
    told = disturb(
        fresh, sources, kills=KILLS, seed=5, more=["--no-read", "--jobs", "1"], tell=lambda _: None, longest=0.3
    )
    assert told.kills.total() >= KILLS
    assert told.damage == []
    assert told.different == []


def test_two_programs_that_add_at_once(fresh: Callable[[], str], tmp_path: Path) -> None:
    sources = corpus.write(tmp_path / "corpus", reports=30)
    more = ["--no-read", "--jobs", "1"]
    alone, together = fresh(), fresh()
    add(sources, alone, more).communicate()
    both = [add(sources, together, more), add(sources[::-1], together, more)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [1, 1], said  # some files of the corpus are no reports
    assert not any("Traceback" in words for words in said)
    with Store.open(together) as store:
        assert store.count() > 20
    expected, found = held(alone), held(together)
    stories = {"stories", "story_reports", "story_terms", "story_ledger"}  # which is found depends on what was there
    order = {"successions", "checkpoints", "copy_pairs", *stories}
    assert [line for line in differences(expected, found) if line.split()[1].rstrip(":") not in order] == []


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path) -> None:
    """What it held is begun again in another."""
    folder, _ = corpus.write(tmp_path / "corpus", reports=30)
    process = add([folder], str(tmp_path / "a.db"), ["--no-read", "--jobs", "1"])
    assert process.stdout
    process.stdout.readline()
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    spawned = [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    for pid in spawned:
        os.kill(pid, signal.SIGKILL)
    assert spawned
    _, said = process.communicate()
    assert "Died" not in said
    add([folder], str(tmp_path / "b.db"), ["--no-read", "--jobs", "1"]).communicate()
    assert differences(held(str(tmp_path / "b.db")), held(str(tmp_path / "a.db"))) == []
