"""Scores for the task ``factuality``: mean absolute error on the scale from -3 to 3, beside that of always saying +3.

Errors are in hundredths of the scale's unit, so that they sum exactly; *within 1* and *sign* are shares, so that a figure of this
task, too, is better when it is higher: the gate holds those.
"""

from __future__ import annotations

from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, field_of, name_of
from accordingto.model import IntegrityError

CERTAIN = 3.0
_UNIT = 10_000
"""Errors are summed as whole numbers of this part of the scale's unit."""


def count(row: Row, predicted: list[Row]) -> Counts:
    """Counts of one row, to be summed and passed to `measured`; a target without a prediction is taken for certain."""
    found = Counts()
    labels = {tuple(target["span1"]): float(target["label"]) for target in predicted}
    for target in row["targets"]:
        gold = float(target["label"])
        mine = labels.get(tuple(target["span1"]), CERTAIN)
        found.update(targets=1, error=_whole(gold - mine), constant=_whole(gold - CERTAIN))
        found.update(near=int(abs(gold - mine) <= 1), near_constant=int(abs(gold - CERTAIN) <= 1))
        found.update(sign=int((gold > 0) == (mine > 0)))
    return found


def _whole(error: float) -> int:
    return round(abs(error) * _UNIT)


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts. The errors are in hundredths: 85.0 is .85 on the scale."""
    n = counts["targets"]
    return [
        measures.share("MAE x 100", counts["error"] / _UNIT, n),
        measures.share("MAE x 100, always +3", counts["constant"] / _UNIT, n),
        measures.share("within 1", counts["near"], n),
        measures.share("within 1, always +3", counts["near_constant"], n),
        measures.share("sign", counts["sign"], n),
    ]


def check(row: Row, items: list[dict[str, Any]], what: str) -> None:
    """Check targets against the tokens of their row.

    Raises:
        IntegrityError: where a target lacks its tokens or its label, or lies outside the text.
    """
    tokens = len(row["text"].split())
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, target {number}"
        span = field_of(item, "span1", f"{where}, `span1`")
        if not (isinstance(span, list) and len(span) == 2 and 0 <= span[0] < span[1] <= tokens):
            raise IntegrityError(f"{where}: {span!r} are no tokens of the text, which has {tokens}")
        field_of(item, "label", f"{where}, `label`")
