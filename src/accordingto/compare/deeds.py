"""Who does what in a statement: each deed with the words that name its agent, be the sentence active, passive or cleft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from accordingto.compare.kindred import rows_of
from accordingto.compare.normalise import Token
from accordingto.compare.sides import Side
from accordingto.compare.stretch import ARTICLES, NOT, Stretch, deeds_of, stems_of, stretches

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison

_WORK = frozenset("work doing deed act handiwork".split())
"""… of somebody."""
_FOR, _OF = -1, -2
"""Rows beside those of the lexicon: whom a thing is for, and whose it is."""
_BEHIND = frozenset("responsible behind blame".split())
"""… for what is done."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, or a noun for a deed, and who is said to do it."""

    verb: Token
    rows: frozenset[int]
    """The rows of deeds that it stands in."""
    kin: frozenset[int | str]
    """Its stem, and the rows of kindred words that it stands in."""
    agent: tuple[Token, ...]
    denied: bool
    """Whether it is said that this was not so."""
    passive: bool = False
    """Whether it is told of whom it is done to, so that a negation denies that as well."""


def deeds(side: Side) -> tuple[Deed, ...]:
    """The deeds of a side whose agents are named."""
    return side.once(_deeds)


def _deeds(side: Side) -> tuple[Deed, ...]:
    return tuple(
        deed for stretch in stretches(side) for deed in (*_laid_on(stretch), *_meant_for(stretch), *_of_verbs(stretch))
    )


def _of_verbs(stretch: Stretch) -> Iterator[Deed]:
    """The deeds that verbs tell; who is named once does what two joined verbs say."""
    last: tuple[Token, ...] = ()
    for i in range(len(stretch.tokens)):
        if not stretch.verb(i):
            continue
        start = stretch.before(i)
        subject, denied = stretch.subject(start)
        agent = _agent(stretch, start, i, subject or _shared(stretch, start, last))
        if not stretch.passive(start, i):
            last = subject or last
        denied = denied or any(t.word in NOT or t.word.endswith("n't") for t in stretch.tokens[start:i])
        if asked := stretch.asked(start):
            agent, denied = asked, False
        if agent and agent[0].word in NOT:
            agent, denied = agent[1:], True
        if agent:
            yield replace(_deed(stretch, i, subject, agent, denied), passive=stretch.passive(start, i))


def _shared(stretch: Stretch, start: int, last: tuple[Token, ...]) -> tuple[Token, ...]:
    """The subject of the verb before, where the two are joined."""
    return last if start and stretch.tokens[start - 1].word in ("and", "but", "then") else ()


def _agent(stretch: Stretch, start: int, i: int, subject: tuple[Token, ...]) -> tuple[Token, ...]:
    """Who or what does what a verb says."""
    if itself := stretch.of_itself(i):
        return itself
    if stretch.passive(start, i):
        return stretch.behind(i) or stretch.from_whom(i)
    return stretch.met(i) or (subject if stretch.acts(i, subject) else stretch.from_whom(i))


def _deed(stretch: Stretch, i: int, subject: Sequence[Token], agent: tuple[Token, ...], denied: bool) -> Deed:
    """A deed; a verb that says no more than that one is done tells those of the nouns of the statement: "set fire", "shots came"."""
    words, verb = stretch.side.frame.words, stretch.tokens[i]
    light = verb.stem in stems_of(words.compared.doing.light)
    nouns = stretch.side.said.tokens if light else subject if verb.stem == "come" else ()
    telling = [verb, *(noun for noun in nouns if noun is not verb and noun.stem in deeds_of(words))]
    return Deed(verb, *_kinds(telling, words), agent, denied)


def _kinds(tokens: Sequence[Token], words: Comparison) -> tuple[frozenset[int], frozenset[int | str]]:
    rows = frozenset(row for token in tokens for row in deeds_of(words).get(token.stem, ()))
    stems = frozenset(token.stem for token in tokens)
    return rows, stems | rows_of(stems, words)


def _meant_for(stretch: Stretch) -> Iterator[Deed]:
    """Whom a thing is for or belongs to: "arms destined for the Front", "the lorry belongs to the army"."""
    doing = stretch.side.frame.words.compared.doing
    for i, token in enumerate(stretch.tokens[:-2]):
        row = _FOR if token.word in doing.meant | doing.bound else _OF if token.word in doing.belonging else None
        agent = stretch.phrase(i + 2) if row is not None and stretch.tokens[i + 1].word in ("for", "to") else ()
        if agent and row is not None:
            denied = any(t.word in NOT for t in stretch.tokens[max(0, i - 3) : i])
            yield Deed(token, frozenset([row]), frozenset([token.stem]), agent, denied)


def _laid_on(stretch: Stretch) -> Iterator[Deed]:
    """Deeds that a noun tells and somebody is said to be behind: "the fire was the work of", "the army was to blame for"."""
    words = stretch.side.frame.words
    nouns = [token for token in stretch.tokens if token.stem in deeds_of(words)]
    for i, token in enumerate(stretch.tokens[:-1] if nouns else ()):
        agent, denied = _laid_by(stretch, i)
        if agent:
            yield Deed(token, *_kinds(nouns, words), agent, denied)


def _laid_by(stretch: Stretch, i: int) -> tuple[tuple[Token, ...], bool]:
    """On whom a word lays the deeds that are named beside it, and whether it does so with a negation."""
    word, after = stretch.tokens[i].word, stretch.tokens[i + 1].word
    if word in _WORK and after == "of" and i and stretch.tokens[i - 1].word in ARTICLES:
        return stretch.phrase(i + 2), any(token.word in NOT for token in stretch.tokens[max(0, i - 3) : i])
    start = stretch.before(i)
    if word in _BEHIND and start < i and after in ("for", "the", "this", "it"):
        agent, denied = stretch.subject(start)
        return agent, denied or any(token.word in NOT for token in stretch.tokens[start:i])
    if word in stretch.side.frame.words.compared.doing.blaming:
        if stretch.passive(start, i):
            return stretch.subject(start)
        agent = stretch.phrase(i + 1)
        of = next((k for k, token in enumerate(agent) if token.word == "of"), len(agent))
        return agent[:of] if word.startswith("accus") else agent, False
    return (), False
