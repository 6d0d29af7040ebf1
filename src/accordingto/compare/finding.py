"""What the slots of two sides yield: a difference, and whether both can be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from accordingto.compare.said import Said
from accordingto.model import Difference, Passage, Slot, Spans, text_of


class Weight(StrEnum):
    """What a difference makes of two statements."""

    APART = "apart"
    """Both cannot be so at one time."""
    FINER = "finer"
    """One says more exactly what the other says."""
    OTHERWISE = "otherwise"
    """The words differ, or how sure of it they are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference and its weight."""

    difference: Difference
    weight: Weight

    @property
    def slot(self) -> Slot:
        """The slot in which they differ."""
        return self.difference.slot


GRAVITY = {Weight.APART: 3.0, Weight.FINER: 2.0, Weight.OTHERWISE: 1.0}


def gravest(found: Iterable[Finding]) -> dict[Slot, float]:
    """For each slot the gravest difference in it: 3 where both cannot be, 2 where one is finer, 1 where it is just otherwise, else 0."""
    made = dict.fromkeys(Slot, 0.0)
    for one in found:
        made[one.slot] = max(made[one.slot], GRAVITY[one.weight])
    return made


def finding(
    slot: Slot,
    weight: Weight,
    a: tuple[Said, Spans],
    b: tuple[Said, Spans],
    values: tuple[str | None, str | None] = (None, None),
) -> Finding:
    """A difference between the words at some spans of two statements, which are its values unless others are given."""
    (one, ours), (other, theirs) = a, b
    ours_value, theirs_value = values
    return Finding(
        Difference(
            slot,
            Passage(one.report, ours),
            Passage(other.report, theirs),
            text_of(one.text, ours) if ours_value is None else ours_value,
            text_of(other.text, theirs) if theirs_value is None else theirs_value,
        ),
        weight,
    )
