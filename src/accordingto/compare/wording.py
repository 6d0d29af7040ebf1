"""Two wordings word by word: what was substituted, cut and inserted, each edit inside one stretch of either text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from accordingto.compare.normalise import Token, tokens_of
from accordingto.model import Edit, EditKind, Span, Spans


def edits(a_text: str, a: Spans, b_text: str, b: Spans) -> tuple[Edit, ...]:
    """The edits that make the words of ``b`` out of those of ``a``, in the order of both; case and punctuation do not count.

    Args:
        a_text: The text that the spans ``a`` lie in.
        a: Stretches of it, in order; no edit runs over two of them.
        b_text: The other text.
        b: Its stretches.
    """
    ours, theirs = _words(a_text, a), _words(b_text, b)
    matcher = SequenceMatcher(None, [t.word for _, t in ours], [t.word for _, t in theirs], autojunk=False)
    made: list[Edit] = []
    for tag, i, to_i, j, to_j in matcher.get_opcodes():
        if tag != "equal":
            made += _paired(_stretches(ours[i:to_i]), _stretches(theirs[j:to_j]))
    return tuple(made)


def _words(text: str, parts: Spans) -> list[tuple[int, Token]]:
    """The words with the number of the stretch that each stands in."""
    return [(number, token) for number, part in enumerate(parts) for token in tokens_of(text, (part,))]


def _stretches(words: Sequence[tuple[int, Token]]) -> list[Span]:
    """Words in a row as spans, one for each stretch of the text."""
    found: dict[int, Span] = {}
    for number, token in words:
        start = found[number].start if number in found else token.start
        found[number] = Span(start, token.end)
    return list(found.values())


def _paired(a: Sequence[Span], b: Sequence[Span]) -> Iterator[Edit]:
    for one, other in zip_longest(a, b):
        kind = EditKind.INSERTION if one is None else EditKind.CUT if other is None else EditKind.SUBSTITUTION
        yield Edit(kind, one, other)
