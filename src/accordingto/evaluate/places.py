"""Scores for places (the tasks ``places`` and ``resolution``).

A gold toponym is found where a prediction overlaps it, one with the same bounds first, else the first left. ``exact`` and ``overlap``
are F1 of same and of overlapping bounds. A found toponym is a hit where the prediction has the same GeoNames id (two gazetteers
put one country's point hundreds of kilometres apart) or lies within 161 km: ``e2e161`` is the F1 of hits, ``acc@161`` their share
of the gold toponyms that have a point. ``AUC`` is the area under the logarithm of the errors (Jurgens et al. 2015): lower is
better; what is not resolved is wrong by half the Earth's girth. Where gold has toponyms without a point, as words that refer to a place
without naming it, ``e2e161 of located`` leaves them out. Figures ``without demonyms`` leave out predictions marked so, for gold
that has none.
"""

from __future__ import annotations

import math
from typing import Any

from accordingto.evaluate import measures
from accordingto.evaluate.measures import Counts, Measure
from accordingto.evaluate.probe import check, distance
from accordingto.evaluate.rows import Row

__all__ = ["check", "count", "measured"]

NEAR = 161.0
"""Kilometres (100 miles) within which a place counts as found (Leidner 2007)."""
FAR = 20039.0
"""Kilometres by which an unresolved toponym is wrong."""
_MILLIONTHS = 1_000_000
"""Logarithms of errors are counted in millionths of the largest."""
Toponym = dict[str, Any]


def count(row: Row, predicted: list[Toponym]) -> Counts:
    """Counts of one document, to be summed and passed to `measured`."""
    found = _matched(row["toponyms"], predicted)
    named = _matched(row["toponyms"], [one for one in predicted if not one.get("demonym")])
    found.update({f"{name} named": value for name, value in named.items()})
    return found


def _matched(gold: list[Toponym], predicted: list[Toponym]) -> Counts:
    found, used = Counts(gold=len(gold), predicted=len(predicted)), set[int]()
    for wanted in gold:
        near = [i for i, one in enumerate(predicted) if i not in used and _overlap(one, wanted)]
        exact = [i for i in near if (predicted[i]["start"], predicted[i]["end"]) == (wanted["start"], wanted["end"])]
        chosen = next(iter(exact or near), None)
        found.update(exact=bool(exact), overlap=bool(near))
        if chosen is not None:
            used.add(chosen)
        if wanted.get("lat") is not None:
            found.update(_located(wanted, predicted[chosen] if chosen is not None else {}))
    return found


def _located(wanted: Toponym, given: Toponym) -> dict[str, int]:
    error = _error(wanted, given)
    same = bool(wanted.get("geonameid")) and str(given.get("geonameid")) == str(wanted["geonameid"])
    area = round(_MILLIONTHS * math.log1p(error) / math.log1p(FAR))
    return {"located": 1, "hit": error <= NEAR, "area": area, "ids": bool(wanted.get("geonameid")), "same id": same}


def _error(wanted: Toponym, given: Toponym) -> float:
    """Kilometres between gold and prediction."""
    if given.get("geonameid") and str(given["geonameid"]) == str(wanted.get("geonameid")):
        return 0.0
    if given.get("lat") is None:
        return FAR
    return distance((wanted["lat"], wanted["lon"]), (given["lat"], given["lon"]))


def _overlap(a: Toponym, b: Toponym) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def measured(counts: Counts) -> list[Measure]:
    """The measures of summed counts."""
    gold, predicted, located = counts["gold"], counts["predicted"], counts["located"]
    return [
        measures.f1("exact", counts["exact"], predicted, gold),
        measures.f1("overlap", counts["overlap"], predicted, gold),
        measures.f1("e2e161", counts["hit"], predicted, gold),
        measures.f1("e2e161 of located", counts["hit"], predicted, located),
        measures.f1("exact without demonyms", counts["exact named"], counts["predicted named"], gold),
        measures.f1("e2e161 without demonyms", counts["hit named"], counts["predicted named"], gold),
        measures.share("acc@161", counts["hit"], located),
        measures.share("exact id", counts["same id"], counts["ids"]),
        Measure("AUC", 100 * counts["area"] / _MILLIONTHS / located if located else 0.0, located),
    ]
