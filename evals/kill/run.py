"""Kill ``accordingto add`` again and again, and see whether the store stays whole and a rerun completes it.

``python evals/kill/run.py --db sqlite --kills 50`` (or ``--db postgresql``: a server of its own is started on loopback, or
``--url`` names an empty database). Corpus and times of the kills follow from ``--seed``; the machine decides what they hit.

A round adds a corpus to an empty store. Every run is killed at some moment (the program, or only one of its processes), after
each kill of the program the store is verified, and once a run comes to its end everything the store holds is compared, row by row,
with what an undisturbed run made (`dump`). Rounds follow one another until there were enough kills.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from accordingto.store.store import Store
from evals.kill import corpus
from evals.kill.dump import differences, dump

LONGEST = 2.5
"""Seconds after the first report of a run within which it is killed: some ten reports later at most."""
START = 4.0
"""Seconds after its start within which a run is killed that is to be killed early: it opens store and model in them."""


@dataclass
class Told:
    """What happened."""

    kills: Counter[str] = field(default_factory=Counter)
    """By what was killed."""
    rounds: int = 0
    verified: int = 0
    damage: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    left: Counter[int] = field(default_factory=Counter)
    """Reports that stood in the store when it was killed."""


def add(sources: list[str], url: str, more: list[str]) -> subprocess.Popen[str]:
    """Start adding; a line a report comes on standard output."""
    program = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
    return subprocess.Popen(
        [*program, "add", *sources, "--db", url, "--format", "jsonl", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def children(pid: int) -> list[int]:
    """The processes that a process has started, without the tracker of multiprocessing."""
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(child) for child in task.read_text().split()]
    return [child for child in found if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def killed(process: subprocess.Popen[str], chance: random.Random, told: Told, longest: float) -> bool:
    """Kill a run at a moment of its own, up to some seconds after its first report; gives whether it had not ended before."""
    what = chance.choices(("early", "program", "process"), (1, 4, 2))[0]
    if what == "early":
        time.sleep(chance.uniform(0, START))
    else:
        _first_report(process)
        time.sleep(chance.uniform(0, longest))
    if what == "process" and process.poll() is None:
        _kill_child(process, chance, told)
        time.sleep(chance.uniform(0, longest))
    if process.poll() is not None:
        return False
    process.send_signal(signal.SIGKILL)
    told.kills["early" if what == "early" else "program"] += 1
    return True


def _first_report(process: subprocess.Popen[str]) -> None:
    """Wait until the run has kept a report, or ends."""
    assert process.stdout
    for line in process.stdout:
        if json.loads(line)["kept"]:
            return


def _kill_child(process: subprocess.Popen[str], chance: random.Random, told: Told) -> None:
    try:
        os.kill(chance.choice(children(process.pid)), signal.SIGKILL)
    except (IndexError, ProcessLookupError, FileNotFoundError):
        return
    told.kills["process"] += 1


def held(url: str) -> dict[str, Counter[str]]:
    """Everything in a store."""
    with Store.open(url, create=False) as store, store.looking() as connection:
        return dump(connection)


def damage(url: str) -> list[str]:
    """What verifying a store finds wrong; one that was not made yet when its program was killed has nothing wrong with it."""
    program = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
    done = subprocess.run([*program, "verify", "--db", url], capture_output=True, text=True, check=False)
    if done.returncode == 2 and any(words in done.stderr for words in ("there is no store", "is empty")):
        return []
    return [] if done.returncode == 0 else [*done.stdout.splitlines(), done.stderr[-500:]]


def disturb(
    fresh: Callable[[], str],
    sources: list[str],
    *,
    kills: int,
    seed: int,
    more: list[str],
    tell: Callable[[str], object],
    longest: float = LONGEST,
) -> Told:
    """Kill until there were enough kills.

    Args:
        fresh: gives the address of a new, empty database.
        sources: what is added.
        kills: how many there are to be.
        seed: of their times.
        more: further words for ``accordingto add``.
        tell: is told how it goes.
        longest: seconds after the first report of a run within which it is killed.
    """
    chance, told = random.Random(seed), Told()
    undisturbed = fresh()
    process = add(sources, undisturbed, more)
    process.communicate()
    expected = held(undisturbed)
    tell(f"undisturbed: {expected['reports'].total()} reports, {expected['statements'].total()} statements")
    while told.kills.total() < kills:
        url = fresh()
        _round(url, sources, kills, chance, told, more, longest)
        found = held(url)
        told.different += differences(expected, found)
        told.damage += damage(url)
        told.rounds += 1
        tell(
            f"round {told.rounds}: {told.kills.total()} kills, {len(told.different)} rows differ, {len(told.damage)} damaged"
        )
    return told


def _round(
    url: str,
    sources: list[str],
    kills: int,
    chance: random.Random,
    told: Told,
    more: list[str],
    longest: float,
) -> None:
    """Add to one store, killed on the way, until a run comes to its end."""
    while told.kills.total() < kills:
        process = add(sources, url, more)
        if not killed(process, chance, told, longest):
            process.communicate()
            return
        process.communicate()
        told.damage += damage(url)
        told.verified += 1
        with Store.open(url) as store:
            told.left[store.count()] += 1
    process = add(sources, url, more)
    process.communicate()


@contextmanager
def databases(kind: str, url: str | None, folder: Path) -> Iterator[Callable[[], str]]:
    """Something that gives the address of a new, empty database each time it is asked."""
    count = iter(range(10**6))
    if kind == "sqlite":
        yield lambda: str(folder / f"{next(count)}.db")
        return
    from tests.store import postgres

    with ExitStack() as stack:
        server = url or stack.enter_context(postgres.server())
        yield lambda: stack.enter_context(postgres.database(server))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--url", help="an address of PostgreSQL where databases may be made")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--no-read", action="store_true")
    given = parser.parse_args()
    more = ["--jobs", str(given.jobs), *(["--no-read"] if given.no_read else [])]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = corpus.write(folder / "corpus", reports=given.reports)
        with databases(given.db, given.url, folder) as fresh:
            told = disturb(fresh, sources, kills=given.kills, seed=given.seed, more=more, tell=print)
    made = {
        "db": given.db,
        "kills": dict(told.kills),
        "rounds": told.rounds,
        "verified": told.verified,
        "damage": len(told.damage),
        "rows_that_differ": len(told.different),
        "reports_at_kills": [min(told.left, default=0), max(told.left, default=0)],
    }
    print(json.dumps(made))
    print("\n".join([*told.damage[:20], *told.different[:20]]))
    sys.exit(1 if told.damage or told.different else 0)


if __name__ == "__main__":
    main()
