"""Which statements of a story are about one thing: put forward, denied, counted anew or withdrawn.

Statements are grouped by average linkage (Sokal and Michener 1958) over what they have in common: the weighted words of
`accordingto.compare.candidates`, one quotation under two wordings, and what their contents mean. A report mostly tells a thing once. So
groups of which no report tells both by one voice, and a statement of no group that is nearest of its report to one which the report
lacks, are taken together where less is alike: who denies a thing or counts it anew does so in other words. Similarity brings statements
together and says nothing of whether they agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from accordingto.compare.belonging import near_to, with_lone, with_near
from accordingto.compare.linkage import Matrix, average_linkage, joined_apart
from accordingto.compare.said import Said
from accordingto.compare.speakers import same_voice
from accordingto.compare.thresholds import Thresholds
from accordingto.compare.together import Together

Group = dict[str, list[Said]]
"""The statements on one thing, by report in canonical order; those of a report that are nearest to what others tell first, the headline's
last."""


def matters_of(said: Mapping[str, Sequence[Said]], together: Together, *, thresholds: Thresholds) -> list[Group]:
    """Group the statements of some reports.

    Args:
        said: The statements, by report in canonical order.
        together: How likely any two are about one thing.
        thresholds: What has to be reached.

    Returns:
        The groups that two reports share, or that stand in headline and body of one; those told by most reports first.
    """
    every, alike = together.every, together.likely
    if len(every) < 2:
        return []
    clusters = average_linkage(alike, thresholds.matter_similarity)
    clusters = joined_apart(clusters, alike, _told_twice(every), thresholds.apart_similarity)
    clusters = [with_near(members, alike, every, thresholds.second_matter) for members in clusters]
    clusters = with_lone(clusters, alike, every, thresholds)
    groups = (_group(members, alike, every, said) for members in clusters)
    shared = [group for group in groups if len(group) > 1 or _in_headline_and_body(group)]
    return sorted(shared, key=lambda group: -len(group))  # stable: the earliest told first where as many have it


def _told_twice(every: Sequence[Said]) -> Matrix:
    """1 for two statements in the body of one report by one voice, or of which one has none; n × n.

    They would be one thing told twice; two voices may tell of one thing, as where a report gives both sides.
    """
    bodies: dict[str, list[int]] = {}
    for i, one in enumerate(every):
        if not one.headline:
            bodies.setdefault(one.report, []).append(i)
    found = np.zeros((len(every), len(every)))
    for body in bodies.values():
        for i, j in combinations(body, 2):
            found[i, j] = found[j, i] = not _of_two_voices(every[i], every[j])
    return found


def _of_two_voices(a: Said, b: Said) -> bool:
    """Whether two statements both have a voice, and these are not known to be one."""
    ours, theirs = a.statement.voices, b.statement.voices
    return bool(ours and theirs) and same_voice(ours[-1], theirs[-1]) is not True


def nearness(group: Mapping[str, Sequence[Said]], together: Together) -> dict[str, float]:
    """How near each statement of a matter, by its id, is to the nearer half of what other reports tell of it."""
    every = [one for members in group.values() for one in members]
    near = near_to(range(len(every)), together.among(every), every)
    return {one.id: float(value) for one, value in zip(every, near, strict=True)}


def _group(members: Sequence[int], alike: Matrix, every: Sequence[Said], said: Mapping[str, Sequence[Said]]) -> Group:
    near = near_to(members, alike, every)

    def standing(i: int) -> tuple[bool, float, int, int, str]:
        """The body before the headline, the nearest first, of those as near the fullest."""
        one = every[i]
        return one.headline, -float(near[i]), -len(one.forms), one.statement.content[0].start, one.id

    ordered = [every[i] for i in sorted(members, key=standing)]
    found = {report: [one for one in ordered if one.report == report] for report in said}
    return {report: group for report, group in found.items() if group}


def _in_headline_and_body(group: Group) -> bool:
    return any({one.headline for one in members} == {True, False} for members in group.values())


def main(group: Group) -> dict[str, Said]:
    """For each report of a matter the statement that stands for it."""
    return {report: members[0] for report, members in group.items()}
