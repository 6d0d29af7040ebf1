"""What is named only to say that it is not so: "in the yard of the bakery, not beside the school", "five and not seven"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Token
from accordingto.model import Span

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_INSTEAD = {"not": "", "rather": "than", "instead": "of", "opposed": "to"}
"""The word that sets a phrase off, and one that belongs to it."""
_JOINS = ("and", "but", "so", "therefore")
_PREPOSITIONS = frozenset(
    "in on at by from near beside inside outside behind under over between with for of into against".split()
)
_OPENS = _PREPOSITIONS.union(
    "a an the this that these those his her its their our my your any some men women people".split()
)
"""What opens a phrase that is no verb: "not by the army"; names and numbers do so too."""
LONGEST = 8
"""Words of such a phrase."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A phrase that is set off as not so, and the words before it in whose place it would stand."""

    words: tuple[Token, ...]
    """What sets it off: "not", "rather than"."""
    denied: tuple[Token, ...]
    before: tuple[Token, ...]

    @property
    def negator(self) -> Span:
        """The words that set it off, as one span."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def instead(self) -> tuple[Token, ...]:
        """What is said to be so in its place: what follows the same preposition before it, else all before it."""
        same = [i for i, token in enumerate(self.before) if token.word == self.denied[0].word in _PREPOSITIONS]
        return self.before[same[-1] + 1 :] if same else self.before[-LONGEST:]

    @property
    def span(self) -> Span:
        """It and the words that set it off."""
        return Span(self.words[0].start, self.denied[-1].end)


def contrasts(tokens: Sequence[Token], text: str, words: Comparison) -> list[Contrast]:
    """The phrases among some tokens that are set off as not so."""
    found: list[Contrast] = []
    for i, token in enumerate(tokens):
        if token.word in _INSTEAD and i and (made := _contrast(tokens, i, text, words)):
            found.append(made)
    return found


def _contrast(tokens: Sequence[Token], i: int, text: str, words: Comparison) -> Contrast | None:
    second = _INSTEAD[tokens[i].word]
    if second and (i + 1 == len(tokens) or tokens[i + 1].word != second):
        return None
    if not second and not _set_off(tokens, i, text, words):
        return None
    first = i + 2 if second else i + 1
    denied = _phrase(tokens, first, text, words)
    if not denied:
        return None
    return Contrast(tuple(tokens[i:first]), denied, _before(tokens, i, text))


def _set_off(tokens: Sequence[Token], i: int, text: str, words: Comparison) -> bool:
    """Whether a mark or a joining word stands before a "not", and no word that makes more of it behind."""
    if i + 1 == len(tokens) or not _opens(tokens[i + 1], words):
        return False
    if re.match(r"not a (?:single|word)\b", text[tokens[i].start :]):
        return False
    return tokens[i - 1].word in _JOINS or any(mark in _gap(text, tokens, i) for mark in ",–—(-")


def _opens(token: Token, words: Comparison) -> bool:
    number = token.word[0].isdigit() or token.word in words.quantities.words
    return token.capital or (number and token.word != "one") or token.word in _OPENS


def _before(tokens: Sequence[Token], i: int, text: str) -> tuple[Token, ...]:
    """What the sentence says before it."""
    first = i
    while first and not re.search(r"[.;!?]", _gap(text, tokens, first)):
        first -= 1
    return tuple(tokens[first:i])


def _gap(text: str, tokens: Sequence[Token], i: int) -> str:
    return text[tokens[i - 1].end : tokens[i].start]


def _phrase(tokens: Sequence[Token], first: int, text: str, words: Comparison) -> tuple[Token, ...]:
    """The words from one on up to a mark or a joining word; none where a verb is among them."""
    last = first
    while last < min(len(tokens), first + LONGEST):
        if last > first and (re.search(r"[^\w\s’']", _gap(text, tokens, last)) or tokens[last].word in _JOINS):
            break
        if tokens[last].word in words.clause_breaks:
            break
        last += 1
    phrase = tuple(tokens[first:last])
    return () if any(_verb(token, words) for token in phrase) else phrase


def _verb(token: Token, words: Comparison) -> bool:
    return token.word in words.verbs or (token.word.endswith(("ed", "ing")) and not token.capital)
