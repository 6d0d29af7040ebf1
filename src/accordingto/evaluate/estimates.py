"""Scores for estimates.

*found* is the F1 of one-to-one matches whose quantities overlap and whose bounds are equal; *span* asks only that they overlap, and
*bounds* is the share of those with equal bounds. Of the estimates found: the share with the right unit; *what* and *place*, the share of
gold phrases that the predicted one overlaps; and, where the prediction has its statements, the share that is linked to the right one.
"""

from __future__ import annotations

from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.claims import check_items, covered, likeness, linked, meet
from accordingto.evaluate.matching import assign
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, name_of
from accordingto.evaluate.statements import BETWEEN, CLASS
from accordingto.model import IntegrityError

LEAST_OVERLAP = 1e-6
PEOPLE = "people"


def count(row: Row, predicted: list[dict[str, Any]], statements: list[Row] | None = None) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    text, gold, found = row["text"], row["estimates"], Counts()
    close = [[likeness(text, g, p) for p in predicted] for g in gold]
    spans = assign(close, floor=LEAST_OVERLAP)
    exact = [
        [x * _same_bounds(g, p) for x, p in zip(xs, predicted, strict=True)] for xs, g in zip(close, gold, strict=True)
    ]
    pairs = assign(exact, floor=LEAST_OVERLAP)
    found.update(gold=len(gold), predicted=len(predicted), span=len(spans), found=len(pairs))
    for i, j in spans:
        found.update(bounds=_same_bounds(gold[i], predicted[j]))
        found.update({CLASS + _shape(gold[i]) + BETWEEN + _shape(predicted[j]): 1})
    links = linked(row, statements) if statements is not None else None
    for i, j in pairs:
        found.update(_compared(text, gold[i], predicted[j], links))
    return found


def _same_bounds(gold: Row, predicted: Row) -> bool:
    return bool(gold["low"] == predicted["low"] and gold["high"] == predicted["high"])


def _shape(item: Row) -> str:
    """What kind of bounds these are."""
    low, high = item["low"], item["high"]
    return "at most" if low is None else "at least" if high is None else "exact" if low == high else "range"


def _compared(text: str, gold: Row, predicted: Row, links: dict[str, str | None] | None) -> Counts:
    """What a found pair counts for."""
    unit, given = (str(item["unit"] or PEOPLE).casefold() for item in (gold, predicted))
    found = Counts(unit=unit == given)
    for role in ("what", "place"):
        wanted, got = covered(text, gold, role), covered(text, predicted, role)
        if wanted:
            found.update({role: meet(wanted, got), f"{role} gold": 1})
        found.update({f"{role} given": bool(got)})
    if links is not None and gold.get("statement"):
        found.update(linked=links.get(predicted["statement"]) == gold["statement"], links=1)
    return found


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    found = counts["found"]
    return [
        measures.f1("found", found, counts["predicted"], counts["gold"]),
        measures.f1("span", counts["span"], counts["predicted"], counts["gold"]),
        measures.share("bounds", counts["bounds"], counts["span"]),
        measures.share("unit", counts["unit"], found),
        measures.share("what", counts["what"], counts["what gold"]),
        measures.f1("place", counts["place"], counts["place given"], counts["place gold"]),
        measures.share("statement", counts["linked"], counts["links"]),
    ]


def check(row: Row, items: list[Row], what: str) -> None:
    """Check estimates against the text of their row.

    Raises:
        IntegrityError: where a field is missing, a bound is no number, or a span is malformed or outside the text.
    """
    check_items(row, items, what, "estimate", ("statement", "low", "high", "unit"), ("what", "place"))
    for number, item in enumerate(items, 1):
        if not all(isinstance(item[bound], int | float | None) for bound in ("low", "high")):
            raise IntegrityError(f"{what} of {name_of(row)}, estimate {number}: `low` and `high` are numbers or null")
