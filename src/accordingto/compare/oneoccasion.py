"""How likely two voices on a matter, in two reports, go back to one occasion, by all that lets on where words come from.

What lets it on are numbers: what the rules of `accordingto.compare.tellings` make of the two, who is heard and how he is called, the way
between the two reports and what else they have in common, the words, the slots in which they differ, and how long lies between. How much
each tells is learnt on stories of which it is known what goes back to what (`training/occasion.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from accordingto.compare.accounts import apart, published
from accordingto.compare.candidates import similarity
from accordingto.compare.heard import SPEAKERS, Heard, hears
from accordingto.compare.linkage import Matrix
from accordingto.compare.outlets import same_outlet
from accordingto.compare.scene import Scene, voices_in
from accordingto.compare.sets import Sets
from accordingto.compare.speakers import called, same_voice
from accordingto.compare.tellings import Tellings
from accordingto.compare.together import Together
from accordingto.model import LineageKind, RelationKind, Slot

if TYPE_CHECKING:
    from accordingto.resources.trees import Trees

FAR = 4
"""Steps between two reports, voices, edges and ranks from which on it is all the same how many."""

LATE = 240.0
"""Hours from which on it is all the same how many lie between two reports."""

FEW = 64
"""Pairs up to which asking one by one is faster than asking for all."""

_KINDS = (RelationKind.REWORDS, RelationKind.NARROWS, RelationKind.CONTRADICTS, RelationKind.UPDATES)
_SLOTS = (Slot.POLARITY, Slot.NUMBER)

Row = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Told:
    """What is looked up once for each voice."""

    one: Heard
    place: int
    """That of its report among those of the scene's handful."""
    above: frozenset[str]
    """The reports that its report goes back to."""
    credited: Sequence[str]
    known: int
    """How many reports at hand its report has something from."""
    away: int
    """How many that are not at hand."""
    own: bool
    has: bool
    agency: bool
    beside: int
    """How many voices its report has on the matter."""


class Ties:
    """How much any two reports of a handful have in common, whatever the matter."""

    def __init__(self, scene: Scene, together: Together) -> None:
        self._scene = scene
        self._near = _near(scene, together)
        self._voices = {report: frozenset(called(v) for v in voices_in(scene.said[report])) for report in scene.matter}

    def near(self, a: str, b: str) -> float:
        """How likely, on the average of the statements of a, b tells the same."""
        return self._near[a].get(b, 0.0) if a in self._near else 0.0

    def lead(self, a: str, b: str, earlier: Sequence[str]) -> float:
        """How much nearer a is to b than to all else that was out."""
        return self.near(a, b) - max((self.near(a, other) for other in earlier if other != b), default=0.0)

    def voices(self, a: str, b: str) -> float:
        """Share of the voices of a that b hears too."""
        ours, theirs = self._voices[a], self._voices[b]
        return len(ours & theirs) / max(1, len(ours))

    def both_hear(self, a: str, b: str) -> int:
        """How many voices both hear."""
        return len(self._voices[a] & self._voices[b])


def _near(scene: Scene, together: Together) -> dict[str, dict[str, float]]:
    """For each report of a matter and every other how likely, on the average, what the one tells is told by the other too."""
    reports = np.array([one.report for one in together.every])
    if not len(reports):
        return {}
    starts = np.flatnonzero(np.r_[True, reports[1:] != reports[:-1]])
    found = {}
    for report in scene.matter:
        rows = np.flatnonzero(reports == report)
        if len(rows):
            means = np.maximum.reduceat(together.likely[rows], starts, axis=1).mean(axis=0)
            found[report] = {str(name): round(float(v), 6) for name, v in zip(reports[starts], means, strict=True)}
    return found


def likelihoods(rows: Mapping[tuple[int, int], Row], size: int, trees: Trees) -> Matrix:
    """The likelihoods by the numbers of `features`: size × size, symmetric, 0 for two voices of one report."""
    likely = np.zeros((size, size))
    for (i, j), answer in zip(rows, _answers([*rows.values()], trees), strict=True):
        likely[i, j] = likely[j, i] = round(answer, 6)
    return likely


def _answers(rows: Sequence[Row], trees: Trees) -> list[float]:
    if len(rows) <= FEW:
        return [trees.likely(row) for row in rows]
    sums = trees.sums(np.array([[row[name] for name in trees.features] for row in rows]))
    answers: list[float] = (1 / (1 + np.exp(-sums[:, 0]))).tolist()
    return answers


def features(
    heard: Sequence[Heard], sure: Sets[int], tellings: Tellings, together: Together
) -> dict[tuple[int, int], Row]:
    """What lets on whether two voices of two reports go back to one occasion, by their places in what is heard.

    Args:
        heard: The voices, in canonical order.
        sure: What the rules make one.
        tellings: The rules.
        together: How likely any two statements are about one thing.
    """
    scene = tellings.scene
    ties = Ties(scene, together)
    told = [_told(one, heard, tellings) for one in heard]
    alike = np.zeros((len(heard), len(heard)))
    pairs = [(i, j) for i, j in combinations(range(len(heard)), 2) if heard[i].report != heard[j].report]
    for i, j in pairs:
        alike[i, j] = alike[j, i] = similarity(heard[i].said, heard[j].said, tellings.weights)
    found = {}
    for i, j in pairs:
        a, b = told[i], told[j]
        others = [alike[k, j] for k in range(len(heard)) if told[k].place < b.place and k != i]
        found[i, j] = {
            "united": float(sure.united(i, j)),
            "alike": float(alike[i, j]),
            "alike.lead": float(alike[i, j] - max(others, default=0.0)),
            "alike.rank": float(min(FAR, sum(other > alike[i, j] for other in others))),
            "likely": together.pair(a.one.said, b.one.said),
            "scene": float(len(scene.matter)),
            **_ruled(a.one, b.one, tellings),
            **_voices(a, b, scene),
            **_ways(a, b, scene),
            **_reports(a, b, ties, scene),
            **_said(a, b, tellings),
        }
    return found


def _told(one: Heard, heard: Sequence[Heard], tellings: Tellings) -> _Told:
    scene = tellings.scene
    edges = scene.edges(one.report)
    return _Told(
        one=one,
        place=scene.hand.places[one.report],
        above=frozenset(scene.ancestors(one.report)),
        credited=tellings.credited(one),
        known=sum(edge.known for edge in edges),
        away=sum(not edge.known for edge in edges),
        own=tellings.reports_itself(one.report),
        has=tellings.has_itself(one),
        agency=scene.agency(one.report) is not None,
        beside=sum(other.report == one.report for other in heard),
    )


def _ruled(a: Heard, b: Heard, tellings: Tellings) -> Row:
    """What the rules say of the two."""
    ours, theirs = tellings.source_of(a), tellings.source_of(b)
    return {
        "sure": float(tellings.surely_one(a, b)),
        "maybe": float(tellings.maybe_one(a, b)),
        "source": float(theirs is a),
        "source.other": float(theirs is not None and theirs is not a),
        "source.one": float(ours is not None and ours is theirs),
    }


def _voices(a: _Told, b: _Told, scene: Scene) -> Row:
    """Who is heard: kinds of voices in the order of `SPEAKERS`, one more for none."""
    voices = same_voice(a.one.voice, b.one.voice)
    return {
        "voice": 0.0 if voices is None else 1.0 if voices else -1.0,
        "voice.a": _kind(a.one),
        "voice.b": _kind(b.one),
        "named.b": float(bool(b.one.voice and b.one.voice.source.name)),
        "hears.a": float(hears(b.one.report, a.one, scene)),
        "hears.b": float(hears(a.one.report, b.one, scene)),
        "beside.a": float(min(FAR, a.beside)),
        "beside.b": float(min(FAR, b.beside)),
        "carriers.b": float(min(FAR, len(b.one.carriers))),
        "witness.b": float(b.one.witness),
    }


def _kind(one: Heard) -> float:
    return float(SPEAKERS.index(one.voice.source.kind) if one.voice else len(SPEAKERS))


def _ways(a: _Told, b: _Told, scene: Scene) -> Row:
    """How the reports hang together by lineage."""
    edge = next((e for e in scene.edges(b.one.report) if e.known and e.target == a.one.report), None)
    return {
        "edge": 0.0 if edge is None else 2.0 if edge.kind is LineageKind.COPIES else 1.0,
        "edge.score": edge.score if edge else 0.0,
        "steps": float(_steps(b.one.report, a.one.report, scene)),
        "above.both": float(bool(a.above & b.above)),
        "tied": float(scene.tied(a.one.report, b.one.report)),
        "edges.a": float(min(FAR, a.known)),
        "edges.b": float(min(FAR, b.known)),
        "away.b": float(min(FAR, b.away)),
        "agency.b": float(b.agency),
        "credited": float(a.one.report in b.credited),
        "own.a": float(a.own),
        "own.b": float(b.own),
        "has.a": float(a.has),
        "has.b": float(b.has),
        "outlet": float(same_outlet(scene.outlet(a.one.report), scene.outlet(b.one.report))),
    }


def _steps(report: str, other: str, scene: Scene) -> int:
    """How many edges lead from a report up to another; `FAR` where none do."""
    here, steps = {report}, 0
    while here and other not in here and steps < FAR:
        here = {edge.target for one in here for edge in scene.edges(one) if edge.known}
        steps += 1
    return steps if other in here else FAR


def _reports(a: _Told, b: _Told, ties: Ties, scene: Scene) -> Row:
    """What else the two reports have in common, and how long lies between them."""
    one, other = a.one.report, b.one.report
    earlier = [report for report, place in scene.hand.places.items() if place < b.place]
    out, later = (published(scene.hand.accounts[report].report) for report in (one, other))
    hours = apart(out, later).total_seconds() / 3600 if out and later else -1.0
    return {
        "near": ties.near(other, one),
        "near.back": ties.near(one, other),
        "near.lead": ties.lead(other, one, earlier),
        "words": scene.hand.copies.share(other, one),
        "voices": ties.voices(other, one),
        "voices.back": ties.voices(one, other),
        "voices.both": float(min(FAR, ties.both_hear(one, other))),
        "hours": min(LATE, hours),
        "between": float(b.place - a.place),
        "place.b": float(b.place),
    }


def _said(a: _Told, b: _Told, tellings: Tellings) -> Row:
    """How what is said compares, how long it is and where it stands in its report."""
    kind, found = tellings.relation_of(a.one, b.one)
    slots = {difference.slot for difference in found.differences}
    return {
        **{str(one): float(kind is one) for one in _KINDS},
        **{str(slot): float(slot in slots) for slot in _SLOTS},
        "differences": float(len(found.differences)),
        "at.a": round(_at(a.one), 4),
        "at.b": round(_at(b.one), 4),
        "length.a": float(len(a.one.said.tokens)),
        "length.b": float(len(b.one.said.tokens)),
    }


def _at(one: Heard) -> float:
    return one.said.parts[0].start / max(1, len(one.said.text))
