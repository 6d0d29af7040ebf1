"""The control slot: who holds a place after what is said."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.compare.acting import agent
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.naming import Naming, named, same_actor
from accordingto.compare.sides import Side
from accordingto.model import Aux, Control, ControlStatus, Slot, Spans, overlap, spans_of

_HAS = (ControlStatus.HOLDS, ControlStatus.GAINS)
_HAS_NOT = (ControlStatus.LOSES, ControlStatus.WITHDRAWS)


@dataclass(frozen=True, slots=True)
class Holding:
    """A party that has a place, or has it no longer, after what a side says."""

    holder: Naming
    has: bool
    spans: Spans
    status: ControlStatus


def control_findings(a: Side, b: Side) -> list[Finding]:
    """Two parties that both have the place, or one that has it and has it not."""
    if a.said.report == b.said.report:
        return []  # a headline may name the holder by what it is; another actor is told as that
    ours, theirs = holdings(a), holdings(b)
    words = a.frame.words
    agreed = any(
        one.has and other.has and same_actor(one.holder, other.holder, words) is True
        for one in ours
        for other in theirs
    )
    if agreed:
        return []
    for one in ours:
        for other in theirs:
            same = same_actor(one.holder, other.holder, words)
            if (one.has and other.has and same is False) or (one.has != other.has and same is True):
                return [finding(Slot.CONTROL, Weight.APART, (a.said, one.spans), (b.said, other.spans))]
    return []


def holdings(side: Side) -> list[Holding]:
    """Who has a place and who no longer, by the reading's records of control."""
    found = []
    for record in side.said.account.control:
        if record.statement != side.said.id or not record.asserted or record.aux in (Aux.FUTURE, Aux.HYPOTHETICAL):
            continue
        if record.status in (*_HAS, *_HAS_NOT) and overlap(record.trigger, side.said.parts):
            found += _of_record(side, record)
    return found


def _of_record(side: Side, record: Control) -> list[Holding]:
    has = (record.status in _HAS) != (record.aux is Aux.NEGATED)
    made = []
    if not record.holders and record.status is ControlStatus.HOLDS and (naming := agent(side)) is not None:
        return [Holding(naming, has, tuple(sorted({naming.span, *record.trigger})), record.status)]
    for holder in record.holders:
        spans = spans_of(holder.evidence)
        tokens = [t for t in side.said.tokens if any(s.start <= t.start and t.end <= s.end for s in spans)]
        naming = named(side.said, tokens, side.frame.words, side.frame.abbreviations)
        if naming is not None and spans:
            made.append(Holding(naming, has, tuple(sorted((*spans, *record.trigger))), record.status))
    return made
