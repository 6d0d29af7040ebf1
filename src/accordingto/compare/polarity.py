"""The polarity slot: how often what is said is turned round, in the clause that two statements share.

A negator turns what follows it in its clause; two cancel, so that "does not rule out strikes" leaves strikes open while
"has no intention of striking" does not. Negators are read from the cue too: "denied striking", "ruled out striking".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.compare.said import Said
from accordingto.model import Span, Spans, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_NO_NEGATION = re.compile(r"(?:no|not) (?:more|fewer|less|later|earlier|only|least|longer than)\b", re.IGNORECASE)
"""Bounds and additions that only look like negations: "no fewer than", "not only"."""

CUE_WORDS = 2
"""Words before a cue in which its own negation is sought."""


@dataclass(frozen=True, slots=True)
class Pole:
    """Polarity of one statement over some shared words: +1 or −1, the negators that make it, and a word they turn."""

    sign: int
    negators: Spans
    turned: Span


@dataclass(frozen=True, slots=True)
class _Seen:
    """A content word and the negators in force where it stands."""

    form: str
    at: Span
    negators: tuple[Span, ...]


def compared(a: Said, b: Said, canon: Canon, words: Comparison) -> tuple[Pole, Pole] | None:
    """The polarities of two statements over the words they share; ``None`` where none is negated or they disagree.

    Each shared word that is negated on either side votes with the negators in force where it stands; a tie is no
    finding.
    """
    ours, theirs = _seen(a, canon, words), _seen(b, canon, words)
    votes = [(x, y) for x in ours for y in theirs if x.form == y.form and (x.negators or y.negators)]
    turned = [(x, y) for x, y in votes if len(x.negators) % 2 != len(y.negators) % 2]
    if not votes or 2 * len(turned) == len(votes):
        return None
    kept = turned if 2 * len(turned) > len(votes) else [pair for pair in votes if pair not in turned]
    return _pole([x for x, _ in kept]), _pole([y for _, y in kept])


def _pole(seen: Sequence[_Seen]) -> Pole:
    deepest = max(seen, key=lambda word: len(word.negators))
    return Pole(-1 if len(deepest.negators) % 2 else 1, tuple(sorted(set(deepest.negators))), deepest.at)


def _seen(said: Said, canon: Canon, words: Comparison) -> list[_Seen]:
    """The content words of a statement in clause order, each with its negators."""
    text, content = said.text, said.parts
    carried = _of_cue(said, words)
    inside = negators_among(said.tokens, text, words)
    active: list[Span] = [span for span in carried if not any(span.overlaps(part) for part in content)]
    base = tuple(active)
    found: list[_Seen] = []
    for token in said.tokens:
        if token.word in words.clause_breaks or _breaks(text, token, content):
            active = list(base)
        here = [span for span in inside if span.start <= token.start < span.end]
        active += [span for span in here if span not in active]
        form = canon.of(token)
        if form is not None and not here:
            found.append(_Seen(form, Span(token.start, token.end), tuple(active)))
    return found


def _of_cue(said: Said, words: Comparison) -> tuple[Span, ...]:
    """The negators of the innermost cue and of the words right before it, if a negating verb is among them."""
    cue = spans_of(said.statement.innermost.cue) if said.statement.voices else ()
    parts = tuple(Span(_words_back(said.text, part.start), part.end) for part in cue)
    found = negators(said.text, parts, words)
    spoken = any(span.of(said.text).lower() in words.negating_verbs for span in found)
    return tuple(found) if spoken else ()


def _words_back(text: str, start: int) -> int:
    """Where the words right before a cue begin that could negate it: "did not" before "rule out"."""
    before = re.search(rf"(?:[\w’']+ ){{0,{CUE_WORDS}}}$", text[max(0, start - 40) : start])
    return start - len(before[0]) if before else start


def _breaks(text: str, token: Token, content: Spans) -> bool:
    """Whether a sentence, a semicolon or a new part of the content ends right before a token."""
    gap = re.search(r"[^\w]*$", text[max(0, token.start - 6) : token.start])
    return bool(gap and re.search(r"[.;!?]", gap[0])) or any(part.start == token.start for part in content[1:])


def negators(text: str, parts: Spans, words: Comparison) -> list[Span]:
    """The negating words and phrases inside some spans, none inside another."""
    return negators_among(tokens_of(text, parts), text, words)


def negators_among(tokens: Sequence[Token], text: str, words: Comparison) -> list[Span]:
    """The same among some tokens of a text."""
    found: list[Span] = []
    phrases = _by_first_word(words)
    for i, token in enumerate(tokens):
        if found and token.start < found[-1].end:
            continue
        span = _negator_at(tokens, i, phrases)
        if span is not None and not _NO_NEGATION.match(text, span.start):
            found.append(span)
    return found


def _negator_at(tokens: Sequence[Token], i: int, phrases: Mapping[str, Sequence[Sequence[str]]]) -> Span | None:
    """The longest negator that begins with a token."""
    for phrase in phrases.get(tokens[i].word, ()):
        if [token.word for token in tokens[i : i + len(phrase)]] == list(phrase):
            return Span(tokens[i].start, tokens[i + len(phrase) - 1].end)
    return Span(tokens[i].start, tokens[i].end) if tokens[i].word.endswith("n't") else None


@lru_cache(maxsize=4)
def _by_first_word(words: Comparison) -> Mapping[str, Sequence[Sequence[str]]]:
    """Negating phrases by their first word, the longest first."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted((*words.negating_verbs, *words.negators), key=lambda phrase: -len(phrase.split())):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found
