"""Numbers as they are written: figures with separators and suffixes, number words, vague plurals, fractions.

What a number counts, and whether it counts anything, is `accordingto.mentions.quantities`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from accordingto.resources.quantities import Part, QuantityWords

_ATOM = re.compile(r"\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_GAP = re.compile(r"[ \u00a0\n\u2010\u2011-]")
_AND = re.compile(r"[ \u00a0\u2010\u2011-](?:and[ \u00a0\u2010\u2011-])?")
_AND_A_HALF = re.compile(r"[ \u00a0\u2010\u2011-]and[ \u00a0\u2010\u2011-]a[ \u00a0\u2010\u2011-]half\b")
_ARTICLE = re.compile(r"(?:^|(?<=[^\w’']))an?[ \u00a0]$", re.IGNORECASE)
_THE = re.compile(r"(?:^|(?<=[^\w’']))(?:the|other|another)[ \u00a0]$", re.IGNORECASE)
_HALF_A = re.compile(r"[ \u00a0\u2010\u2011-]an?[ \u00a0\u2010\u2011-]")
_OF = re.compile(r"[ \u00a0]of[ \u00a0]")
_MORE_OF = re.compile(r"[ \u00a0]of\b")
_WHOLE = re.compile(r"[ \u00a0](?:of|the|its|their|his|her|our|all)\b", re.IGNORECASE)
_SHARE_ENDS = re.compile(r"[ \u00a0](?:of|and|or|to|have|has|had|are|were|is|was)\b|[^\w\s-]|$")
_PART = re.compile(r"\b(?:the|first|second|other|and a|this|that|in|by|last)[ \u00a0]$", re.IGNORECASE)
MOST_DIGITS = 15
"""Digits of the largest number that is read: one of more is a serial number, and a float would not hold it."""
_LEAST_PLURAL = 100
"""Plural scales ("hundreds") multiply what stands before "of": "tens of thousands"."""


class Atom(NamedTuple):
    """A piece of a number. ``part`` is ``None`` for figures."""

    start: int
    end: int
    part: Part | None
    value: float
    word: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``[start, end)`` of the text; ``high`` is ``None`` where it is open ("dozens")."""

    start: int
    end: int
    low: float
    high: float | None
    scale: float = 1.0
    """The last word that multiplied it."""
    share: bool = False
    """Whether it is a fraction of something; then it counts per cent."""
    figures: bool = False

    @property
    def vague(self) -> bool:
        """Whether no number is said."""
        return self.high is None


def numerals(text: str, words: QuantityWords) -> Iterator[Numeral]:
    """The numbers of a text in order, whatever they stand for."""
    atoms = _atoms(text, words)
    i = 0
    while i < len(atoms):
        used, found = _read(text, atoms, i, words)
        if found is not None:
            yield found
        i += used


def _atoms(text: str, words: QuantityWords) -> list[Atom]:
    table, found = words.words, []
    for match in _ATOM.finditer(text):
        word = match[0]
        if word in table:
            found.append(Atom(match.start(), match.end(), *table[word], word.lower()))
        elif word[0].isdecimal() and sum(map(str.isdecimal, word.partition(".")[0])) <= MOST_DIGITS:
            found.append(_figures(text, match.start(), match.end(), word))
    return found


def _figures(text: str, start: int, end: int, word: str) -> Atom:
    digits = re.sub(r"[,\u00a0\u202f\u2009 ]", "", word)
    vulgar = _VULGAR.get(text[end : end + 1], 0.0)
    return Atom(start, end + bool(vulgar), None, float(digits) + vulgar, word)


def _read(text: str, atoms: list[Atom], i: int, words: QuantityWords) -> tuple[int, Numeral | None]:
    """How many atoms from ``i`` on are used up, and the number that they make."""
    part = atoms[i].part
    if part in (None, Part.UNIT, Part.TEN):
        return _cardinal(text, atoms, i, words)
    if part is Part.FRACTION:
        return _fraction(text, atoms, i)
    article = _ARTICLE.search(text, max(0, atoms[i].start - 4), atoms[i].start)
    start = article.start() if article else atoms[i].start
    if part in (Part.SCALE, Part.DOZEN):
        if article is None and not _THE.search(text, max(0, start - 8), start):
            return 1, None
        return _counted_on(text, atoms, i, start, 1.0)
    return _vague(text, atoms, i, start, bool(article))


def _cardinal(text: str, atoms: list[Atom], i: int, words: QuantityWords) -> tuple[int, Numeral | None]:
    first = atoms[i]
    share = _share_of(text, atoms, i)
    if share is not None:
        return 2, Numeral(first.start, atoms[i + 1].end, share, share, share=True)
    if first.part is None and (suffix := words.suffix.match(text, first.end)):
        times = words.suffixes[suffix[1] or suffix[2]]
        value = first.value * times
        return 1, Numeral(first.start, suffix.end(), value, value, float(times), figures=True)
    if half := _AND_A_HALF.match(text, first.end):
        used = 2  # the number and its half
        rest = atoms[i + used : i + used + 1]
        value, end, scale = first.value + 0.5, half.end(), 1.0
        if rest and rest[0].part is Part.SCALE and _GAP.fullmatch(text, end, rest[0].start):
            used, end, scale = used + 1, rest[0].end, rest[0].value
        return used, Numeral(first.start, end, value * scale, value * scale, scale)
    return _counted_on(text, atoms, i, first.start, None)


def _counted_on(text: str, atoms: list[Atom], i: int, start: int, opened: float | None) -> tuple[int, Numeral]:
    """A number word after word: hundreds and scales multiply, the rest adds. ``opened`` is what "a" stands for."""
    total, current, scale, j = 0.0, opened or 0.0, 1.0, i
    while j < len(atoms) and (j == i or _joins(text, atoms[j - 1], atoms[j])):
        part, value = atoms[j].part, atoms[j].value
        if part in (Part.SCALE, Part.DOZEN):
            current, scale = (current or 1.0) * value, value
            if value > _LEAST_PLURAL:
                total, current = total + current, 0.0
        else:
            current += value
        j += 1
    value = total + current
    return j - i, Numeral(start, atoms[j - 1].end, value, value, scale, figures=atoms[i].part is None and j == i + 1)


def _joins(text: str, a: Atom, b: Atom) -> bool:
    """Whether a word goes on with the number before it."""
    if b.part in (Part.SCALE, Part.DOZEN):
        smaller = a.part in (None, Part.UNIT, Part.TEN) or (a.part is Part.SCALE and a.value < b.value)
        return smaller and bool(_GAP.fullmatch(text, a.end, b.start))
    if b.part is Part.UNIT and a.part is Part.TEN:
        return 0 < b.value < 10 and bool(_GAP.fullmatch(text, a.end, b.start))
    return a.part is Part.SCALE and b.part in (Part.UNIT, Part.TEN) and bool(_AND.fullmatch(text, a.end, b.start))


def _share_of(text: str, atoms: list[Atom], i: int) -> float | None:
    """Per cent that "two thirds" makes; ``None`` where no fraction follows."""
    rest = atoms[i + 1 : i + 2]
    if not rest or rest[0].part is not Part.FRACTION or not _GAP.fullmatch(text, atoms[i].end, rest[0].start):
        return None
    share = atoms[i].value * rest[0].value
    single = atoms[i].value == 1
    return float(round(100 * share)) if 0 < share < 1 and single != rest[0].word.endswith("s") else None


def _fraction(text: str, atoms: list[Atom], i: int) -> tuple[int, Numeral | None]:
    """Half a dozen is a number, half of the town and a third are shares; the second half and a third man are nothing."""
    atom, rest = atoms[i], atoms[i + 1 : i + 2]
    if (
        atom.word == "half"
        and rest
        and rest[0].part in (Part.SCALE, Part.DOZEN)
        and _HALF_A.fullmatch(text, atom.end, rest[0].start)
    ):
        value = rest[0].value / 2
        return 2, Numeral(atom.start, rest[0].end, value, value, rest[0].value)
    article = _ARTICLE.search(text, max(0, atom.start - 4), atom.start)
    if atom.word.endswith("s") or not _is_share(text, atom, bool(article)):
        return 1, None
    share = float(round(100 * atom.value))
    return 1, Numeral(article.start() if article else atom.start, atom.end, share, share, share=True)


def _is_share(text: str, atom: Atom, article: bool) -> bool:
    if article:
        return bool(_SHARE_ENDS.match(text, atom.end))
    return atom.word == "half" and bool(_WHOLE.match(text, atom.end)) and not _PART.search(text[: atom.start][-12:])


def _vague(text: str, atoms: list[Atom], i: int, start: int, article: bool) -> tuple[int, Numeral | None]:
    atom, rest = atoms[i], atoms[i + 1 : i + 2]
    if atom.word in ("few", "couple") and not article:
        return 1, None
    after = rest[0] if rest else None
    if after and after.part in (Part.SCALE, Part.DOZEN) and _GAP.fullmatch(text, atom.end, after.start):
        low = atom.value * after.value
        return 2, Numeral(start, after.end, low, low if atom.part is Part.PAIR else None, after.value)
    if atom.part is Part.PAIR:
        return 1, Numeral(start, atom.end, atom.value, atom.value) if _MORE_OF.match(text, atom.end) else None
    start = atom.start if atom.word.endswith("s") else start
    if (
        after
        and after.part is Part.VAGUE
        and after.value >= _LEAST_PLURAL
        and _OF.fullmatch(text, atom.end, after.start)
    ):
        # a plural scale's own lower bound is two of it
        return 2, Numeral(start, after.end, atom.value * after.value / 2, None, after.value / 2)
    return 1, None if atom.word == "tens" else Numeral(start, atom.end, atom.value, None)
