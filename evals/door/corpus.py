"""The corpus of the bench: originals, their edits, and unrelated reports that share furniture and quotations."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from accordingto.model import Block, BlockKind, Report, Span, text_sha256
from evals.door import edit
from evals.door.invent import Inventor

LEAST_WORDS = 60
"""Of a real original; shorter ones cannot be trimmed or copied in part."""
NEGATIVES = 1 / 8
"""Share of the documents that are unrelated reports with shared furniture and quotations."""
OUTLETS = (3, 10, 30, 100, 400)
"""Reports an outlet has among them: some lie under every threshold of the index, most over one."""
ORDER = ("verbatim", "light", "trimmed", "partial", "edited")
WHOLE = frozenset({"original", "verbatim", "light", "trimmed", "edited"})
"""Kinds that begin as their original does, so that any two of one original are copies of one another."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text of the bench and where it comes from."""

    text: str
    kind: str
    base: int
    """Number of the original that it is made of; of a partial copy, the one that is copied from."""
    own: str
    """The text without the furniture and quotations that the bench put there: what a judge may look at."""
    others: frozenset[int] = field(default_factory=frozenset)
    """Further originals in it: the host of a partial copy."""


def documents(size: int, *, seed: int, real: Path | None = None) -> list[Document]:
    """About ``size`` documents in an order of no meaning; ``real`` is a CSV of originals with a column ``articleBody``."""
    rng, inventor = random.Random(seed), Inventor(seed)
    negatives = round(size * NEGATIVES)
    originals = _real(real) if real else []
    rounds = 2 if originals else 1  # of edits: there are few real originals
    missing = max(0, size - negatives - len(originals) * (1 + rounds * len(ORDER)))
    invented = [inventor.report() for _ in range(round(missing / (1 + len(ORDER))))]
    found = [*_edits(originals, rounds, rng, 0), *_edits(invented, 1, rng, len(originals))]
    base = len(originals) + len(invented)
    found += _unrelated(inventor, rng, negatives, base)
    rng.shuffle(found)
    return found


def _real(path: Path) -> list[str]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        bodies = dict.fromkeys(row["articleBody"].strip() for row in csv.DictReader(file))
    return [body for body in bodies if len(body.split()) >= LEAST_WORDS]


def _edits(originals: list[str], rounds: int, rng: random.Random, base: int) -> Iterator[Document]:
    for i, text in enumerate(originals):
        yield Document(text, "original", base + i, text)
        for kind in ORDER * rounds:
            if kind == "partial":
                host = rng.choice([j for j in (rng.randrange(len(originals)) for _ in range(5)) if j != i] or [i])
                made = edit.partial(text, originals[host], rng)
                yield Document(made, kind, base + i, made, frozenset({base + host}))
            else:
                made = edit.KINDS[kind](text, rng)
                yield Document(made, kind, base + i, made)


def _unrelated(inventor: Inventor, rng: random.Random, size: int, base: int) -> Iterator[Document]:
    """Reports of invented outlets, each with furniture of its own under all of its reports, some with one spokesman's words."""
    made = 0
    while made < size:
        count = min(size - made, rng.choice([count for count in OUTLETS if count <= size / 5]))
        furniture = _furniture(inventor, rng)
        quotation = inventor.quotation()
        for _ in range(count):
            own = inventor.report(least=4, most=25)
            quoted = f"\n\n{quotation}" if rng.random() < 0.2 else ""
            yield Document(f"{own}{quoted}\n\n{furniture}", "unrelated", base + made, own)
            made += 1


def _furniture(inventor: Inventor, rng: random.Random) -> str:
    """Stock sentences as outlets write them, under an invented name, and one in two times sentences that no list can know."""
    name = inventor.rng.choice(inventor.words).capitalize()
    stock = [
        f"This is a developing story and {name} will bring you more as it comes in.",
        f"Sign up here for the {name} newsletter and have the news of the valley in your inbox each morning.",
        f"Follow {name} Online on Facebook and Twitter for the latest from the river.",
        "The claims made by either side could not be independently verified.",
        f"Reporting by the {name} newsroom; editing by its night desk.",
        f"All rights reserved, {name} Media; this material may not be published without leave.",
    ]
    lines = rng.sample(stock, rng.randint(1, 3))
    if rng.random() < 0.5:
        lines += [inventor.sentence() for _ in range(rng.randint(1, 3))]
    return "\n\n".join(lines)


def report_of(text: str) -> Report:
    """A report whose body is the text, a paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line)), "bench"))
        at += len(line) + 1
    digest = text_sha256(text)
    return Report(f"report-{digest[:20]}", "capture-bench", text, digest, tuple(blocks), "bench")
