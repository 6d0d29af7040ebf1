"""Scores for the task ``entities``: exact spans, one to one, with one of four types.

The four are person, organisation, place and *rest*: happenings, nationalities, weapons, works and whatever else a corpus or the model
names. `FOUR` says which type of which corpus is which; a type that it does not know is *rest*.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of

REST = "rest"
FOUR = {
    "person": "person", "politician": "person", "PER": "person", "PERSON": "person",
    "organisation": "organisation", "politicalparty": "organisation", "ORG": "organisation", "organization": "organisation",
    "place": "place", "country": "place", "location": "place", "LOC": "place", "GPE": "place", "FAC": "place",
}  # fmt: skip
"""Types of ours, CrossNER's, CoNLL's and OntoNotes' as one of the four; all others are `REST`."""
TYPES = ("person", "organisation", "place", REST)


def four(kind: str) -> str:
    """One of the four types."""
    return FOUR.get(kind, REST)


def count(row: Row, predicted: list[Row]) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    gold = Counter((item["start"], item["end"], four(item["type"])) for item in row["entities"])
    mine = Counter((item["start"], item["end"], four(item["type"])) for item in predicted)
    found = Counts(gold=gold.total(), predicted=mine.total(), hits=(gold & mine).total())
    spans = Counter((a, b) for a, b, _ in gold.elements()), Counter((a, b) for a, b, _ in mine.elements())
    found["spans"] = (spans[0] & spans[1]).total()
    for name, items in (("gold", gold), ("predicted", mine), ("hits", gold & mine)):
        found.update(f"{name} {kind}" for _, _, kind in items.elements())
    return found


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts: F1 over the four types, of the spans alone, and of each type."""
    return [
        measures.f1("F1", counts["hits"], counts["predicted"], counts["gold"]),
        measures.f1("spans", counts["spans"], counts["predicted"], counts["gold"]),
        *(
            measures.f1(kind, counts[f"hits {kind}"], counts[f"predicted {kind}"], counts[f"gold {kind}"])
            for kind in TYPES
        ),
    ]


def check(row: Row, items: list[dict[str, Any]], what: str) -> None:
    """Check entities against the text of their row.

    Raises:
        IntegrityError: where a span is missing, malformed or outside the text, or a type is missing.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, item {number}"
        span = [field_of(item, "start", f"{where}, `start`"), field_of(item, "end", f"{where}, `end`")]
        check_spans([span], row["text"], where)
        field_of(item, "type", f"{where}, `type`")
