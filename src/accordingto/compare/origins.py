"""Origins: how many occasions stand behind a matter, at least and at most.

An occasion is where words were first said. It is sought for each voice of each report: a report may give both sides of a quarrel, and
then carries two. How likely two of them go back to one occasion is learnt (`accordingto.compare.oneoccasion`), or told by the rules of
`accordingto.compare.tellings` where a claim chose the statements. By it they are grouped by average linkage (Sokal and Michener 1958), so
that two that surely are of two occasions stay apart. Groups that are likelier one than not give the greatest number of occasions, those
that may well be one the least.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from accordingto.compare.candidates import Weights
from accordingto.compare.heard import Heard, heard_in
from accordingto.compare.linkage import Matrix, joined_apart
from accordingto.compare.matters import nearness
from accordingto.compare.occasions import occasion_of
from accordingto.compare.oneoccasion import features, likelihoods
from accordingto.compare.said import in_order, main_of
from accordingto.compare.scene import Scene
from accordingto.compare.sets import Sets
from accordingto.compare.slots import Frame
from accordingto.compare.speakers import same_voice
from accordingto.compare.tellings import Tellings
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.together import Together
from accordingto.model import Matter, Occasion, content_id, text_of

if TYPE_CHECKING:
    from accordingto.resources.trees import Trees


@dataclass(frozen=True, slots=True)
class Origins:
    """The occasions behind a matter, what goes back to which, and their number as an interval."""

    occasions: tuple[Occasion, ...]
    of_report: Mapping[str, str]
    """Occasion id by report, of the statement that stands for it; a report whose origin is not known has none."""
    of_statement: Mapping[str, str]
    """Occasion id by statement, for statements that stand for what a voice says in a report."""
    interval: tuple[int, int]
    echoes: tuple[str, ...]
    """Reports that are the first to carry no occasion."""
    heard: tuple[Heard, ...]
    """Each voice of each report, in canonical order."""
    source_of: Mapping[str, str]
    """For a statement that was taken from another report's, that one's id."""


NOTHING_KNOWN = Origins((), {}, {}, (0, 0), (), (), {})
"""Of statements of no matter."""


def origins_of(
    scene: Scene,
    weights: Weights,
    frame: Frame,
    together: Together,
    thresholds: Thresholds = DEFAULTS,
    trees: Trees | None = None,
) -> Origins:
    """Find the occasions behind a scene's matter.

    Args:
        scene: The matter.
        weights: How much a word tells.
        frame: What comparisons share.
        together: How likely any two statements are about one thing.
        thresholds: What has to be reached.
        trees: What tells how likely two voices go back to one occasion; where there is nothing, the rules tell it.
    """
    heard = [one for report, group in scene.matter.items() for one in heard_in(report, group, scene)]
    sure, tellings = rules_of(heard, scene, weights, frame)
    barred = barred_of(heard, tellings)
    if trees is None:
        likely = _by_rules(heard, sure, tellings, thresholds.perhaps_one)
        barred[likely >= 1.0] = 0.0
    else:
        likely = likelihoods(features(heard, sure, tellings, together), len(heard), trees)
    nearest = _nearest(heard, nearness(scene.matter, together), thresholds.occasion_nearness)

    def told(least: float) -> list[list[int]]:
        return [group for group in grouped(likely, barred, least) if any(heard[i].said.id in nearest for i in group)]

    groups = told(thresholds.one_occasion)
    stated = [group for group in groups if any(_known(heard[i], scene) for i in group)]
    occasions = [occasion_of([heard[i] for i in group], scene) for group in stated]
    of_statement = {heard[i].said.id: o.id for o, group in zip(occasions, stated, strict=True) for i in group}
    return Origins(
        occasions=tuple(occasions),
        of_report=_of_reports(heard, of_statement),
        of_statement=of_statement,
        interval=(min(len(groups), len(told(thresholds.perhaps_one))), len(groups)),
        echoes=_echoes(heard, groups, scene),
        heard=tuple(heard),
        source_of={one.said.id: source.said.id for one in heard if (source := tellings.source_of(one))},
    )


def rules_of(heard: Sequence[Heard], scene: Scene, weights: Weights, frame: Frame) -> tuple[Sets[int], Tellings]:
    """What the rules make one of what is heard, and the rules."""
    tellings = Tellings(scene, heard, weights, frame)
    return _sure(heard, tellings), tellings


def _by_rules(heard: Sequence[Heard], sure: Sets[int], tellings: Tellings, perhaps: float) -> Matrix:
    """1 for two voices that surely go back to one occasion, and as much as is needed for two that may; n × n."""
    likely = np.zeros((len(heard), len(heard)))
    for i, j in combinations(range(len(heard)), 2):
        maybe = perhaps if tellings.maybe_one(heard[i], heard[j]) else 0.0
        likely[i, j] = likely[j, i] = 1.0 if sure.united(i, j) else maybe
    return likely


def barred_of(heard: Sequence[Heard], tellings: Tellings) -> Matrix:
    """1 for two voices that cannot go back to one occasion; n × n."""
    barred = np.zeros((len(heard), len(heard)))
    for i, j in combinations(range(len(heard)), 2):
        barred[i, j] = barred[j, i] = tellings.surely_two(heard[i], heard[j])
    return barred


def grouped(likely: Matrix, barred: Matrix, least: float) -> list[list[int]]:
    """The voices of one occasion each, by their places.

    Args:
        likely: How likely two of them go back to one occasion, n × n.
        barred: 1 for two that cannot, else 0; n × n.
        least: How likely, on the average, two groups must be to be one.
    """
    return sorted(joined_apart([[i] for i in range(len(likely))], likely, barred, least))


def _sure(heard: Sequence[Heard], tellings: Tellings) -> Sets[int]:
    """What is surely of one occasion; two persons are not made one by an office that both speak for."""
    sure = Sets(range(len(heard)))
    for i, j in combinations(range(len(heard)), 2):
        if not sure.united(i, j) and tellings.surely_one(heard[i], heard[j]) and not _two_persons(i, j, heard, sure):
            sure.unite(i, j)
    return sure


def _two_persons(i: int, j: int, heard: Sequence[Heard], sure: Sets[int]) -> bool:
    groups = sure.groups()
    ours, theirs = (next(group for group in groups if n in group) for n in (i, j))
    return any(same_voice(heard[a].voice, heard[b].voice) is False for a in ours for b in theirs if (a, b) != (i, j))


def _nearest(heard: Sequence[Heard], near: Mapping[str, float], least: float) -> frozenset[str]:
    """The statements by which voices are heard that are, of what their reports have, the nearest to the matter or as good as that."""
    best: dict[str, float] = {}
    for one in heard:
        best[one.report] = max(near[one.said.id], best.get(one.report, near[one.said.id]))
    enough = {report: min(value, least * value) for report, value in best.items()}
    return frozenset(one.said.id for one in heard if near[one.said.id] >= enough[one.report])


def _known(one: Heard, scene: Scene) -> bool:
    """Whether a report lets on where it has something from: a voice, an agency, or its own eyes."""
    return one.voice is not None or one.witness or bool(one.carriers) or scene.agency(one.report) is not None


def _of_reports(heard: Sequence[Heard], of_statement: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in heard:
        if one.said.id in of_statement:
            found.setdefault(one.report, of_statement[one.said.id])
    return found


def _echoes(heard: Sequence[Heard], groups: Sequence[Sequence[int]], scene: Scene) -> tuple[str, ...]:
    first = {heard[min(group)].report for group in groups}
    return tuple(report for report in scene.reports if report not in first)


def matter(scene: Scene, origins: Origins) -> Matter:
    """The record of a scene's matter."""
    members = tuple(one.id for group in scene.matter.values() for one in in_order(group))
    first = main_of(next(iter(scene.matter.values())))
    return Matter(
        id=content_id("matter", ",".join(sorted(members))),
        statements=members,
        reports=tuple(scene.matter),
        occasions=origins.occasions,
        origins=origins.interval,
        echoes=origins.echoes,
        label=text_of(first.text, first.parts),
    )
