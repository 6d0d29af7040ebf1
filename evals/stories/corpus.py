"""Gold stories as reports with their prints, and how a grouping of them is scored."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.capture import capture_text
from accordingto.clean import report_of
from accordingto.compare.storyprints import StoryPrint, story_print
from accordingto.model import Report
from accordingto.resources.background import open_background


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the gold."""

    story: str
    topic: str
    report: Report
    print: StoryPrint


def read(path: Path) -> list[Told]:
    """The reports of a file of rows with ``id``, ``text``, ``story``, ``topic`` and maybe ``date``."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = report_of(capture_text(row["text"]), published=row.get("date"), as_given=True)
        made = story_print(report, open_background())
        if made is not None:
            found.append(Told(row["story"], row["topic"], report, made))
    return found


def shuffled(size: int, seed: int) -> list[int]:
    """An order; that of the file for seed 0."""
    order = list(range(size))
    if seed:
        random.Random(seed).shuffle(order)
    return order


def b_cubed(
    gold: Sequence[object], found: Sequence[object], which: Iterable[int] | None = None
) -> tuple[float, float, float]:
    """F1, precision and recall (Bagga and Baldwin 1998) of some reports among themselves."""
    rows = [(gold[i], found[i]) for i in (range(len(gold)) if which is None else which)]
    both, of_gold, of_found = Counter(rows), Counter(g for g, _ in rows), Counter(f for _, f in rows)
    precision = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(rows)
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(rows)
    return 2 * precision * recall / (precision + recall), precision, recall
