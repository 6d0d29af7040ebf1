"""What two statements that can both be so are to each other, weighed by all that speaks for it.

One may repeat the other, say the same in other words, say the same from elsewhere, or say more exactly what the other says. The numbers
are the slots in which they differ, how much of each one's words the other has, how long the equal runs are, how each is told, whose
words they are and whether one occasion stands behind them. How much each tells is learnt (`training/relating.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.candidates import Weights, similarity
from accordingto.compare.finding import Finding
from accordingto.compare.heard import Heard
from accordingto.compare.lapse import changes_in
from accordingto.compare.scene import Scene
from accordingto.compare.slots import Frame
from accordingto.compare.traits import Traits, manner, slots_found, ties, voices
from accordingto.compare.verdict import cover, laid_out
from accordingto.compare.wording import wording


def accord(
    a: Heard,
    b: Heard,
    found: Sequence[Finding],
    scene: Scene,
    weights: Weights,
    frame: Frame,
    *,
    one_origin: bool,
    sure: bool | None,
) -> Traits:
    """The numbers that tell what two statements are to each other that can both be so.

    Args:
        a: The earlier, or of one report that of the body.
        b: The other.
        found: What they differ in.
        scene: The matter.
        weights: How much a word tells.
        frame: What comparisons share.
        one_origin: Whether both have it from one place, as far as one can tell.
        sure: Whether one occasion stands behind both, where that is known.
    """
    one, other = frame.side(a.said), frame.side(b.said)
    ours, theirs = wording(one, other), wording(other, one)
    numbers = changes_in([each.difference for each in found], frame.words)
    made = {
        **slots_found(found),
        **voices(a, b, scene),
        **ties(a, b, scene),
        "similar": similarity(a.said, b.said, weights),
        "number.more": 1 in numbers,
        "number.less": -1 in numbers,
        "origin": one_origin,
        "origin.sure": 0.0 if sure is None else 1.0 if sure else -1.0,
        **{f"a.{name}": value for name, value in one.once(manner).items()},
        **{f"b.{name}": value for name, value in other.once(manner).items()},
        **{f"a.{name}": value for name, value in (cover(one, other, ours) | laid_out(one, other, ours)).items()},
        **{f"b.{name}": value for name, value in (cover(other, one, theirs) | laid_out(other, one, theirs)).items()},
    }
    return {name: float(value) for name, value in made.items()}
