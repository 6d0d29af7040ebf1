"""A text as a string of word classes: one character a word, so that short regular expressions over it are a grammar of time.

"on Tuesday, 2 May" becomes ON WEEKDAY COMMA D12 MONTHWORD, each class a character; words that say nothing about time are all one
class. Rules then run over a string six times shorter than the text and need no alternatives of spelling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from accordingto.model import Span
from accordingto.resources.times import TimeWords, Worth

_TOKEN = re.compile(
    r"""(?P<GAP>\n[^\S\n]*\n\s*)
    | (?P<ISO>(?<![\d-])\d{4}-[01]\d-[0-3]\d(?:T\d\d:\d\d(?::\d\d)?)?(?![\d-]))
    | (?P<SLASHED>(?<![\d/])\d{1,2}([/.])\d{1,2}\4(?:\d{4}|\d{2})(?![\d/]))
    | (?P<DECADE>(?:\d{4}|['’‘]?[1-9]0)['’]?s\b)
    | (?P<ORDINALDIGITS>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<CLOCK>[012]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<FRACTION>(?<![\w.])\d{1,3}(?:[-\s]1/2(?!\d)|\s?½))
    | (?P<NUMBER>\d+(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?)
    | (?P<POSS>['’]s\b|(?<=s)['’](?=\s))
    | (?P<WORD>[ap]\.\s?m\b\.?|o['’]clock\b|[^\W\d_]+(?:['’](?:ll|dah|ban)\b)?)
    | (?P<COMMA>,) | (?P<DOT>\.) | (?P<HYPHEN>[-‐‑–—]+) | (?P<STOP>[;:!?…]) | (?P<QUOTE>["“”«»]|``|'') | (?P<OPEN>[(\[]) | (?P<CLOSE>[)\]])
    | (?P<SIGN>[^\w\s])""",
    re.X,
)
SHAPES = (
    "OTHER", "GAP", "ISO", "SLASHED", "DECADE", "ORDINALDIGITS", "CLOCK", "DOTTED", "D12", "D24", "D31", "D59", "YEAR", "NUMBER",
    "POSS", "COMMA", "DOT", "HYPHEN", "STOP", "QUOTE", "OPEN", "CLOSE", "SIGN",
)  # fmt: skip
"""Classes that are told by shape and not by a list."""
_NO_DIGITS = re.compile(r"\D")
_MONEY = frozenset("$£€¥₪₽₴#")
_LONGEST = 15
"""Characters of the longest number that can count days or name a year."""
_FIRST = 0x100
"""Code point of the first class; none of them means anything in a regular expression."""


@dataclass(frozen=True, slots=True, eq=False)
class Alphabet:
    """The character that stands for each class."""

    symbols: dict[str, str]

    @classmethod
    def of(cls, words: TimeWords) -> Alphabet:
        """The alphabet of a lexicon."""
        return cls({name: chr(_FIRST + i) for i, name in enumerate((*SHAPES, *words.classes))})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text: ``classes[i]`` is the class of word ``i``, ``worths[i]`` what it is worth there."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    worths: list[Worth]
    classes: str

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, first: int, end: int) -> Span:
        """The characters of words ``[first, end)``."""
        return Span(self.starts[first], self.ends[end - 1])

    def capital(self, index: int) -> bool:
        """Whether a word begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()


def words_of(text: str, lexicon: TimeWords, alphabet: Alphabet) -> Words:
    """Cut a text into classed words."""
    starts, ends, lower, worths, classes = [], [], [], [], []
    symbols, known = alphabet.symbols, lexicon.words
    plain = symbols["OTHER"]
    for match in _TOKEN.finditer(text):
        kind, word, start = match.lastgroup or "", match[0].lower(), match.start()
        worth: Worth = 0
        if kind == "WORD":
            found = known.get(word) or (known.get(word.replace(" ", "")) if " " in word or "\u00a0" in word else None)
            kind, worth = found or ("OTHER", 0)
            if found and not _written(kind, match[0]):
                kind = "OTHER"
        elif kind == "NUMBER":
            kind, worth = _number(text, match)
        elif kind == "FRACTION":
            kind, worth = "NUMBER", f"{int(_NO_DIGITS.split(word)[0])}.5"
        elif kind == "ORDINALDIGITS":
            worth = int(word[:-2])
        starts.append(start)
        ends.append(match.end())
        lower.append(word)
        worths.append(worth)
        classes.append(symbols[kind] if kind != "OTHER" else plain)
    return Words(text, starts, ends, lower, worths, "".join(classes))


def _written(kind: str, word: str) -> bool:
    """Whether the case fits: names of months and days have a capital, but for full ones that mean nothing else."""
    if kind in ("MONTHSHORT", "MONTHWORD", "WEEKDAYSHORT", "ZONE", "AH", "RABI", "DHU", "HIJRI"):
        return word[0].isupper()
    return True


def _number(text: str, match: re.Match[str]) -> tuple[str, Worth]:
    """The class and worth of a number; what is glued to letters or is money or a share is no number of time."""
    start, end, word = match.start(), match.end(), match[0]
    before, after = text[start - 1 : start], text[end : end + 1]
    if (
        before.isalpha()
        or before in _MONEY
        or (before == "." and text[start - 2 : start - 1].isdigit())
        or after == "%"
        or end - start > _LONGEST
    ):
        return "OTHER", 0
    if "." in word:
        hour, _, minute = word.partition(".")
        clock = len(minute) == 2 and len(hour) <= 2 and int(hour) < 25 and int(minute) < 60
        return ("DOTTED", word) if clock else ("NUMBER", word)
    value = int(word.replace(",", ""))
    if len(word) == 4 and 1000 <= value < 2200:
        return "YEAR", value
    if "," in word or len(word) > 2:
        return "NUMBER", value
    for name, limit in (("D12", 12), ("D24", 24), ("D31", 31), ("D59", 59)):
        if value <= limit and (value or name == "D24"):
            return name, value
    return "NUMBER", value
