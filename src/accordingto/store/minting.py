"""Ids of matters and quote groups: minted once, and kept by the group that holds most of what a former one held.

A pure function; the rows are `accordingto.store.travel`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from accordingto.model import content_id

M = TypeVar("M")


class Change(StrEnum):
    """What may happen to the id of a group."""

    MERGED = "merged"
    """It went up in another."""
    SPLIT = "split"
    """It was made of members of another."""
    ENDED = "ended"
    """Nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Former:
    """A group that is there, as far as it concerns the reports that were compared."""

    inside: frozenset[object]
    """Its members among the reports that were compared."""
    outside: int
    """How many others it has."""
    own: bool
    """Whether it was found in the story that is compared now."""

    @property
    def here(self) -> bool:
        """Whether it is for these reports to say what becomes of it: most of it is here, or half, and it was found here."""
        return len(self.inside) > self.outside or (len(self.inside) == self.outside and self.own)


@dataclass(slots=True)
class Minted:
    """What becomes of ids."""

    ids: list[str]
    """Of each new group."""
    ledger: list[tuple[str, Change, str | None]] = field(default_factory=list)
    """Id, change, other id."""


def mint(groups: Sequence[tuple[str, Collection[M]]], formers: Mapping[str, Former], used: Collection[str]) -> Minted:
    """Give each new group an id.

    Args:
        groups: for each the id that follows from its members, and its members; in a fixed order.
        formers: groups that are there, by id.
        used: ids that stand for another group, or did.

    Returns:
        An id for each group: that of the former group most of whose members it holds; of several the one it shares most with, and
        the others are merged into it. A group that holds no such majority is new; if it shares members with a former one, it was
        split from it.
    """
    shared = {
        (ident, n): count
        for ident, former in formers.items()
        for n, (_, members) in enumerate(groups)
        if (count := len(former.inside.intersection(members)))
    }
    heirs = {
        ident: max(
            (n for n in range(len(groups)) if (ident, n) in shared), key=lambda n: (shared[ident, n], -n), default=None
        )
        for ident, former in formers.items()
        if former.here
    }
    taken: dict[int, str] = {}
    made = Minted([])
    for ident in sorted(heirs, key=lambda ident: (-_most(shared, ident, heirs[ident]), ident)):
        heir = heirs[ident]
        if heir is None:
            made.ledger += [(ident, Change.ENDED, None)] if not formers[ident].outside else []
        elif heir in taken:
            made.ledger.append((ident, Change.MERGED, taken[heir]))
        else:
            taken[heir] = ident
    held = {*used, *formers}
    for n, (wanted, _) in enumerate(groups):
        ident = taken.get(n) or _fresh(wanted, held)
        held.add(ident)
        made.ids.append(ident)
        if n not in taken:
            origin = max(
                (one for one in formers if (one, n) in shared), key=lambda one: (shared[one, n], one), default=None
            )
            made.ledger += [(ident, Change.SPLIT, origin)] if origin else []
    return made


def _most(shared: Mapping[tuple[str, int], int], ident: str, heir: int | None) -> int:
    return 0 if heir is None else shared[ident, heir]


def _fresh(wanted: str, held: Collection[str]) -> str:
    """The id that follows from the members, or where that stands for another group, one that follows from it."""
    layer, number, ident = wanted.partition("-")[0], 1, wanted
    while ident in held:
        number += 1
        ident = content_id(layer, wanted, extra=[str(number)])
    return ident
