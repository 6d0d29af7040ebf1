"""The bench of copies: ``python -m evals.door.bench [--real BODIES.csv] [--size 20000]``; prints what it measured.

Each finder sees the same documents one after the other, as a store does, and gives the pairs it found. ``datasketch`` is measured
where it is installed. Times are CPU seconds of this process.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from accordingto.compare.door import Kind, admit
from accordingto.compare.normalise import plain_words
from accordingto.compare.prints import prints
from accordingto.compare.shelf import Shelf
from accordingto.resources.stock import open_stock
from evals.door.corpus import ORDER, Document, documents, report_of
from evals.door.judge import Judge, Pair, copies_of

THRESHOLD, PERMUTATIONS = 0.5, 128
"""Of the two libraries alone, as people use them: their usual settings."""
Found = dict[Pair, str]
"""Pairs with the kind that they were found to be."""


def on_shelf(texts: list[Document]) -> Found:
    """Our index in memory."""
    stock, shelf = open_stock(), Shelf()
    members: dict[int, list[int]] = defaultdict(list)
    for i, document in enumerate(texts):
        printed = prints(report_of(document.text), stock)
        if printed:
            members[admit(shelf, printed)].append(i)
    kinds = {pair: reuse.kind.value for pair, reuse in shelf.pairs.items()}
    return _of_documents(kinds, members)


def in_store(texts: list[Document]) -> Found:
    """Our index in a store of SQLite, a transaction a document."""
    from sqlalchemy import select

    from accordingto.store.door import Rows
    from accordingto.store.schema.door import copy_pairs
    from accordingto.store.store import Store

    stock = open_stock()
    members: dict[int, list[int]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "bench.db") as store:
        for i, document in enumerate(texts):
            printed = prints(report_of(document.text), stock)
            if printed:
                with store.writing() as connection:
                    members[admit(Rows(connection), printed)].append(i)
        with store.looking() as connection:
            rows = connection.execute(select(copy_pairs)).all()
    return _of_documents({(row.text_key, row.other_key): row.kind for row in rows}, members)


def _of_documents(kinds: dict[Pair, str], members: dict[int, list[int]]) -> Found:
    """From pairs of texts to pairs of documents: those with one text are exact copies."""
    found: Found = {}
    for held in members.values():
        found.update({(i, j): Kind.EXACT.value for i in held for j in held if i < j})
    for (a, b), kind in kinds.items():
        found.update({(min(i, j), max(i, j)): kind for i in members[a] for j in members[b]})
    return found


def with_rensa(texts: list[Document]) -> Found:
    """What rensa finds alone."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    kept: list[RMinHash] = []
    found: Found = {}
    for i, document in enumerate(texts):
        made = RMinHash(num_perm=PERMUTATIONS, seed=1)
        made.update(_shingles(document.text))
        found.update({(j, i): "near" for j in index.query(made) if kept[j].jaccard(made) >= THRESHOLD})
        index.insert(i, made)
        kept.append(made)
    return found


def with_datasketch(texts: list[Document]) -> Found:
    """What datasketch finds alone."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    kept: list[MinHash] = []
    found: Found = {}
    for i, document in enumerate(texts):
        made = MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in _shingles(document.text)])
        found.update({(int(j), i): "near" for j in index.query(made) if kept[int(j)].jaccard(made) >= THRESHOLD})
        index.insert(str(i), made)
        kept.append(made)
    return found


def _shingles(text: str) -> list[str]:
    words = plain_words(text)
    return [" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)] or words


FINDERS: dict[str, Callable[[list[Document]], Found]] = {
    "accordingto, in memory": on_shelf,
    "accordingto, in a store": in_store,
    "rensa alone": with_rensa,
    "datasketch alone": with_datasketch,
}


def measured(name: str, texts: list[Document], judge: Judge, finder: Callable[[list[Document]], Found]) -> Found:
    """Run a finder and print its figures."""
    start = time.process_time()
    found = finder(texts)
    took = time.process_time() - start
    copies = {pair for pair, kind in found.items() if kind != Kind.QUOTATION}
    wrong = [pair for pair in copies if not judge.right(pair)]
    print(f"\n{name}: {len(texts) / took:,.0f} documents/s, {len(copies):,} pairs of copies")
    print(f"  pair precision {1 - len(wrong) / max(1, len(copies)):.4f}   wrong by kind {_by_kind(wrong, found)}")
    for kind in ORDER:
        pairs = copies_of(texts)[kind]
        labels = Counter(found.get(pair, "missed") for pair in pairs)
        print(f"  recall {kind:9}{sum(pair in copies for pair in pairs) / len(pairs):.4f}   {dict(labels)}")
    return found


def _by_kind(wrong: list[Pair], found: Found) -> dict[str, int]:
    return dict(Counter(found[pair] for pair in wrong))


def show(pairs: list[Pair], texts: list[Document], *, most: int) -> None:
    """Print pairs for a person to judge."""
    for a, b in random.Random(1).sample(pairs, min(most, len(pairs))):
        shared = set(map(str.strip, texts[a].text.split("\n"))) & set(map(str.strip, texts[b].text.split("\n")))
        print(f"--- {a} {texts[a].kind} | {b} {texts[b].kind}\n" + "\n".join(sorted(shared - {""})))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--real", type=Path, help="a CSV of originals with a column articleBody")
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--show", type=int, default=0, help="print so many wrong pairs")
    options = parser.parse_args()
    texts = documents(options.size, seed=options.seed, real=options.real)
    print(f"{len(texts):,} documents: {dict(Counter(document.kind for document in texts))}")
    judge = Judge(texts)
    for name, finder in FINDERS.items():
        try:
            found = measured(name, texts, judge, finder)
        except ImportError as error:
            print(f"\n{name}: {error.name} is not installed", file=sys.stderr)
            continue
        if options.show:
            wrong = [pair for pair, kind in found.items() if kind != Kind.QUOTATION and not judge.right(pair)]
            show(wrong, texts, most=options.show)


if __name__ == "__main__":
    main()
