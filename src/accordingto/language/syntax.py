"""Syntax of a running text: parts of speech and dependencies, a word at a time, and what can be asked of them.

Words are those of `accordingto.language.words`; parts of speech are Universal POS tags (Petrov et al. 2012), relations the CLEAR
labels of English OntoNotes conversions (``nsubj``, ``nsubjpass``, ``dobj``, ``agent``, ``prep``, ``pobj``, ``compound`` …).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accordingto.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Syntax:
    """The words of a text with part of speech, head and relation. A root is its own head."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    pos: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]
    _children: list[list[int]] = field(init=False, repr=False)
    _lowered: list[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        children: list[list[int]] = [[] for _ in self.starts]
        for word, head in enumerate(self.heads):
            if head != word:
                children[head].append(word)
        object.__setattr__(self, "_children", children)
        lowered = [self.text[start:end].lower() for start, end in zip(self.starts, self.ends, strict=True)]
        object.__setattr__(self, "_lowered", lowered)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """A word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def lower(self, index: int) -> str:
        """A word in lower case."""
        return self._lowered[index]

    def inside(self, span: Span) -> range:
        """The words that begin inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def at(self, offset: int) -> int | None:
        """The word that an offset lies in."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] else None

    def children(self, index: int, *relations: str) -> list[int]:
        """What hangs directly on a word, in text order; only by these relations, where some are given."""
        found = self._children[index]
        return [child for child in found if self.relations[child] in relations] if relations else found

    def subtree(self, index: int) -> list[int]:
        """A word and everything under it, in text order."""
        found, waiting = {index}, [index]
        while waiting:
            new = [child for child in self._children[waiting.pop()] if child not in found]
            found.update(new)
            waiting += new
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        seen = {index}
        while (head := self.heads[index]) not in seen:
            yield head
            seen.add(head)
            index = head

    def span(self, words: Sequence[int]) -> Span:
        """From the first of some words to the end of the last."""
        return Span(self.starts[min(words)], self.ends[max(words)])
