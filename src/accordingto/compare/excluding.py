"""Whether two statements on one thing cannot both be so, weighed by all that their slots tell, and in which slot then.

The slots of `accordingto.compare.slots` tell a difference where they can lay their finger on it. Much that cannot both be so is said in
words in which no slot sees it ("the fighters set the fire", "boys from the camp lit the school"), and some of what a slot sees is no
contradiction. How much each thing tells is learnt on stories whose true path is known (`training/excluding.py`): what the slots found, what
of the words of each the other has, how numbers and times stand to each other, and what is negated. It holds only of statements
that are about one thing: of two others it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from accordingto.compare.acting import agent
from accordingto.compare.finding import Finding, Weight, finding, gravest
from accordingto.compare.holding import holdings
from accordingto.compare.placing import places_of
from accordingto.compare.polarity import negators_among
from accordingto.compare.said import Said
from accordingto.compare.sides import Frame, Side
from accordingto.compare.speakers import same_voice
from accordingto.compare.verdict import cover, laid_out, numbers, times, turned
from accordingto.compare.wording import wording
from accordingto.model import Act, Difference, Form, Slot, Spans

DOUBTED = 0.2
"""Likelihood that both cannot be so under which what a slot found apart is none."""
SURE = 0.5
"""Likelihood above which they are apart though no slot found it."""

FOUND = (Slot.NUMBER, Slot.POLARITY, Slot.ACTOR, Slot.PLACE, Slot.TIME, Slot.CONTROL, Slot.CERTAINTY, Slot.QUOTE)
DIFFERING = (Slot.ACTOR, Slot.NUMBER, Slot.PLACE, Slot.TIME, Slot.POLARITY, Slot.CONTROL)
"""Slots in which two statements can exclude each other."""
TOLD = (
    "cover",
    "cover.first",
    "cover.second",
    "cover.missing_names",
    "words.other_names_alone",
    "numbers.least_apart",
    "numbers.most_apart",
    "numbers.fit_somewhere",
    "numbers.fit_nowhere",
    "numbers.within",
    "numbers.same",
    "times.apart",
    "turned",
    "negated",
    "negated.one",
    "negated.more",
    "runs.share",
    "runs.longest_share",
    "crossed",
)
"""Of the features of `accordingto.compare.verdict` those that are asked for, of either side against the other."""


def weighed(a: Side, b: Side, found: Sequence[Finding]) -> list[Finding]:
    """The differences of two sides that are about one thing, once it is weighed whether both can be so.

    Args:
        a: The earlier, or that of the body.
        b: The other.
        found: What the slots found. What they found one side to say more exactly stays as it is.
    """
    apart = [one for one in found if one.weight is Weight.APART]
    if not apart and any(one.weight is Weight.FINER for one in found):
        return [*found]
    given = features(a, b, found)
    excluded = a.frame.words.learnt.excluding.likely(given)
    if apart:
        return [*found] if excluded > DOUBTED else [one for one in found if one.weight is not Weight.APART]
    return [_difference(a, b, given), *found] if excluded > SURE else [*found]


def features(a: Side, b: Side, found: Sequence[Finding]) -> Mapping[str, float]:
    """The numbers that tell whether two sides on one thing exclude each other; the same whichever comes first."""
    grave = gravest(found)
    made = {f"found.{slot}": grave[slot] for slot in FOUND}
    ours, theirs = _told(a, b), _told(b, a)
    for name in TOLD:
        made[f"{name}.least"] = min(ours[name], theirs[name])
        made[f"{name}.most"] = max(ours[name], theirs[name])
    return {**made, **_beside(a, b)}


def _told(mine: Side, other: Side) -> Mapping[str, float]:
    laid = wording(mine, other)
    found = {
        **numbers(mine, other),
        **times(mine, other),
        **cover(mine, other, laid),
        **laid_out(mine, other, laid),
        **turned(mine, other),
    }
    return {name: float(found[name]) for name in TOLD}


def _beside(a: Side, b: Side) -> Mapping[str, float]:
    """What the statements are, and what they hold."""
    sides = (a, b)
    statements = [side.said.statement for side in sides]
    short, long = sorted(len(side.said.forms) for side in sides)
    voices = [statement.voices[-1] for statement in statements if statement.voices]
    same = same_voice(*voices) if len(voices) == len(sides) else None
    return {
        "one_report": a.said.report == b.said.report,
        "headline": any(side.said.headline for side in sides),
        "words.same": len(a.words & b.words) / max(1, len(a.words | b.words)),
        "words.least": short,
        "words.even": short / max(1, long),
        "direct": sum(statement.form is Form.DIRECT for statement in statements),
        "denies.one": sum(statement.act is Act.DENY for statement in statements) == 1,
        "voice": 0 if same is None else 1 if same else -1,
        "times.both": all(side.times for side in sides),
        "numbers.both": all(side.quantities for side in sides),
        "places.both": all(side.once(places_of) for side in sides),
        "held.both": all(side.once(holdings) for side in sides),
    }


def likeliest_difference(a: Said, b: Said, frame: Frame) -> Difference:
    """In what two statements that exclude each other most likely differ, where no slot found it."""
    one, other = frame.side(a), frame.side(b)
    return _difference(one, other, features(one, other, ())).difference


def _difference(a: Side, b: Side, given: Mapping[str, float]) -> Finding:
    """The difference in the slot that is likeliest to make the two exclude each other: what fills it, or else the whole statement."""
    scores = a.frame.words.learnt.differing.scores(given)
    slot = Slot(max(scores, key=lambda label: scores[label]))
    ours, theirs = fills(slot, a), fills(slot, b)
    if slot is Slot.POLARITY and ours and theirs:
        ours = theirs = ()  # where both negate something, neither negation tells that the other is not so
    ours, theirs = ours or a.said.parts, theirs or b.said.parts
    return finding(slot, Weight.APART, (a.said, ours), (b.said, theirs))


def fills(slot: Slot, side: Side) -> Spans:
    """The words of a side that fill one of the slots of `DIFFERING`; none where nothing does."""
    return _FILLS[slot](side)


def _actor(side: Side) -> Spans:
    naming = agent(side)
    return (naming.span,) if naming else ()


def _number(side: Side) -> Spans:
    return tuple(one.span for one in side.quantities[:1])


def _place(side: Side) -> Spans:
    return tuple(place.span for place in places_of(side)[:1])


def _time(side: Side) -> Spans:
    return tuple(when.span for when in side.times[:1])


def _polarity(side: Side) -> Spans:
    return tuple(sorted(set(negators_among(side.said.tokens, side.text, side.frame.words))))


def _control(side: Side) -> Spans:
    return next((one.spans for one in holdings(side)), ())


_FILLS: Mapping[Slot, Callable[[Side], Spans]] = {
    Slot.ACTOR: _actor,
    Slot.NUMBER: _number,
    Slot.PLACE: _place,
    Slot.TIME: _time,
    Slot.POLARITY: _polarity,
    Slot.CONTROL: _control,
}
