"""Memory and rate of ``accordingto add`` over WARC files of generated pages.

``python evals/warc/run.py --pages 1000 50000 --read 2000``: for each number of pages a file is made
(`accordingto.evaluate.archive`) and taken into an empty store with ``--no-read``; then one of ``--read`` pages is taken in and read.
For each run it says how long it took, records and reports a second, CPU seconds, and the largest resident memory of the
program and of any process that it started.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from accordingto.evaluate.archive import write_archive

PROGRAM = [sys.executable, "-c", "from accordingto.cli.main import main; main()"]
EVERY = 0.5
"""Seconds between two looks at memory; the kernel keeps each process's highest mark in between."""


def measured(archive: Path, records: int, db: str, *more: str) -> dict[str, object]:
    """Take an archive into a store; what it cost.

    Args:
        archive: the file.
        records: how many it has.
        db: the store, empty.
        more: further words for ``accordingto add``.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen([*PROGRAM, "add", str(archive), "--db", db, *more], stderr=subprocess.PIPE, text=True)
    parent, workers = _watched(process)
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert process.stderr
    said = process.stderr.read().strip().split("\n")
    kept = _reports(db)
    return {
        "records": records,
        "reports": kept,
        "seconds": round(seconds, 1),
        "records_per_second": round(records / seconds, 1),
        "reports_per_second": round(kept / seconds, 1),
        "cpu_seconds": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
        "parent_mb": parent // 1024,
        "worker_mb": workers // 1024,
        "store_mb": os.path.getsize(db) // 2**20 if "://" not in db else None,
        "archive_mb": archive.stat().st_size // 2**20,
        "said": next((line for line in reversed(said) if " in " in line), said[-1]),
    }


def _watched(process: subprocess.Popen[str]) -> tuple[int, int]:
    """The highest marks of resident memory in KB: of the program, and of the largest process that it started."""
    parent = workers = 0
    while process.poll() is None:
        parent = max(parent, _highest(process.pid))
        for children in Path(f"/proc/{process.pid}/task").glob("*/children"):
            workers = max([workers, *(_highest(int(child)) for child in _text(children).split())])
        time.sleep(EVERY)
    return parent, workers


def _highest(pid: int) -> int:
    found = [line for line in _text(Path(f"/proc/{pid}/status")).split("\n") if line.startswith("VmHWM")]
    return int(found[0].split()[1]) if found else 0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def _reports(db: str) -> int:
    from accordingto.store.store import Store

    with Store.open(db, create=False) as store:
        return store.count()


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="*", default=[1000, 50000])
    parser.add_argument("--read", type=int, default=0, help="pages of a further file that is read in full")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where archives and stores go, and stay")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        plans = [(pages, ["--no-read"]) for pages in given.pages] + ([(given.read, [])] if given.read else [])
        for pages, more in plans:
            archive = folder / f"{pages}.warc.gz"
            records = write_archive(archive, pages)
            db = folder / f"{pages}-{'kept' if more else 'read'}.db"
            db.unlink(missing_ok=True)
            row = measured(archive, records, str(db), "--jobs", str(given.jobs), *more)
            print(json.dumps({"pages": pages, "read": not more, "jobs": given.jobs, **row}), flush=True)


if __name__ == "__main__":
    main()
