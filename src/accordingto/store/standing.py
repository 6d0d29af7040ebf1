"""Which decisions stand: a pure function of all that were ever made on one selector, or of all on groups of a kind.

Of each person the latest decision that accepts, corrects, rejects or adds stands, and the latest that says that a report is coded. An
undo takes one back, and what stood before it stands again. Comments stand beside them until they are taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from accordingto.model.review import DECIDING, Action


class Row(Protocol):
    """A row of ``reviews``, as far as it matters here."""

    key: int
    decision: str
    by: str
    supersedes: int | None


def standing(rows: Iterable[Row], single: Callable[[Row], object] | None = None) -> set[int]:
    """Keys of the decisions that stand.

    Args:
        rows: all decisions on one selector, in any order.
        single: tells of a decision for what only one of a person stands; ``None`` where several do. By default: one that decides,
            and one that says that the report is coded.
    """
    told = single or _single
    taken: set[int] = set()
    heaps: dict[object, list[int]] = {}
    for row in sorted(rows, key=lambda row: row.key):
        if row.decision == Action.UNDO:
            taken.add(row.supersedes or 0)
            continue
        what = told(row)
        if what is None and row.supersedes is not None:
            taken.add(row.supersedes)
        heaps.setdefault(row.key if what is None else (row.by, what), []).append(row.key)
    kept = [[key for key in heap if key not in taken] for heap in heaps.values()]
    return {heap[-1] for heap in kept if heap}


def _single(row: Row) -> object:
    if row.decision in DECIDING:
        return "decides"
    return "coded" if row.decision == Action.CODED else None


def latest(rows: Sequence[Row], by: str | None = None) -> int | None:
    """Key of the latest decision, of one person or of all."""
    return max((row.key for row in rows if by is None or row.by == by), default=None)
