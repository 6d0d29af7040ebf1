"""What is not so by other means than a negation: states that cannot both be, and a voice that calls it false."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.sides import Side
from accordingto.model import Act, Slot, Span, spans_of

_NONE = {"no": "", "none": "", "nothing": "thing", "nobody": "one", "no one": "one"}
_ALL = {"every": "", "all": "", "each": "", "everything": "thing", "everybody": "one", "everyone": "one"}
"""What is said of none, and what of all; with what is counted where the word says that itself."""

_SUBJECTS = ("he", "she", "it", "they")
OPENING = 2
"""Words among which such a subject comes, over "that"."""


def contrary_findings(a: Side, b: Side) -> list[Finding]:
    """States of one thing that cannot both be, or a side that is called false on the whole."""
    return _states(a, b) or _false(a, b)


def none_and_all(a: Side, b: Side) -> list[Finding]:
    """What is said of none of a thing and of all, be it that not all: "let no cargo through", "not let every cargo through"."""
    for one, other in ((_NONE, _ALL), (_ALL, _NONE)):
        ours, theirs = _quantified(a, one), _quantified(b, other)
        both = ours.keys() & theirs.keys()
        if both and not both & (_quantified(a, other).keys() | _quantified(b, one).keys()):
            key = min(both)
            return [finding(Slot.POLARITY, Weight.APART, (a.said, (ours[key],)), (b.said, (theirs[key],)))]
    return []


def _quantified(side: Side, words: Mapping[str, str]) -> dict[tuple[str, str], Span]:
    """What some words are said of: the noun behind them, or the verb before them and what they stand for themselves."""
    found: dict[tuple[str, str], Span] = {}
    for before, token, after in zip(
        (None, *side.said.tokens), side.said.tokens, (*side.said.tokens[1:], None), strict=False
    ):
        stands_for = words.get(token.word)
        beside = before if stands_for else after
        if stands_for is not None and beside is not None:
            found.setdefault((beside.stem, stands_for), Span(token.start, token.end))
    return found


def _states(a: Side, b: Side) -> list[Finding]:
    if not _on_one_thing(a, b):
        return []
    for one, two in _contrary_words(a, b):
        if not _turned(a, one) and not _turned(b, two):
            return [finding(Slot.POLARITY, Weight.APART, (a.said, (one,)), (b.said, (two,)))]
    return []


def _contrary_words(a: Side, b: Side) -> Iterator[tuple[Span, Span]]:
    """The words by which one side tells a state and the other its contrary, where neither tells both."""
    ours, theirs = a.once(_told), b.once(_told)
    for number in sorted(ours.keys() & theirs.keys()):
        (so, other), (their_so, their_other) = ours[number], theirs[number]
        if so and their_other and not (other or their_so):
            yield so, their_other
        elif other and their_so and not (so or their_other):
            yield other, their_so


def _told(side: Side) -> Mapping[int, tuple[Span | None, Span | None]]:
    """Where a side tells states and their contraries, by the number of the pair, those that it does not tell left out."""
    made = {
        number: (side.first(so), side.first(other))
        for number, (so, other) in enumerate(side.frame.words.compared.contraries)
    }
    return {number: found for number, found in made.items() if any(found)}


_AGAIN = re.compile(r"resum|reopen|restor|back on", re.IGNORECASE)
"""What is so again was not so before: who resumes had stopped."""


def agreed_states(a: Side, b: Side) -> bool:
    """Whether one side negates a state and the other tells its contrary: "not suspended", "goes on"."""
    for one, two in _contrary_words(a, b):
        if _turned(a, one) != _turned(b, two):
            return not any(_AGAIN.match(span.of(side.text)) for side, span in ((a, one), (b, two)))
    return False


def _turned(side: Side, span: Span) -> bool:
    """Whether a word of a state is negated, or a small word of it stands beside a negation."""
    inside = [one for one in side.seen if span.overlaps(one.at)]
    return any(one.turned_round for one in inside) if inside else side.negated


def _on_one_thing(a: Side, b: Side) -> bool:
    """Whether two sides share a word of content, or words that can stand for one another, or one is of somebody named before."""
    if any(token.word in _SUBJECTS for side in (a, b) for token in side.said.tokens[:OPENING]):
        return True
    function = a.frame.words.function_words
    return bool(a.kin & b.kin) or any(token.stem in b.stems for token in a.content if token.word not in function)


def _false(a: Side, b: Side) -> list[Finding]:
    """One side denies, and the other neither denies nor negates anything."""
    one, other = denial(a), denial(b)
    if (one is None) == (other is None) or (b if one else a).negated:
        return []
    ours, theirs = ((one,) if one else a.said.parts), ((other,) if other else b.said.parts)
    return [finding(Slot.POLARITY, Weight.APART, (a.said, ours), (b.said, theirs))]


def denial(side: Side) -> Span | None:
    """The words by which a side says that something is not so; ``None`` where it does not."""
    found = side.first(side.frame.words.compared.falsehood)
    if found is not None and not side.negated:
        return found
    if side.said.statement.act is Act.DENY and side.said.statement.voices:
        cue = spans_of(side.said.statement.innermost.cue)
        return cue[0] if cue else None
    return None
