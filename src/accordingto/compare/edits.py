"""Edits: what was done to words on the way from one text to another, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from accordingto.compare.normalise import Token
from accordingto.model import Edit, EditKind, Span

Stretch = tuple[int, int, int, int]
"""``a[i:j]`` and ``b[k:l]`` as (i, j, k, l)."""


def alignment(a: Sequence[str], b: Sequence[str]) -> tuple[list[Stretch], list[Stretch]]:
    """Align two rows of words: the stretches that are equal, and those that are not, each in text order.

    The longest equal run is found first and what stands on either side of it aligned in the same way (Ratcliff and Obershelp
    1988, as in `difflib`): a desk keeps phrases and changes what is between them.
    """
    equal: list[Stretch] = []
    changed: list[Stretch] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        (equal if tag == "equal" else changed).append((i, j, k, m))
    return equal, changed


def edits(a: Sequence[Token], b: Sequence[Token]) -> tuple[Edit, ...]:
    """What was done to the words of ``a`` to make those of ``b``, in text order; case and marks are no edits.

    Words changed one beside the other are one edit. Where many words became few, the words over are a cut of their own; where
    few became many, an insertion: a substitution covers as many words on either side.
    """
    _, changed = alignment([token.word for token in a], [token.word for token in b])
    return tuple(edit for stretch in changed for edit in _edits(a, b, stretch))


UNEVEN = 3
"""Words by which the sides of one substitution may differ: "the army" and "the armed forces of Orvenia" are still each other's."""


def _edits(a: Sequence[Token], b: Sequence[Token], stretch: Stretch) -> list[Edit]:
    i, j, k, m = stretch
    both = min(j - i, m - k)
    if not both or abs((j - i) - (m - k)) <= UNEVEN:
        return [_edit(a[i:j], b[k:m])]
    made = [_edit(a[i : i + both], b[k : k + both])]
    return [*made, _edit(a[i + both : j], b[k + both : m])]


def _edit(a: Sequence[Token], b: Sequence[Token]) -> Edit:
    kind = EditKind.SUBSTITUTION if a and b else EditKind.CUT if a else EditKind.INSERTION
    return Edit(kind, _span(a), _span(b))


def _span(tokens: Sequence[Token]) -> Span | None:
    return Span(tokens[0].start, tokens[-1].end) if tokens else None
