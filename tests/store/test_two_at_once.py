"""Two programs at once, and programs that are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from accordingto.model import content_id
from accordingto.model.protocols import Checkpoint, Entry
from accordingto.store.schema import metadata
from accordingto.store.store import Store
from accordingto.store.verify import findings
from tests.store.made import claimed_entry

ROOT = Path(__file__).parents[2]
COUNT = 40


def numbered(number: int) -> Entry:
    """The same report over and over, each at another address and of other bytes; every fourth is an edition of one article."""
    address = "https://ledger.example/live" if number % 4 == 0 else f"https://ledger.example/{number}"
    entry = claimed_entry(
        url=f"{address}?page={number}" if number % 4 else address,
        data=f"{claimed_entry().report.text}\n{number}".encode(),
        where=f"{number}.txt",
        cases=(f"case {number % 3}",),
        checkpoint=Checkpoint("folder", str(number)),
    )
    if number % 4 == 0:  # another text at the same address
        ident = content_id("report", entry.report.text_sha256, extra=[str(number)])
        entry = replace(entry, report=replace(entry.report, id=ident), reading=None)
    return entry


def worker(*arguments: object) -> subprocess.Popen[str]:
    """A program of its own that puts reports: `main` below."""
    command = [sys.executable, "-m", "tests.store.test_two_at_once", *map(str, arguments)]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def main(url: str, first: int, last: int) -> None:
    """Put reports, each told when it is kept."""
    with Store.open(url) as store:
        for number in range(first, last):
            store.put(numbered(number))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


def counts(store: Store) -> dict[str, int]:
    with store.looking() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in metadata.tables.items()
        }


def alone(tmp_path: Path) -> dict[str, int]:
    """What one undisturbed program makes."""
    with Store.open(tmp_path / "alone.db") as store:
        for number in range(COUNT):
            store.put(numbered(number))
        return counts(store)


def test_programs_that_put_the_same_reports_at_once(database: str, tmp_path: Path) -> None:
    """Three open a database that is not there yet; all put all reports, one of them from the other end."""
    running = [worker(database, 0, COUNT), worker(database, 0, COUNT), worker(database, 0, COUNT)]
    for program in running:
        _, errors = program.communicate(timeout=240)
        assert program.returncode == 0, errors
    with Store.open(database) as store:
        assert counts(store) == alone(tmp_path)
        assert list(findings(store)) == []


def test_a_program_that_is_killed_leaves_whole_reports(database: str, tmp_path: Path) -> None:
    """Killed again and again at any moment, started again each time, it ends with what one undisturbed program makes."""
    Store.open(database).close()
    for number in range(6):
        program = worker(database, 0, COUNT)
        assert program.stdout is not None
        program.stdout.readline()  # it is putting by now
        time.sleep(0.013 * number)
        program.send_signal(signal.SIGKILL)
        program.communicate()
        with Store.open(database, read_only=True) as store:
            assert list(findings(store)) == []
    program = worker(database, 0, COUNT)
    _, errors = program.communicate(timeout=240)
    assert program.returncode == 0, errors
    with Store.open(database) as store:
        assert counts(store) == alone(tmp_path)
        assert list(findings(store)) == []
        assert store.reached("folder") == Checkpoint("folder", str(COUNT - 1))


@pytest.mark.parametrize("at", [1, 2, 5, 9])
def test_a_put_that_fails_leaves_nothing(store: Store, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from accordingto.store import put, writer

    before = counts(store)
    calls = 0
    real = writer.insert_rows

    def failing(*arguments: object, **more: object) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            raise RuntimeError("the disk is full")
        real(*arguments, **more)

    monkeypatch.setattr(writer, "insert_rows", failing)
    monkeypatch.setattr(put, "insert_rows", failing)
    with pytest.raises(RuntimeError):
        store.put(claimed_entry(cases=("one",), checkpoint=Checkpoint("a", "b")))
    assert counts(store) == before


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
