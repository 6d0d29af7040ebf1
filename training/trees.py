"""Boosted trees as the files that the package ships (`accordingto.resources.trees`): plain numbers, no word of a corpus."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import lightgbm

from accordingto.resources.trees import SCHEMA


def toml(
    trees: lightgbm.Booster,
    features: list[str],
    labels: tuple[str, ...],
    depth: int,
    header: str,
    favour: Sequence[float] = (),
) -> str:
    """The trees as such a file; features that no tree asks for are left out.

    Args:
        trees: What was learnt.
        features: Names, in the order in which they were given.
        labels: What the trees speak for.
        depth: Of the deepest tree.
        header: What the file begins with.
        favour: What each label is given before anything is asked: the first trees, of one leaf each.
    """
    given = [nodes({"leaf_value": value}) for value in favour]
    made = given + [nodes(one["tree_structure"]) for one in trees.dump_model()["tree_info"]]
    asked = sorted({node["feature"] for tree in made for node in tree if node["left"] != node["right"]})
    place = {old: new for new, old in enumerate(asked)}
    lines = [header, f"schema = {SCHEMA}", f"labels = {json.dumps(list(labels))}"]
    lines += [f"depth = {depth}", f"features = {json.dumps([features[i] for i in asked])}", ""]
    for i, tree in enumerate(made):
        lines += ["[[trees]]", f"label = {i % len(labels)}"]
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
