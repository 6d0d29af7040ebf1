"""The noun phrase of a word as the annotation guidelines cut it: without counts, relative clauses and what only describes."""

from __future__ import annotations

from accordingto.content.events.clauses import NOMINAL, coordinated
from accordingto.language.syntax import Syntax
from accordingto.model import Span

_COUNTS = frozenset(
    "dozen dozens score scores hundred hundreds thousand thousands number handful couple tens majority group total".split()
)
_TRIMMED_POS = frozenset(("NUM", "PUNCT", "SYM"))
_JOINERS = frozenset(("and", "or", "&"))


def is_count(syntax: Syntax, word: int) -> bool:
    """Whether a word only says how many ("dozens", "60"), and not of what."""
    return syntax.pos[word] == "NUM" or syntax.lower(word) in _COUNTS


def counted(syntax: Syntax, word: int) -> int:
    """What is counted, where a word only counts it ("dozens of *fighters*")."""
    if syntax.lower(word) not in _COUNTS and syntax.pos[word] != "NUM":
        return word
    for prep in syntax.children(word, "prep"):
        if syntax.lower(prep) == "of":
            found = [noun for noun in syntax.children(prep, "pobj") if syntax.pos[noun] in NOMINAL]
            if found:
                return found[0]
    return word


def left_edge(syntax: Syntax, word: int) -> int:
    """The first word of the unbroken stretch before a noun that hangs on it."""
    under = set(syntax.subtree(word))
    first = word
    while first - 1 in under and syntax.lower(first - 1) not in (",", ";", ":", "(", "—"):
        first -= 1
    return first


def phrase(syntax: Syntax, word: int, bounds: frozenset[str]) -> Span:
    """The span of a noun with its articles, adjectives, possessors and "of" phrase, without the count before it.

    Args:
        syntax: of the running text.
        word: the head noun.
        bounds: words that bound a count ("at least", "about").
    """
    word = counted(syntax, word)
    first = left_edge(syntax, word)
    while first < word and (
        syntax.pos[first] in _TRIMMED_POS or (syntax.lower(first) in bounds and not _named(syntax, first, word))
    ):
        first += 1
    return Span(syntax.starts[first], syntax.ends[max(word, _right_edge(syntax, word))])


def _named(syntax: Syntax, first: int, word: int) -> bool:
    return first + 1 < word and syntax.pos[first] == "PROPN" and syntax.pos[first + 1] == "PROPN"


def _right_edge(syntax: Syntax, word: int, *, depth: int = 3) -> int:
    last = word
    for child in syntax.children(word):
        apart = child - last
        if apart != 1 and not (apart == 2 and syntax.lower(last + 1) in (",", "(")):
            continue
        relation = syntax.relations[child]
        if relation == "prep" and syntax.lower(child) == "of" and depth:
            nouns = syntax.children(child, "pobj")
            last = max(last, _right_edge(syntax, nouns[0], depth=depth - 1)) if nouns else last
        elif relation == "appos" and syntax.pos[child] == "PROPN":
            last = _right_edge(syntax, child, depth=0)
        elif relation == "case":
            last = child
    return _through_coordination(syntax, word, last, depth)


def _through_coordination(syntax: Syntax, word: int, last: int, depth: int) -> int:
    """Two nouns with nothing but "and" and their own modifiers between them are one phrase ("men and boys"), unless both are counted."""
    following = coordinated(syntax, word)[1:2]
    joined = following and last + 1 < len(syntax) and syntax.lower(last + 1) in _JOINERS and depth
    counts_itself = following and syntax.children(following[0], "nummod")
    if joined and not counts_itself and left_edge(syntax, following[0]) == last + 2:
        return _right_edge(syntax, following[0], depth=0)
    return last
