"""Scores for the task ``accounts``: whether some evidence supports a claim, refutes it, or does neither.

Rows are those of VitaminC (Schuster et al. 2021, "Get your vitamin C!"): ``claim``, ``evidence`` and, in the gold, ``label``. Rows of one
``case_id`` stand and fall together: they are drawn as one.
"""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.evaluate.measures import Counts, Measure, f1, share
from accordingto.evaluate.rows import Row, field_of
from accordingto.evaluate.statements import BETWEEN, CLASS
from accordingto.model import IntegrityError

LABELS = ("SUPPORTS", "REFUTES", "NOT ENOUGH INFO")
UNJUDGED = "none"
"""Stands for the label of a row without a prediction."""


def counts(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> list[Counts]:
    """Counts of each case.

    Raises:
        IntegrityError: where a label is none of `LABELS`.
    """
    cases: dict[str, Counts] = {}
    for name, row in gold.items():
        wanted = _label(row, f"the gold, {name}")
        own = _label(predicted[name], f"the prediction, {name}") if name in predicted else UNJUDGED
        case = cases.setdefault(str(row.get("case_id", name)), Counts())
        case.update([f"{wanted} gold", f"{own} own", f"{CLASS}{wanted}{BETWEEN}{own}"])
        case[f"{wanted} hits"] += wanted == own
    return list(cases.values())


def _label(row: Row, where: str) -> str:
    value = str(field_of(row, "label", f"{where}: `label`"))
    if value not in LABELS:
        raise IntegrityError(f"{where}: {value!r} is no label; labels are {', '.join(LABELS)}")
    return value


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts: accuracy, and F1 of each label."""
    hits = {label: counts[f"{label} hits"] for label in LABELS}
    whole = sum(counts[f"{label} gold"] for label in LABELS)
    each = [f1(f"{label} F1", hits[label], counts[f"{label} own"], counts[f"{label} gold"]) for label in LABELS]
    return [
        share("accuracy", sum(hits.values()), whole),
        Measure("macro-F1", sum(one.value for one in each) / len(each), whole),
        *each,
    ]


def verdict(row: Row) -> Row:
    """A row's label and how likely each label is; of equally likely ones the first of `LABELS`."""
    scores = scored(row["claim"], row["evidence"])
    best = max(LABELS, key=lambda label: scores[label])
    return {"label": best, "scores": {label: round(scores[label], 4) for label in LABELS}}


def scored(claim: str, evidence: str) -> Mapping[str, float]:
    """How likely each label is, by the shipped lexicon and weights."""
    from accordingto.compare.verdict import judged
    from accordingto.resources.comparison import open_comparison
    from accordingto.resources.verdict import open_verdict

    return judged(claim, evidence, words=open_comparison(), weights=open_verdict())
