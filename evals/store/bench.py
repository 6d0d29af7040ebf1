"""How fast a store takes reports, and what it weighs: ``python -m evals.store.bench [--reports N] [--db URL]``.

The readings are those of the sample reports, read once; each put has ids, bytes, an address and a capture of its own, so that no row is
shared that would not be shared between real reports. Only `Store.put` is timed. Figures are per process, with no other writer.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import accordingto
from accordingto.model import Capture, Field, Sighting, content_id, sha256
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading
from accordingto.store.codec import decode, encode
from accordingto.store.records import LAYERS
from accordingto.store.store import Store

_IDS = re.compile(r"\b(statement|event|mention|entity|place|estimate|control|time)-[0-9a-f]{20}")


def samples() -> list[Reading]:
    """The readings of the sample reports."""
    folder = Path(accordingto.__file__).parent / "samples" / "crossing"
    return [accordingto.read(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html")]


def entries(readings: list[Reading], count: int) -> Iterator[Entry]:
    """As many entries as asked for, no two alike."""
    kept = [(r, json.dumps({name: encode(getattr(r, name), hint) for name, hint in LAYERS.items()})) for r in readings]
    for number in range(count):
        reading, plain = kept[number % len(kept)]
        seed = sha256(str(number).encode())
        url = f"https://outlet{number % 300}.example/news/{number:07d}-{seed[:20]}"
        ident = content_id("report", reading.report.text_sha256, extra=[url])
        own = _IDS.sub(lambda match, seed=seed: f"{match[1]}-{sha256((match[0] + seed).encode())[:20]}", plain)
        layers = {
            name: decode(LAYERS[name], value)
            for name, value in json.loads(own.replace(reading.report.id, ident)).items()
        }
        yield _entry(reading, ident, url, layers, number)


def _entry(reading: Reading, ident: str, url: str, layers: dict[str, object], number: int) -> Entry:
    data = f"{reading.report.text}\n{number}".encode("utf-8", "surrogatepass")
    place = f"crawl-{number // 30000}.warc.gz#offset={number * 31234}"
    digest = sha256(data)
    seen = (Sighting(place, "2023-03-13T14:07:00Z"),)
    capture = Capture(content_id("capture", digest), digest, data, "text/plain", None, url, seen)
    report = replace(reading.report, id=ident, capture=capture.id, url=Field(url, "capture"))
    made = Reading(report=report, run=reading.run, where=place, actors=reading.actors, **layers)  # type: ignore[arg-type]
    return Entry(capture, report, made)


def weights(store: Store, statements: int) -> Iterator[tuple[str, float]]:
    """Bytes a statement of each table with its indexes, the heaviest first; SQLite only."""
    query = (
        "SELECT m.tbl_name, sum(d.pgsize) FROM dbstat AS d JOIN sqlite_master AS m ON m.name = d.name "
        "GROUP BY m.tbl_name ORDER BY 2 DESC"
    )
    with store.looking() as connection:
        for name, size in connection.exec_driver_sql(query):
            yield name, size / statements


def main() -> None:
    """Put, and print figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--db")
    given = parser.parse_args()
    readings = samples()
    with tempfile.TemporaryDirectory() as folder, Store.open(given.db or Path(folder) / "bench.db") as store:
        wall = cpu = 0.0
        statements = 0
        for entry in entries(readings, given.reports):
            began, burnt = time.perf_counter(), time.process_time()
            store.put(entry)
            wall, cpu = wall + time.perf_counter() - began, cpu + time.process_time() - burnt
            statements += len(entry.reading.statements) if entry.reading else 0
        print(f"{given.reports} reports, {statements} statements")
        print(f"put: {given.reports / wall:.0f} reports/s, {1000 * cpu / given.reports:.2f} ms of CPU a report")
        if not given.db or "://" not in given.db:
            for name, weight in weights(store, statements):
                print(f"{name:<24}{weight:>9.1f} bytes a statement")


if __name__ == "__main__":
    main()
