"""In which relation two statements on one thing stand, weighed by all that speaks for it at once.

What time has made of them (`accordingto.compare.changes`), what they are to each other if both can be so (`accordingto.compare.accord`),
whether both can be so at all (`accordingto.compare.excluding`) and the words that let it on (`accordingto.compare.telltale`) are numbers
of one question. How much each tells is learnt (`training/relating.py`).
"""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.compare.excluding import features
from accordingto.compare.finding import Finding
from accordingto.compare.said import Said
from accordingto.compare.slots import Frame
from accordingto.compare.telltale import telling
from accordingto.compare.traits import Traits
from accordingto.model import RelationKind
from accordingto.resources.telltale import Telltale

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


def excluded(a: Said, b: Said, found: list[Finding], frame: Frame) -> Traits:
    """Whether both can be so, as `accordingto.compare.excluding` asks it."""
    return {f"apart.{name}": float(value) for name, value in features(frame.side(a), frame.side(b), found).items()}


def told(a: Said, b: Said, frame: Frame, learnt: Telltale) -> Traits:
    """What the words of both tell of each relation."""
    return {f"words.{label}": value for label, value in learnt.scores(telling(frame.side(a), frame.side(b))).items()}


def likeliest(scores: Mapping[str, float], *, may_lapse: bool, differ: bool, apart: bool) -> RelationKind:
    """The relation for which most speaks.

    Args:
        scores: By the labels of the trees.
        may_lapse: Whether the second may be later than the first.
        differ: Whether a slot was found in which the two differ: without one nothing is told more exactly.
        apart: Whether one was found, or is likely, in which both cannot be so: without one nothing contradicts.
    """
    barred = {
        *(() if may_lapse else LAPSES),
        *(() if differ else (RelationKind.NARROWS,)),
        *(() if apart else (RelationKind.CONTRADICTS,)),
    }
    return max((one for one in RELATIONS if one not in barred), key=lambda one: scores[one])
