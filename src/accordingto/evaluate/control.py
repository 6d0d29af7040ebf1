"""Scores for control.

*found* is the F1 of one-to-one matches that say the same of the same place: equal status, and overlapping places (or no place in
either). *trigger* asks that the triggers overlap, whatever is said. Of the records found: the share with the right holder (overlapping, or
none in either), with the right `asserted`, and, where the prediction has its statements, linked to the right one. Statuses are
compared on records matched by trigger.
"""

from __future__ import annotations

from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.claims import check_items, covered, likeness, linked, meet
from accordingto.evaluate.matching import assign
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row
from accordingto.evaluate.statements import BETWEEN, CLASS

LEAST_OVERLAP = 1e-6
SAME_PLACE, SAME_TRIGGER, SAME_STATUS = 1.0, 1.0, 0.1
"""Weights by which pairs are chosen: a record is matched to one of its place and status, of its own trigger if there are several."""


def count(row: Row, predicted: list[dict[str, Any]], statements: list[Row] | None = None) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    text, gold, found = row["text"], row["control"], Counts()
    triggers = [[likeness(text, g, p) for p in predicted] for g in gold]
    alike = [
        [_alike(text, g, p) * (SAME_PLACE + SAME_TRIGGER * x) for x, p in zip(xs, predicted, strict=True)]
        for xs, g in zip(triggers, gold, strict=True)
    ]
    near = [
        [x and x + SAME_STATUS * (g["status"] == p["status"]) for x, p in zip(xs, predicted, strict=True)]
        for xs, g in zip(triggers, gold, strict=True)
    ]
    pairs, same = assign(alike, floor=LEAST_OVERLAP), assign(near, floor=LEAST_OVERLAP)
    found.update(gold=len(gold), predicted=len(predicted), found=len(pairs), trigger=len(same))
    found.update(CLASS + gold[i]["status"] + BETWEEN + predicted[j]["status"] for i, j in same)
    links = linked(row, statements) if statements is not None else None
    for i, j in pairs:
        found.update(_compared(text, gold[i], predicted[j], links))
    return found


def _alike(text: str, gold: Row, predicted: Row) -> bool:
    """Whether two records say the same of the same place."""
    return gold["status"] == predicted["status"] and meet(
        covered(text, gold, "place"), covered(text, predicted, "place")
    )


def _compared(text: str, gold: Row, predicted: Row, links: dict[str, str | None] | None) -> Counts:
    """What a found pair counts for."""
    found = Counts(asserted=gold["asserted"] == predicted["asserted"])
    found.update(holder=meet(covered(text, gold, "holder"), covered(text, predicted, "holder")))
    found.update(words=likeness(text, gold, predicted) > 0)
    if links is not None and gold.get("statement"):
        found.update(linked=links.get(predicted["statement"]) == gold["statement"], links=1)
    return found


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    found = counts["found"]
    right = sum(
        n for key, n in counts.items() if key.startswith(CLASS) and len(set(key[len(CLASS) :].split(BETWEEN))) == 1
    )
    return [
        measures.f1("found", found, counts["predicted"], counts["gold"]),
        measures.f1("trigger", counts["trigger"], counts["predicted"], counts["gold"]),
        measures.share("status", right, counts["trigger"]),
        measures.share("own trigger", counts["words"], found),
        measures.share("holder", counts["holder"], found),
        measures.share("asserted", counts["asserted"], found),
        measures.share("statement", counts["linked"], counts["links"]),
    ]


def check(row: Row, items: list[Row], what: str) -> None:
    """Check records of control against the text of their row.

    Raises:
        IntegrityError: where a field is missing, or a span is malformed or outside the text.
    """
    check_items(row, items, what, "record of control", ("statement", "status", "asserted"), ("place", "holder"))
