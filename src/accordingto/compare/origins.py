"""Origins: how many occasions stand behind a matter, at least and at most.

An occasion is where words were first said. It is sought for each voice of each report: a report may give both sides of a quarrel, and
then carries two. Two of them are *surely* one occasion where the lineage leads from one report to the other and the later one tells the
same thing, where the same words of one speaker are quoted, or where one speaker is heard in the same days. They *may* be one where
nothing speaks against it: the same speaker at another kind of occasion, a voice that is not named, a report that does not let on where it
has it from. The first kind joined gives the greatest number, both kinds joined the least,
in which what is only perhaps about the matter does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from accordingto.compare.candidates import Weights
from accordingto.compare.heard import Heard, heard_in
from accordingto.compare.matters import nearness
from accordingto.compare.occasions import occasion_of
from accordingto.compare.said import in_order, main_of
from accordingto.compare.scene import Scene
from accordingto.compare.sets import Sets
from accordingto.compare.slots import Frame
from accordingto.compare.speakers import same_voice
from accordingto.compare.tellings import Tellings
from accordingto.compare.thresholds import DEFAULTS, Thresholds
from accordingto.compare.together import Together
from accordingto.model import Matter, Occasion, content_id, text_of


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


def origins_of(
    scene: Scene,
    weights: Weights,
    frame: Frame,
    together: Together,
    thresholds: Thresholds = DEFAULTS,
) -> Origins:
    """Find the occasions behind a scene's matter.

    Args:
        scene: The matter.
        weights: How much a word tells.
        frame: What comparisons share.
        together: How likely any two statements are about one thing.
        thresholds: What has to be reached.
    """
    heard = [one for report, group in scene.matter.items() for one in heard_in(report, group, scene)]
    tellings = Tellings(scene, heard, weights, frame)
    sure = _sure(heard, tellings)
    near = nearness(scene.matter, together)
    nearest = _nearest(heard, near, thresholds.occasion_nearness)
    groups = [group for group in sure.groups() if any(heard[i].said.id in nearest for i in group)]
    stated = [group for group in groups if any(_known(heard[i], scene) for i in group)]
    occasions = [occasion_of([heard[i] for i in group], scene) for group in stated]
    of_statement = {heard[i].said.id: o.id for o, group in zip(occasions, stated, strict=True) for i in group}
    firm = _firm(heard, groups, near, thresholds.sure_occasion)
    return Origins(
        occasions=tuple(occasions),
        of_report=_of_reports(heard, of_statement),
        of_statement=of_statement,
        interval=(_least(heard, firm, tellings), len(groups)),
        echoes=_echoes(heard, groups, scene),
        heard=tuple(heard),
        source_of={one.said.id: source.said.id for one in heard if (source := tellings.source_of(one))},
    )


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


def _firm(
    heard: Sequence[Heard], groups: Sequence[Sequence[int]], near: Mapping[str, float], least: float
) -> list[Sequence[int]]:
    """The occasions of which something is surely about the matter; the nearest where none is."""
    score = [max(near[heard[i].said.id] for i in group) for group in groups]
    return [group for group, value in zip(groups, score, strict=True) if value >= min(least, max(score, default=0.0))]


def _known(one: Heard, scene: Scene) -> bool:
    """Whether a report lets on where it has something from: a voice, an agency, or its own eyes."""
    return one.voice is not None or one.witness or bool(one.carriers) or scene.agency(one.report) is not None


def _of_reports(heard: Sequence[Heard], of_statement: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in heard:
        if one.said.id in of_statement:
            found.setdefault(one.report, of_statement[one.said.id])
    return found


def _least(heard: Sequence[Heard], groups: Sequence[Sequence[int]], tellings: Tellings) -> int:
    """The number of occasions if all were one that may be."""
    heads = Sets([group[0] for group in groups])
    for one, other in combinations(groups, 2):
        if all(tellings.maybe_one(heard[i], heard[j]) for i in one for j in other):
            heads.unite(one[0], other[0])
    return len(heads.groups())


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
