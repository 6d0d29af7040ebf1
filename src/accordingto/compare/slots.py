"""Two statements compared slot by slot. Similarity only finds candidates; what they differ in is told by their slots alone."""

from __future__ import annotations

import re

from accordingto.compare.acting import actor_findings, denied_of_another
from accordingto.compare.certainty import certainty_findings
from accordingto.compare.contrary import agreed_states, contrary_findings, none_and_all
from accordingto.compare.contrasted import contrast_findings, tellings
from accordingto.compare.disclaimed import disclaimer_findings
from accordingto.compare.excluding import weighed
from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.holding import control_findings
from accordingto.compare.kinds import kind_of
from accordingto.compare.nils import nil_findings
from accordingto.compare.numbering import number_findings
from accordingto.compare.placing import place_findings
from accordingto.compare.polarity import Pole, denies, turned_between
from accordingto.compare.said import Said
from accordingto.compare.sides import Frame as Frame  # noqa: PLC0414
from accordingto.compare.sides import Side
from accordingto.compare.timing import When, apart
from accordingto.compare.unknowns import question_findings
from accordingto.model import Difference, Form, Relation, Slot, hull, text_of

NEGATION_WORDS = 5
"""Negators that stand further apart are named one by one."""

OPENING = 2
"""Words at the beginning of a content among which "that" or "when" opens the content itself."""

TOLD = 2
"""Words of a main clause that the other side must tell for a time behind another clause to be that of both."""

BY = "compare/slots-2"


def relation(a: Said, b: Said, score: float, frame: Frame, *, on_one_thing: bool = False) -> Relation:
    """Compare two statements on one subject.

    Args:
        a: The earlier, or the one that was taken from; of one report that in the body.
        b: The other.
        score: The similarity that made them candidates.
        frame: What the comparisons of a handful share.
        on_one_thing: Whether the two are known to be about one thing; then whether both can be so is also weighed by what was learnt.
    """
    found = found_between(a, b, frame, on_one_thing=on_one_thing)
    kind = kind_of(frame.side(a), frame.side(b), found)
    return Relation(a.id, b.id, kind, tuple(f.difference for f in found), round(min(1.0, score), 4), BY)


def found_between(a: Said, b: Said, frame: Frame, *, on_one_thing: bool = False) -> list[Finding]:
    """The `findings` of two statements, weighed where they are known to be about one thing; made once."""
    pair = (a.id, a.parts, b.id, b.parts, on_one_thing)
    found = frame.found.get(pair)
    if found is None:
        one, other = frame.side(a), frame.side(b)
        found = weighed(one, other, found_between(a, b, frame)) if on_one_thing else findings(one, other)
        frame.found[pair] = found
    return found


def differences(a: Said, b: Said, frame: Frame) -> tuple[Difference, ...]:
    """The slots in which two statements differ, with the words on both sides."""
    return tuple(found.difference for found in findings(frame.side(a), frame.side(b)))


def findings(a: Side, b: Side) -> list[Finding]:
    """The differences of two sides with their weight, the graver first."""
    if asked := question_findings(a, b):
        return asked
    found = [
        *control_findings(a, b),
        *actor_findings(a, b),
        *_polarity(a, b),
        *number_findings(a, b),
        *place_findings(a, b),
        *_time(a, b),
        *certainty_findings(a, b),
        *_quote(a, b),
    ]
    return sorted(found, key=lambda one: [*Weight].index(one.weight))


def _polarity(a: Side, b: Side) -> list[Finding]:
    if denied_of_another(a, b):
        return []
    return (
        none_and_all(a, b)
        or nil_findings(a, b)
        or contrast_findings(a, b)
        or disclaimer_findings(a, b)
        or _turned(a, b)
    )


def _turned(a: Side, b: Side) -> list[Finding]:
    ours_seen, theirs_seen = tellings(a, b)
    poles = turned_between(ours_seen, theirs_seen)
    if poles is None:
        return contrary_findings(a, b)
    if poles[0].sign == poles[1].sign:
        return []
    if agreed_states(a, b):
        return []
    if not denies(ours_seen, theirs_seen):
        return contrary_findings(a, b)
    one, other = poles
    ours, theirs = one.negators or (one.turned,), other.negators or (other.turned,)
    values = _pole_value(a.text, one), _pole_value(b.text, other)
    return [finding(Slot.POLARITY, Weight.APART, (a.said, ours), (b.said, theirs), values)]


def _pole_value(text: str, pole: Pole) -> str:
    """The negators with what stands between them and the word they turn: "no intention", "not rule out striking"."""
    if not pole.negators:
        return pole.turned.of(text)
    whole = hull(pole.negators)
    following = re.match(r"\s+\w+", text[whole.end :])
    near = len(whole.of(text).split()) <= NEGATION_WORDS
    return whole.of(text) + (following[0] if following else "") if near else text_of(text, pole.negators)


def _time(a: Side, b: Side) -> list[Finding]:
    """Days that no time of the other side allows."""
    ours, theirs = (_of_main_clause(one) or _closing(one, other) for one, other in ((a, b), (b, a)))
    if not ours or not theirs or not all(apart(mine, other) for mine in a.times for other in b.times):
        return []
    return [finding(Slot.TIME, Weight.APART, (a.said, (ours[0].span,)), (b.said, (theirs[0].span,)))]


_MEANWHILE = re.compile(r"(?:when|while|where)\b|\w+ (?:was|were) (?:\w+ )?\w+ing\b")
"""How a clause begins that goes on while the main one happens: "who were queueing"."""


def _closing(one: Side, other: Side) -> list[When]:
    """The only time of a side, at the very end of a clause on what goes on meanwhile, where the other side tells its main clause too."""
    part = one.said.parts[-1]
    if len(one.times) != 1 or one.text[one.times[0].span.end : part.end].strip(" .”"):
        return []
    breaks = [start for start in _breaks(one) if start > part.start]
    if not breaks or not _MEANWHILE.match(one.text, breaks[-1]):
        return []
    told = [token for token in one.content if part.start <= token.start < breaks[0] and other.tells(token)]
    return [*one.times] if len(told) >= TOLD else []


def _of_main_clause(side: Side) -> list[When]:
    """The times before which no other clause opens: "a ship that was kept from port on Saturday" was not given its waiver then."""
    breaks = _breaks(side)
    return [when for when in side.times if not any(start < when.span.start for start in breaks)]


def _breaks(side: Side) -> list[int]:
    """Where other clauses than the main one begin."""
    return [
        token.start
        for part in side.said.parts
        for token in [t for t in side.said.tokens if part.start <= t.start < part.end][OPENING:]
        if token.word in side.frame.words.clause_breaks or token.word == "that"
    ]


def _quote(a: Side, b: Side) -> list[Finding]:
    """Two quotations of which one is not the other cut short."""
    if not a.said.statement.form is b.said.statement.form is Form.DIRECT:
        return []
    ours, theirs = ([token.word for token in side.said.tokens] for side in (a, b))
    short, long = sorted((ours, theirs), key=len)
    if any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return []
    one, other = ((side.said, side.said.statement.content) for side in (a, b))
    return [finding(Slot.QUOTE, Weight.OTHERWISE, one, other)]
