"""A store of very many invented statements: words by Zipf's law, forty statements to a report, names, places, days and acts.

Rows are written through the tables, forty columns at a time and not report by report, so that a million take minutes; documents and
labels are made by the store's own rules, and a test of bench and store compares them with what the store itself would index.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection, text

from accordingto.language.vectors import SIZE, rounded, unit
from accordingto.model import Act, Factuality
from accordingto.store import search
from accordingto.store.documents import EVERY, Document, Labels, fact
from accordingto.store.packing import pack_record
from accordingto.store.store import Store
from accordingto.store.vectors import _one_encoder as one_encoder
from accordingto.store.writer import SPAN

PER_REPORT = 40
SEED = 11
VOCABULARY, NAMES, PLACES, OUTLETS = 60_000, 20_000, 8_000, 300
FIRST_DAY, DAYS = np.datetime64("2014-01-01"), 3_650
NOISE = 0.6
"""How far a statement's vector is moved from its sentence's: neighbours then have cosines of about .85, as rewordings have."""
ACTS = [Act.NARRATE, Act.STATE, Act.REPORT, Act.DENY, Act.ACCUSE, Act.DEMAND, Act.WARN]
SHARES = [0.4, 0.3, 0.1, 0.05, 0.05, 0.05, 0.05]
FACTUALITIES = [Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.CERTAIN_NOT]
TABLES = {
    "captures": "key, id, sha256, size, media_type, compression, data",
    "sightings": "key, capture_key, digest, place",
    "reports": "key, id, capture_key, sighting_key, edition, text, text_sha256, extraction, title, outlet, published, published_day, "
    "authors, direction, flags, record, record_sha256",
    "statements": 'key, report_key, id, position, start, "end", spans, content, form, mood, chain, voices, source, source_kind, unnamed, '
    'act, factuality, score, "by"',
    "links": 'statement_key, position, name, words, kind, unnamed, act, factuality, evidence, score, "by"',
    "statement_actors": "statement_key, position, role, name, folded, actor",
    "statement_places": "statement_key, position, name, folded, gazetteer_id, country",
    "vectors": "key, digest, vector",
    "statement_vectors": "statement_key, vector_key",
}
Rows = dict[str, list[tuple[Any, ...]]]


class World:
    """The invented names and words, and reports made of them."""

    def __init__(self, statements: int, sentences: Path | None = None) -> None:
        self.statements = statements
        self.rng = np.random.default_rng(SEED)
        self.words = self._made(VOCABULARY, 2, 4)
        firsts, lasts = self._made(NAMES, 2, 3), self._made(NAMES, 2, 4)
        self.names = [f"{a.title()} {b.title()}" for a, b in zip(firsts, lasts, strict=True)]
        self.places = [name.title() for name in self._made(PLACES, 2, 4)]
        self.outlets = [f"The {name.title()} Post" for name in self._made(OUTLETS, 2, 3)]
        self.centres = self._centres(sentences)

    def _made(self, count: int, least: int, most: int) -> list[str]:
        """Words of syllables, each another."""
        syllables = [c + v + e for c in "bdfghklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "l", "s")]
        found: dict[str, None] = {}
        while len(found) < count:
            parts = self.rng.integers(0, len(syllables), (count, most))
            sizes = self.rng.integers(least, most + 1, count)
            found |= dict.fromkeys(
                "".join(syllables[part] for part in row[:size]) for row, size in zip(parts, sizes, strict=True)
            )
        return list(found)[:count]

    def zipf(self, size: int, most: int, offset: float = 2.7) -> Any:
        """Ranks by Zipf's law as Mandelbrot has it."""
        weights = 1 / (np.arange(most) + offset)
        return np.searchsorted(np.cumsum(weights / weights.sum()), self.rng.random(size))

    def _centres(self, sentences: Path | None) -> Any:
        if sentences is not None:
            from accordingto.language.vectors import SentenceEncoder
            from accordingto.resources.sentence_encoder import open_sentences

            return SentenceEncoder(open_sentences()).vectors(sentences.read_text(encoding="utf-8").splitlines())
        return unit(self.rng.normal(size=(5_000, SIZE)).astype(np.float32))

    def moved(self, centres: Any) -> Any:
        """Unit vectors near some centres; noise has the spread that the centres have in each dimension."""
        noise = self.rng.normal(size=(len(centres), SIZE)).astype(np.float32) * self.centres.std(0)
        noise *= NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
        return unit(centres + noise)

    def parts(self) -> Iterator[tuple[Rows, list[tuple[Document, list[Document]]]]]:
        """Rows by table and documents, a thousand reports at a time."""
        total = -(-self.statements // PER_REPORT)
        for first in range(1, total + 1, 1000):
            yield self._part(range(first, min(first + 1000, total + 1)))

    def _part(self, keys: range) -> tuple[Rows, list[tuple[Document, list[Document]]]]:
        rows: Rows = {name: [] for name in TABLES}
        count = len(keys) * PER_REPORT
        drawn = {
            "day": FIRST_DAY + self.rng.integers(0, DAYS, len(keys)),
            "outlet": self.zipf(len(keys), OUTLETS),
            "size": self.rng.integers(6, 34, count),
            "act": self.rng.choice(len(ACTS), count, p=SHARES),
            "factuality": self.rng.choice(len(FACTUALITIES), count, p=[0.7, 0.1, 0.1, 0.1]),
            "voice": self.zipf(count, NAMES),
            "named": self.zipf(3 * count, NAMES),
            "placed": self.zipf(3 * count, PLACES),
            "word": self.zipf(34 * count, VOCABULARY),
        }
        made = [self._report(rows, key, n, drawn) for n, key in enumerate(keys)]
        self._vectors(rows)
        return rows, made

    def _report(self, rows: Rows, key: int, number: int, drawn: dict[str, Any]) -> tuple[Document, list[Document]]:
        day, outlet = str(drawn["day"][number]), self.outlets[drawn["outlet"][number]]
        here = range(
            number * PER_REPORT, number * PER_REPORT + min(PER_REPORT, self.statements - (key - 1) * PER_REPORT)
        )
        contents = [[self.words[w] for w in drawn["word"][34 * n : 34 * n + drawn["size"][n]]] for n in here]
        whole, title = "\n\n".join(" ".join(words) for words in contents), " ".join(contents[0])
        rows["captures"].append((key, f"capture-{key}", f"{key:064}", 0, "text/plain", "none", b""))
        rows["sightings"].append((key, key, f"{key}", f"{key}.txt"))
        rows["reports"].append(
            (
                key,
                f"report-{key}",
                key,
                key,
                1,
                whole,
                f"{key:064}",
                "bench",
                title,
                outlet,
                day,
                day,
                "[]",
                "ltr",
                "[]",
                b"",
                "",
            )
        )
        documents = [
            self._statement(rows, key, n, words, (outlet, day), drawn) for n, words in zip(here, contents, strict=True)
        ]
        about = [[EVERY], *Labels(outlet, day).all()]
        return Document(key, [contents[0]], [[word for words in contents for word in words]], about), documents

    def _statement(
        self, rows: Rows, report: int, at: int, words: list[str], about: tuple[str, str], drawn: dict[str, Any]
    ) -> Document:
        n, (outlet, day) = at % PER_REPORT, about
        key, act, held = report * SPAN + n, ACTS[drawn["act"][at]], FACTUALITIES[drawn["factuality"][at]]
        voice = outlet if act is Act.NARRATE else self.names[drawn["voice"][at]]
        content = " ".join(words)
        form = "narration" if act is Act.NARRATE else "indirect"
        rows["statements"].append(
            (key, report, f"statement-{key}", n, 0, len(content), f"[[0,{len(content)}]]", content, form, "asserted", voice,
             int(act is not Act.NARRATE), voice, "person", False, act.value, held.value, 0.9, "bench")
        )  # fmt: skip
        for place, name in enumerate(dict.fromkeys((outlet, voice))):
            rows["links"].append(
                (key, place, name, name, "person", False, act.value, held.value, "implied", 0.9, "bench")
            )
        named = dict.fromkeys(map(int, drawn["named"][3 * at : 3 * at + n % 4]))
        placed = dict.fromkeys(map(int, drawn["placed"][3 * at : 3 * at + n % 3]))
        for place, number in enumerate(named):
            name = self.names[number]
            rows["statement_actors"].append((key, place, "named", name, name.lower(), f"test:{number}"))
        for place, number in enumerate(placed):
            name = self.places[number]
            rows["statement_places"].append((key, place, name, name.lower(), f"test:{number}", f"X{number % 60}"))
        labels = Labels(
            outlet,
            day,
            (),
            [voice],
            [],
            [self.names[number] for number in named],
            [f"test:{number}" for number in named],
            [name for number in placed for name in (self.places[number], f"X{number % 60}")],
            [name for number in placed for name in (f"test:{number}", search.within(f"X{number % 60}", None))],
        )
        facts = [EVERY, fact("act", act.value), fact("commitment", held.value)]
        voices = [voice.lower().split()]
        return Document(key, [words], voices, [facts, *labels.all()])

    def _vectors(self, rows: Rows) -> None:
        keys = [row[0] for row in rows["statements"]]
        made = rounded(self.moved(self.centres[self.zipf(len(keys), len(self.centres), 50)]))
        first = (keys[0] // SPAN - 1) * PER_REPORT + 1
        for n, (key, vector) in enumerate(zip(keys, made, strict=True), first):
            rows["vectors"].append((n, n.to_bytes(16, "big"), vector.tobytes()))
            rows["statement_vectors"].append((key, n))


def fill(path: Path, world: World) -> None:
    """Make the store. Nobody reads it meanwhile, so that it need not be safe."""
    began = time.perf_counter()
    with Store.open(path) as store:
        with store.writing() as connection:
            one_encoder(connection)
        for number, (rows, made) in enumerate(world.parts(), 1):
            with store.writing() as connection:
                _write(connection, rows, made)
            if number % 5 == 0:
                print(
                    f"{number * 1000 * PER_REPORT:,} statements, {time.perf_counter() - began:.0f} s", file=sys.stderr
                )
        with store.writing() as connection:
            connection.execute(text("ANALYZE"))


def _write(connection: Connection, rows: Rows, made: list[tuple[Document, list[Document]]]) -> None:
    for table, columns in TABLES.items():
        marks = ", ".join("?" for _ in columns.split(","))
        connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows[table])
    for whole, documents in made:
        given = search.columns(whole, documents)
        for table, own in given.items():
            search.fts(connection, table, own)
        kept = pack_record(given).data
        connection.exec_driver_sql("INSERT INTO indexed_reports VALUES (?, ?, ?)", (whole.key, search.VERSION, kept))
