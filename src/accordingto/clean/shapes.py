"""What a line looks like, whatever stands around it."""

from __future__ import annotations

import re

MARKS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction and other characters without width: they say nothing of a line's shape."""
_CLOSERS = "\"'”’»)]}›" + MARKS
_TERMINAL = ".!?…。！？؟۔"
_PARTICLES_LIST = (
    "a al an and at bin bint by da das de del della den der des di dos du el en et for from in la le les of on "
    "the to van von with y zu l d o e i é"
)
_PARTICLES = frozenset(_PARTICLES_LIST.split())
_LETTERS = re.compile(r"\w+")
UNSPACED_WORD = 2
"""Letters of Chinese and Japanese that count as a word: about what a word of running text has in both."""
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def terminal(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return text.rstrip(_CLOSERS + " ")[-1:] in tuple(_TERMINAL) or text[-1:] in tuple(_TERMINAL)


def words(text: str) -> list[str]:
    """The words, without punctuation around them."""
    return _WORD.findall(text)


def named(text: str) -> bool:
    """Whether every word but particles starts with a capital, as in a name or a heading in capitals."""
    found = words(text)
    counted = [w for w in found if w.lower() not in _PARTICLES and not w.isdigit()]
    return bool(counted) and all(_capital(w) for w in counted)


def _capital(word: str) -> bool:
    """``Selmar``, ``al-Sayegh``, ``l’Imbra``; letters without case count."""
    return any(part[:1].isupper() or not part[:1].islower() for part in re.split(r"['’-]", word))


def person_like(text: str) -> bool:
    """Two to four capitalised words of letters, not all in capitals: ``Lena Vostrik``, ``Karim al-Sayegh``."""
    found = text.split()
    if not 2 <= len(found) <= 4 or capitals(text) or not named(text):
        return False
    return all(part.isalpha() for word in found for part in re.split(r"['’.-]", word) if part) and text[0].isupper()


def count_words(text: str) -> int:
    """White-space separated words; of scripts without spaces, two letters count as one."""
    return len(text.split()) + len(_UNSPACED.findall(text)) // UNSPACED_WORD


def title_share(text: str) -> float:
    """Share of the words that are no particles, digits excepted, starting with a capital."""
    counted = [w for w in words(text) if w.lower() not in _PARTICLES and not w[0].isdigit()]
    return sum(w[0].isupper() for w in counted) / len(counted) if counted else 0.0


def capitals(text: str) -> bool:
    """Whether all letters with case are capitals, and there are two at least."""
    return text.upper() == text and sum(char.isupper() for char in text) >= 2


def body_like(text: str, count: int) -> bool:
    """Whether a line has the shape of a body paragraph: a dozen words and a sentence's end, or many words."""
    return (count >= 12 and terminal(text)) or count >= 30


def breadcrumb(text: str) -> list[str]:
    """The parts of ``Home > World > Orvenia``; empty where a line is no such trail."""
    parts = [part.strip() for part in re.split(r"\s+(?:>|»|›|→|/|::)\s+", text)]
    short = all(0 < len(part.split()) <= 4 for part in parts)
    return parts if len(parts) > 1 and short and not terminal(text) and named(text) else []


def symbols(text: str) -> bool:
    """Whether there is neither letter nor figure."""
    return not any(char.isalnum() for char in text)


def prefixes(text: str, stopwords: frozenset[str]) -> set[str]:
    """Five-letter beginnings of the content words: a crude stem that needs no language."""
    return {w[:5] for w in (word.lower() for word in words(text)) if len(w) >= 4 and w not in stopwords}


def key_of(text: str) -> str:
    """Letters and figures only, case folded: what two renderings of one paragraph share."""
    return "".join(_LETTERS.findall(text)).casefold()
