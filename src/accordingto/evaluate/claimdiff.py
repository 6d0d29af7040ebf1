"""ClaimDiff: does one claim strengthen or weaken another?

Ko et al. 2022, "ClaimDiff: Comparing and contrasting claims on contentious issues". The files ``claimdiff-strength*.json`` and
``claimdiff-weak*.json`` hold pairs of claims of two reports with ``relation`` 1 or 0. Nothing is learnt from them: the second claim is
taken as evidence for the first, and pairs are ranked by how likely it is to support it, or to refute it. Draws are of topics.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from accordingto.evaluate.matching import need_scipy
from accordingto.evaluate.measures import DRAWS
from accordingto.evaluate.rows import Row
from accordingto.evaluate.tables import table
from accordingto.model import UsageError

ASKED = {"strength": "SUPPORTS", "weak": "REFUTES"}
"""What the pairs of a file are ranked by."""
Scored = Callable[[str, str], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well pairs of one file are ranked."""

    name: str
    auc: float
    """In per cent: how often a pair that has the relation stands above one that has not."""
    interval: tuple[float, float]
    pairs: int
    related: int


def measure(folder: Path, scored: Scored) -> list[Ranking]:
    """Rank the pairs of both files.

    Args:
        folder: where the files lie.
        scored: how likely each label of a verdict is, given claim and evidence.

    Raises:
        UsageError: where a file is missing or is none of ClaimDiff.
    """
    need_scipy()
    return [_ranking(name, _pairs(folder, name), label, scored) for name, label in ASKED.items()]


def _pairs(folder: Path, name: str) -> list[Row]:
    found = sorted(folder.glob(f"claimdiff-{name}*.json"))
    if len(found) != 1:
        raise UsageError(f"{folder} has {len(found)} files claimdiff-{name}*.json; keep one there")
    try:
        pairs: list[Row] = json.loads(found[0].read_text(encoding="utf-8"))["data"]
        if all({"claim_a", "claim_b", "relation", "topic"} <= pair.keys() for pair in pairs):
            return pairs
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{found[0]} is no file of ClaimDiff: {error!r}") from error
    raise UsageError(f"{found[0]}: each of its `data` needs `topic`, `claim_a`, `claim_b` and `relation`")


def _ranking(name: str, pairs: Sequence[Row], label: str, scored: Scored) -> Ranking:
    scores = np.array([scored(pair["claim_a"], pair["claim_b"])[label] for pair in pairs])
    related = np.array([bool(pair["relation"]) for pair in pairs])
    topics = np.unique([pair["topic"] for pair in pairs], return_inverse=True)[1]
    low, high = _interval(scores, related, topics)
    return Ranking(name, 100 * auc(scores, related), (low, high), len(pairs), int(related.sum()))


def auc(scores: Any, related: Any) -> float:
    """Area under the ROC curve by ranks, ties counting half; .5 where all pairs are of one kind."""
    from scipy.stats import rankdata

    yes = int(related.sum())
    no = len(related) - yes
    if not yes or not no:
        return 0.5
    return float((rankdata(scores)[related].sum() - yes * (yes + 1) / 2) / (yes * no))


def _interval(scores: Any, related: Any, topics: Any) -> tuple[float, float]:
    chance = np.random.default_rng(0)
    of_topic = [np.flatnonzero(topics == topic) for topic in range(topics.max() + 1)]
    drawn = []
    for _ in range(DRAWS):
        rows = np.concatenate([of_topic[i] for i in chance.integers(len(of_topic), size=len(of_topic))])
        drawn.append(100 * auc(scores[rows], related[rows]))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return float(low), float(high)


def render(found: Sequence[Ranking]) -> str:
    """For people."""
    head = ("ClaimDiff", "AUC", "95 %", "pairs", "related")
    rows = [
        [
            one.name,
            f"{one.auc:.1f}",
            f"[{one.interval[0]:.1f}, {one.interval[1]:.1f}]",
            str(one.pairs),
            str(one.related),
        ]
        for one in found
    ]
    return table(head, rows) + "\n"
