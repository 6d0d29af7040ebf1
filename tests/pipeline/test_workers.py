"""Processes that carry out tasks, and what it costs when one dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from accordingto.model import EmptyInput
from accordingto.pipeline.workers import Alone, Broken, Died, Slow, Workers, default_jobs
from tests.pipeline import tasks


@pytest.fixture(scope="module")
def crew() -> Iterator[Workers]:
    with Workers(2, seconds=0.4) as made:
        yield made


def test_results_are_those_of_their_tickets(crew: Workers) -> None:
    tickets = [crew.submit(tasks.double, number) for number in range(20)]
    assert [crew.result(ticket) for ticket in reversed(tickets)] == [2 * n for n in reversed(range(20))]
    assert len(crew.pids) == 2


def test_what_a_task_raises_is_raised_where_its_result_is_asked_for(crew: Workers) -> None:
    with pytest.raises(EmptyInput, match="nothing in it"):
        crew.result(crew.submit(tasks.empty, None))
    with pytest.raises(Broken, match="KeyError: 'no such thing'"):
        crew.result(crew.submit(tasks.wrong, None))
    with pytest.raises(Broken, match="cannot be handed over"):
        crew.result(crew.submit(tasks.strange, None))


def test_a_process_that_dies_costs_its_task_alone(crew: Workers) -> None:
    before, bad, after = (crew.submit(task, 4) for task in (tasks.double, tasks.crash, tasks.double))
    assert (crew.result(before), crew.result(after)) == (8, 8)
    with pytest.raises(Died, match=r"SIGSEGV.*2 times"):
        crew.result(bad)


def test_a_task_whose_process_was_killed_from_outside_is_begun_again(crew: Workers, tmp_path: Path) -> None:
    assert crew.result(crew.submit(tasks.crash_once, str(tmp_path / "mark"))) == "done"


def test_a_task_that_takes_too_long_is_ended(crew: Workers) -> None:
    slow, quick = crew.submit(tasks.endless, None), crew.submit(tasks.double, 1)
    with pytest.raises(Slow, match="seconds of computing"):
        crew.result(slow)
    assert crew.result(quick) == 2


def test_an_idle_process_that_was_killed_is_replaced(crew: Workers) -> None:
    for pid in crew.pids:
        os.kill(pid, 9)
    time.sleep(0.05)
    assert crew.result(crew.submit(tasks.double, 3)) == 6


def test_results_larger_than_a_pipe(crew: Workers) -> None:
    tickets = [crew.submit(tasks.large, 2**20) for _ in range(4)]
    assert [len(crew.result(ticket)) for ticket in tickets] == [2**20] * 4


def test_processes_end_with_their_parent(tmp_path: Path) -> None:
    """Also when it is killed and cannot tell them."""
    code = (
        "import os, signal\nfrom accordingto.pipeline.workers import Workers\nfrom tests.pipeline import tasks\n"
        "if __name__ == '__main__':\n"
        "    crew = Workers(1)\n    print(crew.result(crew.submit(tasks.own_pid)), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    script = tmp_path / "parent.py"
    script.write_text(code)
    root = Path(__file__).parents[2]
    made = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{root / 'src'}:{root}"},
    )
    assert made.returncode == -9
    for _ in range(100):
        if not _alive(int(made.stdout)):
            return
        time.sleep(0.05)
    pytest.fail("the process outlived its parent")


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def test_alone_works_as_processes_do() -> None:
    alone = Alone()
    assert alone.result(alone.submit(tasks.double, 4)) == 8
    with pytest.raises(EmptyInput):
        alone.result(alone.submit(tasks.empty, None))
    with pytest.raises(Broken):
        alone.result(alone.submit(tasks.wrong, None))


def test_there_is_always_a_process() -> None:
    assert default_jobs() >= 1
