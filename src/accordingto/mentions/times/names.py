"""Time words that are parts of names: the Sunday Times, Black Friday, the Arab Spring."""

from __future__ import annotations

from accordingto.mentions.times.grammar import Piece
from accordingto.mentions.times.words import Words
from accordingto.resources.times import TimeWords


def named(words: Words, piece: Piece, lexicon: TimeWords) -> bool:
    """Whether a capitalised expression belongs to a name."""
    last = piece.last - 1
    if piece.rule == "unit" and words.capital(last) and words.capital(piece.first) and piece.first:
        return words.lower[piece.first - 1][-1].isalnum()
    if piece.rule not in ("weekday", "day", "season", "month", "set", "part") or not words.capital(last):
        return False
    after = words.lower[piece.last] if words.capital(piece.last) else ""
    before = words.lower[piece.first - 1] if words.capital(piece.first - 1) else ""
    return after in lexicon.names_after or before in lexicon.names_before
