"""Where the words of a query stand in a text, and a stretch of the text around them."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.language.terms import Term, terms
from accordingto.store.query import Phrase

AROUND = 240
"""Characters of a stretch."""
Places = list[tuple[int, int]]


def marks(text: str, sought: Iterable[Phrase]) -> Places:
    """Where phrases stand in a text, ``[start, end)`` in code points, in order; what overlaps is one place."""
    found = terms(text)
    places = [place for phrase in dict.fromkeys(sought) for place in _places(found, phrase)]
    made: Places = []
    for start, end in sorted(places):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _places(found: list[Term], phrase: Phrase) -> Iterable[tuple[int, int]]:
    size, last = len(phrase.words), phrase.words[-1]
    for at in range(len(found) - size + 1):
        whole = all(found[at + n].word == word for n, word in enumerate(phrase.words[:-1]))
        end = found[at + size - 1]
        if whole and (end.word.startswith(last) if phrase.prefix else end.word == last):
            yield found[at].start, end.end


def stretch(text: str, places: Places) -> tuple[str, Places]:
    """A stretch of a text with its first marked place in it, and the places inside; ``…`` where the text goes on."""
    if len(text) <= AROUND:
        return text, places
    first = places[0][0] if places else 0
    start = max(0, first - AROUND // 3)
    if start:
        start = text.rfind(" ", 0, start) + 1
    end = min(len(text), start + AROUND)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + AROUND // 2)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = [(a + shift, b + shift) for a, b in places if a >= start and b <= end]
    return before + text[start:end] + after, inside
