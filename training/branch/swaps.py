"""More sentences from few: names of a corpus put in each other's places, so that what is learnt is how names of a kind are built and used.

Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition" (mention replacement).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
SHARE = 0.6
"""Of the names of a sentence that are replaced."""


def swapped(rows: Sequence[Row], copies: int, seed: int) -> list[Row]:
    """So many copies of each row of the task ``entities``, with names replaced by others of their type."""
    rng = random.Random(seed)
    pool: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for entity in row["entities"]:
            pool[entity["type"]].append(row["text"][entity["start"] : entity["end"]])
    return [
        {"doc": f"{row['doc']}-{copy}", **_copy(row, pool, rng)}
        for row in rows
        for copy in range(copies)
        if row["entities"]
    ]


def _copy(row: Row, pool: dict[str, list[str]], rng: random.Random) -> Row:
    text, entities, at = "", [], 0
    for entity in row["entities"]:
        name = row["text"][entity["start"] : entity["end"]]
        if rng.random() < SHARE:
            name = rng.choice(pool[entity["type"]])
        text += row["text"][at : entity["start"]]
        entities.append({**entity, "start": len(text), "end": len(text) + len(name)})
        text += name
        at = entity["end"]
    return {"text": text + row["text"][at:], "entities": entities}
