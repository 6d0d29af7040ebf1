"""Which place each name of a document means: a log-linear ranker over readable features, all names of a document together.

Population and kind first give each candidate a chance; then the candidates of all names speak for each other, twice, by country,
unit, distance and by what the text says lies in what (after Leidner 2007; Lieberman and Samet 2012).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from accordingto.mentions.places.candidates import names_of
from accordingto.mentions.places.features import CONTEXT, PRIOR, Field, Floats, context, field_of
from accordingto.mentions.places.pairs import pairs_of
from accordingto.mentions.places.toponym import Toponym
from accordingto.resources.gazetteer.gazetteer import Gazetteer, Hit
from accordingto.resources.gazetteer.index import Role
from accordingto.resources.places import PlaceWords

ROUNDS = 2
MOST_TOGETHER = 1000
"""Toponyms that are resolved together; of a longer text, each half by itself."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a toponym, and its share of the chances."""

    hit: Hit
    chance: float


def resolve(text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer, words: PlaceWords) -> list[Choice | None]:
    """The most likely place of each toponym; ``None`` where the gazetteer has none."""
    if len(toponyms) > MOST_TOGETHER:
        half = len(toponyms) // 2
        return [
            *resolve(text, toponyms[:half], gazetteer, words),
            *resolve(text, toponyms[half:], gazetteer, words),
        ]
    names = names_of(toponyms, gazetteer, words)
    field = field_of(names, toponyms)
    if not field.hits:
        return [None] * len(toponyms)
    pairs = pairs_of(text, toponyms, names)
    chance = softmax(field, field.prior @ _vector(words.weights["prior"], PRIOR))
    full = _vector(words.weights["full"], (*PRIOR, *CONTEXT))
    for _ in range(ROUNDS):
        features = np.concatenate([field.prior, context(field, chance, pairs)], 1)
        chance = softmax(field, features @ full)
    alone = len({name.key for name in names if name.hits}) == 1
    beside = np.ones(len(chance)) if alone else context(field, chance, pairs)[:, CONTEXT.index("same country")]
    chosen: list[Choice | None] = [None] * len(toponyms)
    for number, name in enumerate(names):
        rows = np.flatnonzero(field.name == number)
        best = int(rows[np.argmax(chance[rows])]) if len(rows) else -1
        if best >= 0 and _is_supported(field.hits[best], float(beside[best])):
            for toponym in name.toponyms:
                chosen[toponym] = Choice(field.hits[best], float(chance[best]))
    return chosen


ALIKE, SUPPORT = 0.9, 0.1
"""What a place that only its romanisation found must be: called almost alike, or in a country of which a tenth of the other names
are. The rest is chance likeness; no place is better than a wrong one."""


def _is_supported(hit: Hit, beside: float) -> bool:
    return hit.role is not Role.TRANSLITERATION or hit.likeness >= ALIKE or beside >= SUPPORT


def _vector(weights: Mapping[str, float], names: Sequence[str]) -> Floats:
    return np.array([weights[name] for name in names])


def softmax(field: Field, scores: Floats) -> Floats:
    """Scores as chances that sum to 1 over the candidates of each name."""
    count = len(field.weight)
    top = np.full(count, -np.inf)
    np.maximum.at(top, field.name, scores)
    raised = np.exp(scores - top[field.name])
    return np.asarray(raised / np.bincount(field.name, raised, count)[field.name])
