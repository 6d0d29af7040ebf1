"""The corpus re3d (Dstl, 2017) as rows: texts with entities and what the annotators said is the same.

A folder has ``documents.jsonl``, ``entities.jsonl`` and, for synonyms, ``relations.jsonl``; the row of a document has ``doc``,
``text``, ``entities`` (``start``, ``end``, ``type``) and ``synonyms`` (pairs of indices into ``entities``).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]
DOCUMENTS, ENTITIES, RELATIONS = "documents.jsonl", "entities.jsonl", "relations.jsonl"
SYNONYM = "IsSynonymOf"


def is_re3d(path: Path) -> bool:
    """Whether a file is the documents, or the entities, of such a folder."""
    return path.name in (DOCUMENTS, ENTITIES) and all((path.parent / name).is_file() for name in (DOCUMENTS, ENTITIES))


def re3d_rows(folder: Path) -> Iterator[Row]:
    """One row a document, in the order of the documents."""
    entities: dict[str, dict[tuple[int, int, str], None]] = defaultdict(dict)
    for row in _lines(folder / ENTITIES):
        entities[row["documentId"]][row["begin"], row["end"], row["type"]] = None
    pairs: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
    for row in _lines(folder / RELATIONS) if (folder / RELATIONS).is_file() else ():
        if row["type"] == SYNONYM:
            ends = (row["sourceBegin"], row["sourceEnd"], row["targetBegin"], row["targetEnd"])
            pairs[row["documentId"]].append(ends)
    for row in _lines(folder / DOCUMENTS):
        spans = sorted(entities.get(row["_id"], {}))
        at = {(start, end): i for i, (start, end, _) in enumerate(spans)}
        same = {
            tuple(sorted((at[a, b], at[c, d]))) for a, b, c, d in pairs[row["_id"]] if (a, b) in at and (c, d) in at
        }
        yield {
            "doc": row["_id"],
            "text": row["text"],
            "entities": [{"start": start, "end": end, "type": kind} for start, end, kind in spans],
            "synonyms": sorted(list(pair) for pair in same if len(set(pair)) == 2),
        }


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
