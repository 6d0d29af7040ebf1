"""Whether the later of two statements tells of a later state or takes the other back, weighed by all that speaks for it.

The rules of `accordingto.compare.lapse` are one of the numbers; others are words of change and of correction in the later statement's
sentence, beside it and in its headline, what it names as not so, who speaks, how many days lie between and whether its outlet had told
of the story before. How much each tells is learnt (`training/relating.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.compare.finding import Finding
from accordingto.compare.heard import Heard
from accordingto.compare.lapse import Lapse, changes_in, phrases_in, says, sentences_beside
from accordingto.compare.lineage import WITHDRAWN_WITHIN
from accordingto.compare.said import Said
from accordingto.compare.scene import Scene
from accordingto.compare.sides import Side
from accordingto.compare.slots import Frame
from accordingto.compare.traits import Traits, earlier_of_house, manner, slots_found, voices
from accordingto.model import RelationKind

LAPSED = {RelationKind.UPDATES: 1.0, RelationKind.WITHDRAWS: 2.0}
"""What the rules said, as a number."""

_FOLLOWING = re.compile(r"\s+((?:[\w’'.,-]+\s*){1,5})")
"""The words behind one that leads to what is not so."""
_TELLING = 4
"""Letters from which on a word is told of again by itself; figures always are."""


def changes(a: Heard, b: Heard, rule: RelationKind, found: Sequence[Finding], scene: Scene, frame: Frame) -> Traits:
    """The numbers that tell whether b, the later, is an update or a withdrawal of a.

    Args:
        a: The earlier statement.
        b: The later one.
        rule: What the rules say that b is to a.
        found: What they differ in.
        scene: The reports.
        frame: What comparisons share.
    """
    one, other = frame.side(a.said), frame.side(b.said)
    numbers = changes_in([each.difference for each in found], frame.words)
    told, later = one.once(_told), other.once(_told)
    mine, its = (phrases_in(x.said, frame.words.lapsing) for x in (a, b))
    made = {
        "rule": LAPSED.get(rule, 0.0),
        **slots_found(found),
        **voices(a, b, scene),
        "house.earlier": earlier_of_house(b, scene),
        "number.more": 1 in numbers,
        "number.less": -1 in numbers,
        "lapse.a": len(mine - its),
        "lapse.b": len(its - mine),
        "instead.a": _named_as_not_so(b.said, one),
        "instead.b": _named_as_not_so(a.said, other),
        **{f"a.{name}": told[name] for name in _OF_THE_EARLIER},
        **{f"b.{name}": value for name, value in later.items()},
    }
    return {name: float(value) for name, value in made.items()}


_OF_THE_EARLIER = ("ahead", "over", "denied", "change", "right", "own.notice", "own.up")


def _told(side: Side) -> Traits:
    """What a statement, the sentences beside it and its report tell of change and of correction."""
    one, words, signs = side.said, side.frame.words, side.frame.words.signs
    sentence, beside, headline = one.sentence.of(one.text), sentences_beside(one), one.text.partition("\n")[0]
    opening, lapse, how = one.text[:WITHDRAWN_WITHIN], Lapse(words), side.once(manner)
    return {
        **{name: how[name] for name in ("ahead", "over", "denied")},
        "lapse.headline": says(headline, words.lapsing),
        "lapse.beside": says(beside, words.lapsing),
        "lapse.rising": says(sentence, words.rising),
        "lapse.falling": says(sentence, words.falling),
        "lapse.handing": says(sentence, words.handing),
        "lapse.lasting": says(sentence, words.lasting),
        "change": len(signs.changing.findall(sentence)),
        "change.beside": len(signs.changing.findall(beside)),
        "change.headline": len(signs.changing.findall(headline)),
        "right": len(signs.righting.findall(sentence)),
        "right.beside": len(signs.righting.findall(beside)),
        "right.headline": len(signs.righting.findall(headline)),
        "right.opening": len(signs.righting.findall(opening)),
        "own.notice": lapse.gives_notice(one),
        "own.up": lapse.owns_up(one),
        "own.beside": says(beside, words.owning),
        "own.anywhere": says(one.text, words.owning),
        "own.corrects": bool(words.credits.correcting.search(opening)),
        "own.withdraws": bool(words.credits.withdrawing.search(opening)),
        "otherwise": len(signs.otherwise.findall(sentence)),
        "earlier": len(signs.earlier.findall(sentence)),
    }


def _named_as_not_so(one: Said, by: Side) -> int:
    """How many of a statement's words the sentence of another names, in one go, as what is not so."""
    named = by.once(_named)
    if not named:
        return 0
    own = {token.word for token in one.tokens if len(token.word) >= _TELLING or token.word[0].isdigit()}
    return max(sum(word in own for word in some) for some in named)


def _named(side: Side) -> list[list[str]]:
    """The words that a statement's sentence names as what is not so, each time that it does."""
    text = side.said.sentence.of(side.text)
    follow = (_FOLLOWING.match(text, led.end()) for led in side.frame.words.signs.otherwise.finditer(text))
    return [[word.strip(".,").lower() for word in found[1].split()] for found in follow if found]
