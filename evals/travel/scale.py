"""What comparison costs in a growing store: ``python -m evals.travel.scale --reports 100000 --db FILE --out FILE``.

Generated reports (`evals.travel.generate`) are kept one by one in the order of publication; after each, its story is compared with all
that it then holds, in the same process. Told are CPU milliseconds a report in each tenth, kept apart for putting and comparing, and the
memory of the process; beside them what comparing one fixed story cost meanwhile, since machines are shared. With ``--batch N`` so many
are put into another store without comparing, and then all stories at once.

The sentence encoder is left out, as the one that reads reports is: sums of random vectors of words stand for what sentences mean. A store
keeps the vectors of all contents from reading; encoding what else is asked for costs the same for each report however large the store is.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import func, select

from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import Related, Relating, relate
from accordingto.pipeline.workers import Alone
from accordingto.store.schema.stories import stories
from accordingto.store.store import Store
from evals.travel.generate import entry, readings

SIZE = 384


def stand_in(texts: Sequence[str]) -> Any:
    """Vectors that lie the nearer the more words two texts share."""
    rows = np.array([sum((_word(word) for word in text.lower().split()), np.zeros(SIZE)) for text in texts])
    made = rows.reshape(-1, SIZE)
    return made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), 1e-9)


@lru_cache(maxsize=4_000)
def _word(word: str) -> Any:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(SIZE).astype(np.float32)


def work(readings: tuple[Reading, ...], held: Mapping[str, bytes]) -> Related:
    """Compare the reports of a story without the encoder."""
    return relate(readings, held, vectors=stand_in)


@dataclass
class Tenth:
    """What a tenth of the reports cost."""

    reports: int = 0
    put_ms: float = 0.0
    """CPU a report."""
    compare_ms: float = 0.0
    slowest_ms: float = 0.0
    """Of one comparison."""
    memory_mb: float = 0.0
    """Most that the process has held so far."""
    store_mb: float = 0.0
    stories: int = 0
    yardstick_ms: float = 0.0
    """CPU of comparing one fixed story, now and then between the others: how fast the machine was meanwhile."""

    @property
    def ms(self) -> float:
        """CPU a report."""
        return self.put_ms + self.compare_ms


@dataclass
class Told:
    """The figures."""

    reports: int
    tenths: list[Tenth] = field(default_factory=list)
    batch: dict[str, Any] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """As JSON has them."""
        first, last = (self.tenths[0], self.tenths[-1]) if self.tenths else (Tenth(), Tenth())
        return {
            "reports": self.reports,
            "ratio_last_to_first_tenth": round(last.ms / first.ms, 3) if first.ms else None,
            "ratio_by_yardstick": round(last.ms / last.yardstick_ms / (first.ms / first.yardstick_ms), 3)
            if first.yardstick_ms and last.yardstick_ms
            else None,
            "ms_first_tenth": round(first.ms, 2),
            "ms_last_tenth": round(last.ms, 2),
            "memory_mb": last.memory_mb,
            "tenths": [{name: round(value, 2) for name, value in asdict(one).items()} for one in self.tenths],
            "batch": self.batch,
        }


EVERY = 50
"""Reports between two looks at how fast the machine is."""


def yardstick() -> float:
    """CPU milliseconds of comparing a fixed story. On a machine that others use too, the same work takes now more, now less."""
    told = _fixed()
    began = time.process_time()
    work(told, {})
    return 1000 * (time.process_time() - began)


@lru_cache(maxsize=1)
def _fixed() -> tuple[Reading, ...]:
    """Some reports of the first story that four tell."""
    homes: dict[int, list[Reading]] = {}
    for home, made in readings(400, seed=1):
        homes.setdefault(home, []).append(made)
        if len(homes[home]) == 4:
            return tuple(homes[home])
    raise SystemExit("no story of four reports among the first")


def one_by_one(store: Store, count: int, path: Path | None, told: Told, note: Path | None) -> None:
    """Put and compare reports one by one."""
    relating = Relating(store, Alone(), work)
    each = max(1, count // 10)
    tenth, looks = Tenth(), 0
    yardstick()
    for number, (_, made) in enumerate(readings(count), 1):
        kept = entry(made, number)
        began = time.process_time()
        store.put(kept)
        put = time.process_time()
        for found in relating.of_reports([kept.report.id]):
            if found.error is not None or not found.kept:
                raise SystemExit(f"{found.story}: {found.error or 'changed meanwhile'}")
        spent = 1000 * (time.process_time() - put)
        tenth.reports += 1
        tenth.put_ms += 1000 * (put - began)
        tenth.compare_ms += spent
        tenth.slowest_ms = max(tenth.slowest_ms, spent)
        if number % min(EVERY, each) == 0:
            tenth.yardstick_ms, looks = tenth.yardstick_ms + yardstick(), looks + 1
        if tenth.reports == each or number == count:
            tenth.yardstick_ms /= max(1, looks)
            _close(tenth, store, path)
            told.tenths.append(tenth)
            print(json.dumps(told.row()["tenths"][-1]), flush=True)
            if note:
                note.write_text(json.dumps(told.row(), indent=1) + "\n", encoding="utf-8")
            tenth, looks = Tenth(), 0


def _close(tenth: Tenth, store: Store, path: Path | None) -> None:
    tenth.put_ms /= tenth.reports
    tenth.compare_ms /= tenth.reports
    tenth.memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tenth.store_mb = path.stat().st_size / 2**20 if path and path.exists() else 0.0
    with store.looking() as connection:
        tenth.stories = connection.scalar(select(func.count()).select_from(stories)) or 0


def batch(store: Store, count: int) -> dict[str, Any]:
    """Put reports without comparing, and then compare all stories."""
    began = time.process_time()
    for number, (_, made) in enumerate(readings(count), 1):
        store.put(entry(made, number))
    put, wall = time.process_time(), time.perf_counter()
    found = list(Relating(store, Alone(), work).changed())
    spent = time.process_time() - put
    return {
        "reports": count,
        "stories": len(found),
        "put_ms": round(1000 * (put - began) / count, 2),
        "compare_ms_a_report": round(1000 * spent / count, 2),
        "reports_a_cpu_second": round(count / spent, 1),
        "stories_a_cpu_second": round(len(found) / spent, 1),
        "wall_seconds": round(time.perf_counter() - wall, 1),
        "contradictions": sum(one.contradictions for one in found),
    }


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--batch", type=int, default=0)
    parser.add_argument("--db", help="an empty file or address; default: a file that is deleted afterwards")
    parser.add_argument("--out", type=Path, help="a JSON file for the figures, written after each tenth")
    given = parser.parse_args()
    told = Told(given.reports)
    with tempfile.TemporaryDirectory() as folder:
        if given.reports:
            url = given.db or str(Path(folder) / "one.db")
            with Store.open(url) as store:
                one_by_one(store, given.reports, None if "://" in url else Path(url), told, given.out)
        if given.batch:
            with Store.open(Path(folder) / "batch.db") as store:
                told.batch = batch(store, given.batch)
    print(json.dumps(told.row(), indent=1))
    if given.out:
        given.out.write_text(json.dumps(told.row(), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
