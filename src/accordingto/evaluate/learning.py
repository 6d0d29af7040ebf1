"""A small head over sparse features, trained inside folds: softmax regression, and how folds are cut.

It joins what the pipeline finds in a text with its words where a corpus has labels of its own; nothing of it is shipped.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Features = Mapping[str, float]
Floats = NDArray[np.float64]
FOLDS = 5
STEPS, RATE, DECAY = 400, 0.5, 2e-3
"""Gradient steps, their size, and L2 decay: chosen once on GSR folds, where figures move by under a point between 200 and 800 steps."""
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Head:
    """Weights of a trained head: ``weights`` has shape (features + 1, classes), the last row is the bias."""

    columns: Mapping[str, int]
    classes: tuple[str, ...]
    weights: Floats

    def __call__(self, features: Features) -> str:
        """The most probable class."""
        row = _matrix([features], self.columns)
        return self.classes[int(np.argmax(row @ self.weights))]


def train(features: Sequence[Features], labels: Sequence[str]) -> Head:
    """Fit softmax regression by gradient descent from zero; the same rows give the same head."""
    columns = {name: i for i, name in enumerate(sorted({name for one in features for name in one}))}
    classes = tuple(sorted(set(labels)))
    matrix = _matrix(features, columns)
    wanted = np.eye(len(classes))[[classes.index(label) for label in labels]]
    weights = np.zeros((matrix.shape[1], len(classes)))
    for _ in range(STEPS):
        scores = matrix @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = odds / odds.sum(axis=1, keepdims=True) - wanted
        weights -= RATE * (matrix.T @ error / len(labels) * _STRETCH + DECAY * weights)
    return Head(columns, classes, weights)


_STRETCH = 8.0
"""Makes up for rows of length about one: without it the fixed steps end long before the optimum."""


def _matrix(features: Sequence[Features], columns: Mapping[str, int]) -> Floats:
    matrix = np.zeros((len(features), len(columns) + 1))
    matrix[:, -1] = 1.0
    for row, one in zip(matrix, features, strict=True):
        for name, value in one.items():
            if name in columns:
                row[columns[name]] = value
    return matrix


def folds(groups: Sequence[str], number: int = FOLDS) -> Iterator[tuple[list[int], list[int]]]:
    """Indices to train on and to test on; rows of one group stay together, groups are dealt in order of first appearance."""
    place = {group: i % number for i, group in enumerate(dict.fromkeys(groups))}
    for fold in range(number):
        test = [i for i, group in enumerate(groups) if place[group] == fold]
        if test:
            yield [i for i, group in enumerate(groups) if place[group] != fold], test


def idf(texts: Sequence[str]) -> dict[str, float]:
    """Inverse document frequency of each word of some texts."""
    seen = Counter(word for text in texts for word in set(words(text)))
    return {word: math.log(len(texts) / count) + 1 for word, count in seen.items() if count > 1}


def tf_idf(text: str, weights: Mapping[str, float], *, scale: float = 1.0) -> dict[str, float]:
    """The words of a text as a vector of length ``scale``."""
    found = {f"word:{word}": n * weights[word] for word, n in Counter(words(text)).items() if word in weights}
    norm = math.sqrt(sum(value * value for value in found.values())) or 1.0
    return {word: scale * value / norm for word, value in found.items()}


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall(text.lower())


def macro_f1(gold: Sequence[str], given: Sequence[str], *, least: int) -> float:
    """The mean F1, in per cent, of the classes with at least ``least`` gold rows."""
    counts = Counter(gold)
    large = [name for name in counts if counts[name] >= least]
    each = []
    for name in large:
        hits = sum(g == p == name for g, p in zip(gold, given, strict=True))
        both = counts[name] + sum(p == name for p in given)
        each.append(200 * hits / both)
    return sum(each) / len(each) if each else 0.0
