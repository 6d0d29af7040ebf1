"""Ranking pairs of claims, on pairs whose order is known."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from accordingto.evaluate.claimdiff import auc, measure, render
from accordingto.model import UsageError


def pair(topic: str, claim: str, relation: int) -> dict[str, Any]:
    return {"topic": topic, "claim_a": claim, "claim_b": "The dam is held.", "relation": relation}


def written(folder: Path, **files: Any) -> Path:
    for name, data in files.items():
        (folder / f"claimdiff-{name}.train.json").write_text(json.dumps({"data": data}), encoding="utf-8")
    return folder


def by_length(claim: str, evidence: str) -> dict[str, float]:
    assert evidence == "The dam is held."
    return {"SUPPORTS": float(len(claim)), "REFUTES": -float(len(claim)), "NOT ENOUGH INFO": 0.0}


@pytest.mark.parametrize(
    ("scores", "related", "area"),
    [
        ([1, 2, 3, 4], [0, 0, 1, 1], 1.0),
        ([1, 2, 3, 4], [1, 1, 0, 0], 0.0),
        ([1, 2, 3, 4], [0, 1, 0, 1], 0.75),
        ([1, 1, 1, 1], [0, 1, 0, 1], 0.5),
        ([1, 2], [1, 1], 0.5),
    ],
)
def test_the_area_under_the_curve(scores: list[int], related: list[int], area: float) -> None:
    assert auc(np.array(scores, float), np.array(related, bool)) == area


def test_pairs_are_ranked_by_support_and_by_refutation(tmp_path: Path) -> None:
    pairs = [pair("a", "xxx", 1), pair("a", "x", 0), pair("b", "xx", 0), pair("b", "xxxx", 1)]
    strength, weak = measure(written(tmp_path, strength=pairs, weak=pairs), by_length)
    assert (strength.name, strength.auc, strength.interval, strength.pairs, strength.related) == (
        "strength", 100.0, (100.0, 100.0), 4, 2,
    )  # fmt: skip
    assert weak.auc == 0.0
    assert "strength   100.0  [100.0, 100.0]      4        2" in render([strength, weak])


def test_a_folder_without_the_files_or_with_others_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has 0 files claimdiff-strength\*\.json; keep one there"):
        measure(tmp_path, by_length)
    with pytest.raises(UsageError, match="each of its `data` needs `topic`, `claim_a`, `claim_b` and `relation`"):
        measure(written(tmp_path, strength=[{"topic": "a"}], weak=[]), by_length)
    with pytest.raises(UsageError, match="is no file of ClaimDiff"):
        measure(written(tmp_path, strength=3), by_length)
