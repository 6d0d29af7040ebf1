"""The polarity slot: how often what is said is turned round, in the clause that two statements share.

A negator turns what follows it in its clause; two cancel, so that "does not rule out strikes" leaves strikes open while
"has no intention of striking" does not. Negators are read from the cue too: "denied striking", "ruled out striking".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.contrast import contrasts
from accordingto.compare.kindred import kin_of, root
from accordingto.compare.normalise import Canon, Token, tokens_of
from accordingto.compare.said import Said
from accordingto.model import Span, Spans, spans_of

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_NO_NEGATION = re.compile(
    r"(?:no|nobody|none|nothing|no one) (?:but|other than|except)\b"
    r"|(?:no|not) (?:more|fewer|less|later|earlier|only|least|longer than|matter|doubt|sooner|wonder|(?:the )?\d+)\b",
    re.IGNORECASE,
)
"""Bounds, additions, exceptions and other numbers that only look like negations: "no fewer than", "not only", "nobody but the army",
"sixteen, not 18"."""
_BACKWARD = ("nothing", "nobody", "none", "no")
"""Negators that also turn the verb before them: "will surrender nothing", "killed no civilians"."""
_CONCORD = (*_BACKWARD[:3], "nor")
"""A second one of these in a clause turns nothing back: "will give up nothing and surrender nothing"."""
_LED = re.compile(
    r"(?:\b(?:with|by|in|at|for|of|from|under|on|to|and|or|there (?:is|was|were|are))|[,–—])\s*$", re.IGNORECASE
)
"""… unless a preposition leads to them, or they begin anew: "left with no losses", "two hurt and nobody dead"."""

CUE_WORDS = 2
"""Words before a cue in which its own negation is sought."""


@dataclass(frozen=True, slots=True)
class Pole:
    """Polarity of one statement over some shared words: +1 or −1, the negators that make it, and a word they turn."""

    sign: int
    negators: Spans
    turned: Span


@dataclass(frozen=True, slots=True)
class Seen:
    """A content word and the negators in force where it stands."""

    form: str
    kin: frozenset[int | str]
    """The rows of words that can stand for it, and its root."""
    name: bool
    at: Span
    negators: tuple[Span, ...]
    clause: int = 0
    """The number of its clause."""

    @property
    def turned_round(self) -> bool:
        """Whether what it says is negated in the end."""
        return len(self.negators) % 2 == 1


def turned_between(ours: Sequence[Seen], theirs: Sequence[Seen]) -> tuple[Pole, Pole] | None:
    """The polarities of two statements over the words they share, as `seen` gives them; ``None`` where none is negated or they disagree.

    Each shared word that is negated on either side votes with the negators in force where it stands; a word that stands on both
    sides with one polarity somewhere is not turned. Names vote only where no other word does. A tie is no finding.
    """
    votes = [pair for one in ours if (pair := _vote(one, ours, theirs))]
    votes = [pair for pair in votes if not pair[0].name] or votes
    turned = [(x, y) for x, y in votes if len(x.negators) % 2 != len(y.negators) % 2]
    if not votes or 2 * len(turned) == len(votes):
        return None
    kept = turned if 2 * len(turned) > len(votes) else [pair for pair in votes if pair not in turned]
    return _pole([x for x, _ in kept]), _pole([y for _, y in kept])


def _vote(one: Seen, ours: Sequence[Seen], theirs: Sequence[Seen]) -> tuple[Seen, Seen] | None:
    """A word with its like on the other side, one of the same polarity if there is; ``None`` where neither is negated.

    A word that is said both ways on one side ("it keeps them alive, it does not keep them healthy") is turned by neither.
    """
    like = [other for other in theirs if other.form == one.form] or [
        x for x in theirs if not one.name and x.kin & one.kin
    ]
    other = min(like, key=lambda x: x.turned_round != one.turned_round, default=None)
    if other is None or not (one.negators or other.negators):
        return None
    both = other.turned_round != one.turned_round and any(
        x.form == one.form and x.turned_round == other.turned_round for x in ours
    )
    return None if both else (one, other)


NEAR, SUBJECT = 2, 4
"""How many words behind it a negator turns first; behind one that opens its clause the noun comes before the verb. On the open
stories of evals/travel 73 of 100 contradictions are right so, 70 if any word of the clause may be the one that is turned."""


def denies(ours: Sequence[Seen], theirs: Sequence[Seen]) -> bool:
    """Whether one statement says what a negator of the other turns first, and negates none of what that turns.

    "No surgeon was on duty when the shell hit the camp" turns the surgeon and the duty; it denies nothing that is said of the camp.
    """
    return _denies(ours, theirs) or _denies(theirs, ours)


def _denies(ours: Sequence[Seen], theirs: Sequence[Seen]) -> bool:
    """Whether the other statement says what one negates; names alone are nothing."""
    said, negated = ([one for one in theirs if one.turned_round is turned] for turned in (False, True))
    for negator in {span for one in ours if one.turned_round for span in one.negators}:
        turned = [one for one in ours if one.turned_round and negator in one.negators]
        agreed = any(one.form == other.form for one in turned for other in negated if not one.name)
        if not agreed and any(_like(one, other) for one in _first(negator, turned, ours) for other in said):
            return True
    return False


def _first(negator: Span, turned: Sequence[Seen], ours: Sequence[Seen]) -> Sequence[Seen]:
    """What a negator turns first: the words right behind it, and the one before it where it turns that as well."""
    after = [one for one in turned if one.at.start >= negator.start and not (one.name or one.form[0].isdigit())]
    before = [one for one in turned if one.at.start < negator.start and not one.name]
    opens = bool(after) and not any(one.at.start < negator.start for one in ours if one.clause == after[0].clause)
    return [*before[-1:], *after[: SUBJECT if opens else NEAR]]


def _like(one: Seen, other: Seen) -> bool:
    return one.form == other.form or (not one.name and bool(one.kin & other.kin))


def _pole(words: Sequence[Seen]) -> Pole:
    deepest = max(words, key=lambda word: len(word.negators))
    return Pole(-1 if len(deepest.negators) % 2 else 1, tuple(sorted(set(deepest.negators))), deepest.at)


def seen(said: Said, canon: Canon, words: Comparison) -> list[Seen]:
    """The content words of a statement in clause order, each with its negators."""
    text, content = said.text, said.parts
    carried = _of_cue(said, words)
    inside = negators_among(said.tokens, text, words)
    active: list[Span] = [span for span in carried if not any(span.overlaps(part) for part in content)]
    base = tuple(active)
    found: list[Seen] = []
    clause = 0
    rows = kin_of(words)
    set_off = {t.start: one.negator for one in contrasts(said.tokens, text, words) for t in (*one.words, *one.denied)}
    for token in said.tokens:
        if token.start in set_off:
            found += _set_off(token, set_off[token.start], canon, rows)
            continue
        if _opens_clause(token, text, words) or _breaks(text, token, content):
            active, clause = list(base), len(found)
        here = [span for span in inside if span.start <= token.start < span.end and span not in active]
        if token.word in _CONCORD and active != [*base]:
            here = []
        active += here
        if here and token.word in _BACKWARD and not _LED.search(text, max(0, token.start - 12), token.start):
            found[clause:] = [replace(one, negators=(*one.negators, *here)) for one in found[clause:]]
        form = canon.of(token)
        if form is not None and not any(span.start <= token.start < span.end for span in inside):
            at, name = Span(token.start, token.end), token.capital and not _opens(token, content)
            found.append(Seen(form, _kin(token, rows), name, at, tuple(active), clause))
    return found


def _set_off(token: Token, negator: Span, canon: Canon, rows: Mapping[str, frozenset[int]]) -> Iterator[Seen]:
    """A word of a phrase that is set off as not so: nothing else is turned there."""
    form = canon.of(token)
    if form is not None and not negator.start <= token.start < negator.end:
        at = Span(token.start, token.end)
        yield Seen(form, _kin(token, rows), token.capital, at, (negator,), token.start)


def _kin(token: Token, rows: Mapping[str, frozenset[int]]) -> frozenset[int | str]:
    return rows.get(token.stem, frozenset()) | {root(token.stem)}


def _opens(token: Token, content: Spans) -> bool:
    return any(part.start == token.start for part in content)


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


_YET = re.compile(r"(?:[,;:.–—]|\band)\s+$|^\s*$")
"""What stands before a "yet" that goes on to something else; in "not yet left" and "has yet to leave" it does not."""


def _opens_clause(token: Token, text: str, words: Comparison) -> bool:
    if token.word == "yet" and not _YET.search(text[max(0, token.start - 6) : token.start]):
        return False
    return token.word in words.clause_breaks


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
