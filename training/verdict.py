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
from accordingto.resources.verdict import SCHEMA, SHIPPED

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
        args.out.write_text(toml(learnt(table, labels), names, len(rows)), encoding="utf-8")


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


def toml(trees: lightgbm.Booster, names: list[str], rows: int) -> str:
    """The trees as the file that the package ships; features that no tree asks for are left out."""
    made = [nodes(one["tree_structure"]) for one in trees.dump_model()["tree_info"]]
    asked = sorted({node["feature"] for tree in made for node in tree if node["left"] != node["right"]})
    place = {old: new for new, old in enumerate(asked)}
    lines = [HEADER.format(rows=rows), f"schema = {SCHEMA}", f"labels = {json.dumps(list(LABELS))}"]
    lines += [f"depth = {SETTINGS['max_depth']}", f"features = {json.dumps([names[i] for i in asked])}", ""]
    for i, tree in enumerate(made):
        lines += ["[[trees]]", f"label = {i % len(LABELS)}"]
        lines.append(f"feature = {[place.get(node['feature'], 0) for node in tree]}")
        lines += [f"{key} = {[node[key] for node in tree]}" for key in ("threshold", "left", "right", "value")]
    return "\n".join(lines) + "\n"


def nodes(root: dict[str, Any]) -> list[dict[str, Any]]:
    """A tree as a row of nodes, the root first."""
    row: list[dict[str, Any]] = []

    def add(node: dict[str, Any]) -> int:
        at = len(row)
        row.append({"feature": 0, "threshold": 0.0, "left": at, "right": at, "value": 0.0})
        if "split_feature" in node:
            row[at] |= {"feature": node["split_feature"], "threshold": float(f"{node['threshold']:.6g}")}
            row[at] |= {"left": add(node["left_child"]), "right": add(node["right_child"])}
        else:
            row[at]["value"] = float(f"{node['leaf_value']:.4g}")
        return at

    add(root)
    return row


if __name__ == "__main__":
    main()
