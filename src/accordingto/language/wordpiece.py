"""WordPiece as uncased BERT cuts it (Devlin et al. 2019; Wu et al. 2016), with the place of every word in the text.

A test holds it equal to the reference implementation, the package ``tokenizers``, which would bring a hub client and forty
megabytes into every install.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

UNKNOWN = "[UNK]"
LONGEST_WORD = 100
"""Characters beyond which a word is unknown as a whole."""
_SPACE, _MARK, _LETTER, _NOTHING = range(4)
_ASCII_MARKS = frozenset(map(chr, (*range(33, 48), *range(58, 65), *range(91, 97), *range(123, 127))))
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cut:
    """A text cut into words and pieces; ``first_piece`` has one entry more than there are words."""

    starts: list[int]
    ends: list[int]
    pieces: list[int]
    first_piece: list[int]


@dataclass(slots=True)
class WordPiece:
    """A tokeniser over a vocabulary: piece → id. It remembers the words it has cut."""

    vocabulary: dict[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _characters: dict[str, list[tuple[str, int]]] = field(default_factory=dict)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> WordPiece:
        """A vocabulary file: one piece a line, its number the id."""
        return cls({line.rstrip("\n"): i for i, line in enumerate(lines)})

    def cut(self, text: str) -> Cut:
        """Cut a text; offsets are code points."""
        starts: list[int] = []
        ends: list[int] = []
        pieces: list[int] = []
        first: list[int] = [0]
        word, start, end = "", 0, 0
        characters = self._characters
        for i, character in enumerate(text):
            for form, kind in characters.get(character) or self._read(character):
                if kind == _LETTER:
                    if not word:
                        start = i
                    word += form
                    end = i + 1
                    continue
                if kind == _NOTHING:
                    continue
                if word:
                    starts.append(start)
                    ends.append(end)
                    pieces.extend(self._pieces(word))
                    first.append(len(pieces))
                    word = ""
                if kind == _MARK:
                    starts.append(i)
                    ends.append(i + 1)
                    pieces.extend(self._pieces(form))
                    first.append(len(pieces))
        if word:
            starts.append(start)
            ends.append(end)
            pieces.extend(self._pieces(word))
            first.append(len(pieces))
        return Cut(starts, ends, pieces, first)

    def _read(self, character: str) -> list[tuple[str, int]]:
        """The normal forms of one character, each with what it is."""
        found = self._characters[character] = list(_forms(character)) or [("", _NOTHING)]
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[int, ...]:
        """The longest known piece first, again and again."""
        unknown = (self.vocabulary[UNKNOWN],)
        if len(word) > LONGEST_WORD:
            return unknown
        found, at = [], 0
        while at < len(word):
            end, lead = len(word), "##" if at else ""
            while end > at and lead + word[at:end] not in self.vocabulary:
                end -= 1
            if end == at:
                return unknown
            found.append(self.vocabulary[lead + word[at:end]])
            at = end
        return tuple(found)


def _forms(character: str) -> Iterable[tuple[str, int]]:
    """Clean, part ideographs, strip accents, lower: what is left of a character."""
    if character in "\t\n\r":
        return [(" ", _SPACE)]
    if character == "\ufffd" or unicodedata.category(character).startswith("C"):
        return []
    if character.isspace():
        return [(" ", _SPACE)]
    ideograph = any(a <= ord(character) <= b for a, b in _IDEOGRAPHS)
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if unicodedata.category(c) != "Mn")
    lowered = "".join(c.lower() for c in bare)
    return [(c, _MARK if ideograph or _is_mark(c) else _SPACE if c.isspace() else _LETTER) for c in lowered]


def _is_mark(character: str) -> bool:
    return character in _ASCII_MARKS or unicodedata.category(character).startswith("P")
