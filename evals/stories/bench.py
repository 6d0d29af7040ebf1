"""What finding stories costs as a store grows: ``python -m evals.stories.bench [REPORTS] [--memory] [--minutes 8]``.

Invented reports of invented happenings, six of each on the average, a hundred reports a day, come one after the other; what is timed is
finding the story of each and keeping it, in CPU seconds of this process, a tenth at a time. The last line compares the last tenth with the
first. Stop it whenever you like.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import insert

from accordingto.compare.stories import Index, admit
from accordingto.compare.storyprints import StoryPrint, story_print
from accordingto.compare.storyshelf import StoryShelf
from accordingto.model import Field, Moment
from accordingto.resources.background import open_background
from accordingto.store.schema.records import captures, reports, sightings
from accordingto.store.store import Store
from accordingto.store.storyrows import StoryRows, refresh
from evals.door.corpus import report_of
from evals.stories.invent import Happening, Inventor

EACH = 6
A_DAY = 100
LIVES = 4
"""Days on which a happening is told of."""
TOGETHER = 50
"""Reports a transaction, so that a long run ends; the store itself makes one of each report."""


def drawn(count: int, seed: int) -> Iterator[tuple[int, StoryPrint]]:
    """So many prints with the number of what each tells of."""
    rng, inventor = random.Random(seed), Inventor(seed)
    live: list[tuple[int, Happening]] = []
    number = 0
    for i in range(count):
        today = i // A_DAY
        if not live or rng.random() < 1 / EACH:
            live.append((number, inventor.happening(today)))
            number += 1
        live = live[-LIVES * A_DAY // EACH :]
        which, happening = rng.choice(live)
        report = report_of(inventor.told(happening))
        day = (inventor.start.fromordinal(inventor.start.toordinal() + today)).isoformat()
        made = story_print(_dated(report, day), open_background())
        assert made is not None
        yield which, made


def _dated(report: object, day: str) -> object:
    from dataclasses import replace

    return replace(report, published=Field(Moment(day, None), "given"))  # type: ignore[type-var]


def resident() -> int:
    """Bytes that this process holds in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


class Timed:
    """CPU seconds of each tenth."""

    def __init__(self, count: int) -> None:
        self.count, self.done, self.spent = count, 0, 0.0
        self.tenths: list[float] = []

    def step(self, seconds: float, size: int) -> None:
        self.spent += seconds
        self.done += size
        if self.done * 10 >= self.count * (len(self.tenths) + 1):
            each = self.spent * 1000 / (self.count / 10)
            self.tenths.append(each)
            self.spent = 0.0
            print(f"{self.done:>9,} reports: {each:6.2f} ms a report; memory {resident() / 2**20:5.0f} MB", flush=True)

    def close(self) -> None:
        if len(self.tenths) > 1:
            print(f"last tenth : first tenth = {self.tenths[-1] / self.tenths[0]:.2f} ({len(self.tenths)} tenths done)")


def in_memory(source: Iterator[tuple[int, StoryPrint]], timed: Timed, until: float) -> None:
    shelf: Index = StoryShelf()
    for key, (_, made) in enumerate(source):
        start = time.process_time()
        admit(shelf, key, made)
        timed.step(time.process_time() - start, 1)
        if time.monotonic() > until:
            return


def in_store(source: Iterator[tuple[int, StoryPrint]], timed: Timed, until: float) -> None:
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        with store.writing() as connection:
            row = {"id": "c", "sha256": "", "size": 0, "media_type": "text/plain", "compression": "none", "data": b""}
            capture = connection.execute(insert(captures).values(row)).inserted_primary_key[0]
            seen = {"capture_key": capture, "digest": "", "place": ""}
            sighting = connection.execute(insert(sightings).values(seen)).inserted_primary_key[0]
        stub = {"capture_key": capture, "sighting_key": sighting, "edition": 1, "text": "", "text_sha256": ""}
        stub |= {
            "extraction": "",
            "authors": "[]",
            "direction": "ltr",
            "flags": "[]",
            "record": b"",
            "record_sha256": "",
        }
        while timed.done < timed.count and time.monotonic() < until:
            batch = [next(source) for _ in range(min(TOGETHER, timed.count - timed.done))]
            keys = range(timed.done + 1, timed.done + 1 + len(batch))
            with store.writing() as connection:
                connection.execute(insert(reports), [{**stub, "key": key, "id": f"report-{key}"} for key in keys])
                rows = StoryRows(connection)
                start = time.process_time()
                for key, (_, made) in zip(keys, batch, strict=True):
                    refresh(connection, [admit(rows, key, made)])
            timed.step(time.process_time() - start, len(batch))
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        print(f"{size / 2**20:.0f} MB on disk, {size / max(1, timed.done):.0f} bytes a report")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int, nargs="?", default=100_000)
    parser.add_argument("--memory", action="store_true", help="the index in memory instead of a store of SQLite")
    parser.add_argument("--minutes", type=float, default=8.0, help="stop after so long")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    timed = Timed(options.reports)
    run = in_memory if options.memory else in_store
    try:
        run(drawn(options.reports, options.seed), timed, time.monotonic() + 60 * options.minutes)
    except KeyboardInterrupt:
        print("stopped")
    timed.close()


if __name__ == "__main__":
    main()
