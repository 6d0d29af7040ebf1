"""A store for load: the reports of ``evals/travel``, read once and told again of other places, people and days, round after round.

``python -m evals.serve.world --reports 20000 --db URL [--compared N]``. Each round turns the names of its reports into others of the same
length and moves their days, so that spans stay right and no round copies another. The stories of the first rounds are compared, as those of
a store in use are; comparing all would take hours. Interrupted, the same command goes on.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import accordingto
from accordingto.model import Capture, Report, Sighting, content_id, sha256, text_sha256
from accordingto.model.protocols import Entry
from accordingto.pipeline.reading import Reading
from accordingto.pipeline.relating import Relating
from accordingto.pipeline.workers import Alone
from accordingto.store.codec import decode, encode
from accordingto.store.records import LAYERS
from accordingto.store.store import Store
from evals.travel.compile import stories

_ID = re.compile(r"\b(report|statement|event|mention|entity|place|estimate|control|time)-([0-9a-f]{20})")
_NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")
_DAY = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")
_TAGS = frozenset(("Stated", "Inherited", "Implied"))
_CONSONANTS = "bcdfghklmnprstvz"
APART = 45
"""Days between two rounds: more than the days within which a report finds its story."""


def readings() -> list[Reading]:
    """The readings of all stories, each with its outlet and day."""
    return [
        accordingto.read_text(story.texts[row["doc"]], outlet=row["outlet"], published=row["published"])
        for story in stories()
        for row in story.reports
    ]


class Round:
    """What one round makes of names and days."""

    def __init__(self, number: int) -> None:
        letters = list(_CONSONANTS)
        if number:
            random.Random(number).shuffle(letters)
        self._table = str.maketrans(dict(zip(_CONSONANTS, letters, strict=True)))
        self._days = timedelta(days=APART * number)
        self._seed = str(number)

    def turned(self, plain: Any) -> Any:
        """Plain values of records with other names, days and ids; every text keeps its length."""
        if isinstance(plain, str):
            return self._words(plain)
        if isinstance(plain, list):
            return [self.turned(one) for one in plain]
        return {name: self.turned(one) for name, one in plain.items()} if isinstance(plain, dict) else plain

    def _words(self, plain: str) -> str:
        named = _NAME.sub(self._name, plain)
        dated = _DAY.sub(lambda match: str(date.fromisoformat(match[0]) + self._days), named)
        return _ID.sub(lambda match: f"{match[1]}-{sha256((match[0] + self._seed).encode())[:20]}", dated)

    def _name(self, match: re.Match[str]) -> str:
        word = match[0]
        return word if word in _TAGS else word[0] + word[1:].translate(self._table)


def told_again(reading: Reading, number: int, turn: Round) -> Entry:
    """An entry of a reading, told again.

    Args:
        reading: as it was read.
        number: of the entry, in all.
        turn: what its round makes of it.
    """
    plain = {name: encode(getattr(reading, name), hint) for name, hint in LAYERS.items()}
    plain["report"] = encode(reading.report)
    made = turn.turned(plain)
    made["report"]["text_sha256"] = text_sha256(made["report"]["text"])
    data = f"{made['report']['text']}\n{number}".encode("utf-8", "surrogatepass")
    digest, where = sha256(data), f"round/{number}"
    capture = Capture(content_id("capture", digest), digest, data, "text/plain", None, None, (Sighting(where),))
    report = replace(decode(Report, made.pop("report")), capture=capture.id)
    layers = {name: decode(LAYERS[name], value) for name, value in made.items()}
    kept = Reading(report=report, run=reading.run, where=where, actors=reading.actors, **layers)
    return Entry(capture, report, kept, cases=("load",))


def entries(count: int, begin: int = 0) -> Iterator[Entry]:
    """Entries from a number on, as many as there are to be in all."""
    found = readings()
    for number in range(begin, count):
        home = number // len(found)
        if number == begin or number % len(found) == 0:
            turn = Round(home)
        yield told_again(found[number % len(found)], number, turn)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--compared", type=int, default=200, help="stories to be compared")
    parser.add_argument("--db", required=True)
    given = parser.parse_args()
    began = time.perf_counter()
    with Store.open(given.db) as store:
        for done, entry in enumerate(entries(given.reports, store.count()), 1):
            store.put(entry)
            if done % 500 == 0:
                print(f"{store.count():,} reports, {time.perf_counter() - began:.0f} s", file=sys.stderr)
        for done, found in enumerate(Relating(store, Alone()).changed(), 1):
            if found.error:
                raise SystemExit(f"{found.story}: {found.error}")
            if done >= given.compared:
                break
        print(f"{store.count():,} reports, {given.compared} stories compared")


if __name__ == "__main__":
    main()
