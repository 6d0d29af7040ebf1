"""What joins reports is learnt here: ``python -m evals.stories.fit GOLD.jsonl``; prints the constants and held-out figures.

Pairs of reports of one story against pairs that look most like it (logistic regression, each topic weighing the same). Held out: for
each fifth of the topics the constants are learnt on the others, all reports are grouped one after the other, and those of the fifth
are scored. Rules and thresholds of `accordingto.compare.stories` are not learnt here; the plateau on which they lie is in the docs.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

import numpy as np
from scipy.optimize import minimize

from accordingto.compare import storylikeness
from accordingto.compare.stories import admit
from accordingto.compare.storylikeness import Likeness, Weighed, likeness, rarities, weighed
from accordingto.compare.storyshelf import StoryShelf
from evals.stories.corpus import Told, b_cubed, read, shuffled

NEIGHBOURS = 40
FOLDS = 5
PENALTY = 3e-4
Floats = Any


@dataclass(slots=True)
class Learnt:
    coefficients: Likeness
    intercept: float

    def use(self) -> None:
        storylikeness.COEFFICIENTS, storylikeness.INTERCEPT = self.coefficients, self.intercept


def weigh(told: list[Told]) -> list[Weighed]:
    """The reports weighed by what all of them hold: learning from weights of one order of arrival was worse on other orders."""
    counts = Counter(term.hash for one in told for term in one.print.terms)
    return [weighed(one.print, rarities(one.print, counts, len(told))) for one in told]


def pairs(told: list[Told], kept: list[Weighed]) -> tuple[Floats, Floats, list[tuple[int, int]]]:
    """Features and labels of the pairs that are learnt from."""
    size = len(told)
    cosines = np.zeros((size, size))
    held: dict[tuple[int, int], Likeness] = {}
    for i in range(size):
        for j in range(i):
            held[i, j] = like = likeness(kept[i], kept[j])
            cosines[i, j] = cosines[j, i] = like.words
    near = np.zeros((size, size), bool)
    for i in range(size):
        near[i, np.argsort(-cosines[i], kind="stable")[:NEIGHBOURS]] = True
    wanted = [(i, j) for i, j in held if near[i, j] or near[j, i] or told[i].story == told[j].story]
    labels = np.array([float(told[i].story == told[j].story) for i, j in wanted])
    return np.array([held[pair] for pair in wanted]), labels, wanted


def learn(features: Floats, labels: Floats, weights: Floats) -> Learnt:
    """Logistic regression with a small ridge on standardised features."""
    middle, scale = features.mean(0), features.std(0) + 1e-9
    inside = np.c_[(features - middle) / scale, np.ones(len(features))]

    def loss(b: Floats) -> tuple[float, Floats]:
        z = inside @ b
        slope = inside.T @ (weights * (1 / (1 + np.exp(-z)) - labels)) / weights.sum()
        slope[:-1] += 2 * PENALTY * b[:-1]
        value = (weights * (np.logaddexp(0, z) - labels * z)).sum() / weights.sum()
        return value + PENALTY * (b[:-1] ** 2).sum(), slope

    found = minimize(loss, np.zeros(inside.shape[1]), jac=True, method="L-BFGS-B").x
    return Learnt(
        Likeness(*(found[:-1] / scale).round(2).tolist()),
        round(float(found[-1] - (found[:-1] * middle / scale).sum()), 2),
    )


def on_topics(told: list[Told], data: tuple[Floats, Floats, list[tuple[int, int]]], topics: set[str]) -> Learnt:
    """What is learnt from the pairs within some topics."""
    features, labels, wanted = data
    inside = np.array([told[i].topic in topics and told[j].topic in topics for i, j in wanted])
    counts = Counter(told[i].topic for (i, _), mine in zip(wanted, inside, strict=True) if mine)
    weights = np.array([1 / counts[told[i].topic] for (i, _), mine in zip(wanted, inside, strict=True) if mine])
    return learn(features[inside], labels[inside], weights)


def group(told: list[Told], order: list[int], shelf: StoryShelf | None = None) -> list[int]:
    """The stories that the product makes of the reports in an order, on an empty shelf."""
    shelf = shelf or StoryShelf()
    for key, i in enumerate(order):
        admit(shelf, key, told[i].print)
    return [shelf.story[key] for _, key in sorted((i, key) for key, i in enumerate(order))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--orders", type=int, default=4, help="that of the file and shuffled ones")
    options = parser.parse_args()
    told = read(options.gold)
    gold = [one.story for one in told]
    topics = sorted({one.topic for one in told}, key=int)
    data = pairs(told, weigh(told))
    scores: list[tuple[float, float, float]] = []
    learnt = [on_topics(told, data, set(topics) - set(topics[n::FOLDS])) for n in range(FOLDS)]
    for seed in range(options.orders):
        parts = []
        for n in range(FOLDS):
            learnt[n].use()
            start = time.process_time()
            found = group(told, shuffled(len(told), seed))
            took = time.process_time() - start
            which = [i for i, one in enumerate(told) if one.topic in topics[n::FOLDS]]
            parts.append((len(which), b_cubed(gold, found, which)))
        precision, recall = (sum(k * s[at] for k, s in parts) / len(told) for at in (1, 2))
        scores.append((2 * precision * recall / (precision + recall), precision, recall))
        figures = f"F1 {scores[-1][0]:.3f} precision {precision:.3f} recall {recall:.3f}"
        print(f"held out, order {seed}: {figures}  ({1000 * took / len(told):.1f} ms a report)", flush=True)
    print(f"held out: F1 {mean(s[0] for s in scores):.3f}, spread {pstdev(s[0] for s in scores):.3f}")
    made = on_topics(told, data, set(topics))
    print(f"COEFFICIENTS = {made.coefficients}\nINTERCEPT = {made.intercept}")
    made.use()
    seen = [b_cubed(gold, group(told, shuffled(len(told), seed))) for seed in range(options.orders)]
    print(
        f"seen: file order {seen[0][0]:.3f}, mean {mean(s[0] for s in seen):.3f}, spread {pstdev(s[0] for s in seen):.3f}"
    )


if __name__ == "__main__":
    main()
