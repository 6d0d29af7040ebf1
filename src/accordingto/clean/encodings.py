"""Which encoding bytes are in, told by frequent words: certain, or not told at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accordingto.resources.cleaning import CleanRules, Written

SAMPLE = 65_536
"""Bytes looked at."""
MIN_HITS = 4
"""Frequent words that must be found, or letters of a script without spaces ten times as many."""
MIN_DISTINCT = 3
MIN_SHARE = 0.05
"""Share of the words beyond ASCII that must be frequent ones; running text of the listed languages has .1 and more."""
MIN_LETTERS = 0.12
"""The same for letters of scripts without spaces, where running text has .2 and more."""
NEARLY = 1.2
"""How many times as many hits another encoding needs in the same language."""
LEAD = 3.0
"""How many times as many hits as the declared encoding another one needs."""
MIXED = 0.8
"""Share of the words beyond ASCII that mix two scripts, from which a decoding is certainly wrong."""
MIN_MIXED = 3
_TOKEN = re.compile(r"[^\s\d_.,;:!?\"'“”‘’„«»()\[\]…–—<>/|-]+")
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile("[\u0370-\u07ff]")
_MARKUP = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a decoding looks like a language: frequent words or letters found, how many different ones, their share."""

    encoding: str
    hits: int
    distinct: int
    share: float
    language: str = ""
    letters: bool = False
    odd: int = 0
    """Words with a sign inside that is no letter, as a wrong decoding makes them."""

    @property
    def certain(self) -> bool:
        """Whether it can be nothing else."""
        if self.letters:
            return self.hits >= 10 * MIN_HITS and self.distinct >= 2 * MIN_DISTINCT and self.share >= MIN_LETTERS
        return self.hits >= MIN_HITS and self.distinct >= MIN_DISTINCT and self.share >= MIN_SHARE


def best_encoding(data: bytes, rules: CleanRules) -> Likeness | None:
    """The encoding in which the bytes look most like one of the listed languages, where that is certain."""
    sample = data[:SAMPLE]
    found = [one for one in _all(sample, rules) if one.certain]
    return max(found, key=lambda one: (one.share * (1 + one.distinct), -one.odd), default=None)


def _all(sample: bytes, rules: CleanRules) -> Iterator[Likeness]:
    texts: dict[str, str | None] = {}
    for language, written in rules.written.items():
        for encoding in written.encodings:
            if encoding not in texts:
                texts[encoding] = decoded_whole(sample, encoding)
            text = texts[encoding]
            if text is not None:
                yield _likeness(text, encoding, language, written)


def likeness(text: str, rules: CleanRules, encoding: str = "") -> Likeness:
    """How much a text looks like any of the listed languages."""
    every = (_likeness(text, encoding, language, written) for language, written in rules.written.items())
    return max(every, key=lambda one: (one.certain, one.share, one.hits), default=Likeness(encoding, 0, 0, 0.0))


def outdoes(best: Likeness, declared: Likeness) -> bool:
    """Whether the best encoding is certainly right where another one is declared.

    Of two readings in one language that one is right in which more of its words are found.
    """
    if best.language == declared.language:
        return best.certain and best.hits >= max(NEARLY * declared.hits, declared.hits + MIN_DISTINCT)
    return best.certain and not declared.certain and best.hits >= LEAD * declared.hits


def impossible(text: str) -> bool:
    """Whether most words beyond ASCII mix Latin with another alphabet, as no language does: ``cafй``."""
    tokens = [token for token in _TOKEN.findall(_MARKUP.sub(" ", text[:SAMPLE])) if not token.isascii()]
    mixed = sum(bool(_LATIN.search(token)) and bool(_OTHER.search(token)) for token in tokens)
    return mixed >= MIN_MIXED and mixed >= MIXED * len(tokens)


def _likeness(text: str, encoding: str, language: str, written: Written) -> Likeness:
    plain = _MARKUP.sub(" ", text)
    if written.letters:
        wide = [char for char in plain if char > "\u00ff" and char.isalpha()]
        return _counted(wide, written.letters, encoding, language, letters=True)
    words = [word.lower() for word in _TOKEN.findall(plain) if not word.isascii()]
    return _counted(words, written.words, encoding, language, letters=False)


def _counted(items: list[str], known: Iterable[str], encoding: str, language: str, *, letters: bool) -> Likeness:
    frequent = frozenset(known)
    hits = [item for item in items if item in frequent]
    share = len(hits) / len(items) if items else 0.0
    odd = sum(1 for item in items if not item.isalpha())
    return Likeness(encoding, len(hits), len(set(hits)), share, language, letters, odd)


def decoded_whole(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, a character that is cut off at the end left out; ``None`` where the bytes do not fit."""
    import codecs

    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=False)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None
