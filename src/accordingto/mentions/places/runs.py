"""Runs of capitalised words: what a name could be, before anyone asks of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.resources.places import PlaceWords

LETTER = r"[^\W\d_]"
WORD = rf"(?:[‘’ʿʾ`'](?={LETTER}))?{LETTER}(?:[\w’'ʿʾ`]|\.(?={LETTER}\.)|-(?=\w))*"
TOKEN = re.compile(rf"(?:{LETTER}\.){{2,}}|[A-Z][a-z]{{1,4}}\.(?=[,;)]|[ \u00a0][a-z(–-])|{WORD}")
ENDING = re.compile(r"['’]s?$")
SPACE = re.compile(r"[ \u00a0]+")
_PARTICLES = frozenset("de del della du la le les el al bin ibn upon sur am an der ez az ash ad as es abu bint".split())
"""Words in lower case that a name may have inside."""
_TIED = re.compile(rf"(?:{LETTER}+-)?[‘’ʿʾ`']?({LETTER})")
_LED = re.compile(r"(?<=\w)-[a-z]{3,}$")
"""A name joined to an ordinary word ("Selmar-led", "Orvenia-government"): the name alone counts."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a run."""

    start: int
    end: int
    word: str


def runs(text: str, words: PlaceWords) -> Iterator[list[Token]]:
    """Runs of capitalised words in order, with particles inside; "of" joins only what it may ("Gulf of Imbra")."""
    run: list[Token] = []
    waiting: list[Token] = []
    for match in TOKEN.finditer(text):
        token = _token(match)
        last = (waiting or run)[-1:] if run else []
        joined = bool(last) and SPACE.fullmatch(text, last[0].end, token.start) is not None
        if _is_capital(token.word):
            if run and not (joined and not _is_broken(run[-1])):
                yield run
                run, waiting = [], []
            run += [*waiting, token]
            waiting = []
        elif run and joined and _may_join(run, token, words) and len(waiting) < 2:
            waiting.append(token)
        elif run:
            yield run
            run, waiting = [], []
    if run:
        yield run


def _token(match: re.Match[str]) -> Token:
    led = _LED.search(match[0])
    end = match.start() + led.start() if led else match.end()
    return Token(match.start(), end, match[0][: end - match.start()])


def _is_capital(word: str) -> bool:
    tied = _TIED.match(word)
    return word[0].isupper() or (tied is not None and tied[1].isupper() and len(word) > 2)


def _is_broken(last: Token) -> bool:
    """A possessive ends a name: "Syria's Raqqa" is two."""
    return ENDING.search(last.word) is not None and len(last.word) > 2


def _may_join(run: list[Token], token: Token, words: PlaceWords) -> bool:
    return token.word in _PARTICLES or (token.word in ("of", "the") and run[-1].word.lower() in words.openers)
