"""Scores for contents alone, nested ones included (GUM's task, whose sources and cues are one segment).

- A1: content IoU ≥ .5, one to one, over all gold attributions.
- nested: the same pairs, of contents that lie wholly within another one's and are smaller, on either side. Its precision is over
  the predicted contents that are nested in a predicted one; *nested recall* asks of a gold one only that it was found.

A prediction is a row of the task ``attribution`` (flat), of ``statements`` (nested, narration left out), or holds both: then
`contents_of` takes the flat ones and adds what statements with two or more voices have beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.matching import Chars, assign, chars, iou
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of

CONTENT_IOU = 0.5
SAME = 0.9
"""IoU from which a statement's content and a flat one are the same content found twice."""
NARRATION = "narration"


def contents_of(row: Row, text: str) -> list[Chars]:
    """The contents that a prediction finds, each once; empty ones are left out."""
    flat = [chars(text, item["content"]) for item in row.get("attributions", ())]
    spoken = [item for item in row.get("statements", ()) if item.get("form") != NARRATION]
    if flat:
        spoken = [item for item in spoken if len(item.get("chain", ())) > 1]
    found = [content for content in flat if content]
    for item in spoken:
        content = chars(text, item["content"])
        if content and all(iou(content, other) < SAME for other in found):
            found.append(content)
    return found


def nested(contents: Sequence[Chars]) -> list[bool]:
    """Which contents lie wholly within a larger one."""
    return [any(content < other for other in contents) for content in contents]


def count(row: Row, predicted: Row) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    text, found = row["text"], Counts()
    gold = [content for item in row["attributions"] if (content := chars(text, item["content"]))]
    mine = contents_of(predicted, text)
    inner, its = nested(gold), nested(mine)
    found.update(gold=len(gold), predicted=len(mine), nested_gold=sum(inner), nested_predicted=sum(its))
    for i, j in assign([[iou(g, p) for p in mine] for g in gold], floor=0.05):
        if iou(gold[i], mine[j]) >= CONTENT_IOU:
            found.update(A1=1, nested_found=inner[i], nested_both=inner[i] and its[j])
    return found


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    return [
        measures.f1("A1", counts["A1"], counts["predicted"], counts["gold"]),
        measures.f1("nested", counts["nested_both"], counts["nested_predicted"], counts["nested_gold"]),
        measures.share("nested recall", counts["nested_found"], counts["nested_gold"]),
    ]


def check(row: Row, items: list[dict[str, Any]], what: str) -> None:
    """Check contents against the text of their row.

    Raises:
        IntegrityError: where a content is missing, malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, item {number}, `content`"
        check_spans(field_of(item, "content", where), row["text"], where)
