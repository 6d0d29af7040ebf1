"""What the branch learns from: texts of the corpora with whatever gold they have. Their text never leaves the folder it lies in."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from accordingto.evaluate.columns import column_rows
from accordingto.language.tokenised import joined
from training.branch.cases import MUCH_UPPER, TrueCase, recased
from training.branch.swaps import swapped
from training.corpora import polnear

Named = tuple[int, int, str]
CASES = ("lower", "upper", "title")


@dataclass(frozen=True)
class Passage:
    """A text, the same text as the teacher should read it, and its gold layers; ``None`` where the corpus has no such layer."""

    corpus: str
    doc: str
    text: str
    taught: str
    names: list[Named] | None = None
    mentions: list[Named] | None = None
    factuality: list[tuple[int, float]] = field(default_factory=list)
    """Offset of a target word, and its value from -3 to 3."""


def load(names: list[str], gold: Path) -> list[Passage]:
    """The passages of the corpora that a recipe names, in a fixed order."""
    readers = {
        "polnear": lambda: _polnear(gold / "polnear" / "train.jsonl"),
        "polnear-dev": lambda: _polnear(gold / "polnear" / "dev.jsonl"),
        "gum": lambda: _gum(gold / "gum" / "dev.jsonl"),
        "uds": lambda: _uds(gold / "factuality" / "UDS_IH2.train.jsonl"),
        "crossner": lambda: _crossner(gold / "ner" / "crossner-politics.train.txt"),
        "crossner-cases": lambda: _in_cases(_crossner(gold / "ner" / "crossner-politics.train.txt")),
        "crossner-swapped": lambda: _crossner(gold / "ner" / "crossner-politics.train.txt", copies=COPIES),
        "uds-cases": lambda: _in_cases(_uds(gold / "factuality" / "UDS_IH2.train.jsonl")[::6]),
        "muc4": lambda: _muc4(gold / "muc4" / "documents.jsonl", _true_case(gold)),
        "re3d": lambda: re3d(gold / "re3d"),
    }
    return [passage for name in names for passage in readers[name]()]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _polnear(path: Path) -> list[Passage]:
    texts = {example.doc: example.text for example in polnear(path)}
    return [Passage("polnear", doc, text, text) for doc, text in texts.items()]


def _gum(path: Path) -> list[Passage]:
    return [Passage("gum", r["doc"], r["text"], r["text"]) for r in rows(path) if r["split"] == "train"]


def _uds(path: Path) -> list[Passage]:
    passages = []
    for number, row in enumerate(rows(path)):
        tokenised = joined(row["text"])
        targets = [(tokenised.starts[t["span1"][0]], float(t["label"])) for t in row["targets"]]
        passages.append(Passage("uds", f"uds-{number}", tokenised.text, tokenised.text, factuality=targets))
    return passages


KINDS = {
    "politician": "person", "person": "person", "politicalparty": "organisation", "organisation": "organisation",
    "country": "place", "location": "place", "election": "happening", "event": "happening", "misc": "other",
}  # fmt: skip
"""CrossNER's types as ours."""


COPIES = 8
"""Of each sentence, with its names swapped."""


def _crossner(path: Path, copies: int = 0) -> list[Passage]:
    found = list(column_rows(path.read_text(encoding="utf-8").splitlines()))
    if copies:
        found = swapped(found, copies, seed=2)
    return [Passage("crossner", row["doc"], row["text"], row["text"], names=_spans(row["entities"])) for row in found]


def _spans(items: list[dict[str, Any]]) -> list[Named]:
    return [(item["start"], item["end"], KINDS[item["type"]]) for item in items]


def _in_cases(passages: list[Passage]) -> list[Passage]:
    """Each passage once more, in lower case, capitals or as a headline has it."""
    rng = random.Random(1)
    copies = []
    for passage in passages:
        case = rng.choice(CASES)
        text = recased(passage.text, case)
        if len(text) == len(passage.text):
            copies.append(Passage(passage.corpus, f"{passage.doc}-{case}", text, passage.taught, passage.names))
    return copies


def _true_case(gold: Path) -> TrueCase:
    return TrueCase.of(p.text for p in _polnear(gold / "polnear" / "train.jsonl") + _gum(gold / "gum" / "dev.jsonl"))


MUC4_STEP = 3
"""Every third document of MUC-4's development split is read: its 1,300 wires are much alike."""


def _muc4(path: Path, case: TrueCase) -> list[Passage]:
    documents = [row for row in rows(path) if row["split"] == "dev"][::MUC4_STEP]
    passages = []
    for number, row in enumerate(documents):
        running = row["text"].replace("\n\n", "\0\0").replace("\n", " ").replace("\0", "\n")
        cased = case(running)
        passages.append(Passage("muc4", row["doc_id"], running if number % MUCH_UPPER == 0 else cased, cased))
    return passages


def re3d(folder: Path) -> list[Passage]:
    """re3d with its mentions."""
    mentions: dict[str, list[Named]] = {}
    for row in rows(folder / "entities.jsonl"):
        mentions.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    return [
        Passage("re3d", row["_id"], row["text"], row["text"], mentions=sorted(set(mentions.get(row["_id"], []))))
        for row in rows(folder / "documents.jsonl")
    ]
