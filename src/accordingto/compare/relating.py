"""In which relation two statements on one thing stand, weighed by all that speaks for it at once.

What time has made of them (`accordingto.compare.changes`), what they are to each other if both can be so (`accordingto.compare.accord`),
whether both can be so at all (`accordingto.compare.excluding`) and the words that let it on (`accordingto.compare.telltale`) are numbers
of one question. How much each tells is learnt (`training/relating.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accordingto.compare.excluding import features
from accordingto.compare.finding import Finding, Weight
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.compare.telltale import telling
from accordingto.compare.traits import Traits
from accordingto.model import RelationKind
from accordingto.resources.telltale import Telltale
from accordingto.resources.trees import Trees

RELATIONS = (
    RelationKind.CONTRADICTS,
    RelationKind.UPDATES,
    RelationKind.WITHDRAWS,
    RelationKind.REPEATS,
    RelationKind.REWORDS,
    RelationKind.AGREES,
    RelationKind.NARROWS,
)
"""What is told apart, in the order of the labels that were learnt."""
LAPSES = frozenset([RelationKind.UPDATES, RelationKind.WITHDRAWS])
"""What time may have made of two statements."""
APART = LAPSES | {RelationKind.CONTRADICTS}
"""Relations of statements that cannot both be so."""
SURELY = 0.65
"""Likelihood that both cannot be so from which on they cannot, where a slot tells as much."""
PREFIX = "apart."
"""Of the numbers by which it is asked whether both can be so."""


def excluded(a: Said, b: Said, found: list[Finding], frame: Frame) -> Traits:
    """Whether both can be so, as `accordingto.compare.excluding` asks it."""
    return {f"{PREFIX}{name}": float(value) for name, value in features(frame.side(a), frame.side(b), found).items()}


def told(a: Said, b: Said, frame: Frame, learnt: Telltale) -> Traits:
    """What the words of both tell of each relation."""
    return {f"words.{label}": value for label, value in learnt.scores(telling(frame.side(a), frame.side(b))).items()}


def how_far_apart(found: Sequence[Finding], given: Mapping[str, float], excluding: Trees) -> bool | None:
    """Whether both surely cannot be so, or ``None`` where it may be so or not.

    Args:
        found: In what the two differ, as it is weighed.
        given: The numbers of the two.
        excluding: What was learnt of whether both can be so.

    Returns:
        Nothing is apart where nothing was found, or is likely, in which both cannot be so.
    """
    if not any(one.weight is Weight.APART for one in found):
        return False
    return True if excluding.likely(apart_of(given)) > SURELY else None


def apart_of(given: Mapping[str, float]) -> dict[str, float]:
    """Of the numbers of two those by which it is asked whether both can be so, as `accordingto.compare.excluding` names them."""
    return {name.removeprefix(PREFIX): value for name, value in given.items() if name.startswith(PREFIX)}


def likeliest(scores: Mapping[str, float], *, may_lapse: bool, differ: bool, apart: bool | None) -> RelationKind:
    """The relation for which most speaks.

    Args:
        scores: By the labels of the trees.
        may_lapse: Whether the second may be later than the first.
        differ: Whether a slot was found in which the two differ: without one nothing is told more exactly.
        apart: Whether both cannot be so: then they are in no accord; where they can, nothing contradicts. ``None`` where it is not sure.
    """
    barred = {
        *(() if may_lapse else LAPSES),
        *(() if differ else (RelationKind.NARROWS,)),
        *((RelationKind.CONTRADICTS,) if apart is False else ()),
        *((one for one in RELATIONS if one not in APART) if apart else ()),
    }
    return max((one for one in RELATIONS if one not in barred), key=lambda one: scores[one])
