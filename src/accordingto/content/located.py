"""Names that a report uses as places, whatever they were taken for by themselves.

A name is used as one thing all through a report, so what stands once as places do ("in Dorva", "the town of Dorva") is a place
everywhere. It helps where no gazetteer knows the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.language.syntax import Syntax
from accordingto.resources.control import ControlWords


def located_names(syntax: Syntax, words: ControlWords) -> frozenset[str]:
    """The last words of the names that stand somewhere in a text as places do."""
    return frozenset(_located(syntax, words))


def _located(syntax: Syntax, words: ControlWords) -> Iterator[str]:
    """A name is used as one thing all through a report, so where it is located once it is a place everywhere."""
    for word in range(1, len(syntax)):
        if syntax.pos[word] != "PROPN" or syntax.pos[word - 1] == "PROPN":
            continue
        before = syntax.lower(word - 1)
        placed = before in words.locating or (
            before == "of" and word > 1 and syntax.lower(word - 2) in words.kinds_of_place
        )
        last = word
        while last + 1 < len(syntax) and syntax.pos[last + 1] == "PROPN":
            last += 1
        if placed and syntax.lower(last) not in words.armed and syntax.lower(word) not in words.never_places:
            yield syntax.word(last)
