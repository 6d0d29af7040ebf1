"""None of a thing against a number of it: "nobody was hurt", "not on a single occasion", "all are safe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from accordingto.compare.finding import Finding, Weight, finding
from accordingto.compare.kindred import rows_of
from accordingto.compare.normalise import Token, stem
from accordingto.compare.sides import Side
from accordingto.compare.tallies import Sort, Tally, parties_among, same_party, tallies
from accordingto.model import Slot, Span

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_NONE = re.compile(
    r"\b(?:nobody|no[ -]one|none|not (?:a single|one|a) (?:soul|person|man|woman)|not a single|not one|without (?:any )?|zero|no)\b"
    r"(?!\s+(?:more|fewer|less|later|earlier|longer|doubt|matter|wonder|but|other|sooner|idea|such)\b)",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"\b(?:not|n[’']t|never|cannot)\b((?:\s+[\w’'-]+){0,9}?)\s+"
    r"(?:(?:even )?once|on (?:a single|any|one) occasion|a single (?:time|shot|round|shell)|at any time)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|everyone|everybody|both|each)\b", re.IGNORECASE)
WITHIN = 7
"""Words behind "no" or "nobody" in which it is said what there is none of."""


@dataclass(frozen=True, slots=True)
class Nil:
    """What a side says that there is none of."""

    span: Span
    harms: frozenset[str]
    heads: frozenset[str]
    """Stems of who was not harmed, or of what was never done."""
    never: bool
    who: frozenset[str]


def nil_findings(a: Side, b: Side) -> list[Finding]:
    """What one side has none of and the other a number; "all 23 are safe" gives a number itself."""
    for nil, tally, turned in _pairs(a, b):
        if _cannot_both(a, nil, tally):
            slot = (
                Slot.NUMBER
                if any(nil.span.contains(t.quantity.span) for t in tallies(b if turned else a))
                else Slot.POLARITY
            )
            spans = ((tally.quantity.span,), (nil.span,)) if turned else ((nil.span,), (tally.quantity.span,))
            return [finding(slot, Weight.APART, (a.said, spans[0]), (b.said, spans[1]))]
    return []


def _pairs(a: Side, b: Side) -> list[tuple[Nil, Tally, bool]]:
    ours, theirs = nils(a), nils(b)
    found = [(nil, tally, False) for nil in ours for tally in tallies(b)] if ours else []
    return found + ([(nil, tally, True) for nil in theirs for tally in tallies(a)] if theirs else [])


def nils(side: Side) -> tuple[Nil, ...]:
    """What a side has none of, in order."""
    return side.once(_nils)


def _nils(side: Side) -> tuple[Nil, ...]:
    found: list[Nil] = []
    for part in side.said.parts:
        found += [nil for m in _NONE.finditer(side.text, part.start, part.end) if (nil := _none(side, m, part))]
        found += [_never(side, m) for m in _NEVER.finditer(side.text, part.start, part.end)]
        found += [nil for m in _ALL.finditer(side.text, part.start, part.end) if (nil := _all_safe(side, m, part))]
    return tuple(found)


def _after(side: Side, start: int, end: int) -> list[Token]:
    """The words behind a place, up to where the clause ends."""
    kept: list[Token] = []
    edge = start
    for token in (t for t in side.said.tokens if start <= t.start < end):
        if (
            re.search(r"[.,;:!?–—]", side.text[edge : token.start])
            or token.word in side.frame.words.clause_breaks
            or len(kept) == WITHIN
        ):
            break
        kept.append(token)
        edge = token.end
    return kept


def _none(side: Side, match: re.Match[str], part: Span) -> Nil | None:
    """None of a harm: "no deaths", "nobody was hurt", "not a single man was injured"."""
    tokens = _after(side, match.end(), part.end)
    kinds = side.frame.words.harms.items()
    at = next((i for i, t in enumerate(tokens) if any(t.word in named for _, named in kinds)), None)
    if at is None:
        return None
    harms = frozenset(kind for kind, named in kinds if any(t.word in named for t in tokens[at : at + 3]))
    if tokens[at].word == "casualties":
        harms |= {"killed", "injured"}
    heads = frozenset(t.stem for t in tokens[:at] if t.word not in side.frame.words.function_words)
    return Nil(Span(match.start(), tokens[at].end), harms, heads, False, frozenset())


def _counted(side: Side, tokens: Sequence[Token]) -> frozenset[str]:
    """The stems of the noun phrase that some words open with."""
    words = side.frame.words
    phrase = [*dropwhile(lambda t: t.word in ("of", "the", "its", "their", "our"), tokens)]
    named = takewhile(lambda t: t.word not in words.function_words and t.word not in words.verbs, phrase)
    return frozenset(t.stem for t in named if not t.word[0].isdigit() and t.word not in words.quantities.words)


def _never(side: Side, match: re.Match[str]) -> Nil:
    verbs = [
        t
        for t in side.said.tokens
        if match.start(1) <= t.start < match.end(1) and t.word not in side.frame.words.function_words
    ]
    before = [t for t in side.said.tokens if side.said.sentence.start <= t.start < match.start()]
    heads = frozenset(t.stem for t in verbs)
    return Nil(Span(match.start(), match.end()), frozenset(), heads, True, parties_among(side, before))


def _all_safe(side: Side, match: re.Match[str], part: Span) -> Nil | None:
    """Everybody safe: none of any harm."""
    tokens = _after(side, match.end(), part.end)
    edge = tokens[-1].end if tokens else match.end()
    safe = side.frame.words.safe.search(side.text, match.end(), edge)
    if safe is None or re.search(r"\bnot\b|n[’']t\b", side.text[max(0, match.start() - 5) : safe.start()]):
        return None
    heads = _counted(side, tokens) if match[0].lower() in ("all", "both") else frozenset()
    return Nil(
        Span(match.start(), safe.end()),
        frozenset(["killed", "injured", "missing"]),
        heads,
        False,
        frozenset(),
    )


def _cannot_both(side: Side, nil: Nil, tally: Tally) -> bool:
    if tally.quantity.high < 1 or tally.quantity.size < 1 or tally.quantity.measure is not None:
        return False
    if nil.never:
        return _done_after_all(side, nil, tally)
    worse = "killed" in tally.harms and "injured" in nil.harms
    return (bool(nil.harms & tally.harms) or worse) and _may_be_one(side, nil.heads, tally)


def _done_after_all(side: Side, nil: Nil, tally: Tally) -> bool:
    """Whether a number is one of what was never done: of how often, or by the same party."""
    same = same_party(nil.who, tally.who)
    kin = rows_of(nil.heads, side.frame.words)
    if tally.sort is Sort.OFTEN:
        return same or not (nil.who and tally.who)
    return bool(nil.heads & tally.heads or kin & tally.kin or tally.sort is Sort.BARE) and same


def _may_be_one(side: Side, heads: frozenset[str], tally: Tally) -> bool:
    """Whether who was not harmed may be who is counted: no civilian says nothing of soldiers."""
    anybody = _anybody(side.frame.words)
    ours, theirs = heads - anybody, tally.heads - anybody
    if not ours or not theirs or ours & theirs:
        return True
    return bool(rows_of(ours, side.frame.words) & tally.kin)


@lru_cache(maxsize=4)
def _anybody(words: Comparison) -> frozenset[str]:
    """The stems of words that tell nobody from another."""
    return frozenset(map(stem, words.counted["anybody"]))
