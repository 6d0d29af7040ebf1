"""Where a text names actors of the registry: the longest names first, written as the registry writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.model import Span
from accordingto.resources.actors import NameClass, Naming, Registry
from accordingto.resources.folding import Token, levelled, loose_key, plain_key, tokens

_JOINED = re.compile(r"[ \u00a0]?[-–—/][ \u00a0]?|[ \u00a0]{1,2}|[’'][sS]?[ \u00a0]|[’'][sS][ \u00a0]")
_INITIAL = re.compile(r"\.[ \u00a0]?")
LOOSE_WORDS = 4
"""Words that a name found only by its transliteration may have."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that name actors: tokens ``first`` up to but not with ``last``."""

    first: int
    last: int
    span: Span
    namings: tuple[Naming, ...]
    loose: bool = False

    def actors(self, *classes: NameClass) -> tuple[str, ...]:
        """Ids of those named, only by the given classes of names where some are given."""
        return tuple(dict.fromkeys(n.actor for n in self.namings if not classes or n.how in classes))


class Scanned:
    """The words of a text and who is named by them."""

    def __init__(self, text: str, registry: Registry) -> None:
        self.text, self.registry = text, registry
        self.tokens: list[Token] = tokens(text)
        self.starts = [token.start for token in self.tokens]
        self.hits: list[Hit] = list(self._scan())
        self.at: dict[int, Hit] = {hit.first: hit for hit in self.hits}
        self.ending: dict[int, Hit] = {hit.last: hit for hit in self.hits}

    def joined(self, left: int) -> bool:
        """Whether a token and the next one can be words of one phrase."""
        if left + 1 >= len(self.tokens):
            return False
        between = self.text[self.tokens[left].end : self.tokens[left + 1].start]
        initial = len(self.tokens[left].written) == 1 and _INITIAL.fullmatch(between)
        return bool(_JOINED.fullmatch(between) or initial)

    def span(self, first: int, last: int) -> Span:
        """Of tokens ``first`` up to but not with ``last``."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def run(self, first: int, most: int) -> int:
        """How many tokens from ``first`` are words of one phrase, up to ``most``."""
        length = 1
        while length < most and self.joined(first + length - 1):
            length += 1
        return length

    def _scan(self) -> Iterator[Hit]:
        at = 0
        while at < len(self.tokens):
            hit = self._plain(at) or self._loose(at)
            if hit:
                yield hit
            at = hit.last if hit else at + 1

    def _plain(self, first: int) -> Hit | None:
        most = self.registry.reach.get(self.tokens[first].folded, 0)
        for length in range(self.run(first, most), 0, -1) if most else ():
            part = self.tokens[first : first + length]
            found = self.registry.plain.get(plain_key([token.folded for token in part]), ())
            fitting = tuple(n for n in found if self._written_so(n, part, first))
            if fitting:
                return Hit(first, first + length, self.span(first, first + length), _closest(fitting, part))
        return None

    def _loose(self, first: int) -> Hit | None:
        named = first + (self.tokens[first].folded == "al" and first + 1 < len(self.tokens))
        if not self.tokens[named].written[:1].isupper():
            return None
        most = min(LOOSE_WORDS, self.registry.loose_reach.get(levelled(self.tokens[named].folded), 0))
        for length in range(self.run(first, most), 0, -1) if most else ():
            part = self.tokens[first : first + length]
            key = loose_key([token.folded for token in part]) if part[-1].written[:1].isupper() else None
            found = tuple(n for n in self.registry.loose.get(key, ()) if n.how is NameClass.NAME) if key else ()
            if found:
                return Hit(first, first + length, self.span(first, first + length), found, loose=True)
        return None

    def _written_so(self, naming: Naming, part: Sequence[Token], first: int) -> bool:
        written = [token.written for token in part]
        if not naming.written_so(written):
            return False
        return not naming.abbreviation or len(written[0]) > 3 or not self._shouted(first)

    def _shouted(self, at: int) -> bool:
        """Whether the words around are all in capitals, so that a short word in capitals says nothing."""
        around = [t.written for t in self.tokens[max(0, at - 1) : at] + self.tokens[at + 1 : at + 2]]
        return len(around) == 2 and all(len(word) > 1 and word.isupper() for word in around)


def _closest(namings: tuple[Naming, ...], part: Sequence[Token]) -> tuple[Naming, ...]:
    """Those written exactly so, where some are ("Lebanese Forces", the party)."""
    written = tuple(token.written for token in part)
    exact = tuple(n for n in namings if n.words == written)
    return exact or namings
