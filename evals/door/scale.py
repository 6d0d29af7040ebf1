"""How large the index of copies grows on disk and the program in memory: ``python -m evals.door.scale REPORTS [STEP]``.

The prints are drawn, not made of texts: 20 sentences a report, all of its own, and a random signature; one report in twenty repeats
half of the sentences of an earlier one. Times are of this machine and of looking up and keeping alone.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from accordingto.compare.door import admit
from accordingto.compare.prints import BANDS, ROWS, Prints, Sentence
from accordingto.store.door import Rows
from accordingto.store.store import Store

SENTENCES = 20
COPIES = 20
"""One report in so many repeats half of an earlier one."""
TOGETHER = 50
"""Reports a transaction, so that a long run ends; the store itself makes one of each report. It changes no size."""


def drawn(count: int, seed: int) -> Iterator[Prints]:
    """So many prints."""
    rng = random.Random(seed)
    earlier: list[Sentence] = []
    for number in range(count):
        own = [_sentence(rng, i) for i in range(SENTENCES)]
        if earlier and number % COPIES == 0:
            own[: SENTENCES // 2] = earlier[: SENTENCES // 2]
        if number % (COPIES // 2) == 1:
            earlier = own
        yield Prints(rng.getrandbits(63), 22 * SENTENCES, tuple(own), rng.randbytes(ROWS * BANDS))


def _sentence(rng: random.Random, place: int) -> Sentence:
    return Sentence(rng.getrandbits(64) - 2**63, 22, rng.random() < 0.15, place >= SENTENCES - 3)


def resident() -> int:
    """Bytes that this process holds in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("step", type=int, nargs="?", default=50_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "scale.db") as store:
        empty = _bytes(Path(folder))
        print(f"empty store {empty / 2**20:.1f} MB, memory {resident() / 2**20:.0f} MB", flush=True)
        source, held = drawn(options.reports, 1), 0
        while held < options.reports:
            step = min(options.step, options.reports - held)
            start = time.process_time()
            _add(store, source, step)
            took = time.process_time() - start
            held += step
            size = _bytes(Path(folder)) - empty
            print(
                f"{held:>9,} reports: {size / 2**20:8.1f} MB on disk, {size / held:6.0f} bytes a report; "
                f"memory {resident() / 2**20:5.0f} MB; {step / took:6.0f} reports/s of CPU",
                flush=True,
            )


def _add(store: Store, source: Iterator[Prints], count: int) -> None:
    for start in range(0, count, TOGETHER):
        with store.writing() as connection:
            rows = Rows(connection)
            for _ in range(min(TOGETHER, count - start)):
                admit(rows, next(source))


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir() if not path.name.endswith(("-wal", "-shm")))


if __name__ == "__main__":
    main()
