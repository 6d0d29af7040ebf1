"""B³: how well things are put together with what they belong with (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains").

Each item has the share of right ones among those that it was put with (precision) and of those found among those that it belongs
with (recall). Shares are counted in thousandths, so that documents sum as whole numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from accordingto.evaluate.measures import Counts, Measure, harmonic

Item = TypeVar("Item", bound=Hashable)
_WHOLE = 1000
"""What a share of 1 counts."""


def b_cubed(
    name: str, gold: Mapping[Item, Hashable], own: Mapping[Item, Hashable], *, of: Iterable[Item] | None = None
) -> Counts:
    """Counts of ``items``, ``precision`` and ``recall`` under a name.

    Args:
        name: what the counts begin with.
        gold: for each item the group that it belongs to.
        own: for each item of ours the group that it was put in. An item that is in ``own`` alone is taken for a group of its own in
            the gold, and counts for precision only; one that is in ``gold`` alone was not found, and its recall is 0.
        of: the items that are counted; without it all.
    """
    by_gold, by_own = _groups(gold), _groups(own)
    found = Counts()
    for item in {**gold, **own} if of is None else of:
        right = len(by_gold[gold[item]] & by_own[own[item]]) if item in gold and item in own else int(item in own)
        if item in own:
            found[f"{name} own items"] += 1
            found[f"{name} precision"] += round(_WHOLE * right / len(by_own[own[item]]))
        if item in gold:
            found[f"{name} items"] += 1
            found[f"{name} recall"] += round(_WHOLE * right / len(by_gold[gold[item]]))
    return found


def b_cubed_measure(name: str, counts: Counts, key: str) -> Measure:
    """The F1 of summed counts, with precision and recall.

    Args:
        name: of the measure.
        counts: sums of what `b_cubed` gave.
        key: the name that those counts begin with.
    """
    precision = counts[f"{key} precision"] / (10 * max(1, counts[f"{key} own items"]))
    recall = counts[f"{key} recall"] / (10 * max(1, counts[f"{key} items"]))
    return harmonic(name, precision, recall, counts[f"{key} items"])


def _groups(items: Mapping[Item, Hashable]) -> dict[Hashable, set[Item]]:
    found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, group in items.items():
        found[group].add(item)
    return found
