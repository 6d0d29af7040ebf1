"""The words of two sides laid beside each other: what is covered, what is missing, what stands in its place, what is opposite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from accordingto.compare.kindred import kin_of, opposites_of
from accordingto.compare.normalise import Token, same_name
from accordingto.compare.sides import Side

SOFT = 0.7
"""What a kindred word, or one with the same beginning, covers of another."""
_BEGINNING = 5
"""Letters that two stems must share to be words of one family."""
_SHORT, _LONG = 3, 4
"""A substitution has no more words than this on this side and on the other; longer ones are other sentences."""
_LONGEST_WORD = 10


@dataclass(frozen=True, slots=True)
class Substitution:
    """Words of one side where the other, between the same words, has others."""

    mine: Token
    other: Token


@dataclass(frozen=True, slots=True)
class Wording:
    """How the content words of one side are found on the other."""

    weight: float
    """Summed weight of the content words."""
    covered: float
    """… of those that the other side has, in the same or kindred words."""
    missing: tuple[Token, ...]
    """Those that it has in no form."""
    soft: tuple[Token, ...]
    """Those that it has in kindred words."""
    opposite: tuple[tuple[Token, str], ...]
    """Words whose opposite the other side has, and that one's stem."""
    substitutions: tuple[Substitution, ...]
    runs: tuple[tuple[int, int, int], ...]
    """Equal runs of tokens: start here, start there, length."""

    @property
    def share(self) -> float:
        """Share of the weight that is covered, 0–1."""
        return self.covered / self.weight if self.weight else 0.0


def weight_of(token: Token) -> float:
    """How much a word tells, without a corpus: long words and names more."""
    return 1 + min(len(token.word), _LONGEST_WORD) / 5 + 0.5 * token.capital


def wording(mine: Side, other: Side) -> Wording:
    """One side's words laid beside the other's, once."""
    found = mine.laid.get(other)
    if found is None:
        found = mine.laid[other] = _wording(mine, other)
    return found


def _wording(mine: Side, other: Side) -> Wording:
    covered, missing, soft = 0.0, [], []
    for token in mine.content:
        if _same(token, other):
            covered += weight_of(token)
        elif _kindred(token, other):
            covered += SOFT * weight_of(token)
            soft.append(token)
        else:
            missing.append(token)
    runs, substitutions = _laid(mine, other)
    return Wording(
        weight=sum(map(weight_of, mine.content)),
        covered=covered,
        missing=tuple(missing),
        soft=tuple(soft),
        opposite=_opposite(mine, other),
        substitutions=substitutions,
        runs=runs,
    )


def _same(token: Token, other: Side) -> bool:
    if token.stem in other.stems or token.word in other.words:
        return True
    return token.capital and any(same_name(token.word, one.word) for one in other.content if one.capital)


def _kindred(token: Token, other: Side) -> bool:
    if kin_of(other.frame.words).get(token.stem, frozenset()) & other.kin:
        return True
    return len(token.stem) >= _BEGINNING and any(
        one.stem[:_BEGINNING] == token.stem[:_BEGINNING] for one in other.content
    )


def _opposite(mine: Side, other: Side) -> tuple[tuple[Token, str], ...]:
    """Words of mine that the other side lacks while it has an opposite that mine lacks."""
    table = opposites_of(mine.frame.words)
    found = []
    for token in mine.said.tokens:
        against = (table.get(token.stem, frozenset()) & other.stems) - mine.stems
        if against and token.stem not in other.stems:
            found.append((token, min(against)))
    return tuple(found)


def _laid(mine: Side, other: Side) -> tuple[tuple[tuple[int, int, int], ...], tuple[Substitution, ...]]:
    ours, theirs = mine.said.tokens, other.said.tokens
    matcher = SequenceMatcher(None, [t.stem for t in ours], [t.stem for t in theirs], autojunk=False)
    runs, found = [], []
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            runs.append((i, j, i_end - i))
        elif kind == "replace" and i_end - i <= _SHORT and j_end - j <= _LONG:
            new, old = _own(ours[i:i_end], mine, other), _own(theirs[j:j_end], other, mine)
            if new and old:
                found.append(Substitution(new[0], old[0]))
    return tuple(runs), tuple(found)


def _own(tokens: Sequence[Token], side: Side, other: Side) -> list[Token]:
    """The content words among some tokens that the other side has nowhere."""
    function = side.frame.words.function_words
    return [token for token in tokens if token.word not in function and token.stem not in other.stems]
