"""Whether two deeds are done by one: what their agents are called held against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from accordingto.compare.called import called, nations, registered, somebody
from accordingto.compare.deeds import Deed, deeds
from accordingto.compare.kindred import rows_of
from accordingto.compare.naming import Naming, named
from accordingto.compare.normalise import same_name, stem
from accordingto.compare.sides import Side
from accordingto.model import Span

if TYPE_CHECKING:
    from accordingto.resources.comparison import Comparison


class Alike(StrEnum):
    """What two agents are to each other."""

    SAME = "same"
    OTHER = "other"
    OPEN = "open"
    """One of them tells nobody from another."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Who does a deed."""

    deed: Deed
    naming: Naming
    telling: frozenset[str]
    """Stems that tell whom it is from others."""
    names: frozenset[str]
    """Those that are names of their own."""
    nations: frozenset[str]
    """The adjectives of states in it."""
    party: bool
    """Whether it holds a name or a noun of a party."""
    actors: frozenset[str]
    """Ids of the actors of the registry that it names."""

    @property
    def whose(self) -> bool:
        """Whether somebody is only told by whom he belongs to: "her command"."""
        return self.deed.agent[0].word in _WHOSE and not self.names


def agents(side: Side) -> Sequence[Agent]:
    """The agents of the deeds of a side."""
    return side.once(_agents)


def _agents(side: Side) -> Sequence[Agent]:
    words, made = side.frame.words, []
    for deed in deeds(side):
        naming = named(side.said, deed.agent, words, side.frame.abbreviations) or _asked(side, deed)
        if naming is not None:
            made.append(_agent(side, deed, naming))
    return [agent for agent in made if agent.party or agent.deed.verb.word not in words.compared.doing.bound]


def _agent(side: Side, deed: Deed, naming: Naming) -> Agent:
    words, short = side.frame.words, side.frame.abbreviations
    folk = nations(side, naming)
    names = called(side, naming) - vague_of(words) - state_of(words) - folk
    names = names.union(*(short[name] for name in names if name in short))
    party = somebody(side, naming)
    return Agent(deed, naming, _telling(deed, naming, words), names, folk, party, registered(side, naming))


_WHOSE = frozenset("his her their its our my your".split())


def _telling(deed: Deed, naming: Naming, words: Comparison) -> frozenset[str]:
    """The stems of a naming that tell somebody from others."""
    telling = frozenset(n for n in naming.names - vague_of(words) if not n.isdigit())
    inner = {token.stem for token in deed.agent} & inner_of(words)
    return telling - blows_of(words) or telling | inner


def _asked(side: Side, deed: Deed) -> Naming | None:
    """Who is asked for: "it was not clear who had shot"."""
    if deed.agent[0].word != "who":
        return None
    span = Span(deed.agent[0].start, deed.agent[0].end)
    return Naming(span, span.of(side.text), frozenset())


@lru_cache(maxsize=4)
def blows_of(words: Comparison) -> frozenset[str]:
    """The stems of nouns of what falls on somebody."""
    return frozenset(map(stem, words.blows))


@lru_cache(maxsize=4)
def vague_of(words: Comparison) -> frozenset[str]:
    """The stems of words that tell nobody from another."""
    return frozenset(map(stem, (*words.compared.doing.vague, *words.general_nouns)))


@lru_cache(maxsize=4)
def inner_of(words: Comparison) -> frozenset[str]:
    """The stems of causes that lie in the thing itself."""
    return frozenset(map(stem, words.compared.doing.inner))


@lru_cache(maxsize=4)
def state_of(words: Comparison) -> frozenset[str]:
    """The stems of words for those whom a state acts through."""
    return frozenset(map(stem, words.compared.doing.state))


def one_deed(mine: Agent, other: Agent) -> bool:
    """Whether two do one deed; of parties any kindred words tell, of others only those of the lexicon of deeds."""
    return bool(mine.deed.rows & other.deed.rows) or (
        mine.party and other.party and bool(mine.deed.kin & other.deed.kin)
    )


def alike(a: Side, mine: Agent, b: Side, other: Agent) -> Alike | None:
    """Whether two agents are one; ``None`` where they cannot be held against each other, since one of them or both tell too little."""
    words = a.frame.words
    if mine.naming.span.of(a.text).casefold() == other.naming.span.of(b.text).casefold():
        return Alike.SAME
    if mine.actors & other.actors:
        return Alike.SAME
    if not mine.telling and not other.telling:
        return None
    if not mine.telling or not other.telling:
        return None if _known(mine) or _known(other) else Alike.OPEN
    blows = blows_of(words)
    for one, two in ((mine, other), (other, mine)):
        if one.telling <= blows and two.party and not two.telling <= blows:
            return None
    if mine.nations and other.nations and not _share(mine.nations, other.nations):
        return Alike.OTHER
    if mine.names and other.names:
        return Alike.SAME if _share(mine.names, other.names) else Alike.OTHER
    if _share(mine.telling, other.telling):
        return Alike.SAME
    if _of_state(a, mine) and _of_state(b, other):
        return Alike.OPEN if mine.names or other.names else Alike.SAME
    if a.said.report == b.said.report and bool(mine.names) != bool(other.names):
        return Alike.OPEN
    if _kindred(mine.telling, other.telling, words):
        return Alike.SAME
    inner = inner_of(words)
    return Alike.OPEN if mine.telling & inner and other.telling & inner else Alike.OTHER


def acts_elsewhere(a: Side, mine: Agent, b: Side, other: Agent) -> bool:
    """Whether who acts on this side is named on that as well, as somebody who does something else."""
    return any(alike(a, mine, b, one) is Alike.SAME for one in agents(b) if one is not other and not one.deed.denied)


def _known(agent: Agent) -> bool:
    """Whether somebody is spoken of as known, though only by a general word: "the fighters"."""
    return not agent.telling and agent.deed.agent[0].word in ("the", "these", "those", "they")


def _share(mine: frozenset[str], other: frozenset[str]) -> bool:
    return any(same_name(x, y) for x in mine for y in other)


def _of_state(side: Side, agent: Agent) -> bool:
    """Whether somebody is named by a word for those whom a state acts through."""
    return bool({token.stem for token in agent.deed.agent} & state_of(side.frame.words))


def _kindred(mine: frozenset[str], other: frozenset[str], words: Comparison) -> bool:
    return bool(rows_of(mine, words) & rows_of(other, words))
