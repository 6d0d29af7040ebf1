"""Scores for times (the task ``times``), as TempEval-3 has them (UzZaman et al. 2013).

An expression is found where one overlaps it, the one with the same bounds first, else the first left. ``strict`` and ``relaxed``
are F1 of same and of overlapping bounds; ``type``, ``value`` and ``type+value`` of overlapping ones that are also right in that;
``span+value`` of those with both the same bounds and the right value. Creation times are left out: neither gold nor spurious.
"""

from __future__ import annotations

from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.rows import Row, check_spans, field_of, name_of

FIGURES = ("value", "type+value", "type", "strict", "relaxed", "span+value")
KINDS = ("DATE", "TIME", "DURATION", "SET")
_CREATION = "CREATION_TIME"
Timex = dict[str, Any]


def count(row: Row, predicted: Row) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    gold = [t for t in row["timex"] if t.get("fid") != _CREATION]
    made = [t for t in row["timex"] if t.get("fid") == _CREATION]
    mine = sorted(predicted["timex"], key=lambda t: int(t["start"]))
    mine = [t for t in mine if not any(_overlap(t, creation) for creation in made)]
    found, used = Counts(gold=len(gold), predicted=len(mine)), set[int]()
    for wanted in gold:
        found[f"gold {wanted['type']}"] += 1
        near = [i for i, t in enumerate(mine) if i not in used and _overlap(t, wanted)]
        if near:
            exact = [i for i in near if _bounds(mine[i]) == _bounds(wanted)]
            chosen = (exact or near)[0]
            used.add(chosen)
            found.update(_hits(wanted, mine[chosen], exact=bool(exact)))
    return found


def _hits(wanted: Timex, given: Timex, *, exact: bool) -> dict[str, int]:
    type_, value = given["type"] == wanted["type"], given["value"] == wanted["value"]
    hits = {"relaxed": 1, "strict": exact, "type": type_, "value": value, "type+value": type_ and value}
    return {**hits, "span+value": exact and value, f"value {wanted['type']}": value}


def _overlap(a: Timex, b: Timex) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _bounds(timex: Timex) -> tuple[int, int]:
    return timex["start"], timex["end"]


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    figures = [measures.f1(name, counts[name], counts["predicted"], counts["gold"]) for name in FIGURES]
    return figures + [
        measures.share(f"value recall {kind}", counts[f"value {kind}"], counts[f"gold {kind}"]) for kind in KINDS
    ]


def check(row: Row, items: list[Timex], what: str) -> None:
    """Check time expressions against the text of their row.

    Raises:
        IntegrityError: where one is malformed or outside the text.
    """
    for number, item in enumerate(items, 1):
        where = f"{what} of {name_of(row)}, item {number}"
        pair = [field_of(item, name, f"{where}, `{name}`") for name in ("start", "end")]
        check_spans([pair], row["text"], where)
        for name in ("type", "value"):
            field_of(item, name, f"{where}, `{name}`")
