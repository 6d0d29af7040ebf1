"""How quick search is in a store of many statements: ``python -m evals.search.bench FOLDER [--statements N] [--queries N]``.

Fills ``FOLDER/search.db`` once with an invented world (`evals.search.world`). Then it asks words, phrases, filters and their combinations,
and by meaning, some in a process of their own (*cold*: the database opened anew, the machine's cache warm) and all in one process
(*warm*); prints milliseconds by share of queries, sizes by table, and how many of the ten nearest by exact float32 search are found.

Vectors: those of the sentences of ``--sentences FILE`` (a line each), each statement's one of these moved by noise; else random clusters.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import text

from accordingto.language.vectors import SIZE, unit
from accordingto.model import Act
from accordingto.store.filters import Filters
from accordingto.store.find import find, rows
from accordingto.store.nearest import Asked, nearest
from accordingto.store.store import Store
from evals.search.world import ACTS, DAYS, FIRST_DAY, NAMES, PLACES, SEED, World, fill


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--sentences", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    args = parser.parse_args()
    path = args.folder / "search.db"
    if args.one:
        with Store.open(path, read_only=True) as store:
            print(json.dumps(timed(store, json.loads(args.one))))
        return
    args.folder.mkdir(parents=True, exist_ok=True)
    made = World(args.statements, args.sentences)
    if not path.exists():
        fill(path, made)
    with Store.open(path) as store:
        print(json.dumps(measured(store, path, made, args.queries), indent=1))


Query = dict[str, Any]


def queries(world: World, count: int) -> dict[str, list[Query]]:
    """Queries by kind: common and rare words, phrases, filters and mixtures; by meaning alone and narrowed."""
    rng = np.random.default_rng(SEED + 1)

    def word(common: int, rare: int) -> str:
        return world.words[int(np.exp(rng.uniform(np.log(common + 1), np.log(rare))))]

    def days() -> Query:
        start = FIRST_DAY + int(rng.integers(0, DAYS - 400))
        return {"since": str(start), "until": str(start + int(rng.integers(5, 400)))}

    def name() -> str:
        return world.names[int(np.exp(rng.uniform(0, np.log(NAMES))))]

    def place() -> str:
        return world.places[int(np.exp(rng.uniform(0, np.log(PLACES))))]

    kinds: dict[str, Callable[[], Query]] = {
        "common word": lambda: {"query": word(0, 50)},
        "rare word": lambda: {"query": word(1_000, 40_000)},
        "two words": lambda: {"query": f"{word(0, 2_000)} {word(0, 2_000)}"},
        "phrase": lambda: {"query": f'"{word(0, 40)} {word(0, 40)}"'},
        "either or without": lambda: {"query": f"{word(10, 2_000)} OR {word(10, 2_000)} -{word(0, 100)}"},
        "beginning": lambda: {"query": f"{word(10, 5_000)[:5]}*"},
        "word and act": lambda: {"query": word(0, 500), "acts": [str(rng.choice(ACTS))]},
        "word and days": lambda: {"query": word(0, 500), **days()},
        "word and actor": lambda: {"query": word(0, 500), "actors": [name()]},
        "word, place and outlet": lambda: {
            "query": word(0, 100),
            "places": [place()],
            "outlets": [world.outlets[int(rng.integers(20))]],
        },
        "actor": lambda: {"actors": [name()]},
        "source and days": lambda: {"sources": [name()], **days()},
        "act and place": lambda: {"acts": ["deny"], "places": [place()]},
        "act": lambda: {"acts": [str(rng.choice(ACTS))]},
    }
    near: dict[str, Callable[[], Query]] = {
        "meaning": lambda: {},
        "meaning and act": lambda: {"acts": [str(rng.choice(ACTS))]},
        "meaning and days": days,
        "meaning and actor": lambda: {"actors": [name()]},
        "meaning and word": lambda: {"query": word(0, 2_000)},
        "meaning, act and outlet": lambda: {"acts": ["state"], "outlets": [world.outlets[int(rng.integers(20))]]},
    }
    made = {kind: [make() for _ in range(-(-count // len(kinds)))] for kind, make in kinds.items()}
    for kind, make in near.items():
        made[kind] = []
        for _ in range(-(-count // len(near))):
            centre = world.centres[int(rng.integers(len(world.centres)))]
            vector = unit((centre + 0.5 * unit(rng.normal(size=SIZE))).astype(np.float32))
            made[kind].append({"vector": [round(float(x), 5) for x in vector], **make()})
    return made


def timed(store: Store, query: Query) -> Query:
    """Seconds of one search with its rows, its total counted in, and the keys found."""
    asked = dict(query)
    vector, words = asked.pop("vector", None), asked.pop("query", None)
    acts = tuple(Act(act) for act in asked.pop("acts", ()))
    filters = Filters(acts=acts, **{k: tuple(v) if isinstance(v, list) else v for k, v in asked.items()})
    began = time.perf_counter()
    with store.looking() as connection:
        if vector is None:
            found = find(connection, words, filters)
        else:
            found = nearest(connection, store.url, Asked(np.array(vector, np.float32), words, filters))
        rows(connection, found, "statements")  # type: ignore[arg-type]
    return {"seconds": time.perf_counter() - began, "total": found.total, "more": found.more, "keys": list(found.keys)}


def measured(store: Store, path: Path, world: World, count: int) -> dict[str, Any]:
    """All figures."""
    made = queries(world, count)
    timed(store, made["meaning"][0])  # writes the files of codes, once
    cold = {kind: _shares([_apart(path, query) for query in asked[:5]]) for kind, asked in made.items()}
    warm = {kind: [timed(store, query)["seconds"] for query in asked] for kind, asked in made.items()}
    words = [s for kind, seconds in warm.items() if not kind.startswith("meaning") for s in seconds]
    meaning = [s for kind, seconds in warm.items() if kind.startswith("meaning") for s in seconds]
    return {
        "statements": world.statements,
        "words and filters": {"queries": len(words), **_shares(words)},
        "by meaning": {"queries": len(meaning), **_shares(meaning)},
        "warm, by kind": {kind: _shares(seconds) for kind, seconds in warm.items()},
        "in a process of its own, by kind": cold,
        "recall at 10": recall(store, made["meaning"][:50]),
        "MB": sizes(store, path),
    }


def _apart(path: Path, query: Query) -> float:
    command = [sys.executable, "-m", "evals.search.bench", str(path.parent), "--one", json.dumps(query)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout)["seconds"])


def _shares(seconds: list[float]) -> dict[str, float]:
    values = np.array(seconds) * 1000
    return {
        "p50 ms": round(float(np.quantile(values, 0.5)), 1),
        "p95 ms": round(float(np.quantile(values, 0.95)), 1),
        "max ms": round(float(values.max()), 1),
    }


def recall(store: Store, asked: list[Query]) -> float:
    """Share of the ten nearest by exact cosines of all vectors in float32 that the search gives."""
    with store.looking() as connection:
        pairs = connection.execute(text("SELECT key, vector FROM vectors ORDER BY key")).fetchall()
        owner = dict(connection.execute(text("SELECT vector_key, statement_key FROM statement_vectors")).fetchall())
    keys = np.array([key for key, _ in pairs])
    whole = np.frombuffer(b"".join(vector for _, vector in pairs), np.int8).reshape(-1, SIZE)
    aims = np.array([query["vector"] for query in asked], np.float32)
    cosines = np.concatenate(
        [unit(whole[at : at + 50_000].astype(np.float32)) @ aims.T for at in range(0, len(whole), 50_000)]
    )
    shares = []
    for n, query in enumerate(asked):
        best = {owner[int(key)] for key in keys[np.argsort(-cosines[:, n])[:10]]}
        shares.append(len(best & set(timed(store, query)["keys"][:10])) / 10)
    return round(float(np.mean(shares)), 4)


def sizes(store: Store, path: Path) -> dict[str, float]:
    """MB by table with its indexes, of the file, and of the files of codes."""
    with store.looking() as connection:
        found = connection.execute(
            text(
                "SELECT coalesce(m.tbl_name, s.name), sum(s.pgsize) / 1e6 FROM dbstat s "
                "LEFT JOIN sqlite_master m ON m.name = s.name GROUP BY 1 ORDER BY 2 DESC"
            )
        ).fetchall()
    codes = sum(file.stat().st_size for file in Path(f"{path.resolve()}-codes").glob("*")) / 1e6
    large = {name: round(size, 1) for name, size in found if size > 1}
    return {**large, "the file": round(path.stat().st_size / 1e6, 1), "codes beside it": round(codes, 1)}


if __name__ == "__main__":
    main()
