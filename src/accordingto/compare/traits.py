"""What is known of two statements beside their words, as numbers: in which slots they differ, whose they are, how they are told.

Which relation two statements stand in is weighed by these (`accordingto.compare.changes`, `accordingto.compare.accord`).
"""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.compare.accounts import apart, published
from accordingto.compare.certainty import hedges
from accordingto.compare.finding import Finding, gravest
from accordingto.compare.heard import Heard, same_source
from accordingto.compare.lapse import same_house
from accordingto.compare.outlets import same_outlet
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.sides import Side
from accordingto.compare.speakers import same_voice
from accordingto.model import Act, Form, LineageKind

Traits = dict[str, float]
SECONDS = 86_400
"""Of a day."""
_FAR = 10.0
"""Days from which on it is all the same how many lie between two reports."""


def slots_found(found: Sequence[Finding]) -> Traits:
    """For each slot the gravest difference in it, the gravest of all, and how many there are."""
    grave = {f"found.{slot}": value for slot, value in gravest(found).items()}
    return {**grave, "found.most": max(grave.values()), "found.count": float(len(found))}


def voices(a: Heard, b: Heard, scene: Scene) -> Traits:
    """Whose words both are, and how their reports are tied."""
    same = same_voice(a.voice, b.voice)
    return {
        "report": a.report == b.report,
        "voice": 0.0 if same is None else 1.0 if same else -1.0,
        "voice.named": bool(a.voice) + bool(b.voice),
        "voice.witness": a.witness + b.witness,
        "voice.carriers": bool(a.carriers) + bool(b.carriers),
        "source": same_source(a, b, scene),
        "house": same_house(a.said, b.said),
        "upward": a.report in scene.ancestors(b.report),
        "days": _days(a.said, b.said),
    }


def ties(a: Heard, b: Heard, scene: Scene) -> Traits:
    """How the reports of two statements go back to each other, or to one place."""
    kinds = {edge.kind for edge in scene.edges(b.report) if edge.target == a.report}
    kinds |= {edge.kind for edge in scene.edges(a.report) if edge.target == b.report}
    return {
        "edge": 2.0 if LineageKind.COPIES in kinds else 1.0 if kinds else 0.0,
        "tied": scene.tied(a.report, b.report),
        "agency": scene.same_agency(a.report, b.report),
    }


def earlier_of_house(one: Heard, scene: Scene) -> int:
    """How many reports of the same outlet come before that of a statement."""
    reports = [*scene.hand.accounts]
    own = scene.outlet(one.report)
    return sum(same_outlet(scene.outlet(report), own) for report in reports[: reports.index(one.report)])


def manner(side: Side) -> Traits:
    """How a statement is told: what it leaves open, whether it is to come, whether all are meant, in whose words."""
    signs, said = side.frame.words.signs, side.said
    return {
        "hedges": len(hedges(side)),
        "ahead": len(signs.ahead.findall(said.content)),
        "over": len(signs.over.findall(said.content)),
        "sweeping": len(signs.sweeping.findall(said.content)),
        "conditional": len(signs.conditional.findall(said.content)),
        "direct": said.statement.form is Form.DIRECT,
        "denied": said.statement.act is Act.DENY,
        "headline": said.headline,
    }


def _days(a: Said, b: Said) -> float:
    """Days between the publications of two, `_FAR` at the most; -1 where they are not known."""
    one, other = (published(said.account.report) for said in (a, b))
    return -1.0 if one is None or other is None else min(_FAR, apart(one, other).total_seconds() / SECONDS)
