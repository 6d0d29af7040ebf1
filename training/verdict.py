"""Learn how much each slot of a comparison tells whether an evidence supports a claim: ``python -m training.verdict GOLD``.

``GOLD`` is a file of VitaminC (Schuster, Fisch and Barzilay 2021; CC BY-SA 3.0), rows with ``claim``, ``evidence``, ``label`` and
``page``. What is learnt are boosted trees over the features of `accordingto.compare.verdict`, a few thousand plain numbers and no word of
the corpus. The figures printed are those of pages that were not learnt from: the pages are dealt into five folds by the hash of their
name, and each is judged by trees of the other four. The shipped trees learn from all.

Needs lightgbm, of the dependency group ``train``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from accordingto.compare.bare import joined, sides_of
from accordingto.compare.verdict import features
from accordingto.resources.comparison import open_comparison
from accordingto.resources.verdict import SHIPPED
from training.trees import toml

LABELS = ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO")
FOLDS = 5
ROUNDS = 180
SETTINGS = {
    "objective": "multiclass",
    "num_class": len(LABELS),
    "learning_rate": 0.08,
    "num_leaves": 8,
    "max_depth": 5,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "num_threads": 1,
    "deterministic": True,
    "seed": 1,
}
HEADER = """# Weights by which a claim is judged against an evidence: boosted trees over the slots in which both differ or agree.
#
# schema   labels; features: names in `accordingto.compare.verdict`; trees: the label each speaks for, and node by node the feature, the
#          threshold (left where not greater), the nodes to the left and right, and the value of leaves, which lead to themselves.
# origin   learnt by training/verdict.py on {rows} pairs of VitaminC (Schuster, Fisch and Barzilay 2021); no word of its texts.
# licence  CC BY-SA 3.0, as VitaminC.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--check", action="store_true", help="only print the figures of the five folds")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    names, table = features_of(rows)
    labels = np.array([LABELS.index(row["label"]) for row in rows])
    folds = np.array([int(hashlib.md5(row["page"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    sys.stdout.write(json.dumps(figures(labels, held_out(table, labels, folds))) + "\n")
    if not args.check:
        text = toml(learnt(table, labels), names, LABELS, SETTINGS["max_depth"], HEADER.format(rows=len(rows)))
        args.out.write_text(text, encoding="utf-8")


def features_of(rows: list[dict[str, Any]]) -> tuple[list[str], NDArray[np.float64]]:
    words = open_comparison()
    found = [features(*sides_of(joined(row["claim"]), joined(row["evidence"]), words)) for row in rows]
    names = list(found[0])
    return names, np.array([[one[name] for name in names] for one in found])


def learnt(table: NDArray[np.float64], labels: NDArray[np.intp]) -> lightgbm.Booster:
    return lightgbm.train(SETTINGS, lightgbm.Dataset(table, labels), ROUNDS)


def held_out(table: NDArray[np.float64], labels: NDArray[np.intp], folds: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each row the label by trees that saw nothing of its page."""
    given = np.zeros_like(labels)
    for fold in range(FOLDS):
        trees = learnt(table[folds != fold], labels[folds != fold])
        given[folds == fold] = np.argmax(trees.predict(table[folds == fold]), 1)
    return given


def figures(labels: NDArray[np.intp], given: NDArray[np.intp]) -> dict[str, float]:
    found = {"accuracy": float((labels == given).mean())}
    for i, label in enumerate(LABELS):
        hit, told = ((labels == i) & (given == i)).sum(), (labels == i).sum() + (given == i).sum()
        found[f"F1 {label}"] = float(2 * hit / told)
    return {name: round(value, 4) for name, value in found.items()}


if __name__ == "__main__":
    main()
