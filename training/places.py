"""Learns the weights of the ranker of places and writes them as data: ``python -m training.places GOLD...``.

Rows of GOLD (JSON lines) have ``text`` and ``toponyms`` with ``start``, ``end``, ``lat``, ``lon`` and maybe ``geonameid``. A candidate
is right where it has the gold id or lies within 161 km. The weights maximise the log chance of the right candidates of each name,
with a penalty on their squares; accuracy is printed for folds of documents that the weights were not learnt on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from accordingto.mentions.places.candidates import names_of
from accordingto.mentions.places.features import CONTEXT, PRIOR, Field, Floats, context, field_of
from accordingto.mentions.places.given import given
from accordingto.mentions.places.pairs import Pair, pairs_of
from accordingto.mentions.places.ranking import ROUNDS, softmax
from accordingto.resources.gazetteer.gazetteer import open_gazetteer
from accordingto.resources.places import WEIGHTS, open_place_words

RIGHT_KM = 161.0
PENALTY = 0.5
FOLDS = 5
FIXED = {
    "user's": 6.0,
    "conflict region": 2.5,
    "likeness": -5.0,
    "unit of its seat's name": -2.5,
    "seat of such a unit": 1.5,
}
"""Weights set by hand: no corpus tells them, since none has a user's gazetteer, few name what is only in the table, and few
romanise."""
ITERATIONS = 3
"""How often context and weights are brought into line."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """The candidates of one text, which are right, and how many gold toponyms each name has."""

    corpus: str
    field: Field
    pairs: list[Pair]
    right: np.ndarray
    count: Floats
    missed: int
    """Located gold toponyms none of whose candidates is right."""


def main(paths: Sequence[Path]) -> None:
    """Cross-validate, learn on everything, write."""
    documents = [_document(row, path.parent.name) for path in paths for row in map(json.loads, path.open())]
    _validate(documents)
    prior, full = _learn(documents)
    lines = [
        "# schema: 1, weights of the ranker of places by feature (mentions/places/features.py)",
        f"# origin: learnt by training/places.py on {', '.join(sorted({d.corpus for d in documents}))}",
        "# licence: Apache-2.0",
        "[prior]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip(PRIOR, prior, strict=True)),
        "",
        "[full]",
        *(f'"{name}" = {weight:.3f}' for name, weight in zip((*PRIOR, *CONTEXT), full, strict=True)),
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _document(row: dict[str, Any], corpus: str) -> Document:
    words, gazetteer = open_place_words(), open_gazetteer(own=False)
    toponyms = given(row["text"], [(t["start"], t["end"]) for t in row["toponyms"]], gazetteer, words)
    names = names_of(toponyms, gazetteer, words)
    field = field_of(names, toponyms)
    right = np.zeros(len(field.hits))
    count = np.zeros(len(names))
    missed, first = 0, 0
    for number, name in enumerate(names):
        located = [row["toponyms"][i] for i in name.toponyms if row["toponyms"][i].get("lat") is not None]
        rows = range(first, first + len(name.hits))
        first += len(name.hits)
        votes = np.array([sum(_is_right(field, i, gold) for gold in located) for i in rows])
        count[number] = len(located)
        if len(votes) and votes.max() > 0:
            right[list(rows)] = votes
        else:
            missed += len(located)
    return Document(corpus, field, pairs_of(row["text"], toponyms, names), right, count, missed)


def _is_right(field: Field, i: int, gold: dict[str, Any]) -> bool:
    if gold.get("geonameid") and field.hits[i].entry.id == f"geonames:{gold['geonameid']}":
        return True
    lat, lon = np.radians(gold["lat"]), np.radians(gold["lon"])
    point = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    return bool(field.points[i].any() and field.points[i] @ point >= np.cos(RIGHT_KM / 6371))


def _learn(documents: Sequence[Document]) -> tuple[Floats, Floats]:
    prior = _fit([d.field.prior for d in documents], documents)
    chances = [softmax(d.field, d.field.prior @ prior) for d in documents]
    full = np.zeros(0)
    for _ in range(ITERATIONS):
        features = [_features(d, chance) for d, chance in zip(documents, chances, strict=True)]
        full = _fit(features, documents)
        chances = [softmax(d.field, f @ full) for d, f in zip(documents, features, strict=True)]
    return prior, full


def _features(document: Document, chance: Floats) -> Floats:
    return np.concatenate([document.field.prior, context(document.field, chance, document.pairs)], 1)


def _fit(features: Sequence[Floats], documents: Sequence[Document]) -> Floats:
    """Weights with the least penalised loss."""
    offsets = np.cumsum([0, *(len(d.count) for d in documents)])
    owner = np.concatenate([d.field.name + at for d, at in zip(documents, offsets, strict=False)])
    table, right = np.concatenate(features), np.concatenate([d.right for d in documents])
    most = np.zeros(offsets[-1])
    np.maximum.at(most, owner, right)
    weight = np.sqrt(most)
    share = np.where(right > 0, right / np.maximum(most[owner], 1), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        top = np.full(len(most), -np.inf)
        np.maximum.at(top, owner, scores)
        raised = np.exp(scores - top[owner])
        whole = np.bincount(owner, raised, len(most))
        good = np.bincount(owner, raised * share, len(most))
        kept = good > 0
        chance = raised / whole[owner]
        among = np.where(kept[owner], raised * share / np.maximum(good[owner], 1e-300), 0.0)
        value = -(weight[kept] * np.log(good[kept] / whole[kept])).sum() + PENALTY * weights @ weights
        pull = (np.where(kept[owner], chance - among, 0.0) * weight[owner]) @ table
        return float(value), np.where(fixed, 0.0, pull + 2 * PENALTY * weights)

    columns = (*PRIOR, *CONTEXT)[: table.shape[1]]
    fixed = np.array([column in FIXED for column in columns])
    begin = np.array([FIXED.get(column, 0.0) for column in columns])
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B").x)


def _validate(documents: Sequence[Document]) -> None:
    found: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        prior, full = _learn([d for i, d in enumerate(documents) if i % FOLDS != fold])
        for document in documents[fold::FOLDS]:
            tally = found.setdefault(document.corpus, [0.0, 0.0])
            tally[0] += _hits(document, prior, full)
            tally[1] += document.count.sum()
    for corpus, (hits, total) in found.items():
        missed = sum(d.missed for d in documents if d.corpus == corpus)
        sys.stdout.write(
            f"{corpus}: accuracy within 161 km {hits / total:.3f} of {total:.0f}; {missed} without a right candidate\n"
        )


def _hits(document: Document, prior: Floats, full: Floats) -> float:
    if not len(document.right):
        return 0.0
    chance = softmax(document.field, document.field.prior @ prior)
    for _ in range(ROUNDS):
        chance = softmax(document.field, _features(document, chance) @ full)
    best = [int(rows[np.argmax(chance[rows])]) for rows in _rows(document)]
    return float(document.right[best].sum())


def _rows(document: Document) -> list[np.ndarray]:
    groups = (np.flatnonzero(document.field.name == number) for number in range(len(document.count)))
    return [rows for rows in groups if len(rows)]


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
